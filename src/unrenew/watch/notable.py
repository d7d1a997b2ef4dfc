"""Subscriptions that go on, to alarms: dearer, soon paid, twice."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from decimal import Decimal
from itertools import combinations

import polars as pl

from unrenew.model import Money
from unrenew.model.alarms import Alarm, AlarmKind
from unrenew.model.providers import Market, Provider
from unrenew.model.watched import Held, Rise
from unrenew.watch.charges import alarm_id

RISE_DAYS = 365
"""A price rise is news for a year: as long as most contracts and the rights in them run."""
AHEAD_DAYS = 30
EXCLUSIVE = frozenset({"security"})
"""Kinds of service that one person needs once: two security tools even hinder each other."""
YEARLY = frozenset({"quarterly", "four_monthly", "half_yearly", "annual", "biennial", "triennial"})
"""Cadences whose renewal is worth an alarm; a monthly one would only be noise."""


def price_rises(held: Iterable[Held], *, today: date) -> tuple[Alarm, ...]:
    """Return an alarm for every price that went up within a year, with the old price and since when."""
    return tuple(
        Alarm(
            id=alarm_id("price_rise", item.owner, item.name, rise.on, rise.new),
            kind="price_rise",
            on=rise.on,
            name=item.name,
            owner=item.owner,
            subscription=item.id,
            money=_money(rise.new, item.currency),
            confidence=0.95,
            why=(_rise_words(rise, item.currency),),
        )
        for item in held
        for rise in item.rises
        if item.active and rise.new > rise.old and today - timedelta(days=RISE_DAYS) <= rise.on <= today
    )


def _rise_words(rise: Rise, currency: str | None) -> str:
    old, new = _money(rise.old, currency), _money(rise.new, currency)
    return f"{old} before, {new} since {rise.on.isoformat()} ({_percent(rise.old, rise.new)} more)"


def trials_ending(held: Iterable[Held], *, today: date) -> tuple[Alarm, ...]:
    """Return an alarm for every trial that becomes paid within a month."""
    return tuple(
        Alarm(
            id=alarm_id("trial_ending", item.owner, item.name, item.trial_ends_on),
            kind="trial_ending",
            on=item.cancel_by or item.trial_ends_on,
            name=item.name,
            owner=item.owner,
            subscription=item.id,
            case=item.in_case,
            money=_money(item.next_amount or item.amount, item.currency),
            why=(f"the trial ends on {item.trial_ends_on.isoformat()}; without a cancellation it then costs",),
        )
        for item in held
        if item.active
        and item.trial_ends_on is not None
        and today <= item.trial_ends_on <= today + timedelta(days=AHEAD_DAYS)
    )


def renewals_due(held: Iterable[Held], *, today: date) -> tuple[Alarm, ...]:
    """Return alarms for renewals within a month that are not monthly anyway, and for last days to cancel.

    One for each plan and charge, where the last day to cancel is simply the day before the charge. Nothing where a case
    is open: it has its own days.
    """
    alarms: list[Alarm] = []
    until = today + timedelta(days=AHEAD_DAYS)
    for item in held:
        if not item.active or item.in_case is not None or item.cadence not in YEARLY or item.next_on is None:
            continue
        by, avoids = item.cancel_by, item.avoids_on or item.next_on
        if today <= item.next_on <= until:
            why = (f"the next charge is expected on {item.next_on.isoformat()}", *item.why)
            alarms.append(_soon(item, "renewal_due", item.next_on, why))
        if by is not None and today <= by <= until and by != item.next_on - timedelta(days=1):
            why = f"after this day the charge of {avoids.isoformat()} can no longer be prevented by cancelling"
            alarms.append(_soon(item, "cancel_by", by, (why, *item.why)))
    return tuple(alarms)


def _soon(item: Held, kind: AlarmKind, on: date, why: tuple[str, ...]) -> Alarm:
    return Alarm(
        id=alarm_id(kind, item.owner, item.name, on),
        kind=kind,
        on=on,
        name=item.name,
        owner=item.owner,
        subscription=item.id,
        money=_money(item.next_amount or item.amount, item.currency),
        why=why,
    )


def duplicate_plans(held: Sequence[Held], *, today: date) -> tuple[Alarm, ...]:
    """Return an alarm for each pair that covers the same: two plans of one provider, or two tools of a kind."""
    alarms: list[Alarm] = []
    running = sorted((item for item in held if item.active), key=lambda item: (item.owner or "", item.name, item.id))
    for one, other in combinations(running, 2):
        if one.owner != other.owner:
            continue
        if one.provider is not None and one.provider == other.provider:
            why, confidence = "two plans of the same provider run side by side", 0.7
        elif one.covers in EXCLUSIVE and one.covers == other.covers:
            why, confidence = f"two services of one kind ({one.covers}) run side by side", 0.8
        else:
            continue
        alarms.append(
            Alarm(
                id=alarm_id("duplicate_plan", one.owner, one.name, other.name, *sorted((one.id, other.id))),
                kind="duplicate_plan",
                on=max((*one.charged_on[-1:], *other.charged_on[-1:]), default=today),
                name=f"{one.name} and {other.name}",
                owner=one.owner,
                subscription=one.id,
                money=_money(other.amount, other.currency),
                confidence=confidence,
                why=(why,),
            )
        )
    return tuple(alarms)


def unexpected_sellers(
    transactions: pl.DataFrame, providers: Iterable[Provider], held: Iterable[Held], *, country: str | None, today: date
) -> tuple[Alarm, ...]:
    """Return an alarm for each charge by a seller that is gone, or in a country where the provider does not sell.

    `transactions` has the columns `merchant` (who took the money) and `provider` beside its own, as the directory makes
    them of the descriptor; both are asked. `held` says to which subscription a charge belongs.
    """
    gone = {one.id: (one, *told) for one in providers if (told := _gone(one, country)) is not None}
    plans = {charge: plan.id for plan in held for charge in plan.charge_ids}
    either = pl.coalesce(*(pl.when(pl.col(name).is_in(list(gone))).then(name) for name in ("provider", "merchant")))
    columns = ("seller", "id", "owner", "account", "booked_on", "amount", "currency")
    found: Iterable[tuple[str, str, str | None, str | None, date, Decimal, str]] = (
        transactions.filter(pl.col("amount") < 0, pl.col("booked_on") <= today)
        .with_columns(seller=either)
        .drop_nulls("seller")
        .sort("booked_on", "account", "id")
        .select(columns)
        .iter_rows()
    )
    return tuple(
        Alarm(
            id=alarm_id("unexpected_provider", owner, account, id_),
            kind="unexpected_provider",
            on=on,
            name=gone[seller][0].name,
            owner=owner,
            subscription=plans.get(id_),
            transactions=(id_,),
            money=Money(amount=-amount, currency=currency),
            confidence=0.8,
            why=(gone[seller][2], "a charge in this name is a sign of fraud: ask your bank who took it"),
        )
        for seller, id_, owner, account, on, amount, currency in found
        if gone[seller][1] < on
    )


def _gone(provider: Provider, country: str | None) -> tuple[date, str] | None:
    """Return since when the provider no longer sells there, and why, in words; None where it still does."""
    if provider.status != "active" and (since := _last_day(provider.ended_on)) is not None:
        return since, f"{provider.name} no longer sells anything (since {provider.ended_on})"
    for market in provider.markets:
        since = _last_day(market.since)
        if market.status != "active" and since is not None and country is not None and _covers(market, country):
            return since, f"{provider.name} has not sold in {country} since {market.since}"
    return None


def _covers(market: Market, country: str) -> bool:
    return country in market.regions or ("*" in market.regions and f"not:{country}" not in market.regions)


def _last_day(text: str | None) -> date | None:
    """Return the last day that a date of the facts may mean: `2025-01` ends on the 31st."""
    if text is None:
        return None
    year, month, day = (*map(int, text.split("-")), 0, 0)[:3]
    if month == 0:
        return date(year, 12, 31)
    if day == 0:
        return (date(year, month, 28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
    return date(year, month, day)


def _money(amount: Decimal | None, currency: str | None) -> Money | None:
    return None if amount is None or currency is None else Money(amount=amount, currency=currency)


def _percent(old: Decimal, new: Decimal) -> str:
    return f"{(new / old - 1):.0%}" if old else "all of it"
