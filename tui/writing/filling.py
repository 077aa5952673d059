"""What can be read in the selected words, put into a form: what is sure is filled in.

Sure is what the words themselves say: an amount, a period in digits, who is named, who is said to
have said it. What is only likely, such as the measure or whom a pronoun means, is proposed: it is
shown dim, and one key takes it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from scale_explorer.data.editing.manuscript import Manuscript
from scale_explorer.data.suggesting.proposal import AmountProposal, NameProposal, Proposals
from scale_explorer.models.kinds import CLAIM_KINDS, Kind

from .draft import Draft
from .subjects import subject_of
from .words import Words


@dataclass(slots=True)
class Filled:
    """Texts for the fields of a form, and what is proposed for others."""

    manuscript: Manuscript
    texts: dict[str, str] = field(default_factory=dict[str, str])
    proposals: dict[str, str] = field(default_factory=dict[str, str])

    def fill(self, key: str, text: str | None) -> None:
        """Fill a field in, unless it is."""
        if text:
            self.texts.setdefault(key, text)

    def propose(self, key: str, text: str | None) -> None:
        """Propose something for a field."""
        if text:
            self.proposals.setdefault(key, text)


def filled(kind: Kind, words: Words, found: Proposals, manuscript: Manuscript) -> Draft:
    """Return the form of a new record on some words of a source."""
    made = Filled(manuscript)
    if kind in CLAIM_KINDS:
        _FILLERS[kind](found, made)
        _fill_quote(kind, found, made)
    else:
        _fill_entity(kind, found, made)
    offered = {key: text for key, text in made.proposals.items() if key not in made.texts}
    return Draft(kind, None, made.texts, offered, words)


# A filler for each kind of claim.


def _fill_figure(found: Proposals, made: Filled) -> None:
    amount = _amount(found)
    if amount is not None:
        made.fill("value", amount.words)
        made.propose("measure", amount.measure)
        made.propose("status", amount.status if amount.status != "reported" else None)
        if amount.unit == "1":  # a bare count takes its unit from what is counted
            made.propose("unit", _counted(amount))
    _fill_period(found, made, "period")
    _fill_subject(found, made, amount)


def _amount(found: Proposals) -> AmountProposal | None:
    """Return the amount that a figure is most likely made of: money before a mere rank."""
    inside = found.within(found.amounts)
    amounts = [each for each in inside if each.measure != "position"] or inside
    return found.nearest(amounts or found.amounts)


def _fill_subject(found: Proposals, made: Filled, amount: AmountProposal | None) -> None:
    """Fill in whom a figure is about: sure is only a single name in the words themselves."""
    named, measure = _named(found), amount.measure if amount else ""
    around = [each.ids[0] for each in found.names if not each.inner]
    for ids in ([each.ids[0] for each in named], list(dict.fromkeys(around))):
        if tie := subject_of(measure, ids, made.manuscript):
            made.propose("subject", tie)
            return
    if amount is not None and len(named) > 1:
        nearest = min(named, key=lambda each: abs(each.start - amount.start))
        made.propose("subject", nearest.ids[0])
    elif named:
        made.fill("subject", named[0].ids[0])
    else:
        made.propose("subject", _new_name(found) or _meant(found))


def _fill_relationship(found: Proposals, made: Filled) -> None:
    tie = found.nearest(found.within(found.ties)) or found.nearest(found.ties)
    if tie is not None:
        made.propose("type", tie.type.value)
        made.propose("status", tie.status if tie.status != "unknown" else None)
    ends = _ends(found, tie.subject if tie else None, tie.object if tie else None)
    for key, record in zip(("subject", "object"), ends, strict=False):
        sure = tie is not None and record in {tie.subject, tie.object} and _is_named(found, record)
        (made.fill if sure else made.propose)(key, record)
    _propose_period(found, made, "since")


def _fill_deal(found: Proposals, made: Filled) -> None:
    deal = found.nearest(found.within(found.deals)) or found.nearest(found.deals)
    parties = _parties(found)
    if deal is not None:
        made.propose("type", deal.type)
        made.propose("status", deal.status if deal.status != "unknown" else None)
    roles = ("buyer", "target") if deal is not None and deal.type == "acquisition" else (
        ("investor", "target") if deal is not None and deal.type == "investment" else ()
    )  # fmt: skip
    if len(parties) == len(roles) == 2:
        made.propose("parties", "; ".join(map(" ".join, zip(parties, roles, strict=True))))
    else:
        made.propose("parties", "; ".join(f"{each} other" for each in parties))
    _propose_period(found, made, "since")


def _parties(found: Proposals) -> list[str]:
    """Return who is named in the words or meant by them, and else who is named around them."""
    named = [each.ids[0] for each in _named(found)]
    meant = [each.ids[0] for each in found.within(found.mentions) if each.ids]
    around = [each.ids[0] for each in found.names if not each.inner]
    inside = list(dict.fromkeys([*meant, *named]))
    return inside if len(inside) > 1 else list(dict.fromkeys([*inside, *around]))


def _fill_statement(found: Proposals, made: Filled) -> None:
    said = found.nearest(found.within(found.attributions)) or found.nearest(found.attributions)
    stance = found.nearest(found.within(found.stances))
    if said is not None and said.speaker is not None:
        made.fill("speaker", said.speaker)
    elif said is not None:
        made.fill("attribution", said.words)
    made.propose("stance", stance.stance if stance else "asserts")
    made.propose("holder", stance.holder if stance else None)
    about = [each.ids[0] for each in _named(found) if each.ids[0] != (said and said.speaker)]
    made.propose("about", "; ".join(about))
    _propose_period(found, made, "date")


def _fill_reason(found: Proposals, made: Filled) -> None:
    reason = found.nearest(found.within(found.reasons)) or found.nearest(found.reasons)
    made.propose("type", reason.type if reason else "led_to")


_FILLERS: Mapping[Kind, Callable[[Proposals, Filled], None]] = {
    Kind.FIGURE: _fill_figure,
    Kind.RELATIONSHIP: _fill_relationship,
    Kind.DEAL: _fill_deal,
    Kind.STATEMENT: _fill_statement,
    Kind.REASON: _fill_reason,
}


def _fill_entity(kind: Kind, found: Proposals, made: Filled) -> None:
    """Fill in the new name that stands in the words, the one of this kind before others."""
    names = found.within(found.new_names)
    own = [each for each in names if each.kind is kind] or list(names)
    made.fill("name", own[0].words if own else None)


def _fill_quote(kind: Kind, found: Proposals, made: Filled) -> None:
    meant = [f"{each.words} = {each.ids[0]}" for each in found.within(found.mentions) if each.ids]
    made.propose("quote.mentions", "; ".join(dict.fromkeys(meant)))
    said = found.nearest(found.attributions)
    if said is not None and kind is not Kind.STATEMENT:
        made.fill("quote.attribution", said.words)


def _fill_period(found: Proposals, made: Filled, key: str) -> None:
    """Fill in a period that stands in the selected words; propose one that stands around them."""
    inside = found.nearest(found.within(found.periods))
    if inside is not None and not inside.relative:
        made.fill(key, inside.edtf)
    _propose_period(found, made, key)


def _propose_period(found: Proposals, made: Filled, key: str) -> None:
    nearest = found.nearest(found.within(found.periods)) or found.nearest(found.periods)
    made.propose(key, nearest.edtf if nearest else None)


def _named(found: Proposals) -> list[NameProposal]:
    """Return the known names in the selected words, without those within a longer one."""
    return [each for each in found.within(found.names) if not each.inner]


def _new_name(found: Proposals) -> str | None:
    """Return a name in the words that the set does not know: one takes it, and says of what."""
    names = found.within(found.new_names)
    return names[0].words if names else None


def _is_named(found: Proposals, record: str | None) -> bool:
    return any(record in each.ids for each in found.within(found.names))


def _meant(found: Proposals) -> str | None:
    """Return whom a pronoun or a paraphrase in the words means, or who is named near."""
    meant = found.nearest(found.within(found.mentions))
    if meant is not None and meant.ids:
        return meant.ids[0]
    near = found.nearest(found.names)
    return near.ids[0] if near else None


def _ends(found: Proposals, subject: str | None, other: str | None) -> list[str | None]:
    """Return the ends of a relationship: those that its words suggest, then others named."""
    new = [each.words for each in found.within(found.new_names)]
    rest = iter([*_others(found, {subject, other}), *new])
    return [subject or next(rest, None), other or next(rest, None)]


def _others(found: Proposals, taken: Iterable[str | None]) -> list[str]:
    known = set(taken)
    return list(dict.fromkeys(each.ids[0] for each in _named(found) if each.ids[0] not in known))


def _counted(amount: AmountProposal) -> str:
    return "people" if amount.measure == "headcount" else ""
