"""Reminders in time, once, and never on a quiet day; the calendar is the same from run to run."""

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from unrenew.model import Money
from unrenew.model.alarms import DueDate
from unrenew.model.reminders import Wishes
from unrenew.watch.calendars import calendar_of
from unrenew.watch.reminders import reminders_now, reminders_of

DUE = DueDate(
    id="d1", on=date(2026, 11, 20), what="cancel_by", name="Guard", money=Money(amount=Decimal("59.99"), currency="EUR")
)


def test_each_lead_gives_one_reminder():
    found = reminders_of([DUE], Wishes(leads=(14, 3, 0)))
    assert [(r.lead_days, r.send_on) for r in found] == [
        (14, date(2026, 11, 6)),
        (3, date(2026, 11, 17)),
        (0, date(2026, 11, 20)),
    ]


def test_a_subscription_has_leads_of_its_own():
    due = DueDate(id="d2", on=DUE.on, what="renews", name="Other", subscription="s")
    found = reminders_of([DUE, due], Wishes(leads=(1,), leads_of=(("s", (120, 60)),)))
    assert sorted(r.lead_days for r in found if r.due is due) == [60, 120]


def test_a_quiet_day_moves_it_earlier_never_later():
    (found,) = reminders_of([DUE], Wishes(leads=(5,), quiet_weekdays=frozenset({5, 6})))  # 15 November is a Sunday
    assert found.send_on == date(2026, 11, 13)


def test_one_reminder_after_a_week_off_and_none_twice():
    reminders = reminders_of([DUE], Wishes())
    (found,) = reminders_now(reminders, set(), today=date(2026, 11, 18))
    assert found.lead_days == 3
    assert reminders_now(reminders, {found.id}, today=date(2026, 11, 18)) == ()
    assert reminders_now(reminders, set(), today=date(2026, 11, 21)) == ()


@given(st.dates(date(2024, 1, 1), date(2030, 1, 1)), st.integers(0, 400), st.frozensets(st.integers(0, 6), max_size=6))
def test_never_late_and_never_on_a_quiet_day(on, lead, quiet):
    due = DueDate(id="d", on=on, what="renews", name="x")
    (found,) = reminders_of([due], Wishes(leads=(lead,), quiet_weekdays=quiet))
    assert found.send_on <= on - timedelta(days=lead)
    assert found.send_on.weekday() not in quiet


def test_the_calendar_has_whole_days_alarms_and_stable_ids():
    data = calendar_of([DUE], Wishes(leads=(14, 0)), today=date(2026, 10, 31))
    assert data == calendar_of([DUE], Wishes(leads=(14, 0)), today=date(2026, 10, 31))
    (event,) = Calendar.from_ical(data).walk("VEVENT")
    assert event["uid"] == "d1@unrenew"
    assert event.decoded("dtstart") == date(2026, 11, 20)
    assert event.decoded("dtend") == date(2026, 11, 21)
    assert str(event["summary"]) == "Last day to cancel: Guard"
    assert [alarm.decoded("trigger") for alarm in event.walk("VALARM")] == [
        timedelta(hours=9) - timedelta(days=14),
        timedelta(hours=9),
    ]


def test_a_discreet_calendar_names_nothing():
    data = calendar_of([DUE], Wishes(discreet=True), today=date(2026, 10, 31)).decode()
    assert "Guard" not in data
    assert "59.99" not in data
