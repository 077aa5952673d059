"""The kinds that `new` adds a record of, each with options called as its fields are."""

from __future__ import annotations

from collections.abc import Callable
from types import MappingProxyType
from typing import Any

from scale_explorer.models.frozen import replace
from scale_explorer.models.kinds import CLAIM_KINDS, ENTITY_KINDS, Kind

from .argument import Argument, Value
from .recording import OfQuote, change, mention, party, period, topic, words

_FIELDS, _WORDS, _CLAIM, _WRITING = "what it is", "its words", "more on a claim", "writing it"
_NEEDED = "; needed"


def _field(  # noqa: PLR0913 - a parameter for each thing that a row tells
    name: str,
    metavar: str,
    what: str,
    value: Value = Value.WORDS,
    *,
    key: str = "",
    reads: Callable[[str], Any] = words,
    group: str = _FIELDS,
) -> Argument:
    """Return an option for a field; one with a `key` of its own may be given several times."""
    told = {"action": "append", "dest": key} if key else {}
    help_ = f"{what} (repeatable)" if key else what
    return Argument((name,), metavar, help_, value, {"type": reads, **told}, group=group)


def _of_quote(
    name: str, metavar: str, what: str, key: str, value: Value = Value.WORDS, **more: Any
) -> Argument:
    """Return an option that is a quote or describes one."""
    told = {"action": OfQuote, "const": key, "dest": "quoted", "default": (), "type": words, **more}
    return Argument((name,), metavar, what, value, told, group=_WORDS)


def _switch(name: str, what: str, group: str = _WRITING) -> Argument:
    return Argument((name,), "", what, settings={"action": "store_true"}, group=group)


_QUOTES = (
    _of_quote("--quote", "WORDS", "verbatim words that it rests on (repeatable)", "exact"),
    _of_quote(
        "--source", "SOURCE", "the source of the quotes, if the set has several", "source",
        Value.SOURCE,
    ),
    _of_quote("--prefix", "WORDS", "words right before a quote that occurs twice", "prefix"),
    _of_quote("--suffix", "WORDS", "words right behind it", "suffix"),
    _of_quote(
        "--attribution", "WORDS", "who said it, as the source puts it", "attribution",
    ),
    _of_quote(
        "--mention", "WORDS=ID", "whom words in the quote stand for (repeatable)", "mentions",
        Value.MENTION, type=mention,
    ),
    _of_quote("--direction", "WORD", "supports (usual) or refutes", "direction", Value.DIRECTION),
    _of_quote(
        "--directness", "WORD", "stated (usual) or inferred", "directness", Value.DIRECTNESS,
    ),
)  # fmt: skip
_STATED_BY = tuple(
    replace(each, names=("--quote-attribution",)) if each.names == ("--attribution",) else each
    for each in _QUOTES
)
"""A statement has an attribution itself, beside those of its quotes."""

_MORE = (
    _field("--modality", "WORD", "certain (usual), likely, possible or conditional",
           Value.MODALITY, group=_CLAIM),
    _field("--condition", "TEXT", "what a conditional claim hangs on", group=_CLAIM),
    _field("--prefer", "WORD", "preferred, normal (usual) or deprecated", Value.PREFERENCE,
           group=_CLAIM),
    _field("--note", "TEXT", "a note, in your words", group=_CLAIM),
)  # fmt: skip
_NAMED = (
    _field("--name", "NAME", f"what it is called{_NEEDED}"),
    _field("--alias", "NAME", "another name", key="aliases"),
    _field("--country", "CODE", "two capital letters (ISO 3166), such as US"),
    _field("--tag", "WORD", "a tag", key="tags"),
    _field("--summary", "TEXT", "what it is, in your words"),
    _field("--lei", "LEI", "its Legal Entity Identifier (ISO 17442)"),
    _field("--ticker", "TICKER", "its exchange ticker, such as NASDAQ:META"),
    _field("--cik", "CIK", "its number at the SEC"),
    _field("--wikidata", "ITEM", "its Wikidata item, such as Q380"),
    _switch("--unnamed", "the source does not name it, such as a spokesperson", _FIELDS),
)
_GROUP = (
    _field("--member", "ID", "one that the text names", Value.ENTITY, key="members"),
    _field("--part-of", "ID", "what it is a part of", Value.ENTITY),
    _field("--extent", "WORD", "some, most or all", Value.EXTENT),
)
_RELATIONSHIP = (
    _field("--type", "TYPE", f"such as owns, customer_of or employed_by{_NEEDED}",
           Value.RELATION_TYPE),
    _field("--subject", "ID", f"who owns, buys or is employed{_NEEDED}", Value.ENTITY),
    _field("--object", "ID", f"the other end{_NEEDED}", Value.RECORD),
    _field("--role", "TEXT", "as what"),
    _field("--start", "DATE", "since when, such as 2024-06"),
    _field("--end", "DATE", "until when"),
    _field("--history", "STATUS[=DATE]", "a status and since when, oldest first",
           Value.STANDING, key="history", reads=change),
    _field("--deal", "ID", "the deal that it comes from", Value.DEAL),
)  # fmt: skip
_DEAL = (
    _field("--type", "TYPE", f"such as acquisition, investment or hire{_NEEDED}", Value.DEAL_TYPE),
    _field("--title", "TEXT", f"what it is, in your words{_NEEDED}"),
    _field("--party", "ENTITY=ROLE", f"who takes part, and as what{_NEEDED}", Value.PARTY,
           key="parties", reads=party),
    _field("--announced", "DATE", "when it was announced"),
    _field("--completed", "DATE", "when it was completed"),
    _field("--terms", "TEXT", "what was agreed, in your words"),
    _field("--history", "STATUS[=DATE]", "a status and since when, oldest first",
           Value.PROGRESS, key="history", reads=change),
)  # fmt: skip
_FIGURE = (
    _field("--subject", "ID", f"what it is about{_NEEDED}", Value.RECORD),
    _field("--measure", "MEASURE", f"such as revenue, stake or headcount{_NEEDED}", Value.MEASURE),
    _field(
        "--value",
        "AMOUNT",
        f"as the source words it: 'about $150 million'{_NEEDED} without --formula",
    ),
    _field("--formula", "FORMULA", "instead of a value: '{spend} / {revenue}'"),
    _field("--unit", "UNIT", "if the value has none: USD, people, USD/jar"),
    _field("--scope", "ID", "the group or part that it is about", Value.ENTITY),
    _field("--relative-to", "ID", "a figure or deal that it is measured against", Value.RECORD),
    _field("--period", "DATE", "such as 2024, or before=DEAL or after=DEAL", reads=period),
    _field("--period-as-written", "WORDS", "the period as the source words it"),
    _field("--status", "STATUS", "reported (usual), planned or estimated", Value.FIGURE_STATUS),
    _field("--hedge", "WORD", "if the value has none: about, over, up_to", Value.HEDGE),
    _field("--as-written", "WORDS", "the amount as the source words it, if a number stands for it"),
)
_STATEMENT = (
    _field("--stance", "STANCE", f"such as asserts, plans or fears{_NEEDED}", Value.STANCE),
    _field("--text", "TEXT", f"what is said, in your words{_NEEDED}"),
    _field("--speaker", "ID", "who said it", Value.ENTITY),
    _field("--attribution", "WORDS", "who said it, as the source puts it"),
    _field("--holder", "ID", "whose view or plan it is", Value.ENTITY),
    _field("--about", "ID[=ROLE]", "a record that it is about", Value.TOPIC, key="about",
           reads=topic),
    _field("--date", "DATE", "when it was said"),
)  # fmt: skip
_REASON = (
    _field("--type", "TYPE", f"led_to, reason_for, accelerated, made_possible or despite{_NEEDED}",
           Value.REASON_TYPE),
    _field("--cause", "ID", f"the record that bears on the other{_NEEDED}", Value.RECORD),
    _field("--effect", "ID", f"the record that it bears on{_NEEDED}", Value.RECORD),
)  # fmt: skip
_SOURCE = (
    _field("--title", "TEXT", f"its title{_NEEDED}"),
    _field("--publisher", "NAME", "who published it"),
    _field("--author", "NAME", "who wrote it", key="authors"),
    _field("--published", "DATE", "when, such as 2025-06-13"),
    _field("--url", "URL", "where it is on the web"),
    _field("--language", "TAG", "such as en (usual) or pt-BR"),
    _field("--sha256", "HASH", "the hash of its text, in hexadecimal"),
    _field("--text", "FILE", "a text file in the set's folder", Value.FILE),
)
_ID = _field(
    "--id", "ID", "its id; else one is made, such as birch-mills or google-spend-2024",
    group=_WRITING,
)  # fmt: skip
_LEAD = _switch("--lead", "put it at the end of the story too")
_HOW = (
    Argument(
        ("--json",), "FILE", "read records as JSON instead: from a file, or - for standard input",
        Value.FILE, {"dest": "given"}, group=_WRITING,
    ),
    _switch("--dry-run", "print what would be written and found, and write nothing"),
    _switch("--strict", "write nothing on a new warning either"),
    _switch("--force", "write it whatever is found, if only it can be read"),
)  # fmt: skip

OWN: MappingProxyType[Kind, tuple[Argument, ...]] = MappingProxyType({
    Kind.GROUP: (*_NAMED, *_GROUP),
    Kind.RELATIONSHIP: _RELATIONSHIP,
    Kind.DEAL: _DEAL,
    Kind.FIGURE: _FIGURE,
    Kind.STATEMENT: _STATEMENT,
    Kind.REASON: _REASON,
    Kind.SOURCE: _SOURCE,
})  # fmt: skip
"""The fields of a kind that others do not have; those without a row here have a name."""


def options_of(kind: Kind) -> tuple[Argument, ...]:
    """Return what `new` takes for a record of a kind."""
    own = OWN.get(kind, _NAMED)
    if kind in ENTITY_KINDS:
        return (*own, *_QUOTES, _ID, *_HOW)
    if kind in CLAIM_KINDS:
        quotes = _STATED_BY if kind is Kind.STATEMENT else _QUOTES
        return (*own, *quotes, *_MORE, _ID, _LEAD, *_HOW)
    return (*own, _ID, *_HOW)


def usage_of(kind: Kind) -> str:
    """Return what a command line for a kind has at least."""
    needed = (
        f"{each.names[0]} {each.metavar}" for each in options_of(kind) if _NEEDED in each.help
    )
    return f"{' '.join(needed)} [OPTION…]"


def word_of(kind: Kind) -> str:
    """Return what the command line calls one record of a kind, such as `public-body`."""
    return kind.value.replace("_", "-")


EXAMPLES: MappingProxyType[Kind, str] = MappingProxyType({
    Kind.COMPANY: "--name 'Birch Mills Ltd' --alias Birch --country DE",
    Kind.PERSON: "--name 'Ada Miller' --quote 'Ada Miller, who leads it'",
    Kind.PRODUCT: "--name 'Birch Flour' --tag food",
    Kind.ORGANIZATION: "--name 'Guild of Millers'",
    Kind.PUBLIC_BODY: "--name 'Harbour Office' --country DE",
    Kind.GROUP: "--name 'other bakers' --extent some",
    Kind.RELATIONSHIP: "--type customer_of --subject alder --object birch-mills"
    " --history ending=2025-06 --quote 'Alder leaves the mill' --mention 'the mill=birch-mills'",
    Kind.DEAL: "--type acquisition --title 'Alder buys Birch' --party alder=buyer"
    " --party birch-mills=target --history announced=2025 --quote 'Alder buys Birch' --lead",
    Kind.FIGURE: "--subject birch-mills --measure revenue --value 'about $6 million'"
    " --period 2024 --quote 'Birch earned about $6 million in 2024'",
    Kind.STATEMENT: "--stance fears --holder bakers --text 'Bakers fear for their flour'"
    " --about birch-mills --quote 'bakers fear for their flour'",
    Kind.REASON: "--type led_to --cause alder-buys-birch --effect bakers-fear-flour"
    " --quote 'because Alder bought it' --mention 'it=birch-mills'",
    Kind.SOURCE: "--title 'Alder buys Birch' --published 2025-06-13 --text daily.txt",
})  # fmt: skip
"""A command line for each kind, without its beginning."""
