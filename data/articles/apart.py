"""Reading a page in a process of its own, so that one made to do harm can do none."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping
from typing import Any

from scale_explorer.models.errors import DataError

from ..loading.shapes import as_table
from ..loading.strict_json import read_json
from .limits import SECONDS

_ADVICE = "open it in a browser, copy the article's words into a text file, and give that"


def page_apart(html: str, name: str) -> Mapping[str, Any]:
    """Return what `page.read_page` makes of a page.

    Raises DataError when that takes more time or memory than a page may.
    """
    # -P keeps modules that lie in the reader's folder from being taken for ours.
    command = [sys.executable, "-P", "-m", f"{__package__}.page"]
    try:
        done = subprocess.run(  # noqa: S603 - ourselves, and the page is only read
            command, input=html.encode(errors="replace"), capture_output=True, check=False,
            timeout=SECONDS,
        )  # fmt: skip
    except subprocess.TimeoutExpired as error:
        raise _too_much(name) from error
    except OSError as error:
        raise DataError(f"{name} cannot be read: {error.strerror}.") from error
    answer = _answer(done.stdout) if done.returncode == 0 else None
    if answer is None:
        raise _too_much(name)
    return answer


def _answer(said: bytes) -> Mapping[str, Any] | None:
    try:
        return as_table(read_json(said))
    except ValueError:
        return None


def _too_much(name: str) -> DataError:
    return DataError(f"{name} is built in a way that takes too long to read; {_ADVICE}.")
