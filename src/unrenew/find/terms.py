"""Terms of a contract: when it renews, until when one must cancel.

Month ends hold: a month after 31 January is the last day of February, and a month after that 31 March again, because
every step is counted from the day on which the contract began (Civil Code of Germany, s. 188; Regulation (EEC) 1182/71
art. 3: a month ends on the day of the same number, or on the month's last).
"""

import calendar
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Final

from unrenew.model.decisions import Notice

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
    """Return the day of the same number so many months on (or back), or the last of that month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def step(start: date, cadence: str, count: int) -> date:
    """Return the start of term number `count` (0 is the first) of a contract that began on `start`."""
    if cadence in MONTHS:
        return add_months(start, MONTHS[cadence] * count)
    return start + timedelta(days=DAYS[cadence] * count)


def next_from(start: date, cadence: str, today: date) -> date:
    """Return the first renewal on or after today; `start` itself if that lies ahead."""
    if start >= today:
        return start
    days = (today - start).days
    length = DAYS.get(cadence) or MONTHS[cadence] * 31
    count = max(0, days // length - 1)
    while step(start, cadence, count) < today:
        count += 1
    return step(start, cadence, count)


def cancel_by(ends_on: date, notice: Notice) -> date:
    """Return the last day on which a cancellation still stops the term that would begin on `ends_on`.

    With `to_month_end`, the contract can only end with a month: notice counts back from the last such day before it.
    """
    if notice.to_month_end:
        last = ends_on - timedelta(days=1)
        if (last + timedelta(days=1)).month == last.month:
            last = last.replace(day=1) - timedelta(days=1)
        return _back(last + timedelta(days=1), notice) - timedelta(days=1)
    return _back(ends_on, notice) - timedelta(days=1)


def _back(day: date, notice: Notice) -> date:
    if notice.unit == "months":
        return add_months(day, -notice.count)
    return day - timedelta(days=notice.count * (7 if notice.unit == "weeks" else 1))


def term_end(started_on: date, minimum_term_months: int, next_on: date | None) -> date:
    """Return the first day on which the contract may be over: not before the minimum term, nor inside a paid term."""
    earliest = add_months(started_on, minimum_term_months)
    return max(earliest, next_on) if next_on else earliest
