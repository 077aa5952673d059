"""A record as it is being written: the texts of its fields, its words, and who is new in it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from scale_explorer.models.frozen import dataclass, field, replace
from scale_explorer.models.kinds import CLAIM_KINDS, Kind

from .fields import FORMS, OF_CLAIM, QUOTE_FIELDS, Field, quote_fields
from .words import Words


@dataclass(frozen=True, slots=True)
class NewEntity:
    """An entity that the set does not have yet, and that is written along with the record."""

    id: str
    kind: Kind
    name: str


@dataclass(frozen=True, slots=True)
class Draft:
    """A form as it is filled in.

    `record` is the id of a record that is there and is changed; a new one has none. `texts` are
    what stands in the fields, `proposals` what is offered for those that are empty. `words` are
    what a new claim rests on; `quotes` what one does that is there. `base` are the texts of a
    record when its form was opened, and `left_out` the fields that a line cannot show whole.
    """

    kind: Kind
    record: str | None = None
    texts: Mapping[str, str] = field(default_factory=dict[str, str])
    proposals: Mapping[str, str] = field(default_factory=dict[str, str])
    words: Words | None = None
    new: tuple[NewEntity, ...] = ()
    quotes: tuple[str, ...] = ()
    base: Mapping[str, str] = field(default_factory=dict[str, str])
    left_out: frozenset[str] = frozenset()

    @property
    def fields(self) -> tuple[Field, ...]:
        """The fields of its form; the id of a record that is there is changed by renaming."""
        own = FORMS[self.kind]
        if self.record is not None:
            told = (each for place in range(len(self.quotes)) for each in quote_fields(place))
            rest = tuple(each for each in own if each.key not in {"id", *self.left_out})
            first = tuple(each for each in rest if each not in OF_CLAIM)
            return (*first, *told, *rest[len(first) :])
        if self.words is None or self.kind not in CLAIM_KINDS:
            return own
        first = tuple(each for each in own if each not in OF_CLAIM)
        return (*first, *QUOTE_FIELDS, *OF_CLAIM)

    def text(self, key: str) -> str:
        """Return what stands in a field."""
        return self.texts.get(key, "")

    def with_text(self, key: str, text: str) -> Draft:
        """Write into a field."""
        return replace(self, texts={**self.texts, key: text})

    def accepting(self, key: str) -> Draft:
        """Take what is proposed for a field, where it is empty."""
        offered = self.proposals.get(key, "")
        return self.with_text(key, offered) if offered and not self.text(key).strip() else self

    def accepting_all(self) -> Draft:
        """Take all that is proposed."""
        draft = self
        for key in self.proposals:
            draft = draft.accepting(key)
        return draft

    def with_new(self, entity: NewEntity) -> Draft:
        """Have an entity written along with the record."""
        others = (each for each in self.new if each.id != entity.id)
        return replace(self, new=(*others, entity))

    @property
    def taken(self) -> tuple[NewEntity, ...]:
        """The new entities that stand in one of its fields: these are written too."""
        words = {word for text in self.texts.values() for word in text.replace(";", " ").split()}
        return tuple(each for each in self.new if each.id in words)

    @property
    def summary(self) -> str:
        """What it is about, in few words."""
        said = (text.strip() for text in self.texts.values())
        return self.words.exact if self.words else next(filter(None, said), "")

    @property
    def touched(self) -> frozenset[str]:
        """The fields of a record in which something else stands than when its form was opened."""
        keys = self.texts.keys() | self.base.keys()
        return frozenset(k for k in keys if self.text(k).strip() != self.base.get(k, "").strip())

    def on_base(self, now: Draft) -> Draft:
        """Return the form on the record as it is by now: what was not touched follows it."""
        mine = {key: self.text(key) for key in self.touched}
        texts = {key: text for key, text in {**now.texts, **mine}.items() if text}
        return replace(self, texts=texts, base=now.base, quotes=now.quotes, left_out=now.left_out)

    # As it is kept while it is not saved.

    def to_json(self) -> dict[str, Any]:
        """Return it as JSON has it."""
        words = self.words
        return {
            "kind": self.kind.value,
            "record": self.record,
            "texts": dict(self.texts),
            "proposals": dict(self.proposals),
            "words": words and [words.source, words.exact, words.start, words.end],
            "quotes": list(self.quotes),
            "base": dict(self.base),
            "left_out": sorted(self.left_out),
            "new": [[each.id, each.kind.value, each.name] for each in self.new],
        }

    @classmethod
    def from_json(cls, told: Any) -> Draft:
        """Read it again; raises ValueError, TypeError or KeyError where it is none."""
        words, kind = told["words"], Kind(told["kind"])
        _ = FORMS[kind]  # sources have none
        return cls(
            kind,
            None if told["record"] is None else str(told["record"]),
            {str(key): str(text) for key, text in dict(told["texts"]).items()},
            {str(key): str(text) for key, text in dict(told["proposals"]).items()},
            None if words is None else _words(*words),
            tuple(NewEntity(str(key), Kind(kind), str(name)) for key, kind, name in told["new"]),
            tuple(map(str, told["quotes"])),
            {str(key): str(text) for key, text in dict(told["base"]).items()},
            frozenset(map(str, told["left_out"])),
        )


def _words(source: Any, exact: Any, start: Any, end: Any) -> Words:
    return Words(str(source), str(exact), int(start), int(end))
