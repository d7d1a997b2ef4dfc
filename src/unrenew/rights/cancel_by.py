"""The last day to cancel so that the next charge does not come.

Three things decide: at which days the contract can stop (the ends of its terms, or of months, quarters, years), how
long before such an end notice must be given, and on which days money is taken. A charge is avoided where the contract
stops before the time that the charge pays for, and where the cancellation is in before the charge.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from unrenew.errors import InputError
from unrenew.model.renewals import CancelBy, EndsAt, NoticePeriod, RenewalTerms, Span, StopPayment
from unrenew.rights.deadlines import DAY, Place, add, add_business_days, add_months

_MAX_PAYMENTS = 5000
_DRIFT_DAYS = 6
"""Weekends and slow booking move a charge by so much from the first day of the term it pays for."""
_STEP: dict[EndsAt, int] = {"month_end": 1, "quarter_end": 3, "year_end": 12}

BANK_DAYS_BEFORE = {
    "ach_debit": 3, "card_debit_us": 3, "paypal": 1,
    "sepa_dd_core": 1, "sepa_dd_b2b": 1, "bacs_dd": 1, "card_emandate_in": 1,
}  # fmt: skip
"""Business days before a charge by which the bank must be told to stop it: 12 CFR 1005.10(c) three, debit cards of US
banks included; Directive (EU) 2015/2366 Art. 80(3) and the Bacs scheme the end of the business day before. Credit cards
have no such right."""


def _after(day: date, span: Span, number: int) -> date:
    """Count from the first day each time, so that a contract of the 31st does not drift to the 28th."""
    return add_months(day, span.months * number) + timedelta(days=span.days * number)


def term_ends(terms: RenewalTerms) -> Iterator[date]:
    """Yield the last day of the first term, of the second, and so on.

    Raises:
        InputError: a term has no length.

    """
    later = terms.first if terms.renewal is None else terms.renewal
    if not terms.first or not later:
        raise InputError("a term needs its length in months or days", where="terms")
    for number in range(_MAX_PAYMENTS):
        months, days = terms.first.months + number * later.months, terms.first.days + number * later.days
        yield _after(terms.starts_on, Span(months=months, days=days), 1) - DAY


def _paid_times(terms: RenewalTerms) -> Iterator[date]:
    """Yield the first day of each time that is paid for anew."""
    if terms.paid_from is None or not terms.every:
        for end in term_ends(terms):
            yield end + DAY
        return
    for number in range(_MAX_PAYMENTS):
        yield _after(terms.paid_from, terms.every, number)


def _calendar_end(day: date, to: EndsAt) -> date:
    """Return the last end of a month, quarter or year on or before a day."""
    if (day + DAY).day == 1 and day.month % _STEP[to] == 0:
        return day
    first = day.replace(day=1)
    while (first - DAY).month % _STEP[to]:
        first = add_months(first, -1)
    return first - DAY


class _Ends:
    """The days at which a contract can stop. Asked with days that never go back."""

    def __init__(self, terms: RenewalTerms) -> None:
        self._to: EndsAt = "term_end" if terms.notice is None else terms.notice.to
        self._earliest = _after(terms.starts_on, terms.minimum, 1) - DAY if terms.minimum else terms.starts_on
        self._coming = term_ends(terms)
        self._next = next(self._coming)
        self._last: date | None = None

    def latest_until(self, day: date) -> date | None:
        """Return the latest day up to `day` at which the contract can stop; None where there is none yet."""
        if self._to != "term_end":
            end = _calendar_end(day, self._to)
            return end if end >= self._earliest else None
        while self._next <= day:
            if self._next >= self._earliest:
                self._last = self._next
            self._next = next(self._coming, date.max)
        return self._last


def last_notice(end: date, notice: NoticePeriod) -> date:
    """Count back from the first day without the contract: a month before the end of June is the end of May."""
    return add(end + DAY, notice.count, notice.unit, Place(), back=True) - DAY


def cancel_by(terms: RenewalTerms, *, today: date) -> CancelBy:
    """Return the last day to cancel so that the next charge that can still be avoided does not come.

    `today` counts as in time. Where no notice period is known, the day is that before the charge: the last one at the
    latest.

    Raises:
        InputError: a term has no length, or renews more often than can be counted.

    """
    ends, drift = _Ends(terms), _drift(terms)
    missed: list[date] = []
    for begins in _paid_times(terms):
        charge = begins - timedelta(days=terms.early_days)
        if begins <= terms.starts_on or (terms.next_charge_on is not None and charge < terms.next_charge_on):
            continue
        end = ends.latest_until(begins - DAY + drift)
        by_notice = None if end is None or terms.notice is None else last_notice(end, terms.notice)
        on = None if end is None else min(charge - DAY, by_notice or charge - DAY)
        if end is None or on is None or on < today:
            if charge >= today:
                missed.append(charge)
            continue
        return CancelBy(on=on, ends_on=end, avoids=charge, by_notice=by_notice, missed=tuple(missed))
    raise InputError("the terms are too short to be counted up to today", where="terms")


def _drift(terms: RenewalTerms) -> timedelta:
    """Return how long after a payment the term it pays for may begin; never over half of what is paid for."""
    ends_with_terms = terms.notice is None or terms.notice.to == "term_end"
    if terms.paid_from is None or not terms.every or not ends_with_terms:
        return timedelta(0)
    return timedelta(days=min(_DRIFT_DAYS, (terms.every.months * 30 + terms.every.days) // 2))


def stop_payment(charge: date, method: str | None, place: Place) -> StopPayment | None:
    """Return until when the bank can be told to stop a charge; None where the way of paying gives no such right."""
    count = BANK_DAYS_BEFORE.get(method or "")
    if method == "card_visa_debit" and place.country == "US":
        count = BANK_DAYS_BEFORE["card_debit_us"]
    if count is None:
        return None
    bank = place.country == "US" or place.bank is not None
    cut_off = add_business_days(charge, count, place, back=True, bank=bank)
    return StopPayment(cut_off=cut_off, by=add_business_days(cut_off, 1, place, back=True, bank=bank))
