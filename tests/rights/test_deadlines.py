"""Days are counted as the law says: the event never counts, ends clip, roll or stay."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from unrenew.errors import InputError
from unrenew.rights.calendars import bank_weekdays, is_working_day
from unrenew.rights.deadlines import (
    Place,
    act_by,
    add,
    add_business_days,
    add_months,
    at_least_two_working_days,
    roll,
)

DAYS = st.dates(date(1990, 1, 1), date(2100, 12, 31))
PLACES = st.sampled_from(
    [Place("DE"), Place("DE", "BY"), Place("FR", "57"), Place("ES", "CT"), Place("NO"), Place("CH", "TI"), Place("XX")]
)


def day(text):
    return date.fromisoformat(text)


@pytest.mark.parametrize(
    ("start", "months", "clip", "following"),
    [
        ("2026-01-31", 1, "2026-02-28", "2026-03-01"),
        ("2028-01-31", 1, "2028-02-29", "2028-03-01"),
        ("2024-02-29", 12, "2025-02-28", "2025-03-01"),
        ("2026-03-31", -1, "2026-02-28", "2026-03-01"),
        ("2026-01-31", 13, "2027-02-28", "2027-03-01"),
        ("2026-12-15", 1, "2027-01-15", "2027-01-15"),
    ],
)
def test_months(start, months, clip, following):
    assert add_months(day(start), months) == day(clip)
    assert add_months(day(start), months, "next") == day(following)


def test_no_date_can_be_too_far():
    with pytest.raises(InputError):
        add_months(date(9999, 12, 1), 2)


@pytest.mark.parametrize(
    ("end", "place", "rolled"),
    [
        ("2025-12-25", Place("DE"), "2025-12-29"),
        ("2025-12-25", Place("FR"), "2025-12-26"),
        ("2025-12-25", Place("FR", "57"), "2025-12-29"),
        ("2025-12-25", Place("FR", "67"), "2025-12-29"),
        ("2026-01-06", Place("DE", "BY"), "2026-01-07"),
        ("2026-01-06", Place("DE", "BE"), "2026-01-06"),
        ("2026-11-21", Place("DE"), "2026-11-23"),
        ("2026-11-21", Place(None), "2026-11-23"),
        ("2026-05-14", Place("NO"), "2026-05-15"),
        ("2026-09-11", Place("ES", "CT"), "2026-09-14"),
        ("2026-09-11", Place("ES", "MD"), "2026-09-11"),
        ("2026-05-01", Place("PL"), "2026-05-04"),
    ],
)
def test_roll(end, place, rolled):
    assert roll(day(end), "next_working_day", place) == day(rolled)
    assert roll(day(end), "none", place) == day(end)


@pytest.mark.parametrize(
    ("charge", "bank", "last"),
    [
        ("2026-12-15", None, "2026-12-10"),
        ("2026-11-30", None, "2026-11-24"),
        ("2026-07-06", None, "2026-06-30"),
        ("2026-12-14", "Mon-Sat except federal holidays", "2026-12-10"),
        ("2026-12-14", "Mon-Sat", "2026-12-10"),
        ("2026-11-30", "Mon-Fri", "2026-11-25"),
        ("2026-11-30", "Mon-Fri, closed on federal holidays", "2026-11-24"),
        ("2026-11-30", "Monday to Saturday, no holidays", "2026-11-25"),
        ("2026-11-30", "ask us", "2026-11-24"),
        ("2026-12-14", "every day", "2026-12-11"),
        ("2026-11-30", "Mon-Fri including federal holidays", "2026-11-25"),
        ("2026-12-14", "Tue, Thu", "2026-12-03"),
    ],
)
def test_business_days_of_a_bank(charge, bank, last):
    assert add_business_days(day(charge), 3, Place("US", None, bank), back=True, bank=True) == day(last)


def test_bank_days_that_say_nothing_are_the_usual_ones():
    assert bank_weekdays("ask us")[0] == frozenset(range(5))


def test_a_short_period_holds_two_working_days():
    """Reg. 1182/71 Art. 3(5): from Friday, two days would hold none."""
    assert at_least_two_working_days(day("2026-11-20"), day("2026-11-22"), Place("DE")) == day("2026-11-24")
    assert at_least_two_working_days(day("2026-11-16"), day("2026-11-18"), Place("DE")) == day("2026-11-18")
    assert at_least_two_working_days(day("2026-11-20"), day("2026-11-21"), Place("DE")) == day("2026-11-21")


@settings(max_examples=60, derandomize=True)
@given(DAYS, st.integers(0, 400), st.sampled_from(["days", "weeks", "months", "years"]), PLACES)
def test_a_later_event_never_ends_earlier(start, count, unit, place):
    count = min(count, {"days": 400, "weeks": 60, "months": 36, "years": 3}[unit])
    later = start + timedelta(days=1)
    ends = [roll(add(one, count, unit, place), "next_working_day", place) for one in (start, later)]
    assert ends[0] <= ends[1]
    assert is_working_day(ends[0], place.country, place.region)
    assert act_by(add(start, count, unit, place), 0, place) <= ends[0]


@settings(max_examples=60, derandomize=True)
@given(DAYS, st.integers(1, 30), PLACES)
def test_business_days_there_and_back(start, count, place):
    end = add_business_days(start, count, place)
    between = [start + timedelta(days=n) for n in range(1, (end - start).days + 1)]
    assert sum(is_working_day(one, place.country, place.region) for one in between) == count
