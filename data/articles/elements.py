"""What elements of HTML are for: which part paragraphs, and which hold no words of an article."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborNode

BLOCKS = frozenset(
    {
      "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details",
      "dialog", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1",
      "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "li", "main", "menu", "nav", "ol",
      "p", "pre", "search", "section", "summary", "table", "tbody", "tfoot", "thead", "ul"}
)  # fmt: skip
"""Elements that a paragraph does not go on across (HTML Standard, 15.3)."""

_WORDLESS = frozenset(
    {
      "applet", "audio", "base", "button", "canvas", "datalist", "embed", "frameset", "head",
      "iframe", "input", "link", "map", "meta", "meter", "noembed", "noframes", "noscript",
      "object", "optgroup", "option", "progress", "rp", "script", "select", "style", "svg",
      "template", "textarea", "title", "video"}
)  # fmt: skip
_BESIDE = frozenset(("aside", "dialog", "footer", "form", "menu", "nav", "search"))
_ROLES_BESIDE = frozenset(
    ("banner", "complementary", "contentinfo", "dialog", "navigation", "search", "menu", "toolbar")
)
_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_NAMED_BESIDE = re.compile(
    r"(?:comments?|disqus|related|recommended|recirculation|newsletter|promo|cookies?|consent"
    r"|advert(?:isement)?s?|ads?|breadcrumbs?|sidebar|paywall|outbrain|taboola|most-read|read-next"
    r"|share-(?:buttons?|bar|tools|links)|sharing|social(?:-links|-media|-share)?|skip-link"
    r"|sr-only|visually-hidden|menu|nav|navbar|navigation|foot|footer|masthead|topbar)(?:[-_].*)?",
    re.IGNORECASE,
)
"""Names of classes and ids that pages give to what stands beside an article."""


def attribute(node: LexborNode, name: str) -> str:
    """Return an element's attribute, or nothing."""
    return node.attributes.get(name) or ""


def is_wordless(node: LexborNode) -> bool:
    """Say whether an element shows no words: scripts, controls, and what is hidden."""
    if node.tag in _WORDLESS:
        return True
    told = node.attributes
    return (
        "hidden" in told
        or (told.get("aria-hidden") or "").lower() == "true"
        or bool(_HIDING.search(told.get("style") or ""))
    )


def is_beside(node: LexborNode) -> bool:
    """Say whether an element is made for what stands beside an article: menus, asides, footers."""
    return node.tag in _BESIDE or attribute(node, "role").lower() in _ROLES_BESIDE


def is_named_beside(node: LexborNode) -> bool:
    """Say whether an element's names suggest the same; pages give them to other things too."""
    names = f"{attribute(node, 'class')} {attribute(node, 'id')}"
    return any(_NAMED_BESIDE.fullmatch(name) for name in names.split())
