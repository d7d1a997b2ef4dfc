"""Silence is proof on days that a statement covers, and on no others."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from unrenew.model.alarms import Alarm
from unrenew.model.watched import Covered, Watched
from unrenew.watch.silence import clean_stretches, gaps

TODAY = date(2026, 12, 31)
CASE = Watched(
    case="c", name="Guard", cancelled_on=date(2026, 5, 10), ends_on=date(2026, 5, 31), accounts=frozenset({"A"})
)


def covered(first, last, statement="s", account="A", owner=None):
    return Covered(account=account, first_on=first, last_on=last, statement=statement, owner=owner)


def charged(on):
    return Alarm(id="x", kind="charged_after_cancel", on=on, name="Guard", case="c", transactions=("t",))


def test_a_statement_without_a_charge_is_clean():
    (found,) = clean_stretches([CASE], [covered(date(2026, 6, 1), date(2026, 6, 30))], [], today=TODAY)
    assert (found.first_on, found.last_on, found.statement) == (date(2026, 6, 1), date(2026, 6, 30), "s")


def test_days_before_the_end_prove_nothing():
    (found,) = clean_stretches([CASE], [covered(date(2026, 5, 1), date(2026, 6, 15))], [], today=TODAY)
    assert found.first_on == date(2026, 6, 1)


def test_a_charge_breaks_the_silence():
    found = clean_stretches(
        [CASE], [covered(date(2026, 6, 1), date(2026, 6, 30))], [charged(date(2026, 6, 15))], today=TODAY
    )
    assert [(stretch.first_on.day, stretch.last_on.day) for stretch in found] == [(1, 14), (16, 30)]


def test_other_accounts_and_owners_prove_nothing():
    periods = [
        covered(date(2026, 6, 1), date(2026, 6, 30), account="B"),
        covered(date(2026, 6, 1), date(2026, 6, 30), owner="o"),
    ]
    assert clean_stretches([CASE], periods, [], today=TODAY) == ()


def test_gaps_are_named():
    periods = [covered(date(2026, 6, 5), date(2026, 6, 30)), covered(date(2026, 8, 1), date(2026, 8, 31))]
    found = gaps([CASE], periods, today=TODAY)
    assert [(gap.first_on, gap.last_on) for gap in found] == [
        (date(2026, 6, 1), date(2026, 6, 4)),
        (date(2026, 7, 1), date(2026, 7, 31)),
    ]


def test_an_account_without_statements_is_one_gap():
    (found,) = gaps([CASE], [], today=TODAY)
    assert (found.first_on, found.last_on) == (date(2026, 6, 1), TODAY)


@settings(max_examples=50, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 300), st.integers(0, 60)), max_size=6),
    st.lists(st.integers(0, 300), max_size=4),
)
def test_every_clean_day_is_covered_and_no_covered_day_is_a_gap(spans, charges):
    start = date(2026, 4, 1)
    periods = [
        covered(start + timedelta(days=a), start + timedelta(days=a + n), f"s{i}") for i, (a, n) in enumerate(spans)
    ]
    alarms = [charged(start + timedelta(days=n)) for n in charges]
    for stretch in clean_stretches([CASE], periods, alarms, today=TODAY):
        (own,) = [period for period in periods if period.statement == stretch.statement]
        assert own.first_on <= stretch.first_on <= stretch.last_on <= own.last_on
        assert stretch.first_on > CASE.ends_on
        assert not any(stretch.first_on <= alarm.on <= stretch.last_on for alarm in alarms)
    for gap in gaps([CASE], periods, today=TODAY):
        assert gap.first_on <= gap.last_on
        assert not any(period.first_on <= gap.last_on and gap.first_on <= period.last_on for period in periods)
