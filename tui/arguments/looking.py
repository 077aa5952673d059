"""How to look, as the command line says it: as of when, and without whom."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from scale_explorer.models.frozen import dataclass

KEYS = ("as_of", "without", "scenario")
"""What argparse calls the options."""


@dataclass(frozen=True, slots=True)
class Looking:
    """What was asked for: a date or `now`, relationships or who has them, and a kept scenario."""

    as_of: str | None = None
    without: tuple[str, ...] = ()
    scenario: str | None = None


AS_IT_IS = Looking()
"""Nothing of the kind was asked for."""


def looking_of(options: Mapping[str, Any]) -> tuple[Looking, dict[str, Any]]:
    """Part options into how to look and the rest."""
    rest = {key: value for key, value in options.items() if key not in KEYS}
    without = tuple(options.get("without") or ())
    return Looking(options.get("as_of"), without, options.get("scenario")), rest
