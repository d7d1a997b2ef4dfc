"""How well and how fast `watch` finds charges after a cancellation."""

import json
import random
import time
from collections import Counter
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import polars as pl

from bench.figures import Figure
from unrenew.find.merchants import merchants_of
from unrenew.model.watched import PastCharge, Watched
from unrenew.transactions import from_rows
from unrenew.watch.charges import unexpected_charges
from unrenew.watch.periods import nth_after

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

BAD = (
    "plain",
    "dearer",
    "other_text",
    "seller",
    "successor",
    "other_card",
    "split",
    "currency",
    "annual_early",
    "much_later",
)
FINE = ("silent", "due_until_end", "refunded", "second_plan", "retry", "orders", "same_price_elsewhere", "in_flight")


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


def one_life(number: int, family: str) -> tuple[Life, Watched]:
    """Return a person with one cancelled subscription, of one family."""
    rng = random.Random(f"watch-{number}")
    life = Life(owner=f"w{number:04d}", rng=rng)
    habits(life)
    cadence = (
        "annual"
        if family == "annual_early"
        else rng.choice(("monthly", "monthly", "monthly", "quarterly", "weekly", "thirty_days"))
    )
    name = f"{rng.choice(FIRST)}{rng.choice(LAST)}"
    text = f"{rng.choice(PREFIXES)}{name}"
    price = -Decimal(rng.randrange(299, 8999)) / 100
    first = date(2024, rng.randrange(1, 4), rng.randrange(1, 29))
    cancelled = (
        date(2025, rng.randrange(6, 13), rng.randrange(1, 29))
        if cadence != "annual"
        else date(2026, 1, rng.randrange(1, 20))
    )
    noisy = rng.random() < 0.3

    def label() -> str:
        return f"{text} {''.join(rng.choices('ABCDEFGHJKLMNPQRSTUVWXYZ0123456789', k=7))}" if noisy else text

    grid = [first, *(nth_after(first, cadence, n) for n in range(1, 200))]
    shift = lambda day: day + timedelta(days=rng.choice((0, 0, 0, 1, 2)))  # noqa: E731
    past: list[PastCharge] = []
    for day in (day for day in grid if day <= cancelled - timedelta(days=4)):
        on = min(shift(day), cancelled - timedelta(days=1))
        past.append(PastCharge(id=life.book(on, price, label()), on=on, amount=price, currency="EUR"))
    ends = grid[len(past)] - timedelta(days=1)
    after = [day for day in grid if day > cancelled + timedelta(days=4) and day <= TODAY][:3]
    provider = name.lower()
    more: dict[str, Any] = {}

    def wrong(*ids: str) -> None:
        life.wrong.update(ids)

    match family:
        case "plain" | "annual_early":
            for day in after if family == "plain" else [min(grid[len(past)] - timedelta(days=35), TODAY)]:
                if day > cancelled:
                    wrong(life.book(shift(day), price, label()))
        case "dearer":
            wrong(life.book(shift(after[0]), (price * Decimal("1.2")).quantize(Decimal("0.01")), label()))
        case "other_text":
            wrong(life.book(shift(after[0]), price, f"PAYPAL *{name} 4029357733"))
        case "seller" | "successor":
            wrong(life.book(shift(after[0]), price, f"PAYSELL*{rng.randrange(10**6)}", provider=provider))
            more["providers"] = frozenset({provider})
        case "other_card":
            wrong(life.book(shift(after[0]), price, label(), account="new card"))
        case "split":
            half = (price / 2).quantize(Decimal("0.01"))
            wrong(life.book(after[0], half, label()), life.book(after[0] + timedelta(days=1), price - half, label()))
        case "currency":
            wrong(
                life.book(shift(after[0]), (price * Decimal("1.1")).quantize(Decimal("0.01")), label(), currency="USD")
            )
        case "much_later":
            wrong(life.book(cancelled + timedelta(days=250), price, label()))
        case "due_until_end":
            for day in grid[len(past) : len(past) + 2]:
                life.book(shift(day), price, label())
            ends = nth_after(first, cadence, len(past) + 2) - timedelta(days=1)
        case "refunded":
            life.book(after[0], price, label())
            life.book(after[0] + timedelta(days=9), -price, label())
        case "second_plan":
            other = (price * Decimal("1.5")).quantize(Decimal("0.01"))
            more["kept"] = frozenset(
                life.book(nth_after(first + timedelta(days=11), "monthly", n), other, label()) for n in range(20)
            )
        case "retry":
            failed = cancelled - timedelta(days=3)
            past.append(PastCharge(id=life.book(failed, price, label()), on=failed, amount=price, currency="EUR"))
            life.book(failed + timedelta(days=1), -price, label())
            life.book(failed + timedelta(days=9), price, label())
        case "orders":
            for _ in range(25):
                life.book(
                    START + timedelta(days=rng.randrange(1000)), -Decimal(rng.randrange(500, 15000)) / 100, label()
                )
        case "same_price_elsewhere":
            life.book(shift(after[0]), price, f"{rng.choice(SHOPS)} {rng.choice(CITIES)}")
        case "in_flight":
            life.book(grid[len(past)], price, label())
            cancelled, ends = (
                grid[len(past)] - timedelta(days=1),
                nth_after(first, cadence, len(past) + 1) - timedelta(days=1),
            )
        case _:
            pass
    keys = frozenset(
        merchants_of(pl.Series([row["descriptor"] for row in life.rows if row["id"] in {c.id for c in past}]))[
            "key"
        ].to_list()
    )
    watched = Watched(
        case=life.owner,
        name=name,
        owner=life.owner,
        cancelled_on=cancelled,
        confirmed=True,
        ends_on=ends,
        cadence=cadence,
        charges=tuple(past),
        keys=keys,
        **more,
    )
    return life, watched


def table_of(rows: list[dict[str, Any]]) -> pl.DataFrame:
    """Return bookings as the table that watch reads, with merchant keys and providers."""
    table = from_rows(rows)
    return table.with_columns(
        key=merchants_of(table["descriptor"])["key"],
        provider=pl.Series([row.get("provider") for row in rows], dtype=pl.String),
    )


def generated() -> list[Figure]:
    """Score the families of this file."""
    families = [(n, family) for n, family in enumerate([*BAD, *FINE] * 25)]
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
            what=f"generated lives: charges after cancelling found ({len(wrong)} of {len(BAD)} kinds; missed {dict(missed)})",
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


def speed() -> list[Figure]:
    """Time 2,000 cases against a month of 10,000 transactions."""
    people = [one_life(n, ([*BAD, *FINE])[n % 18]) for n in range(2000)]
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
    return [*generated(), *ledger(), *speed()]
