"""Rows of cells: to tables, each with its header, if it has one."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import compress, pairwise, zip_longest

from unrenew.readers.csv.cells import has_cents, is_date, is_number
from unrenew.readers.csv.dates import read_day
from unrenew.readers.csv.grids import Grid
from unrenew.readers.csv.kinds import Kind, kind_of
from unrenew.readers.csv.vocabulary import concepts
from unrenew.readers.csv.words import is_balance, is_total

_LOOK = 300
"""Preambles are shorter than this."""

_PREAMBLE = 15
"""Lines above a header among which one or two may look like bookings."""

_ENDS = 3
"""Rows at either end of a table among which balances may stand."""

_DIGIT = re.compile(r"\d").search
_RULE = re.compile(r"^[\s=_|+*.─━-]*$")
_DATED = frozenset({"date"})
_SUMS = frozenset({"amount", "debit", "credit"})


@dataclass(frozen=True, slots=True)
class Table:
    """A header's names ("" where there is none), the rows below it and their lines, and the rows above it."""

    names: list[str]
    header_line: int | None
    rows: list[list[str]]
    places: list[int]
    above: list[list[str]]

    @property
    def width(self) -> int:
        """How many columns it has."""
        return len(self.names)

    def column(self, index: int) -> list[str]:
        """Return the cells of one column."""
        return [row[index] if index < len(row) else "" for row in self.rows]


def header_score(row: Sequence[str]) -> int:
    """Return how many cells of a row are words of a header, 0 where it is none: it must name a date and a sum."""
    filled = [cell for cell in row if cell.strip()]
    if len(filled) < 2 or any(is_date(cell) or (is_number(cell) and has_cents(cell)) for cell in filled):
        return 0
    found = [concepts(cell) for cell in filled]
    dates = [at for at, words in enumerate(found) if words & _DATED or words == frozenset({"book"})]
    sums = [at for at, words in enumerate(found) if words & _SUMS]
    if not dates or not sums or (dates == sums and len(dates) == 1):
        return 0
    return sum(map(bool, found))


def is_data(row: Sequence[str]) -> bool:
    """Say whether a row has a date in one cell and a number in another."""
    dates = {index for index, cell in enumerate(row) if is_date(cell)}
    return bool(dates) and any(index not in dates and is_number(cell) for index, cell in enumerate(row))


def _is_packed_data(row: Sequence[str]) -> bool:
    """Say whether a row has a date, though it be a bare number such as 241130, and a number besides."""
    dates = [index for index, cell in enumerate(row) if is_date(cell, numbers=True)]
    return any(index not in dates[:1] and is_number(cell) for index, cell in enumerate(row)) and bool(dates)


def tables_of(grid: Grid, *, header_line: int | None = None) -> list[Table]:
    """Return the tables of a grid. `header_line` is what the person said; 0 is "it has none"."""
    filled = [_is_filled(row) for row in grid.rows]
    rows, places = (grid.rows, grid.places) if all(filled) else _kept(grid.rows, grid.places, filled)
    if not rows:
        return []
    if header_line is not None:
        first = places.index(header_line) if header_line in places else -1
        return [_table(rows, places, first, len(rows), rows[: max(first, 0)])]
    first = _first_header(rows)
    if first is None:
        return [_headless(rows, places)]
    heads = [first, *_other_headers(rows, first)]
    if first and sum(map(is_data, rows[:first])) > 2:
        return [_headless(rows[:first], places[:first]), *_between(rows, places, heads)]
    return _between(rows, places, heads)


def _between(rows: list[list[str]], places: list[int], heads: list[int]) -> list[Table]:
    begins = [heads[0], *(_begin(rows, places, head, before) for before, head in pairwise(heads))]
    ends = [*begins[1:], len(rows)]
    tables = [
        _table(rows, places, head, end, [*rows[begin:head], *rows[: heads[0]]])
        for begin, head, end in zip(begins, heads, ends, strict=True)
    ]
    return [table for table in tables if table.rows] or tables[:1]


def _begin(rows: list[list[str]], places: list[int], head: int, before: int) -> int:
    """Return where the lines above a later header begin: those up to the second gap of blank lines belong to it."""
    gaps, at = 0, head
    while at - 1 > before and not is_data(rows[at - 1]):
        gaps += places[at] - places[at - 1] > 1
        if gaps > 1 or head - at >= _PREAMBLE:
            break
        at -= 1
    return at if gaps else head


def _is_filled(row: list[str]) -> bool:
    """Say whether a row has anything but blanks and ruled lines."""
    if row and row[0][:1].isalnum():
        return True
    return any(row) and not (len(row) < 50 and _RULE.match("".join(row)))


def _first_header(rows: list[list[str]]) -> int | None:
    scores = [(header_score(row), at) for at, row in enumerate(rows[:_LOOK])]
    found = [(score, at) for score, at in scores if score]
    if not found:
        return None
    found = [(score, at) for score, at in found if any(map(_is_packed_data, rows[at + 1 : at + 4]))] or found
    data = next((at for at, row in enumerate(rows[:_LOOK]) if is_data(row)), None)
    above = [(score, at) for score, at in found if data is None or at < data]
    if not above:  # a preamble can have a line like a booking (account; balance; day)
        above = [(score, at) for score, at in found if at <= _PREAMBLE and any(map(is_data, rows[at + 1 : at + 4]))]
    if not above:
        return None
    best = max(score for score, _ in above)
    return next(at for score, at in reversed(above) if score == best)


def _other_headers(rows: list[list[str]], first: int) -> list[int]:
    """Return the places of later headers that differ from the first: each begins a table of its own."""
    header, found = rows[first], list[int]()
    for at in range(first + 1, len(rows)):
        row = rows[at]
        if row and row[0][:1].isdigit():
            continue
        if (
            row != header
            and not _DIGIT("".join(row))
            and header_score(row) >= 3
            and row != rows[found[-1] if found else first]
        ):
            found.append(at)
    return found


def _table(rows: list[list[str]], places: list[int], first: int, end: int, above: list[list[str]]) -> Table:
    header = rows[first] if first >= 0 else []
    body, lines = rows[first + 1 : end], places[first + 1 : end]
    if header in body:
        body, lines = _kept(body, lines, [row != header for row in body])
    width = _width(body, len(header))
    names = [*(cell.strip() for cell in header), *[""] * (width - len(header))]
    return Table(names, places[first] if first >= 0 else None, body, lines, above)


def _kept(rows: list[list[str]], places: list[int], keep: list[bool]) -> tuple[list[list[str]], list[int]]:
    return list(compress(rows, keep)), list(compress(places, keep))


def _width(rows: list[list[str]], header: int) -> int:
    """Return the width of a table: the header's, or a greater one that most rows have."""
    usual = Counter(len(row) for row in rows[:2000]).most_common(1)
    return max(header, usual[0][0] if usual and (usual[0][1] > 0.5 * min(len(rows), 2000) or not header) else 0)


def _headless(rows: list[list[str]], places: list[int]) -> Table:
    """Return the table of a file whose header, if any, is in words that nobody knows."""
    data = next((at for at, row in enumerate(rows[:_LOOK]) if is_data(row)), None)
    if data is None:
        return _table(rows, places, -1, len(rows), [])
    head = rows[data - 1] if data else []
    named = [cell for cell in head if cell.strip()]
    alike = len(named) >= max(3, 0.6 * len(rows[data])) and abs(len(head) - len(rows[data])) <= 1
    if alike and not any(_DIGIT(cell) for cell in named):
        return _table(rows, places, data - 1, len(rows), rows[: data - 1])
    data = _with_spoilt(rows, _first_alike(rows, data))
    width = _width(rows[data:], 0)
    return Table([""] * width, None, rows[data:], places[data:], rows[:data])


def _with_spoilt(rows: list[list[str]], first: int) -> int:
    """Return where rows begin that are laid out as the first booking, with sums where it has them: their dates are bad.

    They are no header, so they become problems of their own.
    """
    like = rows[first]
    sums = {at for at, cell in enumerate(like) if is_number(cell) and has_cents(cell)}
    dates = [at for at, cell in enumerate(like) if is_date(cell)]
    while sums and first:
        row = rows[first - 1]
        alike = len(row) == len(like) and all(
            at < len(row) and is_number(row[at]) and has_cents(row[at]) for at in sums
        )
        if not alike or is_data(row) or not all(_DIGIT(row[at]) for at in dates):
            break
        first -= 1
    return first


def _first_alike(rows: list[list[str]], first: int) -> int:
    """Return the first row that has its date where most rows have it: a summary above them has it elsewhere."""
    look = rows[first : first + _LOOK]
    at = [next((index for index, cell in enumerate(row) if is_date(cell)), None) for row in look]
    usual = Counter(index for index in at if index is not None).most_common(1)[0][0]
    first += at.index(usual) if at.index(usual) <= 3 else 0
    return first + _is_period(rows[first : first + _LOOK])


def _is_period(rows: list[list[str]]) -> bool:
    """Say whether the first row is a summary: its two dates are the period that holds those of all other rows."""
    days = [[day for cell in row if is_date(cell) and (day := _day(cell))] for row in rows]
    others = [found for found in days[1:] if found]
    if len(days[0]) < 2 or not others:
        return False
    span = max(days[0]) - min(days[0])
    inside = all(min(days[0]) <= day <= max(days[0]) for found in others for day in found)
    return inside and span.days >= 7 and span > 3 * max(max(found) - min(found) for found in others)


def _day(cell: str) -> date | None:
    found = read_day(cell)
    return found.on(found.order or "DMY") if found else None


def without_closing(table: Table) -> tuple[Table, list[int]]:
    """Return a table without names, and the place of a last row far shorter than all others: a balance, no booking."""
    lengths = {len(row) for row in table.rows[:-1]}
    if table.header_line is not None or len(table.rows) < 3 or len(lengths) != 1:
        return table, []
    filled = min(sum(map(bool, row)) for row in table.rows[:-1])
    if len(table.rows[-1]) >= lengths.pop() or sum(map(bool, table.rows[-1])) >= filled:
        return table, []
    return replace(table, rows=table.rows[:-1], places=table.places[:-1]), table.places[-1:]


def _without_balances(rows: list[list[str]]) -> list[list[str]]:
    """Leave out rows that state a balance: they are often laid out otherwise, so they say nothing of the columns."""
    return [
        row for row in rows if not any(is_balance(cell) or (at == 0 and is_total(cell)) for at, cell in enumerate(row))
    ]


def kinds_of(table: Table) -> list[Kind]:
    """Return what the cells of each column are, judged by the rows that look like bookings where there are any."""
    step = max(1, len(table.rows) // 300)
    rows = [
        *_without_balances(table.rows[:_ENDS]),
        *table.rows[_ENDS:-_ENDS],
        *_without_balances(table.rows[_ENDS:][-_ENDS:]),
    ]
    sample = [row for row in rows[::step] if sum(map(bool, row)) >= 2] or table.rows[::step]
    data = [row for row in sample if any(is_date(cell) for cell in row)]
    dated = [at for at, name in enumerate(table.names) if name and "date" in concepts(name)]
    if len(data) >= 0.3 * len(sample) or any(is_date(row[at]) for row in data for at in dated if at < len(row)):
        sample = data
    columns = list(zip_longest(*sample, fillvalue=""))[: table.width]
    columns.extend([()] * (table.width - len(columns)))
    return [kind_of(cells, dated="date" in concepts(name)) for cells, name in zip(columns, table.names, strict=True)]
