"""How well and how fast `watch` finds what should not be there, and what is due."""

import json
import random
import tempfile
import time
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import polars as pl

from bench.cancellations import CITIES, FAMILIES, FIRST, LAST, TODAY, Life, cents, habits, one_life, table_of
from bench.figures import Figure
from bench.notice_kills import run as run_kills
from unrenew.api.cancelling import listed
from unrenew.api.watched import held_of, keyed
from unrenew.directory import Directory
from unrenew.facts import load_facts
from unrenew.find import find_streams
from unrenew.find.merchants import merchants_of
from unrenew.model.decisions import OwnSubscription
from unrenew.model.listings import Listing
from unrenew.model.periods import nth_after
from unrenew.model.subscriptions import to_json
from unrenew.model.watched import Held, PastCharge, Watched
from unrenew.transactions import from_rows
from unrenew.watch.charges import unexpected_charges
from unrenew.watch.notable import duplicate_plans, price_rises, trials_ending, unexpected_sellers
from unrenew.watch.refunds import refund_alarms

TITLE = "Watch: after the end, nothing that should not be there"
SHARED = Path(__file__).parent.parent.parent / "shared" / "ledger"
COMMAND = "make bench ARGS=watch"
KILLS = 200


def scored(
    what: str, true: Collection[str], said: Collection[str], transactions: int, *, missed: Iterable[str] = ()
) -> list[Figure]:
    """Return the two figures of one kind of alarm; `missed` says of which families those are that were not found."""
    hits, false = len(set(true) & set(said)), len(set(said) - set(true))
    families = f"; missed {dict(Counter(missed))}" if missed else ""
    return [
        Figure(
            what=f"{what}: found (of {len(true)}{families})",
            value=f"{hits / len(true):.4f}",
            goal=">= 0.99",
            command=COMMAND,
        ),
        Figure(
            what=f"{what}: false alarms per 10,000 of {transactions} transactions",
            value=f"{10_000 * false / transactions:.2f}",
            goal="<= 1",
            command=COMMAND,
        ),
    ]


def generated() -> list[Figure]:
    """Score the families of `bench.cancellations`."""
    people = [(family, *one_life(n, family)) for n, family in enumerate([*FAMILIES] * 25)]
    table = table_of([row for _, life, _ in people for row in life.rows])
    wrong = {id_ for _, life, _ in people for id_ in life.wrong}
    cases = [watched for _, _, watched in people]
    said = {alarm.transactions[0] for alarm in unexpected_charges(cases, table, today=TODAY)}
    missed = [family for family, life, _ in people for id_ in life.wrong if id_ not in said]
    return scored(f"charges after cancelling, {len(FAMILIES)} families", wrong, said, table.height, missed=missed)


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
    said = {alarm.transactions[0] for alarm in unexpected_charges(cases, rows, today=TODAY)}
    return scored("charges after cancelling, shared ledger", wrong, said, rows.height)


def plans_of(rows: list[dict[str, Any]], own: Iterable[OwnSubscription] = ()) -> list[Held]:
    """Return what is found in bookings, with what people wrote down beside, as watch gets it."""
    directory = Directory(load_facts().providers)
    streams = to_json(find_streams(from_rows(rows), today=TODAY, country="DE", matcher=directory))
    listing = Listing(streams=tuple(streams), own=tuple(own), country="DE")
    docs = listed(listing, today=TODAY, directory=directory, banks=False)
    return [held_of(doc, directory, country="DE") for doc in docs]


def lives(kind: str) -> Iterator[tuple[bool, Life, str, Decimal]]:
    """Yield 120 people with their habits: every other one has what is to be found; a name, and a price."""
    for number in range(120):
        rng = random.Random(f"{kind}-{number}")
        life = Life(owner=f"{kind[0]}{number:03d}", rng=rng)
        habits(life)
        yield number % 2 == 1, life, f"{rng.choice(FIRST)}{rng.choice(LAST)}", Decimal(rng.randrange(599, 5999)) / 100


def monthly(life: Life, text: str, price: Decimal, first: date) -> None:
    """Book a plan every month from a day on."""
    for number in range(60):
        if (day := nth_after(first, "monthly", number)) <= TODAY:
            life.book(day + timedelta(days=life.rng.choice((0, 0, 1))), -price, text)


def rises() -> list[Figure]:
    """Score price rises: 60 people whose plan went up by 4 to 40 % within the last year, 60 whose plan did not."""
    rows: list[dict[str, Any]] = []
    true: set[str] = set()
    for rose, life, name, price in lives("rise"):
        rng, now = life.rng, price
        cadence = rng.choice(("monthly", "monthly", "quarterly", "annual"))
        first = date(2023, rng.randrange(1, 13), rng.randrange(1, 29))
        days = [day for day in (nth_after(first, cadence, n) for n in range(80)) if day <= TODAY]
        rise_on = days[-1 - rng.randrange(0, {"monthly": 8, "quarterly": 3, "annual": 1}[cadence])]
        for day in days:
            now = cents(now, str(Decimal(rng.randrange(104, 141)) / 100)) if rose and day == rise_on else now
            life.book(day, -now, f"DIRECT DEBIT {name}")
        true |= {life.owner} if rose else set()
        rows += life.rows
    said = {str(alarm.owner) for alarm in price_rises(plans_of(rows), today=TODAY)}
    return scored("price rises", true, said, len(rows))


def trials() -> list[Figure]:
    """Score trials about to cost: said by the person, beside people whose trial lies further ahead or long behind."""
    rows: list[dict[str, Any]] = []
    own: list[OwnSubscription] = []
    true: set[str] = set()
    for soon, life, name, price in lives("trial"):
        rng = life.rng
        begun = TODAY - timedelta(days=rng.randrange(3, 14))
        ends = TODAY + timedelta(days=rng.randrange(0, 31) if soon else rng.choice((-200, -30, -1, 31, 60)))
        if rng.random() < 0.5:  # many trials show as a small booking, others not at all
            life.book(begun, -Decimal(rng.choice(("0.00", "0.50", "1.00"))), f"CARD PAYMENT TO {name} TRIAL")
        if ends < TODAY:
            monthly(life, f"CARD PAYMENT TO {name}", price, ends + timedelta(days=1))
        own.append(
            OwnSubscription(
                id=f"o-{life.owner}",
                owner=life.owner,
                name=name.title(),
                cadence="monthly",
                amount=price,
                currency="EUR",
                started_on=begun,
                trial_ends_on=ends,
            )
        )
        true |= {life.owner} if soon else set()
        rows += life.rows
    said = {str(alarm.owner) for alarm in trials_ending(plans_of(rows, own), today=TODAY)}
    return scored("trials about to cost", true, said, len(rows))


def duplicates() -> list[Figure]:
    """Score plans that cover the same: two of one provider, or two security tools, beside two that do not."""
    providers = Directory(load_facts().providers).providers.values()
    tools = [one.descriptors[0].hits[0] for one in providers if one.kind == "security" and one.descriptors]
    streams = [one.descriptors[0].hits[0] for one in providers if one.kind == "streaming" and one.descriptors]
    rows: list[dict[str, Any]] = []
    true: set[str] = set()
    for twice, life, name, price in lives("double"):
        rng = life.rng
        first, second = date(2025, rng.randrange(1, 9), 3), date(2025, rng.randrange(1, 9), 17)
        one, other = rng.sample(tools, 2)
        if twice:
            texts = rng.choice(((one, other), (streams[0],) * 2, (streams[1],) * 2))
        else:
            texts = rng.choice(((one, f"PAYPAL *{name}"), (streams[0], streams[1]), (name, f"{name[:4]}ELLA")))
        monthly(life, f"{texts[0]} {rng.choice(CITIES)}", price, first)
        monthly(life, f"{texts[1]} {rng.choice(CITIES)}", cents(price, "1.6"), second)
        true |= {life.owner} if twice else set()
        rows += life.rows
    said = {str(alarm.owner) for alarm in duplicate_plans(plans_of(rows), today=TODAY)}
    return scored("two plans that cover the same", true, said, len(rows))


def frauds() -> list[Figure]:
    """Score charges in the name of sellers that are gone, or left the country, as the directory knows them."""
    directory = Directory(load_facts().providers)
    known = [one for one in directory.providers.values() if one.descriptors and one.descriptors[0].hits]
    left = [one for one in known if one.status != "active" or any("US" in market.regions for market in one.markets)]
    true: set[str] = set()
    said: set[str] = set()
    booked = 0
    for bad, life, _, price in lives("fraud"):
        rng = life.rng
        provider = rng.choice(left if bad else [one for one in known if one not in left])
        for _ in range(rng.randrange(1, 6)):
            day = date(2026, rng.randrange(1, 10), rng.randrange(1, 28))
            charge = life.book(day, -price, rng.choice(rng.choice(provider.descriptors).hits or ("",)))
            true |= {charge} if bad else set()
        table = keyed(from_rows(life.rows), directory)
        alarms = unexpected_sellers(table, directory.providers.values(), (), country="US", today=TODAY)
        said |= {alarm.transactions[0] for alarm in alarms}
        booked += len(life.rows)
    return scored("charges by sellers that are gone", true, said, booked)


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
    seen, overdue = (
        {str(alarm.case) for alarm in alarms if alarm.kind == kind} for kind in ("refund_seen", "refund_late")
    )
    return [*scored("refunds that came", came, seen, len(rows)), *scored("late refunds", late, overdue, len(rows))]


def speed() -> list[Figure]:
    """Time 2,000 cases against a month of 10,000 transactions."""
    people = [one_life(n, list(FAMILIES)[n % len(FAMILIES)]) for n in range(2000)]
    cases = [watched for _, watched in people]
    own = {charge.id for case in cases for charge in case.charges}
    rows = [row for life, _ in people for row in life.rows if row["id"] in own or row["booked_on"] > date(2026, 9, 30)]
    history, month = [r for r in rows if r["id"] in own], [r for r in rows if r["id"] not in own][:10_000]
    table = table_of(history + month)
    walls: list[float] = []
    processor: list[float] = []
    for _ in range(7):
        wall, used = time.perf_counter(), time.process_time()
        unexpected_charges(cases, table, today=TODAY)
        walls.append(time.perf_counter() - wall)
        processor.append(time.process_time() - used)
    return [
        Figure(
            what=f"2,000 cases with {len(history)} past charges against a month of {len(month)} transactions, best of 7",
            value=f"{min(walls):.2f} s, of it {min(processor):.2f} s of processor time",
            goal="< 1 s",
            command=COMMAND,
        )
    ]


def kills() -> list[Figure]:
    """Kill processes while they send notices to a web and a mail server, and count at both what came."""
    with tempfile.TemporaryDirectory() as folder:
        found = run_kills(Path(folder) / "home", KILLS)
    silent = found["twice, unmarked"] + found["twice, outside the window"]
    return [
        Figure(
            what=f"{KILLS} times SIGKILL while {found['notices']} notices go to a web and a mail server "
            f"({found['killed handed']} with one handed over): lost, twice in silence",
            value=f"{found['lost']}, {silent}",
            goal="0, 0",
            command=COMMAND,
        ),
        Figure(
            what="of these: came again, each marked as such; came once, though marked; rested after three such deaths "
            "(not come by then)",
            value=f"{found['twice']}; {found['marked, but came once']}; {found['rested']} ({found['rested, not come']})",
            goal="only what was handed over",
            command=COMMAND,
        ),
    ]


def run() -> list[Figure]:
    """Return the figures of watch."""
    return [
        *generated(), *ledger(), *rises(), *trials(), *duplicates(), *frauds(), *refunds(), *speed(), *kills(),
    ]  # fmt: skip
