"""Cases and credits to refunds that came, and to refunds that are late."""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

import polars as pl

from unrenew.model import Money
from unrenew.model.alarms import Alarm
from unrenew.model.watched import Watched
from unrenew.watch.candidates import find_pairs
from unrenew.watch.charges import alarm_id

CENT = Decimal("0.01")


def refund_alarms(watched: Sequence[Watched], transactions: pl.DataFrame, *, today: date) -> tuple[Alarm, ...]:
    """Return `refund_seen` for every credit of a case's merchant, and `refund_late` where money asked for is overdue.

    Looks at credits since the refund was asked for, or since the cancellation where none was. `transactions` as for
    `unexpected_charges`.
    """
    rows = transactions.filter(pl.col("booked_on") <= today).sort("booked_on", "account", "id").with_row_index("row")
    seen = _seen(watched, rows)
    late = (_late(case, seen.get(case.case, ()), today) for case in watched)
    alarms = [*(alarm for found in seen.values() for alarm in found), *(alarm for alarm in late if alarm is not None)]
    return tuple(sorted(alarms, key=lambda alarm: (alarm.on, alarm.id)))


def _seen(watched: Sequence[Watched], rows: pl.DataFrame) -> dict[str, tuple[Alarm, ...]]:
    pairs = find_pairs(watched, rows)["credits"].filter(pl.col("sign") != "part").select("case", "row").unique()
    columns = ("case", "id", "account", "booked_on", "amount", "currency")
    table = rows.join(pairs, on="row").sort("case", "row").select(columns)
    found: dict[str, list[Alarm]] = {}
    taken: set[tuple[str | None, str, str]] = set()
    rows_of: Iterable[tuple[int, str, str, date, Decimal, str]] = table.iter_rows()
    for index, id_, account, on, amount, currency in rows_of:
        case: Watched = watched[int(index)]
        if on < (case.refund_asked_on or case.cancelled_on) or (case.owner, account, id_) in taken:
            continue
        taken.add((case.owner, account, id_))
        found.setdefault(case.case, []).append(
            Alarm(
                id=alarm_id("refund_seen", case.owner, case.case, account, id_),
                kind="refund_seen",
                on=on,
                name=case.name,
                owner=case.owner,
                subscription=case.subscription,
                case=case.case,
                transactions=(id_,),
                money=Money(amount=amount, currency=currency),
                confidence=0.95 if case.refund_asked_on is not None else 0.85,
                why=(_what_came(case, amount, currency),),
            )
        )
    return {case: tuple(alarms) for case, alarms in found.items()}


def _what_came(case: Watched, amount: Decimal, currency: str) -> str:
    came = str(Money(amount=amount, currency=currency))
    if case.refund_amount is None:
        return f"{came} came back"
    if amount + CENT >= case.refund_amount:
        return f"{came} came back: all that was asked for"
    return f"{came} came back, of {case.refund_amount:.2f} asked for"


def _late(case: Watched, seen: Sequence[Alarm], today: date) -> Alarm | None:
    if case.refund_asked_on is None or case.refund_due_by is None or today <= case.refund_due_by:
        return None
    came = sum((alarm.money.amount for alarm in seen if alarm.money is not None), Decimal(0))
    if came > 0 and (case.refund_amount is None or came + CENT >= case.refund_amount):
        return None
    currency = case.charges[-1].currency if case.charges else None
    missing = None if case.refund_amount is None else case.refund_amount - came
    return Alarm(
        id=alarm_id("refund_late", case.owner, case.case, case.refund_asked_on),
        kind="refund_late",
        on=case.refund_due_by,
        name=case.name,
        owner=case.owner,
        subscription=case.subscription,
        case=case.case,
        money=None if missing is None or currency is None else Money(amount=missing, currency=currency),
        confidence=0.9,
        why=(
            f"asked for on {case.refund_asked_on.isoformat()}, due by {case.refund_due_by.isoformat()}",
            "not seen in the statements added since",
        ),
    )
