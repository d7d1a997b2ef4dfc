"""The lines around a table: account, currency, balances, dates."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from unrenew.readers.csv.cells import is_currency, is_number
from unrenew.readers.csv.currencies import currency_in, currency_of
from unrenew.readers.csv.dates import Day, read_day
from unrenew.readers.csv.vocabulary import concepts, fold

_IBAN = re.compile(r"\b([A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?)\b")
_NUMBER = re.compile(r"[A-Z]{0,4}[\d*xX•][\d*xX•\- ./]{2,}\d[A-Z]?$|^[A-Z]{1,4}\d{4,}$")
_ANY_DATE = re.compile(r"(?<![\d/.-])\d{1,4}[-/.]\d{1,2}[-/.]\d{2,4}(?![\d/-])")

_NAMED_DATE = re.compile(
    r"(?<!\d)\d{1,2}(?:st|nd|rd|th|\.)?[ .-](?:de )?[^\W\d_]{3,12}\.?[ .,-]+(?:de )?\d{4}(?!\d)"
    r"|[^\W\d_]{3,12}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}(?!\d)"
)
_SUM = re.compile(r"\d[.,]\d{2}\s?(?:[A-Z]{3}(?![A-Za-z])|[€£₺₽₴₪₹])|[€£₺₽₴₪₹]\s?\d")
_LAST_NUMBER = re.compile(r"(.+?[^\W\d_].*?\s)([A-Z]{0,2}[\dX*][\dxX*-]{5,})(?: \([^()]*\))?$")

_FIRST_NUMBER = re.compile(r"([A-Z]{0,4}\d[\d*xX•]{4,}[\d/-]*)(?=,? [^\W\d_]| - )")
"""A number before words: "0123456789 - EUR", "1234********1234 Visa"."""

_OPENING = (
    "opening balance", "start balance", "starting balance", "beginning balance", "anfangssaldo", "alter kontostand",
    "solde initial", "saldo inicial", "saldo iniziale", "beginsaldo", "saldo poczatkowe", "pocatecni zustatek",
    "nyito egyenleg", "ingaende saldo", "ingaende balans", "previous balance", "saldo anterior", "solde precedent",
    "inngaende saldo", "alkusaldo", "algsaldo", "pociatocny zostatok", "pocetno stanje", "balance brought forward",
)  # fmt: skip
_CLOSING = (
    "closing balance", "ending balance", "end balance", "endsaldo", "schlusssaldo", "neuer kontostand", "solde final",
    "saldo final", "saldo finale", "eindsaldo", "saldo koncowe", "konecny zustatek", "zaro egyenleg", "utgaende saldo",
    "utgaende balans", "new balance", "nouveau solde", "loppusaldo", "loppsaldo", "konecny zostatok", "zavrsno stanje",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What the lines around a table say of all of its rows; None or empty where they do not."""

    account: str | None = None
    currency: str | None = None
    dates: tuple[Day, ...] = ()
    opening: str | None = None
    closing: str | None = None


def facts_of(rows: Iterable[Sequence[str]]) -> Facts:
    """Return what lines around a table say, from cells that follow a label ("Konto:" "DE12 …") or hold both."""
    found: dict[str, str] = {}
    dates: list[Day] = []
    sums: set[str | None] = set()
    codes: set[str | None] = set()
    for row in rows:
        filled = [cell.strip() for cell in row if cell.strip()][:20]
        for label, value in _pairs(filled):
            _take(label, value, found)
        for cell in filled:
            texts = [*_ANY_DATE.findall(cell[:200]), *_NAMED_DATE.findall(cell[:200])]
            dates.extend(day for text in texts if (day := read_day(text)))
            sums.update(currency_in(text) for text in _SUM.findall(cell[:200]))
            codes |= {cell} if len(cell) == 3 and cell.isupper() and is_currency(cell) else set()
            iban = _IBAN.search(cell[:200])
            if iban:
                found.setdefault("iban", iban[1].replace(" ", ""))
    sums = sums - {None} or codes
    if len(sums) == 1:
        found.setdefault("currency", sums.pop() or "")
    return Facts(
        account=found.get("iban") or found.get("account"),
        currency=found.get("currency"),
        dates=tuple(dates[:50]),
        opening=found.get("opening"),
        closing=found.get("closing"),
    )


def _pairs(filled: list[str]) -> Iterable[tuple[str, str]]:
    for at, cell in enumerate(filled):
        label, colon, value = cell.partition(":")
        if colon and value.strip():
            yield label, value.strip()
        elif number := _LAST_NUMBER.match(cell[:120]):
            yield number[1], number[2]
        elif at + 1 < len(filled):
            yield label, filled[at + 1]


def _take(label: str, value: str, found: dict[str, str]) -> None:
    words = concepts(label)
    folded = fold(label)
    if folded.startswith(_OPENING) and is_number(value):
        found.setdefault("opening", value)
    elif folded.startswith(_CLOSING) and is_number(value):
        found.setdefault("closing", value)
    elif ("currency" in words and is_currency(value)) or (
        "account" in words and value.isalpha() and currency_of(value)
    ):
        found.setdefault("currency", currency_of(value) or "")
    elif "account" in words or "card" in words:
        _take_account(value, found)
    if "balance" in words and (code := currency_in(value)):
        found.setdefault("currency", code)


def _take_account(value: str, found: dict[str, str]) -> None:
    value = value.strip("'\" ")
    first = _FIRST_NUMBER.match(value)
    if first and not read_day(first[1]):
        found.setdefault("account", first[1])
        return
    last = value.rsplit(maxsplit=1)[-1] if value.split() else ""
    if re.search(r"(?<!\d)\d{1,2}[./]\d{4}$", value):  # a month
        return
    if _NUMBER.search(value) and not read_day(value):
        found.setdefault("account", value if _NUMBER.match(value) else last if any(map(str.isdigit, last)) else value)
    elif len(last) <= 40 and sum(map(str.isdigit, last)) >= 4:
        found.setdefault("account", last)
