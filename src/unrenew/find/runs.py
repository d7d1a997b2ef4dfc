"""Runs of equal values in sorted columns."""

import numpy as np

from unrenew.find.grids import Flags, Ints


def starts(*columns: Ints) -> Flags:
    """Mark the first row of each run in which all columns stay the same."""
    first = np.zeros(len(columns[0]), dtype=np.bool_)
    first[:1] = True
    for column in columns:
        first[1:] |= column[1:] != column[:-1]
    return first


def runs(*columns: Ints) -> Ints:
    """Number the runs, from 0."""
    return np.cumsum(starts(*columns), dtype=np.int64) - 1
