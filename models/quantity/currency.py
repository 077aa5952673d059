"""Currencies: the ISO 4217 codes, and the signs and names that stand for them.

A sign or name is listed when readers of financial news take it for one currency: "$" and
"dollars" are the US dollar, "£" and "pounds" sterling, "¥" and "yen" the Japanese yen. Signs and
names that several currencies share with equal right ("kr", "pesos") are listed apart: an amount
in them is refused until its code is written.
"""

from __future__ import annotations

from typing import Final

from .word_lists import word_set

CODES: Final = word_set("""
    AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD
    CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP
    GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD
    KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN
    NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP
    SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND
    VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG
    """)
"""The currencies of ISO 4217, without funds, metals and test codes."""

WORDLIKE: Final = word_set("ALL AMD BAM BOB COP CUP GEL LAK MAD MOP NAD PEN SAR SOS SRD TOP TRY")
"""Codes that running text in capitals also holds as words or names."""

SIGNS: Final = {
    "$": "USD", "US$": "USD", "A$": "AUD", "AU$": "AUD", "C$": "CAD", "CA$": "CAD", "HK$": "HKD",
    "S$": "SGD", "SG$": "SGD", "NZ$": "NZD", "NT$": "TWD", "R$": "BRL", "MX$": "MXN",
    "€": "EUR", "£": "GBP", "¥": "JPY", "￥": "JPY", "JP¥": "JPY", "CN¥": "CNY", "₹": "INR",
    "₩": "KRW", "₪": "ILS", "₫": "VND", "₽": "RUB", "₺": "TRY", "₴": "UAH", "₦": "NGN", "฿": "THB",
    "₱": "PHP", "zł": "PLN", "Kč": "CZK", "Rs": "INR", "RMB": "CNY", "Ft": "HUF",
}  # fmt: skip
"""Signs, written in exactly this case."""

SYMBOLS: Final = {
    "USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥", "CNY": "CN¥", "INR": "₹", "KRW": "₩",
    "AUD": "A$", "CAD": "C$", "HKD": "HK$", "SGD": "S$", "NZD": "NZ$", "TWD": "NT$", "BRL": "R$",
    "MXN": "MX$",
    "ILS": "₪",
}  # fmt: skip
"""The sign shown for a code; all other currencies are shown by their code."""

SHARED_SIGNS: Final = {
    "$": word_set(
        "USD AUD CAD HKD SGD NZD TWD MXN ARS CLP COP BBD BMD BND BSD BZD FJD GYD JMD KYD LRD NAD "
        "SBD SRD TTD UYU XCD"
    ),
    "¥": frozenset({"JPY", "CNY"}),
    "£": frozenset({"GBP", "EGP", "FKP", "GIP", "LBP", "SHP", "SYP"}),
    "Rs": frozenset({"INR", "LKR", "MUR", "NPR", "PKR", "SCR"}),
}
"""Codes that may follow an amount with one of these signs and then decide ("$5 million CAD")."""

NAMES: Final = {
    "dollar": "USD", "dollars": "USD", "us dollar": "USD", "us dollars": "USD",
    "u.s. dollar": "USD", "u.s. dollars": "USD", "american dollars": "USD", "us-dollar": "USD",
    "dólares": "USD",
    "dollari": "USD", "australian dollars": "AUD", "canadian dollars": "CAD",
    "hong kong dollars": "HKD", "singapore dollars": "SGD", "new zealand dollars": "NZD",
    "taiwan dollars": "TWD", "new taiwan dollars": "TWD",
    "euro": "EUR", "euros": "EUR", "eur": "EUR",
    "pound": "GBP", "pounds": "GBP", "pounds sterling": "GBP", "british pounds": "GBP",
    "sterling": "GBP", "pfund": "GBP", "livres sterling": "GBP",
    "yen": "JPY", "japanese yen": "JPY", "yuan": "CNY", "chinese yuan": "CNY", "renminbi": "CNY",
    "won": "KRW", "korean won": "KRW", "south korean won": "KRW",
    "rupee": "INR", "rupees": "INR", "indian rupees": "INR", "pakistani rupees": "PKR",
    "swiss franc": "CHF", "swiss francs": "CHF", "schweizer franken": "CHF", "franken": "CHF",
    "francs suisses": "CHF", "swedish kronor": "SEK", "swedish crowns": "SEK", "kronor": "SEK",
    "norwegian kroner": "NOK", "norwegian crowns": "NOK", "danish kroner": "DKK",
    "danish crowns": "DKK", "złoty": "PLN", "złotys": "PLN", "zloty": "PLN", "zlotys": "PLN",
    "reais": "BRL", "brazilian reais": "BRL", "mexican pesos": "MXN", "argentine pesos": "ARS",
    "chilean pesos": "CLP", "colombian pesos": "COP", "philippine pesos": "PHP",
    "rouble": "RUB", "roubles": "RUB", "ruble": "RUB", "rubles": "RUB", "rand": "ZAR",
    "shekel": "ILS", "shekels": "ILS", "dirhams": "AED", "baht": "THB", "forint": "HUF",
    "turkish lira": "TRY", "turkish liras": "TRY",
}  # fmt: skip
"""Names after an amount. Upper and lower case are the same."""

UNDECIDED: Final = {
    "kr": "SEK, NOK, DKK or ISK", "kr.": "SEK, NOK, DKK or ISK", "kroner": "NOK or DKK",
    "krona": "SEK or ISK", "krone": "NOK or DKK", "crowns": "SEK, NOK, DKK or CZK",
    "peso": "MXN, ARS, CLP, COP or PHP", "pesos": "MXN, ARS, CLP, COP or PHP",
    "franc": "CHF, XOF or XAF", "francs": "CHF, XOF or XAF", "lira": "TRY", "liras": "TRY",
    "cents": "USD or EUR, as a part of 1", "cent": "USD or EUR, as a part of 1",
    "pence": "GBP, as a part of 1", "dinars": "KWD, RSD or JOD", "riyals": "SAR or QAR",
}  # fmt: skip
"""Signs and names that could be several currencies, and the codes to choose from."""


def is_currency(symbol: str) -> bool:
    """Tell whether a unit's symbol is an ISO 4217 code."""
    return symbol in CODES
