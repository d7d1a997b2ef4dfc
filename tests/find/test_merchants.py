"""What banks print, each with the key, the channel and the name that it becomes."""

import polars as pl
import pytest

from unrenew.find.merchants import merchants_of
from unrenew.find.words import whole_words

EXAMPLES = [
    ("CARD PAYMENT TO LUMOVIA 4417 ON 12 OCT", "LUMOVIA", None, "Lumovia"),
    ("POS PURCHASE LUMOVIA 99812", "LUMOVIA", None, "Lumovia"),
    ("POS DEBIT LUMOVIA", "LUMOVIA", None, "Lumovia"),
    ("CHECKCARD 0412 LUMOVIA", "LUMOVIA", None, "Lumovia"),
    ("DEBIT CARD PURCHASE LUMOVIA 8831", "LUMOVIA", None, "Lumovia"),
    ("RECURRING PAYMENT LUMOVIA", "LUMOVIA", None, "Lumovia"),
    ("VISA DEBIT LUMOVIA", "LUMOVIA", None, "Lumovia"),
    ("EFTPOS PURCHASE LUMOVIA", "LUMOVIA", None, "Lumovia"),
    ("INTERAC PURCHASE LUMOVIA", "LUMOVIA", None, "Lumovia"),
    ("DIRECT DEBIT LUMOVIA REF 88123", "LUMOVIA", None, "Lumovia"),
    ("DIRECT DEBIT PAYMENT TO LUMOVIA", "LUMOVIA", None, "Lumovia"),
    ("STANDING ORDER LUMOVIA", "LUMOVIA", None, "Lumovia"),
    ("FASTER PAYMENT LUMOVIA", "LUMOVIA", None, "Lumovia"),
    ("ACH DEBIT LUMOVIA WEB ID: 4412098831", "LUMOVIA", None, "Lumovia"),
    ("LUMOVIA DES:PAYMENT ID:7712 INDN:JANE DOE CO ID:99120 WEB", "LUMOVIA", None, "Lumovia"),
    ("PREAUTHORIZED DEBIT LUMOVIA", "LUMOVIA", None, "Lumovia"),
    ("LASTSCHRIFT LUMOVIA GMBH", "LUMOVIA", None, "Lumovia"),
    ("SEPA-BASISLASTSCHRIFT LUMOVIA MREF+LU-88123", "LUMOVIA", None, "Lumovia"),
    ("FOLGELASTSCHRIFT LUMOVIA RECHNUNG NR 20418812", "LUMOVIA", None, "Lumovia"),
    ("KARTENZAHLUNG LUMOVIA 12.10.", "LUMOVIA", None, "Lumovia"),
    ("DAUERAUFTRAG LUMOVIA", "LUMOVIA", None, "Lumovia"),
    ("PRLV SEPA LUMOVIA REF 7741A220", "LUMOVIA", None, "Lumovia"),
    ("PRELEVEMENT LUMOVIA", "LUMOVIA", None, "Lumovia"),
    ("PAIEMENT PAR CARTE LUMOVIA 1210", "LUMOVIA", None, "Lumovia"),
    ("ACHAT CB LUMOVIA 12.10.25", "LUMOVIA", None, "Lumovia"),
    ("COMPRA TARJETA LUMOVIA", "LUMOVIA", None, "Lumovia"),
    ("RECIBO LUMOVIA", "LUMOVIA", None, "Lumovia"),
    ("ADEUDO RECIBIDO LUMOVIA", "LUMOVIA", None, "Lumovia"),
    ("PAGAMENTO POS LUMOVIA", "LUMOVIA", None, "Lumovia"),
    ("ADDEBITO DIRETTO SDD LUMOVIA", "LUMOVIA", None, "Lumovia"),
    ("SEPA INCASSO ALGEMEEN DOORLOPEND LUMOVIA", "LUMOVIA", None, "Lumovia"),
    ("BEA LUMOVIA 4418", "LUMOVIA", None, "Lumovia"),
    ("BANCONTACT LUMOVIA", "LUMOVIA", None, "Lumovia"),
    ("KORTKÖP LUMOVIA", "LUMOVIA", None, "Lumovia"),
    ("AUTOGIRO LUMOVIA", "LUMOVIA", None, "Lumovia"),
    ("BETALINGSSERVICE LUMOVIA", "LUMOVIA", None, "Lumovia"),
    ("VISA VAREKØP LUMOVIA", "LUMOVIA", None, "Lumovia"),
    ("AVTALEGIRO LUMOVIA", "LUMOVIA", None, "Lumovia"),
    ("PŁATNOŚĆ KARTĄ LUMOVIA", "LUMOVIA", None, "Lumovia"),
    ("POLECENIE ZAPLATY LUMOVIA", "LUMOVIA", None, "Lumovia"),
    ("DEBITO AUTOMATICO LUMOVIA", "LUMOVIA", None, "Lumovia"),
    ("UPI LUMOVIA 441209883122", "LUMOVIA", None, "Lumovia"),
    ("OSKO LUMOVIA", "LUMOVIA", None, "Lumovia"),
    ("LUMOVIA LONDON GB", "LUMOVIA", None, "Lumovia"),
    ("LUMOVIA AMSTERDAM NL", "LUMOVIA", None, "Lumovia"),
    ("LUMOVIA VALUE DATE 12/10/2025", "LUMOVIA", None, "Lumovia"),
    ("LUMOVIA XXXX4417", "LUMOVIA", None, "Lumovia"),
    ("WWW.LUMOVIA 12345", "LUMOVIA", None, "Lumovia"),
    ("APPLE.COM/BILL CUPERTINO CA", "APPLE.COM BILL CUPERTINO", "apple", "Apple"),
    ("APPLE.COM/BILL CORK IE", "APPLE.COM BILL CORK", "apple", "Apple"),
    ("NEXWAY*LUMOVIA", "NEXWAY LUMOVIA", "nexway", "Lumovia"),
    ("PADDLE.NET* LUMOVIA", "PADDLE.NET LUMOVIA", "paddle", "Lumovia"),
    ("FASTSPRING LUMOVIA", "FASTSPRING LUMOVIA", "fastspring", "Lumovia"),
    ("CLEVERBRIDGE LUMOVIA", "CLEVERBRIDGE LUMOVIA", "cleverbridge", "Lumovia"),
    ("DIGITAL RIVER LUMOVIA", "DIGITAL RIVER LUMOVIA", "digital_river", "Lumovia"),
    ("KLARNA LUMOVIA", "KLARNA LUMOVIA", "klarna", "Lumovia"),
    ("6182099689221/PP.4411.PP/. NORDLICHT MUSIK, Ihr Einkauf bei NORDLICHT MUSIK", "NORDLICHT MUSIK", "paypal",
     "Nordlicht Musik"),
    ("PP.7716.PP/. NORDLICHT MUSIK, IHR EINKAUF BEI NORDL", "NORDLICHT MUSIK", "paypal", "Nordlicht Musik"),
    ("KPN", "KPN", None, "KPN"),
    ("LASTSCHRIFT DKV 88123", "DKV", None, "DKV"),
    ("DR WEBER PRAXIS", "DR WEBER PRAXIS", None, "Dr Weber Praxis"),
    ("SKY DIGITAL 2100443817", "SKY DIGITAL", None, "Sky Digital"),
]  # fmt: skip


@pytest.fixture(scope="module")
def told():
    return [merchants_of(pl.Series([text])).row(0, named=True) for text, *_ in EXAMPLES]


@pytest.mark.parametrize("place", range(len(EXAMPLES)), ids=[text for text, *_ in EXAMPLES])
def test_example(place, told):
    _, key, channel, name = EXAMPLES[place]
    row = told[place]
    assert (row["key"], row["channel"], row["name"]) == (key, channel, name)


def test_the_beginning_of_a_word_needs_no_end():
    pattern = whole_words(r"GYM STROM\w* CON_ED")
    texts = pl.Series(["GYM", "GYMNASE", "STROM", "STROMÉ9", "ANSTROM", "A-STROM-B", "CON ED", "CON EDX"])
    assert texts.str.contains(pattern).to_list() == [True, False, True, True, False, True, True, False]


@pytest.mark.parametrize(
    ("long", "short"),
    [
        ("INTERNATIONAL HERALD DIGITAL", "INTERNATIONAL HERALD DI"),
        ("POLITIKEN", "POLITIKEN H"),
        ("NORTHERN LIGHTS STREAMING", "NORTHERN LIGHTS"),
    ],
)
def test_a_cut_text_is_the_same_merchant(long, short):
    assert len(set(merchants_of(pl.Series([long, short]))["key"])) == 1


def test_a_short_name_is_not_cut():
    assert len(set(merchants_of(pl.Series(["AMAZON", "AMAZON PRIME"] * 2))["key"])) == 2
