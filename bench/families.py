"""Families of contracts and habits: each changes one thing that life changes."""

# ruff: noqa: ARG005 (every family is asked in the same words)
# pyright: reportUnknownLambdaType=false, reportUnknownArgumentType=false

import random
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any

from bench.bank_styles import digits, letters
from bench.plans import AS_OF, START, Life, Plan, add_months

Names = dict[str, list[str]]
PRICES = (
    1.99,
    2.99,
    3.49,
    4.5,
    4.99,
    5.99,
    7.0,
    7.99,
    8.95,
    9.99,
    10.99,
    12.0,
    12.99,
    14.9,
    17.99,
    19.9,
    24.99,
    29.0,
    34.9,
    39.99,
    45.0,
    59.9,
    79.0,
    99.0,
)


def plan_of(rng: random.Random, family: str, names: Names, group: str, **more: Any) -> Plan:
    """Return an ordinary plan of a merchant of this group, with some things changed."""
    text = rng.choice(names[group])
    if "*" in text or rng.random() < 0.25:
        text = text.rstrip("*") + rng.choice([" {x}", "*{x}", " {n}", ".COM", " {x} HELP.COM"])
    start = START + timedelta(days=rng.randint(0, 420))
    base: dict[str, Any] = {
        "family": family, "text": text, "price": rng.choice(PRICES), "start": start, "anchor": start.day,
        "method": rng.choice(["card", "card", "debit"]), "jitter": rng.choice([0, 1, 2, 3]),
    }  # fmt: skip
    plan = Plan(**(base | more))
    if "{" in text and not plan.text_at:
        plan.text_at = lambda _k, _d: text.format(x=letters(rng, rng.choice([6, 8, 9])), n=digits(rng, 8))
    if plan.cadence == "monthly" and "start" not in more:
        plan.start = start.replace(day=1)
        plan.anchor = rng.randint(1, 28)
    return plan


def _stepped(*steps: tuple[int, float]) -> Callable[[int, date], float]:
    def amount(k: int, _due: date) -> float:
        return next(price for upto, price in steps if k < upto)

    return amount


Family = Callable[[random.Random, Life, dict[str, list[str]]], Iterator[Plan]]
FAMILIES: dict[str, Family] = {}


def family(make: Family) -> Family:
    """Register a family under its name."""
    FAMILIES[make.__name__.strip("_")] = make
    return make


def _simple(name: str, group: str, **more: Any) -> None:
    def make(rng: random.Random, _life: Life, names: Names) -> Iterator[Plan]:
        yield plan_of(rng, name, names, group, **more)

    FAMILIES[name] = make


for _cadence, _group in (
    ("weekly", "app"), ("biweekly", "club"), ("four_weekly", "club"), ("thirty_days", "app"), ("bimonthly", "paper"),
    ("quarterly", "hosting"), ("four_monthly", "paper"), ("half_yearly", "insurance"), ("annual", "app"),
):  # fmt: skip
    _simple(_cadence, _group, cadence=_cadence, kind="bill" if _group == "insurance" else "subscription")
_simple("plain", "app")
_simple("gym", "club", method="debit")
_simple("bill_fixed", "phone", method="debit", kind="bill")
_simple("late_booking", "app", jitter=5)
_simple("failed_retry", "phone", retry=0.15, method="debit", kind="bill")
_simple("refunds", "app", refund=0.12)
_simple("fx", "app", fx=True, method="card")
_simple("charity", "giving", method="debit", price=20.0)
_simple("childcare", "care", method="debit", price=185.0, kind="bill")


@family
def long_cadences(rng: random.Random, life: Life, names: Names) -> Iterator[Plan]:
    """Yield plans: long cadences."""
    cadence = rng.choice(["biennial", "annual", "annual"])
    start = START + timedelta(days=rng.randint(0, 250))
    yield plan_of(
        rng,
        "long_cadences",
        names,
        "hosting",
        cadence=cadence,
        start=start,
        anchor=start.day,
        price=rng.choice([24.0, 59.0, 89.99]),
    )


@family
def early_annual(rng: random.Random, life: Life, names: Names) -> Iterator[Plan]:
    """Yield plans: early annual."""
    start = START + timedelta(days=rng.randint(0, 300))
    yield plan_of(
        rng,
        "early_annual",
        names,
        "security",
        cadence="annual",
        start=start,
        anchor=start.day,
        early=(27, 45),
        method="card",
        price=rng.choice([29.99, 39.99, 49.95]),
        jitter=0,
    )


@family
def annual_rise(rng: random.Random, life: Life, names: Names) -> Iterator[Plan]:
    """Yield plans: annual rise."""
    price = rng.choice([29.99, 49.0, 69.0])
    start = START + timedelta(days=rng.randint(0, 200))
    yield plan_of(
        rng,
        "annual_rise",
        names,
        "security",
        cadence="annual",
        start=start,
        anchor=start.day,
        amount=_stepped((1, price), (2, round(price * rng.uniform(1.05, 2.2), 2)), (99, round(price * 2.3, 2))),
    )


@family
def insurance(rng: random.Random, life: Life, names: Names) -> Iterator[Plan]:
    """Yield plans: insurance."""
    start = START + timedelta(days=rng.randint(0, 200))
    price = rng.uniform(80, 900)
    cadence = rng.choice(["annual", "half_yearly", "quarterly"])
    yield plan_of(
        rng,
        "insurance",
        names,
        "insurance",
        cadence=cadence,
        start=start,
        anchor=start.day,
        kind="bill",
        method="debit",
        amount=lambda k, d: round(price * (1.04 ** (d.year - 2023)), 2),
    )


@family
def month_end(rng: random.Random, life: Life, names: Names) -> Iterator[Plan]:
    """Yield plans: month end."""
    yield plan_of(rng, "month_end", names, "app", start=date(2023, 7, 1), anchor=rng.choice([29, 30, 31, 31]))


@family
def last_workday(rng: random.Random, life: Life, names: Names) -> Iterator[Plan]:
    """Yield plans: last workday."""
    yield plan_of(
        rng, "last_workday", names, "club", start=date(2023, 8, 1), anchor=31, shift="backward", method="debit"
    )


@family
def price_rise(rng: random.Random, life: Life, names: Names) -> Iterator[Plan]:
    """Yield plans: price rise."""
    price, at = rng.choice(PRICES), rng.randint(4, 26)
    new = round(price * rng.choice([1.03, 1.08, 1.25, 1.5, 1.9]), 2)
    yield plan_of(rng, "price_rise", names, "app", amount=_stepped((at, price), (999, new)))


@family
def intro_price(rng: random.Random, life: Life, names: Names) -> Iterator[Plan]:
    """Yield plans: intro price."""
    price = rng.choice(PRICES[8:])
    yield plan_of(
        rng,
        "intro_price",
        names,
        "paper",
        amount=_stepped((rng.choice([1, 2, 3, 6]), rng.choice([1.0, round(price / 2, 2)])), (999, price)),
    )


@family
def trial(rng: random.Random, life: Life, names: Names) -> Iterator[Plan]:
    """Yield plans: trial."""
    price = rng.choice(PRICES[5:])
    yield plan_of(rng, "trial", names, "app", amount=_stepped((1, rng.choice([0.0, 1.0])), (999, price)), method="card")


@family
def trial_week(rng: random.Random, life: Life, names: Names) -> Iterator[Plan]:
    """Yield plans: trial week."""
    price = rng.choice(PRICES[5:])
    start = date(2024, 1, rng.randint(8, 20))
    yield plan_of(
        rng,
        "trial_week",
        names,
        "app",
        method="card",
        start=start,
        amount=_stepped((1, rng.choice([0.0, 1.0])), (999, price)),
        due_at=lambda k: (
            start if k == 0 else add_months(start + timedelta(days=7), k - 1, (start + timedelta(days=7)).day)
        ),
    )


@family
def paused(rng: random.Random, life: Life, names: Names) -> Iterator[Plan]:
    """Yield plans: paused."""
    at = rng.randint(5, 20)
    yield plan_of(rng, "paused", names, "app", skip=set(range(at, at + rng.randint(1, 4))))


@family
def left_and_back(rng: random.Random, life: Life, names: Names) -> Iterator[Plan]:
    """Yield plans: left and back."""
    at, gap, day = rng.randint(6, 12), rng.randint(5, 9), rng.randint(1, 28)
    start = START.replace(day=1)
    yield plan_of(
        rng,
        "left_and_back",
        names,
        "app",
        start=start,
        method="card",
        due_at=lambda k: add_months(start, k if k < at else k + gap, 12 if k < at else day),
    )


@family
def moved_day(rng: random.Random, life: Life, names: Names) -> Iterator[Plan]:
    """Yield plans: moved day."""
    at, a, b = rng.randint(8, 24), rng.randint(1, 12), rng.randint(14, 27)
    start = START.replace(day=1)
    yield plan_of(
        rng, "moved_day", names, "app", start=start, due_at=lambda k: add_months(start, k, a if k < at else b)
    )


@family
def monthly_to_annual(rng: random.Random, life: Life, names: Names) -> Iterator[Plan]:
    """Yield plans: monthly to annual."""
    price, at, day = rng.choice(PRICES[4:16]), rng.randint(8, 14), rng.randint(1, 28)
    start = START.replace(day=1)
    yield plan_of(
        rng,
        "monthly_to_annual",
        names,
        "app",
        start=start,
        cadence="annual",
        method="card",
        due_at=lambda k: add_months(start, k if k < at else at + 12 * (k - at), day),
        amount=_stepped((at, price), (999, round(price * 10, 2))),
    )


@family
def usage(rng: random.Random, life: Life, names: Names) -> Iterator[Plan]:
    """Yield plans: usage."""
    base = rng.uniform(12, 60)
    yield plan_of(
        rng,
        "usage",
        names,
        "phone",
        kind="bill",
        method=rng.choice(["card", "debit"]),
        amount=lambda k, d: round(base * rng.uniform(0.7, 1.4), 2),
    )


@family
def seasonal(rng: random.Random, life: Life, names: Names) -> Iterator[Plan]:
    """Yield plans: seasonal."""
    base = rng.uniform(40, 160)
    cadence = rng.choice(["monthly", "bimonthly", "quarterly"])
    yield plan_of(
        rng,
        "seasonal",
        names,
        "energy",
        kind="bill",
        cadence=cadence,
        method="debit",
        amount=lambda k, d: round(
            base * ([1.8, 1.7, 1.4, 1, 0.7, 0.5, 0.4, 0.4, 0.6, 1, 1.4, 1.7][d.month - 1]) * rng.uniform(0.9, 1.1), 2
        ),
    )


@family
def budget_plan(rng: random.Random, life: Life, names: Names) -> Iterator[Plan]:
    """Yield plans: budget plan."""
    price = rng.choice([62.0, 85.0, 110.0])
    yield plan_of(
        rng, "budget_plan", names, "energy", kind="bill", method="debit", amount=lambda k, d: price + 7 * (k // 12)
    )


@family
def ten_instalments(rng: random.Random, life: Life, names: Names) -> Iterator[Plan]:
    """Yield plans: ten instalments."""
    day = rng.choice([1, 5, 15, 28])
    price = rng.uniform(120, 240)
    start = date(2023, 9, 1)
    months = [i for i in range(48) if (START.month + 2 + i - 1) % 12 + 1 not in (2, 3)]
    yield plan_of(
        rng,
        "ten_instalments",
        names,
        "public",
        kind="bill",
        method="debit",
        start=start,
        due_at=lambda k: add_months(start, months[k], day),
        amount=lambda k, d: round(price * 1.04 ** (d.year - 2023), 2),
    )


@family
def tax_quarterly(rng: random.Random, life: Life, names: Names) -> Iterator[Plan]:
    """Yield plans: tax quarterly."""
    start = date(2023, rng.choice([8, 9]), 15)
    yield plan_of(
        rng,
        "tax_quarterly",
        names,
        "public",
        kind="bill",
        cadence="quarterly",
        method="debit",
        start=start,
        anchor=15,
        price=rng.choice([52.0, 133.5]),
    )


@family
def new_card(rng: random.Random, life: Life, names: Names) -> Iterator[Plan]:
    """Yield plans: new card."""
    at = rng.randint(6, 26)
    yield plan_of(rng, "new_card", names, "app", method="card", card_at=lambda k: 0 if k < at else 1)


@family
def rebrand(rng: random.Random, life: Life, names: Names) -> Iterator[Plan]:
    """Yield plans: rebrand."""
    at = rng.randint(6, 24)
    old, new = rng.choice(
        [
            ("TWITTER BLUE", "X CORP PAID FEATURES"),
            ("HBO NORDIC", "MAX NORDIC STREAM"),
            ("SENDINBLUE", "BREVO"),
            ("FUNDERA PLUS", "LUMOVIA"),
            ("WW DIGITAL", "WEIGHTWATCHERS.COM"),
        ]
    )
    yield plan_of(rng, "rebrand", names, "app", text_at=lambda k, d: old if k < at else new, method="card")


@family
def truncated(rng: random.Random, life: Life, names: Names) -> Iterator[Plan]:
    """Yield plans: truncated."""
    full = rng.choice(
        [
            "NATIONAL GEOGRAPHIC SOCIETY PLUS",
            "INTERNATIONAL HERALD DIGITAL",
            "WEIGHT LOSS COACHING ONLINE",
            "SCIENTIFIC AMERICAN DIGITAL",
        ]
    )
    yield plan_of(
        rng, "truncated", names, "app", text_at=lambda k, d: full[: rng.choice([22, 23, 25, 32])], method="card"
    )


@family
def two_plans(rng: random.Random, life: Life, names: Names) -> Iterator[Plan]:
    """Yield plans: two plans."""
    text = rng.choice(names["hosting"])
    for price, cadence in (
        (rng.choice(PRICES[:10]), "monthly"),
        (rng.choice(PRICES[12:]), rng.choice(["monthly", "annual", "quarterly"])),
    ):
        start = START + timedelta(days=rng.randint(0, 200))
        yield plan_of(
            rng,
            "two_plans",
            names,
            "hosting",
            text=text,
            text_at=lambda k, d: text,
            price=price,
            cadence=cadence,
            start=start.replace(day=rng.randint(1, 28)),
            method="card",
        )


@family
def same_price_other_day(rng: random.Random, life: Life, names: Names) -> Iterator[Plan]:
    """Yield plans: same price other day."""
    text, price, day = rng.choice(names["phone"]), rng.choice(PRICES), rng.randint(1, 12)
    for anchor in (day, day + rng.randint(8, 15)):
        yield plan_of(
            rng,
            "same_price_other_day",
            names,
            "phone",
            text=text,
            text_at=lambda k, d: text,
            price=price,
            start=START.replace(day=1),
            anchor=anchor,
            kind="bill",
            method="card",
        )


@family
def same_day_two(rng: random.Random, life: Life, names: Names) -> Iterator[Plan]:
    """Yield plans: same day two."""
    text, day, same = rng.choice(names["phone"]), rng.randint(1, 28), rng.random() < 0.5
    price = rng.choice(PRICES[6:])
    for other in (price, price if same else rng.choice(PRICES[:6])):
        yield plan_of(
            rng,
            "same_day_two",
            names,
            "phone",
            text=text,
            text_at=lambda k, d: text,
            price=other,
            start=START.replace(day=1),
            anchor=day,
            kind="bill",
            method="debit",
        )


def _store(
    rng: random.Random, life: Life, texts: list[str], prices: tuple[float, ...], plans: int, name: str
) -> Iterator[Plan]:
    text = rng.choice(texts)
    for price in rng.sample(prices, plans):
        start = START + timedelta(days=rng.randint(0, 300))
        yield Plan(
            name,
            text=text,
            text_at=lambda k, d: text.format(x=letters(rng, 9)),
            price=price,
            start=start.replace(day=1),
            anchor=rng.randint(1, 28),
            jitter=2,
        )
    for _ in range(rng.randint(10, 40)):
        day = START + timedelta(days=rng.randint(0, (AS_OF - START).days))
        life.book(day, text.format(x=letters(rng, 9)), rng.choice([0.99, 1.99, 2.99, 4.99, 9.99, 0.5, 3.49]))


@family
def google_store(rng: random.Random, life: Life, names: Names) -> Iterator[Plan]:
    """Yield plans: google store."""
    yield from _store(
        rng,
        life,
        ["GOOGLE *GOOGLE PLAY APPS", "GOOGLE *PLAY {x}", "APPLE.COM/BILL CORK IE"],
        (1.99, 5.99, 7.49, 11.99, 16.99),
        rng.choice([1, 2, 3]),
        "store_bill",
    )


@family
def membership(rng: random.Random, life: Life, names: Names) -> Iterator[Plan]:
    """Yield plans: membership."""
    text = rng.choice(
        [
            ("AMZN Mktp DE*{x}", "AMZ*PRIME {x}"),
            ("AMAZON.IT*{x}", "AMAZON.IT*{x}"),
            ("BOL.COM {x}", "BOL.COM SELECT"),
            ("AMAZON MKTPLACE {x}", "AMAZON PRIME*{x}"),
        ]
    )
    for _ in range(rng.randint(20, 90)):
        life.book(
            START + timedelta(days=rng.randint(0, (AS_OF - START).days)),
            text[0].format(x=letters(rng, 9)),
            round(rng.lognormvariate(3.2, 0.9), 2),
        )
    yield Plan(
        "membership",
        text_at=lambda k, d: text[1].format(x=letters(rng, 9)),
        price=rng.choice([4.99, 8.99, 9.99]),
        start=START.replace(day=1),
        anchor=rng.randint(1, 28),
    )


@family
def paypal(rng: random.Random, life: Life, names: Names) -> Iterator[Plan]:
    """Yield plans: paypal."""
    who = rng.choice(names["app"]).upper().replace("*", "")
    text = rng.choice(
        [
            f"PAYPAL *{who} 35314369001",
            f"PP*{who}",
            "PayPal Europe S.a.r.l. et Cie S.C.A {n}/. " + f"{who}, Ihr Einkauf bei {who}",
        ]
    )
    for _ in range(rng.randint(3, 15)):
        life.book(
            START + timedelta(days=rng.randint(0, 1000)),
            text.replace(who, rng.choice(ONE)).format(n=digits(rng, 13)),
            round(rng.uniform(5, 90), 2),
        )
    yield Plan(
        "paypal",
        text_at=lambda k, d: text.format(n=digits(rng, 13)),
        price=rng.choice(PRICES),
        start=START.replace(day=1),
        anchor=rng.randint(1, 28),
    )


ONE = ["ZOOPLUS", "REVERB", "SPREADSHIRT", "TICKETIO", "NINTENDOSHOP"]


@family
def facilitator(rng: random.Random, life: Life, names: Names) -> Iterator[Plan]:
    """Yield plans: facilitator."""
    text = rng.choice(
        [
            "PADDLE.NET* {x}",
            "FS *{x}",
            "DRI*PARALLELS {x}",
            "2CO.COM*{x}",
            "SP {w}",
            "STRIPE*{w}",
            "NYX*{w}",
            "CLEVERBRIDGE {x}",
        ]
    )
    word = rng.choice(["SCRIVO", "MINDLY", "TABLEPLUS", "GOODNOTES"])
    yield plan_of(
        rng,
        "facilitator",
        names,
        "app",
        text_at=lambda k, d: text.format(x="".join(rng.choice("BCDFGHKLMNPRSTVWXZ") for _ in range(6)), w=word),
        method="card",
    )


@family
def started_lately(rng: random.Random, life: Life, names: Names) -> Iterator[Plan]:
    """Yield plans: started lately."""
    start = add_months(AS_OF.replace(day=1), -rng.choice([2, 3, 4]), 1)
    yield plan_of(
        rng, "started_lately", names, rng.choice(["app", "club", "paper"]), start=start, anchor=rng.randint(1, 28)
    )


def _lately(rng: random.Random, charges: int) -> date:
    """Return the first of the month in which a contract with so many charges until now began."""
    return add_months(AS_OF.replace(day=1), -charges, 1)


@family
def begun_after_trial(rng: random.Random, life: Life, names: Names) -> Iterator[Plan]:
    """Yield plans: begun lately, with a trial at nothing or one."""
    price = rng.choice(PRICES[5:])
    yield plan_of(
        rng,
        "begun_after_trial",
        names,
        rng.choice(["app", "paper", "hosting"]),
        start=_lately(rng, rng.randint(3, 5)),
        anchor=rng.randint(1, 28),
        method="card",
        amount=_stepped((1, rng.choice([0.0, 0.99, 1.0])), (999, price)),
    )


@family
def begun_cheaper(rng: random.Random, life: Life, names: Names) -> Iterator[Plan]:
    """Yield plans: begun lately, some months at an introductory price."""
    price = rng.choice(PRICES[8:])
    yield plan_of(
        rng,
        "begun_cheaper",
        names,
        rng.choice(["app", "paper", "club"]),
        start=_lately(rng, rng.randint(4, 7)),
        anchor=rng.randint(1, 28),
        amount=_stepped((rng.choice([1, 2, 3]), round(price / rng.choice([2, 3]), 2)), (999, price)),
    )


@family
def tried_a_while(rng: random.Random, life: Life, names: Names) -> Iterator[Plan]:
    """Yield plans: ended after three to six charges."""
    start = add_months(START, rng.randint(2, 24), 1)
    yield plan_of(
        rng,
        "tried_a_while",
        names,
        rng.choice(["app", "club", "paper", "hosting", "care"]),
        start=start,
        anchor=rng.randint(1, 28),
        end=start + timedelta(days=30 * rng.randint(3, 6)),
    )


@family
def begun_otherwise(rng: random.Random, life: Life, names: Names) -> Iterator[Plan]:
    """Yield plans: three to six charges in another cadence than a month."""
    cadence, days = rng.choice([("four_weekly", 28), ("thirty_days", 30), ("bimonthly", 61), ("quarterly", 91)])
    start = AS_OF - timedelta(days=days * rng.randint(3, 5))
    yield plan_of(
        rng, "begun_otherwise", names, rng.choice(["app", "club"]), cadence=cadence, start=start, anchor=start.day
    )


@family
def bill_begun(rng: random.Random, life: Life, names: Names) -> Iterator[Plan]:
    """Yield plans: a bill that began lately, its amount a little different each time."""
    base = rng.uniform(15, 90)
    yield plan_of(
        rng,
        "bill_begun",
        names,
        rng.choice(["phone", "energy"]),
        start=_lately(rng, rng.randint(4, 7)),
        anchor=rng.randint(1, 28),
        kind="bill",
        method="debit",
        amount=lambda k, d: round(base * rng.uniform(0.9, 1.1), 2),
    )


@family
def donation_card(rng: random.Random, life: Life, names: Names) -> Iterator[Plan]:
    """Yield plans: a gift each month or quarter, a round sum, by card."""
    start = add_months(START, rng.randint(0, 26), 1)
    yield plan_of(
        rng,
        "donation_card",
        names,
        "giving",
        start=start,
        anchor=rng.randint(1, 28),
        cadence=rng.choice(["monthly", "quarterly"]),
        price=rng.choice([5.0, 10.0, 15.0, 25.0]),
        method=rng.choice(["card", "debit"]),
    )


@family
def ended(rng: random.Random, life: Life, names: Names) -> Iterator[Plan]:
    """Yield plans: ended."""
    end = START + timedelta(days=rng.randint(300, 900))
    yield plan_of(
        rng, "ended", names, rng.choice(["app", "club"]), start=START.replace(day=1), end=end, anchor=rng.randint(1, 28)
    )


@family
def after_cancel(rng: random.Random, life: Life, names: Names) -> Iterator[Plan]:
    """Yield plans: after cancel."""
    end = START + timedelta(days=rng.randint(500, 900))
    yield plan_of(
        rng,
        "after_cancel",
        names,
        "security",
        start=START.replace(day=1),
        end=end,
        after=rng.randint(1, 3),
        anchor=rng.randint(1, 28),
        method="card",
    )


def contracts_of(rng: random.Random, life: Life, names: Names) -> Iterator[Plan]:
    """Yield the plans of one person: some families at random, and what nearly everybody has."""
    used: set[str] = set()
    for name in rng.sample(sorted(FAMILIES), rng.randint(5, 9)):
        for plan in list(FAMILIES[name](rng, life, names)):
            word = plan.text.split(" ")[0] or name
            if word in used and name not in ("two_plans", "same_price_other_day", "same_day_two", "store_bill"):
                continue
            used.add(word)
            yield plan
    start = START.replace(day=1)
    yield Plan(
        "rent",
        kind="rent",
        cls="neutral",
        method="debit",
        text=rng.choice(
            ["MIETE WOHNUNG 4 SCHULZE", "RENT FLAT 2B", "LOYER SCI DUPONT", "HUUR WONING", "HYRA LGH", "ALUGUEL APTO"]
        ),
        price=rng.choice([640.0, 925.5, 1300.0]),
        start=start,
        anchor=rng.choice([1, 3, 5]),
    )
    if rng.random() < 0.5:
        yield Plan(
            "loan",
            kind="loan",
            cls="neutral",
            method="debit",
            text=rng.choice(["SANTANDER CONSUMER DARLEHEN", "CAR FINANCE LTD", "PRET AUTO CETELEM", "BOLAN SBAB"]),
            price=233.4,
            start=start,
            anchor=15,
        )
    if rng.random() < 0.6:
        yield Plan(
            "saving",
            kind="transfer",
            cls="neutral",
            method="transfer",
            text=rng.choice(["SPARPLAN ETF", "SAVINGS POT", "LIVRET EPARGNE", "OWN ACCOUNT"]),
            price=100.0,
            start=start,
            anchor=2,
        )
    if rng.random() < 0.4:
        yield Plan(
            "pocket_money",
            kind="transfer",
            cls="neutral",
            method="transfer",
            text=rng.choice(["LENA TASCHENGELD", "EMIL PETERS", "MILA POCKET MONEY"]),
            price=rng.choice([10.0, 20.0]),
            start=start,
            cadence=rng.choice(["weekly", "monthly"]),
        )
    if rng.random() < 0.3:
        at = START + timedelta(days=rng.randint(50, 700))
        yield Plan(
            "instalments",
            kind="loan",
            cls="neutral",
            text=rng.choice(["KLARNA*RATE {n}", "AFTERPAY {n}", "SCALAPAY"]),
            text_at=lambda k, d: f"KLARNA RATE {digits(rng, 6)}",
            price=round(rng.uniform(20, 90), 2),
            start=at,
            anchor=at.day,
            end=at + timedelta(days=100),
            cadence=rng.choice(["biweekly", "monthly"]),
        )


def _days(rng: random.Random, gap: Callable[[], float]) -> Iterator[date]:
    at = START + timedelta(days=rng.randint(0, 40))
    while at <= AS_OF:
        yield at
        at += timedelta(days=max(1, round(gap())))


def _gauss(rng: random.Random, mean: float, sigma: float) -> Callable[[], float]:
    return lambda: rng.gauss(mean, sigma)


def habits_of(rng: random.Random, life: Life, names: Names, one_offs: list[str]) -> None:
    """Book what people buy again and again without a contract."""

    def repeat(group: str, gap: Callable[[], float], price: Callable[[], float], method: str = "card") -> None:
        text = rng.choice(names[group])
        number = rng.random() < 0.5
        role: dict[str, list[str | None]] = {}
        for day in _days(rng, gap):
            id_ = life.book(
                day, f"{text} {digits(rng, 4)}" if number and rng.random() < 0.9 else text, price(), method=method
            )
            role[id_] = [None, "habit"]
        life.roles |= role

    def fixed(*values: float) -> Callable[[], float]:
        value = rng.choice(values)
        return lambda: value

    def spread(mean: float, sigma: float) -> Callable[[], float]:
        return lambda: round(max(1.0, rng.lognormvariate(0, sigma) * mean), 2)

    repeat("daily", lambda: rng.expovariate(1 / 4) + 1, fixed(2.8, 4.2, 7.5))
    repeat("market", lambda: rng.gauss(7, 1.2), spread(70, 0.35))
    if rng.random() < 0.5:
        repeat("market", lambda: rng.choice([7, 7, 7, 6, 8, 14]), fixed(20.0, 25.0, 13.9))
    repeat("fare", lambda: rng.expovariate(1 / 5) + 1, fixed(2.4, 3.2, 39.0))
    repeat("body", lambda: rng.gauss(35, 5), fixed(24.0, 32.5, 55.0))
    repeat("fuel", lambda: rng.gauss(13, 4), spread(55, 0.2))
    repeat("cash", lambda: rng.choice([28, 30, 31, 12, 9, 20]), fixed(50.0, 100.0, 200.0))
    for group, low, high in (("visit", 9.5, 14.0), ("car", 3.0, 12.5), ("kiosk", 12.0, 5.5), ("topup", 10.0, 15.0)):
        if rng.random() < 0.5:
            gap = {"visit": (10, 4), "car": (21, 9), "kiosk": (7, 1.5), "topup": (32, 6)}[group]
            repeat(group, _gauss(rng, *gap), fixed(low, high))
    if rng.random() < 0.4:  # a season's presents, tyres, the vet: about once a year, not on a day
        text = rng.choice(["REIFEN DIENST", "TIERARZT DR KLEIN", "WEIHNACHTSMARKT", "BLUMEN ROSE"])
        for year in (2023, 2024, 2025):
            life.book(date(year, 11, 15) + timedelta(days=rng.randint(-25, 25)), text, rng.choice([49.0, 49.0, 62.0]))
    for _ in range(rng.randint(120, 300)):
        text = rng.choice(one_offs)
        life.book(
            START + timedelta(days=rng.randint(0, (AS_OF - START).days)),
            f"{text} {letters(rng, 6)}" if rng.random() < 0.4 else text,
            round(rng.lognormvariate(3.3, 0.9), 2),
        )
    for _ in range(rng.randint(10, 30)):
        life.book(
            START + timedelta(days=rng.randint(0, 1000)),
            rng.choice(["ANNA K", "TOMMASO R", "J WEBER", "P SINGH"]),
            rng.choice([5.0, 10.0, 15.0, 20.0]),
            method="transfer",
        )
    for month in range(36):
        day = add_months(START, month, 27)
        life.book(day, "LOHN/GEHALT NORDWERK AG", -2450.0 - rng.choice([0, 0, 120.5]), method="transfer")
        life.book(
            add_months(START, month, 20),
            "KREDITKARTENABRECHNUNG",
            round(rng.uniform(150, 900), 2),
            method="debit",
            keep="cc",
        )
    _same_days(rng, life, names)


def _same_days(rng: random.Random, life: Life, names: Names) -> None:
    """Book habits that keep a day: what is bought every Saturday, the hairdresser every fifth week, the same lunch."""

    def buy(group: str, first: date, step: Callable[[], int], price: Callable[[], float], method: str = "card") -> None:
        text, day = rng.choice(names[group]), first
        while day <= AS_OF:
            life.roles[life.book(day, text, price(), method=method, keep=group)] = [None, "habit"]
            day += timedelta(days=step())

    monday = START - timedelta(days=START.weekday())
    if rng.random() < 0.5:
        mean, weekday = rng.uniform(35, 110), timedelta(days=7 + rng.choice([3, 4, 5]))
        buy(
            "market",
            monday + weekday,
            lambda: rng.choice([7] * 12 + [14]),
            lambda: round(mean * rng.uniform(0.6, 1.5), 2),
        )
    if rng.random() < 0.4:
        fee, weeks = rng.choice([18.0, 25.0, 32.5, 44.0]), rng.choice([4, 5, 6, 8])
        drift = rng.choice([1, 2, 3])
        buy(
            "body",
            START,
            lambda: weeks * 7 + rng.randint(-drift, drift),
            lambda: fee if rng.random() < 0.93 else fee + 9,
        )
    if rng.random() < 0.3:
        stake = rng.choice([2.0, 5.5, 10.0])
        buy("kiosk", monday + timedelta(days=8), lambda: rng.choice([7] * 15 + [14]), lambda: stake)
    if rng.random() < 0.3:
        tank = rng.uniform(38, 70)
        buy("fuel", START, lambda: rng.choice([14, 14, 14, 13, 15]), lambda: round(tank * rng.uniform(0.85, 1.15), 2))
    if rng.random() < 0.3:  # shops that pull what was bought from the account
        mean, gap, drift = rng.uniform(15, 90), rng.choice([7, 14, 30]), rng.choice([2, 5])
        buy(
            "market",
            START,
            lambda: gap + rng.randint(-drift, drift),
            lambda: round(mean * rng.uniform(0.4, 1.8), 2),
            "debit",
        )
        stake, wait = rng.choice([9.99, 19.9, 25.0]), rng.uniform(20, 70)
        buy("visit", START, lambda: 1 + round(rng.expovariate(1 / wait)), lambda: stake, "debit")
    for _ in range(rng.choice([0, 0, 1, 2])):  # bought now, paid in parts
        first, parts = START + timedelta(days=rng.randint(0, 900)), rng.choice([3, 4])
        text, sum_ = (
            rng.choice(["KLARNA*SHOP", "CLEARPAY LTD", "SCALAPAY", "AFFIRM *PAY"]),
            round(rng.uniform(12, 80), 2),
        )
        sid = f"{life.owner}-b{len(life.streams):02d}"
        ids = [life.book(add_months(first, k, first.day), text, sum_) for k in range(parts)]
        life.roles |= {id_: [sid, "charge"] for id_ in ids}
        life.streams.append(
            {
                "stream_id": sid, "person": life.owner, "family": "paid_in_parts", "cls": "neutral", "kind": "loan", "cadence": "monthly",
                "status": "cancelled", "tx_ids": ids, "after_cancel_tx_ids": [], "n": parts, "single": False,
                "next_booked": None, "next_amount": None,
            }
        )  # fmt: skip
