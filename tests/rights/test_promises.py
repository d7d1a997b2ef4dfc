from datetime import date

import msgspec

from unrenew.api.rights import rulebook
from unrenew.model.providers import Provider
from unrenew.model.remedies import RightsCase
from unrenew.rights.promises import promises
from unrenew.rights.remedies import find_remedies
from unrenew.rights.rulebooks import build_rulebook

TODAY = date(2026, 11, 22)
FOOT = {"source": "https://example.org/refunds", "evidence": "official", "read_on": date(2026, 11, 22)}


def provider(*refunds, **values):
    rows = [FOOT | {"scope": "any", "text": "as the page says"} | refund for refund in refunds]
    base = {"schema": "unrenew-provider/1", "id": "acme-cloud", "name": "Acme Cloud", "kind": "cloud"}
    return msgspec.convert(base | {"read_on": date(2026, 11, 22), "refunds": rows} | values, Provider)


def judged(given, **facts):
    base = {"channel": "provider_web", "purchased_on": "2026-10-30", "country": "DE"}
    plan = {"provider": "Acme-Cloud", "price": "20.00", "currency": "EUR", "term_months": 12} | facts.pop("plan", {})
    book = build_rulebook(promises([given], ["Norton"]))
    remedies = find_remedies(msgspec.convert(base | facts | {"plan": plan}, RightsCase), book, today=TODAY).remedies
    return next((remedy for remedy in remedies if remedy.rule == "provider.guarantee"), None)


def test_days_from_the_last_payment():
    assert str(judged(provider({"days": 30})).deadline) == "2026-11-29"
    assert judged(provider({"days": 30}), renewed_on="2026-11-20").status == "open"
    assert judged(provider({"days": 14})).status == "closed"


def test_plan_region_scope_and_channel():
    rows = ({"days": 60, "plan": "annual"}, {"days": 14, "plan": "monthly"}, {"days": 7, "regions": ("GB",)})
    assert str(judged(provider(*rows)).deadline) == "2026-12-29"
    assert judged(provider(*rows), plan={"term_months": 1}).status == "closed"
    first = provider({"days": 30, "scope": "first-purchase"})
    assert judged(first).status == "open"
    assert judged(first, renewed_on="2026-11-20").missing == ("provider_guarantee_days",)
    assert judged(provider({"days": 30, "regions": ("EU",)}), country="US").status == "ask"
    assert judged(provider({"days": 30, "regions": ("not:DE",)})).status == "ask"
    assert judged(provider({"days": 30}), channel="google_play").status == "closed"
    assert judged(provider({"days": 30, "channel": "nexway"}), channel="reseller_nexway").status == "open"


def test_none_is_closed_unless_somebody_names_days():
    assert judged(provider({"days": 0})).status == "closed"
    assert judged(provider({"days": 0}, {"days": 30, "evidence": "third-party"})) is None


def test_the_contract_goes_before():
    assert judged(provider({"days": 14}), provider_guarantee_days=60).status == "open"


def test_only_official_pages_and_no_second_file_for_a_provider_with_its_own():
    assert promises([provider({"days": 30, "evidence": "third-party"})], []) == ()
    assert promises([provider({"days": 30})], ["Acme Cloud"]) == ()
    assert promises([provider({"days": 30}, kind="app-store")], []) == ()


def test_the_directory_of_the_program_gives_some():
    versions = {rule.version for rule in rulebook().rules if rule.id == "provider.guarantee"}
    assert {"Norton", "Kaspersky"} <= versions
    assert len(versions) > 10
