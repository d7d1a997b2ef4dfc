import pytest

from unrenew.find.payments import payment_method


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
