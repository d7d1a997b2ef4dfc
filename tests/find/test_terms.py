"""Renewal days and last days to cancel, at the ends of months and years."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from unrenew.find.terms import DAYS, MONTHS, add_months, cancel_by, next_from, step, term_end
from unrenew.model.decisions import Notice

DATES = st.dates(date(2000, 1, 1), date(2060, 12, 31))


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


def test_the_31st_comes_back_after_february():
    assert [step(date(2026, 1, 31), "monthly", n) for n in range(3)] == [
        date(2026, 1, 31),
        date(2026, 2, 28),
        date(2026, 3, 31),
    ]


@given(start=DATES, today=DATES, cadence=st.sampled_from(sorted({*MONTHS, *DAYS})))
@settings(max_examples=60, derandomize=True)
def test_the_next_renewal_is_the_first_that_is_not_past(start, today, cadence):
    following = next_from(start, cadence, today)
    assert following >= today or following == start
    if start < today:
        all_of_them = [step(start, cadence, n) for n in range(1, 4000 if cadence == "weekly" else 2200)]
        assert following == next(day for day in all_of_them if day >= today)


@pytest.mark.parametrize(
    ("ends_on", "notice", "last"),
    [
        (date(2026, 11, 14), Notice(count=1), date(2026, 11, 12)),
        (date(2026, 11, 14), Notice(count=0), date(2026, 11, 13)),
        (date(2026, 6, 1), Notice(count=3, unit="months"), date(2026, 2, 28)),
        (date(2026, 6, 1), Notice(count=2, unit="weeks"), date(2026, 5, 17)),
        (date(2026, 7, 1), Notice(count=2, unit="weeks", to_month_end=True), date(2026, 6, 16)),
        (date(2026, 6, 20), Notice(count=3, unit="months", to_month_end=True), date(2026, 2, 28)),
    ],
)
def test_the_last_day_to_cancel(ends_on, notice, last):
    assert cancel_by(ends_on, notice) == last


def test_a_minimum_term_holds_longer_than_the_paid_one():
    assert term_end(date(2026, 1, 31), 24, date(2026, 12, 1)) == date(2028, 1, 31)
    assert term_end(date(2024, 1, 31), 24, date(2026, 12, 1)) == date(2026, 12, 1)
    assert term_end(date(2024, 1, 31), 24, None) - date(2026, 1, 31) == timedelta(0)
