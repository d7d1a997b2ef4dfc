"""A country or currency to the days on which banks book nothing.

Public holidays come from the `holidays` package. Where no country is said, money in euro keeps the closing days of the
payment system of the European Central Bank (T2, Guideline ECB/2022/8: 1 January, Good Friday, Easter Monday, 1 May, 25
and 26 December).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

import numpy as np

from unrenew.find.grids import Flags, Ints

_ZERO = date(1970, 1, 1)
_YEARS = (-1, 4)
"""Years around today's in which the next charge can lie."""


@dataclass(frozen=True, slots=True)
class Closures:
    """Closed days (since 1970), and for each stream whether its bank keeps them."""

    days: Ints
    keeps: Flags


def closures_of(country: str | None, in_euro: Flags, year: int) -> Closures:
    """Return the closed days of the country, else those of the euro for the streams that are in euro."""
    if country is not None and len(days := _days_of(country, year)):
        return Closures(days, np.ones(len(in_euro), dtype=np.bool_))
    return Closures(_days_of(None, year), in_euro)


@cache
def _days_of(country: str | None, year: int) -> Ints:
    years = range(max(year + _YEARS[0], 1), min(year + _YEARS[1], 9999))
    days = [day for each in years for day in _of_the_euro(each)] if country is None else _of_country(country, years)
    return np.array(sorted((day - _ZERO).days for day in days), dtype=np.int64)


def _of_the_euro(year: int) -> tuple[date, ...]:
    """Return the closing days of T2; by hand, as the package for markets reads those of the whole world first."""
    from dateutil.easter import easter

    sunday = easter(year)
    fixed = (date(year, 1, 1), date(year, 5, 1), date(year, 12, 25), date(year, 12, 26))
    return (*fixed, sunday - timedelta(days=2), sunday + timedelta(days=1))


def _of_country(country: str, years: Iterable[int]) -> list[date]:
    import holidays

    known = country in holidays.list_supported_countries()
    return list(holidays.country_holidays(country, years=years)) if known else []
