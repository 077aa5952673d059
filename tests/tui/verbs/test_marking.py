"""Marked words are read without colour, however wide the terminal is and the letters are."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from scale_explorer.tui.verbs.drawing.blocks import Item, Marked
from scale_explorer.tui.verbs.drawing.markdown import draw as draw_markdown
from scale_explorer.tui.verbs.drawing.marking import marked_lines, shortened
from scale_explorer.tui.verbs.drawing.plain import draw

FAR = "far away " * 20


def drawn(marked: Marked, width: int | None = 80) -> list[str]:
    return [line.text for line in marked_lines(marked, "  ", width)]


def test_carets_stand_beneath_the_words() -> None:
    assert drawn(Marked("quote:", "the mill payed late", ((9, 14),))) == [
        "  quote:  the mill payed late",
        "                   ^^^^^",
    ]


def test_wide_letters_take_two_carets() -> None:
    assert drawn(Marked("a:", "工場 は old", ((3, 4), (5, 8)))) == [
        "  a:  工場 は old",
        "           ^^ ^^^",
    ]


def test_every_line_has_its_own_carets() -> None:
    marked = Marked("a:", "one two three four five", ((4, 13), (19, 23)))
    assert drawn(marked, 18) == [
        "  a:  one two", "          ^^^",
        "      three four", "      ^^^^^",
        "      five", "      ^^^^",
    ]  # fmt: skip


def test_what_stands_far_from_every_mark_is_left_out() -> None:
    text, spans = shortened(f"{FAR}one {FAR}two {FAR}", ((180, 183), (364, 367)))
    assert [text[start:end] for start, end in spans] == ["one", "two"]
    assert text.count("…") == 3
    assert len(text) < 260
    assert all(word in {"far", "away", "one", "two"} for word in text.replace("…", " ").split())


def test_a_text_without_marks_keeps_its_start() -> None:
    assert shortened("short", ()) == ("short", [])
    text, _ = shortened(FAR, ())
    assert text.startswith("far away")
    assert text.endswith("…")
    assert len(text) < 65


def test_markdown_sets_marked_words_in_bold() -> None:
    item = Item("found", under=(Marked("quote:", "a *b* c", ((2, 5),)), "plain"))
    assert list(draw_markdown([item])) == ["- found", r"  quote: a **\*b\*** c", "  plain"]
    assert [line.text for line in draw([item], 80)][1:] == [
        "    quote:  a *b* c",
        "              ^^^",
        "    plain",
    ]


LETTERS = st.text(alphabet="ab 工é\u0301-", min_size=1, max_size=300).map(
    lambda text: " ".join(text.split())
)


@given(LETTERS, st.data(), st.integers(20, 100))
def test_as_many_cells_are_marked_as_the_marked_words_take(
    text: str, data: st.DataObject, width: int
) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    lines = drawn(Marked("a:", text, ((start, end),) if start < end else ()), width)
    carets = sum(line.count("^") for line in lines)
    words = "".join(text[start:end].split())
    assert carets >= cell_len(words)
    assert carets <= cell_len(text[start:end]) + len(lines)
    if start == end:
        assert carets == 0
