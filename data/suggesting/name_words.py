"""Words that tell names from other words with a capital, and what kind of name it is."""

from __future__ import annotations

from typing import Final

from scale_explorer.models.kinds import Kind
from scale_explorer.models.quantity.tokens import Phrases, alike
from scale_explorer.models.quantity.word_lists import word_set

from ..legal_forms import LEGAL_FORMS
from .calendar_words import MONTHS, WEEKDAYS

_C, _P, _B, _O = Kind.COMPANY, Kind.PERSON, Kind.PUBLIC_BODY, Kind.ORGANIZATION

FORMS: Final = frozenset(
    {"Inc", "Corp", "Co", "Ltd", "LLC", "LLP", "LP", "PLC", "Plc", "plc", "AG", "SE", "SA", "GmbH",
     "NV", "BV", "AB", "ASA", "Oyj", "Oy", "SpA", "Srl", "SARL", "SAS", "KG", "Pty", "Pte",
     "Corporation", "Incorporated", "Limited", "Company", "KGaA", "eG"}
)  # fmt: skip
"""Legal forms as they are written behind a company's name."""
COMPANY_WORDS: Final = LEGAL_FORMS | word_set("""
    ai airlines airways bank bancorp brewing brewery capital chemicals energy enterprises foods
    group holding holdings industries insurance labs laboratories logistics media motors
    networks partners pharma pharmaceuticals power railways robotics semiconductor shipping
    software solutions steel systems technologies technology telecom therapeutics ventures works
    boatworks ferries mills biotech pictures studios stores werke motoren
""")
"""Last words of a name that make it one of a company."""
BODY_WORDS: Final = word_set("""
    ministry commission authority agency court office department council parliament senate
    government treasury bureau administration regulator tribunal ministerium behörde bundesamt
    kartellamt gericht ministère autorité ministerio comisión
""")
"""Words in a name that make it one of a public body."""
ORGANIZATION_WORDS: Final = word_set("""
    university institute foundation association union federation society college committee
    alliance universität verband gewerkschaft stiftung université syndicat universidad sindicato
""")
"""Words in a name that make it one of an organization."""
TITLES: Final = word_set("""
    mr mrs ms dr prof sir dame lord lady herr frau monsieur madame señor señora
""")
"""Titles in front of a person's name that are no part of it."""
ROLES: Final = Phrases(
    alike(
        "", "ceo", "cfo", "coo", "cto", "chief executive", "chief executive officer",
        "chief financial officer", "chief operating officer", "chairman", "chairwoman", "chair",
        "president", "founder", "co-founder", "director", "managing director", "analyst",
        "spokesman", "spokeswoman", "minister", "vorstandschef", "vorstandschefin",
        "geschäftsführer",
        "geschäftsführerin", "gründer", "gründerin", "sprecher", "sprecherin", "pdg", "président",
        "présidente", "directeur", "directrice", "fondateur", "fondatrice", "director general",
        "presidente", "fundador", "fundadora", "consejera delegada", "consejero delegado",
        "partner at",
    )
)  # fmt: skip
"""Roles of people: before a person's name, or behind one and before a company's."""
BEFORE_COMPANY: Final = word_set("""
    startup company maker firm lender retailer bank carmaker chipmaker producer supplier rival
    competitor unternehmen konzern hersteller firma société groupe entreprise empresa compañía
    grupo
""")
"""Words in front of a company's name."""
AFTER_COMPANY: Final = word_set("""
    revenue revenues profit profits sales shares takeover valuation value stake customers
    clients services employees workforce headquarters owner owners board ceo cfo founder
    investors deal umsatz gewinn actionnaires ventas
""")
"""What a company has: behind a name and its possessive."""
OBJECT_VERBS: Final = word_set("""
    buy buys bought buying acquire acquires acquired acquiring joins joined left joining founded
    found owns own backs backed merge sue sued fined rejoined outside kauft übernimmt rachète
    acquiert compra
""")
"""Verbs that take a company for their object where a name follows."""
SUBJECT_VERBS: Final = word_set("""
    said says announced announces agreed agrees plans planned acquired acquires bought buys sold
    sells owns owned raised raises invested invests reported reports has had will would is was
    declined denied expects expected wants hopes fears told spent spends earned earns employs
    makes competes merged merges refused ordered orders hired hires launched launches filed
    posted warned confirmed rejected paid pays received supplies operates runs remains holds
    stated sagte teilte erklärte kauft kaufte übernimmt übernahm plant hat ist war a est était
    rachète acquiert annonce dijo compra compró anunció ha es
""")
"""Verbs behind a single capital word at the head of a sentence that make it likely a name."""
NATIONS: Final = word_set("""
    american european british german french spanish italian japanese chinese indian korean
    canadian swiss dutch swedish norwegian danish finnish russian brazilian mexican australian
    african asian western eastern northern southern english irish scottish welsh polish austrian
    belgian turkish israeli saudi omani emirati taiwanese singaporean vietnamese us usd uk eu
""")
"""Adjectives with a capital, and short names of countries, that are no party by themselves."""
NO_NAMES: Final = (
    frozenset(MONTHS)
    | frozenset(WEEKDAYS)
    | NATIONS
    | word_set("""
    i a an the this that these those it its he she they we you his her their our my your who
    what when where why how which there here in on at by for from with without to of into under
    over after before since until during despite although though because while as and or but so
    yet if then still now not no some many most all both each every another other others few
    several one two three four five six seven eight nine ten eleven twelve hundred thousand
    million billion such also only even just last next first second third earlier later
    meanwhile however moreover instead according analysts shares sales revenue profit reports
    officials people sources investors customers workers executives q1 q2 q3 q4 h1 h2 ceo cfo
    coo cto ai pr hr ipo sec gaap ebitda esg phd phds annex item exhibit section note notes mr
    mrs ms dr chief executive officer president chairman director founder board company
    corporation group registrant issuer buyer seller purchaser parent agreement merger series
    class common west east north south net total word earth moon internet web der die das den
    dem des ein eine einen er sie es wir ihr im am zu mit nach bei und aber oder doch wenn als
    dann da dort diese dieser dieses auch für seit trotz laut le la les un une il elle ils elles
    nous ce cet cette ces en dans pour mais et ou si quand puis après avec selon au aux son sa
    ses el los las una ella ellos con por para pero y cuando este esta esto según tras su sus
""")
)
"""Words that a capital makes no name: heads of sentences, months, titles, terms of business."""
WITHIN: Final = frozenset({"of", "de", "del", "du", "la", "von", "van", "al", "bin", "for", "&"})
"""Small words and signs that may stand within a name."""
