"""Parts of streams to whole ones: a move, a pause, a new name or cadence.

Two parts are one contract when one begins after the other ended and the rest fits: the same merchant with the same
cadence and a price not too far off; a year's price after the monthly one; or another name at the same price on the day
that the first would have been charged next.
"""

from dataclasses import dataclass, replace

import numpy as np

from unrenew.find.assignments import Assignments
from unrenew.find.grids import EARLY, LATE, LENGTHS, Flags, Floats, Ints
from unrenew.find.groups import Groups
from unrenew.find.words import STORES

_BACK_AFTER = 420
_MONTHLY, _ANNUAL = 4, 9


@dataclass(frozen=True, slots=True)
class _Parts:
    """What is known of each part, for comparing."""

    group: Ints
    side: Ints
    cadence: Ints
    first: Ints
    last: Ints
    count: Ints
    price: Floats
    end_price: Floats
    is_store: Flags


def _parts_of(groups: Groups, found: Assignments) -> _Parts:
    rows = np.flatnonzero(found.stream >= 0)
    rows = rows[np.lexsort((groups.day[rows], found.stream[rows]))]
    of = found.stream[rows]
    numbers = np.arange(len(found.group))
    first, last = np.searchsorted(of, numbers), np.searchsorted(of, numbers, side="right") - 1
    middle = (first + last) // 2
    stores = groups.table["channel"].is_in(STORES).fill_null(value=False).to_numpy()
    return _Parts(
        group=found.group,
        side=groups.side[rows[first]],
        cadence=found.grid.cadence,
        first=groups.day[rows[first]],
        last=groups.day[rows[last]],
        count=last - first + 1,
        price=groups.price[rows[middle]].astype(np.float64),
        end_price=groups.price[rows[last]].astype(np.float64),
        is_store=stores[rows[last]],
    )


def _alike(cadence: Ints, other: Ints) -> Flags:
    """Say whether two cadences may be one: equal, or about a month both."""
    about_a_month = (cadence >= 2) & (cadence <= _MONTHLY) & (other >= 2) & (other <= _MONTHLY)
    return (cadence == other) | about_a_month


def _same_contract(found: Assignments, parts: _Parts, a: Ints, b: Ints) -> Flags:
    """Say of pairs at one merchant whether `b` goes on with what `a` was.

    At a new price it does where it begins on the very day that `a` was due (after an introductory price).
    """
    length = LENGTHS[parts.cadence[a]]
    gap = parts.first[b] - parts.last[a]
    ratio = (parts.price[b] + 1) / (parts.end_price[a] + 1)
    near = np.where(parts.is_store[a], np.abs(ratio - 1) < 0.005, (ratio > 0.45) & (ratio < 2.3))
    goes_on = _alike(parts.cadence[a], parts.cadence[b]) & near & (gap > 0.4 * length)
    goes_on &= gap <= np.maximum(_BACK_AFTER, 2.2 * length)
    monthly = (parts.cadence[a] >= 2) & (parts.cadence[a] <= _MONTHLY)
    to_year = monthly & (parts.cadence[b] == _ANNUAL) & (ratio > 5) & (ratio < 13.5) & (gap > 12) & (gap < 50)
    from_year = (parts.cadence[a] == _ANNUAL) & (parts.cadence[b] == _MONTHLY) & (ratio > 0.06) & (ratio < 0.2)
    from_year &= (gap > 300) & (gap < 420)
    dearer = (parts.cadence[a] == parts.cadence[b]) & ~parts.is_store[a] & (parts.count[a] > 1) & (length > 20)
    dearer &= _is_next(found, parts, a, b)
    return (parts.group[a] == parts.group[b]) & (gap > 0) & (goes_on | to_year | from_year | dearer)


def _is_next(found: Assignments, parts: _Parts, a: Ints, b: Ints) -> Flags:
    """Say of pairs whether `b` begins on the day on which `a` would have been charged next."""
    _, offset = found.grid.take(a).slots(parts.first[b])
    cadence, gap = parts.cadence[a], parts.first[b] - parts.last[a]
    on_grid = (offset >= -np.minimum(EARLY[cadence], 3)) & (offset <= np.minimum(LATE[cadence], 5))
    return on_grid & (gap > 0.5 * LENGTHS[cadence]) & (gap < 1.5 * LENGTHS[cadence])


def _renamed(found: Assignments, parts: _Parts, a: Ints, b: Ints) -> Flags:
    """Say of pairs at two merchants whether `b` takes over the price and the grid of `a`."""
    same_price = np.abs(parts.price[b] - parts.end_price[a]) < 0.5
    fits = _alike(parts.cadence[a], parts.cadence[b]) & same_price & _is_next(found, parts, a, b)
    enough = (parts.count[a] >= 3) & (parts.count[b] >= 2) & (LENGTHS[parts.cadence[a]] > 20)
    return (parts.side[a] == parts.side[b]) & (parts.group[a] != parts.group[b]) & fits & enough


class _Links:
    """Joins parts to chains: each part has at most one before and one after it."""

    def __init__(self, count: int) -> None:
        self.before = np.full(count, -1)
        self.after = np.full(count, -1)

    def add(self, a: Ints, b: Ints, fits: Flags) -> None:
        """Link the pairs that fit and are still free on that side; the first of several pairs counts."""
        a, b = a[fits], b[fits]
        free = (self.after[a] < 0) & (self.before[b] < 0)
        a, b = a[free], b[free]
        _, one_a = np.unique(a, return_index=True)
        a, b = a[one_a], b[one_a]
        _, one_b = np.unique(b, return_index=True)
        self.after[a[one_b]], self.before[b[one_b]] = b[one_b], a[one_b]

    def chains(self) -> Ints:
        """Return for each part the last part of its chain."""
        at = np.arange(len(self.after))
        for _ in range(64):
            ahead = np.where(self.after[at] >= 0, self.after[at], at)
            if np.array_equal(ahead, at):
                break
            at = ahead
        return at


def _neighbours(parts: _Parts, *keys: Ints | Floats) -> tuple[Ints, Ints]:
    """Return pairs of parts that stand beside each other, one and two places apart, in the order of these keys."""
    order = np.lexsort((parts.first, *keys))
    return np.concatenate([order[:-1], order[:-2]]), np.concatenate([order[1:], order[2:]])


def join_parts(groups: Groups, found: Assignments) -> Assignments:
    """Return the same parts, with `whole` saying which stream each belongs to."""
    if len(found.group) < 2:
        return found
    parts = _parts_of(groups, found)
    links = _Links(len(found.group))
    for keys in ((parts.price, parts.group), (parts.group,)):
        a, b = _neighbours(parts, *keys)
        links.add(a, b, _same_contract(found, parts, a, b))
    a, b = _neighbours(parts, parts.price, parts.side)
    links.add(a, b, _renamed(found, parts, a, b))
    return replace(found, whole=links.chains())
