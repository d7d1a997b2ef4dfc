"""Rows with too many cells: mended where there is only one way."""

import re
from collections.abc import Iterator
from dataclasses import replace

from unrenew.readers.csv.cells import is_date, is_number
from unrenew.readers.csv.layouts import Layout
from unrenew.readers.csv.tables import Table
from unrenew.readers.csv.tally import Tally
from unrenew.readers.csv.words import is_balance

_SUMS = ("amount", "debit", "credit", "balance", "fee")


def mended(table: Table, layout: Layout, delimiter: str, tally: Tally) -> Table:
    """Return the table with its long rows mended; those that could be mended in two ways become problems."""
    width = table.width
    long = [at for at, row in enumerate(table.rows) if len(row) > width and any(cell.strip() for cell in row[width:])]
    if not long:
        return table
    rows: dict[int, list[str] | None] = {}
    for at in long:
        ways = {tuple(way) for way in _ways(table.rows[at], width, delimiter) if _fits(way, layout)}
        rows[at] = list(ways.pop()) if len(ways) == 1 else None
    balances = {at for at, row in rows.items() if row is None and _is_balance(table.rows[at], width)}
    tally.rows("is a balance, not a booking", [table.places[at] for at in sorted(balances)], "info")
    lost = [table.places[at] for at, row in rows.items() if row is None and at not in balances]
    tally.rows(f"has more cells than the {width} columns, and no one way to put them together", lost)
    kept = [(rows.get(at, row), place) for at, (row, place) in enumerate(zip(table.rows, table.places, strict=True))]
    good = [(row, place) for row, place in kept if row is not None]
    return replace(table, rows=[row for row, _ in good], places=[place for _, place in good])


def _is_balance(row: list[str], width: int) -> bool:
    """Say whether a row with few filled cells says that it is a balance."""
    return sum(map(bool, row)) <= 0.5 * width and any(map(is_balance, row))


def _ways(row: list[str], width: int, delimiter: str) -> Iterator[list[str]]:
    """Yield the row with neighbouring cells put together again, at each place where that can be done."""
    last = len(row)
    while last > width and not row[last - 1].strip():
        last -= 1
    row = row[:last]
    extra = len(row) - width
    for at in range(width):
        yield [*row[:at], (delimiter or " ").join(row[at : at + extra + 1]), *row[at + extra + 1 :]]


def _fits(row: list[str], layout: Layout) -> bool:
    """Say whether a row has dates and sums where the layout has them, and no words where it has numbers."""
    for role, index in layout.at.items():
        cell = row[index].strip()
        if role in {"booked_on", "value_on"} and cell and not is_date(cell):
            return False
        if role in _SUMS and cell and (not is_number(cell) or re.search(r"[,;]\s|\s[,;]", cell)):
            return False
        if role == "currency" and len(cell) > 3:
            return False
    return any(row[layout.at[role]].strip() for role in _SUMS if role in layout.at)
