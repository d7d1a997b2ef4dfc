"""Dearer, soon paid, twice, or from a seller that is gone."""

from datetime import date
from decimal import Decimal

import polars as pl

from unrenew.model.providers import Market, Provider
from unrenew.model.watched import Held, Rise
from unrenew.transactions import from_rows
from unrenew.watch.notable import duplicate_plans, price_rises, renewals_due, trials_ending, unexpected_sellers

TODAY = date(2026, 11, 1)


def held(**more):
    known = {"id": "s1", "name": "Guard", "amount": Decimal("59.99"), "currency": "EUR", "cadence": "annual"}
    return Held(**(known | more))


def provider(**more):
    known = {
        "schema": "unrenew-provider/1",
        "id": "guard",
        "name": "Guard",
        "kind": "security",
        "read_on": date(2026, 10, 1),
    }
    return {"guard": Provider(**(known | more))}


def market(**more):
    known = {"source": "s", "evidence": "press", "read_on": date(2026, 10, 1), "status": "left", "text": "left"}
    return Market(**(known | more))


def test_a_rise_says_old_new_and_since():
    rise = Rise(on=date(2026, 10, 20), old=Decimal("49.99"), new=Decimal("59.99"))
    (found,) = price_rises([held(rises=(rise,))], today=TODAY)
    assert found.why == ("49.99 EUR before, 59.99 EUR since 2026-10-20 (20% more)",)
    assert str(found.money) == "59.99 EUR"


def test_old_rises_and_falls_are_no_news():
    old = Rise(on=date(2024, 1, 1), old=Decimal(1), new=Decimal(2))
    fall = Rise(on=date(2026, 10, 1), old=Decimal(2), new=Decimal(1))
    assert price_rises([held(rises=(old, fall))], today=TODAY) == ()


def test_a_trial_about_to_cost():
    (found,) = trials_ending([held(trial_ends_on=date(2026, 11, 9))], today=TODAY)
    assert found.on == date(2026, 11, 9)
    assert trials_ending([held(trial_ends_on=date(2026, 12, 20))], today=TODAY) == ()
    assert trials_ending([held(trial_ends_on=date(2026, 10, 20))], today=TODAY) == ()


def test_a_renewal_and_the_last_day_to_cancel():
    found = renewals_due([held(next_on=date(2026, 11, 20), cancel_by=date(2026, 11, 5))], today=TODAY)
    assert {alarm.kind: alarm.on for alarm in found} == {
        "renewal_due": date(2026, 11, 20),
        "cancel_by": date(2026, 11, 5),
    }
    assert renewals_due([held(cadence="monthly", next_on=date(2026, 11, 20))], today=TODAY) == ()


def test_one_alarm_where_the_last_day_is_that_before_the_charge_and_none_beside_an_open_case():
    plan = {"next_on": date(2026, 11, 20), "cancel_by": date(2026, 11, 19), "why": ("no notice period is known",)}
    (found,) = renewals_due([held(**plan)], today=TODAY)
    assert found.kind == "renewal_due"
    assert "no notice period is known" in found.why
    assert renewals_due([held(**plan, in_case="c1")], today=TODAY) == ()


def test_two_plans_of_one_provider_and_two_tools_of_a_kind():
    one, same = held(provider="guard"), held(id="s2", provider="guard")
    other = held(id="s3", name="Shieldy", provider="shieldy", covers="security")
    assert len(duplicate_plans([one, same], today=TODAY)) == 1
    assert len(duplicate_plans([held(covers="security"), other], today=TODAY)) == 1
    assert duplicate_plans([held(provider="a"), held(id="s2", provider="b")], today=TODAY) == ()
    assert duplicate_plans([one, held(id="s2", provider="guard", owner="b")], today=TODAY) == ()
    assert duplicate_plans([one, held(id="s2", provider="guard", active=False)], today=TODAY) == ()


def bookings(*days, amount="-59.99", **more):
    rows = [
        {"id": f"t{n}", "account": "A", "booked_on": day, "amount": Decimal(amount), "currency": "EUR"} | more
        for n, day in enumerate(days)
    ]
    names = {"merchant": pl.lit("guard"), "provider": pl.lit(None, pl.String)}
    return from_rows(rows).with_columns(**names)


def sellers(table, known, country="DE"):
    return unexpected_sellers(table, known.values(), [held(charge_ids=("t1",))], country=country, today=TODAY)


def test_each_charge_by_a_seller_that_is_gone():
    table = bookings(date(2024, 5, 1), date(2026, 10, 1), date(2026, 12, 1))
    (found,) = sellers(table, provider(status="wound-down", ended_on="2025-01"))
    assert (found.transactions, found.subscription, str(found.money)) == (("t1",), "s1", "59.99 EUR")
    assert any("fraud" in line for line in found.why)
    assert sellers(table, provider()) == ()


def test_a_refund_by_a_seller_that_is_gone_is_none():
    gone = provider(status="wound-down", ended_on="2025-01")
    assert sellers(bookings(date(2026, 10, 1), amount="59.99"), gone) == ()


def test_a_country_that_the_provider_left():
    left = provider(markets=(market(regions=("US",), since="2024-07-20"),))
    (found,) = sellers(bookings(date(2026, 10, 1)), left, country="US")
    assert "US since 2024-07-20" in found.why[0]
    assert sellers(bookings(date(2026, 10, 1)), left) == ()
    assert sellers(bookings(date(2026, 10, 1)), left, country=None) == ()
