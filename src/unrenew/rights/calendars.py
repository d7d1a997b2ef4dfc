"""Working days of a country and region, and of a bank.

Weekends and public holidays come from the `holidays` package. For years of which it lists none (Germany before 1991,
Spain before 2008, Japan after 2099) only weekends count.
"""

import re
import warnings
from datetime import date, timedelta
from functools import cache

DAY = timedelta(days=1)
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
REGION_NAMES = {  # ISO 3166-2 to the package's own names, where they differ
    "FR-67": "6AE", "FR-68": "6AE", "FR-A": "6AE", "FR-M": "57", "FR-6AE": "6AE",
    "GB-GBN": "", "GB-UKM": "", "GB-EAW": "ENG",
}  # fmt: skip


@cache
def _supported() -> dict[str, frozenset[str]]:
    import holidays

    return {country: frozenset(regions) for country, regions in holidays.list_supported_countries().items()}


@cache
def _holidays_of(country: str, region: str | None, year: int) -> frozenset[date]:
    import holidays

    if country not in _supported():
        return frozenset()
    subdivision = REGION_NAMES.get(f"{country}-{region}", region) if region else None
    if subdivision not in _supported()[country]:
        subdivision = None
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the package says on stderr that it knows no movable feasts of a far year
        return frozenset(holidays.country_holidays(country, subdiv=subdivision, years=year))


@cache
def is_holiday(day: date, country: str | None, region: str | None) -> bool:
    """Say whether a day is a public holiday of the country, or of its region."""
    return country is not None and day in _holidays_of(country, region, day.year)


def is_working_day(day: date, country: str | None, region: str | None) -> bool:
    """Say whether a day is neither a Saturday, a Sunday nor a public holiday."""
    return day.weekday() < 5 and not is_holiday(day, country, region)


def working_day_after(day: date, country: str | None, region: str | None) -> date:
    """Return the first working day after a day."""
    day += DAY
    while not is_working_day(day, country, region):
        day += DAY
    return day


def working_day_on_or_before(day: date, country: str | None, region: str | None) -> date:
    """Return the day itself if it is a working day, else the last one before it."""
    while not is_working_day(day, country, region):
        day -= DAY
    return day


@cache
def regions_with_own_holidays(country: str) -> tuple[str, ...]:
    """Return the regions for which the package knows holidays of their own."""
    return tuple(sorted(_supported().get(country, ())))


_EXCEPTION = re.compile(r"\b(?:except|excluding|excl|but|less|minus|without|closed|not|no)\b")


@cache
def bank_weekdays(text: str | None) -> tuple[frozenset[int], bool]:
    """Read a bank's business days, such as `Mon-Sat except federal holidays`: weekdays, and whether holidays are open.

    What the bank said is taken at its word: days without an exception for holidays have none. A text that names no day
    is read as the usual one.
    """
    words = (text or "").lower()
    head, *excepted = _EXCEPTION.split(words, maxsplit=1)
    opens_on_holidays = not any("holiday" in words for words in excepted)
    if re.search(r"every day|daily|7 days|seven days", head):
        return frozenset(range(7)), opens_on_holidays
    days: set[int] = set()
    for first, last in re.findall(r"\b(mon|tue|wed|thu|fri|sat|sun)[a-z]*(?:\s*(?:-|–|to|through)\s*(\w{3}))?", head):
        start = WEEKDAYS.index(first)
        end = WEEKDAYS.index(last) if last in WEEKDAYS else start
        days |= {(start + step) % 7 for step in range((end - start) % 7 + 1)}
    return (frozenset(days), opens_on_holidays) if days else (frozenset(range(5)), False)


@cache
def is_bank_day(day: date, text: str | None, country: str | None) -> bool:
    """Say whether a bank is open for business on a day (12 CFR 1005.2(d) for the US)."""
    weekdays, opens_on_holidays = bank_weekdays(text)
    return day.weekday() in weekdays and (opens_on_holidays or not is_holiday(day, country, None))
