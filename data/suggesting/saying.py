"""Verbs and phrases with which texts say who said something, in four languages."""

from __future__ import annotations

from typing import Final

from scale_explorer.models.quantity.tokens import Phrases
from scale_explorer.models.quantity.word_lists import word_set

from .phrase_tables import told

SAY: Final = Phrases(
    told("", """
        said | says | say | told | tells | stated | states | announced | announces | reported
        | reports | claimed | claims | insisted | insists | argued | argues | confirmed |
        confirms | denied | denies | warned | warns | added | adds | explained | explains |
        mentioned | mentions | wrote | writes | noted | notes | disclosed | discloses |
        revealed | reveal | reveals | declined to comment | did not comment | commented |
        estimate | estimates | estimated | believe | predict | expect | predicted | predicts |
        acknowledged | sagte | sagt | sagten | erklärte | erklärt | teilte mit | teilte |
        teilten | mitteilte | berichtete | berichtet | meldete | berichten | a déclaré | a
        annoncé | a affirmé | a indiqué | a précisé | affirme | indique | rapporte | déclare |
        ont déclaré | dijo | dice | afirmó | anunció | informó | señaló | declaró | aseguró
    """)
)  # fmt: skip
"""Verbs of saying as they stand behind or before who says it."""
PLAIN_SAY: Final = word_set("""
    said says say told added adds explained wrote stated sagte sagt dijo afirmó
""")
"""Verbs that may stand before who says it: “…,” said she."""
ACCORDING: Final = Phrases(
    told("", """
        according to | in the words of | as reported by | laut | nach angaben von | nach
        angaben der | nach angaben des | zufolge | selon | d'après | según | de acuerdo con
    """)
)  # fmt: skip
"""Phrases in front of who said it."""
PRONOUNS: Final = word_set("""
    it he she they we i you who which that this er sie es wir il elle ils elles on él ella ellos
    what nobody everybody and but
""")
"""Who says it where nobody is named; no attribution is proposed for them."""
BEHIND_SOURCES: Final = Phrases(
    told("", """
        close to | familiar with | briefed on | with knowledge of | with direct knowledge of |
        aware of | proche du | proches du | cercanas a
    """)
)  # fmt: skip
"""What parts people who are sources from what they know of: "two people close to the sale"."""
HEADS: Final = word_set("""
    source sources people person official officials analyst analysts executive executives
    spokesperson spokesman spokeswoman spokespeople company firm startup regulator regulators
    bank insiders bankers lawyers investors group ministry government court union newspaper
    paper report filing statement officer owner founder president chairman director minister
    lawyer economist economists traders managers employees workers researchers author authors
    judge sprecher sprecherin unternehmen konzern kreise insider quellen porte-parole entreprise
    groupe portavoz empresa compañía fuentes analistas analystes analysten
""")
"""Words of whom a phrase may tell that says something."""
OPENERS: Final = word_set("""
    a an the two three four five several some one another both its their his her most many few
    ein eine der die das zwei un une le la les deux el los las una dos
""")
"""Words with which such a phrase begins."""
AUXILIARIES: Final = word_set("""
    has had have also later already earlier then again recently repeatedly previously since now
    still publicly today yesterday hat haben ha han
""")
"""Words between who says it and the verb."""
CUTS_NAME: Final = word_set("""
    during after before when while who as that which if because since earlier later adding am im
    dass que qui quand lors
""")
"""Words at which the phrase behind "according to" or "said" ends."""
RESULTS: Final = word_set("""
    a an net record revenue revenues profit profits sales earnings higher lower no
""")
"""What is reported rather than said: "reported a loss" tells of nobody who says something."""
TELLS_RESULTS: Final = word_set("""
    reported reports announced announces added adds disclosed discloses meldete anunció
""")
"""Verbs of saying that also have results for their object."""
