"""Currency codes and signs, as cells and headers write them."""

import re

from unrenew.readers.csv.vocabulary import signs, words

CODES = frozenset(words("currencies", "codes"))
SIGNS = signs()

OLD = {"RUR": "RUB"}
"""Codes that banks still print for one that has replaced them at once and one to one."""

_FREE = ("$", "€", "£", "¥", "￥", "₽", "₴", "₺", "₹", "₪", "₩", "฿", "₫", "₱", "₸", "₾", "₦", "円")

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


_DOLLARS = re.compile(r"(?<![A-Za-z])(?:[A-Z]{1,3}\$|US\$)")
_EURO = re.compile(r"(?<![^\W\d_])euros?(?![^\W\d_])", re.IGNORECASE)
"""The one currency whose name is the same in nearly all languages: "Débit euros", "ADDEBITI (EURO)"."""


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
    found |= {currency_of(sign) for sign in _DOLLARS.findall(text)}
    if _EURO.search(text):
        found.add("EUR")
    found.discard(None)
    return found.pop() if len(found) == 1 else None
