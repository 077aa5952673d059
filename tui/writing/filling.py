"""What can be read in the selected words, put into a form: what is sure is filled in.

Sure is what the words themselves say: an amount, a period in digits, who is named, who is said to
have said it. What is only likely, such as the measure or whom a pronoun means, is proposed: it is
shown dim, and one key takes it. Names that the set does not know are proposed as entities of their
own, which are written along with the claim where they are taken.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from scale_explorer.data.editing.manuscript import Manuscript
from scale_explorer.data.suggesting.proposal import AmountProposal, Proposals
from scale_explorer.models.kinds import CLAIM_KINDS, Kind

from .draft import Draft
from .naming import Actor, Actors
from .subjects import subject_of
from .words import Words

_ROLES = {"acquisition": ("buyer", "target"), "investment": ("investor", "target")}
_VERBS = {"acquisition": "buys", "investment": "invests in"}


@dataclass(slots=True)
class Filled:
    """Texts for the fields of a form, and what is proposed for others."""

    found: Proposals
    actors: Actors
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

    def name(self, key: str, actor: Actor | None) -> None:
        """Fill a field with who is named by the words; who is new or only near is proposed."""
        if actor is not None:
            (self.fill if actor.is_sure else self.propose)(key, actor.id)


def filled(
    kind: Kind, words: Words, found: Proposals, named: Actors, manuscript: Manuscript
) -> Draft:
    """Return the form of a new record on some words of a source, in which somebody is named."""
    made = Filled(found, named, manuscript)
    if kind in CLAIM_KINDS:
        _FILLERS[kind](made)
        _fill_quote(kind, made)
    else:
        _fill_entity(kind, made)
    offered = {key: text for key, text in made.proposals.items() if key not in made.texts}
    new = made.actors.new if kind in CLAIM_KINDS else ()
    return Draft(kind, None, made.texts, offered, words, new)


# A filler for each kind of claim.


def _fill_figure(made: Filled) -> None:
    amount = _amount(made.found)
    if amount is not None:
        made.fill("value", amount.words)
        made.propose("measure", amount.measure)
        made.propose("status", amount.status if amount.status != "reported" else None)
        if amount.unit == "1" and amount.measure == "headcount":
            made.propose("unit", "people")
    _fill_period(made, "period")
    _fill_subject(made, amount)


def _amount(found: Proposals) -> AmountProposal | None:
    """Return the amount that a figure is most likely made of: money before a mere rank."""
    inside = found.within(found.amounts)
    amounts = [each for each in inside if each.measure != "position"] or inside
    return found.nearest(amounts or found.amounts)


def _fill_subject(made: Filled, amount: AmountProposal | None) -> None:
    """Fill in whom a figure is about: sure is only a single name in the words themselves."""
    inside, measure = made.actors.inside, amount.measure if amount else ""
    for actors_there in (inside, made.actors.everybody):
        known = [each.id for each in actors_there if each.is_known]
        if tie := subject_of(measure, known, made.manuscript):
            made.propose("subject", tie)
            return
    fitting = [each for each in inside if each.is_known] or list(inside)
    if amount is not None and len(fitting) > 1:
        made.propose("subject", min(fitting, key=lambda each: abs(each.start - amount.start)).id)
    elif fitting:
        made.name("subject", fitting[0])
    else:
        made.propose("subject", _meant(made))


def _fill_relationship(made: Filled) -> None:
    found = made.found
    tie = found.nearest(found.within(found.ties)) or found.nearest(found.ties)
    subject, other = (tie.subject, tie.object) if tie else (None, None)
    if tie is not None:
        made.propose("type", tie.type.value)
        made.propose("status", tie.status if tie.status != "unknown" else None)
    rest = iter([each for each in made.actors.inside if each.id not in {subject, other}])
    for key, record in (("subject", subject), ("object", other)):
        actor = made.actors.of(record) if record else next(rest, None)
        made.name(key, actor)
        made.propose(key, record)
    _propose_period(made, "since")


def _fill_deal(made: Filled) -> None:
    found = made.found
    deal = found.nearest(found.within(found.deals)) or found.nearest(found.deals)
    parties = made.actors.inside if len(made.actors.inside) > 1 else made.actors.everybody
    kind = deal.type if deal is not None else ""
    if deal is not None:
        made.propose("type", kind)
        made.propose("status", deal.status if deal.status != "unknown" else None)
    roles = _ROLES.get(kind, ())
    if roles and len(parties) > 1:
        named = zip(parties, roles, strict=False)
        made.propose("parties", "; ".join(f"{each.id} {role}" for each, role in named))
        made.propose("title", f"{parties[0].name} {_VERBS[kind]} {parties[1].name}")
    else:
        made.propose("parties", "; ".join(f"{each.id} other" for each in parties))
    _propose_period(made, "since")


def _fill_statement(made: Filled) -> None:
    found = made.found
    said = found.nearest(found.within(found.attributions)) or found.nearest(found.attributions)
    stance = found.nearest(found.within(found.stances))
    speaker = said.speaker if said is not None else None
    made.fill("speaker", speaker)
    if said is not None and speaker is None:
        made.fill("attribution", said.words)
    made.propose("stance", stance.stance if stance else "asserts")
    made.propose("holder", stance.holder if stance else None)
    about = [each.id for each in made.actors.inside if each.id != speaker and each.is_known]
    made.propose("about", "; ".join(about))
    _propose_period(made, "date")


def _fill_reason(made: Filled) -> None:
    found = made.found
    reason = found.nearest(found.within(found.reasons)) or found.nearest(found.reasons)
    made.propose("type", reason.type if reason else "led_to")


_FILLERS: Mapping[Kind, Callable[[Filled], None]] = {
    Kind.FIGURE: _fill_figure,
    Kind.RELATIONSHIP: _fill_relationship,
    Kind.DEAL: _fill_deal,
    Kind.STATEMENT: _fill_statement,
    Kind.REASON: _fill_reason,
}


def _fill_entity(kind: Kind, made: Filled) -> None:
    """Fill in the new name that stands in the words, the one of this kind before others."""
    names = made.found.within(made.found.new_names)
    own = [each for each in names if each.kind is kind] or list(names)
    made.fill("name", own[0].words if own else None)


def _fill_quote(kind: Kind, made: Filled) -> None:
    found = made.found
    meant = [f"{each.words} = {each.ids[0]}" for each in found.within(found.mentions) if each.ids]
    meant += [f"{each.words} = {each.id}" for each in made.actors.inside if each.is_short]
    made.propose("quote.mentions", "; ".join(dict.fromkeys(meant)))
    said = found.nearest(found.attributions)
    if said is not None and kind is not Kind.STATEMENT:
        made.fill("quote.attribution", said.words)


def _fill_period(made: Filled, key: str) -> None:
    """Fill in a period that stands in the selected words; propose one that stands around them."""
    inside = made.found.nearest(made.found.within(made.found.periods))
    if inside is not None and not inside.relative:
        made.fill(key, inside.edtf)
    _propose_period(made, key)


def _propose_period(made: Filled, key: str) -> None:
    found = made.found
    nearest = found.nearest(found.within(found.periods)) or found.nearest(found.periods)
    made.propose(key, nearest.edtf if nearest else None)


def _meant(made: Filled) -> str | None:
    """Return whom a pronoun or a paraphrase in the words means, or who is named near."""
    meant = made.found.nearest(made.found.within(made.found.mentions))
    if meant is not None and meant.ids:
        return meant.ids[0]
    near = made.found.nearest(made.found.names)
    everybody = made.actors.everybody
    return near.ids[0] if near else everybody[0].id if everybody else None
