"""Asking one by one ends, asks nothing twice, and in the worst case asks no more than must be asked."""

import json
from datetime import date
from statistics import mean

import msgspec
import pytest
from click.testing import CliRunner

from unrenew.api.questions import next_question, with_answers
from unrenew.api.rights import read_case, rights_of
from unrenew.cli import root
from unrenew.errors import InputError, UsageError
from unrenew.facts.rulebook import load_rules
from unrenew.model.remedies import RightsCase

TODAY = date(2026, 11, 22)
RULES = load_rules()[0]
LONGEST = 5
"""Rules that begin with more questions are too many orders to try."""
ONE_MORE = ("provider.guarantee", "us.ca.arl_online_cancel", "visa.13_7")
KEPT = ("today", "country", "region", "plan.provider", "plan.price", "plan.currency")
OTHERWISE = {
    "consumer": True, "channel": "provider_web", "supply": "service", "standard_terms": True, "online_interface": True,
    "payment_method": "card_visa", "card_kind": "credit", "card_network": "visa", "withdrawal_info_given": True,
    "express_start_request": True, "acknowledged_loss_when_performed": True, "fully_performed": False,
    "plan.term_months": 12, "plan.trial.clear_price_info": True, "waiver.prior_express_consent": True,
    "waiver.acknowledged_loss": True, "waiver.confirmation_sent": True, "waiver.performance_begun": True,
    "billing_error": "wrong_amount", "dd_error": "wrong_amount", "authorised": True, "mandate_valid": True,
    "service_delivered": True, "cancel_button_present": True, "provider_guarantee_days": 30, "country": "DE",
    "terminable_within_months_after_renewal": 12, "amended_or_extended_since": "none",
}  # fmt: skip


def nulled(facts):
    return {
        key: nulled(value) if isinstance(value, dict) else None if value == "none" else value
        for key, value in facts.items()
    }


def flat(facts, before=""):
    found = {}
    for key, value in facts.items():
        found |= flat(value, f"{before}{key}.") if isinstance(value, dict) else {f"{before}{key}": value}
    return found


def deep(facts):
    found = {}
    for name, value in facts.items():
        *tables, key = name.split(".")
        table = found
        for one in tables:
            table = table.setdefault(one, {})
        table[key] = value
    return found


def judged(known):
    return rights_of(msgspec.convert(deep(known), RightsCase), today=TODAY)


def conversation(truth):
    """Answer what is asked until nothing is; of what the example does not say, a usual answer."""
    known = {name: value for name, value in truth.items() if name in KEPT}
    asked = []
    while (fact := next_question(answer := judged(known))) is not None:
        assert fact not in known, f"{fact} is asked twice"
        asked.append(fact)
        known[fact] = truth.get(fact, OTHERWISE.get(fact))
    assert {remedy.status for remedy in answer.remedies} <= {"open", "closed", "not_law"}
    return len(asked)


def test_asking_one_by_one_ends_in_a_definite_answer():
    """A person who says at first no more than the country and what it cost; their later answers may contradict."""
    asked = []
    for rule in RULES:
        for example in rule.test:
            try:
                asked.append(conversation(flat(nulled(example.facts))))
            except InputError as error:
                assert "before the purchase" in str(error)  # noqa: PT017  # two examples' days do not go together
    assert len(asked) > 400
    assert max(asked) <= 16
    assert mean(asked) < 10  # all remedies of a case together, about ten of them


def choices(fact, value):
    """Return what a person may answer: the example's own word, and one that is not it."""
    if isinstance(value, bool):
        return [True, False]
    other = {"payment_method": "bacs_dd", "channel": "retail_store", "supply": "digital_content", "card_kind": "debit"}
    return [value, other.get(fact)]


def depths(rule, truth):
    """Return how many questions the rule's own order needs in the worst case, and the best order."""
    start = {name: value for name, value in truth.items() if name in KEPT} | {"renewed_on": truth.get("renewed_on")}
    seen = {}

    def missing(known):
        key = frozenset(known.items())
        if key not in seen:
            try:
                found = judged(start | known).remedies
            except InputError:
                found = ()
            seen[key] = next(
                (one.missing for one in found if (one.rule, one.version) == (rule.id, rule.version_name)), ()
            )
        return seen[key]

    def after(known, fact, facts):
        answers = choices(fact, truth.get(fact, OTHERWISE.get(fact)))
        return 1 + max(depth(known | {fact: value}, facts) for value in answers)

    def depth(known, facts):
        return min((after(known, fact, facts) for fact in facts(missing(known))), default=0)

    if len(missing({})) > LONGEST:
        return 0, 0

    return depth({}, lambda wanted: wanted[:1]), depth({}, lambda wanted: wanted)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: f"{rule.id} {rule.version_name}")
def test_hardly_any_order_of_questions_needs_fewer(rule):
    """Every order is tried; where days of one's own contract go before all else, one question more is allowed."""
    truth = next((flat(nulled(one.facts)) for one in rule.test if one.expect.get("status") == "open"), None)
    own, best = depths(rule, truth) if truth else (0, 0)
    assert own <= best + (rule.id in ONE_MORE)


def test_the_fact_that_decides_most_is_asked_first():
    assert (
        next_question(rights_of(msgspec.convert({"country": "DE", "plan": {}}, RightsCase), today=TODAY)) == "channel"
    )


def test_answers_are_read_as_people_write_them():
    case = with_answers(
        read_case('{"country": "DE", "plan": {"price": 5, "currency": "EUR"}}'),
        ["consumer=yes", "cancelled_on=None", "plan.term_months=12", "purchased_on=2026-11-07", "waiver=none",
         "plan.trial.clear_price_info=no", "amended_or_extended_since=none", "charged_amount=4.50"],
    )  # fmt: skip
    assert case.consumer is True
    assert case.cancelled_on is None
    assert case.waiver is None
    assert (case.plan.term_months, str(case.plan.price), case.plan.trial.clear_price_info) == (12, "5", False)
    assert (case.purchased_on, case.amended_or_extended_since) == (date(2026, 11, 7), "none")
    assert str(case.charged_amount) == "4.50"


@pytest.mark.parametrize("answer", ["consumer", "=yes", "consumer=", "colour=red", "consumer=maybe"])
def test_other_answers_are_refused_by_name(answer):
    with pytest.raises(InputError) as error:
        with_answers(read_case("{}"), [answer])
    assert answer.partition("=")[0] in str(error.value)


def test_on_the_command_line():
    def run(*arguments):
        return CliRunner().invoke(
            root, ["rights", "--as-of", "2026-11-22", "--facts", "-", *arguments], input=json.dumps({"country": "GB"})
        )

    assert "--say channel=provider_web, reseller" in run().stdout
    said = ["--say", "channel=provider_web", "--say", "consumer=no", "--json"]
    statuses = {one["rule"]: one["status"] for one in json.loads(run(*said).stdout)["remedies"]}
    assert statuses["uk.ccr_cancel"] == "closed"
    assert isinstance(run("--say", "consumer=perhaps").exception, InputError)
    assert isinstance(run("--lines", "--say", "consumer=no").exception, UsageError)
