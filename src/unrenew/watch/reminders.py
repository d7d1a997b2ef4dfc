"""Renewals and deadlines to reminders."""

from collections.abc import Iterable
from datetime import date, timedelta

from unrenew.model.alarms import DueDate
from unrenew.model.reminders import Reminder, Wishes

MOST_QUIET_DAYS = 366
"""Looking for a day that is not quiet ends somewhere, should somebody declare all of them quiet."""


def reminders_of(due: Iterable[DueDate], wishes: Wishes) -> tuple[Reminder, ...]:
    """Return every reminder of these due dates, the earliest first."""
    found = {
        reminder.id: reminder
        for item in due
        for lead in wishes.leads_for(item.subscription)
        if lead >= 0
        for reminder in (_reminder(item, lead, wishes),)
    }
    return tuple(sorted(found.values(), key=lambda reminder: (reminder.send_on, reminder.due.on, reminder.id)))


def reminders_current(reminders: Iterable[Reminder], *, today: date) -> tuple[Reminder, ...]:
    """Return the reminder that holds today for each due date: the most urgent whose day has come.

    A machine that was off for a week sends one reminder for a due date, not three.
    """
    latest: dict[str, Reminder] = {}
    for reminder in sorted(reminders, key=lambda item: item.lead_days, reverse=True):
        if reminder.send_on <= today <= reminder.due.on:
            latest[reminder.due.id] = reminder
    return tuple(latest.values())


def waits(reminder: Reminder, *, today: date, wishes: Wishes) -> bool:
    """Tell whether a reminder waits for the next day that is not quiet: all do that would not come too late then."""
    return today < spoken_on(today, wishes) <= reminder.due.on


def spoken_on(today: date, wishes: Wishes) -> date:
    """Return the first day from today on that is not quiet; today, should somebody have declared all of them quiet."""
    days = (today + timedelta(days=ahead) for ahead in range(MOST_QUIET_DAYS))
    return next((day for day in days if not wishes.is_quiet(day)), today)


def _reminder(item: DueDate, lead: int, wishes: Wishes) -> Reminder:
    return Reminder(id=f"{item.id}-{lead}", due=item, lead_days=lead, send_on=_send_on(item.on, lead, wishes))


def _send_on(due: date, lead: int, wishes: Wishes) -> date:
    wanted = day = due - timedelta(days=lead)
    for _ in range(MOST_QUIET_DAYS):
        if not wishes.is_quiet(day):
            return day
        day -= timedelta(days=1)
    return wanted
