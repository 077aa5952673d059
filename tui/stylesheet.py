"""The stylesheet of the app, which reads what a variable stands for when a rule first names it.

A theme has a hundred and eighty variables, of which the rules of the first screen name a few.
Textual reads them all before the first rule.
"""

from __future__ import annotations

from collections.abc import Mapping

from textual.css.stylesheet import Stylesheet
from textual.css.tokenize import tokenize_value
from textual.css.tokenizer import Token


class Tokens(dict[str, list[Token]]):
    """What each variable stands for, as tokens; those that nobody asked for are not made yet."""

    def __init__(self, values: Mapping[str, str], known: Tokens | None = None) -> None:
        super().__init__()
        self.values_of = values
        self._known = known

    def __missing__(self, name: str) -> list[Token]:
        tokens = self[name] = self._known[name] if self._known else self._made(name)
        return tokens

    def _made(self, name: str) -> list[Token]:
        return list(tokenize_value(self.values_of[name], ("__name__", "")))

    def __contains__(self, name: object) -> bool:
        return name in self.values_of or super().__contains__(name)

    def __len__(self) -> int:
        return len(self.values_of)

    def copy(self) -> Tokens:
        """Return the same for one sheet, which may define variables of its own."""
        return Tokens(self.values_of, self)


class LateStylesheet(Stylesheet):
    """A stylesheet that makes tokens of a variable when a rule names it."""

    def __init__(self, *, variables: dict[str, str] | None = None) -> None:
        super().__init__(variables=variables)
        self._tokens = Tokens(self._variables)

    @property
    def _variable_tokens(self) -> Tokens:
        """Take the place of Textual's own, which makes them all."""
        if self._tokens.values_of is not self._variables:
            self._tokens = Tokens(self._variables)
        return self._tokens

    @property
    def made(self) -> frozenset[str]:
        """The variables of which there are tokens by now."""
        return frozenset(self._tokens.keys())
