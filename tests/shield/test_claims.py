"""Sentences of guides get the verdict that a careful person gives them."""

import importlib.util
import json
import time
from pathlib import Path

import pytest
from click.testing import CliRunner

from unrenew.cli import root
from unrenew.directory import Directory
from unrenew.facts import load_facts
from unrenew.shield.claims import find_claims, refund_claims

_SPEC = importlib.util.spec_from_file_location("claimed", Path(__file__).parent / "claimed.py")
claimed = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(claimed)
rows = claimed.rows

REAL = Directory(load_facts().providers)
MADE = Directory(claimed.PROVIDERS)


def claims_of(provider, sentence, country=None):
    directory = MADE if provider in MADE.providers else REAL
    return find_claims(sentence, directory.providers[provider], directory, country=country)


def verdict_on(claims, about):
    """Return the verdict on what a sentence says of one thing: one that was decided counts."""
    words = [claim.verdict for claim in claims if claim.about == about]
    return next((word for word in ("contradicted", "supported") if word in words), "unknown")


@pytest.mark.parametrize("row", [*rows(claimed.REFUNDS), *rows(claimed.TRAPS)], ids=lambda row: f"{row[0]}: {row[2]}")
def test_refund_terms(row):
    provider, verdict, sentence, *country = row
    claims = claims_of(provider, sentence, *country)
    assert verdict_on(claims, "refund_days") == verdict, claims


@pytest.mark.parametrize(
    "row", [*rows(claimed.OTHERS), *rows(claimed.OTHER_TRAPS)], ids=lambda row: f"{row[0]}: {row[3]}"
)
def test_other_claims(row):
    provider, about, verdict, sentence = row
    assert verdict_on(claims_of(provider, sentence), about) == verdict, claims_of(provider, sentence)


@pytest.mark.parametrize("row", rows(claimed.MISSED), ids=lambda row: f"{row[0]}: {row[2]}")
def test_what_is_not_understood_is_unknown(row):
    assert verdict_on(claims_of(row[0], row[2]), "refund_days") == "unknown"


def test_a_claim_shows_the_fact_that_it_was_compared_with():
    claim = next(iter(claims_of("acmeguard", "Monthly plans can be refunded within 30 days of purchase.")))
    assert claim.claim == "refund within 30 days"
    assert claim.guide_says == "30 days: Monthly plans can be refunded within 30 days of purchase"
    assert claim.facts_say == "14 days: Monthly plan: within 14 days of purchase"
    assert (claim.source, claim.as_of) == ("https://help.example.com/refunds", "2026-11-01")


def test_terms_of_two_plans_are_two_claims_and_a_term_told_twice_is_one():
    text = "Annual plans: refund within 60 days, monthly plans: within 14 days.\n\nAnnual plans have a 60-day refund."
    claims = [claim for claim in claims_of("acmeguard", text) if claim.about == "refund_days"]
    assert [(claim.claim, claim.verdict) for claim in claims] == [
        ("refund within 60 days", "supported"),
        ("refund within 14 days", "supported"),
    ]


def test_the_way_of_the_money_is_a_claim_of_its_own():
    claims = [(claim.about, claim.verdict) for claim in claims_of("duskmail", "Refunds take 5 to 7 days.")]
    assert claims == [("refund_payout", "unknown")]


def test_a_section_on_another_provider_is_about_that_one():
    text = (
        "# Leaving Borealis\n\nBorealis has a 30-day money-back guarantee.\n\n## Acmeguard\n\n"
        "A refund is given within 60 days of purchase.\n\nAsk for it.\n\n## Borealis\n\nGood luck.\n"
    )
    claims = [claim for claim in claims_of("borealis", text) if claim.about == "refund_days"]
    assert [(claim.claim, claim.verdict) for claim in claims] == [("refund within 30 days", "supported")]


@pytest.mark.parametrize(
    "text",
    [
        "Refunds\n- Monthly: 14 days\n- Yearly: 60 days\n",
        "| Plan | Refund |\n|---|---|\n| Monthly | 14 days |\n| Annual | 60 days |\n",
    ],
)
def test_lists_and_tables_below_a_heading_on_refunds(text):
    claims = [(claim.claim, claim.verdict) for claim in claims_of("acmeguard", text)]
    assert claims == [("refund within 14 days", "supported"), ("refund within 60 days", "supported")]


def test_a_table_that_compares_providers_contradicts_nothing():
    text = "| Guarantee | Borealis | Acmeguard |\n|---|---|---|\n| Refund | 30 days | 60 days |\n"
    assert "contradicted" not in {claim.verdict for claim in claims_of("borealis", text)}


def test_what_the_guide_is_silent_about_has_no_words_of_the_guide():
    silent = next(claim for claim in claims_of("kaspersky", "Cancel it.") if claim.about == "market")
    assert (silent.guide_says, silent.verdict) == ("", "unknown")
    assert silent.facts_say
    said = "Kaspersky left the United States in 2024."
    told = next(claim for claim in claims_of("kaspersky", said) if claim.about == "market")
    assert (told.guide_says, told.verdict) == (said.rstrip("."), "supported") or told.guide_says == said


def test_the_table_says_where_a_guide_is_silent(tmp_path):
    file = tmp_path / "guide.md"
    file.write_text("How to cancel Kaspersky\n\n1. Sign in\n2. Cancel the subscription\n", encoding="utf-8")
    table = CliRunner().invoke(root, ["guide", str(file)])
    assert "(the guide is silent: Kaspersky in US)" in table.output
    document = json.loads(CliRunner().invoke(root, ["guide", str(file), "--json"]).stdout)
    assert [claim["guide_says"] for claim in document["claims"] if claim["about"] == "market"] == [""]


def test_an_honest_number_beside_somebody_elses_term_is_not_accused():
    for sentence in ("Acmeguard has a 60-day refund, Borealis has not.", "The refund arrives within 10 business days."):
        claims = refund_claims(sentence, MADE.providers["borealis"], MADE)
        assert "contradicted" not in {claim.verdict for claim in claims}


@pytest.mark.parametrize(
    "part", ["refund 30 days, ", "no refund ", "status: ", "Acmeguard Total ", "if ", "(", "|", "**"]
)
def test_time_is_linear(part):
    start = time.perf_counter()
    claims_of("acmeguard", "Refund within 30 days.\n" + part * (300_000 // len(part)))
    assert time.perf_counter() - start < 10


@pytest.mark.parametrize(
    ("provider", "about", "verdict", "sentence"),
    [
        ("acmeguard", "refund_days", "supported", "Annual plan: refund within 60 days of the purchase or renewal."),
        ("acmeguard", "refund_days", "unknown", "Monthly and annual plans alike have a 14-day money-back guarantee."),
        ("duskmail", "refund_days", "contradicted", "New orders and renewals have a 60-day money-back guarantee."),
        (
            "duskmail",
            "refund_days",
            "contradicted",
            "New subscribers and all renewals have a 60-day money-back guarantee.",
        ),
        ("adobe", "refund_days", "supported", "The annual plan billed monthly has a 14-day money-back guarantee."),
        ("adobe", "refund_days", "supported", "The annual plan, billed monthly, has a 14-day money-back guarantee."),
        (
            "borealis",
            "refund_days",
            "supported",
            "If the plan is wrong for you, there is a 30-day money-back guarantee.",
        ),
        ("borealis", "refund_days", "supported", "If what you read is wrong, ask: 30-day money-back guarantee."),
        ("borealis", "refund_days", "unknown", "Count 14 days, then the refund arrives."),
        ("trend-micro", "reseller", "supported", "If you bought it at Best Buy, cancel there."),
        ("mcafee", "reseller", "unknown", "If you bought it at Best Buy, cancel there."),
        ("dropbox", "files", "supported", "Your files stay after you cancel."),
        ("dropbox", "files", "contradicted", "You lose your files when you cancel."),
        ("dropbox", "files", "unknown", "If you delete the account, your files are lost."),
        ("audible", "way", "supported", "You cannot cancel in the app."),
        ("audible", "way", "contradicted", "Cancel it in the app."),
        ("hulu", "access", "unknown", "Your access ends immediately."),
        ("kaspersky", "reseller", "supported", "Older orders came from Digital River. It went bankrupt in 2025."),
        ("norton", "product", "unknown", "Norton offers Norton 360 and Norton Total Protection."),
        ("norton", "product", "contradicted", "Your Norton Dome plan ends."),
        ("planet-fitness", "product", "unknown", "How to cancel Planet Fitness"),
    ],
)
def test_cases_of_the_facts(provider, about, verdict, sentence):
    claims = claims_of(provider, sentence)
    words = [claim.verdict for claim in claims if claim.about == about]
    assert (words[-1:] or ["unknown"]) == [verdict], claims


def test_a_text_without_end_is_read_to_a_limit():
    text = "\n".join(f"Plan {n} has a refund after you ask within {n % 90} days." for n in range(400))
    assert len([claim for claim in claims_of("duskmail", text) if claim.about == "refund_days"]) <= 100
