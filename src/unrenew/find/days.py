"""Dates in running text, in the languages of Europe."""

import re
import unicodedata
from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any, Final

_LANGUAGES: Final = ("en", "de", "fr", "es", "it", "nl", "pl", "pt", "sv", "da", "nb", "fi", "cs", "ro", "hu")
_ISO: Final = r"(?P<y1>\d{4})[-/.年](?P<m1>\d{1,2})[-/.月](?P<d1>\d{1,2})"
_NUMBERS: Final = r"(?P<a>\d{1,2})[./-] ?(?P<b>\d{1,2})[./-] ?(?P<y2>\d{4}|\d{2})"
_DAY_FIRST: Final = (
    r"(?P<d3>\d{1,2})(?:\.|st|nd|rd|th|er|º)?[\s-]+(?:de |of |d['’])?"
    r"(?P<n3>[^\W\d_]{3,12})\.?,?[\s-]+(?:de |del )?(?P<y3>\d{4})"
)
_MONTH_FIRST: Final = r"(?P<n4>[^\W\d_]{3,12})\.? (?P<d4>\d{1,2})(?:st|nd|rd|th)?,? (?P<y4>\d{4})"
_ANY: Final = re.compile(rf"(?<!\d)(?:{_ISO}|{_NUMBERS}|{_DAY_FIRST}|{_MONTH_FIRST})(?!\d)")


@cache
def _months() -> Mapping[str, int]:
    """Return every name and short name of a month, folded, with its number."""
    from babel import Locale
    from babel.dates import get_month_names

    names: dict[str, int] = {}
    for language in _LANGUAGES:
        locale = Locale.parse(language)
        for width in ("wide", "abbreviated"):
            for context in ("format", "stand-alone"):
                months: Any = get_month_names(width, context, locale)
                for number, name in months.items():
                    folded = fold(str(name)).split()[0]
                    if len(folded) >= 3:
                        names.setdefault(folded, int(number))
    return names | {"sept": 9, "maerz": 3, "jaenner": 1}


def fold(text: str) -> str:
    """Return text in small letters without accents and points."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in decomposed if not unicodedata.combining(c)).replace(".", "")


def days_in(text: str, *, month_first: bool = False) -> list[date]:
    """Return the dates in a text in their order. `month_first` says how 03/04/2026 is meant, where it can be both."""
    found = (_day(match, month_first=month_first) for match in _ANY.finditer(text))
    return [day for day in found if day is not None]


def _day(match: re.Match[str], *, month_first: bool) -> date | None:
    part = match.groupdict()
    if part["y1"]:
        return _made(part["y1"], part["m1"], part["d1"])
    if part["y2"]:
        first, second = part["a"], part["b"]
        american = "/" in match[0] and (int(second) > 12 or (month_first and int(first) <= 12))
        return _made(part["y2"], first, second) if american else _made(part["y2"], second, first)
    name, day, year = (part["n3"], part["d3"], part["y3"]) if part["y3"] else (part["n4"], part["d4"], part["y4"])
    month = _months().get(fold(name)) or _months().get(fold(name)[:3])
    return _made(year, str(month), day) if month else None


def _made(year: str, month: str, day: str) -> date | None:
    try:
        found = date(int(year) + (2000 if len(year) == 2 else 0), int(month), int(day))
    except ValueError:
        return None
    return found if 1990 <= found.year <= 2100 else None
