"""The forms: which fields each kind of record has, and what may stand in them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import Enum, StrEnum, auto

from scale_explorer.models.claim import Modality, Preference
from scale_explorer.models.deal import DealStatus, DealType, PartyRole
from scale_explorer.models.figure import FigureStatus, Measure
from scale_explorer.models.frozen import dataclass, replace
from scale_explorer.models.group import Extent
from scale_explorer.models.kinds import CLAIM_KINDS, ENTITY_KINDS, Kind
from scale_explorer.models.reason import ReasonType
from scale_explorer.models.relation_type import RelationType
from scale_explorer.models.relationship import RelationStatus
from scale_explorer.models.statement import Stance


class What(Enum):
    """What a field holds, and so how its text becomes a value.

    Words stand as they are typed. A list is parted by semicolons; with roles each member is an id
    and what it is (`meta investor`). Mentions are pairs: `the startup = scale-ai`.
    """

    WORDS = auto()
    CHOICE = auto()
    ID = auto()
    IDS = auto()
    IDS_WITH_ROLES = auto()
    WORDS_LIST = auto()
    MENTIONS = auto()
    FORMULA = auto()
    PERIOD = auto()


@dataclass(frozen=True, slots=True)
class Field:
    """One line of a form.

    `choices` are all values of a choice, or the roles of a list with roles; `kinds` are the kinds
    of record that an id may be of. `hint` says how it is written, where that is not plain.
    """

    key: str
    label: str
    what: What = What.WORDS
    needed: bool = False
    choices: tuple[str, ...] = ()
    kinds: frozenset[Kind] = frozenset()
    hint: str = ""


_ENTITIES = frozenset(ENTITY_KINDS)
_ANYTHING = frozenset(Kind) - {Kind.SOURCE}
_DATE = "2024, 2024-06, 2024-06-13, 2025~ (about), 2024/2025"


def _id(key: str, kinds: frozenset[Kind], *, needed: bool = False) -> Field:
    return Field(key, key.replace("_", " "), What.ID, needed, kinds=kinds)


def _choice(key: str, choices: Iterable[StrEnum], *, needed: bool = False) -> Field:
    return Field(key, key.replace("_", " "), What.CHOICE, needed, tuple(map(str, choices)))


def quote_fields(place: int) -> tuple[Field, Field]:
    """Return what can be told of one of several quotes, by its place from 0."""
    mentions, said = QUOTE_FIELDS
    return (
        replace(mentions, key=f"quote.{place}.mentions", label=f"mentions {place + 1}"),
        replace(said, key=f"quote.{place}.attribution", label=f"acc. to {place + 1}"),
    )


QUOTE_FIELDS = (
    Field("quote.mentions", "mentions", What.MENTIONS,
          hint="what words in the quote stand for: the startup = scale-ai; it = google"),
    Field("quote.attribution", "according to",
          hint="who said it, in the source's words: sources familiar with the matter"),
)  # fmt: skip
"""What is told of the quote of a new claim."""

OF_CLAIM = (
    _choice("modality", Modality), Field("condition", "condition"), _choice("prefer", Preference),
    Field("note", "note"), Field("id", "id", hint="made from the rest when left empty"),
)  # fmt: skip
"""What every claim has besides; one seldom needs it."""

_OF_ENTITY = (
    Field("name", "name", needed=True),
    Field("id", "id", hint="made from the name when left empty"),
    Field("aliases", "aliases", What.WORDS_LIST, hint="other names, parted by ;"),
    Field("country", "country", hint="two letters: US, DE"),
    Field("tags", "tags", What.WORDS_LIST, hint="parted by ;"),
    Field("summary", "summary", hint="what it is, in your words"),
)

_RELATIONSHIP = (
    _id("subject", _ENTITIES, needed=True),
    _choice("type", RelationType, needed=True),
    _id("object", _ENTITIES | {Kind.DEAL}, needed=True),
    _choice("status", RelationStatus),
    Field("since", "since", hint=f"when it came to be so: {_DATE}"),
    Field("role", "role"), Field("start", "start", hint=_DATE), Field("end", "end", hint=_DATE),
    _id("deal", frozenset({Kind.DEAL})),
)  # fmt: skip
_DEAL = (
    Field("title", "title", needed=True),
    _choice("type", DealType, needed=True),
    Field("parties", "parties", What.IDS_WITH_ROLES, needed=True, kinds=_ENTITIES,
          choices=tuple(map(str, PartyRole)), hint="meta investor; scale-ai target"),
    _choice("status", DealStatus),
    Field("since", "since", hint=f"when it came to be so: {_DATE}"),
    Field("announced", "announced", hint=_DATE), Field("completed", "completed", hint=_DATE),
    Field("terms", "terms"),
)  # fmt: skip
_FIGURE = (
    _id("subject", _ENTITIES | {Kind.DEAL, Kind.RELATIONSHIP}, needed=True),
    _choice("measure", Measure, needed=True),
    Field("value", "value", hint="as the source words it: about $150 million"),
    Field("unit", "unit", hint="only where the value does not say it: people, %, USD/annotation"),
    Field("period", "period", What.PERIOD, hint=f"{_DATE}, before DEAL, after DEAL"),
    _choice("status", FigureStatus),
    _id("scope", _ENTITIES), _id("relative_to", frozenset({Kind.FIGURE, Kind.DEAL})),
    Field("formula", "formula", What.FORMULA, hint="instead of a value: {spend} / {revenue}"),
)  # fmt: skip
_STATEMENT = (
    _id("speaker", _ENTITIES),
    Field(
        "attribution",
        "said by",
        hint="who said it, in the source's words, when it is nobody in the set",
    ),
    _id("holder", _ENTITIES),
    _choice("stance", Stance, needed=True),
    Field("text", "text", needed=True, hint="what is said, in your words"),
    Field(
        "about",
        "about",
        What.IDS_WITH_ROLES,
        kinds=_ANYTHING,
        hint="ids, parted by ;  with a word behind one for its part in it: meta-deal cause",
    ),
    Field("date", "date", hint=_DATE),
)
_REASON = (
    _id("cause", _ANYTHING, needed=True),
    _choice("type", ReasonType, needed=True),
    _id("effect", _ANYTHING, needed=True),
)
_GROUP = (
    Field("members", "members", What.IDS, kinds=_ENTITIES, hint="parted by ;"),
    _id("part_of", _ENTITIES),
    _choice("extent", Extent),
)

FORMS: Mapping[Kind, tuple[Field, ...]] = {
    **dict.fromkeys(ENTITY_KINDS, _OF_ENTITY),
    Kind.GROUP: (*_OF_ENTITY, *_GROUP),
    Kind.RELATIONSHIP: (*_RELATIONSHIP, *OF_CLAIM),
    Kind.DEAL: (*_DEAL, *OF_CLAIM),
    Kind.FIGURE: (*_FIGURE, *OF_CLAIM),
    Kind.STATEMENT: (*_STATEMENT, *OF_CLAIM),
    Kind.REASON: (*_REASON, *OF_CLAIM),
}
"""The fields of each kind, those first that one fills in first."""

WRITABLE = (*CLAIM_KINDS, *ENTITY_KINDS)
"""The kinds that have a form."""
