"""Month ends, leap days, year ends: a day in the calendar never drifts."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unrenew.watch.periods import DAYS, MONTHS, grid_distance, nth_after, plus_months


def test_the_last_of_january_never_becomes_the_third_of_march():
    start = date(2026, 1, 31)
    assert [nth_after(start, "monthly", n) for n in range(1, 5)] == [
        date(2026, 2, 28),
        date(2026, 3, 31),
        date(2026, 4, 30),
        date(2026, 5, 31),
    ]


@pytest.mark.parametrize(
    ("start", "cadence", "number", "expected"),
    [
        (date(2024, 2, 29), "annual", 1, date(2025, 2, 28)),
        (date(2024, 2, 29), "annual", 4, date(2028, 2, 29)),
        (date(2025, 11, 30), "quarterly", 1, date(2026, 2, 28)),
        (date(2025, 12, 31), "monthly", 1, date(2026, 1, 31)),
        (date(2026, 3, 25), "weekly", 1, date(2026, 4, 1)),
        (date(2026, 10, 24), "thirty_days", 1, date(2026, 11, 23)),
    ],
)
def test_nth_after(start, cadence, number, expected):
    assert nth_after(start, cadence, number) == expected


def test_an_anchor_brings_the_last_day_back():
    assert plus_months(date(2026, 2, 28), 1, anchor=31) == date(2026, 3, 31)


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.sampled_from([*DAYS, *MONTHS]), st.integers(1, 30))
def test_a_due_day_is_on_its_own_grid(start, cadence, number):
    assert grid_distance(start, cadence, nth_after(start, cadence, number)) == (number, 0)
