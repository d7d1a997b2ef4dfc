"""A case and new transactions to unexpected charges.

Each pair of a cancelled subscription and a later transaction is weighed: by what it was recognised, whether the amount
fits, whether it was due anyway (a period that ran until the end, a payment in flight, the retry of a payment that had
failed), whether it came back as a refund, and whether it belongs to something else that the person has at the same
merchant (a plan that they keep, an order of goods). What remains is an alarm with its reasons in words.
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

import polars as pl

from unrenew.model import Money
from unrenew.model.alarms import Alarm
from unrenew.model.periods import days_of, grid_distance, nth_after
from unrenew.model.watched import PastCharge, Watched
from unrenew.watch.candidates import SIGNS, WHICH, Which, find_pairs

CERTAINTY = {"mandate": 0.99, "key": 0.97, "provider": 0.94, "stem": 0.94, "creditor": 0.9, "word": 0.75, "part": 0.55}
WORDS = {
    "mandate": "the same mandate",
    "key": "the same merchant text",
    "provider": "the same provider (or its successor), under another text",
    "stem": "the same merchant text, with another reference behind it",
    "creditor": "the same creditor identifier",
    "word": "a name that only this merchant's charges bear",
    "part": "a part of the name that only this merchant's charges bear",
}
LEAST_CONFIDENCE = 0.5
IN_FLIGHT_DAYS = 3
"""A payment takes up to three working days from the charge to the booking."""
GRID_DAYS = 6
"""Weekends, holidays and slow booking move a charge by so much from its due day."""
RETRY_DAYS = 21
FAILED_DAYS = 10
"""A payment that failed comes back within so many days."""
REFUND_DAYS = 60
MOST_PARTS = 3
"""A charge is split into so many at most, and so is its refund."""
EARLY_DAYS = 45
"""Renewals of a quarter or longer are charged up to so long before the term ends."""
SPLIT_DAYS = 7
KNOWN = 0.97
"""How well an amount fits that the plan has cost before; any other fits less."""
SAME_AMOUNT = Decimal("0.015")
PRICE_CHANGE = Decimal("0.6")


@dataclass(frozen=True, slots=True, kw_only=True)
class Booking:
    """One transaction, as far as judging needs it."""

    row: int
    id: str
    on: date
    amount: Decimal
    currency: str
    descriptor: str
    account: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What else the person has at the merchants of one case: all bookings there, by day, and the credits among them."""

    orders: tuple[Booking, ...]  # before the cancellation, outside the plan
    credits: tuple[Booking, ...]
    after: tuple[Booking, ...]


def unexpected_charges(
    watched: Sequence[Watched], transactions: pl.DataFrame, *, today: date, refunded_too: bool = False
) -> tuple[Alarm, ...]:
    """Return an alarm for every charge after a cancellation that should not be there.

    `transactions` has, beside the columns of `unrenew.transactions`, `key` (the merchant key that find makes of the
    descriptor) and `provider` (what the directory makes of it, or null). The order of the rows, and in which pieces
    they were added, does not matter. A charge that came back as a refund is no alarm, unless `refunded_too`.
    """
    rows = transactions.filter(pl.col("booked_on") <= today).sort("booked_on", "account", "id").with_row_index("row")
    pairs = find_pairs(watched, rows)
    if pairs["charges"].is_empty():
        return ()
    bookings = _bookings(rows, pairs)
    surroundings = _surroundings(pairs, bookings)
    alarms: dict[tuple[str, str], Alarm] = {}
    best = pairs["charges"].group_by("case", "row").agg("sign").sort("case", "row")
    judged: dict[int, list[tuple[Booking, list[str]]]] = {}
    for case, row, signs in best.iter_rows():
        judged.setdefault(case, []).append((bookings[row], signs))
    for case, found in judged.items():
        for alarm in _judge_case(watched[case], found, surroundings[case], refunded_too=refunded_too):
            key = (watched[case].owner or "", alarm.transactions[0])
            if key not in alarms or alarms[key].confidence < alarm.confidence:
                alarms[key] = alarm  # one charge is one alarm, of the case it fits best
    return tuple(sorted(alarms.values(), key=lambda alarm: (alarm.on, alarm.id)))


def _bookings(rows: pl.DataFrame, pairs: Mapping[Which, pl.DataFrame]) -> Mapping[int, Booking]:
    wanted = pl.concat([found.select("row") for found in pairs.values()]).unique()
    columns = ("row", "id", "booked_on", "amount", "currency", "descriptor", "account")
    table: Iterable[tuple[int, str, date, Decimal, str, str | None, str | None]] = (
        rows.join(wanted, on="row").select(columns).iter_rows()
    )
    return {
        row: Booking(
            row=row, id=id_, on=on, amount=amount, currency=currency, descriptor=text or "", account=account or ""
        )
        for row, id_, on, amount, currency, text, account in table
    }


def _surroundings(pairs: Mapping[Which, pl.DataFrame], bookings: Mapping[int, Booking]) -> dict[int, Surroundings]:
    """Gather, for each case, what else happens at its merchant."""
    rows: dict[int, dict[Which, list[Booking]]] = {}
    for which, table in pairs.items():
        found: Iterable[tuple[int, int]] = table.select("case", "row").unique().sort("case", "row").iter_rows()
        for case, row in found:
            rows.setdefault(case, {which: [] for which in WHICH})[which].append(bookings[row])
    return {
        case: Surroundings(
            orders=tuple(kinds["orders"]), credits=tuple(kinds["credits"]), after=tuple(kinds["charges"])
        )
        for case, kinds in rows.items()
    }


def _judge_case(
    case: Watched, found: Sequence[tuple[Booking, list[str]]], around: Surroundings, *, refunded_too: bool
) -> list[Alarm]:
    alarms: list[Alarm] = []
    parts = _parts(case, [booking for booking, _ in found])
    refunds = _matched_refunds(around)
    for booking, signs in found:
        if booking.id in case.kept or booking.id in case.settled:
            continue
        if not refunded_too and booking.row in refunds:
            continue
        sign = min(signs, key=SIGNS.index)
        fit = parts.get(booking.row) or _amount_fit(case, booking)
        if _due_anyway(case, booking) or _retried(case, booking, around):
            continue
        weight = CERTAINTY[sign] * _weight(case, booking, sign, fit[0], around)
        if weight < LEAST_CONFIDENCE:
            continue
        why = (*_why_day(case, booking), WORDS[sign], fit[1])
        alarms.append(_alarm(case, booking, weight, tuple(line for line in why if line)))
    return alarms


def _amount_fit(case: Watched, booking: Booking) -> tuple[float, str]:
    """Return how well the amount fits what the plan has cost, and why, in words."""
    own = [charge for charge in case.charges if charge.currency == booking.currency]
    if not case.charges:
        return 0.85, "what the plan cost is not known"
    if not own:
        return 0.7, f"in another currency than before ({booking.currency})"
    last = own[-1]
    if _close(booking.amount, last.amount):
        return 1.0, "the same amount as before"
    if any(_close(booking.amount, charge.amount) for charge in own):
        return KNOWN, "an amount that the plan has cost before"
    change = booking.amount / last.amount - 1 if last.amount else Decimal(9)
    if 0 < change <= PRICE_CHANGE:
        return 0.9, f"{change:.0%} more than the last charge ({Money(amount=last.amount, currency=last.currency)})"
    if change <= 0:
        return 0.75, "less than the last charge"
    return 0.65, "much more than the last charge"


def _close(one: Decimal, other: Decimal) -> bool:
    return abs(one - other) <= max(abs(other) * SAME_AMOUNT, Decimal("0.01"))


def _parts(case: Watched, bookings: Sequence[Booking]) -> dict[int, tuple[float, str]]:
    """Find charges within a week that together make the plan's price: one charge, split."""
    if not case.charges:
        return {}
    last = case.charges[-1]
    same = [booking for booking in bookings if booking.currency == last.currency]
    found: dict[int, tuple[float, str]] = {}
    for count in range(2, MOST_PARTS + 1):
        for parts in (same[n : n + count] for n in range(len(same) - count + 1)):
            together = sum((part.amount for part in parts), Decimal(0))
            if (parts[-1].on - parts[0].on).days <= SPLIT_DAYS and _close(together, last.amount):
                why = f"{count} charges that together make {Money(amount=together, currency=last.currency)}, as before"
                found |= {part.row: (KNOWN, why) for part in parts if part.row not in found}
    return found


def _due_anyway(case: Watched, booking: Booking) -> bool:
    """Tell whether the charge was owed: in flight when the person cancelled, or for a period before the end."""
    if (booking.on - case.cancelled_on).days <= IN_FLIGHT_DAYS and not case.confirmed:
        return _on_grid(case, booking)
    if case.ends_on is None or booking.on > case.ends_on or not case.charges or case.cadence is None:
        return False
    last = case.charges[-1].on
    number, off = grid_distance(last, case.cadence, booking.on)
    middle = nth_after(last, case.cadence, number) + timedelta(days=days_of(case.cadence) // 2)
    # What is paid for lies mostly after the end: that is the renewal which was turned off, however early it is charged.
    return abs(off) <= GRID_DAYS and middle <= case.ends_on


def _on_grid(case: Watched, booking: Booking) -> bool:
    """Tell whether the plan would have been charged about that day."""
    if not case.charges or case.cadence is None:
        return True
    off = grid_distance(case.charges[-1].on, case.cadence, booking.on)[1]
    early = EARLY_DAYS if days_of(case.cadence) > EARLY_DAYS else GRID_DAYS
    return -early <= off <= GRID_DAYS


def _retried(case: Watched, booking: Booking, around: Surroundings) -> bool:
    """Tell whether the charge makes good a payment that was due before, had been booked and then returned."""
    if _is_due(case, booking):
        return False
    before = [
        *((charge.on, charge.amount) for charge in case.charges),
        *((one.on, one.amount) for one in around.orders),
    ]
    return any(
        _close(-credit.amount, booking.amount)
        and credit.on <= booking.on <= credit.on + timedelta(days=RETRY_DAYS)
        and any(
            _close(amount, -credit.amount) and timedelta(0) <= credit.on - on <= timedelta(days=FAILED_DAYS)
            for on, amount in before
        )
        for credit in around.credits
        if credit.on <= case.cancelled_on + timedelta(days=IN_FLIGHT_DAYS)
    )


def _is_due(case: Watched, booking: Booking) -> bool:
    """Tell whether a new period begins about then, a weekend later at most: what is charged then is no retry."""
    if not case.charges or case.cadence is None:
        return False
    return 0 <= grid_distance(case.charges[-1].on, case.cadence, booking.on)[1] <= IN_FLIGHT_DAYS - 1


def _matched_refunds(around: Surroundings) -> set[int]:
    """Match credits with charges: each with one of its amount, else several in a row with one that they make up."""
    matched: set[int] = set()
    left = list(around.credits)
    for count in range(1, MOST_PARTS + 1):
        first = 0
        while first + count <= len(left):
            charge = _paid_back(left[first : first + count], around.after, matched)
            if charge is None:
                first += 1
            else:
                matched.add(charge)
                del left[first : first + count]
    return matched


def _paid_back(parts: Sequence[Booking], charges: Sequence[Booking], matched: set[int]) -> int | None:
    """Return the row of the latest charge that these credits give back."""
    together = sum((part.amount for part in parts), Decimal(0))
    for charge in reversed(charges):
        fits = all(part.currency == charge.currency and charge.on <= part.on for part in parts)
        soon = parts[-1].on - charge.on <= timedelta(days=REFUND_DAYS)
        if fits and soon and charge.row not in matched and _close(-charge.amount, together):
            return charge.row
    return None


def _weight(case: Watched, booking: Booking, sign: str, fit: float, around: Surroundings) -> float:
    """Weigh the amount and the day against what else the person buys at this merchant."""
    weight, on_grid = fit, _on_grid(case, booking)
    if around.orders and sign != "mandate":  # a shop: an order is no renewal
        priced = [order for order in around.orders if order.amount == booking.amount]
        exact = any(charge.amount == booking.amount for charge in case.charges)
        if not exact or not on_grid:
            weight *= 0.3
        elif priced:
            weight *= 0.6
    elif fit < KNOWN and sign != "mandate":
        dearer = fit >= 0.9
        if sign == "word" and not dearer:
            weight *= 0.6
        if not (dearer and on_grid) and _varied(case, booking, around):
            weight *= 0.5
    if not case.confirmed:
        weight *= 0.95
    return weight


def _varied(case: Watched, booking: Booking, around: Surroundings) -> bool:
    """Tell whether what is paid at this merchant now is another amount each time, unlike the plan: so are orders."""
    known = [charge.amount for charge in case.charges if charge.currency == booking.currency]
    if len(set(known[-MOST_PARTS:])) == MOST_PARTS:
        return False
    others = {one.amount for one in around.after if one.currency == booking.currency}
    return sum(not any(_close(other, amount) for amount in known) for other in others) >= MOST_PARTS - 1


def _why_day(case: Watched, booking: Booking) -> tuple[str, ...]:
    days = (booking.on - case.cancelled_on).days
    said = "the cancellation was confirmed" if case.confirmed else "no confirmation is kept yet"
    lines = [f"charged {days} days after you cancelled ({case.cancelled_on.isoformat()}); {said}"]
    if case.ends_on is not None:
        before = booking.on <= case.ends_on
        lines.append(
            f"the renewal was taken although it was off: the paid time runs until {case.ends_on.isoformat()}"
            if before
            else f"the paid time ended on {case.ends_on.isoformat()}"
        )
    return tuple(lines)


def _alarm(case: Watched, booking: Booking, confidence: float, why: tuple[str, ...]) -> Alarm:
    return Alarm(
        id=alarm_id("charged_after_cancel", case.owner, case.case, booking.account, booking.id),
        kind="charged_after_cancel",
        on=booking.on,
        name=case.name,
        owner=case.owner,
        subscription=case.subscription,
        case=case.case,
        transactions=(booking.id,),
        money=Money(amount=-booking.amount, currency=booking.currency),
        confidence=round(confidence, 2),
        why=why,
    )


def alarm_id(kind: str, *parts: object) -> str:
    """Return an id that is the same whenever the same thing is seen again."""
    text = "\x1f".join((kind, *("" if part is None else str(part) for part in parts)))
    return hashlib.sha256(text.encode()).hexdigest()[:16]


__all__ = ["PastCharge", "alarm_id", "unexpected_charges"]
