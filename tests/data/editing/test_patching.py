"""A document is changed where it is meant to, and nowhere else."""

from __future__ import annotations

from contextlib import suppress
from textwrap import dedent
from typing import Any

import pytest
import tomli
from hypothesis import given
from hypothesis import strategies as st

from scale_explorer.data.editing.ops import Append, Drop, Op, Put, changed
from scale_explorer.data.editing.patching import patched
from scale_explorer.data.loading.shapes import as_list, as_table
from scale_explorer.models.errors import DataError

DOCUMENT = dedent(
    """\
    #:schema schema.json
    # The story of a mill.
    [dataset]
    id = "mill"  # short
    title = 'The "mill"'
    lead = ["one",
            "two"]   # in order

    # Companies

    # The mill itself.
    [[company]]
    id = "birch"
    name = "Birch Mills"
    aliases = ["Birch"]
    identifiers = { lei = "X", cik = "1" }

    [[company]]
    id = "alder"
    name = "Alder"

    # What they are to each other

    [[figure]]
    id = "price"
    subject = "birch"
    value = "about $150 million"  # as written
    evidence = [
        "for about $150 million",  # the first
        { exact = "a price", mentions = { "it" = "birch" } },
    ]

    [[figure]]
    id = "stake"
      subject = "alder"
      value = 49.50
    [[figure.evidence]]
    exact = "half of it"

    [[figure]]
    id = "last"
    """
)


def after(*ops: Op, document: str = DOCUMENT) -> str:
    return patched(document.encode(), ops).decode()


def swapped(old: str, new: str) -> str:
    assert DOCUMENT.count(old) == 1
    return DOCUMENT.replace(old, new)


@pytest.mark.parametrize(
    ("op", "old", "new"),
    [
        (Put(("company", 1, "name"), "Elder"), '"Alder"', '"Elder"'),
        (Put(("figure", 1, "value"), 7), "49.50", "7"),
        (Put(("company", 0, "aliases", 0), "B"), '["Birch"]', '["B"]'),
        (Put(("company", 0, "identifiers", "lei"), "Y"), '"X"', '"Y"'),
        (Put(("company", 0, "identifiers", "wikidata"), "Q1"), '"1" }', '"1", wikidata = "Q1" }'),
        (
            Put(("company", 1, "summary"), 'Says "yes"'),
            'name = "Alder"\n',
            'name = "Alder"\nsummary = \'Says "yes"\'\n',
        ),
        (
            Put(("figure", 0, "period"), "2024"),
            '    { exact = "a price", mentions = { "it" = "birch" } },\n]\n',
            '    { exact = "a price", mentions = { "it" = "birch" } },\n]\nperiod = "2024"\n',
        ),
        (
            Put(("figure", 1, "unit"), "%"),
            "  value = 49.50\n",
            '  value = 49.50\n  unit = "%"\n',
        ),
        (Append(("dataset", "lead"), "three"), '"two"]', '"two", "three"]'),
        (Append(("company", 0, "aliases"), "Mill"), '["Birch"]', '["Birch", "Mill"]'),
        (
            Append(("company", 1, "aliases"), "Tree"),
            'name = "Alder"\n',
            'name = "Alder"\naliases = ["Tree"]\n',
        ),
        (
            Append(("figure", 0, "evidence"), {"exact": "third", "start": 3}),
            '"it" = "birch" } },\n',
            '"it" = "birch" } },\n    { exact = "third", start = 3 },\n',
        ),
        (
            Append(("figure", 1, "evidence"), {"exact": "more"}),
            'exact = "half of it"\n',
            'exact = "half of it"\n\n[[figure.evidence]]\nexact = "more"\n',
        ),
        (
            Append(("company",), {"id": "elm", "name": "Elm"}),
            'name = "Alder"\n',
            'name = "Alder"\n\n[[company]]\nid = "elm"\nname = "Elm"\n',
        ),
        (
            Append(("deal",), {"id": "sale"}),
            'id = "last"\n',
            'id = "last"\n\n[[deal]]\nid = "sale"\n',
        ),
        (Drop(("company", 0, "aliases")), 'aliases = ["Birch"]\n', ""),
        (Drop(("dataset", "id")), 'id = "mill"  # short\n', ""),
        (Drop(("company", 0, "identifiers", "lei")), 'lei = "X", ', ""),
        (Drop(("company", 0, "identifiers", "cik")), ', cik = "1"', ""),
        (
            Drop(("figure", 0, "evidence", 0)), '    "for about $150 million",  # the first\n', "",
        ),
        (Drop(("dataset", "lead", 1)), ',\n        "two"', ""),
        (Drop(("company", 1)), '[[company]]\nid = "alder"\nname = "Alder"\n\n', ""),
        (
            Drop(("figure", 1)),
            (
                '[[figure]]\nid = "stake"\n  subject = "alder"\n  value = 49.50\n'
                '[[figure.evidence]]\nexact = "half of it"\n\n'
            ),
            "",
        ),
        (Drop(("figure", 2)), '\n[[figure]]\nid = "last"\n', ""),
        (Drop(("figure", 1, "evidence")), '[[figure.evidence]]\nexact = "half of it"\n\n', ""),
    ],
)  # fmt: skip
def test_only_what_is_meant_changes(op: Op, old: str, new: str) -> None:
    assert after(op) == swapped(old, new)


def test_the_comment_above_a_record_goes_with_it_and_a_heading_stays() -> None:
    text = after(Drop(("company", 0)))
    assert "The mill itself" not in text
    assert '# Companies\n\n[[company]]\nid = "alder"' in text


def test_many_changes_at_once_do_not_disturb_each_other() -> None:
    ops: tuple[Op, ...] = (
        Put(("dataset", "title"), "Other"),
        Append(("figure",), {"id": "new"}),
        Drop(("company", 1)),
        Append(("figure",), {"id": "newer"}),
        Put(("figure", 2, "unit"), "USD"),
        Put(("figure", 2, "value"), "$5"),
        Append(("figure", 0, "evidence"), "x"),
        Append(("figure", 0, "evidence"), "y"),
    )
    tables = tomli.loads(after(*ops))
    assert [figure["id"] for figure in tables["figure"]] == [
        "price",
        "stake",
        "last",
        "new",
        "newer",
    ]
    assert tables["figure"][2] == {"id": "last", "unit": "USD", "value": "$5"}
    assert tables["figure"][0]["evidence"][2:] == ["x", "y"]
    assert [company["id"] for company in tables["company"]] == ["birch"]


def test_a_long_list_is_spread_over_lines() -> None:
    document = f'lead = ["{"a" * 60}", "b"]\n'
    text = after(Append(("lead",), "c" * 40), document=document)
    assert text == f'lead = [\n    "{"a" * 60}",\n    "b",\n    "{"c" * 40}",\n]\n'


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        ("", '[[company]]\nid = "a"\n'),
        ("# only a comment\n", '# only a comment\n\n[[company]]\nid = "a"\n'),
        ("x = 1", 'x = 1\n\n[[company]]\nid = "a"\n'),
        ("company = []\n", 'company = [{ id = "a" }]\n'),
        ('company = [{ id = "z" }]\n', 'company = [{ id = "z" }, { id = "a" }]\n'),
        ("x = [\r\n  1,\r\n]\r\n", 'x = [\r\n  1,\r\n]\r\n\r\n[[company]]\r\nid = "a"\r\n'),
    ],
)  # fmt: skip
def test_a_record_is_added_to_any_document(document: str, expected: str) -> None:
    if "\r" in expected:
        expected = expected.removesuffix("\r\n") + "\r\n"
    assert after(Append(("company",), {"id": "a"}), document=document) == expected


def test_a_byte_order_mark_stays() -> None:
    assert patched(b"\xef\xbb\xbfx = 1\n", [Put(("x",), 2)]) == b"\xef\xbb\xbfx = 2\n"


@pytest.mark.parametrize(
    "op",
    [
        Put(("company", 7, "name"), "x"),
        Drop(("company", 0, "nothing")),
        Append(("company", 0, "name"), "x"),
        Append(("figure",), "no table"),
        Put(("company", 0, "name"), object()),
        Put(("company", 0, "name"), "\ud800"),
    ],
)
def test_what_cannot_be_done_is_refused(op: Op) -> None:
    with pytest.raises(DataError, match="cannot be edited"):
        after(op)


def test_a_dotted_table_is_left_alone_rather_than_harmed() -> None:
    document = '[[company]]\nid = "a"\nidentifiers.lei = "X"\n'
    with pytest.raises(DataError, match="cannot be edited"):
        after(Put(("company", 0, "identifiers", "cik"), "1"), document=document)


# Any changes to any document.

WORDS = st.text(st.characters(codec="utf-8"), max_size=12)
VALUES = st.recursive(
    st.booleans() | st.integers(-(10**9), 10**9) | WORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3),
    max_leaves=6,
)


def paths(value: Any, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    found = [path] if path else []
    inner = (as_table(value) or {}).items() or enumerate(as_list(value) or ())
    return [*found, *(each for key, member in inner for each in paths(member, (*path, key)))]


@st.composite
def an_op(draw: st.DrawFn) -> Op:
    tables = tomli.loads(DOCUMENT)
    path = draw(st.sampled_from(paths(tables)))
    target: Any = tables
    for part in path:
        target = target[part]
    kind = draw(st.sampled_from(["put", "new", "drop", "append"]))
    if kind == "append" and as_list(target) is not None:
        is_record = bool(target) and len(path) == 1
        return Append(path, {"id": draw(WORDS)} if is_record else draw(VALUES))
    if kind == "new" and as_table(target) is not None:
        return Put((*path, draw(WORDS)), draw(VALUES))
    if kind == "put" and len(path) > 1 and as_table(target) is None:
        return Put(path, draw(VALUES))
    return Drop(path)


@given(an_op())
def test_any_change_is_made_and_comments_stay(op: Op) -> None:
    """`patched` proves the tables; here that it is not refused, and that nothing else moved."""
    document = DOCUMENT.encode()
    try:
        text = patched(document, [op]).decode()
    except DataError:
        # Sections are changed key by key, and members of section lists are tables.
        assert "evidence" in op.path or len(op.path) == 1 or "figure" in op.path
        return
    expected = {key: value for key, value in changed(tomli.loads(DOCUMENT), [op]).items() if value}
    assert {key: value for key, value in tomli.loads(text).items() if value}.keys() == (
        expected.keys()
    )
    if not isinstance(op, Drop):
        for comment in ("# short", "# in order", "# Companies", "# as written", "# the first"):
            assert comment in text or op.path[-1] in {"lead", "evidence"}


@given(st.lists(an_op(), max_size=4))
def test_several_changes_never_crash(ops: list[Op]) -> None:
    with suppress(DataError):
        tomli.loads(patched(DOCUMENT.encode(), ops).decode())
