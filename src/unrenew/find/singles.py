"""Lone charges to streams of one charge: the first of a known annual plan.

Three sorts of lone charges say something: one at a provider that sells by the year, or at the price of a known plan;
one at five to thirteen times the monthly price right after a monthly stream; and one some weeks less than a year
before an annual stream: the purchase, where each renewal is charged before the term ends.
"""

from dataclasses import replace

import numpy as np

from unrenew.find.assignments import Assignments
from unrenew.find.grids import Flags, Floats, Grid, Ints, month_of, month_start
from unrenew.find.groups import Groups

_ANNUAL, _MONTHLY = 9, 4
_YEAR, _EARLIEST = 370, 60
"""Renewals are charged up to about two months before the term ends."""


def add_singles(groups: Groups, found: Assignments) -> tuple[Assignments, Flags]:
    """Return the assignments with lone charges as parts of their own, and which parts are early by themselves.

    Lone charges that are not must be joined to another part, or go again (`drop_singles`).
    """
    free = (found.stream < 0) & ~groups.aside
    rows = np.flatnonzero(free)
    alone = np.bincount(groups.group[rows], minlength=groups.count)[groups.group[rows]] == 1
    taken = np.bincount(groups.group[found.stream >= 0], minlength=groups.count)[groups.group[rows]]
    early = alone & (taken == 0) & groups.is_annual[rows]
    joined = (_after_monthly(groups, found, rows) | (alone & _before_annual(groups, found, rows))) & (taken > 0)
    rows = rows[early | joined]
    is_early = np.concatenate([np.zeros(len(found.group), dtype=np.bool_), early[early | joined]])
    count = len(rows)
    stream = found.stream.copy()
    stream[rows] = len(found.group) + np.arange(count)
    day = groups.day[rows]
    month = month_of(day)
    grid = Grid(
        np.concatenate([found.grid.cadence, np.full(count, _ANNUAL)]),
        np.concatenate([found.grid.anchor, day - month_start(month) + 1]),
        np.concatenate([found.grid.phase, month]),
    )
    ones = np.ones(count, dtype=np.int64)
    return (
        replace(
            found,
            stream=stream,
            group=np.concatenate([found.group, groups.group[rows]]),
            grid=grid,
            width=np.concatenate([found.width, ones]),
            evidence=np.concatenate([found.evidence, ones.astype(np.float64)]),
            level=np.concatenate([found.level, ones * 0]),
            whole=np.arange(len(found.group) + count),
        ),
        is_early,
    )


def _after_monthly(groups: Groups, found: Assignments, rows: Ints) -> Flags:
    """Say which free rows may be the year's price after a monthly stream of the same merchant."""
    count = groups.count
    last, price = np.full(count, -(1 << 40)), np.ones(count)
    mine = np.flatnonzero(found.stream >= 0)
    monthly = found.grid.cadence[found.stream[mine]] == _MONTHLY
    mine = mine[monthly]
    np.maximum.at(last, groups.group[mine], groups.day[mine])
    price[groups.group[mine]] = groups.price[mine]  # rows ascend by day: the latest price stays
    gap = groups.day[rows] - last[groups.group[rows]]
    ratio: Floats = (groups.price[rows] + 1) / (price[groups.group[rows]] + 1)
    return (gap > 12) & (gap < 50) & (ratio > 5) & (ratio < 13.5)


def _before_annual(groups: Groups, found: Assignments, rows: Ints) -> Flags:
    """Say which free rows may be the purchase before the early renewals of an annual stream of the same merchant."""
    first = np.full(groups.count, -1)
    mine = np.flatnonzero(found.stream >= 0)
    mine = mine[found.grid.cadence[found.stream[mine]] == _ANNUAL][::-1]
    first[groups.group[mine]] = groups.day[mine]  # rows ascend by day: the first one stays
    gap = first[groups.group[rows]] - groups.day[rows]
    return (gap >= _YEAR - _EARLIEST) & (gap <= _YEAR)


def drop_singles(found: Assignments, is_early: Flags) -> Assignments:
    """Return the assignments without lone charges that nothing was joined to."""
    sizes = np.bincount(found.stream[found.stream >= 0], minlength=len(found.group))
    chain = np.bincount(found.whole, minlength=len(found.group))[found.whole]
    useless = (sizes == 1) & (chain == 1) & ~is_early
    stream = found.stream.copy()
    mine = stream >= 0
    stream[mine] = np.where(useless[stream[mine]], -1, stream[mine])
    if np.any(stream >= 0):
        return replace(found, stream=stream)
    none = np.zeros(0, dtype=np.int64)  # nothing is left: no parts either
    return Assignments(stream, none, found.grid.take(none), none, np.zeros(0), none, none)
