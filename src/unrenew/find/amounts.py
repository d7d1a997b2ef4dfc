"""Amounts with their currency in running text."""

# ruff: noqa: E501 (lists of signs)

import re
from decimal import Decimal
from typing import Final

SIGNS: Final = {
    "€": "EUR", "$": "USD", "£": "GBP", "¥": "JPY", "₹": "INR", "₽": "RUB", "₺": "TRY", "₩": "KRW", "₪": "ILS", "₴": "UAH",
    "zł": "PLN", "Kč": "CZK", "Ft": "HUF", "lei": "RON", "R$": "BRL", "US$": "USD", "A$": "AUD", "AU$": "AUD", "CA$": "CAD",
    "C$": "CAD", "NZ$": "NZD", "HK$": "HKD", "S$": "SGD", "MX$": "MXN", "Fr.": "CHF", "SFr.": "CHF", "円": "JPY",
}  # fmt: skip
"""Signs that mean one currency. "kr" and a bare "$" outside America mean several: "kr" is left out."""
CODES: Final = (
    "EUR", "USD", "GBP", "CHF", "SEK", "NOK", "DKK", "PLN", "CZK", "HUF", "RON", "BGN", "TRY", "JPY", "CNY", "INR", "AUD",
    "NZD", "CAD", "BRL", "MXN", "SGD", "HKD", "ZAR", "ILS", "KRW", "RUB", "UAH", "ISK", "AED", "THB", "COP", "CLP", "ARS",
)  # fmt: skip

_SIGN: Final = "|".join(re.escape(sign) for sign in sorted([*SIGNS, *CODES], key=len, reverse=True))
_NUMBER: Final = r"\d{1,3}(?:[.,'’\u00a0\u202f ]\d{3})+(?:[.,]\d{2})?|\d+(?:[.,]\d{1,2})?"
_ANY: Final = re.compile(
    rf"(?<![\w.,])(?:(?P<s1>{_SIGN})\s?(?P<n1>{_NUMBER})(?![\d%])|(?P<n2>{_NUMBER})\s?(?P<s2>{_SIGN})(?!\w))"
    rf"(?:\s(?P<code>{'|'.join(CODES)})\b)?"
)


def amounts_in(text: str) -> list[tuple[Decimal, str]]:
    """Return the amounts in a text, each with its currency; a code behind a sign decides (`$19.99 CAD`)."""
    found: list[tuple[Decimal, str]] = []
    for match in _ANY.finditer(text):
        sign = match["s1"] or match["s2"]
        found.append((number(match["n1"] or match["n2"]), match["code"] or SIGNS.get(sign, sign)))
    return found


def number(text: str) -> Decimal:
    """Return a number that may be written in any country: the last point or comma with two digits behind is decimal."""
    bare = re.sub(r"[\s'’\u00a0\u202f]", "", text)
    match = re.fullmatch(r"(.*?)[.,](\d{1,2})", bare)
    whole, cents = (match[1], match[2]) if match else (bare, "")
    return Decimal(f"{re.sub(r'[.,]', '', whole) or '0'}.{cents or '0'}")
