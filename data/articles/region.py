"""Where on a page its article is.

Prose is the text of paragraphs that are long enough to be one, but for links: menus, teasers and
buttons have none. A page that marks its article is believed when most of the prose is in there;
else it is the smallest element that holds nearly all prose. Rather something of what stands beside
an article is kept than a paragraph of it lost.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from selectolax.lexbor import LexborNode

from scale_explorer.models.frozen import dataclass

from .elements import BLOCKS, attribute, is_beside, is_named_beside, is_wordless
from .walking import steps

_PARAGRAPH = 60
"""Characters beyond links that only a paragraph has."""
_MARKED = 0.4
"""The share of a page's prose that a marked article has; the rest may be what readers wrote."""
_ALL = 0.9
"""The share of it that is taken for all."""
_LITTLE = 0.2
"""The share of it that something whose name says that it stands beside may have."""
_NO_REGION = frozenset({"p", "li", "blockquote", "pre", "dd", "dt", "figcaption", "caption"})
_CELLS = frozenset({"td", "th"})


@dataclass(frozen=True, slots=True)
class Region:
    """The part of a page that is its article; `prose` counts what is in each element."""

    root: LexborNode
    prose: Mapping[int, int]

    def skips(self, node: LexborNode) -> bool:
        """Say whether an element in it is none of the article."""
        if is_wordless(node):
            return True
        little = self.prose.get(node.mem_id, 0) <= _LITTLE * self.prose.get(self.root.mem_id, 0)
        return little and (is_beside(node) or is_named_beside(node))


@dataclass(slots=True)
class _Open:
    """An element that has begun: the prose in what ended in it, and its own characters."""

    node: LexborNode
    prose: int = 0
    own: int = 0


def region(body: LexborNode) -> Region:
    """Return where the article of a page is."""
    ended = tuple(_counted(body))
    prose = {node.mem_id: count for node, count in ended if count}
    whole = prose.get(body.mem_id, 0)
    return Region(_marked(ended, whole) or _smallest(ended, whole) or body, prose)


def _marked(ended: tuple[tuple[LexborNode, int], ...], whole: int) -> LexborNode | None:
    """Return the element with most prose of those that the page marks as article, or as main."""
    for is_mark in (_is_article, _is_main):
        found = [(count, node) for node, count in ended if count and is_mark(node)]
        # Of one in another the outer one has as much and ends later.
        best = max(enumerate(found), key=lambda each: (each[1][0], each[0]), default=None)
        if best is not None and best[1][0] >= _MARKED * whole:
            return best[1][1]
    return None


def _smallest(ended: tuple[tuple[LexborNode, int], ...], whole: int) -> LexborNode | None:
    holders = (
        node for node, count in ended if count >= _ALL * whole > 0 and node.tag not in _NO_REGION
    )
    return next(holders, None)


def _is_article(node: LexborNode) -> bool:
    marks = attribute(node, "itemprop").split()
    return node.tag == "article" or attribute(node, "role") == "article" or "articleBody" in marks


def _is_main(node: LexborNode) -> bool:
    return node.tag == "main" or attribute(node, "role") == "main"


def _counted(body: LexborNode) -> Iterator[tuple[LexborNode, int]]:
    """Yield each element when it ends, inner ones first, with the prose in it."""
    open_blocks = [_Open(body)]
    links = 0
    for node, begins in steps(body, is_wordless):
        if node.is_text_node:
            open_blocks[-1].own += 0 if links else len((node.text_content or "").strip())
        elif not node.is_element_node:
            continue
        elif node.tag == "a":
            links += 1 if begins else -1
        elif _is_block(node) and node.mem_id != body.mem_id:
            if begins:
                open_blocks.append(_Open(node))
            else:
                yield _ended(open_blocks)
    yield body, _prose_of(open_blocks[0])


def _is_block(node: LexborNode) -> bool:
    return node.tag in BLOCKS or node.tag in _CELLS


def _ended(open_blocks: list[_Open]) -> tuple[LexborNode, int]:
    block = open_blocks.pop()
    prose = _prose_of(block)
    open_blocks[-1].prose += prose
    return block.node, prose


def _prose_of(block: _Open) -> int:
    return block.prose + (block.own if block.own >= _PARAGRAPH else 0)
