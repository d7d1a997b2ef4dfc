"""What one cell can be: a date, a number, a currency, a sign."""

import re

from unrenew.readers.csv.currencies import CODES
from unrenew.readers.csv.dates import read_day
from unrenew.readers.csv.numbers import number_in
from unrenew.readers.csv.vocabulary import fold, folded

_IBAN = re.compile(r"[A-Z]{2}\d{2}[A-Z0-9]{10,30}$")
_SHAPE = re.compile(r"(?:\d{1,3}(?:[., ']\d{2,3})*|\d+)(?:[.,]\d{1,12})?$|[.,]\d+$|\d+[.,]$")
_DIGITS = re.compile(r"\d")

_OUT = folded("cells", "out")
_IN = folded("cells", "in")
_NEUTRAL = folded("cells", "neutral")
_PLAIN = folded("cells", "plain")


def is_date(cell: str, *, numbers: bool = False) -> bool:
    """Say whether a cell is a date (with or without a time) and nothing else."""
    return len(cell) < 60 and _DIGITS.search(cell) is not None and read_day(cell, numbers=numbers) is not None


def is_number(cell: str) -> bool:
    """Say whether a cell is an amount as people write one: groups of three, one decimal mark, a sign, a currency."""
    if len(cell) > 50 or not _DIGITS.search(cell):
        return False
    number = number_in(cell)
    return number is not None and _SHAPE.match(number) is not None


def has_cents(cell: str) -> bool:
    """Say whether a number is written as money is: with a decimal mark or a sign of its own."""
    return re.search(r"[.,]\d{1,2}(?!\d)|[.,]\d{3,}", cell) is not None or cell.strip()[:1] in {"-", "−", "+", "("}


def is_currency(cell: str) -> bool:
    """Say whether a cell is an ISO 4217 code and nothing else."""
    return cell.strip().upper() in CODES


def is_iban(cell: str) -> bool:
    """Say whether a cell has the form of an IBAN (ISO 13616), with or without blanks."""
    return len(cell) < 50 and _IBAN.match(cell.replace(" ", "").upper()) is not None


DASHES = frozenset(("-", "--", "---", "\u2013", "\u2014", "\u2212", "\u2015", "\uff0d", "\u30fc"))
"""What stands in a cell of a sum or a date that is empty."""


def is_plain(cell: str) -> bool:
    """Say whether a cell is a direction that means nothing else: no kind of payment, no state, no country."""
    return fold(cell) in _PLAIN


def is_neutral(cell: str) -> bool:
    """Say whether a cell says that money went neither in nor out, as one in a column of directions can."""
    return cell.strip() == "/" or fold(cell) in _NEUTRAL


def direction(cell: str) -> int:
    """Return -1 for a word that means money out, 1 for money in, 0 for any other."""
    text = cell.strip().strip('"').casefold()
    if text in {"-", "+"}:
        return -1 if text == "-" else 1
    folded = fold(cell)
    return -1 if folded in _OUT else 1 if folded in _IN else 0
