"""What is said of a claim, and which words share a footnote."""

from __future__ import annotations

from dataclasses import replace

import pytest

from scale_explorer.data.dossier.claim_text import Citation, ClaimText, Words
from scale_explorer.data.dossier.laying_out import laid_out
from scale_explorer.data.dossier.parts import Quoted, Remark

NEWS = Citation("news", "News")
WORDS = Words("it closed", NEWS, ("7",), 1, "here")


def labels(claim: ClaimText) -> list[str]:
    return [part.label for part in laid_out((claim,)).entries[0].parts if isinstance(part, Remark)]


def numbers(*words: Words) -> list[int]:
    claims = (ClaimText(str(place), "t", words=(each,)) for place, each in enumerate(words))
    parts = (part for entry in laid_out(claims).entries for part in entry.parts)
    return [part.number for part in parts if isinstance(part, Quoted)]


def test_the_same_words_in_the_same_place_share_a_footnote() -> None:
    assert numbers(WORDS, replace(WORDS, refutes=True, attribution="Ann")) == [1, 1]
    note = laid_out((ClaimText("a", "t", words=(WORDS, replace(WORDS, attribution="Ann"))),)).notes
    assert [(each.said, each.references) for each in note] == [("Ann", 2)]


@pytest.mark.parametrize(
    "other",
    [
        replace(WORDS, exact="It closed"),
        replace(WORDS, place=("90",)),
        replace(WORDS, source=Citation("mail", "Mail")),
    ],
)
def test_other_words_or_another_place_have_a_footnote_of_their_own(other: Words) -> None:
    assert numbers(WORDS, other, WORDS) == [1, 2, 1]


@pytest.mark.parametrize(
    ("claim", "said"),
    [
        (ClaimText("a", "t", words=(replace(WORDS, refutes=True),)), "✕ Refuted"),
        (ClaimText("a", "t", words=(WORDS, replace(WORDS, refutes=True))), "≠ Contested"),
        (ClaimText("a", "t"), "✕ Unsupported"),
        (ClaimText("a", "t", gone=True), "✕ Gone"),
        (ClaimText("a", "t", words=(WORDS,), inferred=True), "Inferred"),
        (ClaimText("a", "t", words=(WORDS,), deprecated=True), "✕ Deprecated"),
        (ClaimText("a", "t", words=(WORDS,), comment="mine"), "Comment"),
    ],
)
def test_what_a_reader_must_know_is_said(claim: ClaimText, said: str) -> None:
    assert labels(claim) == [said]


def test_a_sound_claim_has_no_remark() -> None:
    assert labels(ClaimText("a", "t", words=(WORDS,))) == []


@pytest.mark.parametrize(
    ("verdict", "mark"),
    [
        ("here", ()),
        ("locked", ("✓ locked",)),
        ("locked_elsewhere", ("✓ locked",)),
        ("ambiguous", ("? ambiguous",)),
        ("missing", ("✕ not found",)),
        ("unchecked", ("○ not checked",)),
        ("something new", ("○ not checked",)),
    ],
)
def test_what_was_not_verified_here_is_marked(verdict: str, mark: tuple[str, ...]) -> None:
    document = laid_out((ClaimText("a", "t", words=(replace(WORDS, verdict=verdict),)),), "t")
    quoted = next(part for part in document.entries[0].parts if isinstance(part, Quoted))
    assert quoted.remarks == mark
    assert ("all verified" in document.about[-1]) is (verdict == "here")


@pytest.mark.parametrize(
    ("url", "linked"),
    [
        ("https://a.example/b?c=1&d=2", True),
        ("http://a.example", True),
        ("javascript:alert(1)", False),
        ("https://a.example/ x", False),
        ('https://a.example/"onclick="x', False),
        ("https://a.example/>", False),
        ("", False),
    ],
)
def test_only_addresses_of_the_web_become_links(url: str, linked: bool) -> None:  # noqa: FBT001 - a case
    source = Citation("news", "News", url=url)
    note = laid_out((ClaimText("a", "t", words=(replace(WORDS, source=source),)),)).notes[0]
    assert note.url == (url if linked else "")
    assert linked or url in note.detail


def test_what_a_terminal_would_obey_is_replaced() -> None:
    document = laid_out((ClaimText("a", "\x1b[2J\u202e", comment="\x07"),), "\x1b]0;x")
    assert "\x1b" not in repr(document).replace("\\x1b", "\x1b")
    assert document.entries[0].heading == "␛[2J\ufffd"
