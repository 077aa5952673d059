"""The colours of findings: those of the terminal's own sixteen, and few of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from ...diagnostic import Piece, Role

_CODES: Mapping[Role, str] = {
    Role.MESSAGE: "1",
    Role.FRAME: "2",
    Role.ERROR: "1;31",
    Role.WARNING: "1;33",
    Role.NOTE: "1;36",
    Role.KNOWN: "2",
}


def coded(pieces: Iterable[Piece]) -> Iterator[tuple[str, str]]:
    """Yield texts with the parameters of SGR (ECMA-48) that colour them, or none."""
    return ((piece.text, _CODES.get(piece.role, "")) for piece in pieces)
