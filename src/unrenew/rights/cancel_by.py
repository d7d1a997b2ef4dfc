"""The last day to cancel so that the next charge does not come."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from unrenew.errors import InputError
from unrenew.model.renewals import CancelBy, EndsAt, NoticePeriod, RenewalTerms
from unrenew.rights.deadlines import DAY, Place, add, add_business_days, add_months

_MAX_TERMS = 5000
_UNITS = {
    "day": "days", "days": "days", "tag": "days", "tage": "days", "tagen": "days",
    "week": "weeks", "weeks": "weeks", "woche": "weeks", "wochen": "weeks",
    "month": "months", "months": "months", "monat": "months", "monate": "months", "monaten": "months",
}  # fmt: skip
_NUMBERS = {
    "one": 1, "a": 1, "an": 1, "ein": 1, "eine": 1, "einen": 1, "einem": 1, "einer": 1, "two": 2, "zwei": 2,
    "three": 3, "drei": 3, "four": 4, "vier": 4, "six": 6, "sechs": 6, "eight": 8, "acht": 8, "twelve": 12, "zwölf": 12,
}  # fmt: skip
_ENDS: tuple[tuple[str, EndsAt], ...] = (
    (r"month[- ]?end|end of (the |a )?month|monatsende|ende des monats|ultimo", "month_end"),
    (r"quarter[- ]?end|end of (the |a )?quarter|quartalsende|ende des quartals", "quarter_end"),
    (r"year[- ]?end|end of (the |a )?(calendar )?year|jahresende|ende des (kalender)?jahres", "year_end"),
)
BANK_DAYS_BEFORE = {
    "ach_debit": 3, "card_debit_us": 3, "card_visa_debit": 3, "paypal": 1,
    "sepa_dd_core": 1, "sepa_dd_b2b": 1, "bacs_dd": 1, "card_emandate_in": 1,
}  # fmt: skip
"""Business days before a charge by which the bank must be told to stop it: 12 CFR 1005.10(c) three; Directive (EU)
2015/2366 Art. 80(3) and the Bacs scheme the end of the business day before. Cards have no such right in general."""


def read_notice(text: str) -> NoticePeriod:
    """Read a notice period as people write it, such as `2 weeks to month end` or `3 Monate zum Quartalsende`.

    Raises:
        InputError: there is no number and unit in it.

    """
    words = " ".join(text.casefold().split())
    found = re.search(rf"\b(\d+|{'|'.join(_NUMBERS)})[\s-]+({'|'.join(_UNITS)})\b", words)
    unit = _UNITS.get(found[2]) if found else None
    if found is None or unit is None:
        raise InputError(f"{text!r} is no notice period", where="notice", hint="Write it like `2 weeks to month end`.")
    count = _NUMBERS.get(found[1]) or int(found[1])
    ends: list[EndsAt] = [end for pattern, end in _ENDS if re.search(pattern, words)]
    to: EndsAt = ends[0] if ends else "term_end"
    return NoticePeriod(count=count, unit=unit, to=to)  # pyright: ignore[reportArgumentType]  # values of _UNITS


def term_ends(terms: RenewalTerms) -> Iterator[date]:
    """Yield the last day of the first term, of the second, and so on.

    Counted from the beginning each time, so that a contract of the 31st does not drift to the 28th.

    Raises:
        InputError: a term has no length.

    """
    later_months = terms.first_months if terms.renewal_months is None else terms.renewal_months
    later_days = terms.first_days if terms.renewal_days is None and terms.renewal_months is None else terms.renewal_days
    if not (terms.first_months or terms.first_days) or not (later_months or later_days):
        raise InputError("a term needs its length in months or days", where="terms")
    for number in range(_MAX_TERMS):
        months = terms.first_months + number * later_months
        days = terms.first_days + number * (later_days or 0)
        yield add_months(terms.starts_on, months) + timedelta(days=days) - DAY


def _last_end_until(day: date, to: EndsAt) -> date:
    """Return the last day on or before `day` at which the contract can stop."""
    if to == "term_end":
        return day
    step = {"month_end": 1, "quarter_end": 3, "year_end": 12}[to]
    first_of_next = date(day.year, day.month, 1)
    if (day + DAY).day == 1 and day.month % step == 0:
        return day
    while (first_of_next - DAY).month % step:
        first_of_next = add_months(first_of_next, -1)
    return first_of_next - DAY


def _first_end_from(day: date, to: EndsAt) -> date:
    """Return the first day on or after `day` at which the contract can stop."""
    if to == "term_end":
        return day
    end = _last_end_until(day, to)
    while end < day:
        end = _last_end_until(add_months(date(end.year, end.month, 1), 13) - DAY, to) if to == "year_end" else (
            add_months(date(end.year, end.month, 1), 4 if to == "quarter_end" else 2) - DAY
        )  # fmt: skip
    return end


def _last_notice(end: date, notice: NoticePeriod) -> date:
    """Count back from the first day without the contract: a month before the end of June is the end of May."""
    return add(end + DAY, notice.count, notice.unit, Place(), back=True) - DAY


def _bank(charge: date, method: str | None, place: Place) -> tuple[date | None, date | None]:
    count = BANK_DAYS_BEFORE.get(method or "")
    if count is None:
        return None, None
    bank = place.country == "US" or place.bank is not None
    cut_off = add_business_days(charge, count, place, back=True, bank=bank)
    return cut_off, add_business_days(cut_off, 1, place, back=True, bank=bank)


def cancel_by(
    terms: RenewalTerms, *, today: date, place: Place | None = None, payment_method: str | None = None
) -> CancelBy:
    """Return the last day to cancel so that the next charge that can still be avoided does not come.

    Args:
        terms: how the contract renews, its notice, and how early it charges.
        today: the day asked for; it counts as in time.
        place: where the person is, for the bank's business days.
        payment_method: how it is paid, for the bank's own cut-off.

    Raises:
        InputError: a term has no length, or renews more often than can be counted.

    """
    missed: list[date] = []
    for end in term_ends(terms):
        charge = end + DAY - timedelta(days=terms.charged_days_before)
        if charge <= terms.starts_on or (terms.minimum_until and end < terms.minimum_until):
            continue
        stop = _last_end_until(end, terms.notice.to)
        if stop < terms.starts_on:
            stop = _first_end_from(terms.starts_on, terms.notice.to)
        by_notice = _last_notice(stop, terms.notice)
        on = min(by_notice, charge - DAY)
        if on < today:
            if charge >= today:
                missed.append(charge)
            continue
        early = on < by_notice
        cut_off, stop_by = _bank(charge, payment_method, place or Place())
        return CancelBy(
            on=on,
            ends_on=stop,
            next_charge_on=charge,
            missed=tuple(missed),
            bank_cut_off=cut_off,
            bank_stop_by=stop_by,
            why=(
                f"the term ends on {end}, the next is charged on {charge}",
                f"notice of {terms.notice.count} {terms.notice.unit} to {stop}: by {by_notice}",
                *((f"but the charge comes earlier: the day before it is {on}",) if early else ()),
            ),
        )
    raise InputError("the terms are too short to be counted up to today", where="terms")
