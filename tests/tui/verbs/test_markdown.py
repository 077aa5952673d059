from __future__ import annotations

import pytest
from markdown_it import MarkdownIt

from scale_explorer.tui.verbs.drawing.blocks import (
    Block,
    Column,
    Facts,
    Heading,
    Item,
    Paragraph,
    Quotation,
    Sheet,
)
from scale_explorer.tui.verbs.drawing.markdown import draw

HOSTILE = [
    "[x](javascript:alert)",
    "<script>alert(1)</script>",
    "a|b",
    "**bold** _it_ `code`",
    "# no heading",
    "- no list",
    "1. no list",
    "1) no list",
    "+ no list",
    "&lt;",
    "~~gone~~",
    "back\\slash",
    "===",
    "---",
    "![img](http://x)",
]


def drawn(*blocks: Block) -> str:
    return "\n".join(draw(blocks))


def rendered(*blocks: Block) -> str:
    return str(MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(drawn(*blocks)))


def shown(*blocks: Block) -> str:
    """The text a reader sees of one block, and the tags around it."""
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(drawn(*blocks))
    children = [child for token in tokens for child in token.children or ()]
    assert {child.type for child in children} <= {"text", "text_special", "softbreak", "hardbreak"}
    return "".join(child.content for child in children)


@pytest.mark.parametrize("text", HOSTILE)
def test_text_reads_the_same_and_never_becomes_markup(text: str) -> None:
    assert shown(Paragraph(text)) == text
    assert shown(Heading(text)) == text
    assert shown(Item(text)) == text
    assert shown(Quotation(text, ())) == text
    assert text in shown(Sheet((Column("c"),), ((text,),)))


def test_a_sheet_is_a_table() -> None:
    sheet = Sheet((Column("id"), Column("amount", right=True)), (("a", "$1"), ("b\nc", None)))
    assert drawn(sheet) == "| id | amount |\n| --- | --: |\n| a | $1 |\n| b c |  |"


def test_a_page_has_sections_and_lists() -> None:
    html = rendered(
        Heading("Title"),
        Facts((("valued", "$29 bn"),)),
        Heading("Section", 2),
        Item("one"),
        Item("two", 1, ("below",)),
    )
    assert "<h1>Title</h1>" in html
    assert "<h2>Section</h2>" in html
    assert "<li>valued: $29 bn</li>" in html
    assert html.count("<ul>") == 3
