"""Counts days as each rule says they are counted.

The day of the event never counts (Reg. (EEC, Euratom) 1182/71 Art. 3(1); BGB 187(1)). Weeks, months and years end on
the day of the same name or number; if the month has no such day, on its last (Art. 3(2)(c); BGB 188(3)), or on the
first of the next where a rule says so. An end on a Saturday, Sunday or public holiday moves to the next working day
only where the rule says so (Art. 3(4); BGB 193), never for periods counted backwards.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from unrenew.errors import InputError
from unrenew.model import periods
from unrenew.model.rules import Roll
from unrenew.rights.calendars import (
    DAY,
    is_bank_day,
    is_holiday,
    is_working_day,
    working_day_after,
    working_day_on_or_before,
)

Unit = Literal["days", "weeks", "months", "years", "business days"]
MonthEnd = Literal["clip", "next"]


@dataclass(frozen=True, slots=True)
class Place:
    """Where the act is done, and the business days of the person's bank."""

    country: str | None = None
    region: str | None = None
    bank: str | None = None


def add_months(day: date, months: int, month_end: MonthEnd = "clip") -> date:
    """Add (or take off) calendar months. A date that does not exist becomes the month's last day, or the next first."""
    try:
        same = periods.add_months(day, months)
    except OverflowError as error:
        raise InputError(f"{day} and {months} months is no date that can be counted") from error
    return same + DAY if month_end == "next" and same.day < day.day else same


def add_business_days(day: date, count: int, place: Place, *, back: bool = False, bank: bool = False) -> date:
    """Count business days from a day that does not count itself.

    `bank` asks for the days on which the bank is open; otherwise working days of the country and region.
    """
    step = -DAY if back else DAY
    while count:
        day += step
        if bank:
            counts = is_bank_day(day, place.bank, place.country)
        else:
            counts = is_working_day(day, place.country, place.region)
        count -= counts
    return day


def add(day: date, count: int, unit: Unit, place: Place, *, back: bool = False, month_end: MonthEnd = "clip") -> date:
    """Add a period to a day, or with `back` take it off."""
    signed = -count if back else count
    if unit == "days":
        return day + timedelta(days=signed)
    if unit == "weeks":
        return day + timedelta(weeks=signed)
    if unit == "months":
        return add_months(day, signed, month_end)
    if unit == "years":
        return add_months(day, 12 * signed, month_end)
    return add_business_days(day, count, place, back=back, bank=place.bank is not None or place.country == "US")


def roll(day: date, mode: Roll, place: Place) -> date:
    """Move the end of a period to the next working day, as the mode says."""
    if mode == "none":
        return day
    if mode == "next_working_day_if_holiday":
        moves = is_holiday(day, place.country, place.region)
    else:
        moves = not is_working_day(day, place.country, place.region)
    return working_day_after(day, place.country, place.region) if moves else day


def at_least_two_working_days(start: date, end: date, place: Place) -> date:
    """Stretch a period of two days or more until it holds two working days (Reg. 1182/71 Art. 3(5))."""
    if (end - start).days < 2 or (end - start).days > 40:
        return end
    working = 0
    day = start
    while day < end:
        day += DAY
        working += is_working_day(day, place.country, place.region)
        if working >= 2:
            return end
    while working < 2:
        end += DAY
        working += is_working_day(end, place.country, place.region)
    return end


def act_by(deadline: date, margin_days: int, place: Place) -> date:
    """Return the working day on or before the unrolled end, less a margin of calendar days."""
    return working_day_on_or_before(deadline - timedelta(days=margin_days), place.country, place.region)
