from datetime import date

import pytest

from unrenew.act.early_charges import early_charge
from unrenew.directory import Directory
from unrenew.model.providers import ChargeDay, Provider

TODAY = date(2026, 11, 22)


def charge(**more):
    known = {"source": "https://guard.example/terms", "evidence": "official", "read_on": date(2026, 11, 1)}
    return ChargeDay(**(known | {"text": "billed up to 35 days before", "days_before": 35} | more))


def found(*charges, channel=None, cadence="annual", country="DE"):
    known = {"schema": "unrenew-provider/1", "id": "guard", "name": "Guard", "kind": "security"}
    provider = Provider(**known, read_on=date(2026, 11, 1), charges=charges)
    return early_charge("guard", channel, cadence, country=country, directory=Directory((provider,)), today=TODAY)


def test_it_says_how_many_days_who_says_so_and_when_that_was_read():
    early = found(charge(plan="annual"), charge(plan="annual", days_before=15))
    assert early.days == 35
    assert "https://guard.example/terms, looked at on 2026-11-01" in early.says
    assert "third party" in found(charge(evidence="third-party")).says


@pytest.mark.parametrize("cadence", ["annual", "biennial"])
def test_what_holds_for_a_year_holds_for_more(cadence):
    assert found(charge(plan="annual"), cadence=cadence).days == 35


def test_what_is_said_of_another_plan_country_or_shop_does_not_hold():
    assert found(charge(plan="monthly")) is None
    assert found(charge(plan="annual"), cadence="monthly") is None
    assert found(charge(regions=("GB",))) is None
    assert found(charge(), channel="apple_app_store") is None
    assert found() is None


def test_days_that_are_not_stated_are_not_known():
    assert found(charge(days_before=None)).days is None
