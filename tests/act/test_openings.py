"""From a listed subscription to a case."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from unrenew.act.cases import open_case
from unrenew.act.openings import known_channel, known_facts, new_id, pick, rights_channel, subject_of
from unrenew.directory import Directory
from unrenew.facts import load_facts
from unrenew.model.cases import CaseCharge, CaseEvent, Opened, Subject
from unrenew.model.listings import CaseRow

DIRECTORY = Directory(load_facts().providers)
RECEIPT = {"seller": "Nexway", "order_number": "2A1", "product": "Kaspersky Plus", "ordered_on": "2024-10-19"}
LISTED = {
    "id": "x1", "owner": "Ana", "name": "Kaspersky", "provider": "kaspersky", "channel": "direct", "plan": None,
    "descriptor": "NEXWAY*KASPERSKY", "amount": "59.99", "currency": "EUR", "cadence": "annual",
    "next": {"on": "2027-10-20", "amount": "59.99"}, "started_on": None, "cancel_by": None, "receipts": [RECEIPT],
    "charges": [
        {"id": "a", "on": "2024-10-21", "amount": "39.99", "role": "charge"},
        {"id": "b", "on": "2025-10-20", "amount": "49.99", "role": "charge"},
        {"id": "c", "on": "2025-11-02", "amount": "-49.99", "role": "refund"},
    ],
}  # fmt: skip


def listed(**more):
    return {**LISTED, **more}


def subject(**more):
    return subject_of(listed(**more), country="DE", language=None)


def test_spending_is_negative_again_and_the_order_is_the_purchase():
    found = subject()
    assert [charge.amount for charge in found.charges] == [Decimal("-39.99"), Decimal("-49.99"), Decimal("49.99")]
    assert found.purchased_on == date(2024, 10, 19)
    assert found.renewed_on == date(2025, 10, 20)
    assert found.renews_on == date(2027, 10, 20)


def test_the_first_charge_of_a_statement_is_no_purchase():
    assert subject(receipts=[]).purchased_on is None
    late = {**RECEIPT, "ordered_on": "2025-10-18"}
    assert subject(receipts=[late]).purchased_on is None, "a charge lies a year before it: a renewal"
    assert subject(receipts=[], started_on="2024-10-01").purchased_on == date(2024, 10, 1)
    assert subject(charges=[], receipts=[]).renewed_on is None


def test_the_channel_is_taken_from_statement_or_receipt_only():
    assert known_channel(listed(channel="apple_app_store"), DIRECTORY).channel == "app-store"
    found = known_channel(listed(), DIRECTORY)
    assert (found.channel, found.because) == ("nexway", "receipt")
    assert known_channel(listed(receipts=[]), DIRECTORY) is None
    assert known_channel(listed(receipts=[{"seller": "Nobody"}]), DIRECTORY) is None
    assert known_facts(listed()) == {"order_number": "2A1", "product": "Kaspersky Plus"}


@pytest.mark.parametrize(
    ("channel", "word"),
    [
        ("my-kaspersky", "reseller_nexway"),
        ("nexway", "reseller_nexway"),
        ("support", "provider_web"),
        ("app-store", "apple_app_store"),
        ("google-play", "google_play"),
        ("retail-box", "retail_store"),
        ("direct", "provider_web"),
        ("some shop!", "reseller_some_shop"),
        (None, None),
    ],
)
def test_channels_in_the_words_of_rights(channel, word):
    assert rights_channel(channel, DIRECTORY.provider("kaspersky"), DIRECTORY) == word


def test_ids_are_short_and_free():
    one = Subject(name="Ünï Çødé & Söhne GmbH", owner="Ana")
    taken = []
    for _ in range(50):
        made = new_id(one, date(2026, 1, 1), taken)
        assert made not in taken
        assert made.isascii()
        assert len(made) < 40
        taken.append(made)
    assert new_id(Subject(name="中文"), date(2026, 1, 1), []).startswith("case-")


def test_a_word_means_the_open_case_first():
    rows = [
        CaseRow(id="netflix-1", owner=None, subscription=None, name="Netflix", state="closed"),
        CaseRow(id="netflix-2", owner=None, subscription=None, name="Netflix", state="asked"),
    ]
    assert [row.id for row in pick(rows, "netflix")] == ["netflix-2"]
    assert [row.id for row in pick(rows, "netflix-1")] == ["netflix-1"]
    assert pick(rows, "") == []
    assert pick(rows, "zzz") == []


def test_the_case_is_about_the_charge_after_the_cancellation_if_there_is_one():
    from dataclasses import replace

    from unrenew.act.openings import last_charge

    at = datetime(2026, 1, 1, tzinfo=UTC)
    case = open_case(
        CaseEvent(case="x", seq=1, on=date(2026, 1, 1), at=at, previous="", what=Opened(subject=subject()))
    )
    assert last_charge(case).id == "b"
    again = CaseCharge(on=date(2025, 1, 1), amount=Decimal(-1), currency="EUR", id="z")
    assert last_charge(replace(case, charged_again=(again,))).id == "z"
