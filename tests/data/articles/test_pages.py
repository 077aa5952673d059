"""Web pages: which of their words are the article, and how these are set."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scale_explorer.data.articles.page import read_page
from scale_explorer.data.articles.tidying import tidy

LONG = "Birch Mill said on Tuesday that it would buy half of the bakery in the next valley"
"""A paragraph that is long enough to be prose."""


def text(body: str) -> str:
    return tidy(read_page(f"<!doctype html><title>x</title><body>{body}")["text"])


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        ("<p>One\n  wrapped\tline.<p>Two", "One wrapped line.\n\nTwo"),
        ("<p>Said <b>in</b>side<i> out</i>.</p>", "Said inside out."),
        ("<p>a<br>b<br><br>c</p>", "a\nb\n\nc"),
        ("<ul><li>one<ul><li>half</li></ul><li>two</ul>", "one\n\nhalf\n\ntwo"),
        ("<dl><dt>What<dd>That</dl>", "What\n\nThat"),
        ("<h2>Head</h2>text<div>more</div>tail", "Head\n\ntext\n\nmore\n\ntail"),
        ("<pre>a  b\n  c</pre>d", "a b\nc\n\nd"),
        ("<p>say <q>no</q></p>", "say “no”"),
        ("<blockquote><p>We leave.</p></blockquote>", "We leave."),
        ("<figure><img alt=z><figcaption>At dawn</figcaption></figure>", "At dawn"),
        (
            "<table><caption>Sales</caption><tr><th>Year<th>$<tr><td>2024<td>5</table>",
            "Sales\n\nYear $\n2024 5",
        ),
        ("&ldquo;Caf&eacute;&rdquo; &#8220;&amp;&#x201D; &hellip; &#0;", "“Café” “&” … �"),
        ("a&nbsp;b &shy;c&#8203;d", "a\u00a0b cd"),
        ("a<script>b</script><style>c</style><noscript>d</noscript><!-- e -->f", "af"),
        ("a<span hidden>b</span><i style='display: NONE'>c</i><b aria-hidden=true>d</b>", "a"),
        ("a<button>b</button><select><option>c</select><textarea>d</textarea>", "a"),
        ("<p>a <b>b <i>c</b> d</i> e<p>f</div></span></td>g", "a b c d e\n\nfg"),
    ],
)
def test_words_are_set_as_a_browser_sets_them(body: str, wanted: str) -> None:
    assert text(body).rstrip("\n") == wanted


@pytest.mark.parametrize(
    "beside",
    [
        "<nav><ul><li><a href=/>Home</a></ul></nav>",
        "<footer>All rights reserved</footer>",
        "<aside>Ten loaves to try</aside>",
        "<form>Your address</form>",
        "<div role=navigation>Home</div>",
        "<div class='box related-links'>Read next</div>",
        "<div id=comments>So they say</div>",
        "<section class=newsletter__box>Sign up</section>",
    ],
)
@pytest.mark.parametrize("page", ["<article>{}</article>", "<div><div>{}</div></div>"])
def test_what_stands_beside_is_left_out(beside: str, page: str) -> None:
    body = page.format(f"<p>{LONG}</p>{beside}<p>{LONG}!</p>")
    assert text(body) == f"{LONG}\n\n{LONG}!\n"


@pytest.mark.parametrize(
    "article",
    [
        f"<article><p>{LONG}<p>Short.</article>",
        f"<div itemprop='articleBody'><p>{LONG}<p>Short.</div>",
        f"<main><p>{LONG}<p>Short.</main>",
        f"<div role=main><p>{LONG}<p>Short.</div>",
    ],
)
def test_an_article_that_is_marked_is_all_there_is(article: str) -> None:
    around = "<div>Latest</div>{}<div><p>A reader wrote this, at some length, below it all.</div>"
    assert text(around.format(article)) == f"{LONG}\n\nShort.\n"


def test_a_mark_on_little_of_the_page_is_not_believed() -> None:
    teasers = f"<article><p>{LONG[:62]}</article>"
    body = f"{teasers}<div><p>{LONG}</p><p>{LONG}</p><p>{LONG}</p></div>"
    assert text(body).count(f"{LONG}\n") == 3


def test_no_section_of_an_article_is_lost() -> None:
    sections = "".join(f"<section><p>{LONG} {number}</p></section>" for number in range(9))
    found = text(f"<div class=menu>Home</div><div>{sections}</div>")
    assert [f"{LONG} {number}" in found for number in range(9)] == [True] * 9
    assert "Home" not in found


def test_a_name_that_means_something_else_takes_no_prose_away() -> None:
    body = f"<div class=sidebar-left><p>{LONG}</p><p>{LONG}</p></div>"
    assert LONG in text(f"<article>{body}</article>")


def test_a_heading_above_the_article_stands_first_once() -> None:
    body = f"<h1>Sold</h1><article><p>{LONG}</p></article>"
    assert text(body) == f"Sold\n\n{LONG}\n"
    assert text(f"<article><h1>Sold</h1><p>{LONG}</p></article>") == f"Sold\n\n{LONG}\n"


def test_a_page_without_prose_is_taken_whole() -> None:
    assert text("<div>One</div><p>Two") == "One\n\nTwo\n"


@settings(deadline=None)
@given(st.binary(max_size=2_000))
def test_any_bytes_are_some_page(content: bytes) -> None:
    tidy(read_page(content.decode(errors="replace"))["text"])


TAGS = "<p>", "</p>", "<div>", "</div>", "<table>", "<tr>", "<td>", "</table>", "<a>", "</a>", "<b>"
ODD = "<template>", "<svg>", "<math>", "<select>", "<frameset>", "<plaintext>", "<body>", "</html>"


@settings(deadline=None)
@given(st.lists(st.sampled_from([*TAGS, *ODD, "word ", "<pre>", "<q>", "<!--", "<h1>"])))
def test_any_tags_are_some_page(pieces: list[str]) -> None:
    assert text("".join(pieces)).count("\n\n\n") == 0


@settings(deadline=None)
@given(st.lists(st.text("abc ", min_size=1, max_size=9), min_size=1, max_size=9))
def test_every_word_of_every_paragraph_comes_out_in_order(paragraphs: list[str]) -> None:
    body = "".join(f"<p>{each}</p>" for each in paragraphs)
    assert text(body).split() == " ".join(paragraphs).split()
