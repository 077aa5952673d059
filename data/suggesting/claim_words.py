"""Words that smell of a deal, a statement or a reason."""

from __future__ import annotations

from typing import Final

from .phrase_tables import table

DEALS: Final = table({
    "acquisition": """
        acquire | acquires | acquired | acquiring | acquisition | takeover | take over |
        takes over | took over | buy | buys | bought | buying | purchase of | change hands |
        has sold | sold | übernimmt | übernahme | kauft | kaufte | rachète | racheté |
        rachat | acquiert | compra | compró | adquiere | adquirió | contract of its own
    """,
    "merger": """
        merge | merges | merged | merger | fusion | fusioniert | fusionne | fusión | fusiona
    """,
    "investment": """
        invest | invests | invested | investment | investing | buying a stake | stake in |
        take a stake | minority stake | beteiligt sich | beteiligung | investit | invierte |
        prend une participation
    """,
    "funding_round": """
        funding round | raised | raises | series a | series b | series c | series d |
        financing round | finanzierungsrunde | levée de fonds | lève | ronda de financiación
    """,
    "supply_contract": """
        order for | an order | ordered | orders | supply contract | supply agreement |
        contract to | contract with | contract for | will supply | would put up | to deliver
        | bestellt | commande | pedido
    """,
    "termination": """
        cut ties | cuts ties | end partnership | end its | ends its | terminate | terminated
        | terminates | potential exit | contracts away | plans to leave | pull out | cancel
        its | kündigt | rompt | rompe
    """,
    "hire": """
        hire | hires | hired | joins | joined | move to | moves to | appointed | appoints |
        poached | will lead | left | named as | wechselt | recrute | ficha
    """,
    "partnership": """
        partnership | partners with | partnered with | team up | teamed up | joint venture |
        alliance | partnerschaft | partenariat | alianza
    """,
    "restriction": """
        restricts | restricted | bans | banned | ban on | blacklist | blacklisted |
        sanctions | export controls
    """,
})  # fmt: skip
"""Types of deal by the words that tell them."""
DEAL_STATUSES: Final = table({
    "cancelled": """
        called off | call off | came to nothing | scrapped | cancelled | canceled |
        abandoned | abandons | fell through | abgesagt | annulé | cancelado
    """,
    "rumored": """
        is about to | in talks | reportedly | rumored | rumoured | is said to | considering
        | close to | angeblich | en pourparlers | podría
    """,
    "planned": """
        plans to | planned | preparing to | wants to | intends to | expected to | will |
        would | plant | prévoit | planea | to end
    """,
    "announced": """
        announced | announces | agreed to | agreed | agrees to | signed | signs | ordered |
        angekündigt | a annoncé | anunció
    """,
    "completed": """
        completed | closed | took over | today bought | bought | acquired | has sold |
        merged | left | abgeschlossen | racheté | compró
    """,
    "pending": """
        subject to | awaiting | pending | if the | waiting for approval
    """,
})  # fmt: skip
"""How far a deal has come, by the words near it."""
STANCES: Final = table({
    "denies": """
        denied | denies | deny | dispute | disputes | rejected | rejects | are wrong | is
        wrong | untrue | bestreitet | dément | niega
    """,
    "declines_to_comment": """
        declined to comment | declines to comment | did not comment | not comment | would
        not tell | did not answer | did not respond | did not reply | did not provide |
        would not say | refused to comment | no comment | lehnte ab | lehnte eine
        stellungnahme ab | n'a pas souhaité | no quiso comentar
    """,
    "plans": """
        plans to | planned to | plan to | preparing to | intends to | means to | aims to |
        wants to | decision to | decided to | continue working | plant | will | prévoit de |
        planea | agreed to
    """,
    "considers": """
        considering | considers | consider | reconsidering | reconsiders | reconsider |
        weighing | weighs | exploring | explores | looking to | mulls | erwägt | envisage |
        considera
    """,
    "commits": """
        committed to | commits to | pledged | pledges | promised | promises | promise |
        vowed | guarantees | will keep | verspricht | s'engage | se compromete
    """,
    "expects": """
        expects | expect | expected | expecting | forecasts | forecast | predicts |
        predicted | likely to | anticipates | will shape | erwartet | rechnet | s'attend |
        attend | espera que
    """,
    "fears": """
        fears | fear | feared | fearing | worry | worries | worried | worrying | concern |
        concerns | concerned | afraid | warned | warns | befürchtet | warnt | craint | teme
    """,
    "hopes": """
        hopes | hope | hoped | hoping | sees an opportunity | as an opportunity | hofft |
        espère | confía
    """,
    "asserts": """
        said | says | say | stated | states | told | claims | claimed | insists | insisted |
        argues | argued | announced | announces | reported | reports | confirmed | confirms
        | added | explained | sagte | sagt | erklärte | teilte mit | a déclaré | a annoncé |
        dijo | afirmó | anunció
    """,
})  # fmt: skip
"""What somebody does with a thought, by the verb."""

CAUSE_FIRST = "first"
"""How a row of `REASONS` ends whose cause stands before the words; all others end in "behind"."""
REASONS: Final = table({
    "reason_for:behind": """
        because | because of | since it | due to | owing to | thanks to | in response to |
        in order to | so as to | prompted by | driven by | caused by | that is why | after
        losing | on concerns | over concerns | out of fear | weil | wegen | aufgrund | parce
        que | en raison de | à cause de | porque | debido a | a causa de
    """,
    "led_to:behind": """
        comes after | came after | following | after | in the wake of | nachdem | nach der |
        après | tras
    """,
    "led_to:first": """
        led to | leads to | leading to | resulted in | results in | caused | causes |
        prompted | triggered | forced | as a result | therefore | which is why | raised
        concerns | has raised | so that | führte zu | deshalb | a conduit à | c'est pourquoi
        | provocó | llevó a | contributing to
    """,
    "accelerated:first": """
        sped up | speeds up | accelerated | accelerates | hastened | beschleunigt | accélère
        | acelera
    """,
    "made_possible:first": """
        made possible | makes possible | enabled | enables | allowed it to | allows it to |
        could gain access | ermöglicht | permet | permite
    """,
    "despite:behind": """
        despite | in spite of | even though | although | trotz | obwohl | malgré | a pesar
        de
    """,
})  # fmt: skip
"""Types of reason, and on which side of the words the cause stands."""
