"""Sets of charges to the grid that explains each best, against chance.

For every set and cadence the narrow window of the calendar that holds most charges is found by counting. What counts is
how many slots are filled one after another, set against how many would be if as many charges fell anywhere.
"""

from dataclasses import dataclass

import numpy as np

from unrenew.find.grids import DAYS, LENGTHS, MONTHS, Flags, Floats, Grid, Ints, month_length, month_of, month_start

_MONTHLY = 4
_RARE: Floats = np.array([0.0, 0.3, 0.7, 1.0, 0.0, 1.5, 0.3, 2.0, 0.5, 0.2, 3.0, 3.5])
"""How much more evidence a rarer cadence needs, in natural logarithms."""
_DAY_WIDTHS = (1, 3)
_MONTH_WIDTHS = (1, 3, 6)
_MIN_FILLED = 0.4


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


def _measure(sets: Sets, grid: Grid, width: Ints) -> tuple[Ints, Ints, Ints]:
    """Return for each set the filled slots, the span of slots and the rows within that span."""
    slot, offset = grid.take(sets.of).slots(sets.day)
    hit = (offset >= 0) & (offset < width[sets.of])
    low = np.full(sets.count, np.iinfo(np.int64).max)
    high = np.full(sets.count, np.iinfo(np.int64).min)
    np.minimum.at(low, sets.of[hit], slot[hit])
    np.maximum.at(high, sets.of[hit], slot[hit])
    of, at = sets.of[hit], slot[hit]
    fresh = np.ones(len(of), dtype=np.bool_)
    fresh[1:] = (of[1:] != of[:-1]) | (at[1:] != at[:-1])
    filled = np.bincount(of[fresh], minlength=sets.count)
    inside = (slot >= low[sets.of]) & (slot <= high[sets.of])
    rows = np.bincount(sets.of[inside], minlength=sets.count)
    return filled, np.where(filled > 0, high - low + 1, 1), rows


class _Best:
    """Keeps the best fit of each set while grids are tried."""

    def __init__(self, count: int) -> None:
        zeros = np.zeros(count, dtype=np.int64)
        self.cadence, self.anchor, self.phase, self.width = zeros.copy(), zeros.copy(), zeros.copy(), zeros + 1
        self.evidence = np.full(count, -np.inf)
        self.filled, self.span = zeros.copy(), zeros + 1

    def offer(self, old: Ints, sets: Sets, grid: Grid, width: Ints) -> None:
        """Take the grids that explain their sets better than what was known."""
        filled, span, rows = _measure(sets, grid, width)
        evidence = evidence_of(filled, span, rows, width, grid.cadence)
        good = (evidence > self.evidence[old]) & (filled >= 2) & (filled >= _MIN_FILLED * span)
        to = old[good]
        self.cadence[to], self.anchor[to], self.phase[to] = grid.cadence[good], grid.anchor[good], grid.phase[good]
        self.width[to], self.evidence[to] = width[good], evidence[good]
        self.filled[to], self.span[to] = filled[good], span[good]

    def fit(self) -> Fit:
        return Fit(Grid(self.cadence, self.anchor, self.phase), self.width, self.evidence, self.filled, self.span)


def _possible(sets: Sets, cadence: int) -> Flags:
    """Say which sets are long and dense enough for a cadence."""
    sizes = sets.sizes()
    first = np.full(sets.count, np.iinfo(np.int64).max)
    last = np.full(sets.count, np.iinfo(np.int64).min)
    np.minimum.at(first, sets.of, sets.day)
    np.maximum.at(last, sets.of, sets.day)
    slots = (last - first) / LENGTHS[cadence]
    return (sizes >= 2) & (slots >= 0.8) & (sizes >= _MIN_FILLED * (slots + 1) - 0.5) & (sizes <= 12 * (slots + 1))


def _try_days(sets: Sets, cadence: int, best: _Best) -> None:
    step = int(DAYS[cadence])
    some, old, _ = sets.where(_possible(sets, cadence))
    if not some.count:
        return
    counts = np.bincount(some.of * step + some.day % step, minlength=some.count * step).reshape(some.count, step)
    for width in _DAY_WIDTHS:
        at, _ = _windows(counts, width)
        same = np.full(some.count, cadence)
        best.offer(old, some, Grid(same, at, np.zeros(some.count, dtype=np.int64)), np.full(some.count, width))


def _month_places(days: Ints) -> tuple[Ints, Ints, Ints]:
    """Return month, and the place on a circle of 31 days counted from the start, and from the nearer end."""
    month = month_of(days)
    start = days - month_start(month)
    end = np.where(start < 15, start, start - month_length(month) + 31)
    return month, start, end


def _try_months(sets: Sets, cadence: int, best: _Best) -> None:
    cycle = int(MONTHS[cadence])
    some, old, _ = sets.where(_possible(sets, cadence))
    if not some.count:
        return
    month, start, end = _month_places(some.day)
    for from_end, place in ((False, start), (True, end)):
        counts = np.bincount(some.of * 31 + place, minlength=some.count * 31).reshape(some.count, 31)
        for width in _MONTH_WIDTHS:
            at, _ = _windows(counts, width)
            ahead = (place - at[some.of]) % 31 < width
            slot_month = (month - (place < at[some.of])) % cycle
            inside = np.bincount(some.of[ahead] * cycle + slot_month[ahead], minlength=some.count * cycle)
            phase = np.argmax(inside.reshape(some.count, cycle), axis=1)
            anchor = np.where(from_end & (at >= 15), at - 30, at + 1)
            grid = Grid(np.full(some.count, cadence), anchor, phase)
            best.offer(old, some, grid, np.full(some.count, width))


_YEAR = 365.2425
_YEAR_WIDTHS = (12, 42)
_FIRST_YEARLY = 9


def _try_years(sets: Sets, cadence: int, best: _Best) -> None:
    """Try wide windows of the year: annual charges may come weeks before the term ends, or later each time."""
    some, old, _ = sets.where(_possible(sets, cadence) & (sets.sizes() <= 24))
    if not some.count:
        return
    cycle = float(LENGTHS[cadence])
    place = np.asarray(some.day % cycle, dtype=np.float64)
    order = np.lexsort((place, some.of))
    of, at = some.of[order], place[order]
    begin: Floats = of * 4 * cycle + at
    around: Floats = np.sort(np.concatenate([begin, begin + cycle]))
    for width in _YEAR_WIDTHS:
        to, since = np.searchsorted(around, begin + width), np.searchsorted(around, begin)
        inside = np.asarray(to - since, dtype=np.int64)
        ranked = np.lexsort((at, -inside, of))
        first = ranked[np.searchsorted(of[ranked], np.arange(some.count))]
        start = np.floor(at[first] + cycle * np.floor(19000 / cycle)).astype(np.int64)
        month = month_of(start)
        grid = Grid(np.full(some.count, cadence), start - month_start(month) + 1, month)
        best.offer(old, some, grid, np.full(some.count, width))


def fit_grids(sets: Sets) -> Fit:
    """Return the best grid of each set; where none explains anything the evidence is minus infinity."""
    best = _Best(sets.count)
    for cadence in range(len(LENGTHS)):
        (_try_days if cadence < _MONTHLY else _try_months)(sets, cadence, best)
        if cadence >= _FIRST_YEARLY:
            _try_years(sets, cadence, best)
    return best.fit()
