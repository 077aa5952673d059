"""What is proposed: frozen values, each with the words it was read from and the rule that read it.

Types of figures, statements, deals and reasons are the values of the enumerations in `models`,
as text, so that reading a sentence needs no Pydantic; a test holds that they are such values.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from scale_explorer.models.frozen import dataclass
from scale_explorer.models.kinds import Kind
from scale_explorer.models.quantity.hedge import Hedge
from scale_explorer.models.quantity.interval import Interval
from scale_explorer.models.relation_type import RelationType


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """Words of a source and what was made of them.

    `start` and `end` are code points of the source's text; `words` is that part of it. `rule` names
    the rule, for tests and for showing why.
    """

    start: int
    end: int
    words: str
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AmountProposal(Proposal):
    """An amount, what it most likely measures and the words that say so.

    `measure` and `status` are values of `models.figure`; `because` is empty where only the unit
    says what is measured.
    """

    interval: Interval
    unit: str
    hedge: Hedge
    measure: str
    because: str = ""
    status: str = "reported"


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodProposal(Proposal):
    """A date or a period as EDTF; empty where only the day of publication could tell, and does not.

    `relative` says that it was counted from that day.
    """

    edtf: str
    relative: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NameProposal(Proposal):
    """A name of a known entity, or of several that are called the same.

    `inner` says that a longer name holds it, as `Scale AI` in `a spokesperson for Scale AI`.
    """

    ids: tuple[str, ...]
    kind: Kind
    inner: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NewNameProposal(Proposal):
    """What looks like a name, and none of the set's; `near` are ids of names that look like it."""

    kind: Kind | None
    near: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AttributionProposal(Proposal):
    """Who said it, in the source's words, the verb, and the speaker where it is a known entity."""

    verb: str
    speaker: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TieProposal(Proposal):
    """A relationship that the words suggest, with its ends where entities are named or meant."""

    type: RelationType
    status: str
    subject: str | None = None
    object: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DealProposal(Proposal):
    """Words that smell of a deal: `type` and `status` are values of `models.deal`."""

    type: str
    status: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StanceProposal(Proposal):
    """Words that say what somebody does with a thought: a stance of `models.statement`."""

    stance: str
    holder: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReasonProposal(Proposal):
    """Words that link cause and effect: a type of `models.reason`.

    `cause_first` says that the cause stands before the words.
    """

    type: str
    cause_first: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MentionProposal(Proposal):
    """A pronoun or paraphrase, and the ids of whom it may stand for, the likeliest first."""

    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class KindProposal:
    """A kind of claim that the words may make; the greater `weight`, the likelier."""

    kind: Kind
    weight: int
    because: str


Each = TypeVar("Each", bound=Proposal)


@dataclass(frozen=True, slots=True)
class Proposals:
    """All that is proposed for some words: those in `selected`, and those in `context` around them.

    Each family is in the order of the text. `kinds` has the likeliest kind first.
    """

    selected: tuple[int, int]
    context: tuple[int, int]
    amounts: tuple[AmountProposal, ...] = ()
    periods: tuple[PeriodProposal, ...] = ()
    names: tuple[NameProposal, ...] = ()
    new_names: tuple[NewNameProposal, ...] = ()
    attributions: tuple[AttributionProposal, ...] = ()
    ties: tuple[TieProposal, ...] = ()
    deals: tuple[DealProposal, ...] = ()
    stances: tuple[StanceProposal, ...] = ()
    reasons: tuple[ReasonProposal, ...] = ()
    mentions: tuple[MentionProposal, ...] = ()
    kinds: tuple[KindProposal, ...] = ()

    def within(self, found: Iterable[Each]) -> tuple[Each, ...]:
        """Return those of some proposals that touch the selected words."""
        start, end = self.selected
        return tuple(each for each in found if each.start < end and start < each.end)

    def nearest(self, found: Iterable[Each]) -> Each | None:
        """Return what fits the selected words best: the first in them, else the nearest to them."""
        start, end = self.selected
        return min(
            found,
            key=lambda each: (max(each.start - end, start - each.end, 0), each.start),
            default=None,
        )

    def everything(self) -> tuple[Proposal, ...]:
        """Return all proposals with words, in the order of the text."""
        families: tuple[tuple[Proposal, ...], ...] = (
            self.amounts, self.periods, self.names, self.new_names, self.attributions, self.ties,
            self.deals, self.stances, self.reasons, self.mentions,
        )  # fmt: skip
        return tuple(sorted((each for one in families for each in one), key=_place))


def _place(proposal: Proposal) -> tuple[int, int]:
    return proposal.start, proposal.end
