from dataclasses import astuple

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from unrenew.find.fits import NO_FITS, KeptFits
from unrenew.find.scans import Fit, Sets, fit_grids

DAYS = st.lists(st.lists(st.integers(18_000, 21_000), min_size=2, max_size=14), min_size=1, max_size=12)


def sets_of(rows):
    """Make sets of lists of (row, day); return them and the first row of each."""
    of = np.repeat(np.arange(len(rows)), [len(each) for each in rows])
    days = np.array([day for each in rows for _, day in each], dtype=np.int64)
    return Sets(of, days, len(rows)), np.array([each[0][0] for each in rows], dtype=np.int64)


def same(one: Fit, other: Fit) -> bool:
    parts = zip((*astuple(one.grid), *astuple(one)[1:]), (*astuple(other.grid), *astuple(other)[1:]), strict=True)
    return all(np.array_equal(a, b) for a, b in parts)


def numbered(days):
    count, rows = 0, []
    for each in days:
        rows.append([(count + number, day) for number, day in enumerate(sorted(each))])
        count += len(each)
    return rows


@settings(max_examples=60, derandomize=True, deadline=None)
@given(DAYS, st.data())
def test_kept_fits_are_those_found_anew(days, data):
    """Whatever rows a round takes away, in whatever order the sets stand in the next one."""
    rows = numbered(days)
    sets, key = sets_of(rows)
    kept = KeptFits(key, sets.sizes(), NO_FITS.of(sets, key))
    gone = data.draw(st.sets(st.sampled_from([row for each in rows for row, _ in each])))
    left = [[pair for pair in each if pair[0] not in gone] for each in rows]
    left = data.draw(st.permutations([each for each in left if len(each) >= 2]))
    if left:
        after, first = sets_of(left)
        assert same(kept.of(after, first), fit_grids(after))


def test_nothing_lost_is_nothing_to_find():
    sets, key = sets_of(numbered([[18_000, 18_030, 18_061], [18_400, 18_765]]))
    fit = fit_grids(sets)
    assert same(KeptFits(key, sets.sizes(), fit).of(sets, key), fit)


@pytest.mark.parametrize("days", [(18_251, 18_293, 18_656, 19_010), (19_718, 19_730, 20_093)])
def test_where_a_set_stands_decides_nothing(days):
    """Charges on both sides of where the cycles begin, as many days apart as a window is wide."""
    count = 3000
    sets = Sets(np.repeat(np.arange(count), len(days)), np.tile(np.array(days), count), count)
    fit = fit_grids(sets)
    assert same(fit, fit.take(np.zeros(count, dtype=np.int64)))
