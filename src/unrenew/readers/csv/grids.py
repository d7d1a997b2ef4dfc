"""Text to rows of cells, whatever is wrong with its quotes and lengths."""

import csv
import gc
import io
from collections.abc import Iterator
from dataclasses import dataclass, field

MAX_LINE = 200_000
"""A line with more characters is no booking; it becomes one problem and the rest is still read."""

MAX_CELLS = 2_000
"""So is a line with more cells."""

_LOOK = 200

MAX_SPAN = 100
"""A quoted cell that runs over more lines than this was never closed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dialect:
    """How the cells of a line are told apart."""

    delimiter: str
    quote: str = '"'
    spaced: bool = False  # blanks between delimiter and quote
    wrapped: bool = False  # every line stands in quotes as a whole
    cuts: tuple[int, ...] = ()  # fixed width: where each column begins

    @property
    def name(self) -> str:
        """What to call it in a message."""
        names = {",": "comma", ";": "semicolon", "\t": "tab", "|": "bar"}
        return "fixed width" if self.cuts else names.get(self.delimiter, self.delimiter)


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows of cells, the line on which each begins (from 1), and the lines that are no rows at all."""

    rows: list[list[str]]
    places: list[int]
    overlong: list[int] = field(default_factory=list[int])
    word: str = "line"


def lines_of(text: str) -> list[str]:
    """Return the lines with their ends; line feeds, carriage returns and both together end a line, nothing else."""
    return list(io.StringIO(text.removeprefix("\ufeff"), newline=""))


_NOTHING = frozenset(("N/A", "n/a", "null", "NULL"))
"""Cells that say that there is nothing in them."""


def without_marks(grid: Grid) -> Grid:
    """Return a grid without the marks by which spreadsheets are told that a cell is text: ="0123" and a leading '."""
    rows = grid.rows
    if any('="' in cell for row in rows[:_LOOK] for cell in row):
        rows = [[cell[2:-1] if cell[:2] == '="' and cell[-1:] == '"' else cell for cell in row] for row in rows]
    if any(cell in _NOTHING for row in rows[:_LOOK] for cell in row):
        rows = [["" if cell in _NOTHING else cell for cell in row] for row in rows]
    marked = {at for row in rows[:_LOOK] for at, cell in enumerate(row) if _is_marked(cell)}
    for at in marked:
        first = next(place for place, row in enumerate(rows) if at < len(row) and _is_marked(row[at]))
        cells = [row[at] for row in rows[first:] if at < len(row) and row[at].strip()]
        if sum(map(_is_marked, cells)) >= 0.9 * len(cells):
            for row in rows:
                if at < len(row) and _is_marked(row[at]):
                    row[at] = row[at][1:]
    return Grid(rows, grid.places, grid.overlong, grid.word)


def _is_marked(cell: str) -> bool:
    """Say whether a cell begins with an apostrophe that is no letter's ('t) and has none at its end."""
    return cell[:1] == "'" and not cell[1:2].islower() and (cell == "'" or cell[-1:] != "'")


class _RunawayError(Exception):
    """A quote that never ends."""


class _Feed:
    """Hands lines to the csv module and knows how many it has taken."""

    def __init__(self, lines: list[str], at: int) -> None:
        self.lines = lines
        self.at = at
        self.limit = at + MAX_SPAN

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        at = self.at
        if at >= len(self.lines):
            raise StopIteration
        if at >= self.limit:
            raise _RunawayError
        self.at = at + 1
        return self.lines[at]


def split(lines: list[str], dialect: Dialect) -> Grid:
    """Return the cells of all lines. A quote that is opened and never closed is taken as an ordinary character."""
    overlong = [number for number, line in enumerate(lines, 1) if len(line) > MAX_LINE]
    if overlong:
        lines = ["" if len(line) > MAX_LINE else line for line in lines]
    if dialect.cuts:
        return Grid([_cut(line, dialect.cuts) for line in lines], list(range(1, len(lines) + 1)), overlong)
    if dialect.wrapped:
        lines = [_unwrapped(line) for line in lines]
    grid = Grid([], [], overlong)
    was_on = gc.isenabled()
    gc.disable()  # hundreds of thousands of lists that all live on: looking for rubbish among them costs a third
    try:
        rows = _split_at_once(lines, dialect)
        if rows is not None:
            grid = Grid(rows, list(range(1, len(lines) + 1)), overlong)
        at = len(lines) if rows is not None else 0
        while at < len(lines):
            at = _split_from(at, lines, dialect, grid)
    finally:
        if was_on:
            gc.enable()
    wide = [index for index, row in enumerate(grid.rows) if len(row) > MAX_CELLS]
    for index in wide:
        overlong.append(grid.places[index])
        grid.rows[index] = []
    return grid


def _split_at_once(lines: list[str], dialect: Dialect) -> list[list[str]] | None:
    """Return the cells where every line is a row; None where a quoted cell has line ends, or a quote is broken."""
    reader = csv.reader(
        lines, delimiter=dialect.delimiter, quotechar=dialect.quote, skipinitialspace=dialect.spaced, strict=False
    )
    try:
        rows = list(reader)
    except csv.Error:
        return None
    return rows if len(rows) == len(lines) else None


def _split_from(at: int, lines: list[str], dialect: Dialect, grid: Grid) -> int:
    """Split lines from `at` on into the grid until one is broken; return the line to go on with."""
    feed = _Feed(lines, at)
    reader = csv.reader(
        feed, delimiter=dialect.delimiter, quotechar=dialect.quote, skipinitialspace=dialect.spaced, strict=False
    )
    start = at
    try:
        for row in reader:
            if feed.at - start > 1 and _is_broken(
                lines[start + 1 : feed.at], len(grid.rows[-1]) if grid.rows else 2, dialect
            ):
                break
            grid.rows.append(row)
            grid.places.append(start + 1)
            start = feed.at
            feed.limit = start + MAX_SPAN
        else:
            return len(lines)
    except (csv.Error, _RunawayError):
        pass
    grid.rows.append(lines[start].rstrip("\r\n").split(dialect.delimiter))
    grid.places.append(start + 1)
    return start + 1


def _is_broken(swallowed: list[str], width: int, dialect: Dialect) -> bool:
    """Say whether a cell over several lines has swallowed whole rows."""
    return (
        width > 1
        and any(line.count(dialect.delimiter) >= width - 1 for line in swallowed[:-1] or swallowed)
        and (
            any(line.count(dialect.quote) % 2 == 0 and line.count(dialect.delimiter) >= width - 1 for line in swallowed)
        )
    )


def _unwrapped(line: str) -> str:
    inner = line.strip().rstrip(",;")
    if len(inner) > 1 and inner.startswith('"') and inner.endswith('"'):
        inner = inner[1:-1].replace('""', '"')
    return inner + "\n"


def _cut(line: str, cuts: tuple[int, ...]) -> list[str]:
    text = line.rstrip("\r\n").expandtabs()
    return [text[start:end].strip() for start, end in zip(cuts, (*cuts[1:], None), strict=True)]
