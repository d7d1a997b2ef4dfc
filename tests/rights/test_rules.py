"""Every rule's own examples hold, and between them they decide each of its rows both ways."""

from decimal import Decimal

import msgspec
import pytest

from unrenew.facts.rulebook import load_rules
from unrenew.model.remedies import Case
from unrenew.rights.givens import facts_of
from unrenew.rights.remedies import assume, find_remedies
from unrenew.rights.rulebooks import build_rulebook, compile_rule

RULES, PROBLEMS = load_rules()
BOOK = build_rulebook(RULES)
EXAMPLES = [(rule, example) for rule in RULES for example in rule.test]
PROMISED = (
    "eu.withdrawal", "uk.ccr_cancel", "sepa.core_refund_8w", "visa.13_2", "mc.4853_recurring",
    "psd2.unauthorised_13m", "de.309_9", "de.312k_6", "fr.l215_1", "fr.l215_1_1", "it.65bis", "se.2014_1449",
    "nl.van_dam", "be.vi91", "us.reg_e_stop_payment", "us.reg_e_error_60d", "us.reg_z_billing_error_60d",
    "us.ca.arl_online_cancel", "us.ca.arl_annual_reminder", "uk.dd_guarantee", "uk.dmcc_renewal_cooling_off",
    "paypal.dispute_180d", "google.eea_withdrawal", "apple.eu_cancel_14d", "apple.refund_request", "br.cdc49",
    "no.withdrawal", "ch.withdrawal", "in.emandate_withdraw", "au.unfair_trading_subscription",
    "us.ftc_click_to_cancel", "eu.withdrawal_function", "provider.guarantee", "es.sac_15d", "visa.13_7",
    "paypal.stop", "us.ach_60d", "us.rosca",
)  # fmt: skip


def nulled(facts):
    """Read the word `none` of a rule file as null."""
    return {
        key: nulled(value) if isinstance(value, dict) else None if value == "none" else value
        for key, value in facts.items()
    }


def case_of(example):
    return msgspec.convert(nulled(example.facts), Case)


def judged(rule, example):
    answer = find_remedies(case_of(example), BOOK)
    return next(remedy for remedy in answer.remedies if remedy.rule == rule.id)


def test_every_file_is_read():
    assert PROBLEMS == ()


def test_every_promised_rule_is_there():
    assert set(PROMISED) <= {rule.id for rule in RULES}


@pytest.mark.parametrize(("rule", "example"), EXAMPLES, ids=[f"{r.id}: {e.name}" for r, e in EXAMPLES])
def test_example(rule, example):
    remedy = judged(rule, example)
    for key, wanted in example.expect.items():
        got = getattr(remedy, key)
        if key == "missing":
            assert set(wanted) <= set(got)
        elif wanted == "none":
            assert got is None
        elif key == "amount":
            assert got == Decimal(wanted)
        else:
            assert str(got) == wanted


def truths(rule, rows_of):
    """Return, for each row, the values that the rule's own examples give it."""
    compiled = compile_rule(rule)
    seen = {}
    for example in rule.test:
        facts = assume(compiled, facts_of(case_of(example)), [])
        chosen = False
        for number, row in enumerate(rows_of(compiled)):
            truth = row.test(facts)
            seen.setdefault(number, set()).add(truth if isinstance(truth, bool) else None)
            if truth is True and not chosen:
                seen[number].add("chosen")
                chosen = True
    return seen


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: f"{rule.id} {rule.version_name}")
def test_rows_are_decided_both_ways(rule):
    for number, values in truths(rule, lambda compiled: compiled.needs).items():
        assert {True, False} <= values, f"[[need]] {number} is never decided both ways"
    for number, values in truths(rule, lambda compiled: compiled.losts).items():
        assert {True, False} <= values, f"[[lost]] {number} is never decided both ways"
    for rows_of in (lambda c: c.deadlines, lambda c: c.ends, lambda c: c.amounts):
        for number, values in truths(rule, rows_of).items():
            assert "chosen" in values, f"row {number} is never the one that counts"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: f"{rule.id} {rule.version_name}")
def test_law_that_can_lapse_has_a_case_in_time_and_one_too_late(rule):
    if any(row.start and row.length for row in rule.deadline) and rule.version_name != "2022-03-01":
        assert {"open", "closed"} <= {example.expect.get("status") for example in rule.test}
