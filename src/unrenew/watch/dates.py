"""Cases, plans that go on, and alarms to the days that matter."""

from collections.abc import Iterable
from datetime import date

from unrenew.act.dues import dues
from unrenew.model import Money
from unrenew.model.alarms import Alarm, DueDate
from unrenew.model.cases import Case
from unrenew.model.periods import DAYS, days_of
from unrenew.model.watched import Held
from unrenew.watch.charges import alarm_id

OFTEN = frozenset({*DAYS, "monthly"})
"""Cadences whose renewals are not worth a reminder each."""


def due_dates(
    cases: Iterable[Case], held: Iterable[Held], deadlines: Iterable[tuple[Alarm, date]], *, today: date
) -> tuple[DueDate, ...]:
    """Return what is due from today on, the earliest first. `deadlines` are last days of remedies against alarms."""
    found = {due.id: due for due in (*_of_cases(cases, today), *_of_plans(held, today), *_of_alarms(deadlines))}
    return tuple(sorted((due for due in found.values() if due.on >= today), key=lambda due: (due.on, due.what, due.id)))


def _of_cases(cases: Iterable[Case], today: date) -> Iterable[DueDate]:
    for case in cases:
        for due in dues(case, today):
            if due.on is not None:
                yield DueDate(
                    id=alarm_id("case", case.id, due.what, due.on if due.on != today else "now"),
                    on=due.on,
                    what=due.what,
                    name=case.subject.name,
                    owner=case.subject.owner,
                    subscription=case.subject.subscription,
                    case=case.id,
                    why=case.subject.cancel_by_why if due.on == case.subject.cancel_by else (),
                    matter=alarm_id("case", case.id, due.what),
                )


def _of_plans(held: Iterable[Held], today: date) -> Iterable[DueDate]:
    """Yield the days of plans that go on. Where a case is open, its own days say what is to be done."""
    for plan in held:
        if not plan.active or plan.in_case is not None:
            continue
        amount = plan.next_amount or plan.amount
        money = None if amount is None or plan.currency is None else Money(amount=amount, currency=plan.currency)
        for what, on in _days(plan, today):
            yield DueDate(
                id=alarm_id("plan", plan.owner, plan.id, what, on),
                on=on,
                what=what,
                name=plan.name,
                owner=plan.owner,
                subscription=plan.id,
                money=money,
                why=() if what == "renews" else plan.why,
                matter=alarm_id("plan", plan.owner, plan.id, what, _term(plan, what)),
            )


def _days(plan: Held, today: date) -> Iterable[tuple[str, date]]:
    """Yield what is due when: one line for one matter.

    The end of a trial is the last day to cancel it, and a renewal is said with its last day to cancel as long as that
    lies ahead. What renews every month, and whose notice period nobody knows, would only be noise.
    """
    often = plan.cadence is None or plan.cadence in OFTEN
    if plan.trial_ends_on is not None and plan.trial_ends_on >= today:
        yield "trial_ends", min(plan.cancel_by or plan.trial_ends_on, plan.trial_ends_on)
        return
    if often and not plan.certain:
        return
    if plan.cancel_by is not None:
        yield "cancel_by", plan.cancel_by
    if plan.stop_payment_by is not None and not often:
        yield "stop_payment_by", plan.stop_payment_by
    avoidable = plan.avoids_on is not None and plan.next_on is not None and plan.avoids_on <= plan.next_on
    if not often and plan.next_on is not None and not avoidable:
        yield "renews", plan.next_on


def _term(plan: Held, what: str) -> object:
    """Return which term a day belongs to: the same also when the bank books a day later than was expected."""
    charge = plan.avoids_on if what == "cancel_by" else plan.next_on
    if charge is None or plan.cadence is None or not plan.charged_on:
        return charge
    return round((charge - plan.charged_on[0]).days / days_of(plan.cadence))


def _of_alarms(deadlines: Iterable[tuple[Alarm, date]]) -> Iterable[DueDate]:
    for alarm, on in deadlines:
        yield DueDate(
            id=alarm_id("alarm", alarm.id, on),
            matter=alarm_id("alarm", alarm.id, "dispute_by"),
            on=on,
            what="dispute_by",
            name=alarm.name,
            owner=alarm.owner,
            subscription=alarm.subscription,
            case=alarm.case,
            money=alarm.money,
        )
