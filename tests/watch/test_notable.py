"""Dearer, soon paid, twice, or from a seller that is gone."""

from datetime import date
from decimal import Decimal

from unrenew.model.providers import Market, Provider
from unrenew.model.watched import Held, Rise
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


def test_a_seller_that_is_gone():
    item = held(provider="guard", charged_on=(date(2024, 5, 1), date(2026, 10, 1)), charge_ids=("a", "b"))
    (found,) = unexpected_sellers([item], provider(status="wound-down", ended_on="2025-01"), today=TODAY)
    assert found.transactions == ("b",)
    assert any("fraud" in line for line in found.why)
    assert unexpected_sellers([item], provider(), today=TODAY) == ()


def test_a_country_that_the_provider_left():
    item = held(provider="guard", country="US", charged_on=(date(2026, 10, 1),), charge_ids=("b",))
    left = provider(markets=(market(regions=("US",), since="2024-07-20"),))
    (found,) = unexpected_sellers([item], left, today=TODAY)
    assert "US since 2024-07-20" in found.why[0]
    abroad = held(provider="guard", country="DE", charged_on=(date(2026, 10, 1),), charge_ids=("b",))
    assert unexpected_sellers([abroad], left, today=TODAY) == ()
