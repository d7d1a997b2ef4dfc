"""Cases, plans that go on, and alarms to the days that matter."""

from collections.abc import Iterable
from datetime import date

from unrenew.act.dues import dues
from unrenew.model import Money
from unrenew.model.alarms import Alarm, DueDate
from unrenew.model.cases import Case
from unrenew.model.watched import Held
from unrenew.watch.charges import alarm_id

OFTEN = frozenset({"weekly", "biweekly", "four_weekly", "thirty_days", "monthly"})
"""Cadences whose renewals are not worth a reminder each."""


def due_dates(
    cases: Iterable[Case], held: Iterable[Held], deadlines: Iterable[tuple[Alarm, date]], *, today: date
) -> tuple[DueDate, ...]:
    """Return what is due from today on, the earliest first. `deadlines` are last days of remedies against alarms."""
    found = {due.id: due for due in (*_of_cases(cases, today), *_of_plans(held), *_of_alarms(deadlines))}
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
                )


def _of_plans(held: Iterable[Held]) -> Iterable[DueDate]:
    for plan in held:
        if not plan.active:
            continue
        amount = plan.next_amount or plan.amount
        money = None if amount is None or plan.currency is None else Money(amount=amount, currency=plan.currency)
        days = {"cancel_by": plan.cancel_by, "stop_payment_by": plan.stop_payment_by, "trial_ends": plan.trial_ends_on}
        if plan.cadence is not None and plan.cadence not in OFTEN:
            days["renews"] = plan.next_on
        for what, on in days.items():
            if on is not None:
                yield DueDate(
                    id=alarm_id("plan", plan.owner, plan.id, what, on),
                    on=on,
                    what=what,
                    name=plan.name,
                    owner=plan.owner,
                    subscription=plan.id,
                    case=plan.in_case,
                    money=money,
                )


def _of_alarms(deadlines: Iterable[tuple[Alarm, date]]) -> Iterable[DueDate]:
    for alarm, on in deadlines:
        yield DueDate(
            id=alarm_id("alarm", alarm.id, on),
            on=on,
            what="dispute_by",
            name=alarm.name,
            owner=alarm.owner,
            subscription=alarm.subscription,
            case=alarm.case,
            money=alarm.money,
        )
