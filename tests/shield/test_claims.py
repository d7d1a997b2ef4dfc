"""Sentences of guides get the verdict that a careful person gives them."""

import pytest
from tests.shield.claimed import MISSED, OTHERS, PROVIDERS, REFUNDS, TRAPS, rows

from unrenew.directory import Directory
from unrenew.facts import load_facts
from unrenew.shield.claims import find_claims

REAL = Directory(load_facts().providers)
MADE = Directory(PROVIDERS)


def claims_of(provider, sentence, country=None):
    directory = MADE if provider in MADE.providers else REAL
    return find_claims(sentence, directory.providers[provider], directory, country=country)


def verdict_on(claims, about):
    """Return the verdict on what a sentence says of one thing: one that was decided counts."""
    words = [claim.verdict for claim in claims if claim.about == about]
    return next((word for word in ("contradicted", "supported") if word in words), "unknown")


@pytest.mark.parametrize("row", [*rows(REFUNDS), *rows(TRAPS)], ids=lambda row: f"{row[0]}: {row[2]}")
def test_refund_terms(row):
    provider, verdict, sentence, *country = row
    claims = claims_of(provider, sentence, *country)
    assert verdict_on(claims, "refund_days") == verdict, claims


@pytest.mark.parametrize("row", rows(OTHERS), ids=lambda row: f"{row[0]}: {row[3]}")
def test_other_claims(row):
    provider, about, verdict, sentence = row
    assert verdict_on(claims_of(provider, sentence), about) == verdict, claims_of(provider, sentence)


@pytest.mark.parametrize("row", rows(MISSED), ids=lambda row: f"{row[0]}: {row[2]}")
def test_what_is_not_understood_is_unknown(row):
    assert verdict_on(claims_of(row[0], row[2]), "refund_days") == "unknown"
