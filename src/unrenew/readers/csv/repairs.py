"""Tables whose cells lack something: decimals cut off, dates without year."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from unrenew.readers.csv.cells import is_date
from unrenew.readers.csv.months import month_of
from unrenew.readers.csv.tables import Table
from unrenew.readers.csv.tally import Tally
from unrenew.readers.csv.vocabulary import concepts

_SUMS = frozenset({"amount", "debit", "credit", "balance", "fee"})
_WHOLE = re.compile(r"\s*[+-]?\s*(?:\d{1,3}(?:[. ']\d{3})+|\d+)\s*$")
_CENTS = re.compile(r"\s*\d{2}\s*$")
_MOST = 6
_LOOK = 50
_LOOSE = timedelta(days=40)
_DAY_NAME = re.compile(r"(\d{1,2})(?:st|nd|rd|th|\.)?[\s.-]*([^\W\d_]{3,10})\.?$")
_NAME_DAY = re.compile(r"([^\W\d_]{3,10})\.?[\s.-]*(\d{1,2})(?:st|nd|rd|th)?$")
_POINTS = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.?$")
_SLASH = re.compile(r"(\d{1,2})[/-](\d{1,2})$")


def repaired(table: Table, delimiter: str, days: Sequence[date], tally: Tally) -> Table:
    """Return the table with decimals put back to their amounts and years to their dates, where there is one way only.

    `days` are the full dates around the table, such as the statement's period.
    """
    if table.header_line is None:
        return table
    if delimiter == ",":
        table = _with_decimals(table, tally)
    return _with_years(table, days, tally)


def _with_decimals(table: Table, tally: Tally) -> Table:
    """Put amounts together that a decimal comma cut in two, in a file that separates by commas and does not quote."""
    width = max((at for at, name in enumerate(table.names, 1) if name), default=0)
    sums = [at for at in range(width) if concepts(table.names[at]) & _SUMS]
    long = [len(row) > width and any(cell.strip() for cell in row[width:]) for row in table.rows]
    if not sums or len(sums) > _MOST or sum(long) <= 0.5 * len(table.rows):
        return table
    ways = [list(_ways(row, width, sums)) if is_long else [] for row, is_long in zip(table.rows, long, strict=True)]
    if sum(map(bool, ways)) < 0.5 * sum(long):
        return table
    tally.note("Commas between digits were read as decimal marks: rows have more cells than the header has columns")
    rows: list[list[str]] = []
    places: list[int] = []
    lost: list[int] = []
    for row, place, found, is_long in zip(table.rows, table.places, ways, long, strict=True):
        if is_long and len(found) != 1:
            lost.append(place)
        else:
            rows.append(found[0] if found else row[:width])
            places.append(place)
    tally.rows("has decimals cut off by commas, and more than one way to put them together", lost)
    return replace(table, names=table.names[:width], rows=rows, places=places)


def _ways(row: list[str], width: int, sums: Sequence[int]) -> Iterator[list[str]]:
    """Yield every way to join whole numbers under a sum with the two digits behind them, to the header's width."""
    extra = len(row) - width
    while extra and not row[-1].strip():
        row, extra = row[:-1], extra - 1
    for chosen in _choices(sums, extra):
        cells: list[str] = []
        rest = iter(row)
        sound = True
        for at in range(width):
            cell = next(rest, "")
            if at in chosen:
                cents = next(rest, "")
                sound = sound and _WHOLE.match(cell) is not None and _CENTS.match(cents) is not None
                cell = f"{cell.strip()},{cents.strip()}"
            elif at in sums:
                sound = sound and (not cell.strip() or _WHOLE.match(cell) is not None)
            cells.append(cell)
        if sound:
            yield cells


def _choices(sums: Sequence[int], count: int) -> Iterator[frozenset[int]]:
    from itertools import combinations

    if 0 < count <= len(sums):
        yield from map(frozenset, combinations(sums, count))


def _with_years(table: Table, days: Sequence[date], tally: Tally) -> Table:
    """Give dates such as "28 Dec" the year in which they lie in the statement's period."""
    found: dict[int, dict[str, str]] = {}
    for at, name in enumerate(table.names):
        if "date" not in concepts(name) and concepts(name) != frozenset({"book"}):
            continue
        if any(at < len(row) and is_date(row[at]) for row in table.rows[:_LOOK]):
            continue
        cells = {cell.strip() for cell in table.column(at) if any(map(str.isdigit, cell))}
        if not cells or any(map(is_date, cells)):
            continue
        years = {cell: full for cell in cells if (full := _full(cell, days))}
        if len(years) >= 0.85 * len(cells):
            found[at] = years
    if not found:
        return table
    tally.note("The dates have no year; it was taken from the dates above or below the table")
    rows = [[found[at].get(c.strip(), c) if at in found else c for at, c in enumerate(row)] for row in table.rows]
    return replace(table, rows=rows)


def _full(cell: str, days: Sequence[date]) -> str | None:
    """Return a day without its year as a whole one, or None where no year or more than one fits."""
    if not days:
        return None
    cell = cell.lstrip("'")
    named = _DAY_NAME.match(cell)
    turned = _NAME_DAY.match(cell)
    points = _POINTS.match(cell)
    if named and (month := month_of(named[2])):
        return _in_period(int(named[1]), month, days)
    if turned and (month := month_of(turned[1])):
        return _in_period(int(turned[2]), month, days)
    if points:
        return _in_period(int(points[1]), int(points[2]), days)
    slash = _SLASH.match(cell)
    years = {day.year for day in days}
    return f"{slash[1]}/{slash[2]}/{years.pop()}" if slash and len(years) == 1 else None


def _in_period(day: int, month: int, days: Sequence[date]) -> str | None:
    """Return the one day in the period; where a single date is known, the last one up to a few weeks after it."""
    first, last = min(days), max(days)
    if (last - first).days < 7:
        first = last - timedelta(days=320)
    fits: list[date] = []
    for year in range(first.year - 1, last.year + 2):
        try:
            on = date(year, month, day)
        except ValueError:
            continue
        if first - _LOOSE <= on <= last + _LOOSE:
            fits.append(on)
    within = [on for on in fits if first <= on <= last]
    fits = within or fits
    return fits[0].isoformat() if len(fits) == 1 else None
