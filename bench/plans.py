"""Plans of invented people: how a contract is charged, booked and noted as truth."""

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from bench.bank_styles import Style

START, AS_OF = date(2023, 7, 1), date(2026, 6, 30)


def add_months(day: date, months: int, anchor: int) -> date:
    """Return the day `anchor` (clamped) of the month so many months on."""
    index = day.year * 12 + day.month - 1 + months
    first = date(index // 12, index % 12 + 1, 1)
    after = date((index + 1) // 12, (index + 1) % 12 + 1, 1)
    return date(first.year, first.month, min(anchor, (after - first).days))


STEP = {"weekly": 7, "biweekly": 14, "four_weekly": 28, "thirty_days": 30}
MONTHS = {
    "monthly": 1, "bimonthly": 2, "quarterly": 3, "four_monthly": 4, "half_yearly": 6, "annual": 12, "biennial": 24,
    "triennial": 36,
}  # fmt: skip


@dataclass
class Life:
    """One person: their bank's way of writing, and what was booked."""

    rng: random.Random
    owner: str
    style: Style
    rows: list[dict[str, Any]] = field(default_factory=list[dict[str, Any]])
    streams: list[dict[str, Any]] = field(default_factory=list[dict[str, Any]])
    roles: dict[str, list[str | None]] = field(default_factory=dict[str, list[str | None]])

    def book(self, day: date, text: str, amount: float, *, method: str = "card", **more: Any) -> str:
        """Add one line as the bank would print it."""
        id_ = f"{self.owner}-{len(self.rows):05d}"
        card = more.pop("card", 0)
        keep = more.pop("keep", None)
        write = {"card": self.style.card, "debit": self.style.debit, "transfer": self.style.transfer}[method]
        descriptor, extra = write(self.rng, text, day, keep or self.owner, card)
        self.rows.append(
            {
                "owner": self.owner,
                "account": f"{self.owner}-{'card' if method == 'card' else 'bank'}{card or ''}",
                "id": id_,
                "booked_on": day,
                "amount": round(-amount, 2),
                "currency": self.style.currency,
                "descriptor": descriptor,
                **extra,
                **more,
            }
        )
        return id_


@dataclass
class Plan:
    """How a contract is charged; the families change one thing each."""

    family: str
    cadence: str = "monthly"
    kind: str = "subscription"
    cls: str = "target"
    method: str = "card"
    text: str = ""
    price: float = 9.99
    start: date = START
    end: date | None = None
    anchor: int = 1
    jitter: int = 2
    amount: Callable[[int, date], float] | None = None
    text_at: Callable[[int, date], str] | None = None
    skip: set[int] = field(default_factory=set[int])
    early: tuple[int, int] = (0, 0)
    fx: bool = False
    shift: str = "forward"
    card_at: Callable[[int], int] | None = None
    due_at: Callable[[int], date] | None = None
    cancelled: bool = False
    after: int = 0
    retry: float = 0.0
    refund: float = 0.0


def due_day(plan: Plan, k: int) -> date:
    """Return the due day of slot k."""
    if plan.due_at:
        return plan.due_at(k)
    if plan.cadence in STEP:
        return plan.start + timedelta(days=STEP[plan.cadence] * k)
    return add_months(plan.start, MONTHS[plan.cadence] * k, plan.anchor)


def booked(life: Life, plan: Plan, due: date, k: int) -> date:
    """Return the day the bank books it."""
    day = due
    if plan.early[1] and k > 0:
        day -= timedelta(days=life.rng.randint(*plan.early))
    if plan.method == "card" and plan.jitter:
        day += timedelta(days=life.rng.choice([0] * 5 + list(range(plan.jitter + 1))))
    if plan.method == "debit" or plan.shift == "backward":
        while day.weekday() >= 5:
            day += timedelta(days=-1 if plan.shift == "backward" else 1)
    return day


def run_plan(life: Life, plan: Plan) -> None:
    """Book every charge of a plan and note the truth."""
    rng, k = life.rng, 0
    ids: list[str] = []
    rate = rng.uniform(0.85, 1.15)
    sid = f"{life.owner}-s{len(life.streams):02d}"
    keep = f"{sid}{rng.random()}"
    after_ids: list[str] = []
    price = plan.price
    due = due_day(plan, 0)
    while due <= AS_OF + timedelta(days=60):
        price = plan.amount(k, due) if plan.amount else plan.price
        day = booked(life, plan, due, k)
        ended = plan.end is not None and due > plan.end
        if day <= AS_OF and day >= START and k not in plan.skip and (not ended or plan.after > len(after_ids)):
            text = plan.text_at(k, due) if plan.text_at else plan.text
            more: dict[str, Any] = {"keep": keep, "card": plan.card_at(k) if plan.card_at else 0}
            cost = price
            if plan.fx:
                rate *= rng.uniform(0.985, 1.015)
                cost = round(price * rate, 2)
                if life.style.tells_original:
                    more |= {"original_amount": -price, "original_currency": "USD"}
            if plan.retry and rng.random() < plan.retry:
                for sign in (1, -1):
                    id_ = life.book(day, text, cost * sign, method=plan.method, **more)
                    life.roles[id_] = [sid, "refund"]
                day += timedelta(days=rng.randint(3, 6))
            if day <= AS_OF:
                id_ = life.book(day, text, cost, method=plan.method, **more)
                (after_ids if ended else ids).append(id_)
                life.roles[id_] = [sid, "charge"]
                if plan.fx and life.style.fee:
                    life.roles[life.book(day, life.style.fee, round(cost * 0.0199, 2))] = [sid, "fee"]
                if plan.refund and rng.random() < plan.refund and day + timedelta(days=9) <= AS_OF:
                    back = life.book(day + timedelta(days=9), text, -cost, method=plan.method, **more)
                    life.roles[back] = [sid, "refund"]
        k += 1
        due = due_day(plan, k)
    if not ids:
        return
    n = len(ids) + len(after_ids)
    upcoming = next((d for d in (due_day(plan, j) for j in range(k + 1)) if d > last_due(life, ids, plan)), None)
    if plan.early[1] and upcoming:
        upcoming -= timedelta(days=sum(plan.early) // 2)
    if plan.method == "debit" and upcoming:
        while upcoming.weekday() >= 5:
            upcoming += timedelta(days=-1 if plan.shift == "backward" else 1)
    active = plan.end is None
    life.streams.append(
        {
            "stream_id": sid, "person": life.owner, "family": plan.family, "cls": plan.cls, "kind": plan.kind,
            "cadence": plan.cadence, "status": "active" if active else "cancelled", "tx_ids": ids,
            "after_cancel_tx_ids": after_ids, "n": n, "single": n == 1,
            "next_booked": upcoming.isoformat() if upcoming and active and upcoming > AS_OF - timedelta(days=6) else None,
            "next_amount": None if plan.kind == "bill" and plan.amount else round(price * (rate if plan.fx else 1), 2),
        }
    )  # fmt: skip


def last_due(life: Life, ids: list[str], plan: Plan) -> date:
    """Return a day that lies after the due day of the last charge and before the next."""
    at = {row["id"]: row["booked_on"] for row in life.rows}
    return at[ids[-1]] + timedelta(days=1 if plan.cadence in STEP else 60 if plan.early[1] else 4)
