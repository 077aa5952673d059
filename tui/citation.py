"""What can be copied of what one looks at, as plain text; no Textual."""

from __future__ import annotations

import shlex

from scale_explorer.data.formats.footnoted_markdown import escaped
from scale_explorer.data.store.rows.claims import ClaimRow
from scale_explorer.data.store.rows.lens import PLAIN_LENS, Lens
from scale_explorer.data.store.rows.quotes import EvidenceRow
from scale_explorer.data.store.rows.records import RecordRow
from scale_explorer.models.frozen import dataclass

from .scene import Scene


@dataclass(frozen=True, slots=True)
class Copy:
    """One thing to copy; `missing` says why there is none here."""

    key: str
    label: str
    text: str
    missing: str = ""


def copies(  # noqa: PLR0913, PLR0917 - what a scene does not hold is told beside it
    scene: Scene,
    document: str | None,
    data: tuple[str, ...],
    footnoted: str = "",
    address: str = "",
    lens: Lens = PLAIN_LENS,
) -> tuple[Copy, ...]:
    """Return what `y` offers: `document` is the chosen record's JSON, `data` what was opened.

    `footnoted` is the claim as a dossier has it, `address` the URL of the source, and `lens` how
    one looks.
    """
    claim, quote = scene.words.answer.claim, scene.quote
    record = claim.id if claim else scene.sheet.answer.record
    return (
        _copy("v", "value", _value(scene.row, claim), "this row has no amount"),
        _copy("c", "claim", _claim(claim, scene), "no claim is chosen"),
        _copy("q", "quote", quote.exact if quote else "", "no quote carries this row"),
        _copy("m", "quote with citation, as Markdown", _cited(quote), "no quote carries this row"),
        _copy("f", "claim with its words, as footnoted Markdown", footnoted, "no claim is chosen"),
        _copy("j", "record as JSON", document or "", "no record is chosen"),
        _copy("u", "web address of the source", address, "no address is known"),
        _copy(
            "l",
            "link: the command that opens this",
            link(record, data, lens),
            "no record is chosen",
        ),
    )


def _copy(key: str, label: str, text: str, missing: str) -> Copy:
    return Copy(key, label, text, "" if text else missing)


def _value(row: ClaimRow | None, claim: RecordRow | None) -> str:
    return (row.amount if row else "") or (claim.amount if claim else "")


def _claim(claim: RecordRow | None, scene: Scene) -> str:
    """Say the claim in a sentence, with amount, period and status where it has them."""
    if claim is None:
        return "" if scene.sheet.answer.record is None else scene.sheet.answer.title
    told = ", ".join(filter(None, (claim.when, claim.state)))
    amount = f": {claim.amount}" if claim.amount and claim.amount not in claim.title else ""
    return f"{claim.title}{amount}{f' ({told})' if told else ''}"


def _cited(quote: EvidenceRow | None) -> str:
    """Return the quote as a Markdown block quote above its citation."""
    if quote is None:
        return ""
    place = f"¶ {quote.paragraph}" if quote.paragraph else ""
    source = f"*{escaped(quote.source_title)}*"
    said, detail = escaped(quote.attribution), escaped(quote.source_detail)
    cited = ", ".join(filter(None, (said, source, detail, place)))
    words = escaped(quote.exact.replace("\n", " "))
    return f"> “{words}”\n>\n> — {cited} ({quote.verdict.replace('_', ' ')})"


def link(record: str | None, data: tuple[str, ...], lens: Lens = PLAIN_LENS) -> str:
    """Return the command line that opens the record again, looked at in the same way."""
    if record is None:
        return ""
    opened = [word for name in data for word in ("--data", name)]
    as_of = [] if lens.as_of is None else ["--as-of", lens.as_of]
    without = [word for each in sorted(lens.without) for word in ("--without", each)]
    return shlex.join(["scale-explorer", *opened, "--at", record, *as_of, *without])
