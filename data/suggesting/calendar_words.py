"""Words of the calendar in English, German, French and Spanish."""

from __future__ import annotations

from typing import Final

from scale_explorer.models.quantity.tokens import Phrases, alike
from scale_explorer.models.quantity.word_lists import word_set

_MONTHS = (
    "january jan januar janvier enero", "february feb februar février febrero",
    "march mar märz mars marzo", "april apr avril abril", "may mai mayo",
    "june jun juni juin junio",
    "july jul juli juillet julio", "august aug août agosto",
    "september sept sep septembre septiembre", "october oct oktober okt octobre octubre",
    "november nov novembre noviembre", "december dec dezember dez décembre diciembre",
)  # fmt: skip
MONTHS: Final = {word: n for n, words in enumerate(_MONTHS, start=1) for word in words.split()}
"""The number of each month by its name in small letters."""
ALSO_WORDS: Final = frozenset(
    {"may", "march", "mars", "mar", "mai", "sept", "dec", "jan", "jun", "sep"}
)
"""Months that are also words or names: they need a capital letter, and a day, a year or "in"."""
WEEKDAYS: Final = {
    word: n
    for n, words in enumerate(
        (
            "monday montag lundi lunes", "tuesday dienstag mardi martes",
            "wednesday mittwoch mercredi miércoles", "thursday donnerstag jeudi jueves",
            "friday freitag vendredi viernes", "saturday samstag samedi sábado",
            "sunday sonntag dimanche domingo",
        )
    )
    for word in words.split()
}  # fmt: skip
"""Days of the week, Monday being 0."""
SEASONS: Final = {
    "spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24, "frühjahr": 21,
    "frühling": 21, "sommer": 22, "herbst": 23, "printemps": 21, "été": 22, "automne": 23,
    "hiver": 24, "primavera": 21, "verano": 22, "otoño": 23, "invierno": 24,
}  # fmt: skip
"""The number that EDTF gives a season."""
_QUARTERS = (
    ("first", "1st", "erstes", "ersten", "premier", "primer"),
    ("second", "2nd", "zweites", "zweiten", "deuxième", "segundo"),
    ("third", "3rd", "drittes", "dritten", "troisième", "tercer"),
    ("fourth", "4th", "viertes", "vierten", "quatrième", "cuarto"),
)
PARTS: Final = Phrases(
    {
        f"{ordinal} {noun}": (4, number)
        for number, ordinals in enumerate(_QUARTERS)
        for ordinal in ordinals
        for noun in ("quarter", "quartal", "trimestre", "fiscal quarter")
    }
    | {
        f"{ordinal} {noun}": (2, number)
        for number, ordinals in enumerate(_QUARTERS[:2])
        for ordinal in ordinals
        for noun in ("half", "halbjahr", "semestre")
    }
)
"""Quarters and halves of a year: how many there are, and which one, the first being 0."""
YEARS_AWAY: Final = Phrases(
    alike(-1, "last year", "a year ago", "a year earlier", "the previous year", "the prior year",
          "last fiscal year", "letztes jahr", "letzten jahr", "im vorjahr", "vergangenes jahr",
          "vergangenen jahr", "l'an dernier", "l'année dernière", "el año pasado")
    | alike(0, "this year", "the current year", "this fiscal year", "dieses jahr", "diesem jahr",
            "laufenden jahr", "cette année", "este año")
    | alike(1, "next year", "the coming year", "nächstes jahr", "nächsten jahr", "kommenden jahr",
            "l'an prochain", "l'année prochaine", "el próximo año")
)  # fmt: skip
"""Years counted from that of publication."""
MONTHS_AWAY: Final = Phrases(
    alike(
        -1, "last month", "letzten monat", "vergangenen monat", "le mois dernier", "el mes pasado"
    )
    | alike(0, "this month", "diesen monat", "diesem monat", "ce mois-ci", "este mes")
    | alike(1, "next month", "nächsten monat", "le mois prochain", "el próximo mes")
)
"""Months counted from that of publication."""
QUARTERS_AWAY: Final = Phrases(
    alike(-1, "last quarter", "the previous quarter", "the prior quarter", "letzten quartal")
    | alike(0, "this quarter", "the current quarter", "diesem quartal")
    | alike(1, "next quarter", "nächsten quartal")
)
"""Quarters counted from that of publication."""
DAYS_AWAY: Final = Phrases(
    alike(-1, "yesterday", "gestern", "hier", "ayer")
    | alike(0, "today", "heute", "aujourd'hui", "hoy")
    | alike(1, "tomorrow", "morgen", "demain", "mañana")
)
"""Days counted from that of publication."""
SPANS_BACK: Final = {
    "year": 12, "years": 12, "month": 1, "months": 1, "decade": 120, "decades": 120,
}  # fmt: skip
"""Months in what is counted before "ago"."""
AS_WRITTEN: Final = Phrases(
    alike("", "months ago", "years ago", "weeks ago", "last week", "this week", "next week",
          "the past year", "the past months", "recent months", "recent years", "recent weeks",
          "letzte woche", "la semaine dernière", "la semana pasada")
)  # fmt: skip
"""Times that no date stands for."""
SINCE: Final = frozenset({"since", "seit", "depuis", "desde"})
UNTIL: Final = frozenset({"until", "till", "by", "bis", "d'ici", "jusqu'en", "hasta"})
ROUGHLY: Final = frozenset(
    {"around", "about", "circa", "c.", "ca.", "roughly", "etwa", "um", "vers", "hacia"}
)
BEFORE_MONTHS: Final = word_set("""
    in by since until till last next early late mid of from before after during this im ab seit
    bis anfang ende mitte en depuis fin début desde hasta de for
""")
"""Words behind which a name that is also a word is a month."""
AHEAD: Final = word_set("""
    will would to from until by due expected plans planned next wird soll ab prévoit va será
""")
"""Words behind which a day without a year may lie after that of publication."""
