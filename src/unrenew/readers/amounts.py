"""Text of a machine-written file to exact amounts and days."""

import re
from collections.abc import Iterable
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from typing import Literal

MAX_WHOLE_DIGITS = 15
"""Digits before the point: no statement in any currency has more, and sums of millions of rows still fit the table."""

MAX_DECIMALS = 16

_YEARS = 3 * 366
"""So many days are more than one statement covers."""

_PLAIN = re.compile(r"[+-]?[0-9]{1,15}(?:\.[0-9]{1,16})?")
_DIGITS = re.compile(r"[0-9]+")
_NOISE = dict.fromkeys(map(ord, " \u00a0\u202f\u2009'\u2019_"))
_SIGNS = "$€£¥"
"""Signs of currencies, which some programs print beside the amount."""

_DASHES = str.maketrans("\u2212\u2013\u2012", "---")
_DAY = re.compile(r"([0-9]{4})[-/.]?([0-9]{2})[-/.]?([0-9]{2})")

Mark = Literal[".", ","]


class AmountError(ValueError):
    """A text that is no amount, or one that cannot be told."""


def decimal_mark(texts: Iterable[str]) -> Mark | None:
    """Return the decimal mark that a whole file uses, or None where its amounts do not show one.

    `1,234.56` and `12.5` show a point; `1.234` alone shows nothing, for it may be a thousand.
    """
    votes = {".": 0, ",": 0}
    for text in texts:
        point, comma = text.rfind("."), text.rfind(",")
        if point < 0 and comma < 0:
            continue
        last: Mark = "." if point > comma else ","
        after = len(text.rstrip(" )-+").rstrip()) - max(point, comma) - 1
        if (point >= 0 and comma >= 0) or (text.count(last) == 1 and after != 3):
            votes[last] += 1
        elif text.count(last) > 1:
            votes["," if last == "." else "."] += 1
    if votes["."] == votes[","]:
        return None
    return "." if votes["."] > votes[","] else ","


def exact(text: str, mark: Mark | None = None) -> Decimal:
    """Return the amount that a text says; raise AmountError where it says none, or one that could be two.

    `mark` is the file's decimal mark where it is known (see `decimal_mark`).
    """
    if _PLAIN.fullmatch(text) and (mark != "," or "." not in text):
        point = text.find(".")
        if mark == "." or point < 0 or len(text) - point != 4:
            return Decimal(text)
    return _exact_slow(text, mark)


def _exact_slow(text: str, mark: Mark | None) -> Decimal:
    if len(text) > 100:
        raise AmountError("the amount is too long")
    bare, negative = _unsigned(text.strip().translate(_DASHES))
    bare = bare.translate(_NOISE).strip(_SIGNS)
    if bare[:1] == "-" and not negative:  # £-5.00
        bare, negative = bare[1:], True
    if not re.fullmatch(r"[0-9.,]*[0-9][0-9.,]*", bare):
        raise AmountError(f"{text.strip()[:40]!r} is not an amount")
    whole, decimals = _parts(bare, mark, text)
    if len(whole.lstrip("0")) > MAX_WHOLE_DIGITS or len(decimals.rstrip("0")) > MAX_DECIMALS:
        raise AmountError(f"{text.strip()[:40]!r} has more digits than an amount can have")
    try:
        amount = Decimal(f"{whole or '0'}.{decimals.rstrip('0') or '0'}" if decimals else whole)
    except InvalidOperation as error:  # pragma: no cover  the pattern above leaves digits only
        raise AmountError(f"{text[:40]!r} is not an amount") from error
    return -amount if negative else amount


def _unsigned(text: str) -> tuple[str, bool]:
    """Take the sign off: a leading or trailing minus, or parentheses."""
    if text.startswith("(") and text.endswith(")"):
        return text[1:-1], True
    if text[:1] in "+-":
        return text[1:], text[:1] == "-"
    if text[-1:] in "+-":
        return text[:-1], text[-1:] == "-"
    return text, False


def _parts(bare: str, mark: Mark | None, text: str) -> tuple[str, str]:
    """Split digits into whole and decimals; refuse groups that are not thousands."""
    if mark is None or ("." in bare and "," in bare):  # both marks: the last is the decimal one, whatever the file's is
        mark = _own_mark(bare, text)
    other = "," if mark == "." else "."
    if bare.count(mark) > 1:
        raise AmountError(f"{text.strip()[:40]!r} is not an amount")
    whole, _, decimals = bare.partition(mark)
    groups = whole.split(other)
    wrong = len(groups) > 1 and (len(groups[-1]) != 3 or any(len(group) not in {2, 3} for group in groups[1:-1]))
    if wrong or other in decimals or (len(groups) > 1 and len(groups[0]) > 3):  # two digits: lakhs of India
        raise AmountError(f"{text.strip()[:40]!r} is not an amount")
    return "".join(groups), decimals


def _own_mark(bare: str, text: str) -> Mark:
    """Return the decimal mark that one amount shows by itself."""
    point, comma = bare.rfind("."), bare.rfind(",")
    last: Mark = "." if point > comma else ","
    if point >= 0 and comma >= 0:
        return last
    if bare.count(last) > 1:
        return "," if last == "." else "."
    if len(bare) - max(point, comma) == 4 and max(point, comma) > 0 and not bare.startswith("0"):
        raise AmountError(f"{text.strip()[:40]!r} can be a thousand or a decimal, and nothing in the file settles it")
    return last


def is_year_first(dates: Iterable[tuple[int, int, int]]) -> bool:
    """Say whether dates of three short numbers have the year first (13/08/12 is a day of 2013), by how they lie.

    They do where all exist that way round and crowd into a quarter, at most, of the time that they would span with the
    year last: a statement covers months, not decades.
    """
    found = set(dates)
    first = _span(found)
    others = [_span((year, month, day) for day, month, year in found), _span((y, m, d) for m, d, y in found)]
    return first is not None and all(other is None or (first * 4 < other and other > _YEARS) for other in others)


def _span(dates: Iterable[tuple[int, int, int]]) -> int | None:
    """Return the days from the first to the last of short dates, None where there are none, or one is no day."""
    try:
        days = [date(year + (2000 if year < 70 else 1900), month, day) for year, month, day in dates]
    except ValueError:
        return None
    return (max(days) - min(days)).days if len(days) > 1 else None


@lru_cache(maxsize=4096)
def day(text: str | None) -> date | None:
    """Return the day at the start of an ISO or compact date with or without a time; None where it is none.

    The day is the one written: a time zone behind it says where that day was, which is what the person saw.
    """
    found = _DAY.match(text.strip()) if text else None
    if not found:
        return None
    try:
        return date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        return None


@lru_cache(maxsize=512)
def currency(text: str | None) -> str | None:
    """Return an ISO 4217 code, or None where a text is none."""
    code = (text or "").strip().upper()
    return code if len(code) == 3 and code.isascii() and code.isalpha() else None
