"""Receipts in many languages, and what is none."""

# ruff: noqa: E501 (mails as they come)

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from unrenew.find.receipts import read_receipt
from unrenew.model.receipts import Mail

SENT = date(2025, 11, 14)


def mail(text, *, subject="Your order", sender="no-reply@shop.example", name="Example Shop", sent=SENT):
    return Mail(message="<1@x>", sent_on=sent, sender=sender, sender_name=name, subject=subject, text=text)


def parts(text, **more):
    found = read_receipt(mail(text, **more))
    return found and (found.order_number, found.product, found.amount, found.currency, found.renews_on)


CASES = {
    "en": (
        (
            "Thank you for your purchase!\nOrder number: NXW-1234567\nProduct: Kaspersky Plus, 3 devices, 1 year\n"
            "Subtotal: €33.60\nVAT: €6.39\nTotal: €39.99\nYour subscription will renew automatically on 14 November 2026."
        ),
        ("NXW-1234567", "Kaspersky Plus, 3 devices, 1 year", "39.99", "EUR", date(2026, 11, 14)),
    ),
    "en table": (
        "Order #\n88-120933\nProduct\nQuantity\nPrice\nAntivirus Pro\n1\n$49.95\nOrder total\n$49.95\nNext billing date\n11/14/2026",
        ("88-120933", "Antivirus Pro", "49.95", "USD", date(2026, 11, 14)),
    ),
    "de": (
        (
            "Ihre Bestellnummer: 4711-0815\nArtikel: Virenschutz 2026\nZwischensumme: 33,60 €\nGesamtbetrag: 1.039,99 €\n"
            "Ihr Abonnement verlängert sich automatisch am 14. März 2026."
        ),
        ("4711-0815", "Virenschutz 2026", "1039.99", "EUR", date(2026, 3, 14)),
    ),
    "fr": (
        (
            "Numéro de commande : FR-900123\nProduit : Antivirus Famille\nMontant total : 39,99 €\n"
            "Votre abonnement sera renouvelé le 1er février 2026."
        ),
        ("FR-900123", "Antivirus Famille", "39.99", "EUR", date(2026, 2, 1)),
    ),
    "es": (
        "Número de pedido: ES77123\nProducto: Antivirus Plus\nImporte total: 39,99 €\nSe renovará el 14 de noviembre de 2026.",
        ("ES77123", "Antivirus Plus", "39.99", "EUR", date(2026, 11, 14)),
    ),
    "it": (
        "Numero d'ordine: IT55012\nProdotto: Antivirus Plus\nTotale ordine: € 39,99\nData di rinnovo: 14/11/2026",
        ("IT55012", "Antivirus Plus", "39.99", "EUR", date(2026, 11, 14)),
    ),
    "nl": (
        "Bestelnummer: NL123456\nArtikel: Virusscanner\nTotaalbedrag: € 39,99\nUw abonnement wordt verlengd op 14 november 2026.",
        ("NL123456", "Virusscanner", "39.99", "EUR", date(2026, 11, 14)),
    ),
    "pl": (
        "Numer zamówienia: PL-7788\nNazwa produktu: Antywirus\nRazem: 149,00 zł\nSubskrypcja odnowi się 14 listopada 2026 r.",
        ("PL-7788", "Antywirus", "149.00", "PLN", date(2026, 11, 14)),
    ),
    "pt": (
        "Número do pedido: BR-5521\nProduto: Antivírus Plus\nValor total: R$ 129,90\nSerá renovada em 14 de novembro de 2026.",
        ("BR-5521", "Antivírus Plus", "129.90", "BRL", date(2026, 11, 14)),
    ),
    "sv": (
        "Ordernummer: SE-2231\nProdukt: Antivirus\nTotalt belopp: 399,00 SEK\nDin prenumeration förnyas den 14 november 2026.",
        ("SE-2231", "Antivirus", "399.00", "SEK", date(2026, 11, 14)),
    ),
    "cs": (
        "Číslo objednávky: CZ-9911\nNázev: Antivirus\nCelková částka: 999,00 Kč\nPředplatné se obnoví 14. listopadu 2026.",
        ("CZ-9911", "Antivirus", "999.00", "CZK", date(2026, 11, 14)),
    ),
    "ro": (
        "Număr de comandă: RO-4410\nProdus: Antivirus\nTotal comandă: 199,00 lei\nAbonamentul se va reînnoi la 14 noiembrie 2026.",
        ("RO-4410", "Antivirus", "199.00", "RON", date(2026, 11, 14)),
    ),
    "da": (
        "Ordrenummer: DK-3321\nVare: Antivirus\nI alt: 299,00 DKK\nDit abonnement fornyes den 14. november 2026.",
        ("DK-3321", "Antivirus", "299.00", "DKK", date(2026, 11, 14)),
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_a_receipt_in_each_language(case):
    text, (order, product, amount, currency, renews) = CASES[case]
    assert parts(text) == (order, product, Decimal(amount), currency, renews)


def test_the_seller_is_named_or_is_the_sender():
    text = CASES["en"][0]
    assert read_receipt(mail(text)).seller == "Example Shop"
    assert read_receipt(mail(text + "\nSold by: Nexway SAS")).seller == "Nexway SAS"
    assert read_receipt(mail(text, name="")).seller == "shop.example"


def test_a_notice_of_a_renewal_needs_no_order_number():
    found = parts("Your plan renews on 2026-01-05 for $9.99.", subject="Your subscription renews soon")
    assert found == (None, None, Decimal("9.99"), "USD", date(2026, 1, 5))


def test_a_renewal_that_was_turned_off_is_none():
    text = "Order number: A-1234\nTotal: €9.99\nYour subscription will not renew on 14 November 2026."
    assert parts(text) == ("A-1234", None, Decimal("9.99"), "EUR", None)


@pytest.mark.parametrize(
    "text",
    [
        "Save big! Antivirus for only $19.99, 50% off until 30 November 2026!",
        "Hello, shall we have lunch on 14 November 2026? It costs about 20 €.",
        "",
        "Order now! Total savings: $30.00",
    ],
)
def test_what_is_no_receipt(text):
    assert read_receipt(mail(text, subject="Black week")) is None


@given(st.text(max_size=400), st.text(max_size=60))
@settings(max_examples=60, derandomize=True, deadline=None)
def test_any_text_is_read_without_an_error(text, subject):
    read_receipt(mail(text, subject=subject))


LABELS = st.sampled_from(
    ["Order number:", "Total:", "renews on", "Product", "Sold by:", "12/31/26", "€", "9,99", "\n", "Bestell-Nr."]
)


@given(st.lists(LABELS, max_size=30))
@settings(max_examples=60, derandomize=True, deadline=None)
def test_any_heap_of_labels_is_read_without_an_error(words):
    read_receipt(mail(" ".join(words)))
