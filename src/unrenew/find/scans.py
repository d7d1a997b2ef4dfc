"""Sets of charges to the grid that explains each best, against chance.

For every set and cadence the narrow window of the calendar that holds most charges is found by counting. What counts is
how many slots are filled one after another, set against how many would be if as many charges fell anywhere.
"""

from dataclasses import dataclass

import numpy as np

from unrenew.find.grids import DAYS, LENGTHS, MONTHS, Flags, Floats, Grid, Ints, month_length, month_of, month_start
from unrenew.find.runs import starts

_MONTHLY, _FIRST_YEARLY = 4, 9
_RARE: Floats = np.array([0.0, 0.3, 0.7, 1.0, 0.0, 1.5, 0.3, 2.0, 0.5, 0.2, 2.5, 3.0])
"""How much more evidence a rarer cadence needs, in natural logarithms."""
_DAY_WIDTHS = (1, 3)
_MONTH_WIDTHS = (1, 3, 6)
_MIN_FILLED, _MIN_FILLED_YEARS = 0.4, 0.7
"""A month is left out now and then, a year hardly ever: two charges two years apart are no annual ones."""
_CROWD = 5
"""More charges than this in one slot are no contract's."""


@dataclass(frozen=True, slots=True)
class Sets:
    """Rows in sets: `of` numbers the set of each row (ascending), within a set days ascend; `count` sets."""

    of: Ints
    day: Ints
    count: int

    def sizes(self) -> Ints:
        """Return the rows of each set."""
        return np.bincount(self.of, minlength=self.count)

    def where(self, keep: Flags) -> tuple["Sets", Ints, Ints]:
        """Return the chosen sets, renumbered, with their old numbers and their rows' old places."""
        rows = np.flatnonzero(keep[self.of])
        old = np.flatnonzero(keep)
        new = np.cumsum(keep) - 1
        return Sets(new[self.of[rows]], self.day[rows], len(old)), old, rows


@dataclass(frozen=True, slots=True)
class Fit:
    """The best grid of each set: its window's width in days, and the evidence against chance (natural logarithm)."""

    grid: Grid
    width: Ints
    evidence: Floats
    filled: Ints
    span: Ints

    def take(self, index: Ints) -> "Fit":
        """Return the fits at these places."""
        grid = self.grid.take(index)
        return Fit(grid, self.width[index], self.evidence[index], self.filled[index], self.span[index])


def evidence_of(filled: Ints, span: Ints, rows: Ints, width: Ints, cadence: Ints) -> Floats:
    """Return the logarithm of how much likelier the grid makes it that `filled` of `span` slots have a charge."""
    length = LENGTHS[cadence]
    span_of = np.maximum(span, 1).astype(np.float64)
    share = np.clip(filled / span_of, 1e-9, 1 - 1e-9)
    chance = np.clip(1 - np.exp(-rows / span_of * np.minimum(width / length, 1.0)), 1e-9, 1 - 1e-9)
    gain = filled * np.log(share / chance) + (span_of - filled) * np.log((1 - share) / (1 - chance))
    return np.where(share > chance, gain, 0.0) - np.log(length / width) - _RARE[cadence]


def _windows(counts: Ints, width: int) -> tuple[Ints, Ints]:
    """Return for each row of counts the fullest window of the circle, and its sum."""
    bins = counts.shape[1]
    around = np.concatenate([counts, counts[:, : width - 1]], axis=1) if width > 1 else counts
    sums = np.cumsum(around, axis=1)
    sums[:, width:] -= sums[:, :-width].copy()
    sums = sums[:, width - 1 : width - 1 + bins]
    best = np.argmax(sums, axis=1)
    return best, np.take_along_axis(sums, best[:, None], axis=1)[:, 0]


def _gathered(inside: Ints, rows: Ints, width: int, bins: int) -> Floats:
    """Return how surprising it is that so many of the rows lie in a window of this width (natural logarithm)."""
    chance = width / bins
    share = np.clip(inside / rows, 1e-9, 1 - 1e-9)
    gain = rows * (share * np.log(share / chance) + (1 - share) * np.log((1 - share) / (1 - chance)))
    return np.where(share > chance, gain, 0.0)


def _measure(sets: Sets, slot: Ints, hit: Flags) -> tuple[Ints, Ints, Ints]:
    """Return for each set the filled slots, the span of slots and the rows within that span.

    Slots ascend within a set, as days do.
    """
    of, at = sets.of[hit], slot[hit]
    filled = np.bincount(of[starts(of, at)], minlength=sets.count)
    hits = np.bincount(of, minlength=sets.count)
    ends = np.cumsum(hits)
    begins, some = ends - hits, hits > 0
    low, high = np.zeros(sets.count, dtype=np.int64), np.full(sets.count, -1)
    low[some], high[some] = at[begins[some]], at[ends[some] - 1]
    inside = (slot >= low[sets.of]) & (slot <= high[sets.of])
    rows = np.bincount(sets.of[inside], minlength=sets.count)
    return filled, np.maximum(high - low + 1, 1), rows


class _Best:
    """Keeps the best fit of each set while grids are tried."""

    def __init__(self, count: int) -> None:
        zeros = np.zeros(count, dtype=np.int64)
        self.cadence, self.anchor, self.phase, self.width = zeros.copy(), zeros.copy(), zeros.copy(), zeros + 1
        self.evidence = np.full(count, -np.inf)
        self.filled, self.span = zeros.copy(), zeros + 1

    def offer(self, old: Ints, grid: Grid, width: Ints, measured: tuple[Ints, Ints, Ints]) -> None:
        """Take the grids that explain their sets better than what was known."""
        filled, span, rows = measured
        evidence = evidence_of(filled, span, rows, width, grid.cadence)
        least = np.where(grid.cadence >= _FIRST_YEARLY, _MIN_FILLED_YEARS, _MIN_FILLED)
        good = (evidence > self.evidence[old]) & (filled >= 2) & (filled >= least * span)
        to = old[good]
        self.cadence[to], self.anchor[to], self.phase[to] = grid.cadence[good], grid.anchor[good], grid.phase[good]
        self.width[to], self.evidence[to] = width[good], evidence[good]
        self.filled[to], self.span[to] = filled[good], span[good]

    def fit(self) -> Fit:
        return Fit(Grid(self.cadence, self.anchor, self.phase), self.width, self.evidence, self.filled, self.span)


@dataclass(frozen=True, slots=True)
class _Extents:
    """Rows and days from first to last of each set."""

    rows: Ints
    days: Ints

    def possible(self, cadence: int) -> Flags:
        """Say which sets are long and dense enough for a cadence."""
        slots = self.days / LENGTHS[cadence]
        thin = self.rows >= _MIN_FILLED * (slots + 1) - 0.5
        return (self.rows >= 2) & (slots >= 0.8) & thin & (self.rows <= _CROWD * (slots + 1))


def _extents(sets: Sets) -> _Extents:
    sizes = sets.sizes()
    ends = np.cumsum(sizes)
    return _Extents(sizes, sets.day[ends - 1] - sets.day[ends - sizes])


def _try_days(sets: Sets, possible: Flags, cadence: int, best: _Best) -> None:
    step = int(DAYS[cadence])
    some, old, _ = sets.where(possible)
    if not some.count:
        return
    place = some.day % step
    counts = np.bincount(some.of * step + place, minlength=some.count * step).reshape(some.count, step)
    anchor, width = _fullest(counts, some.sizes(), _DAY_WIDTHS)
    since = some.day - anchor[some.of]
    slot = np.floor_divide(since, step)
    hit = since - slot * step < width[some.of]
    grid = Grid(np.full(some.count, cadence), anchor, np.zeros(some.count, dtype=np.int64))
    best.offer(old, grid, width, _measure(some, slot, hit))


def _fullest(counts: Ints, rows: Ints, widths: tuple[int, ...]) -> tuple[Ints, Ints]:
    """Return for each set the window, of several widths, that is the most surprising: where it begins, how wide."""
    at, width, most = np.zeros(len(counts), dtype=np.int64), np.ones(len(counts), dtype=np.int64), None
    for each in widths:
        begin, inside = _windows(counts, each)
        gain = _gathered(inside, rows, each, counts.shape[1])
        better = gain > most if most is not None else np.ones(len(counts), dtype=np.bool_)
        at[better], width[better] = begin[better], each
        most = gain if most is None else np.maximum(gain, most)
    return at, width


def _month_places(days: Ints) -> tuple[Ints, Ints, Ints]:
    """Return month, and the place on a circle of 31 days counted from the start, and from the nearer end."""
    month = month_of(days)
    start = days - month_start(month)
    end = np.where(start < 15, start, start - month_length(month) + 31)
    return month, start, end


def _try_months(sets: Sets, extents: _Extents, best: _Best) -> None:
    """Find the window of the month that holds most of each set; then try every cycle of months on it."""
    wanted = [extents.possible(cadence) for cadence in range(_MONTHLY, len(LENGTHS))]
    some, old, _ = sets.where(np.any(wanted, axis=0))
    if not some.count:
        return
    month, start, end = _month_places(some.day)
    for from_end, place in ((False, start), (True, end)):
        counts = np.bincount(some.of * 31 + place, minlength=some.count * 31).reshape(some.count, 31)
        at, width = _fullest(counts, some.sizes(), _MONTH_WIDTHS)
        hit = (place - at[some.of]) % 31 < width[some.of]
        of_slot = month - (place < at[some.of])
        anchor = np.where(from_end & (at >= 15), at - 30, at + 1)
        for cadence, possible in enumerate(wanted, _MONTHLY):
            part, within, rows = some.where(possible[old])
            if part.count:
                found = _Monthly(of_slot[rows], hit[rows], anchor[within], width[within])
                _try_cycle(part, old[within], cadence, found, best)


@dataclass(frozen=True, slots=True)
class _Monthly:
    """For each row the month of its slot and whether it lies in the window; for each set the window."""

    month: Ints
    hit: Flags
    anchor: Ints
    width: Ints


def _try_cycle(sets: Sets, old: Ints, cadence: int, found: _Monthly, best: _Best) -> None:
    cycle = int(MONTHS[cadence])
    phase = np.zeros(sets.count, dtype=np.int64)
    slot, hit = found.month, found.hit
    if cycle > 1:
        turn = found.month % cycle
        inside = np.bincount(sets.of[hit] * cycle + turn[hit], minlength=sets.count * cycle)
        phase = np.argmax(inside.reshape(sets.count, cycle), axis=1)
        slot = np.floor_divide(found.month - phase[sets.of], cycle)
        hit = hit & (turn == phase[sets.of])
    grid = Grid(np.full(sets.count, cadence), found.anchor, phase)
    best.offer(old, grid, found.width, _measure(sets, slot, hit))


_YEAR_WIDTHS = (12, 42)
_FEW_YEARS = 24
_LESS: float = 0.001
"""Less than any two places in a cycle differ: rounding, which sets far along the line have more of, decides nothing."""


def _try_years(sets: Sets, possible: Flags, cadence: int, best: _Best) -> None:
    """Try wide windows of the year: annual charges may come weeks before the term ends, or later each time."""
    some, old, _ = sets.where(possible)
    if not some.count:
        return
    cycle = float(LENGTHS[cadence])
    place = np.asarray(some.day % cycle, dtype=np.float64)
    order = np.lexsort((place, some.of))
    of, at = some.of[order], place[order]
    begin: Floats = of * 4 * cycle + at
    around: Floats = np.sort(np.concatenate([begin, begin + cycle]))
    since = np.searchsorted(around, begin)
    first_of_sets = np.flatnonzero(starts(of))
    for width in _YEAR_WIDTHS:
        inside = np.searchsorted(around, begin + width - _LESS) - since
        fullest = np.flatnonzero(inside == np.maximum.reduceat(inside, first_of_sets)[of])
        first = fullest[starts(of[fullest])]
        start = np.floor(at[first] + cycle * np.floor(19000 / cycle)).astype(np.int64)
        month = month_of(start)
        grid = Grid(np.full(some.count, cadence), start - month_start(month) + 1, month)
        slot, offset = grid.take(some.of).slots(some.day)
        same = np.full(some.count, width)
        best.offer(old, grid, same, _measure(some, slot, (offset >= 0) & (offset < width)))


def fit_grids(sets: Sets) -> Fit:
    """Return the best grid of each set; where none explains anything the evidence is minus infinity."""
    best = _Best(sets.count)
    extents = _extents(sets)
    for cadence in range(_MONTHLY):
        _try_days(sets, extents.possible(cadence), cadence, best)
    _try_months(sets, extents, best)
    for cadence in range(_FIRST_YEARLY, len(LENGTHS)):
        _try_years(sets, extents.possible(cadence) & (extents.rows <= _FEW_YEARS), cadence, best)
    return best.fit()
