"""What the words of a line speak for, in many languages."""

import polars as pl
import pytest

from unrenew.find.kinds import hints_of
from unrenew.find.words import without_accents

EXAMPLES = [
    ("rent", "DAUERAUFTRAG KARIN HUBER MIETE JULI"),
    ("rent", "TRVALÝ PŘÍKAZ NÁJEM BYTU"),
    ("rent", "ΜΕΤΑΦΟΡΑ ΣΕ ΝΙΚΟ ΕΝΟΙΚΙΟ"),
    ("rent", "定額自動送金 ヤチン"),
    ("loan", "SPLÁTKA HYPOTÉKY 4411"),
    ("loan", "LAKÁSHITEL TÖRLESZTÉS"),
    ("loan", "ПОГАШЕНИЕ КРЕДИТА"),
    ("transfer", "PAGO TARJETA CREDITO"),
    ("transfer", "KREDITKARTENABRECH"),
    ("transfer", "BIZUM A FAVOR DE LUISA"),
    ("transfer", "PRZELEW NA TELEFON OLA"),
    ("transfer", "TILISIIRTO OSKARI VIIKKORAHA"),
    ("bill", "INKASO ČESKÁ POJIŠŤOVNA"),
    ("bill", "口座振替 トウキヨウデンリヨク"),
    ("bill", "ﾃﾞﾝｷﾀﾞｲ"),
    ("bill", "OTOMATİK ÖDEME ANADOLU SİGORTA"),
    ("bill", "ΠΑΓΙΑ ΕΝΤΟΛΗ ΔΕΗ"),
    ("bill", "ДЕТСКА ГРАДИНА"),
    ("bill", "RECIBO COMUNIDAD PROPIETARIOS"),
    ("bill", "SÄHKÖ OY"),
    ("withdrawal", "VÝBĚR Z BANKOMATU BRNO"),
    ("withdrawal", "ATM出金 0441"),
    ("habit", "KADEŘNICTVÍ JANA"),
    ("habit", "ΦΑΡΜΑΚΕΙΟ"),
    ("subscription", "PRENUMERATA GAZETY"),
    (None, "ZURICH ZILVERMEER"),
    (None, "자동이체 ZILVERMEER"),
]


@pytest.mark.parametrize(("kind", "text"), EXAMPLES, ids=[text for _, text in EXAMPLES])
def test_hint(kind, text):
    assert hints_of(pl.Series([without_accents(text)])).to_list() == [kind]
