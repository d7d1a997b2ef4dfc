"""What a bank writes into the text: parties and mandates, read alike row by row and for a whole table."""

import polars as pl
import pytest

from unrenew.readers.mentions import mentions_of, with_mentions

TEXTS = [
    (
        "SEPA INCASSO INCASSANT: NL12ZZZ123456780000NAAM: SPORT B.V.         MACHTIGING: M001OMSCHRIJVING: MAART",
        {
            "counterparty": "SPORT B.V.",
            "mandate_id": "M001",
            "creditor_id": "NL12ZZZ123456780000",
        },
    ),
    ("EREF+1MREF+KD 02CRED+DE98ZZZ09999999999SVWZ+x", {"mandate_id": "KD", "creditor_id": "DE98ZZZ09999999999"}),
    (
        "REK: NL91ABNA0417164300/NAAM: WERK BV",
        {"counterparty": "WERK BV", "counterparty_account": "NL91ABNA0417164300"},
    ),
    (
        "Mandatsreferenz: AB-12 Gläubiger-ID: DE98ZZZ09999999999",
        {"mandate_id": "AB-12", "creditor_id": "DE98ZZZ09999999999"},
    ),
    ("Dynamaam shop, no label", {}),
]


@pytest.mark.parametrize(("text", "wanted"), TEXTS)
def test_mentions(text, wanted):
    assert mentions_of(text) == wanted
    names = ("counterparty", "counterparty_account", "mandate_id", "creditor_id")
    rows = pl.DataFrame({"descriptor": [text], **{name: pl.Series([None], dtype=pl.String) for name in names}})
    assert with_mentions(rows).select(names).row(0, named=True) == dict.fromkeys(names) | wanted


def test_a_column_of_the_file_goes_first():
    columns = {"counterparty": ["Cell"], "counterparty_account": ["1"], "mandate_id": ["2"], "creditor_id": ["3"]}
    rows = pl.DataFrame({"descriptor": ["/NAME/Text/MARF/9"], **columns})
    assert with_mentions(rows).row(0)[1:] == ("Cell", "1", "2", "3")
