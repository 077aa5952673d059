"""Runs a verb by its name and writes its answer."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any

from .answer import Answer
from .formats import Format
from .output import standard_output, write


def run_verb(verb: str, options: Mapping[str, Any], form: Format | None) -> int:
    """Call `run` in the verb's module with `options`; return the exit status of its answer.

    Only that module is loaded. Without a format the verb chooses its usual one.
    """
    run: Callable[..., Answer] = import_module(f".{verb}", __package__).run
    answer = run(**options)
    return write(answer, form or answer.usual_format, standard_output())
