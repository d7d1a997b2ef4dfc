"""Lives with cancellations: what statements hold after one, wrong and right, in many families."""

import random
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import polars as pl

from unrenew.find.merchants import merchants_of
from unrenew.model.periods import nth_after
from unrenew.model.watched import PastCharge, Watched
from unrenew.transactions import from_rows

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


SELLERS = (
    "PADDLE.NET* {0}", "FS *{0} {1}", "DRI*{0} ORDERFIND.COM", "KLARNA*{0}", "2CO.COM*{0}", "GOOGLE *{0}", "SP {0} {1}",
)  # fmt: skip
STYLES = (
    "VISA {0} LTD", "KARTENZAHLUNG {0} GMBH {1}", "CB {0} FACT {1}", "DIRECT DEBIT {0} LTD REF {1}", "{0}.COM",
    "SEPA-LASTSCHRIFT {0} RECHNUNG {1}", "{0}* SUBSCRIPTION {1}", "PURCHASE {0}.IO/BILL",
)  # fmt: skip
PLACES = ("MARKET", "PARKING", "HOTEL", "TAXI")
GENERAL = ("CITY", "ONLINE", "EUROPE", "DIGITAL", "SERVICE", "MEDIA", "GROUP")


def _reference(plan: Plan) -> str:
    return "".join(plan.life.rng.choices("0123456789", k=8))


def _by_a_seller(plan: Plan) -> None:
    seller = plan.life.rng.choice(SELLERS)
    days = plan.next_days[:2]
    plan.life.wrong.update(plan.charge(day, text=seller.format(plan.name, _reference(plan))) for day in days)


def _no_longer_by_a_seller(plan: Plan) -> None:
    style = plan.life.rng.choice(STYLES)
    plan.life.wrong.update(plan.charge(day, text=style.format(plan.name, _reference(plan))) for day in plan.next_days)


def _cheaper(plan: Plan) -> None:
    price = cents(plan.price, plan.life.rng.choice(("0.5", "0.7", "0.8")))
    plan.life.wrong.update(plan.charge(plan.shifted(day), price=price) for day in plan.next_days[:2])


def _in_three(plan: Plan) -> None:
    third, day = cents(plan.price, "0.3"), plan.next_days[0]
    plan.life.wrong.update((plan.charge(day, price=third), plan.charge(day, price=third)))
    plan.life.wrong.add(plan.charge(day + timedelta(days=1), price=plan.price - 2 * third))


def _a_month_late(plan: Plan) -> None:
    plan.life.wrong.add(plan.charge(plan.shifted(plan.next_days[1])))


def _refunded_in_part(plan: Plan) -> None:
    plan.life.wrong.add(plan.charge(plan.next_days[0]))
    plan.charge(plan.next_days[0] + timedelta(days=9), price=-cents(plan.price, "0.4"))


def _after_a_refund(plan: Plan) -> None:
    plan.charge(plan.cancelled + timedelta(days=2), price=-plan.price)
    plan.life.wrong.update(plan.charge(plan.shifted(day)) for day in plan.next_days[1:])


def _tried_again(plan: Plan) -> None:
    day = plan.next_days[0]
    plan.charge(day)
    plan.charge(day + timedelta(days=2), price=-plan.price, text=f"RETURNED {plan.label()}")
    plan.life.wrong.add(plan.charge(day + timedelta(days=8)))


def _beside_a_kept_plan(plan: Plan) -> None:
    _second_plan(plan)
    _plain(plan)


def _refunded_in_parts(plan: Plan) -> None:
    part, day = cents(plan.price, "0.6"), plan.next_days[0]
    plan.charge(day)
    plan.charge(day + timedelta(days=7), price=-part)
    plan.charge(day + timedelta(days=12), price=part - plan.price)


def _refunded_by_another_name(plan: Plan) -> None:
    plan.charge(plan.next_days[0])
    text = plan.life.rng.choice(SELLERS).format(plan.name, _reference(plan))
    plan.charge(plan.next_days[0] + timedelta(days=7), price=-plan.price, text=f"REFUND {text}")


def _kept_at_the_same_price(plan: Plan) -> None:
    days = [nth_after(plan.grid[0] + timedelta(days=14), "monthly", n) for n in range(20)]
    plan.more["kept"] = frozenset(plan.charge(day) for day in days)


def _orders_only_after(plan: Plan) -> None:
    rng = plan.life.rng
    for _ in range(3):
        price = -Decimal(rng.randrange(500, 15000)) / 100
        plan.charge(plan.cancelled + timedelta(days=rng.randrange(5, 200)), price=price)


def _a_word_in_common(plan: Plan) -> None:
    """Give the plan a name of two words, one of which many others bear too."""
    rng, word = plan.life.rng, plan.text.rpartition(" ")[2]
    general = rng.choice(GENERAL)
    for row in plan.life.rows:
        row["descriptor"] = row["descriptor"].replace(word, f"{general} {word[:5]}")
    for n, day in enumerate(plan.next_days):
        price = cents(plan.price, rng.choice(("0.8", "1.3", "2.1")))
        plan.charge(
            day + timedelta(days=3 * n), price=price, text=f"{general} {rng.choice(PLACES)} {rng.choice(CITIES)}"
        )


def _a_name_that_begins_alike(plan: Plan) -> None:
    name, style = plan.name[:4] + "ELLA", plan.life.rng.choice(STYLES)
    for n in range(5):
        day = nth_after(plan.cancelled + timedelta(days=20), "monthly", n)
        plan.charge(day, text=style.format(name, _reference(plan)))


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
    "by_a_seller": _by_a_seller,
    "no_longer_by_a_seller": _no_longer_by_a_seller,
    "cheaper": _cheaper,
    "in_three": _in_three,
    "a_month_late": _a_month_late,
    "refunded_in_part": _refunded_in_part,
    "after_a_refund": _after_a_refund,
    "tried_again": _tried_again,
    "beside_a_kept_plan": _beside_a_kept_plan,
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
    "refunded_in_parts": _refunded_in_parts,
    "refunded_by_another_name": _refunded_by_another_name,
    "kept_at_the_same_price": _kept_at_the_same_price,
    "orders_only_after": _orders_only_after,
    "a_word_in_common": _a_word_in_common,
    "a_name_that_begins_alike": _a_name_that_begins_alike,
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
    if family == "no_longer_by_a_seller":
        text = rng.choice(SELLERS).format(name, "")
    noisy = rng.random() < 0.3 and family != "a_word_in_common"
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
