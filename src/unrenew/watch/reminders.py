"""Renewals and deadlines to reminders."""

from collections.abc import Collection, Iterable
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


def reminders_now(
    reminders: Iterable[Reminder], sent: Collection[str], *, today: date, wishes: Wishes
) -> tuple[Reminder, ...]:
    """Return what is to be sent today: each once, the most urgent of those missed, and nothing of days gone by.

    A machine that was off for a week sends one reminder for a due date, not three. On a quiet day only that goes out
    which would come too late on the next other day.
    """
    until = next(iter(_days_after(today, wishes)), date.max) if wishes.is_quiet(today) else date.max
    latest: dict[str, Reminder] = {}
    for reminder in sorted(reminders, key=lambda item: item.lead_days, reverse=True):
        if reminder.send_on <= today <= reminder.due.on < until:
            latest[reminder.due.id] = reminder
    return tuple(reminder for reminder in latest.values() if reminder.id not in sent)


def _days_after(today: date, wishes: Wishes) -> Iterable[date]:
    """Yield the days after today that are not quiet."""
    days = (today + timedelta(days=ahead) for ahead in range(1, MOST_QUIET_DAYS))
    return (day for day in days if not wishes.is_quiet(day))


def _reminder(item: DueDate, lead: int, wishes: Wishes) -> Reminder:
    return Reminder(id=f"{item.id}-{lead}", due=item, lead_days=lead, send_on=_send_on(item.on, lead, wishes))


def _send_on(due: date, lead: int, wishes: Wishes) -> date:
    wanted = day = due - timedelta(days=lead)
    for _ in range(MOST_QUIET_DAYS):
        if not wishes.is_quiet(day):
            return day
        day -= timedelta(days=1)
    return wanted
