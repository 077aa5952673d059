"""Formulas: `{figure-id}`, numbers, + - * / and parentheses, read into a tree, never run as code.

    formula    = sum
    sum        = product { ("+" | "-") product }
    product    = signed { ("*" | "/") signed }
    signed     = "-" signed | atom
    atom       = number [ "%" ] | "{" figure-id "}" | "(" sum ")"
    expectation = sum ("~" | "<" | "<=" | "=") sum

Numbers are plain decimals ("0.49", "1000"), exact as they stand. A formula has at most 500
characters and 32 levels of parentheses and signs.

Every mention of a figure counts as a fresh unknown: in `({b} - {a}) / {a}` the range of `{a}` is
counted twice, and the result can be wider than it need be. It is never too narrow. Mention each
figure once where that can be done: growth is `{b} / {a} - 1`.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Final, TypeAlias

from ..frozen import dataclass
from .decimals import DIGITS
from .interval import Interval
from .quantity import Quantity
from .unit import PERCENT, PLAIN

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_LENGTH: Final = 500
MAX_DEPTH: Final = 32
_EXAMPLE: Final = "write it like '{google-spend-2024} / {scale-ai-revenue-2024}'"
_PIECE: Final = re.compile(
    r"\s*(?:(?P<figure>\{[^{}]*\})|(?P<number>[0-9]+(?:\.[0-9]+)?)|(?P<sign><=|[-+*/()%~<=])|(?P<end>$))"
)
_FIGURE_ID: Final = re.compile(r"[a-z0-9][a-z0-9._-]{0,239}")


class FormulaError(ValueError):
    """A formula that cannot be read or calculated, and the column, from 1, where it shows."""

    def __init__(self, message: str, text: str, position: int) -> None:
        super().__init__(f"{message} (column {position + 1})")
        self.text = text
        self.position = position
        self.column = position + 1


@dataclass(frozen=True, slots=True)
class Number:
    """A number as written, in percent or plain."""

    quantity: Quantity
    position: int


@dataclass(frozen=True, slots=True)
class Mention:
    """A figure, by id."""

    figure: str
    position: int


@dataclass(frozen=True, slots=True)
class Negative:
    """The opposite of an operand."""

    operand: Node
    position: int


@dataclass(frozen=True, slots=True)
class Step:
    """An operation that a chain goes on with."""

    operation: str
    operand: Node
    position: int


@dataclass(frozen=True, slots=True)
class Chain:
    """Sums and differences, or products and quotients, from left to right."""

    first: Node
    steps: tuple[Step, ...]


Node: TypeAlias = Number | Mention | Negative | Chain


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula as read, with its text for messages."""

    text: str
    root: Node

    @property
    def inputs(self) -> tuple[str, ...]:
        """The ids of the figures it mentions, each once, in order."""
        return tuple(dict.fromkeys(_figures(self.root)))


@dataclass(frozen=True, slots=True)
class Expectation:
    """Two formulas and how they should compare: ~ meets, < and <= for certain, = same range."""

    text: str
    left: Formula
    operator: str
    right: Formula

    @property
    def inputs(self) -> tuple[str, ...]:
        """The ids of the figures on both sides, each once, in order."""
        return tuple(dict.fromkeys((*self.left.inputs, *self.right.inputs)))


def parse(text: str) -> Formula:
    """Read a formula; raises FormulaError."""
    parser = _Parser(text)
    root = parser.sum()
    parser.finish()
    return Formula(text, root)


def parse_expectation(text: str) -> Expectation:
    """Read two formulas with ~, <, <= or = between them; raises FormulaError."""
    parser = _Parser(text)
    left = parser.sum()
    operator = parser.take("~", "<", "<=", "=")
    if operator is None:
        raise parser.error("expected ~, <, <= or = between two formulas")
    right = parser.sum()
    parser.finish()
    return Expectation(text, Formula(text, left), operator.text, Formula(text, right))


def _figures(node: Node) -> Iterator[str]:
    match node:
        case Mention(figure):
            yield figure
        case Negative(operand):
            yield from _figures(operand)
        case Chain(first, steps):
            yield from _figures(first)
            for step in steps:
                yield from _figures(step.operand)
        case Number():
            pass


@dataclass(frozen=True, slots=True)
class _Piece:
    kind: str
    text: str
    position: int


class _Parser:
    """A recursive descent over the pieces of one text."""

    def __init__(self, text: str) -> None:
        self._text = text
        if len(text) > MAX_LENGTH:
            message = f"a formula has at most {MAX_LENGTH} characters"
            raise FormulaError(message, text[:MAX_LENGTH], MAX_LENGTH)
        self._pieces = tuple(_pieces(text))
        self._place = 0
        self._depth = 0

    def sum(self) -> Node:
        """Read products joined by + and -."""
        first = self._product()
        return self._chain(first, "+", "-")

    def take(self, *signs: str) -> _Piece | None:
        """Pass over one of some signs, if it is next, and return it."""
        piece = self._pieces[self._place]
        if piece.kind != "sign" or piece.text not in signs:
            return None
        self._place += 1
        return piece

    def finish(self) -> None:
        """Raise FormulaError unless everything has been read."""
        if self._pieces[self._place].kind != "end":
            raise self.error("expected + - * / or the end")

    def error(self, message: str) -> FormulaError:
        """Return an error at the next piece."""
        piece = self._pieces[self._place]
        found = "the end" if piece.kind == "end" else repr(piece.text)
        return FormulaError(f"{message}, found {found}; {_EXAMPLE}", self._text, piece.position)

    def _product(self) -> Node:
        first = self._signed()
        return self._chain(first, "*", "/")

    def _chain(self, first: Node, *signs: str) -> Node:
        read = self._product if "+" in signs else self._signed
        steps: list[Step] = []
        while sign := self.take(*signs):
            steps.append(Step(sign.text, read(), sign.position))
        return Chain(first, tuple(steps)) if steps else first

    def _signed(self) -> Node:
        sign = self.take("-")
        if sign is None:
            return self._atom()
        self._enter(sign)
        operand = self._signed()
        self._depth -= 1
        return Negative(operand, sign.position)

    def _atom(self) -> Node:
        if bracket := self.take("("):
            return self._bracketed(bracket)
        piece = self._pieces[self._place]
        if piece.kind not in {"number", "figure"}:
            raise self.error("expected a number, a {figure-id} or (")
        self._place += 1
        return self._number(piece) if piece.kind == "number" else self._mention(piece)

    def _bracketed(self, bracket: _Piece) -> Node:
        self._enter(bracket)
        inner = self.sum()
        if self.take(")") is None:
            raise self.error("expected )")
        self._depth -= 1
        return inner

    def _enter(self, piece: _Piece) -> None:
        self._depth += 1
        if self._depth > MAX_DEPTH:
            message = f"more than {MAX_DEPTH} levels of parentheses and signs"
            raise FormulaError(message, self._text, piece.position)

    def _number(self, piece: _Piece) -> Number:
        if len(piece.text) > DIGITS:
            raise FormulaError(f"more than {DIGITS} digits", self._text, piece.position)
        unit = PERCENT if self.take("%") else PLAIN
        return Number(Quantity(Interval.exactly(Decimal(piece.text)), unit), piece.position)

    def _mention(self, piece: _Piece) -> Mention:
        figure = piece.text[1:-1].strip()
        if not _FIGURE_ID.fullmatch(figure):
            message = f"{piece.text!r} holds no figure id; {_EXAMPLE}"
            raise FormulaError(message, self._text, piece.position)
        return Mention(figure, piece.position)


def _advice(text: str, start: int) -> str:
    exponent = text[start] in "eE^" and text[:start].rstrip()[-1:].isdigit()
    return "numbers are written in full, without an exponent" if exponent else _EXAMPLE


def _pieces(text: str) -> Iterator[_Piece]:
    position = 0
    while True:
        match = _PIECE.match(text, position)
        if match is None or match.lastgroup is None:
            start = len(text) - len(text[position:].lstrip())
            message = f"{text[start]!r} has no meaning in a formula; {_advice(text, start)}"
            raise FormulaError(message, text, start)
        kind = match.lastgroup
        yield _Piece(kind, match[kind], match.start(kind))
        if kind == "end":
            return
        position = match.end()
