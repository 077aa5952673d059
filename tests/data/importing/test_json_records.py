"""JSON lines of our records: what is sound is taken, anything else is told with its line."""

from __future__ import annotations

import json

import pytest

from scale_explorer.data.importing.json_records import json_records
from scale_explorer.data.importing.lines import LINE_BYTES, of_bytes
from scale_explorer.data.importing.rejected import Rejected
from scale_explorer.data.importing.sink import Item
from scale_explorer.models.kinds import Kind

from .gathering import json_lines, sorted_out

COMPANY = {"kind": "company", "id": "a", "name": "A"}


def read(content: bytes) -> tuple[list[Item], list[Rejected]]:
    return sorted_out(json_records(of_bytes(content), "x.jsonl", 3))


def test_records_of_all_kinds_are_taken() -> None:
    deal = {
        "kind": "deal", "id": "d", "type": "merger", "title": "A and B",
        "parties": [{"entity": "a", "role": "other"}],
        "history": [{"status": "announced", "evidence": [{"source": "s", "exact": "said so"}]}],
    }  # fmt: skip
    source = {"kind": "source", "id": "s", "title": "The Daily", "url": "https://example.org"}
    items, rejected = read(json_lines([{"kind": "dataset", "id": "x"}, COMPANY, deal, source]))
    assert not rejected
    assert [(item.kind, item.id, item.file, item.line) for item in items] == [
        (Kind.COMPANY, "a", 3, 2), (Kind.DEAL, "d", 3, 3), (Kind.SOURCE, "s", 3, 4),
    ]  # fmt: skip
    assert items[1].evidence == ({"source": "s", "exact": "said so", "status": "announced"},)


@pytest.mark.parametrize(
    ("line", "code", "words"),
    [
        (b'{"kind":"company","id":"a"}', "invalid_record", "name is missing"),
        (b'{"kind":"company","id":"a","name":"A","nmae":"B"}', "invalid_record", "unknown field"),
        (b'{"kind":"company","id":"a","name":"A","name":"B"}', "invalid_json", "name stands twice"),
        (b'{"kind":"compny","id":"a"}', "unknown_kind", 'kind cannot be "compny"'),
        (b'{"id":"a"}', "unknown_kind", "kind is missing"),
        (b'{"kind":["company"]}', "unknown_kind", "kind is missing"),
        (b'{"kind":"company"', "invalid_json", "column 18"),
        (b"[1]", "invalid_json", "one object"),
        (b'{"kind":"company","name":NaN}', "invalid_json", "NaN"),
        (b"[" * 50_000, "invalid_json", "deep"),
        (b'{"a":' * 40_000, "invalid_json", "deep"),
        (b"\0", "not_text", "zero"),
        (b'{"kind":"company","name":"\xff"}', "invalid_json", "byte 27 of the line"),
        (b'{"kind":"company","name":"\\ud800"}', "invalid_json", "half a letter"),
        (b"x" * (LINE_BYTES + 5), "line_too_long", "1 MB"),
        (b'{"kind":"company","id":"a","name":"' + b"x" * 301 + b'"}', "invalid_record", "longer"),
        (b'{"kind":"figure","id":"f","subject":"a","measure":"revenue","value":"lots"}',
         "invalid_record", "cannot read 'lots'"),
        (b'{"kind":"relationship","type":"owns","subject":"a","object":"b","start":"14/06/2025"}',
         "invalid_record", "no EDTF date"),
        (b'{"kind":"figure","id":"f","subject":"a","measure":"count","value":1' + b"0" * 50 + b"}",
         "invalid_json", "40 digits"),
    ],
)  # fmt: skip
def test_a_bad_line_is_told_and_hides_no_other(line: bytes, code: str, words: str) -> None:
    good = json.dumps(COMPANY).encode()
    items, rejected = read(b"\n" + line + b"\n" + good)
    assert [item.line for item in items] == [3]
    (told,) = rejected
    assert told.finding.code == code
    assert words in told.finding.message
    assert told.finding.place is not None
    assert (told.finding.place.path, told.finding.place.line) == ("x.jsonl", 2)
    assert "\0" not in told.raw
    assert len(told.raw) <= 10_000


def test_the_hint_of_any_complaint_is_told() -> None:
    _, (told,) = read(b'{"kind":"company","id":"a","nmae":"A"}')
    assert told.finding.message == "name is missing; unknown field nmae"
    assert told.finding.hint == "did you mean name?"


def test_an_unknown_kind_is_told_with_the_nearest() -> None:
    _, (told,) = read(b'{"kind":"compny","id":"a"}')
    assert told.finding.hint == "did you mean company?"
