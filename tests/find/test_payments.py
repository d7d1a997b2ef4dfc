import pytest

from unrenew.find.payments import method_of, payment_method


@pytest.mark.parametrize(
    ("text", "mandate", "currency", "method"),
    [
        ("PAYPAL *STREAMHAUS 4029357733", None, "EUR", "paypal"),
        ("SEPA-BASISLASTSCHRIFT GUARD", None, "EUR", "sepa_dd_core"),
        ("GUARD GMBH", "M-1", "EUR", "sepa_dd_core"),
        ("DIRECT DEBIT GUARD LTD", None, "GBP", "bacs_dd"),
        ("ACH DEBIT GUARD INC", None, "USD", "ach_debit"),
        ("CARD PAYMENT GUARD", None, "EUR", None),
        ("GUARD", "M-1", "SEK", None),
    ],
)
def test_how_it_was_paid(text, mandate, currency, method):
    assert payment_method(text, mandate, currency) == method


@pytest.mark.parametrize(
    ("account", "currency", "method"),
    [
        ("4987 **** **** 0199", "EUR", "card_visa"),
        ("Visa 4987XXXXXXXX0199", "GBP", "card_visa"),
        ("5232-****-****-0199", "CHF", "card_mastercard"),
        ("2412 •••• •••• 0199", "PLN", "card_mastercard"),
        ("3712 ****** *0199", "EUR", "card_amex"),
        ("4987 **** **** 0199", "USD", None),
        ("DE44 5001 0517 5407 3249 31", "EUR", None),
        ("4987015540", "EUR", None),
        ("....0199", "EUR", None),
        ("6011 **** **** 0199", "EUR", None),
    ],
)
def test_a_cards_number_tells_its_scheme(account, currency, method):
    assert payment_method("GUARD", None, currency, account) == method


def test_what_the_person_says_comes_first():
    doc = {"descriptor": "GUARD", "accounts": ["4987 **** **** 0199"], "currency": "EUR"}
    assert method_of(doc) == "card_visa"
    assert method_of(doc | {"payment_method": "paypal"}) == "paypal"
    assert method_of(doc | {"accounts": ["A", "B"]}) is None
