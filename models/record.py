"""What all records share: frozen models that refuse unknown fields, ids and safe text."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

from . import lengths
from .dates import bounds
from .kinds import Kind
from .text import clean


class Frozen(BaseModel):
    """A value that never changes and takes no field it does not know."""

    model_config = ConfigDict(extra="forbid", frozen=True, hide_input_in_errors=True)


def _clean_line(text: str) -> str:
    return clean(text).strip()


def _clean_prose(text: str) -> str:
    return clean(text, multiline=True).strip()


def _known_date(text: str) -> str:
    bounds(text)
    return text


Id = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z0-9]+(?:[-_.][a-z0-9]+)*$", max_length=lengths.ID),
    Field(description="lower case letters, digits and hyphens, such as scale-ai"),
]
Clean = Annotated[str, AfterValidator(_clean_line)]
"""Safe text on one line, of any length: only to be narrowed."""
Line = Annotated[Clean, StringConstraints(max_length=lengths.LINE)]
"""One line of safe text."""
Name = Annotated[Line, StringConstraints(min_length=1)]
Prose = Annotated[str, AfterValidator(_clean_prose), StringConstraints(max_length=lengths.PROSE)]
"""Safe text that may hold line breaks."""
Edtf = Annotated[
    str,
    StringConstraints(max_length=lengths.DATE),
    AfterValidator(_known_date),
    Field(description="an EDTF date: 2024, 2024-06, 2024-06-13, 2025~ (about), 2024/2025"),
]


class Record(Frozen):
    """Anything with an id of its own in the data set's one namespace."""

    KIND: ClassVar[Kind]

    id: Id
