"""Sets of charges to their best grids, kept from one round to the next.

Rounds only ever take rows away. So most sets of a round stood in the one before, and need not be explained again.
"""

from dataclasses import dataclass

import numpy as np

from unrenew.find.grids import Flags, Floats, Grid, Ints
from unrenew.find.scans import Fit, Sets, fit_grids


@dataclass(frozen=True, slots=True)
class KeptFits:
    """The fits of a round: `key` names each set by its level and its first row, `size` counts its rows."""

    key: Ints
    size: Ints
    fit: Fit

    def of(self, sets: Sets, key: Ints) -> Fit:
        """Return the fits of the next round's sets: those of sets that lost no row, and the others found anew.

        A set is a part of the one with the same key before (none that is new begins with a row of another at its
        level), so with as many rows it is the same.
        """
        if not len(self.key):
            return fit_grids(sets)
        order = np.argsort(self.key)
        at = order[np.minimum(np.searchsorted(self.key, key, sorter=order), len(order) - 1)]
        same = (self.key[at] == key) & (self.size[at] == sets.sizes())
        return _mixed(same, self.fit.take(at[same]), fit_grids(sets.where(~same)[0]))


_NONE: Ints = np.zeros(0, dtype=np.int64)
NO_FITS = KeptFits(_NONE, _NONE, Fit(Grid(_NONE, _NONE, _NONE), _NONE, np.zeros(0), _NONE, _NONE))


def _mixed(where: Flags, one: Fit, other: Fit) -> Fit:
    """Return the fits of one where it is said so, of the other elsewhere, both in their order."""

    def mix(a: Ints, b: Ints) -> Ints:
        both = np.empty(len(where), dtype=np.int64)
        both[where], both[~where] = a, b
        return both

    evidence: Floats = np.empty(len(where))
    evidence[where], evidence[~where] = one.evidence, other.evidence
    grid = Grid(
        mix(one.grid.cadence, other.grid.cadence),
        mix(one.grid.anchor, other.grid.anchor),
        mix(one.grid.phase, other.grid.phase),
    )
    return Fit(grid, mix(one.width, other.width), evidence, mix(one.filled, other.filled), mix(one.span, other.span))
