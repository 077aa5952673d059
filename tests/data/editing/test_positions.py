"""Positions are written into TOML of any style, and nothing else of it changes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import pytest
import tomli
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scale_explorer.data.editing.ops import Path
from scale_explorer.data.editing.positions import with_positions
from scale_explorer.data.loading.paragraphs import Span
from scale_explorer.models.errors import DataError

Write = Callable[[Span | None], str]
"""Writes one quote, with or without the position that it is to get."""

WORDS = [
    '"plain"', "'literal \\ # no comment'", '"esc \\" \\u00e9 \\\\"', '"工場 “curly” 🏭 e\u0301"',
    '"""multi\n  line \\\n  "quoted" """', "'''it's\n[[figure]]\n'''", '"[[figure]] { start = 1 }"',
]  # fmt: skip
MENTIONS = ['mentions = { "it" = "mill" }', 'mentions."the mill" = "mill"', "mentions={}"]


@dataclass(frozen=True)
class Document:
    """A document as it is written, with the path of each quote, before and after."""

    before: str
    after: str
    positions: Mapping[Path, Span]


def bare(words: str) -> Write:
    return lambda span: (
        f"{{ exact = {words}, start = {span[0]}, end = {span[1]} }}" if span else words
    )


@st.composite
def inline(draw: st.DrawFn, words: str) -> Write:
    """A quote as an inline table, in any order and spacing, with the position that it had."""
    gap = draw(st.sampled_from(["", " ", "  ", "\t"]))
    equals = draw(st.sampled_from(["=", " = ", "  ="]))
    had = draw(st.sampled_from([(), ("start",), ("end",), ("start", "end"), ("end", "start")]))
    others = draw(st.lists(st.sampled_from(MENTIONS), max_size=1))
    pairs = draw(st.permutations([f"exact{equals}{words}", *others, *had]))

    def write(span: Span | None) -> str:
        new = {"start": span[0], "end": span[1]} if span else {"start": 999, "end": 9999}
        parts: list[str] = []
        for pair in pairs:
            text = f"{pair}{equals}{new[pair]}" if pair in new else pair
            if span and pair == "start" and "end" not in had:
                text += f", end = {span[1]}"
            if span and pair == "end" and "start" not in had:
                text = f"start = {span[0]}, {text}"
            parts.append(text)
        if span and not had:
            parts[-1] += f", start = {span[0]}, end = {span[1]}"
        return "{" + gap + f",{gap}".join(parts) + gap + "}"

    return write


@st.composite
def quotes(draw: st.DrawFn) -> Write:
    words = draw(st.sampled_from(WORDS))
    return draw(st.one_of(st.just(bare(words)), inline(words)))


@st.composite
def arrays(draw: st.DrawFn) -> list[str | Write]:
    """A list of quotes: pieces of text, and quotes between them."""
    many = draw(st.lists(quotes(), min_size=1, max_size=3))
    blank = draw(st.sampled_from(["", " ", "\n    ", "  # a ] comment\n\t", "\n\n"]))
    pieces: list[str | Write] = ["[", blank]
    for place, quote in enumerate(many):
        pieces += (
            [quote, draw(st.sampled_from(["", " "])), ","] if place + 1 < len(many) else [quote]
        )
        pieces.append(blank)
    return [*pieces, draw(st.sampled_from(["", ","])) if not blank.strip(" \t") else "", "]"]


@st.composite
def sections(draw: st.DrawFn, header: str) -> list[str | Write]:
    """A quote as a section of lines, with a comment and an indent."""
    indent = draw(st.sampled_from(["", "  ", "\t"]))
    words = draw(st.sampled_from(WORDS))
    had = draw(st.sampled_from([(), ("start",), ("end",), ("start", "end")]))
    note = draw(st.sampled_from(["", " # note"]))

    def write(span: Span | None) -> str:
        new = {"start": span[0], "end": span[1]} if span else {"start": 999, "end": 9999}
        lines = [f"exact = {words}{note}"]
        for name in ("start", "end"):
            if name in had:
                lines.append(f"{name} = {new[name]}{note}")
            elif span:
                lines.append(f"{name} = {new[name]}")
        return "".join(f"\n{indent}{line}" for line in lines)

    return [f"\n{indent}[[ {header} ]]{note}", write, "\n", draw(st.sampled_from(["", "# end\n"]))]


@st.composite
def records(draw: st.DrawFn, index: int) -> tuple[list[str | Write], list[Path]]:
    kind = "deal"
    pieces: list[str | Write] = [draw(st.sampled_from(["\n", "# x\n\n", ""])), f"[[{kind}]]"]
    pieces += [draw(st.sampled_from([" # c", ""])), "\n", f"id = 'd{index}' # start = 3\n"]
    paths: list[Path] = []
    if draw(st.booleans()):
        array = draw(arrays())
        paths += [(kind, index, "evidence", n) for n in range(sum(map(callable, array)))]
        pieces += [
            draw(st.sampled_from(["evidence = ", '"evidence"=', "  evidence\t= "])),
            *array,
            "\n",
        ]
        listed = True
    else:
        listed = False
    pieces.append('note = """\nevidence = ["no quote"]\n"""\n')
    for change in range(draw(st.integers(0, 2))):
        pieces.append(f"[[{kind}.history]]\nstatus = 'planned'\n")
        array = draw(arrays())
        many = sum(map(callable, array))
        paths += [(kind, index, "history", change, "evidence", n) for n in range(many)]
        pieces += ["evidence = ", *array, "\n"]
    if not listed:
        for place in range(draw(st.integers(0, 2))):
            pieces += draw(sections(f"{kind} . evidence"))
            paths.append((kind, index, "evidence", place))
    return pieces, paths


@st.composite
def documents(draw: st.DrawFn) -> Document:
    pieces: list[str | Write] = ['[dataset]\nid = "x"\n']
    paths: list[Path] = []
    for index in range(draw(st.integers(1, 3))):
        more, theirs = draw(records(index))
        pieces += [*more, draw(st.sampled_from(["", '\n[[company]]\nname = "y"\n']))]
        paths += theirs
    chosen = [(path, draw(st.booleans())) for path in paths]
    spans = {path: (place * 10, place * 10 + 7) for place, (path, yes) in enumerate(chosen) if yes}
    order = iter(paths)
    before = after = ""
    for piece in pieces:
        if isinstance(piece, str):
            before, after = before + piece, after + piece
        else:
            before, after = before + piece(None), after + piece(spans.get(next(order)))
    if draw(st.booleans()):
        before, after = before.rstrip("\n"), after.rstrip("\n")
    if draw(st.booleans()):
        before, after = before.replace("\n", "\r\n"), after.replace("\n", "\r\n")
    mark = draw(st.sampled_from(["", "\ufeff"]))
    return Document(mark + before, mark + after, spans)


SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large]


@settings(max_examples=300, deadline=None, suppress_health_check=SLOW)
@given(documents())
def test_every_byte_but_the_positions_stays(document: Document) -> None:
    written = with_positions(document.before.encode(), document.positions)
    assert written.decode() == document.after
    assert with_positions(written, document.positions) == written


@settings(max_examples=100, deadline=None, suppress_health_check=SLOW)
@given(documents())
def test_what_is_read_differs_by_the_positions_alone(document: Document) -> None:
    before = tomli.loads(document.before.removeprefix("\ufeff"))
    after = tomli.loads(
        with_positions(document.before.encode(), document.positions).decode("utf-8-sig")
    )
    for path, span in document.positions.items():
        old, new = before, after
        for part in path[:-1]:
            old, new = old[part], new[part]  # type: ignore[index]
        given = old[path[-1]]  # type: ignore[index]
        table = {"exact": given} if isinstance(given, str) else given
        assert new[path[-1]] == {**table, "start": span[0], "end": span[1]}  # type: ignore[index]
        old[path[-1]] = new[path[-1]] = None  # type: ignore[index]
    assert before == after


PLACED = "start = 1, end = 2"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            'company = [{ evidence = ["a"] }]',
            f'company = [{{ evidence = [{{ exact = "a", {PLACED} }}] }}]',
        ),
        (
            "[[company]]\nevidence = [{ exact = 'a', # why\n}]",
            f"[[company]]\nevidence = [{{ exact = 'a', {PLACED}, # why\n}}]",
        ),
        (
            "[[company]]\n[[company.evidence]]\nm.x = 'b'\nexact = 'a'\n[x]",
            "[[company]]\n[[company.evidence]]\nm.x = 'b'\nexact = 'a'\nstart = 1\nend = 2\n[x]",
        ),
        (
            "[[company]]\nat = 2025-01-02 03:04:05\nx = nan\nevidence = ['a']",
            "[[company]]\nat = 2025-01-02 03:04:05\nx = nan\nevidence = [{ exact = 'a', @ }]",
        ),
        (
            '[["compa\\u006ey"]]\nevidence = ["a"]',
            f'[["compa\\u006ey"]]\nevidence = [{{ exact = "a", {PLACED} }}]',
        ),
    ],
)
def test_rare_ways_to_write_it_are_known(before: str, after: str) -> None:
    path = ("company", 0, "evidence", 0)
    written = with_positions(before.encode(), {path: (1, 2)})
    assert written.decode() == after.replace("@", PLACED)


@pytest.mark.parametrize(
    "path",
    [
        ("company", 1, "evidence", 0),
        ("company", 0, "evidence", 1),
        ("company", 0, "history", 0),
        ("company", 0, "name"),
        ("company",),
    ],
)
def test_a_quote_that_is_not_there_is_refused(path: Path) -> None:
    text = '[[company]]\nname = 1\nevidence = ["a"]\n'
    with pytest.raises(DataError):
        with_positions(text.encode(), {path: (1, 2)})


def test_a_file_that_is_nested_too_deep_is_refused() -> None:
    text = '[[company]]\nevidence = ["a"]\nx = ' + "[" * 2_000 + "]" * 2_000
    with pytest.raises(DataError, match="cannot be edited"):
        with_positions(text.encode(), {("company", 0, "evidence", 0): (1, 2)})


def test_a_large_file_is_edited_in_time_that_grows_with_it() -> None:
    record = '[[statement]]\nid = "s{}"\nevidence = ["the words of {}", {{ exact = "x" }}]\n'
    text = "".join(record.format(place, place) for place in range(10_000))
    positions: dict[Path, Span] = {
        ("statement", place, "evidence", 0): (place, place + 3) for place in range(10_000)
    }
    written = with_positions(text.encode(), positions)
    assert written.count(b"start = ") == 10_000
