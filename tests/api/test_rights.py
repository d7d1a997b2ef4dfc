from datetime import date

from unrenew.api.rights import case_of_subscription, rights_of

TODAY = date(2026, 11, 22)
DOC = {
    "name": "Norton", "provider": "norton", "channel": "direct", "cadence": "annual", "amount": "99.99",
    "currency": "EUR", "next": {"on": "2027-11-01", "amount": "99.99"},
    "charges": [
        {"id": "a", "on": "2025-11-01", "amount": "79.99", "role": "charge"},
        {"id": "b", "on": "2026-11-01", "amount": "99.99", "role": "charge"},
    ],
}  # fmt: skip


def test_what_statements_say_becomes_a_case():
    case = case_of_subscription(DOC, today=TODAY, country="DE")
    assert (case.channel, case.plan.term_months, case.renewed_on) == ("provider_web", 12, date(2026, 11, 1))


def test_the_promise_of_the_provider_is_found():
    found = rights_of(case_of_subscription(DOC, today=TODAY, country="DE"), today=TODAY)
    promise = next(remedy for remedy in found.remedies if remedy.rule == "provider.guarantee")
    assert (promise.status, str(promise.deadline), str(promise.amount)) == ("open", "2026-12-31", "99.99")


def test_little_known_is_asked_for():
    case = case_of_subscription({"name": "Unknown", "charges": []}, today=TODAY, country=None)
    found = rights_of(case, today=TODAY)
    assert {"country"} <= {name for remedy in found.remedies for name in remedy.missing}
