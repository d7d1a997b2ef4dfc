"""Groups to streams: which row belongs to which stream, and on which grid.

In rounds: each group offers the sets "one exact price", "prices close together" and "everything"; the set that a grid
explains best becomes a stream, takes the rows on its grid (a price that changes included) and leaves the rest to the
next round. All groups go through a round together.
"""

from dataclasses import dataclass

import numpy as np

from unrenew.find.fits import NO_FITS, KeptFits
from unrenew.find.grids import EARLY, LATE, Flags, Floats, Grid, Ints
from unrenew.find.groups import Groups
from unrenew.find.runs import runs, starts
from unrenew.find.scans import Fit, Sets

_ROUNDS = 8
_ENOUGH = 1.5
_BAND = 1.12
"""Prices within 12 % of the next one may be one price: exchange rates, small rises."""
_LEVEL_COST = (0.0, 0.7, 1.5)


@dataclass(frozen=True, slots=True)
class Assignments:
    """`stream` of each row (-1: none), and for each its group, grid, evidence and level.

    A contract that moved or paused comes in parts: `whole` names for each the last part, which stands for all.
    """

    stream: Ints
    group: Ints
    grid: Grid
    width: Ints
    evidence: Floats
    level: Ints
    whole: Ints

    def whole_of_rows(self) -> Ints:
        """Return for each row the part that stands for its stream, -1 for none."""
        return np.append(self.whole, -1)[self.stream]


@dataclass(frozen=True, slots=True)
class _Offers:
    """Sets that may become streams: the group, the level and the first row of each, and the row of each element."""

    sets: Sets
    group: Ints
    level: Ints
    first: Ints
    row: Ints


@dataclass(frozen=True, slots=True)
class _Free:
    """Rows that belong to no stream yet: as they stand, and by group and price (sorted once for all rounds)."""

    row: Ints
    by_price: Ints

    def where(self, keep: Flags) -> "_Free":
        return _Free(self.row[keep[self.row]], self.by_price[keep[self.by_price]])


def _all_free(groups: Groups) -> _Free:
    order = np.lexsort((groups.price, groups.group))  # stable: days still ascend where prices are equal
    return _Free(np.arange(len(groups.group)), order)


def _offer(groups: Groups, free: _Free) -> _Offers:
    """Return the sets of all three levels that the free rows make."""
    rows, by_price = free.row, free.by_price
    group, g, p = groups.group[rows], groups.group[by_price], groups.price[by_price]
    place = np.empty(len(groups.group), dtype=np.int64)
    place[rows] = np.arange(len(rows))
    order = place[by_price]
    jump = np.zeros(len(g), dtype=np.int64)
    jump[1:] = (p[1:] > _BAND * p[:-1] + 1) & (g[1:] == g[:-1])
    band = np.empty_like(g)
    band[order] = runs(g, np.cumsum(jump))
    in_bands = np.argsort(band, kind="stable")
    levels = ((runs(g, p), by_price), (band[in_bands], rows[in_bands]), (runs(group), rows))
    parts: list[tuple[Ints, Ints, Ints]] = []
    base = 0
    for level, (of, row) in enumerate(levels):
        first = np.flatnonzero(starts(of))
        keep = np.bincount(of) >= 2
        if level > 0:  # a wider set must hold more than one of the narrower
            inner = groups.price[row] if level == 1 else band
            keep &= np.minimum.reduceat(inner, first) < np.maximum.reduceat(inner, first)
        chosen = keep[of]
        number = np.cumsum(keep) - 1 + base
        parts.append((number[of[chosen]], row[chosen], row[first[keep]]))
        base += int(keep.sum())
    level = np.repeat(np.arange(3), [len(part[2]) for part in parts])
    of, row, first = (np.concatenate([part[which] for part in parts]) for which in range(3))
    return _Offers(Sets(of, groups.day[row], base), groups.group[first], level, first, row)


def _best_of_groups(fit: Fit, set_group: Ints, set_level: Ints) -> Ints:
    """Return the best set of each group that has one with enough evidence."""
    score = fit.evidence - np.array(_LEVEL_COST)[set_level]
    order = np.lexsort((set_level, -score, set_group))
    best = order[starts(set_group[order])]
    return best[score[best] >= _ENOUGH]


@dataclass(frozen=True, slots=True)
class _Seeds:
    """One new stream for each of some groups."""

    group: Ints
    grid: Grid
    width: Ints
    evidence: Floats
    level: Ints
    promising: Flags
    """Whether it is worth while to look for another stream in what is left."""


def _grow(groups: Groups, seeds: _Seeds, rows: Ints, is_seed: Flags, of: Ints) -> Flags:
    """Say which of the free rows (each with its seed's number) the seed's stream takes: one for each slot."""
    slot, offset = seeds.grid.take(of).slots(groups.day[rows])
    cadence, width = seeds.grid.cadence[of], seeds.width[of]
    in_window = is_seed & (offset >= 0) & (offset < width)
    count = len(seeds.group)
    low, high = np.full(count, np.iinfo(np.int64).max), np.full(count, np.iinfo(np.int64).min)
    np.minimum.at(low, of[in_window], slot[in_window])
    np.maximum.at(high, of[in_window], slot[in_window])
    near = (offset >= -EARLY[cadence]) & (offset <= np.minimum(LATE[cadence], width + 5))
    price = groups.price[rows]
    total = np.bincount(of[in_window], weights=price[in_window], minlength=count)
    mean = total / np.maximum(np.bincount(of[in_window], minlength=count), 1)
    ratio = (price + 1) / (mean[of] + 1)
    outside = (slot < low[of]) | (slot > high[of])
    close = (slot >= low[of] - 2) & (slot <= high[of] + 3)
    tight = (offset >= -2) & (offset <= width + 3)
    first_trial = (slot == low[of] - 1) & (ratio < 0.4)
    changed = ~is_seed & outside & close & tight & (((ratio > 0.4) & (ratio < 2.5)) | first_trial)
    beside = (slot >= low[of] - 1) & (slot <= high[of] + 1)  # what lies off the window must not stretch the stream
    taken = (is_seed & near & (in_window | beside)) | changed
    penalty = np.abs(offset) + np.where(in_window, 0, 20) + np.where(is_seed, 0, 100)
    index = np.flatnonzero(taken)
    order = index[np.lexsort((penalty[index], slot[index], of[index]))]
    winners = np.zeros(len(rows), dtype=np.bool_)
    fresh = starts(of[order], slot[order])
    winners[order[fresh]] = True
    return winners


def _one_round(
    groups: Groups, free: _Free, stream: Ints, count: int, before: KeptFits
) -> tuple[_Seeds, KeptFits] | None:
    """Give each group with free rows its best stream; number the rows it takes from `count` on."""
    offers = _offer(groups, free)
    key = offers.level * len(stream) + offers.first
    fit = before.of(offers.sets, key)
    best = _best_of_groups(fit, offers.group, offers.level)
    if not len(best):
        return None
    promising = (fit.filled[best] > 0.7 * fit.span[best]) & ((fit.evidence[best] > 4) | (fit.filled[best] < 5))
    seeds = _Seeds(
        offers.group[best], fit.grid.take(best), fit.width[best], fit.evidence[best], offers.level[best], promising
    )
    number = np.full(groups.count, -1)
    number[seeds.group] = np.arange(len(best))
    chosen = np.zeros(offers.sets.count, dtype=np.bool_)
    chosen[best] = True
    seeded = np.zeros(len(groups.group), dtype=np.bool_)
    seeded[offers.row[chosen[offers.sets.of]]] = True
    rows = free.row[number[groups.group[free.row]] >= 0]
    of = number[groups.group[rows]]
    won = _grow(groups, seeds, rows, seeded[rows], of)
    stream[rows[won]] = of[won] + count
    return seeds, KeptFits(key, offers.sets.sizes(), fit)


def assign(groups: Groups) -> Assignments:
    """Return the streams of all groups."""
    stream = np.full(len(groups.group), -1)
    active = np.bincount(groups.group[~groups.aside], minlength=groups.count) >= 2
    kept: list[_Seeds] = []
    count, fits, free = 0, NO_FITS, _all_free(groups)
    for _ in range(_ROUNDS):
        free = free.where(active[groups.group] & (stream < 0) & ~groups.aside)
        done = _one_round(groups, free, stream, count, fits) if len(free.row) > 1 else None
        if done is None:
            break
        seeds, fits = done
        kept.append(seeds)
        count += len(seeds.group)
        active[:] = False
        active[seeds.group[seeds.promising]] = True
    none = np.zeros(0, dtype=np.int64)
    empty = _Seeds(none, Grid(none, none, none), none, np.zeros(0), none, none > 0)
    kept = kept or [empty]
    return Assignments(
        stream,
        np.concatenate([s.group for s in kept]),
        Grid(
            np.concatenate([s.grid.cadence for s in kept]),
            np.concatenate([s.grid.anchor for s in kept]),
            np.concatenate([s.grid.phase for s in kept]),
        ),
        np.concatenate([s.width for s in kept]),
        np.concatenate([s.evidence for s in kept]),
        np.concatenate([s.level for s in kept]),
        np.arange(count),
    )
