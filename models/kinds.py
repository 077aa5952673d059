"""The kinds of record, and what each is called; without Pydantic, as warm starts read this."""

from __future__ import annotations

from enum import StrEnum


class Kind(StrEnum):
    """A kind of record; the value is its table name in a TOML file."""

    COMPANY = "company"
    PERSON = "person"
    PRODUCT = "product"
    ORGANIZATION = "organization"
    PUBLIC_BODY = "public_body"
    GROUP = "group"
    RELATIONSHIP = "relationship"
    DEAL = "deal"
    FIGURE = "figure"
    STATEMENT = "statement"
    REASON = "reason"
    SOURCE = "source"

    @property
    def plural(self) -> str:
        """The plural used on the command line, such as `public-bodies`."""
        return _PLURALS.get(self, f"{self.value}s")

    @property
    def label(self) -> str:
        """The singular as people read it, such as `Public body`."""
        return self.value.replace("_", " ").capitalize()

    @property
    def heading(self) -> str:
        """The plural as people read it, such as `Public bodies`."""
        return self.plural.replace("-", " ").capitalize()


_PLURALS = {
    Kind.COMPANY: "companies",
    Kind.PERSON: "people",
    Kind.PUBLIC_BODY: "public-bodies",
}

ENTITY_KINDS = (
    Kind.COMPANY,
    Kind.PERSON,
    Kind.PRODUCT,
    Kind.ORGANIZATION,
    Kind.PUBLIC_BODY,
    Kind.GROUP,
)
"""Things that act or are acted on."""

TIED_KINDS = (*ENTITY_KINDS, Kind.DEAL)
"""What ties join: relationships their ends, deals their parties, groups their members."""

CLAIM_KINDS = (Kind.RELATIONSHIP, Kind.DEAL, Kind.FIGURE, Kind.STATEMENT, Kind.REASON)
"""What a source asserts about them; each rests on evidence."""


def kind_from_plural(plural: str) -> Kind | None:
    """Find the kind that the command line calls `plural`; singular and plural both serve."""
    wanted = plural.lower().replace("_", "-")
    for kind in Kind:
        if wanted in {kind.plural, kind.value.replace("_", "-")}:
            return kind
    return None
