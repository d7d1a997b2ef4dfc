"""What the person wants to be told, when, and in how many words."""

from dataclasses import dataclass
from datetime import date

from unrenew.model.alarms import DueDate

DEFAULT_LEADS = (14, 3, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """Reminder settings. `leads` are days before; `leads_of` overrides them for single subscriptions by their id.

    On quiet weekdays (0 = Monday) and quiet dates nothing is sent: reminders that fall on them come a day or more
    earlier, never later, and news of other kinds waits. `discreet`: name no merchant and no amount.
    """

    leads: tuple[int, ...] = DEFAULT_LEADS
    leads_of: tuple[tuple[str, tuple[int, ...]], ...] = ()
    quiet_weekdays: frozenset[int] = frozenset()
    quiet_dates: frozenset[date] = frozenset()
    discreet: bool = False

    def is_quiet(self, day: date) -> bool:
        """Tell whether nothing is to be sent on a day."""
        return day.weekday() in self.quiet_weekdays or day in self.quiet_dates

    def leads_for(self, subscription: str | None) -> tuple[int, ...]:
        """Return the lead times of one subscription, the longest first."""
        return tuple(sorted(dict(self.leads_of).get(subscription or "", self.leads), reverse=True))


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminder:
    """One notice to be given: the due date, how many days ahead, and the day on which it is to go out."""

    id: str
    due: DueDate
    lead_days: int
    send_on: date
