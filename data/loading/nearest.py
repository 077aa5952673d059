"""What somebody may have meant: the names that look most like one that does not exist."""

from __future__ import annotations

from collections.abc import Iterable

_ALIKE = 70.0  # per cent; below it a suggestion misleads more often than it helps


def nearest(name: str, names: Iterable[str], limit: int = 2) -> tuple[str, ...]:
    """Return those of `names` that look like `name`, best first."""
    # Loaded here because it costs 40 ms and a warm start suggests nothing.
    from rapidfuzz import fuzz, process  # noqa: PLC0415

    found = process.extract(
        name,
        list(names),
        scorer=fuzz.ratio,
        processor=str.lower,
        limit=limit,
        score_cutoff=_ALIKE,
    )
    return tuple(choice for choice, _, _ in found)


def did_you_mean(name: str, names: Iterable[str]) -> str:
    """Return a question that offers the nearest names, or nothing."""
    found = nearest(name, names)
    return f"did you mean {' or '.join(found)}?" if found else ""
