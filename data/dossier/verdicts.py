"""Whether words were found in their source, as a dossier says it: always a sign and words."""

from __future__ import annotations

from scale_explorer.models.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Verdict:
    """A mark to set beside the words, such as `✓ locked`, and what it means.

    `here` says that the words were verified on this machine; such quotes need no mark.
    """

    mark: str
    meaning: str
    here: bool = False

    @property
    def told(self) -> str:
        """The mark with its meaning."""
        return f"{self.mark}: {self.meaning}."


_VERDICTS = {
    "here": Verdict("✓ here", "found in the text on this machine", here=True),
    "locked": Verdict("✓ locked", "found by the set’s authors, not verified here"),
    "locked_elsewhere": Verdict(
        "✓ locked",
        "found by the set’s authors, not verified here: the copy here is another edition",
    ),
    "ambiguous": Verdict("? ambiguous", "the words stand in more than one place"),
    "missing": Verdict("✕ not found", "the words are not in the text"),
    "unchecked": Verdict("○ not checked", "the text is not here, and nobody has checked the words"),
}


def verdict_of(name: str) -> Verdict:
    """Return the verdict that `EvidenceRow` calls so."""
    return _VERDICTS.get(name, _VERDICTS["unchecked"])
