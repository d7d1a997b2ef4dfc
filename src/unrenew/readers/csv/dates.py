"""Cells to dates; the order of day and month is settled apart.

One cell such as 03/04/2026 can mean two days. So every cell is first taken apart into its numbers (`read_day`), then
the order is settled for all columns of one spelling together (`orders.py`), and only then are days made of them.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from unrenew.readers.csv.months import month_of

_TIME = re.compile(
    r"(?:[T\s,;/-]+|\s*\()(?:um |at |klo |kl\.? |à )?\d{1,2}[:.h]\d{2}(?:[:.]\d{2}(?:[.,:]\d{1,9})?)?"
    r"\s*(?:[AaPp]\.?\s?[Mm]\.?)?\s*(?:Z|[A-Z]{2,5}|(?:UTC|GMT)?\s*[+-]\d{1,2}:?(?:\d{2})?(?:\s*UTC)?)?\)?$"
)
_YEAR_FIRST = re.compile(r"(\d{4})\s?[-/.:年 ]\s?(\d{1,2})\s?[-/.:月 ]\s?(\d{1,2})\.?日?$")
_YEAR_LAST = re.compile(r"(\d{1,2})\s?([-/. ,])\s?(\d{1,2})\s?[-/. ,]\s?(\d{4}|'?\d{2})\.?\s?(?:г\.?|r\.?|y\.?)?$")
_YEAR_SHORT = re.compile(r"(\d{2})[-/.](\d{1,2})[-/.](\d)$")
_PACKED = re.compile(r"\d{8}$")
_STAMP = re.compile(r"(\d{8})(?:[01]\d|2[0-3])[0-5]\d(?:[0-5]\d)?(?:\.\d{1,6})?(\s*\[[^\[\]]{1,12}\])?$")
"""Day and time in one number, as OFX writes them: 20240131120000[0:GMT]."""

_ERA = re.compile(
    r"(民國|民国|令和|平成|R|H)?\s?(\d{1,3})\s?[-/.年]\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})日?$|(1[01]\d)(\d{2})(\d{2})$"
)
_ERAS = {"民國": 1911, "民国": 1911, "令和": 2018, "R": 2018, "平成": 1988, "H": 1988}
"""Years of Taiwan and Japan count from these; what has three digits and no name is one of Taiwan (114/01/05)."""

_BUDDHIST = 2400
"""Thailand counts 543 years more: a year past this one is one of those."""
_NAMED = re.compile(
    r"(\d{1,2})(?:st|nd|rd|th|er|º|\.)?[\s\-./]*(?:de |d')?([^\W\d_]{3,12})\.?"
    r"[\s\-./,']*(?:de |del )?(\d{4}|\d{2}|(?<=-)\d)\.?(?: г\.?)?$"
)
_NAME_FIRST = re.compile(r"([^\W\d_]{3,12})\.?[\s\-./]*(\d{1,2})(?:st|nd|rd|th)?[\s\-./,]+(\d{4}|\d{2})$")
_NAME_MIDDLE = re.compile(r"(\d{4})[\s\-./]+([^\W\d_]{3,12})\.?[\s\-./]+(\d{1,2})\.?$")
_SERIAL = re.compile(r"([2-6]\d{4})(?:[.,]\d+)?$")
_EPOCH = re.compile(r"(1\d{9})(\d{3}|\.\d+)?$")
_WEEKDAY = re.compile(r"^[^\W\d_]{2,12}\.?,?\s+(?=\d)")
_WORD = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Day:
    """A date cell, taken apart. `order` is empty where it must be settled; `shape` is its spelling, such as "1/2/4"."""

    first: int
    second: int
    third: int
    order: str = ""
    shape: str = ""

    def on(self, order: str) -> date | None:
        """Return the day in an order (`DMY`, `MDY`, `YMD`), or None where there is none such."""
        parts = dict(zip(self.order or order, (self.first, self.second, self.third), strict=True))
        try:
            return date(_century(parts["Y"]), parts["M"], parts["D"])
        except (ValueError, KeyError):
            return None


def _century(year: int) -> int:
    """Return a year in full: two digits are 1970 to 2069, as POSIX has it (`strptime`, %y), one year later."""
    if year > _BUDDHIST:
        return year - 543
    if year >= 100:
        return year
    return 2000 + year if year < 70 else 1900 + year


@lru_cache(maxsize=20_000)
def read_day(cell: str, *, numbers: bool = False) -> Day | None:
    """Take one cell apart, or return None where it is no date. `numbers`: bare 45123, 1700000000, 311224 count too."""
    text = cell.strip().lstrip("'").strip("\"'=\u200e\u200f ")
    if not 5 <= len(text) <= 45:
        return None
    text = _TIME.sub("", text).strip()
    if text[:1].isalpha() or text[:1] == "(":
        named = _NAME_FIRST.match(text)
        month = month_of(named[1]) if named else None
        if named and month:
            return Day(month, int(named[2]), int(named[3]), "MDY", "name")
        text = _WEEKDAY.sub("", text)
    return _numeric(text, numbers=numbers) or (_named(text) if _WORD.search(text) else None)


def _numeric(text: str, *, numbers: bool) -> Day | None:
    found = _YEAR_LAST.match(text)
    if found:
        last = found[4].lstrip("'")
        first, second, third = int(found[1]), int(found[3]), int(last)
        if not _can_be(first, second, third):  # 99-88-74 is a bank's sort code
            return None
        return Day(first, second, third, "", f"{found[2]}{len(last)}")
    found = _YEAR_FIRST.match(text)
    if found:
        first, second, third = int(found[1]), int(found[2]), int(found[3])
        return Day(first, second, third, "YDM" if 12 < second <= 31 and third <= 12 else "YMD", "year")
    found = _YEAR_SHORT.match(text)
    if found:  # 24/12/3: what has one digit is no year
        return Day(int(found[1]), int(found[2]), int(found[3]), "YMD", "short")
    if _PACKED.match(text):
        return _packed(text)
    found = _STAMP.match(text)
    if found and (numbers or found[2]) and (day := _packed(found[1])) and day.order == "YMD":
        return day
    return _in_era(text, numbers=numbers) or (_bare(text) if numbers else None)


def _in_era(text: str, *, numbers: bool) -> Day | None:
    """Read a day whose year counts from an emperor or from a republic; without a mark (1140105) where dates stand."""
    found = _ERA.match(text)
    if not found or (found[5] and not numbers) or not (found[1] or found[5] or len(found[2]) == 3):
        return None
    year, month, day = (int(part) for part in (found.group(5, 6, 7) if found[5] else found.group(2, 3, 4)))
    start = _ERAS[found[1] or "民國"]
    return Day(start + year, month, day, "YMD", "era") if month <= 12 and day <= 31 and year < 200 else None


def _can_be(first: int, second: int, third: int) -> bool:
    """Say whether three numbers can be a day in some order, whether or not that month has so many days."""
    last = min(first, second) <= 12 and max(first, second) <= 31
    return last or (third <= 31 and second <= 12)


def _packed(text: str) -> Day | None:
    """Read eight digits: the year is where 1970 to 2099 stands; both ends can hold one in few texts only (20122019)."""
    starts, ends = "1970" <= text[:4] <= "2099", "1970" <= text[4:] <= "2099"
    if starts and (not ends or int(text[4:6]) <= 12):
        return Day(int(text[:4]), int(text[4:6]), int(text[6:]), "YMD", "packed")
    if ends:
        return Day(int(text[:2]), int(text[2:4]), int(text[4:]), "", "packed")
    return None


def _bare(text: str) -> Day | None:
    found = _SERIAL.match(text)
    if found:
        day = date(1899, 12, 30) + timedelta(days=int(found[1]))
        return Day(day.year, day.month, day.day, "YMD", "serial")
    found = _EPOCH.match(text)
    if found:
        day = date(1970, 1, 1) + timedelta(seconds=int(found[1]))
        return Day(day.year, day.month, day.day, "YMD", "epoch")
    if len(text) == 6 and text.isdigit():
        return Day(int(text[:2]), int(text[2:4]), int(text[4:]), "", "six")
    return None


def _named(text: str) -> Day | None:
    found = _NAMED.match(text)
    if found and (month := month_of(found[2])):
        return Day(int(found[1]), month, int(found[3]), "DMY", "name")
    found = _NAME_MIDDLE.match(text)
    if found and (month := month_of(found[2])):
        return Day(int(found[1]), month, int(found[3]), "YMD", "name")
    return None


def days_of(cells: Iterable[str], *, numbers: bool = False) -> dict[str, Day]:
    """Return every different cell that is a date, taken apart."""
    found = ((cell, read_day(cell, numbers=numbers)) for cell in cells)
    return {cell: day for cell, day in found if day is not None}


def dates_of(days: Mapping[str, Day], orders: Mapping[str, str]) -> dict[str, date]:
    """Return the dates of cells, each in the order that was settled for its shape."""
    found = ((cell, day.on(orders.get(day.shape, "DMY"))) for cell, day in days.items())
    return {cell: on for cell, on in found if on is not None}
