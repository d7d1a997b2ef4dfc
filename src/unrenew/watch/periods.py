"""A cadence and a day to the days that follow it in the calendar."""

import calendar
from datetime import date, timedelta

MONTHS = {
    "monthly": 1,
    "bimonthly": 2,
    "quarterly": 3,
    "four_monthly": 4,
    "half_yearly": 6,
    "annual": 12,
    "biennial": 24,
    "triennial": 36,
}
DAYS = {"weekly": 7, "biweekly": 14, "four_weekly": 28, "thirty_days": 30}


def plus_months(day: date, months: int, anchor: int | None = None) -> date:
    """Return the day `months` later; a day of the month that does not exist becomes the month's last.

    `anchor` is the day of the month that is meant (31 for "the last"): one month after 31 January is 28 or 29 February,
    two months after it is 31 March again.
    """
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(anchor or day.day, calendar.monthrange(year, month + 1)[1]))


def nth_after(day: date, cadence: str, number: int) -> date:
    """Return the `number`-th due day after `day`; counted from the first, so that 31 January never drifts."""
    if cadence in DAYS:
        return day + timedelta(days=DAYS[cadence] * number)
    return plus_months(day, MONTHS[cadence] * number)


def days_of(cadence: str) -> int:
    """Return about how many days a period has."""
    return DAYS.get(cadence) or round(MONTHS[cadence] * 30.44)


def grid_distance(anchor: date, cadence: str, day: date) -> tuple[int, int]:
    """Return how many periods after `anchor` the day is (at least one), and the days between it and that due day."""
    number = max(1, round((day - anchor).days / days_of(cadence)))
    near = min((number - 1, number, number + 1), key=lambda n: abs((nth_after(anchor, cadence, n) - day).days))
    near = max(near, 1)
    return near, (day - nth_after(anchor, cadence, near)).days
