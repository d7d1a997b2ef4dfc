"""Currency codes and signs, as cells and headers of statements write them."""

import re

CODES = frozenset(
    """AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BYR BZD CAD CDF CHF
    CLP CNH CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EEK EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL
    HRK HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LTL LVL LYD
    MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR
    RON RSD RUB RUR RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH
    UGX USD UYU UZS VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWL DEM FRF ITL ESP ATS NLG BEF FIM PTE IEP GRD SIT SKK
    BTC ETH USDT USDC LTC XRP BCH DOGE""".split()
)

SIGNS = {
    "€": "EUR", "eur": "EUR", "euro": "EUR", "euros": "EUR", "£": "GBP", "us$": "USD", "u$s": "USD", "$us": "USD",
    "ca$": "CAD", "c$": "CAD", "a$": "AUD", "au$": "AUD", "nz$": "NZD", "hk$": "HKD", "s$": "SGD", "r$": "BRL",
    "mx$": "MXN", "nt$": "TWD", "zł": "PLN", "zl": "PLN", "kč": "CZK", "kc": "CZK", "ft": "HUF", "lei": "RON",
    "лв": "BGN", "лв.": "BGN", "₽": "RUB", "руб": "RUB", "руб.": "RUB", "р.": "RUB", "р": "RUB", "₴": "UAH", "грн": "UAH",
    "грн.": "UAH", "₺": "TRY", "tl": "TRY", "₹": "INR", "rs.": "INR", "rs": "INR", "inr": "INR", "₪": "ILS", "₩": "KRW",
    "฿": "THB", "₫": "VND", "₱": "PHP", "rm": "MYR", "rp": "IDR", "fr.": "CHF", "sfr": "CHF", "sfr.": "CHF", "kn": "HRK",
    "lt": "LTL", "ls": "LVL", "din": "RSD", "din.": "RSD", "د.ا.": "JOD", "د.إ": "AED", "ر.س": "SAR", "₸": "KZT",
    "₾": "GEL", "₦": "NGN", "chf": "CHF", "dkr": "DKK", "skr": "SEK", "nkr": "NOK", "jpy": "JPY", "円": "JPY",
}  # fmt: skip
"""Signs that mean one currency. "$", "kr" and "¥" mean several: they are read, but name none."""

MANY = ("$", "kr", "kr.", "¥", "￥", "元", "dollar", "dollars", "r", "q", "bs", "c", "d")
"""Signs of more than one currency."""

OLD = {"RUR": "RUB"}
"""Codes that banks still print for one that has replaced them at once and one to one."""

_FREE = ("$", "€", "£", "¥", "￥", "₽", "₴", "₺", "₹", "₪", "₩", "฿", "₫", "₱", "₸", "₾", "₦")

PATTERN = "|".join(
    [
        *sorted(map(re.escape, {*SIGNS, "$", "kr", "kr.", "¥", "￥", "元"}), key=len, reverse=True),
        *sorted(CODES, key=len, reverse=True),
    ]
)
"""An alternation of all signs and codes, to be used without regard to case."""

_IN_TEXT = re.compile(
    rf"(?<![A-Za-z])({'|'.join(sorted(CODES - {'ALL', 'TOP', 'TRY', 'CUP'}))})(?![A-Za-z])|([{''.join(_FREE)}])"
)
_IN_HEADER = re.compile(rf"(?<![a-z])({'|'.join(sorted(CODES - {'ALL', 'TOP', 'CUP'}))})(?![a-z])", re.IGNORECASE)


def currency_of(sign: str | None) -> str | None:
    """Return the ISO 4217 code that a code or sign means, or None where it means none or several."""
    if not sign:
        return None
    text = sign.strip().strip("\u200e\u200f'\"()[]")
    if text.upper() in CODES:
        return OLD.get(text.upper(), text.upper())
    return SIGNS.get(text.casefold())


def currency_in(text: str) -> str | None:
    """Return the one currency that a header or a line of the preamble names ("Amount (EUR)"), or None."""
    found = {currency_of(match[1] or match[2]) for match in _IN_TEXT.finditer(text)}
    found |= {currency_of(match[1]) for match in _IN_HEADER.finditer(text) if match[1].isupper()}
    found.discard(None)
    return found.pop() if len(found) == 1 else None
