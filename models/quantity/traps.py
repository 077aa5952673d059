"""Traps: what looks like an amount in running text and is none.

Years and dates, clock times, telephone and version numbers, names with a number ("Llama 3",
"GPT-4", "Fortune 500"), numbered things ("chapter 11", "No. 5"), digits attached to letters or
raised digits ("3rd", "10²"), "one" as a pronoun, "a third party", "the second half", "the most
advanced". Where text alone cannot tell, the number is left out: a false amount does more harm
than a missed one.
"""

from __future__ import annotations

from typing import Final

from .amounts import Amount, Shape
from .currency import WORDLIKE
from .hedge import Hedge
from .measures import PEOPLE
from .numerals import numeral
from .refusal import RefusedError
from .scales import scale_at
from .tokens import Token, Tokens
from .word_lists import word_set

_YEARS: Final = range(1500, 2200)
_OPENERS: Final = frozenset("([{\"'“‘«„‚—–-…*|:;,=≈~<>≤≥+−±→")
_CLOSERS: Final = frozenset(".,;:!?)]}\"'”’»“…—–-|*†")
_JOINERS: Final = frozenset(".,:-–'’_")
_NUMBERED: Final = word_set(
    "no nos no. nr number chapter page pages section article figure table version step phase "
    "level series model type class room flight route part volume vol item appendix exhibit note "
    "top day grade line column paragraph clause annex § # №"
)
_PLAIN_CAPITALS: Final = word_set(
    "a about all among an and another any are as at because both but by der die das each el even "
    "every exactly for from has have if il in including is it its just la last le les like los "
    "more nearly next now of on only or other our over past plus since so some than that the "
    "their then "
    "there these they this those through to under until up was were when where which while with "
    "within without our total revenue sales profit headcount employees"
)
_MONTHS: Final = word_set(
    "january february march april may june july august september october november december jan feb "
    "mar apr jun jul aug sep sept oct nov dec januar februar märz mai juni juli oktober dezember "
    "janvier février mars avril juin juillet août septembre octobre novembre décembre enero "
    "febrero marzo "
    "abril mayo junio julio agosto septiembre octubre noviembre diciembre"
)
_ENGLISH_WORDS: Final = frozenset({"may", "march", "mars", "sept", "mar", "dec"})
_CLOCK: Final = frozenset({"am", "pm", "a.m", "p.m", "o'clock", "uhr", "gmt", "et"})
_TIME_NOUNS: Final = word_set(
    "year years hour hours day days month months week weeks minute minutes decade decades"
)
_NO_HALF_AFTER: Final = _TIME_NOUNS | word_set(
    "past price time life way brother sister term century moon mast marathon"
)
_NO_HALF_BEFORE: Final = word_set(
    "first second latter last 1st 2nd next former h1 h2 better this previous"
)
_NAMES: Final = frozenset({"4K", "8K", "3M"})
_HALVES: Final = frozenset({"half", "hälfte", "moitié", "mitad", "metà"})
_SHARE_NOUNS: Final = word_set("of stake share interest holding shareholding ownership")
_MORE: Final = word_set("more less fewer higher lower larger smaller")


def misleads(tokens: Tokens, amount: Amount) -> bool:
    """Tell whether an amount found in running text is better taken for something else."""
    if _is_attached(tokens, amount):
        return True
    match amount.shape:
        case Shape.PLAIN | Shape.COUNT:
            return _is_label(tokens, amount)
        case Shape.PAIR:
            return True
        case Shape.PART:
            return not _is_part(tokens, amount)
        case Shape.MULTIPLE:
            return tokens[amount.stop].folded in {"a", "per", "daily", "weekly"}
        case _:
            return _is_capital_word(tokens, amount)


def has_only_years(tokens: Tokens, amount: Amount) -> bool:
    """Tell whether all the digits of an amount look like years."""
    span = (tokens[place] for place in range(amount.start, amount.stop))
    numerals = [token for token in span if token.kind == "numeral"]
    return bool(numerals) and all(map(_is_year, numerals))


def _is_attached(tokens: Tokens, amount: Amount) -> bool:
    """Tell whether letters, digits or signs on either side make the amount a part of something."""
    return _is_attached_before(tokens, amount) or _is_attached_after(tokens, amount)


def _is_attached_before(tokens: Tokens, amount: Amount) -> bool:
    before = tokens[amount.start - 1]
    if not tokens[amount.start].glued:
        return False
    if before.text not in _OPENERS:
        return True
    if amount.shape is Shape.MEASURED and before.text in {":", ","}:
        return False
    return before.text in _JOINERS and before.glued


def _is_attached_after(tokens: Tokens, amount: Amount) -> bool:
    after, next_one = tokens[amount.stop], tokens[amount.stop + 1]
    if not after.glued:
        return False
    measured = amount.shape is Shape.MEASURED
    if after.text not in _CLOSERS:
        return not (measured and after.text == "(")
    if after.text not in _JOINERS or not next_one.glued:
        return False
    return next_one.kind == "numeral" or (next_one.kind == "word" and not measured)


def _is_label(tokens: Tokens, amount: Amount) -> bool:
    """Tell whether a plain number or a count is a year, a date or a number in a name."""
    plain = amount.shape is Shape.PLAIN
    digits = any(tokens[n].kind == "numeral" for n in range(amount.number, amount.stop))
    if has_only_years(tokens, amount):
        return not _is_clearly_counted(amount)
    if not digits:
        alone = amount.stop == amount.number + 1
        return plain and alone and tokens[amount.number].folded == "one"
    if _is_numbered(tokens, amount) or _is_in_name(tokens, amount):
        return True
    return plain and (_is_in_date(tokens, amount) or _is_in_row(tokens, amount))


def _is_clearly_counted(amount: Amount) -> bool:
    """Tell "2000 employees" and "about 2000 jobs" from "the 2000 elections"."""
    if not amount.unit.above:
        return False
    return amount.unit.above[0] in PEOPLE or amount.hedge not in {Hedge.EXACT, Hedge.BETWEEN}


def _is_year(token: Token) -> bool:
    return token.text.isdigit() and len(token.text) == 4 and int(token.text) in _YEARS


def _is_numbered(tokens: Tokens, amount: Amount) -> bool:
    before = tokens[amount.start - 1]
    if before.text == "." and before.glued:
        before = tokens[amount.start - 2]
        return before.folded in {"no", "nos", "nr", "p", "pp", "vol", "art", "fig", "v", "sec"}
    return before.folded in _NUMBERED


def _is_in_name(tokens: Tokens, amount: Amount) -> bool:
    """Tell whether a capitalised word and an ungrouped number make one name: "Llama 3.1"."""
    before, two_before = tokens[amount.start - 1], tokens[amount.start - 2]
    named = before.kind == "word" and before.text[0].isupper()
    if not named or amount.hedge is not Hedge.EXACT or before.folded in _PLAIN_CAPITALS:
        return False
    if not tokens[amount.start].text.replace(".", "").isdigit():
        return False
    begins_sentence = two_before.kind == "end" or two_before.text in {".", "!", "?"}
    version = "." in tokens[amount.start].text
    return amount.shape is Shape.PLAIN or version or not begins_sentence


def _is_in_date(tokens: Tokens, amount: Amount) -> bool:
    after = tokens[amount.stop]
    if after.text == "." and after.glued:
        after = tokens[amount.stop + 1]
    if after.folded in _CLOCK or (after.folded, tokens[amount.stop + 2].folded) in {
        ("p", "m"),
        ("a", "m"),
    }:
        return True
    ambiguous = after.folded in _ENGLISH_WORDS and after.text.islower()
    return after.folded in _MONTHS and not ambiguous


def _is_in_row(tokens: Tokens, amount: Amount) -> bool:
    """Tell whether other digits stand beside a number, or brackets part it from what follows."""
    before, after = tokens[amount.start - 1], tokens[amount.stop]
    if "numeral" in {before.kind, after.kind} or _is_comma_list(tokens[amount.number]):
        return True
    bracketed = before.text == "(" and after.text == ")"
    following = amount.stop + 1
    return bracketed and (tokens[following].kind == "numeral" or _scale_follows(tokens, following))


def _is_comma_list(token: Token) -> bool:
    """Tell whether a numeral like "1,2" is a list: without a unit nothing says otherwise."""
    found = numeral(token.text) if token.kind == "numeral" else None
    return found is not None and found.english is None


def _scale_follows(tokens: Tokens, place: int) -> bool:
    try:
        return scale_at(tokens, place, money=False) is not None
    except RefusedError:
        return True


def _is_part(tokens: Tokens, amount: Amount) -> bool:
    """Tell whether the words around a part of a whole bear it out."""
    before, last = tokens[amount.start - 1].folded, tokens[amount.stop - 1].folded
    after = tokens[amount.stop]
    if amount.hedge is Hedge.MOST:
        return after.folded in _SHARE_NOUNS and before not in {"the", "at"}
    if last in _HALVES:
        ends_number = before == "and" and tokens[amount.start].folded == "a"
        return not (ends_number or after.folded in _NO_HALF_AFTER or before in _NO_HALF_BEFORE)
    if any(tokens[place].folded in {"in", "out"} for place in range(amount.number, amount.stop)):
        return after.folded not in _TIME_NOUNS
    if after.folded in _SHARE_NOUNS or after.folded in _MORE or last.endswith(("ths", "thirds")):
        return True
    told = amount.start < amount.number or before in {"by", "to"}
    return after.kind != "word" and told


def _is_capital_word(tokens: Tokens, amount: Amount) -> bool:
    """Tell whether a scale or a currency code is rather a word or a name: "4K", "ALL 5"."""
    pair = [tokens[place].text for place in range(amount.number, amount.stop)]
    return "".join(pair) in _NAMES or (len(pair) == 2 and not WORDLIKE.isdisjoint(pair))
