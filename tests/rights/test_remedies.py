"""Cases in, remedies out: questions, amounts, what is refused."""

from datetime import date
from decimal import Decimal

import msgspec
import pytest

from unrenew.api.rights import LineError, read_case, rights_of, rights_of_lines, rulebook
from unrenew.errors import InputError
from unrenew.model.remedies import RightsCase, field_names

TODAY = date(2026, 11, 22)


def answer(facts, today=TODAY):
    remedies = rights_of(msgspec.convert(facts, RightsCase), today=today).remedies
    return {(remedy.rule, remedy.version): remedy for remedy in remedies}


def one(facts, rule, today=TODAY):
    return next(remedy for (name, _), remedy in answer(facts, today).items() if name == rule)


def test_asking_one_by_one_comes_to_an_end():
    """However a person answers, a question is never asked twice, and the end is definite."""
    answers = {
        "country": "DE", "consumer": True, "channel": "provider_web", "supply": "service", "authorised": True,
        "withdrawal_info_given": True, "cancel_button_present": False, "standard_terms": True, "mandate_valid": True,
        "payment_method": "card_visa", "cancelled_on": None, "plan": {"term_months": 12}, "noticed_on": None,
        "charged_on": "2026-11-01", "purchased_on": "2026-10-20", "online_interface": True, "next_charge_on": None,
        "fully_performed": False, "provider_guarantee_days": None, "billing_error": None,
    }  # fmt: skip
    facts = {"country": "DE", "plan": {"provider": "Nobody"}}
    asked = []
    while missing := [name for remedy in answer(facts).values() for name in remedy.missing]:
        fact = missing[0].partition(".")[0]
        assert missing[0] not in asked
        asked.append(missing[0])
        if fact == "plan":
            facts["plan"] = facts["plan"] | answers["plan"]
        else:
            facts[fact] = answers[fact]
    assert len(asked) <= 14
    assert {remedy.status for remedy in answer(facts).values()} <= {"open", "closed", "not_law"}


def test_other_countries_rules_are_not_reported():
    rules = {name for name, _ in answer({"country": "DE", "consumer": True})}
    assert not any(name.startswith(("us.", "uk.", "fr.", "br.")) for name in rules)
    assert "eu.withdrawal" in rules


def test_a_country_without_rules_is_not_known_never_no():
    found = rights_of(msgspec.convert({"country": "ZW", "plan": {}}, RightsCase), today=TODAY)
    assert "not known" in found.notes[0]
    assert "never that there is none" in found.notes[0]


def test_without_a_country_nothing_is_denied():
    found = answer({"consumer": True, "channel": "provider_web", "purchased_on": "2026-11-20"})
    assert found["eu.withdrawal", "2014-06-13"].status == "ask"
    assert found["eu.withdrawal", "2014-06-13"].missing[0] == "country"


def test_exact_amounts_whatever_the_form():
    for price in ('"59.99"', "59.99", "59.990"):
        case = read_case(
            '{"country":"DE","payment_method":"sepa_dd_core","charged_on":"2026-11-01",'
            f'"plan":{{"price":{price},"currency":"EUR"}}}}'
        )
        remedies = rights_of(case, today=TODAY).remedies
        assert next(r for r in remedies if r.rule == "sepa.core_refund_8w").amount == Decimal("59.99")


@pytest.mark.parametrize(
    ("price", "currency", "written"),
    [
        ("60", "EUR", "60.00"),
        ('"59.990000"', "eur", "59.99"),
        ('"0.0125"', "EUR", "0.0125"),
        ("980.0", "JPY", "980"),
        ('"1.5"', "KWD", "1.500"),
    ],
)
def test_amounts_have_the_decimals_of_their_currency(price, currency, written):
    case = read_case(
        '{"country":"DE","payment_method":"sepa_dd_core","charged_on":"2026-11-01",'
        f'"plan":{{"price":{price},"currency":"{currency}"}}}}'
    )
    remedy = next(r for r in rights_of(case, today=TODAY).remedies if r.rule == "sepa.core_refund_8w")
    assert (str(remedy.amount), remedy.currency) == (written, currency.upper())


def test_null_of_what_everybody_has_is_not_known():
    facts = {"channel": "provider_web", "purchased_on": "2026-11-20", "supply": "service"}
    for fact in ("country", "consumer", "channel", "supply"):
        found = one({"country": "DE", "consumer": True, **facts, fact: None}, "eu.withdrawal")
        assert found.status == "ask"
        assert fact in found.missing


def test_what_is_known_to_be_none_is_not_asked_for():
    facts = {"country": "DE", "payment_method": "sepa_dd_core", "charged_on": None}
    assert one(facts, "sepa.core_refund_8w").status == "closed"


def test_yen_have_no_cents():
    found = one(
        {
            "country": "KR", "channel": "microsoft_store", "purchased_on": "2026-11-02",
            "plan": {"price": 9900, "currency": "KRW", "term_months": 1},
        },
        "microsoft.refund_request",
    )  # fmt: skip
    assert found.amount == Decimal(3300)


def test_while_a_trial_runs_only_its_price_was_paid():
    facts = {
        "country": "DE", "consumer": True, "channel": "provider_web", "supply": "service",
        "withdrawal_info_given": True, "purchased_on": "2026-11-16",
        "plan": {
            "price": 59.99, "currency": "EUR", "term_months": 12,
            "trial": {"price": "1.00", "converts_on": "2026-12-16", "clear_price_info": True},
        },
    }  # fmt: skip
    assert one(facts, "eu.withdrawal").amount == Decimal("1.00")


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ('{"contry": "DE"}', "contry: no such fact"),
        ('{"plan": {"cost": 3}}', "plan.cost: no such fact"),
        ('{"purchased_on": "2026-02-30"}', "purchased_on: no day of the calendar"),
        ('{"plan": {"price": "much"}}', "plan.price: it must be an amount such as 59.99"),
        ('{"plan": {"price": -3, "currency": "EUR"}}', "plan.price"),
        ('{"charged_amount": "NaN"}', "charged_amount"),
        ('{"plan": {"price": 3, "currency": "EUR/USD"}}', "plan.currency"),
        ('{"plan": {"price": 3, "currency": "euros"}}', "plan.currency"),
        ('{"purchased_on": "2026-03-01", "charged_on": "2026-02-28"}', "charged_on"),
        ('{"purchased_on": "2026-03-01", "renewed_on": "2026-02-28"}', "renewed_on"),
        ('{"payment_method": "cash"}', "payment_method: it must be one of card_visa, "),
        ('{"channel": "web"}', "channel: it must be one of provider_web, "),
        ('{"consumer": "yes"}', "consumer: it must be true or false or null, not text"),
        ('{"amended_or_extended_since": "2026-02-30"}', "amended_or_extended_since"),
        ('{"amended_or_extended_since": "renewed"}', "it must be a day such as 2026-02-28 or none"),
        ('{"country": "DE", "region": "US-CA"}', "region"),
        ('{"country": "Germany"}', "country: it must be two letters such as DE"),
        ('{"plan": {"term_months": -1}}', "plan.term_months: it must be a whole number of at least 0"),
        ('{"plan": {"term_months": "twelve"}}', "plan.term_months: it must be a whole number or null, not text"),
        ('{"purchased_on": "9999-12-31", "plan": {"term_months": 12}}', ""),
        ("[]", ""),
        ("{", "the JSON is not complete"),
        ("", ""),
        ("\x00", ""),
    ],
)
def test_what_cannot_be_is_refused_by_name(text, fact):
    with pytest.raises(InputError) as error:
        rights_of(read_case(text), today=TODAY)
    assert fact in str(error.value)


def test_a_bad_line_does_not_stop_the_others():
    lines = ['{"id": 1, "country": "DE"}', '{"id": 2, "charged_on": "2026-02-30"}', "", "not json", '{"id": "c"}']
    found = list(rights_of_lines(lines, today=TODAY))
    assert [item.id for item in found] == [1, 2, None, "c"]
    assert [isinstance(item, LineError) for item in found] == [False, True, True, False]
    assert "charged_on" in found[1].error


def test_every_word_of_the_vocabulary_is_taken():
    words = """id today country region consumer channel online_interface payment_method plan terms standard_terms
    provider_guarantee_days terms_withdrawal_days purchased_on service_started_on renewed_on charged_on processed_on
    statement_sent_on cancelled_on mandate_cancelled_on next_charge_on current_term_end first_term_end
    term_expiry_before_renewal last_cancel_date non_renewal_deadline renewal_notice_on receipt_on
    withdrawal_info_given_on noticed_on supply express_start_request withdrawal_info_given fully_performed
    acknowledged_loss_when_performed waiver cancel_button_present terminable_within_months_after_renewal
    amended_or_extended_since authorised mandate_valid service_delivered advance_notice_given billing_error dd_error
    charged_amount bank_business_days"""
    of_a_card = {"card_kind", "card_network"}
    assert set(words.split()) | of_a_card == set(field_names(RightsCase))


def test_the_rulebook_is_compiled_once():
    assert rulebook() is rulebook()
