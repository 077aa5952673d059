"""Which data sets a command line means."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping

DATA_VARIABLE = "SCALE_EXPLORER_DATA"


def data_sets(given: Iterable[str], environment: Mapping[str, str] = os.environ) -> tuple[str, ...]:
    """Return the names and paths in `given`, or else those in the environment.

    There they are parted as in PATH; a variable that is empty is as one that is not set. Nothing is
    the bundled story.
    """
    return tuple(given) or tuple(filter(None, environment.get(DATA_VARIABLE, "").split(os.pathsep)))
