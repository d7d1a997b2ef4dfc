from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from unrenew.errors import InputError
from unrenew.model.renewals import NoticePeriod, RenewalTerms, Span
from unrenew.rights.cancel_by import cancel_by, stop_payment
from unrenew.rights.deadlines import Place


def months(count):
    return Span(months=count)


def notice(count, unit="days", to="term_end"):
    return NoticePeriod(count=count, unit=unit, to=to)


def terms(**values):
    return RenewalTerms(**({"starts_on": date(2025, 11, 15), "first": months(12)} | values))


def day(text):
    return date.fromisoformat(text)


TWO_YEARS_BY_THE_MONTH = {
    "starts_on": day("2026-01-31"), "first": months(24), "renewal": months(12), "every": months(1),
    "notice": notice(3, "months"), "paid_from": day("2026-01-31"),
}  # fmt: skip


@pytest.mark.parametrize(
    ("values", "today", "on", "ends_on", "charge"),
    [
        pytest.param({}, "2026-11-14", "2026-11-14", "2026-11-14", "2026-11-15", id="no notice: the last day"),
        pytest.param({}, "2026-11-15", "2027-11-14", "2027-11-14", "2027-11-15", id="one day late: the next year"),
        pytest.param({"early_days": 15}, "2026-10-01", "2026-10-30", "2026-11-14", "2026-10-31", id="early"),
        pytest.param(
            {"early_days": 35, "notice": notice(1, "months")}, "2026-10-01", "2026-10-10", "2026-11-14", "2026-10-11",
            id="early, before the notice",
        ),
        pytest.param(
            {"early_days": 35}, "2026-10-11", "2027-10-10", "2027-11-14", "2027-10-11", id="early, and it has come"
        ),
        pytest.param(
            {"notice": notice(1, "months")}, "2026-10-14", "2026-10-14", "2026-11-14", "2026-11-15", id="one month"
        ),
        pytest.param(
            {"notice": notice(3, "months"), "starts_on": day("2026-06-01")}, "2027-01-01",
            "2027-02-28", "2027-05-31", "2027-06-01", id="three months before 31 May: month end",
        ),
        pytest.param(
            {"notice": notice(1, "months"), "starts_on": day("2026-03-01")}, "2027-01-31",
            "2027-01-31", "2027-02-28", "2027-03-01", id="one month to the end of February: the end of January",
        ),
        pytest.param(
            {"notice": notice(1, "months"), "starts_on": day("2023-03-01")}, "2024-01-01",
            "2024-01-31", "2024-02-29", "2024-03-01", id="one month to 29 February",
        ),
        pytest.param(
            {"first": months(1), "notice": notice(1, "months", "month_end"), "starts_on": day("2026-01-01")},
            "2026-05-10", "2026-05-31", "2026-06-30", "2026-07-01", id="a month to the end of June: the end of May",
        ),
        pytest.param(
            {"first": months(1), "notice": notice(2, "weeks", "month_end")}, "2025-11-17",
            "2025-12-17", "2025-12-31", "2026-01-15", id="two weeks to month end: the next month",
        ),
        pytest.param(
            {"first": months(24), "renewal": months(1), "notice": notice(1, "months")}, "2027-12-01",
            "2027-12-14", "2028-01-14", "2028-01-15", id="another later length",
        ),
        pytest.param(
            {"first": months(1), "minimum": months(12)}, "2025-12-01", "2026-11-14", "2026-11-14", "2026-11-15",
            id="minimum",
        ),
        pytest.param({"first": Span(days=30)}, "2025-12-10", "2025-12-14", "2025-12-14", "2025-12-15", id="30 days"),
        pytest.param(
            {"starts_on": day("2026-01-31"), "first": months(1)}, "2026-03-01", "2026-03-30", "2026-03-30",
            "2026-03-31", id="the 31st does not drift",
        ),
        pytest.param(
            {"starts_on": day("2024-02-29")}, "2025-01-01", "2025-02-27", "2025-02-27", "2025-02-28", id="leap day"
        ),
        pytest.param(
            {"notice": notice(6, "weeks", "quarter_end"), "first": months(3)}, "2026-01-05",
            "2026-02-17", "2026-03-31", "2026-05-15", id="six weeks to quarter end",
        ),
        pytest.param(
            {"notice": notice(1, "months", "quarter_end"), "first": months(1), "starts_on": day("2026-01-10")},
            "2026-01-20", "2026-02-28", "2026-03-31", "2026-04-10", id="months until the first quarter end are owed",
        ),
        pytest.param(
            {"notice": notice(3, "months", "year_end"), "starts_on": day("2025-04-01")}, "2026-02-01",
            "2026-09-30", "2026-12-31", "2027-04-01", id="year end",
        ),
        pytest.param(
            {"first": months(1), "notice": notice(3, "months"), "starts_on": day("2026-01-01")}, "2026-01-15",
            "2026-01-31", "2026-04-30", "2026-05-01", id="notice longer than the term",
        ),
        pytest.param(
            TWO_YEARS_BY_THE_MONTH,
            "2026-05-01", "2027-10-30", "2028-01-30", "2028-01-31", id="paid monthly for two years",
        ),
        pytest.param(
            TWO_YEARS_BY_THE_MONTH,
            "2027-11-01", "2028-10-30", "2029-01-30", "2029-01-31", id="missed: another year of months",
        ),
        pytest.param(
            TWO_YEARS_BY_THE_MONTH | {"paid_from": day("2026-02-03")},
            "2026-05-01", "2027-10-30", "2028-01-30", "2028-02-03", id="paid on other days than the term begins",
        ),
        pytest.param(
            {"paid_from": day("2025-11-15"), "every": months(12), "next_charge_on": day("2027-11-15")}, "2026-01-01",
            "2027-11-14", "2027-11-14", "2027-11-15", id="a year is paid already",
        ),
    ],
)  # fmt: skip
def test_cancel_by(values, today, on, ends_on, charge):
    found = cancel_by(terms(**values), today=day(today))
    assert (str(found.on), str(found.ends_on), str(found.avoids)) == (on, ends_on, charge)


def test_what_can_no_longer_be_avoided_is_named():
    found = cancel_by(terms(notice=notice(1, "months")), today=day("2026-11-01"))
    assert found.missed == (day("2026-11-15"),)
    assert found.on == day("2027-10-14")


def test_without_a_known_notice_the_day_is_the_last_at_the_latest():
    assert cancel_by(terms(), today=day("2026-11-01")).by_notice is None
    assert cancel_by(terms(notice=notice(0)), today=day("2026-11-01")).by_notice == day("2026-11-14")


@pytest.mark.parametrize(
    ("method", "country", "cut_off", "by"),
    [
        ("ach_debit", "US", "2026-11-10", "2026-11-09"),
        ("card_visa_debit", "US", "2026-11-10", "2026-11-09"),
        ("sepa_dd_core", "DE", "2026-11-13", "2026-11-12"),
    ],
)
def test_the_banks_own_cut_off(method, country, cut_off, by):
    """The charge is on Sunday 15 November; in the US Wednesday the 11th is a holiday."""
    found = stop_payment(day("2026-11-15"), method, Place(country))
    assert (str(found.cut_off), str(found.by)) == (cut_off, by)


def test_a_holiday_of_the_region_counts():
    """Epiphany is a holiday in Bavaria, not in Berlin; the charge is on Wednesday the 7th."""
    charge = day("2026-01-07")
    assert stop_payment(charge, "sepa_dd_core", Place("DE", "BY")).cut_off == day("2026-01-05")
    assert stop_payment(charge, "sepa_dd_core", Place("DE", "BE")).cut_off == day("2026-01-06")


@pytest.mark.parametrize(("method", "country"), [("card_visa", "DE"), ("card_visa_debit", "DE"), (None, "US")])
def test_no_stop_for_cards(method, country):
    assert stop_payment(day("2026-11-15"), method, Place(country)) is None


@pytest.mark.parametrize("values", [{"first": Span()}, {"renewal": Span()}])
def test_a_term_without_length(values):
    with pytest.raises(InputError, match="length"):
        cancel_by(terms(**values), today=day("2026-01-01"))


DAYS = st.dates(date(1990, 1, 1), date(2060, 1, 1))
NOTICES = st.none() | st.builds(
    NoticePeriod,
    count=st.integers(0, 13),
    unit=st.sampled_from(["days", "weeks", "months"]),
    to=st.sampled_from(["term_end", "month_end", "quarter_end", "year_end"]),
)
TERMS = st.builds(
    RenewalTerms,
    starts_on=DAYS,
    first=st.builds(Span, months=st.integers(1, 36)),
    renewal=st.none() | st.builds(Span, months=st.integers(1, 24)),
    minimum=st.builds(Span, months=st.integers(0, 30)),
    notice=NOTICES,
    every=st.none() | st.builds(Span, months=st.sampled_from([1, 3, 12])),
    early_days=st.integers(0, 27),
)


@settings(max_examples=150, derandomize=True)
@given(TERMS, st.integers(0, 1200), st.integers(0, 28))
def test_it_is_never_past_always_before_the_charge_and_earlier_never_later(asked, later, paid_later):
    from dataclasses import replace

    if asked.every is not None:
        asked = replace(asked, paid_from=asked.starts_on + timedelta(days=paid_later))
    today = asked.starts_on + timedelta(days=later)
    found = cancel_by(asked, today=today)
    assert today <= found.on < found.avoids
    assert found.missed == tuple(sorted(found.missed))
    assert all(today <= charge < found.avoids for charge in found.missed)
    assert cancel_by(asked, today=found.on).on == found.on
    assert cancel_by(asked, today=found.on + timedelta(days=1)).avoids > found.avoids
