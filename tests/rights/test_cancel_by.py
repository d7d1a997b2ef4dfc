from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from unrenew.errors import InputError
from unrenew.model.renewals import NoticePeriod, RenewalTerms
from unrenew.rights.cancel_by import cancel_by, read_notice
from unrenew.rights.deadlines import Place


def terms(**values):
    return RenewalTerms(**({"starts_on": date(2025, 11, 15), "first_months": 12} | values))


def day(text):
    return date.fromisoformat(text)


@pytest.mark.parametrize(
    ("values", "today", "on", "ends_on", "charge"),
    [
        pytest.param({}, "2026-11-14", "2026-11-14", "2026-11-14", "2026-11-15", id="no notice: the last day"),
        pytest.param({}, "2026-11-15", "2027-11-14", "2027-11-14", "2027-11-15", id="one day late: the next year"),
        pytest.param({"charged_days_before": 15}, "2026-10-01", "2026-10-30", "2026-11-14", "2026-10-31", id="early"),
        pytest.param(
            {"notice": NoticePeriod(count=1, unit="months")}, "2026-10-14", "2026-10-14", "2026-11-14", "2026-11-15",
            id="one month",
        ),
        pytest.param(
            {"notice": NoticePeriod(count=3, unit="months"), "starts_on": day("2026-06-01")}, "2027-01-01",
            "2027-02-28", "2027-05-31", "2027-06-01", id="three months before 31 May: month end",
        ),
        pytest.param(
            {"notice": NoticePeriod(count=1, unit="months"), "starts_on": day("2026-03-01")}, "2027-01-31",
            "2027-01-31", "2027-02-28", "2027-03-01", id="one month to the end of February: the end of January",
        ),
        pytest.param(
            {"notice": NoticePeriod(count=1, unit="months"), "starts_on": day("2023-03-01")}, "2024-01-01",
            "2024-01-31", "2024-02-29", "2024-03-01", id="one month to 29 February",
        ),
        pytest.param(
            {"first_months": 1, "notice": NoticePeriod(count=1, unit="months", to="month_end"),
             "starts_on": day("2026-01-01")}, "2026-05-10",
            "2026-05-31", "2026-06-30", "2026-07-01", id="a month to the end of June: the end of May",
        ),
        pytest.param(
            {"first_months": 1, "notice": NoticePeriod(count=2, unit="weeks", to="month_end")}, "2025-11-17",
            "2025-12-17", "2025-12-31", "2026-01-15", id="two weeks to month end: the next month",
        ),
        pytest.param(
            {"first_months": 24, "renewal_months": 1, "notice": NoticePeriod(count=1, unit="months")}, "2027-12-01",
            "2027-12-14", "2028-01-14", "2028-01-15", id="another later length",
        ),
        pytest.param(
            {"first_months": 1, "minimum_until": day("2026-11-14")}, "2025-12-01", "2026-11-14", "2026-11-14",
            "2026-11-15", id="minimum",
        ),
        pytest.param(
            {"first_days": 30, "first_months": 0}, "2025-12-10", "2025-12-14", "2025-12-14", "2025-12-15", id="30 days"
        ),
        pytest.param(
            {"starts_on": day("2026-01-31"), "first_months": 1}, "2026-03-01", "2026-03-30", "2026-03-30", "2026-03-31",
            id="the 31st does not drift",
        ),
        pytest.param(
            {"starts_on": day("2024-02-29")}, "2025-01-01", "2025-02-27", "2025-02-27", "2025-02-28", id="leap"
        ),
        pytest.param(
            {"notice": NoticePeriod(count=6, unit="weeks", to="quarter_end"), "first_months": 3}, "2026-01-05",
            "2026-02-17", "2026-03-31", "2026-05-15", id="six weeks to quarter end",
        ),
    ],
)  # fmt: skip
def test_cancel_by(values, today, on, ends_on, charge):
    found = cancel_by(terms(**values), today=day(today))
    assert (str(found.on), str(found.ends_on), str(found.next_charge_on)) == (on, ends_on, charge)


def test_what_can_no_longer_be_avoided_is_named():
    found = cancel_by(terms(notice=NoticePeriod(count=1, unit="months")), today=day("2026-11-01"))
    assert found.missed == (day("2026-11-15"),)
    assert found.on == day("2027-10-14")


@pytest.mark.parametrize(
    ("method", "country", "cut_off", "stop_by"),
    [
        ("ach_debit", "US", "2026-11-10", "2026-11-09"),
        ("sepa_dd_core", "DE", "2026-11-13", "2026-11-12"),
        ("card_visa", "DE", "None", "None"),
    ],
)
def test_the_banks_own_cut_off(method, country, cut_off, stop_by):
    """The charge is on Sunday 15 November; in the US Wednesday the 11th is a holiday."""
    found = cancel_by(terms(), today=day("2026-11-01"), place=Place(country), payment_method=method)
    assert (str(found.bank_cut_off), str(found.bank_stop_by)) == (cut_off, stop_by)


@pytest.mark.parametrize(
    ("text", "notice"),
    [
        ("2 weeks to month end", NoticePeriod(count=2, unit="weeks", to="month_end")),
        ("3 Monate zum Quartalsende", NoticePeriod(count=3, unit="months", to="quarter_end")),
        ("one month", NoticePeriod(count=1, unit="months")),
        ("14 Tage", NoticePeriod(count=14, unit="days")),
        ("30-day notice", NoticePeriod(count=30, unit="days")),
        ("sechs Wochen zum Quartalsende", NoticePeriod(count=6, unit="weeks", to="quarter_end")),
        ("6 weeks to the end of the calendar year", NoticePeriod(count=6, unit="weeks", to="year_end")),
    ],
)
def test_notice_as_people_write_it(text, notice):
    assert read_notice(text) == notice


@pytest.mark.parametrize("text", ["soon", "", "3 fortnights"])
def test_no_notice(text):
    with pytest.raises(InputError, match="no notice period"):
        read_notice(text)


def test_a_term_without_length():
    with pytest.raises(InputError, match="length"):
        cancel_by(terms(first_months=0), today=day("2026-01-01"))


DAYS = st.dates(date(1990, 1, 1), date(2060, 1, 1))


@settings(max_examples=60, derandomize=True)
@given(
    DAYS,
    st.integers(1, 36),
    st.integers(0, 45),
    st.builds(
        NoticePeriod,
        count=st.integers(0, 13),
        unit=st.sampled_from(["days", "weeks"]),
        to=st.sampled_from(["term_end", "month_end", "quarter_end", "year_end"]),
    ),
    st.integers(0, 4000),
)
def test_it_is_never_past_and_always_before_the_charge(start, months, early, notice, later):
    from datetime import timedelta

    asked = RenewalTerms(starts_on=start, first_months=months, charged_days_before=min(early, 27), notice=notice)
    today = start + timedelta(days=later)
    found = cancel_by(asked, today=today)
    assert today <= found.on < found.next_charge_on
    assert cancel_by(asked, today=found.on).on == found.on
