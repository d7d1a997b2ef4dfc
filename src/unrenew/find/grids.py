"""Calendar grids: which slot of which grid a day falls into.

A grid is a rule such as "every month on the 12th" or "every 14 days from here". It numbers its slots; the due day of a
slot is clamped to short months. A charge falls into the slot whose due day it follows (or precedes by a little).
"""

from dataclasses import dataclass
from typing import get_args

import numpy as np
import numpy.typing as npt

from unrenew.model.values import Cadence

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]

CADENCES: tuple[Cadence, ...] = get_args(Cadence)
DAYS: Ints = np.array([7, 14, 28, 30, 0, 0, 0, 0, 0, 0, 0, 0])
MONTHS: Ints = np.array([0, 0, 0, 0, 1, 2, 3, 4, 6, 12, 24, 36])
LENGTHS: Floats = np.array([7, 14, 28, 30, *(30.436875 * MONTHS[4:])])
"""Days of one period."""
EARLY: Ints = np.array([2, 3, 4, 4, 6, 8, 10, 10, 12, 16, 20, 20])
"""How many days before its due day a charge still belongs to that slot."""
LATE: Ints = np.array([4, 6, 8, 8, 9, 11, 12, 12, 16, 24, 28, 28])
"""How many days after its due day a charge is still on the grid."""

_FIRST_YEAR, _LAST_YEAR = 1600, 2600
_STARTS = (
    np.arange(f"{_FIRST_YEAR}-01", f"{_LAST_YEAR}-01", dtype="datetime64[M]").astype("datetime64[D]").astype(np.int64)
)
_STARTS_LENGTH = np.diff(np.append(_STARTS, _STARTS[-1] + 31))
_MONTH_ZERO = (1970 - _FIRST_YEAR) * 12
_LAST_MONTH = len(_STARTS) - _MONTH_ZERO - 1


def month_start(months: Ints) -> Ints:
    """Return the first day (days since 1970) of months (since January 1970)."""
    return _STARTS[np.clip(months, -_MONTH_ZERO, _LAST_MONTH) + _MONTH_ZERO]


def month_length(months: Ints) -> Ints:
    """Return 28 to 31."""
    return _STARTS_LENGTH[np.clip(months, -_MONTH_ZERO, _LAST_MONTH) + _MONTH_ZERO]


def month_of(days: Ints) -> Ints:
    """Return the month (since January 1970) of days (since 1970-01-01)."""
    return days.astype("datetime64[D]").astype("datetime64[M]").astype(np.int64)


@dataclass(frozen=True, slots=True)
class Grid:
    """Many grids at once, one per element: cadence, anchor and phase.

    Grids of days: `anchor` is a day since 1970. Grids of months: `anchor` is the day of the month, 1 to 31, or counted
    from the month's end, 0 the last day, -1 the day before; `phase` says which months of the cycle have a slot.
    """

    cadence: Ints
    anchor: Ints
    phase: Ints

    def take(self, index: Ints | Flags) -> "Grid":
        """Return the grids at these places."""
        return Grid(self.cadence[index], self.anchor[index], self.phase[index])

    def due(self, slots: Ints) -> Ints:
        """Return the due day of slots, one slot per grid."""
        days, months = DAYS[self.cadence], MONTHS[self.cadence]
        month = self.phase + slots * months
        length = month_length(month)
        in_month = np.where(self.anchor > 0, np.minimum(self.anchor, length), np.maximum(length + self.anchor, 1))
        return np.where(months > 0, month_start(month) + in_month - 1, self.anchor + slots * days)

    def slots(self, days: Ints) -> tuple[Ints, Ints]:
        """Return for days (one per grid) the slot, and how many days after its due day (negative: before)."""
        early, months = EARLY[self.cadence], MONTHS[self.cadence]
        step = np.maximum(DAYS[self.cadence], 1)
        by_days = np.floor_divide(days + early - self.anchor, step)
        by_months = np.floor_divide(month_of(days) - self.phase, np.maximum(months, 1))
        slot = np.where(months > 0, by_months, by_days)
        is_monthly = months > 0
        slot = np.where(is_monthly & (days < self.due(slot) - early), slot - 1, slot)
        slot = np.where(is_monthly & (days >= self.due(slot + 1) - early), slot + 1, slot)
        return slot, days - self.due(slot)
