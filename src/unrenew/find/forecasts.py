"""Streams to what comes next: the day, and whether it goes on."""

from dataclasses import dataclass

import numpy as np

from unrenew.find.closures import Closures
from unrenew.find.grids import LENGTHS, Flags, Floats, Grid, Ints

STATUSES = ("early", "active", "late", "paused", "ended")
_EARLY, _ACTIVE, _LATE, _PAUSED, _ENDED = range(5)
_YEARLY = 9
_STALE = 62
"""Statements older than these days say nothing of what was charged since."""
_LONGEST_BREAK = 10
_FEW: Ints = np.array([4, 3, 3, 3, 3, 2, 2, 2, 2, 2, 2, 2])
"""Charges from which on a cadence is no longer early."""


@dataclass(frozen=True, slots=True)
class Forecasts:
    """For each stream the next expected booking (days since 1970) and its status (a place in `STATUSES`)."""

    next_day: Ints
    status: Ints
    spread: Floats


def medians(of: Ints, values: Ints | Floats, count: int, quantile: float = 0.5) -> Floats:
    """Return a quantile of the values of each set; every set has at least one value."""
    order = np.lexsort((values, of))
    begins = np.searchsorted(of[order], np.arange(count))
    sizes = np.bincount(of, minlength=count)
    at = begins + np.floor((sizes - 1) * quantile).astype(np.int64)
    return np.asarray(values, dtype=np.float64)[order][np.clip(at, 0, max(len(values) - 1, 0))]


def _weekend(days: Ints) -> Ints:
    """Return 5 for a Saturday, 6 for a Sunday, less for other days."""
    return (days + 3) % 7


def _next_open(days: Ints, closed: Ints, keeps: Flags) -> Ints:
    """Return the first day, from each day on, that is neither at a weekend nor (for those that `keep` them) closed."""
    for _ in range(_LONGEST_BREAK):
        shut = (_weekend(days) >= 5) | (keeps & np.isin(days, closed))
        if not shut.any():
            break
        days = days + shut
    return days


def forecast(grid: Grid, of: Ints, day: Ints, known: Ints, today: int, closed: Closures) -> Forecasts:
    """Return what comes next for streams whose charges are `of` (ascending) and `day` (ascending in each).

    What was never booked at a weekend is not booked on a bank holiday.

    Whether a stream is late is judged on the last day `known` (one per stream): what no statement tells of has not
    failed to come. Where that day is long past, the next charge is the first from `today` on.
    """
    count = len(grid.cadence)
    slot, offset = grid.take(of).slots(day)
    sizes = np.bincount(of, minlength=count)
    last = np.full(count, -(1 << 20))
    np.maximum.at(last, of, slot)
    typical = medians(of, offset, count, 0.4).astype(np.int64)
    final = np.maximum(np.searchsorted(of, np.arange(count), side="right") - 1, 0)
    if len(of):  # yearly charges wander: the last one tells most
        typical = np.where(grid.cadence >= _YEARLY, offset[final], typical)
    latest = medians(of, offset, count, 0.95)
    spread = medians(of, np.abs(offset - typical[of]), count, 0.8)
    on_weekends = np.bincount(of, weights=_weekend(day) >= 5, minlength=count)
    only_workdays = (on_weekends == 0) & (sizes >= 4)
    length = LENGTHS[grid.cadence]

    def expected(ahead: Ints) -> Ints:
        due = grid.due(last + ahead) + typical
        return np.where(only_workdays, _next_open(due, closed.days, closed.keeps), due)

    one = np.ones(count, dtype=np.int64)
    first_missing = expected(one)
    overdue = known - first_missing
    patience = np.clip(np.maximum(latest - typical, 3) + 1 + 0.05 * length, 3, 20)
    status = np.select(
        [
            overdue <= patience,
            overdue <= np.maximum(patience * 2, 0.5 * length),
            overdue <= np.minimum(3.2 * length, 200),
        ],
        [_ACTIVE, _LATE, _PAUSED],
        _ENDED,
    )
    status = np.where((status == _ACTIVE) & (sizes < _FEW[grid.cadence]), _EARLY, status)
    ahead = one + np.where(overdue > patience, np.ceil(np.maximum(overdue, 0) / length).astype(np.int64), 0)
    stale = np.where(today - known > _STALE, today - expected(ahead), 0)
    ahead += np.ceil(np.maximum(stale, 0) / length).astype(np.int64)
    return Forecasts(expected(ahead), status, spread)
