"""Words that say what an amount measures, by the unit of the amount, in four languages."""

from __future__ import annotations

from typing import Final

from scale_explorer.models.quantity.tokens import Phrases
from scale_explorer.models.quantity.word_lists import word_set

from .phrase_tables import told

_MONEY = (
    told(
        "valuation",
        """
        valuation | valuations | valued | valuing | values | value | worth | market value |
        market cap | market capitalization | market capitalisation | bewertung | bewertet |
        börsenwert | wert | valorisation | valorisée | valorisé | valoración | valorada |
        valorado
    """,
    )
    | told(
        "revenue",
        """
        revenue | revenues | sales | turnover | earn | earns | earned | takings | brings in
        | brought in | took in | takes in | billings | recurring revenue | umsatz | umsätze
        | umsatzes | erlöse | erlös | chiffre d'affaires | recettes | ingresos | ventas |
        facturación | facturó | factura
    """,
    )
    | told(
        "profit",
        """
        profit | profits | net income | operating income | earnings | ebitda | ebit | loss |
        losses | lost | net loss | gewinn | verlust | überschuss | bénéfice | bénéfices |
        perte | beneficio | beneficios | ganancias
    """,
    )
    | told(
        "spend",
        """
        spend | spends | spent | spending | outlay | outlays | capex | capital expenditure |
        capital expenditures | expenses | expenditure | operating costs | its costs | costs
        rose | costs fell | costs were | burns | burned | budget | ausgaben | ausgegeben |
        gibt | dépense | dépenses | dépensé | gasto | gastos | gastó | gastará
    """,
    )
    | told(
        "price",
        """
        price | priced | cost | costs | costing | deal | purchase | buy | buys | buying |
        bought | acquire | acquires | acquired | acquiring | acquisition | sell | sells |
        sold | sale | pay | pays | paid | paying | consideration | raise | raises | raised |
        raising | funding | round | financing | invest | invests | invested | investing |
        investment | contract | order | ordered | change hands | partnership | stake |
        kaufpreis | preis | kauft | kaufte | übernimmt | übernahme | investiert | prix |
        rachète | racheté | rachat | acquiert | investit | levé | lève | precio | compra |
        compró | invierte | invertirá | adquirió
    """,
    )
)
_PERCENT = (
    told(
        "stake",
        """
        stake | stakes | shareholding | shareholdings | holding | interest | ownership |
        equity | owns | own | owning | owned | owner | shareholder | holds | hold | bought |
        buy | buys | buying | sold | sell | sells | selling | acquire | acquires | acquired
        | keeps | keep | kept | retain | retains | shares | of the shares | majority |
        minority | übernimmt | übernahme | kauft | kaufte | racheté | rachète | acquiert |
        compra | compró | adquiere | adquirió | anteil | anteile | beteiligung | hält |
        détient | participation | du capital | participación | posee
    """,
    )
    | told(
        "growth",
        """
        grew | grow | grows | growth | rose | rise | rises | risen | increase | increased |
        increases | gained | climbed | jumped | surged | soared | fell | fall | falls |
        fallen | drop | dropped | decline | declined | decrease | decreased | shrank | slid
        | slump | slumped | slumps | plunged | tumbled | expanded | down | up | cut | less |
        more | lower | higher | faster | wuchs | stieg | gestiegen | gewachsen | sank |
        gesunken | hausse | augmenté | progressé | baisse | reculé | creció | aumentó | cayó
        | crecieron
    """,
    )
    | told(
        "share",
        """
        market share | share of | of revenue | of sales | of its revenue | of its sales | of
        their | of its money | of all | of what | accounts for | accounted for | account for
        | margin | margins | makes up | made up | marktanteil | des umsatzes | du chiffre |
        part de marché | cuota
    """,
    )
)
_COUNT = told(
    "headcount",
    """
        employ | employs | employed | employing | headcount | staff | workforce | workers |
        employees | jobs | who work | who worked | payroll | engineers | mitarbeiter |
        beschäftigt | beschäftigte | emploie | effectif | salariés | emplea | plantilla |
        empleados
    """,
)

CLUES: Final = {
    "money": Phrases(_MONEY),
    "percent": Phrases(_PERCENT),
    "count": Phrases(_COUNT),
}
"""What tells a measure, by what the unit of an amount is."""

PLANNED: Final = Phrases(
    told("planned", """
        plan to | plans to | planned to | planning to | will | would | intends to | aims to |
        expects to | expected to | is to | are to | set to | forecast | forecasts | target |
        targets | pledged | pledges | wants to | could | budget | budgeted | wird | plant | va
        | devrait | prévoit | planea | prevé
    """)
)  # fmt: skip
"""Words before an amount that is not there yet."""
ESTIMATED: Final = Phrases(
    told("estimated", """
        estimate | estimates | estimated | an estimated | analysts expect | put the price at |
        put its value at | put the value at | is thought to | believed to | schätzungsweise |
        schätzen | estime | estiment | se estima
    """)
)  # fmt: skip
"""Words before an amount that somebody estimated."""

SPANS_OF_TIME: Final = word_set("""
    year years month months week weeks day days hour hours minute minutes second seconds decade
    decades quarter quarters century centuries jahr jahre jahren monat monate monaten woche
    wochen tag tage tagen stunden ans année années mois semaines jours heures año años mes meses
    semanas días horas
""")
"""What says how long something takes, and nothing that a figure measures."""
FIXED_RATES: Final = word_set("year month week quarter day jahr an año")
"""Rates that leave money what it is: $5 million a year may be revenue."""
STAFF: Final = word_set("""
    employees staff workers jobs engineers mitarbeiter mitarbeitende beschäftigte salariés
    employés empleados trabajadores medewerkers dipendenti personnel
""")
"""Units of which a number is a headcount."""
PEOPLE: Final = word_set("people persons sources officials executives analysts bankers insiders")
FOLLOWED_BY_SOURCES: Final = word_set("""
    close familiar briefed with told said say knowledge aware
""")
"""What follows people who are sources: "familiar with the matter", "close to the sale"."""
UNNAMED_BECAUSE: Final = word_set("asked declined requested spoke knew know saw")
"""What such people did, behind "who"."""

RANKED: Final = word_set("""
    customer customers client clients supplier suppliers maker makers producer producers owner
    shareholder shareholders investor investors employer bank lender company companies firm
    firms market provider operator exporter importer manufacturer retailer carrier airline rival
    seller buyer backer contributor partner insurer carmaker chipmaker brewer builder kunde
    aktionär hersteller anbieter actionnaire fabricant cliente accionista fabricante
""")
"""Who may be the biggest of them all."""
VAGUE_RANKS: Final = word_set("""
    first leading newest erste erster premier première primer primera primero
""")
"""Superlatives that rather praise or count than rank."""
