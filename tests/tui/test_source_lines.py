"""A source is set again for every move, and of it only the paragraphs with something marked."""

from __future__ import annotations

from pathlib import Path

import pytest

from scale_explorer.data.importing.index_file import IndexWriter
from scale_explorer.data.store.rows.sources import SentenceRow, SourceText, Stretch
from scale_explorer.tui.panes.source_lines import Marked, SourceLines
from scale_explorer.tui.passages import Chosen

_STRETCHES = (
    Stretch(0, 10, 1, "Meta buys ", ("deal#1",)),
    Stretch(10, 20, 1, "a stake.\n\n", ()),
    Stretch(20, 32, 2, "Google goes ", ("exit#1",)),
    Stretch(32, 44, 2, None, ()),
    Stretch(44, 56, 3, "Others fear.", ("fear#1",)),
)
_SENTENCES = (SentenceRow(0, 18, 1, "", ("deal",)), SentenceRow(20, 44, 2, "", ()))
TEXT = SourceText("gazette", "Gazette", "", False, _STRETCHES, _SENTENCES)  # noqa: FBT003 - not whole
MARKS = [
    Marked(Chosen()),
    *(Marked(Chosen((stretch,))) for stretch in _STRETCHES),
    *(Marked(Chosen(sentence=sentence)) for sentence in _SENTENCES),
    Marked(Chosen(), "go"),
    Marked(Chosen((_STRETCHES[4],)), "go", (3, 24)),
    Marked(Chosen(), "", (17, 18)),
]


def test_whatever_was_marked_before_it_is_set_as_if_it_were_the_first_time() -> None:
    typeset = SourceLines()
    for before in MARKS:
        for marked in MARKS:
            typeset.of(TEXT, before, ())
            assert typeset.of(TEXT, marked, ()) == SourceLines().of(TEXT, marked, ())


@pytest.mark.parametrize(
    ("marked", "anew"), [(MARKS[1], {1}), (MARKS[5], {3}), (MARKS[9], {1, 2, 3})]
)
def test_only_paragraphs_with_a_mark_are_set_anew(marked: Marked, anew: set[int]) -> None:
    typeset = SourceLines()
    plain = typeset.of(TEXT, Marked(Chosen(), marked.wanted), ())
    lines = typeset.of(TEXT, marked, ())
    gutters = {new.gutter for old, new in zip(plain, lines, strict=True) if new is not old}
    assert {int(gutter) for gutter in gutters if gutter.strip()} == anew


def test_of_an_index_nobody_is_told_to_attach_a_copy(tmp_path: Path) -> None:
    with IndexWriter(tmp_path / "i", "I") as writer:
        writer.finish(print)
    (tmp_path / "set.toml").write_text("")

    def first(name: str) -> str:
        lines = SourceLines().of(TEXT, Marked(Chosen()), (str(tmp_path / name),))
        return "".join(span.text for span in lines[0].spans)

    assert "attach" in first("set.toml")
    assert "attach" not in first("i")
    assert "An index holds quotes, not texts" in first("i")
