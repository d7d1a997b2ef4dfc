"""How often something is paid, and the days on which it then falls due.

Month ends hold: a month after 31 January is the last day of February, and a month after that 31 March again, because
every day is counted from the first one (Civil Code of Germany, s. 188; Regulation (EEC) 1182/71 art. 3: a month ends on
the day of the same number, or on the month's last).
"""

import calendar
from collections.abc import Mapping
from datetime import MAXYEAR, date, timedelta
from typing import Final

MONTHS: Final[Mapping[str, int]] = {
    "monthly": 1,
    "bimonthly": 2,
    "quarterly": 3,
    "four_monthly": 4,
    "half_yearly": 6,
    "annual": 12,
    "biennial": 24,
    "triennial": 36,
}
DAYS: Final[Mapping[str, int]] = {"weekly": 7, "biweekly": 14, "four_weekly": 28, "thirty_days": 30}


def add_months(day: date, months: int) -> date:
    """Return the day of the same number so many months on (or back), or the last of that month.

    Raises:
        OverflowError: the calendar does not reach that far.

    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not 1 <= year <= MAXYEAR:
        raise OverflowError(f"{day} and {months} months")
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def nth_after(day: date, cadence: str, number: int) -> date:
    """Return the `number`-th due day after `day` (before it, if negative)."""
    if cadence in DAYS:
        return day + timedelta(days=DAYS[cadence] * number)
    return add_months(day, MONTHS[cadence] * number)


def days_of(cadence: str) -> int:
    """Return about how many days a period has."""
    return DAYS.get(cadence) or round(MONTHS[cadence] * 30.44)


def next_from(start: date, cadence: str, today: date) -> date:
    """Return the first due day on or after today; `start` itself if that lies ahead."""
    if start >= today:
        return start
    number = max(0, (today - start).days // (days_of(cadence) + 1) - 1)
    while nth_after(start, cadence, number) < today:
        number += 1
    return nth_after(start, cadence, number)


def grid_distance(anchor: date, cadence: str, day: date) -> tuple[int, int]:
    """Return how many periods after `anchor` the day is (at least one), and the days between it and that due day."""
    number = max(1, round((day - anchor).days / days_of(cadence)))
    near = min((number - 1, number, number + 1), key=lambda n: abs((nth_after(anchor, cadence, n) - day).days))
    near = max(near, 1)
    return near, (day - nth_after(anchor, cadence, near)).days
