"""Every rule's own examples hold, and between them they decide each of its rows both ways."""

from decimal import Decimal

import msgspec
import pytest

from unrenew.facts.rulebook import load_rules
from unrenew.model.remedies import RightsCase
from unrenew.rights.givens import facts_of
from unrenew.rights.periods import last_day
from unrenew.rights.remedies import assume, find_remedies, need_holds, place_of
from unrenew.rights.rulebooks import build_rulebook

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
    return msgspec.convert(nulled(example.facts), RightsCase)


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


def decisions(rule):
    """Yield, for each of the rule's own examples: the compiled rule, the facts, its needs, exceptions and last day."""
    compiled = next(one for group in (*BOOK.groups, *BOOK.guarantees.values()) for one in group if one.rule is rule)
    for example in rule.test:
        facts = assume(compiled, facts_of(case_of(example)), [])
        place = place_of(facts)
        needs = [need_holds(row, facts, place) for row in compiled.needs]
        losts = [row.test(facts) for row in compiled.losts]
        passed = False not in needs and True not in losts
        term = last_day(compiled.deadlines, facts, facts["today"], place) if passed else None
        yield compiled, facts, needs, losts, term


def chosen(rows, facts):
    """Return the number of the first row that surely matches, with none before it that only may."""
    for number, row in enumerate(rows):
        truth = row.test(facts)
        if truth is not False:
            return number if truth is True else None
    return None


def decided(values):
    return {True, False} <= {value for value in values if isinstance(value, bool)}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: f"{rule.id} {rule.version_name}")
def test_needs_and_exceptions_are_decided_both_ways(rule):
    seen = list(decisions(rule))
    for number, need in enumerate(rule.need):
        assert decided(needs[number] for _, _, needs, _, _ in seen), f"[[need]] {need.fact} is not decided both ways"
    for number, lost in enumerate(rule.lost):
        reached = [losts[number] for _, _, needs, losts, _ in seen if False not in needs]
        assert decided(reached), f"[[lost]] {lost.all} is not decided both ways"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: f"{rule.id} {rule.version_name}")
@pytest.mark.parametrize("table", ["deadlines", "ends", "amounts"])
def test_rows_are_chosen_and_not_chosen(rule, table):
    """A row that is alone and has no condition cannot be left; of every other both must be shown."""
    seen = list(decisions(rule))
    rows = getattr(seen[0][0], table)
    picked = {chosen(rows, facts) for _, facts, _, _, term in seen if term is not None}
    for number, row in enumerate(rows):
        assert number in picked, f"row {number} ({row.row.cite}) is never the one that counts"
        assert len(rows) == 1 or picked - {number, None}, f"row {number} ({row.row.cite}) is never left for another"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: f"{rule.id} {rule.version_name}")
def test_each_last_day_is_met_and_missed(rule):
    """Of each row with a last day of its own one example is in time and one too late.

    Where a row holds on some days only (`today`), the rows of the rule take turns, and none can be missed.
    """
    verdicts = {}
    for compiled, facts, _, _, term in decisions(rule):
        if term is not None:
            verdicts.setdefault(chosen(compiled.deadlines, facts), set()).add(term.in_time)
    by_turns = any("today" in row.all for row in rule.deadline)
    lacking = [row.cite for n, row in enumerate(rule.deadline) if row.start and not decided(verdicts.get(n, ()))]
    assert by_turns or not lacking
