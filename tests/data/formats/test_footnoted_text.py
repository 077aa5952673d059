"""A dossier as plain text fits into 80 columns and loses no word."""

from __future__ import annotations

from hypothesis import given, settings
from rich.cells import cell_len

from scale_explorer.data.dossier.claim_text import ClaimText
from scale_explorer.data.dossier.laying_out import laid_out
from scale_explorer.data.dossier.parts import Document, Quoted, Remark
from scale_explorer.data.formats.footnoted_text import written

from .dossiers import DOCUMENTS, small

BEGINNING = """\
Dossier: Mill
=============
From the data set “Mill” (mill).
3 claims, 3 quotes, 1 verified on this machine; the others are marked.

1. Mill’s sales, 2024: ≈ $9 M
   Figure · sales · sales

   Comment: Ask him.

   ≠ Contested: some of its quotes speak against it.

   - amount: ≈ $9 M
   - range: $8.1–9.9 M

   Note: The miller’s own number.

     “sold about $9 million of flour” [1] (“it” is Mill)

     “never sold that much” [2] (○ not checked; against it)

   ≠ Disputed: two amounts. Against it stands: Sales: $5 M. Neither leads: both
   are hearsay.

     “its 30 workers” [3] (✓ locked; current)

2. Mill’s sales per worker: ≈ $300 K ƒ
"""
END = """\
--------------------
[1] the miller, “Mill to close”, Ann Oak and Bo Elm, The Gazette, 3 May 2025,
   ¶\u00a02, https://gazette.example/mill. ✓ here: found in the text on this machine.
[2] “A letter”. ○ not checked: the text is not here, and nobody has checked the
   words.
[3] “Mill to close”, Ann Oak and Bo Elm, The Gazette, 3 May 2025, ¶\u00a03,
   https://gazette.example/mill. ✓ locked: found by the set’s authors, not
   verified here.
"""


def test_a_dossier_reads_well() -> None:
    text = written(small())
    assert text.startswith(BEGINNING)
    assert text.endswith(END)


@settings(deadline=None)  # a busy machine is no failure
@given(DOCUMENTS)
def test_every_line_fits_and_no_word_is_lost(document: Document) -> None:
    text = written(document)
    assert all(cell_len(line) <= 80 for line in text.splitlines())
    flat = "".join(text.split())
    for entry in document.entries:
        assert "".join(entry.heading.split()) in flat
        for part in entry.parts:
            match part:
                case Remark(_, told):
                    assert "".join(told.split()) in flat
                case Quoted(exact):
                    assert "".join(exact.split()) in flat
                case _:
                    pass


def test_wide_letters_and_long_words_are_broken_where_they_must() -> None:
    claims = (ClaimText("a", "汐凪" * 60), ClaimText("b", "x" * 200))
    lines = written(laid_out(claims, "t")).splitlines()
    assert max(map(cell_len, lines)) <= 80
    assert sum(line.count("汐") for line in lines) == 60
    assert sum(line.count("x") for line in lines) == 200
