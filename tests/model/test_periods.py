"""Month ends, leap days, year ends: a day in the calendar never drifts."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from unrenew.model.periods import DAYS, MONTHS, add_months, grid_distance, next_from, nth_after

DATES = st.dates(date(2000, 1, 1), date(2060, 12, 31))
CADENCES = st.sampled_from(sorted({*MONTHS, *DAYS}))


@pytest.mark.parametrize(
    ("day", "months", "then"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2028, 1, 31), 1, date(2028, 2, 29)),
        (date(2028, 2, 29), 12, date(2029, 2, 28)),
        (date(2026, 12, 15), 1, date(2027, 1, 15)),
        (date(2026, 3, 31), -1, date(2026, 2, 28)),
        (date(2026, 1, 15), -1, date(2025, 12, 15)),
    ],
)
def test_months_end_where_they_end(day, months, then):
    assert add_months(day, months) == then


def test_the_calendar_ends_somewhere():
    with pytest.raises(OverflowError):
        add_months(date(9999, 12, 1), 1)


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


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)), CADENCES, st.integers(1, 30))
def test_a_due_day_is_on_its_own_grid(start, cadence, number):
    assert grid_distance(start, cadence, nth_after(start, cadence, number)) == (number, 0)


@given(start=DATES, today=DATES, cadence=CADENCES)
@settings(max_examples=60, derandomize=True)
def test_the_next_due_day_is_the_first_that_is_not_past(start, today, cadence):
    following = next_from(start, cadence, today)
    assert following >= today or following == start
    if start < today:
        all_of_them = (nth_after(start, cadence, n) for n in range(4000))
        assert following == next(day for day in all_of_them if day >= today)
