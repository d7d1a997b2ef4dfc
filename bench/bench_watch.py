"""How well and how fast `watch` finds charges after a cancellation."""

import json
import random
import time
from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import polars as pl

from bench.figures import Figure
from unrenew.find import find_streams
from unrenew.find.merchants import merchants_of
from unrenew.model.periods import nth_after
from unrenew.model.watched import Held, PastCharge, Rise, Watched
from unrenew.transactions import from_rows
from unrenew.watch.charges import unexpected_charges
from unrenew.watch.notable import price_rises
from unrenew.watch.refunds import refund_alarms

TITLE = "Watch: after the end, nothing that should not be there"
SHARED = Path(__file__).parent.parent.parent / "shared" / "ledger"
COMMAND = "make bench ARGS=watch"
TODAY = date(2026, 10, 31)
START = date(2024, 1, 1)

CITIES = ("LEEDS", "UTRECHT", "LYON", "KOELN", "SEATTLE", "MILANO", "GDANSK", "PORTO", "BRNO", "MALMO")
SHOPS = (
    "GROCER",
    "BAKERY",
    "FUELSTOP",
    "PHARMA",
    "BOOKSHOP",
    "CANTEEN",
    "METRO FARE",
    "HAIR STUDIO",
    "CINEPLEX",
    "DIY",
)
FIRST = (
    "NORD",
    "BLUE",
    "VELO",
    "LUMI",
    "ARC",
    "FERN",
    "OPAL",
    "RIVER",
    "SOLAR",
    "TERRA",
    "VISTA",
    "ZEPHYR",
    "MANGO",
    "QUILL",
)
LAST = ("FLIX", "TUNES", "GUARD", "CLOUD", "PRESS", "FIT", "MEALS", "DRIVE", "LEARN", "PLAY", "VAULT", "STREAM")
PREFIXES = ("", "CARD PAYMENT TO ", "POS PURCHASE ", "VISA DEBIT ", "DIRECT DEBIT ", "SEPA LASTSCHRIFT ", "ACHAT CB ")

LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ0123456789"


@dataclass
class Life:
    """What one person's statements hold, the case they opened, and which bookings are wrong."""

    owner: str
    rng: random.Random
    rows: list[dict[str, Any]] = field(default_factory=list[dict[str, Any]])
    wrong: set[str] = field(default_factory=set[str])

    def book(self, on: date, amount: str | Decimal, text: str, **more: Any) -> str:
        """Add one booking and return its id."""
        id_ = f"{self.owner}-{len(self.rows)}"
        row = {"owner": self.owner, "account": "card", "id": id_, "booked_on": on, "amount": Decimal(amount)}
        self.rows.append(row | {"currency": "EUR", "descriptor": text, "provider": None} | more)
        return id_


def habits(life: Life) -> None:
    """Add shopping, so that alarms have something to be wrong about."""
    rng = life.rng
    for shop in rng.sample(SHOPS, 6):
        gap, city = rng.uniform(2, 20), rng.choice(CITIES)
        day = START + timedelta(days=rng.uniform(0, gap))
        while day <= TODAY:
            price = (
                Decimal(rng.randrange(200, 9000)) / 100
                if rng.random() < 0.7
                else Decimal(rng.choice(("9.99", "4.50", "12.99", "29.90")))
            )
            life.book(day, -price, f"{shop} {rng.randrange(100, 9999)} {city}")
            day += timedelta(days=max(1, rng.expovariate(1 / gap)))


@dataclass
class Plan:
    """A plan that was cancelled: its price, its days, and how the statement names it."""

    life: Life
    name: str
    text: str
    price: Decimal
    cadence: str
    grid: list[date]
    cancelled: date
    noisy: bool
    past: list[PastCharge] = field(default_factory=list[PastCharge])
    more: dict[str, Any] = field(default_factory=dict[str, Any])
    ends: date | None = None

    def label(self) -> str:
        """Return the text of one charge; the noisy ones end in a reference that changes every time."""
        return f"{self.text} {''.join(self.life.rng.choices(LETTERS, k=7))}" if self.noisy else self.text

    def shifted(self, day: date) -> date:
        """Return the day on which the bank books."""
        return day + timedelta(days=self.life.rng.choice((0, 0, 0, 1, 2)))

    def charge(self, on: date, **more: Any) -> str:
        """Book one more charge at the plan's price."""
        return self.life.book(on, more.pop("price", self.price), more.pop("text", None) or self.label(), **more)

    def pay(self, on: date) -> None:
        """Book a charge from before the cancellation."""
        self.past.append(PastCharge(id=self.charge(on), on=on, amount=self.price, currency="EUR"))

    @property
    def next_days(self) -> list[date]:
        """Return the due days after the end."""
        return [day for day in self.grid if day > self.cancelled + timedelta(days=4)][:3]


def _plain(plan: Plan) -> None:
    plan.life.wrong.update(plan.charge(plan.shifted(day)) for day in plan.next_days)


def _annual_early(plan: Plan) -> None:
    plan.life.wrong.add(plan.charge(plan.grid[len(plan.past)] - timedelta(days=35)))


def _dearer(plan: Plan) -> None:
    plan.life.wrong.add(plan.charge(plan.shifted(plan.next_days[0]), price=cents(plan.price, "1.2")))


def _other_text(plan: Plan) -> None:
    plan.life.wrong.add(plan.charge(plan.shifted(plan.next_days[0]), text=f"PAYPAL *{plan.name} 4029357733"))


def _seller(plan: Plan) -> None:
    text, provider = f"PAYSELL*{plan.life.rng.randrange(10**6)}", plan.name.lower()
    plan.life.wrong.add(plan.charge(plan.shifted(plan.next_days[0]), text=text, provider=provider))
    plan.more["providers"] = frozenset({provider})


def _other_card(plan: Plan) -> None:
    plan.life.wrong.add(plan.charge(plan.shifted(plan.next_days[0]), account="new card"))


def _split(plan: Plan) -> None:
    half, day = cents(plan.price, "0.5"), plan.next_days[0]
    plan.life.wrong.add(plan.charge(day, price=half))
    plan.life.wrong.add(plan.charge(day + timedelta(days=1), price=plan.price - half))


def _currency(plan: Plan) -> None:
    plan.life.wrong.add(plan.charge(plan.shifted(plan.next_days[0]), price=cents(plan.price, "1.1"), currency="USD"))


def _much_later(plan: Plan) -> None:
    plan.life.wrong.add(plan.charge(plan.cancelled + timedelta(days=250)))


def _silent(_plan: Plan) -> None:
    pass


def _due_until_end(plan: Plan) -> None:
    paid = len(plan.past)
    for day in plan.grid[paid : paid + 2]:
        plan.charge(plan.shifted(day))
    plan.ends = plan.grid[paid + 2] - timedelta(days=1)


def _refunded(plan: Plan) -> None:
    plan.charge(plan.next_days[0])
    plan.charge(plan.next_days[0] + timedelta(days=9), price=-plan.price)


def _second_plan(plan: Plan) -> None:
    days = [nth_after(plan.grid[0] + timedelta(days=11), "monthly", n) for n in range(20)]
    plan.more["kept"] = frozenset(plan.charge(day, price=cents(plan.price, "1.5")) for day in days)


def _retry(plan: Plan) -> None:
    failed = plan.cancelled - timedelta(days=3)
    plan.pay(failed)
    plan.charge(failed + timedelta(days=1), price=-plan.price)
    plan.charge(failed + timedelta(days=9))


def _orders(plan: Plan) -> None:
    rng = plan.life.rng
    for _ in range(25):
        plan.charge(START + timedelta(days=rng.randrange(1000)), price=-Decimal(rng.randrange(500, 15000)) / 100)


def _same_price_elsewhere(plan: Plan) -> None:
    rng = plan.life.rng
    plan.charge(plan.shifted(plan.next_days[0]), text=f"{rng.choice(SHOPS)} {rng.choice(CITIES)}")


def _in_flight(plan: Plan) -> None:
    due = plan.grid[len(plan.past)]
    plan.charge(due)
    plan.cancelled, plan.ends = due - timedelta(days=1), plan.grid[len(plan.past) + 1] - timedelta(days=1)


BAD = {
    "plain": _plain,
    "dearer": _dearer,
    "other_text": _other_text,
    "seller": _seller,
    "other_card": _other_card,
    "split": _split,
    "currency": _currency,
    "annual_early": _annual_early,
    "much_later": _much_later,
}
FINE = {
    "silent": _silent,
    "due_until_end": _due_until_end,
    "refunded": _refunded,
    "second_plan": _second_plan,
    "retry": _retry,
    "orders": _orders,
    "same_price_elsewhere": _same_price_elsewhere,
    "in_flight": _in_flight,
}
FAMILIES = BAD | FINE


def cents(price: Decimal, factor: str) -> Decimal:
    """Return a price times a factor, in whole cents."""
    return (price * Decimal(factor)).quantize(Decimal("0.01"))


def one_life(number: int, family: str) -> tuple[Life, Watched]:
    """Return a person with one cancelled subscription, of one family."""
    rng = random.Random(f"watch-{number}")
    life = Life(owner=f"w{number:04d}", rng=rng)
    habits(life)
    annual = family == "annual_early"
    cadence = (
        "annual" if annual else rng.choice(("monthly", "monthly", "monthly", "quarterly", "weekly", "thirty_days"))
    )
    name, first = f"{rng.choice(FIRST)}{rng.choice(LAST)}", date(2024, rng.randrange(1, 4), rng.randrange(1, 29))
    cancelled = date(2025, 9, 1) if annual else date(2025, rng.randrange(6, 13), rng.randrange(1, 29))
    grid = [first, *(nth_after(first, cadence, n) for n in range(1, 200))]
    text, price = f"{rng.choice(PREFIXES)}{name}", -Decimal(rng.randrange(299, 8999)) / 100
    noisy = rng.random() < 0.3
    plan = Plan(
        life=life, name=name, text=text, price=price, cadence=cadence, grid=grid, cancelled=cancelled, noisy=noisy
    )
    for day in (day for day in grid if day <= cancelled - timedelta(days=4)):
        plan.pay(min(plan.shifted(day), cancelled - timedelta(days=1)))
    plan.ends = grid[len(plan.past)] - timedelta(days=1)
    FAMILIES[family](plan)
    own = {charge.id for charge in plan.past}
    texts = pl.Series([row["descriptor"] for row in life.rows if row["id"] in own])
    return life, Watched(
        case=life.owner,
        name=name,
        owner=life.owner,
        cancelled_on=plan.cancelled,
        confirmed=True,
        ends_on=plan.ends,
        cadence=cadence,
        charges=tuple(plan.past),
        keys=frozenset(merchants_of(texts)["key"].to_list()),
        **plan.more,
    )


def table_of(rows: list[dict[str, Any]]) -> pl.DataFrame:
    """Return bookings as the table that watch reads, with merchant keys and providers."""
    table = from_rows(rows)
    return table.with_columns(
        key=merchants_of(table["descriptor"])["key"],
        provider=pl.Series([row.get("provider") for row in rows], dtype=pl.String),
    )


def generated() -> list[Figure]:
    """Score the families of this file."""
    families = [(n, family) for n, family in enumerate([*FAMILIES] * 25)]
    people = [(family, *one_life(n, family)) for n, family in families]
    table = table_of([row for _, life, _ in people for row in life.rows])
    cases = [watched for _, _, watched in people]
    wrong = {id_ for _, life, _ in people for id_ in life.wrong}
    alarms = {alarm.transactions[0] for alarm in unexpected_charges(cases, table, today=TODAY)}
    missed = Counter(family for family, life, _ in people for id_ in life.wrong if id_ not in alarms)
    false = Counter(family for family, life, _ in people for row in life.rows if row["id"] in alarms - wrong)
    rate = 10_000 * len(alarms - wrong) / table.height
    return [
        Figure(
            what=f"generated lives: charges after cancelling found (of {len(wrong)}; missed {dict(missed)})",
            value=f"{len(wrong & alarms) / len(wrong):.4f}",
            goal=">= 0.99",
            command=COMMAND,
        ),
        Figure(
            what=f"generated lives: false alarms per 10,000 of {table.height} transactions ({dict(false)})",
            value=f"{rate:.2f}",
            goal="<= 1",
            command=COMMAND,
        ),
    ]


def ledger() -> list[Figure]:
    """Score the shared ledger, as the truth says who cancelled when."""
    if not SHARED.exists():
        return []
    truth = json.loads((SHARED / "truth.json").read_text(encoding="utf-8"))
    read = pl.read_csv(SHARED / "transactions.csv", schema_overrides={"amount": pl.String}, try_parse_dates=True)
    names = {"person": "owner", "tx_id": "id", "booked": "booked_on", "description": "descriptor"}
    rows = read.rename(names).select(
        "owner",
        "account",
        "id",
        "booked_on",
        pl.col("amount").cast(pl.Decimal(38, 8)),
        "currency",
        "descriptor",
        mandate_id=pl.lit(None, pl.String),
        creditor_id=pl.lit(None, pl.String),
        counterparty=pl.lit(None, pl.String),
        provider=pl.lit(None, pl.String),
    )
    rows = rows.with_columns(key=merchants_of(rows["descriptor"])["key"])
    by_id = {row["id"]: row for row in rows.iter_rows(named=True)}
    cases: list[Watched] = []
    wrong: set[str] = set()
    for stream in truth["streams"]:
        if not stream["cancel_date"]:
            continue
        own = [by_id[id_] for id_ in stream["tx_ids"]]
        wrong.update(stream["after_cancel_tx_ids"])
        cases.append(
            Watched(
                case=stream["stream_id"],
                name=stream["provider"],
                owner=stream["person"],
                confirmed=True,
                cancelled_on=date.fromisoformat(stream["cancel_date"]),
                cadence=stream["cadence"],
                charges=tuple(
                    PastCharge(id=r["id"], on=r["booked_on"], amount=r["amount"], currency=r["currency"]) for r in own
                ),
                keys=frozenset(row["key"] for row in own),
            )
        )
    alarms = {alarm.transactions[0] for alarm in unexpected_charges(cases, rows, today=TODAY)}
    return [
        Figure(
            what=f"shared ledger: charges after cancelling found (of {len(wrong)})",
            value=f"{len(wrong & alarms) / len(wrong):.4f}",
            goal=">= 0.99",
            command=COMMAND,
        ),
        Figure(
            what=f"shared ledger: false alarms per 10,000 of {rows.height} transactions",
            value=f"{10_000 * len(alarms - wrong) / rows.height:.2f}",
            goal="<= 1",
            command=COMMAND,
        ),
    ]


def rises() -> list[Figure]:
    """Score price rises: 60 people whose plan went up by 4 to 40 % within the last year, 60 whose plan did not."""
    rows: list[dict[str, Any]] = []
    truth: set[str] = set()
    for number in range(120):
        rng = random.Random(f"rise-{number}")
        life = Life(owner=f"r{number:03d}", rng=rng)
        habits(life)
        name, price = f"{rng.choice(FIRST)}{rng.choice(LAST)}", -Decimal(rng.randrange(599, 5999)) / 100
        cadence = rng.choice(("monthly", "monthly", "quarterly", "annual"))
        first = date(2023, rng.randrange(1, 13), rng.randrange(1, 29))
        days = [day for day in (nth_after(first, cadence, n) for n in range(80)) if day <= TODAY]
        rise_on = days[-1 - rng.randrange(0, {"monthly": 8, "quarterly": 3, "annual": 1}[cadence])]
        for day in days:
            factor = Decimal(rng.randrange(104, 141)) / 100 if number % 2 and day == rise_on else Decimal(1)
            price = (price * factor).quantize(Decimal("0.01"))
            life.book(day, price, f"DIRECT DEBIT {name}")
        truth |= {life.owner} if number % 2 else set()
        rows += life.rows
    streams = find_streams(from_rows(rows), today=TODAY)
    contracts = [stream for stream in streams if stream.kind in ("subscription", "bill")]
    held = [
        Held(
            id=stream.id,
            name=stream.name,
            owner=stream.owner,
            currency=stream.currency,
            rises=tuple(Rise(on=change.on, old=change.old, new=change.new) for change in stream.price_changes),
        )
        for stream in contracts
    ]
    seen = {str(alarm.owner) for alarm in price_rises(held, today=TODAY)}
    return [
        Figure(
            what=f"price rises found (of {len(truth)})", value=f"{len(seen & truth) / len(truth):.3f}", command=COMMAND
        ),
        Figure(
            what=f"price rises reported where there is none (of {120 - len(truth)} people)",
            value=str(len(seen - truth)),
            goal="0",
            command=COMMAND,
        ),
    ]


def refunds() -> list[Figure]:
    """Score refunds: credits of a case's merchant that come, come in part, or do not come by their day."""
    cases: list[Watched] = []
    rows: list[dict[str, Any]] = []
    came: set[str] = set()
    late: set[str] = set()
    for number in range(120):
        life, watched = one_life(number, "silent")
        amount, asked = -watched.charges[-1].amount, watched.cancelled_on
        part = (Decimal(1), Decimal("0.5"), Decimal(0))[number % 3]
        if part:
            text = f"{life.rng.choice(('', 'REFUND ', 'GUTSCHRIFT '))}{watched.name} {life.rng.randrange(10**6)}"
            life.book(asked + timedelta(days=life.rng.randrange(1, 12)), cents(amount, str(part)), text)
            came.add(watched.case)
        if part < 1:
            late.add(watched.case)
        asks = {"refund_asked_on": asked, "refund_amount": amount, "refund_due_by": asked + timedelta(days=14)}
        cases.append(replace(watched, **asks))  # pyright: ignore[reportArgumentType], one dict of two types
        rows += life.rows
    alarms = refund_alarms(cases, table_of(rows), today=TODAY)
    figures: list[Figure] = []
    for kind, truth, what in (("refund_seen", came, "refunds that came"), ("refund_late", late, "late refunds")):
        seen = {str(alarm.case) for alarm in alarms if alarm.kind == kind}
        value = f"{len(seen & truth) / len(truth):.3f}, {len(seen - truth)} false"
        figures.append(Figure(what=f"{what}: found (of {len(truth)}), false", value=value, command=COMMAND))
    return figures


def speed() -> list[Figure]:
    """Time 2,000 cases against a month of 10,000 transactions."""
    people = [one_life(n, list(FAMILIES)[n % len(FAMILIES)]) for n in range(2000)]
    cases = [watched for _, watched in people]
    own = {charge.id for case in cases for charge in case.charges}
    rows = [row for life, _ in people for row in life.rows if row["id"] in own or row["booked_on"] > date(2026, 9, 30)]
    history, month = [r for r in rows if r["id"] in own], [r for r in rows if r["id"] not in own][:10_000]
    table = table_of(history + month)
    walls: list[float] = []
    for _ in range(5):
        start = time.perf_counter()
        unexpected_charges(cases, table, today=TODAY)
        walls.append(time.perf_counter() - start)
    return [
        Figure(
            what=f"2,000 cases with {len(history)} past charges against a month of {len(month)} transactions",
            value=f"{sorted(walls)[2]:.2f} s",
            goal="< 1 s",
            command=COMMAND,
        )
    ]


def run() -> list[Figure]:
    """Return the figures of watch."""
    return [*generated(), *ledger(), *rises(), *refunds(), *speed()]
