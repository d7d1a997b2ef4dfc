"""Due dates to an iCalendar file (RFC 5545)."""

from collections.abc import Iterable
from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING

from unrenew.model.alarms import DueDate
from unrenew.model.reminders import Wishes

if TYPE_CHECKING:
    from datetime import date

    from icalendar import Event

TITLES = {
    "cancel_by": "Last day to cancel",
    "stop_payment_by": "Last day to stop the payment at the bank",
    "renews": "Renews",
    "trial_ends": "Trial ends, then it costs",
    "dispute_by": "Last day to dispute the charge",
    "wait_for_answer": "Answer due",
    "second_letter": "No answer came: write once more",
    "refund_due": "Refund due",
    "second_letter_refund": "No money came: write once more",
    "paid_time_ends": "Paid time ends",
}


def title_of(what: str) -> str:
    """Return the words for a kind of due date."""
    return TITLES.get(what, what.replace("_", " ").capitalize())


def calendar_of(due: Iterable[DueDate], wishes: Wishes, *, today: "date") -> bytes:
    """Return the due dates as an iCalendar file: whole days, alarms at the lead times, the same UID every time.

    A whole day has no time zone (RFC 5545, 3.3.4): it is that day wherever the person is, and daylight saving cannot
    move it. The stamp is that of `today`, so the same data gives the same bytes. Of two days of one matter the earlier
    is kept: a UID stands once (RFC 5545, 3.8.4.7).
    """
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", "-//unrenew//due dates//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", "unrenew")
    first: dict[str, DueDate] = {}
    for item in sorted(due, key=lambda item: (item.on, item.id)):
        first.setdefault(item.matter or item.id, item)
    for uid, item in first.items():
        calendar.add_component(_event(uid, item, wishes, today))
    return calendar.to_ical()


def _event(uid: str, item: DueDate, wishes: Wishes, today: "date") -> "Event":
    from icalendar import Alarm, Event

    title = title_of(item.what)
    event = Event()
    event.add("uid", f"{uid}@unrenew")
    event.add("dtstamp", datetime.combine(today, time(), UTC))
    event.add("dtstart", item.on)
    event.add("dtend", item.on + timedelta(days=1))
    event.add("summary", title if wishes.discreet else f"{title}: {item.name}")
    said = [*([str(item.money)] if item.money is not None else []), *item.why]
    if said and not wishes.discreet:
        event.add("description", "\n".join(said))
    event.add("transp", "TRANSPARENT")
    for lead in wishes.leads_for(item.subscription):
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", event["summary"])
        alarm.add("trigger", timedelta(hours=9) - timedelta(days=lead))  # at nine in the morning of that day
        event.add_component(alarm)
    return event
