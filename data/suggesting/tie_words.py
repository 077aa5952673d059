"""Words that tie two names, with the type of relationship they tell; and words for its status."""

from __future__ import annotations

from typing import Final, NamedTuple

from scale_explorer.models.quantity.tokens import Phrases
from scale_explorer.models.relation_type import RelationType

from .phrase_tables import table, told


class Cue(NamedTuple):
    """A type of relationship and how it is told.

    `forward` says that the subject stands before the words. A `noun` of a role turns round behind a
    possessive: in "Alder’s customer Birch" the customer comes last.
    """

    type: RelationType
    forward: bool = True
    noun: bool = False
    status: str = ""


_T = RelationType


TIES: Final = Phrases(
    told(Cue(_T.OWNS), """
        owns | owned | owning | holds | bought | buys | buy | buying | acquires | acquired |
        acquire | acquiring | took over | takes over | take over | has sold | controls |
        takeover of | acquisition of | purchase of | übernimmt | kauft | kaufte | rachète |
        a racheté | acquiert | compra | compró | adquiere | adquirió
    """)
    | told(Cue(_T.OWNS, noun=True), """
        majority owner of | owner of | the owner of | eigentümer von | eigentümerin von
    """)
    | told(Cue(_T.OWNS, forward=False), "owned by | acquired by | bought by | sold to")
    | told(Cue(_T.INVESTED_IN), """
        invests in | invested in | invest in | investing in | backed | backs | a stake in |
        stake in | interest in | shareholder in | investment in | beteiligt sich an |
        beteiligung an | investiert in | investit dans | invierte en | involvement in
    """)
    | told(Cue(_T.INVESTED_IN, noun=True), """
        investor in | shareholder of | backer of | major shareholder
    """)
    | told(Cue(_T.SUBSIDIARY_OF, noun=True), """
        subsidiary of | a unit of | a division of | part of | tochter von |
        tochtergesellschaft von | filiale de | filial de
    """)
    | told(Cue(_T.SUBSIDIARY_OF, forward=False, noun=True), """
        parent company of | the parent of | parent of | muttergesellschaft von | maison mère
        de | matriz de
    """)
    | told(Cue(_T.CUSTOMER_OF), """
        buys from | ordered | orders | sources from | stepping back from | cut ties with |
        depends on | reliance on | spent | switch away from | an order from
    """)
    | told(Cue(_T.CUSTOMER_OF, noun=True), """
        customer of | client of | customer | client | customers | clients | kunde von |
        kunde | client de | cliente de
    """)
    | told(Cue(_T.CUSTOMER_OF, forward=False), """
        sells to | supplies | supplied | supply | delivers to | supplier to | supplier of |
        provider to | order from | beliefert | fournit | abastece a
    """)
    | told(Cue(_T.PARTNER_OF), """
        partners with | partnered with | partnership with | teamed up with | teams up with |
        works with | working with | works together with | partnerships with | collaborates
        with | alliance with | kooperiert mit | partnerschaft mit | partenariat avec |
        alianza con | merge with | merged with
    """)
    | told(Cue(_T.PARTNER_OF, noun=True), "partner of | partner")
    | told(Cue(_T.COMPETES_WITH), """
        competes with | competed with | compete with | competing with | rivals | vies with |
        konkurriert mit | concurrence | compite con | competes against
    """)
    | told(Cue(_T.COMPETES_WITH, noun=True), """
        rival of | competitor of | competitor to | rival to | rival | competitor | only
        rival | konkurrent | rivale | concurrent de | concurrent | competidor de
    """)
    | told(Cue(_T.EMPLOYED_BY), """
        works for | worked for | working for | works at | worked at | joins | joined | join
        | move to | moves to | moved to | arbeitet für | travaille pour | trabaja para
    """)
    | told(Cue(_T.EMPLOYED_BY, status="former"), """
        left | quit | resigned from | departed from | who left
    """)
    | told(Cue(_T.EMPLOYED_BY, noun=True), """
        engineer of | chief engineer of | analyst at | employee of | manager at | chief
        engineer | engineer at | officer of | chief financial officer of | finance chief of
    """)
    | told(Cue(_T.EMPLOYED_BY, forward=False), """
        hired | hires | hire | appointed | appoints | poached | employs
    """)
    | told(Cue(_T.LEADS), """
        leads | led | lead | runs | ran | heads | headed | to run | leitet | führt | dirige
    """)
    | told(Cue(_T.LEADS, noun=True), """
        ceo of | chief executive of | chief executive officer of | president of | chairman
        of | chairwoman of | head of | director of | managing director of | boss of | ceo |
        chief executive | president | chairman | vorstandschef von | vorstandschefin von |
        chef von | geschäftsführer von | pdg de | pdg d' | directeur général de | directora
        general de | presidente de | consejera delegada de | chief executive at
    """)
    | told(Cue(_T.FOUNDED), """
        founded | co-founded | founds | set up | started | gründete | fonda | a fondé |
        fundó
    """)
    | told(Cue(_T.FOUNDED, noun=True), """
        founder of | co-founder of | founder | co-founder | creator of the company | gründer
        von | gründerin von | fondateur de | fondatrice de | fundador de | fundadora de
    """)
    | told(Cue(_T.FOUNDED, forward=False), "founded by | was founded by | started by")
    | told(Cue(_T.REPRESENTS, noun=True), """
        spokesperson for | spokesman for | spokeswoman for | lawyer for | a spokesperson of
        | sprecher von | sprecherin von | porte-parole de | portavoz de
    """)
    | told(Cue(_T.MEMBER_OF, noun=True), """
        member of | members of | a member of | mitglied von | membre de | miembro de
    """)
    | told(Cue(_T.MAKES), """
        makes | made | builds | built | develops | developed | produces | produced |
        manufactures | provides | provided | launched | baut | fabrique | fabrica
    """)
    | told(Cue(_T.MAKES, noun=True), """
        maker of | the creator of | creator of | developer of | builder of | producer of |
        manufacturer of | hersteller von | fabricant de | fabricante de
    """)
    | told(Cue(_T.MAKES, forward=False), "made by | built by | developed by | created by")
    | told(Cue(_T.USES), """
        uses | used | use | relies on | relied on | runs on | powered by | nutzt | utilise |
        usa
    """)
    | told(Cue(_T.REGULATES), "regulates | supervises | oversees")
    | told(Cue(_T.REGULATES, forward=False), "regulated by | overseen by | supervised by")
    | told(Cue(_T.SCRUTINIZES), """
        investigates | investigating | investigated | scrutinizes | scrutinising | probes |
        is examining | reviews | examines | sued | sues
    """)
    | told(Cue(_T.SCRUTINIZES, forward=False), """
        faces scrutiny from | investigated by | scrutiny by | probed by
    """)
    | told(Cue(_T.RESTRICTS), """
        restricts | restricted | bans | banned | blocks | blocked | sanctioned | sanctions |
        blacklisted | refused | forbids | fined
    """)
)  # fmt: skip
"""The words between two names and what they tie, the longest phrase counting."""

_STATUSES = {
    "ending": """
        cut ties | cutting ties | end its | ending its | end their | end partnership | ends
        partnership | to leave | exit | walk away | terminate | terminates | terminated |
        terminating | move away | wind down | away from
    """,
    "reducing": """
        stepping back | scaling back | cutting back | reducing | cutting its | pulling back
        | phase out
    """,
    "reduced": """
        reduced | has cut | had cut | scaled back | stepped back | cut its | trimmed
    """,
    "under_review": """
        reconsidering | reconsider | reconsiders | reviewing | under review | rethinking |
        weighing | weighs | spread its | looking to spread
    """,
    "former": """
        former | formerly | used to | was its | had been | until last | no longer |
        previously | ehemalige | ehemaliger | ancien | ancienne | antiguo | had worked
    """,
    "planned": """
        plans to | planned to | planning to | will | to buy | to acquire | expected to | set
        to | preparing to | wants to | is to | are to | intends to | agreed to | proposes |
        would | about to | was buying | wird | will be | va | prévoit | planea
    """,
}  # fmt: skip
STATUSES: Final = table(_STATUSES)
"""Words near a tie that tell how it stands; without any it is current."""
