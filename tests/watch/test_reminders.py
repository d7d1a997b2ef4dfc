"""Reminders in time, once, and never on a quiet day; the calendar is the same from run to run."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from unrenew.model import Money
from unrenew.model.alarms import DueDate
from unrenew.model.reminders import Wishes
from unrenew.watch.calendars import calendar_of
from unrenew.watch.reminders import reminders_current, reminders_of, spoken_on, waits

TODAY = date(2026, 10, 31)
DUE = DueDate(
    id="d1", on=date(2026, 11, 20), what="cancel_by", name="Guard", money=Money(amount=Decimal("59.99"), currency="EUR")
)


def reminders_now(reminders, sent, *, today, wishes):
    """What is to be sent today, as notices choose it: what holds, has not been sent, and does not wait."""
    current = reminders_current(reminders, today=today)
    return tuple(one for one in current if one.id not in sent and not waits(one, today=today, wishes=wishes))


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
    (found,) = reminders_now(reminders, set(), today=date(2026, 11, 18), wishes=Wishes())
    assert found.lead_days == 3
    assert reminders_now(reminders, {found.id}, today=date(2026, 11, 18), wishes=Wishes()) == ()
    assert reminders_now(reminders, set(), today=date(2026, 11, 21), wishes=Wishes()) == ()


def test_on_a_quiet_day_only_what_would_otherwise_be_late():
    wishes = Wishes(leads=(30,), quiet_weekdays=frozenset({5, 6}))  # 14 and 15 November are a weekend

    def now(due_on, today):
        due = DueDate(id="d", on=due_on, what="renews", name="x")
        return len(reminders_now(reminders_of([due], wishes), set(), today=today, wishes=wishes))

    assert now(date(2026, 11, 17), date(2026, 11, 14)) == 0
    assert now(date(2026, 11, 17), date(2026, 11, 16)) == 1
    assert now(date(2026, 11, 15), date(2026, 11, 14)) == 1


@given(st.dates(date(2024, 1, 1), date(2030, 1, 1)), st.integers(0, 400), st.frozensets(st.integers(0, 6), max_size=6))
def test_never_late_and_never_on_a_quiet_day(on, lead, quiet):
    due = DueDate(id="d", on=on, what="renews", name="x")
    (found,) = reminders_of([due], Wishes(leads=(lead,), quiet_weekdays=quiet))
    assert found.send_on <= on - timedelta(days=lead)
    assert found.send_on.weekday() not in quiet


@given(
    st.dates(date(2024, 1, 1), date(2030, 1, 1)),
    st.lists(st.integers(0, 60), min_size=1, max_size=4, unique=True),
    st.frozensets(st.integers(0, 6), max_size=6),
    st.frozensets(st.integers(-70, 1), max_size=40),
)
def test_who_runs_it_every_day_is_told_in_time_and_not_on_quiet_days(on, leads, weekdays, before):
    """Of a due day, one reminder at least comes, none on a quiet day, and the last of them not before its lead asks."""
    dates = frozenset(on + timedelta(days=n) for n in before)
    wishes = Wishes(leads=tuple(leads), quiet_weekdays=weekdays, quiet_dates=dates)
    reminders = reminders_of([DueDate(id="d", on=on, what="renews", name="x")], wishes)
    told, sent = [], set()
    for day in (on + timedelta(days=n) for n in range(-200, 3)):
        for reminder in reminders_now(reminders, sent, today=day, wishes=wishes):
            told.append(day)
            sent.add(reminder.id)
    assert told
    assert not any(wishes.is_quiet(day) for day in told)
    assert max(told) <= on
    assert max(told) == max(reminder.send_on for reminder in reminders)


def test_where_every_day_is_quiet_notices_come_all_the_same():
    wishes = Wishes(leads=(3,), quiet_weekdays=frozenset(range(7)))
    assert spoken_on(TODAY, wishes) == TODAY
    (found,) = reminders_of([DUE], wishes)
    assert found.send_on == date(2026, 11, 17)
    assert reminders_now([found], set(), today=date(2026, 11, 17), wishes=wishes) == (found,)


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


LONG = DueDate(
    id="d3",
    on=date(2028, 2, 29),
    what="cancel_by",
    name='Güard; "Plus", 日本 \\\\ ' + "very " * 30 + "long",
    why=("notice of 1 month, as you said", "charged; early, 35 days before"),
)


def test_the_file_keeps_the_rules_of_the_format():
    """RFC 5545: 3.1 lines end in CRLF and hold 75 octets at most, 3.3.11 escapes, 3.8.7.2 DTSTAMP, 3.6.6 VALARM."""
    data = calendar_of([DUE, LONG], Wishes(leads=(14, 0)), today=date(2026, 10, 31))
    lines = data.split(b"\r\n")
    assert lines[-1] == b""
    assert all(b"\n" not in line and b"\r" not in line and len(line) <= 75 for line in lines)
    assert lines[0] == b"BEGIN:VCALENDAR"
    unfolded = data.replace(b"\r\n ", b"").decode()
    assert r"Güard\; " in unfolded
    assert r"\, 日本 \\" in unfolded
    assert r"as you said\ncharged\; early\, 35" in unfolded
    assert "DTSTART;VALUE=DATE:20280229" in unfolded
    assert "DTEND;VALUE=DATE:20280301" in unfolded
    assert unfolded.count("DTSTAMP:20261031T000000Z") == 2
    assert unfolded.count("ACTION:DISPLAY") == unfolded.count("TRIGGER:") == 4
    assert "TRIGGER:-P13DT15H" in unfolded
    assert "TZID" not in unfolded
    events = Calendar.from_ical(data).walk("VEVENT")
    assert [str(event["summary"]) for event in events] == [f"Last day to cancel: {one.name}" for one in (DUE, LONG)]
    assert len({str(event["uid"]) for event in events}) == 2


def test_a_matter_has_one_entry_and_keeps_its_uid_when_the_day_moves():
    moved = [replace(DUE, matter="m", on=day, id=str(day)) for day in (date(2026, 11, 22), date(2026, 11, 20))]
    uids = [
        [str(event["uid"]) for event in Calendar.from_ical(calendar_of(due, Wishes(), today=TODAY)).walk("VEVENT")]
        for due in (moved, moved[:1], moved[1:])
    ]
    assert uids == [["m@unrenew"]] * 3


def test_a_discreet_calendar_names_nothing():
    data = calendar_of([DUE], Wishes(discreet=True), today=date(2026, 10, 31)).decode()
    assert "Guard" not in data
    assert "59.99" not in data
