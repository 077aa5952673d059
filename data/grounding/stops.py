"""Whether a stop ends a sentence: what stands before it, and what could begin behind it."""

from __future__ import annotations

import re
from typing import NamedTuple

from scale_explorer.models.quantity.word_lists import word_set

_FULL_WIDTH = frozenset("。！？｡")
_QUOTATIVE = ("と", "って", "という", "、", "，")
"""What goes on behind a full-width quotation: 「来ました。」と言った is one sentence."""
_OPENERS = " \t\n\u00a0\u202f\u3000\"'“”„‘‚«»‹›(［[（「『¿¡—–-*•"
_INVERTED = ("¿", "¡")
_DOTTED = re.compile(r"(?:[^\W\d_]{1,3}\.)++[^\W\d_]{1,3}")
_NUMBERED = re.compile(r"\(?(?:\d{1,3}|[A-Za-z])")
_FIRST_WORD = re.compile(r"[^\W\d_]*+")
_CASELESS_LOWER = range(0x10D0, 0x1100)
"""Georgian letters: Unicode calls them lower-case, and sentences begin with them."""

_GOES_ON = word_set("""
    Mr Mrs Ms Messrs Dr Prof Sr Sra Srta Dra D Dña M Mme Mlle MM Mgr Hr Fr Frl Dott Sig Hon Rev
    Gov Sen Rep Pres Gen Col Capt Cpt Lt Sgt Cmdr Adm Maj Supt Insp Amb Ste vs cf viz approx ca
    c bzw sog resp Dipl Ing eg ie e.g i.e z.B d.h u.a i.d.R p.ej p.ex c-à-d т.е т.к напр им ул
""")
"""Abbreviations behind which a sentence goes on, whatever follows."""
_BEFORE_DIGITS = word_set("""
    No Nos Nr Nrn no nos nr vol vols Vol Vols p pp Fig Figs fig Figs Art Arts art Abs Ch Chap
    Sec Sect Par Eq Ed ed n núm Núm n.º Bd Kap Ziff Az стр гл рис
""")
"""Abbreviations behind which a number belongs to them; behind anything else they end a sentence."""
_EITHER = word_set("""
    Inc Ltd Corp Co Cos Bros LLC LP PLC Plc Jr Esq St Ave Blvd Rd Mt Ft etc al usw ff Jan Feb
    Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mio Mrd Tsd Mill mn bn tr Dept Univ Assn Cie Str Fa
    Gebr Stk тыс млн млрд руб г гг др пр см Ed.D Ph.D
""")
"""Abbreviations that may end a sentence: they do where a word follows that often begins one."""
_BEGINNERS = word_set("""
    The A An It Its He She They We You I His Her Their Our My This That These Those There Here
    In On At But And Or So Yet If When While As For From With Without After Before Since Until
    During By Under However Meanwhile Instead Then Still Now Not No Some Many Most All Both Each
    Another Other What Who Why How Where Which Despite Although Though Because Also Last Next
    Earlier Later Der Die Das Den Dem Ein Eine Er Sie Es Wir Ihr Im Am Zu Mit Nach Bei Und Aber
    Oder Doch Wenn Als Dann Da Dort Diese Dieser Dieses Auch Nun So Für Seit Trotz Le La Les Un
    Une Il Elle Ils Elles On Nous Ce Cet Cette Ces En Dans Pour Mais Et Ou Si Quand Puis Après
    Avec Selon Au Aux Son Sa Ses El Los Las Una Ella Ellos En Con Por Para Pero Y Cuando Este
    Esta Esto Según Tras Su Sus Il Lo Gli Una Ma Con Nel Nella Dopo Secondo O Os As Um Uma Ele
    Ela Mas Em No Na Quando Он Она Оно Они Мы В На Но И С По Это Эта Этот Как Когда После За Из
""")
"""Words in several languages with which sentences begin more often than names do."""


_WITH_POINT = frozenset({"de", "da", "nb", "nn", "no", "fi", "et", "is", "lb"})
"""Languages that write ordinals as figures with a point: der 3. Oktober."""


class Stop(NamedTuple):
    """A stop with its signs and what closes behind them.

    `before` and `after` are the nearest characters of the same line; `whole` says that nothing of
    the sentence stands before `before`.
    """

    before: str
    signs: str
    closers: str
    after: str
    whole: bool


def ends_sentence(stop: Stop, language: str) -> bool:
    """Say whether a stop ends a sentence; what is unclear does not."""
    if stop.signs[0] in _FULL_WIDTH:
        return not (stop.closers and stop.after.startswith(_QUOTATIVE))
    if stop.after and not stop.after[0].isspace():
        return False
    following = stop.after.lstrip(_OPENERS)
    if _is_lower(following[:1]):
        return False
    return stop.signs != "." or bool(stop.closers) or _is_full(stop, following, language)


def _is_lower(letter: str) -> bool:
    return letter.islower() and ord(letter) not in _CASELESS_LOWER


def _is_full(stop: Stop, following: str, language: str) -> bool:
    """Say whether a single point is more than that of an abbreviation, an initial or an ordinal."""
    if not following or stop.after.lstrip().startswith(_INVERTED):
        return True
    if stop.whole and _NUMBERED.fullmatch(stop.before.strip()):
        return False  # the number of an item
    word = "".join(stop.before.split()[-1:]).lstrip(_OPENERS)
    if word in _GOES_ON:
        return False
    if word in _BEFORE_DIGITS:
        return not following[0].isdigit()
    if _may_go_on(word, language):
        return _first_word(following) in _BEGINNERS
    return True


def _may_go_on(word: str, language: str) -> bool:
    """Say whether a word with a point may be an abbreviation, an initial or an ordinal."""
    if word.isdigit():
        return len(word) < 3 and language.partition("-")[0] in _WITH_POINT
    is_initial = len(word) == 1 and word.isalpha()
    return is_initial or word in _EITHER or bool(_DOTTED.fullmatch(word))


def _first_word(text: str) -> str:
    found = _FIRST_WORD.match(text)
    return found.group() if found else ""
