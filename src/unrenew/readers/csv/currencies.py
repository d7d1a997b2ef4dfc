"""Currency codes and signs, as cells and headers write them."""

import re
from collections.abc import Iterable

from unrenew.readers.csv.vocabulary import signs, words

CODES = frozenset(words("currencies", "codes"))
SIGNS = signs()

CENTLESS = frozenset(words("currencies", "centless"))
"""Currencies that are printed without decimals, always or mostly."""

OLD = {"RUR": "RUB"}
"""Codes that banks still print for one that has replaced them at once and one to one."""

_FREE = ("$", "€", "£", "¥", "￥", "₽", "₴", "₺", "₹", "₪", "₩", "฿", "₫", "₱", "₸", "₾", "₦", "円")

_OPEN = frozenset(("$", "kr", "kr.", "¥", "￥", "元", "bs", "bs.", "l", "l.", "n", "p", "dh", "dhs", "br", "tk"))
"""Signs that several currencies share: they are read, and name none."""

PATTERN = "|".join(
    [
        *(rf"{code}\$" for code in sorted(CODES) if code.endswith("D") or code in {"BRL", "MXN", "CLP", "COP", "ARS"}),
        *sorted(map(re.escape, {*SIGNS, *_OPEN}), key=len, reverse=True),
        *sorted(CODES, key=len, reverse=True),
    ]
)
"""An alternation of all signs and codes, to be used without regard to case."""

_IN_TEXT = re.compile(
    rf"(?<![A-Za-z])({'|'.join(sorted(CODES - {'ALL', 'TOP', 'TRY', 'CUP'}))})(?![A-Za-z])|([{''.join(_FREE)}])"
)
_IN_HEADER = re.compile(rf"(?<![a-z])({'|'.join(sorted(CODES - {'ALL', 'TOP', 'CUP'}))})(?![a-z])", re.IGNORECASE)


_DOLLARS = re.compile(r"(?<![A-Za-z])(?:[A-Z]{1,3}\$|US\$)")
_IN_BRACKETS = re.compile(r"[(（]\s*(円|원|บาท|đ|人民币)\s*[)）]")
_EURO = re.compile(
    r"(?<![^\W\d_])(?:euro(?:s|a|t|n|na|ja|ina|issa|ssa|in|ban|kban|nak)?|eur(?:ó|óban|ų|ai|ais|u|a|ach|y|i)|eiro|evr[aio]"
    r"|avro|евро|євро|ευρ[ώω])(?![^\W\d_])",
    re.IGNORECASE,
)
"""The one currency whose name is the same in nearly all languages, in their cases: "Débit euros", "Määrä euroa"."""


_BY_COUNTRY = {
    "$": """US:USD CA:CAD AU:AUD NZ:NZD SG:SGD HK:HKD TW:TWD MX:MXN AR:ARS CL:CLP CO:COP UY:UYU JM:JMD TT:TTD BB:BBD
        BS:BSD BZ:BZD GY:GYD FJ:FJD DO:DOP EC:USD SV:USD PA:USD PR:USD""",
    "kr": "SE:SEK NO:NOK DK:DKK IS:ISK FO:DKK GL:DKK",
    "¥": "JP:JPY CN:CNY",
}
SEVERAL = {sign: dict(pair.split(":", 1) for pair in pairs.split()) for sign, pairs in _BY_COUNTRY.items()}
"""Signs of several currencies: which of them a country means by it."""

_SIGN = r"(\$|kr|¥|￥)"
_SIGNED = re.compile(rf"^[-+(]*\s*{_SIGN}\.?\s*[-+(]*\d|\d\s*{_SIGN}\.?\)?[-+]?$|[\s(]{_SIGN}\.?\)?$", re.IGNORECASE)


def shared_sign(cells: Iterable[str]) -> str | None:
    """Return the sign of several currencies that amounts or names of columns carry: "$", "kr" or "¥"; else None."""
    for cell in cells:
        if found := _SIGNED.search(cell.strip()[:60]):
            sign = (found[1] or found[2] or found[3]).lower()
            return "¥" if sign == "￥" else sign
    return None


def currency_of(sign: str | None) -> str | None:
    """Return the ISO 4217 code that a code or sign means, or None where it means none or several."""
    if not sign:
        return None
    text = sign.strip().strip("\u200e\u200f'\"()[]")
    code = text.upper().removesuffix("$")
    if code in CODES:
        return OLD.get(code, code)
    return SIGNS.get(text.casefold()) or ("EUR" if _EURO.fullmatch(text) else None)


_TICKER = re.compile(r"[A-Z][A-Z0-9]{1,9}")


def unit_of(cell: str) -> str | None:
    """Return the currency of a cell in a column of currencies, a coin's or a share's own short name (CRO) included.

    What is none of ISO 4217 keeps its name, so that it is never added up with money, nor with other coins.
    """
    return currency_of(cell) or (cell.strip() if _TICKER.fullmatch(cell.strip()) else None)


def currency_in(text: str) -> str | None:
    """Return the one currency that a header or a line of the preamble names ("Amount (EUR)"), or None."""
    found = {currency_of(match[1] or match[2]) for match in _IN_TEXT.finditer(text)}
    found |= {currency_of(match[1]) for match in _IN_HEADER.finditer(text) if match[1].isupper()}
    found |= {currency_of(sign) for sign in _DOLLARS.findall(text)}
    if _EURO.search(text):
        found.add("EUR")
    found |= {SIGNS.get(unit) for unit in _IN_BRACKETS.findall(text)}
    found.discard(None)
    return found.pop() if len(found) == 1 else None
