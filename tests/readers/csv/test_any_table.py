"""Any table comes back exactly, whatever its dialect, marks, dates and signs; any bytes give a reason at the worst."""

import csv as stdlib
import io
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from unrenew.errors import UnrenewError
from unrenew.readers import csv, read_source
from unrenew.readers.formats import Hints
from unrenew.readers.sources import source_of

HEADERS = [
    ("Date", "Description", "Amount", "Debit", "Credit", "D/C", "Currency"),
    ("Buchungstag", "Verwendungszweck", "Betrag", "Soll", "Haben", "S/H", "Währung"),
    ("Date opération", "Libellé", "Montant", "Débit", "Crédit", "Sens", "Devise"),
    ("Data księgowania", "Opis operacji", "Kwota", "Obciążenia", "Uznania", "D/C", "Waluta"),
    ("Datum", "Omschrijving", "Bedrag", "Af", "Bij", "Af Bij", "Munt"),
]
WORDS = st.text("abcdefgh XYZ\"';,|äß€\n", min_size=1, max_size=20).filter(
    lambda text: text.strip(" \"',;|\n€").isalpha()
)
ROWS = st.lists(
    st.tuples(
        st.dates(date(2001, 1, 1), date(2030, 12, 31)),
        WORDS,
        st.decimals(Decimal("-99999.99"), Decimal("99999.99"), places=2).filter(bool),
    ),
    min_size=3,
    max_size=12,
)


def amount_text(amount, mark, thousands):
    return f"{abs(amount):,.2f}".replace(",", "T").replace(".", mark).replace("T", thousands)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(
    rows=ROWS,
    header=st.sampled_from(HEADERS),
    delimiter=st.sampled_from([",", ";", "\t", "|"]),
    marks=st.sampled_from([(".", ","), (",", "."), (".", ""), (",", ""), (",", " "), (".", "'"), (",", "\u202f")]),
    way=st.sampled_from(["signed", "trailing", "parentheses", "columns", "flag"]),
    day=st.sampled_from(["%Y-%m-%d", "%d.%m.%Y", "%d/%m/%Y", "%m/%d/%Y", "%Y%m%d", "%d-%m-%y"]),
    newline=st.sampled_from(["\n", "\r\n"]),
)
def test_any_table(rows, header, delimiter, marks, way, day, newline):
    out = io.StringIO()
    writer = stdlib.writer(out, delimiter=delimiter, lineterminator=newline)
    when, text, amount, debit, credit, flag, currency = header
    # two rows that fix the order of day and month, and one of each sign
    rows = [*rows, (date(2024, 12, 25), "first", Decimal("-1.25")), (date(2024, 12, 24), "last", Decimal("2.50"))]
    names = {"columns": [when, text, debit, credit, currency], "flag": [when, text, amount, flag, currency]}
    writer.writerow(names.get(way, [when, text, amount, currency]))
    for on, words, value in rows:
        plain = amount_text(value, *marks)
        below = value < 0
        cells = {
            "signed": [("-" if below else "") + plain],
            "trailing": [plain + ("-" if below else "")],
            "parentheses": [f"({plain})" if below else plain],
            "columns": [plain, ""] if below else ["", plain],
            "flag": [plain, "D" if below else "C"],
        }[way]
        writer.writerow([on.strftime(day), words, *cells, "EUR"])
    columns = "dates=MDY" if day == "%m/%d/%Y" else "dates=DMY" if day in {"%d/%m/%Y", "%d-%m-%y"} else None
    statement = csv.read(source_of(out.getvalue().encode(), path="x.csv"), Hints(columns=columns))
    table = statement.transactions
    assert [problem for problem in statement.problems if problem.rows] == []
    assert table["booked_on"].to_list() == [row[0] for row in rows]
    assert [amount.normalize() for amount in table["amount"].to_list()] == [row[2].normalize() for row in rows]
    assert table["descriptor"].to_list() == [row[1] for row in rows]
    assert set(table["currency"]) == {"EUR"}


PIECES = st.sampled_from(
    [
        b"Date",
        b"Amount",
        b"Betrag",
        b"2026-01-05",
        b"05/06/2026",
        b"-1,50",
        b"1.234",
        b'"',
        b",",
        b";",
        b"\n",
        b"\r",
        b"\t",
    ]
)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.lists(PIECES | st.binary(max_size=6), max_size=60).map(b"".join))
def test_any_bytes(data):
    try:
        source = source_of(data, path="x.csv")
        csv.knows(source)
        statement = csv.read(source, Hints())
    except UnrenewError:
        return
    assert statement.rows == statement.transactions.height + sum(problem.rows for problem in statement.problems)


SHARED_SIGNS = [
    ("$", "CA", "CAD"),
    ("$", "US", "USD"),
    ("$", "DE", "XXX"),
    ("$", None, "XXX"),
    ("kr", "SE", "SEK"),
    ("¥", "JP", "JPY"),
    ("€", None, "EUR"),
]


@pytest.mark.parametrize(("sign", "country", "currency"), SHARED_SIGNS)
@pytest.mark.parametrize("form", ["-{sign}9.99", "-9.99 {sign}"])
def test_a_sign_of_several_currencies(sign, country, currency, form):
    rows = "".join(f"2026-0{month}-05,Nordlicht,{form.format(sign=sign)}\n" for month in range(1, 5))
    statement = read_source(source_of(f"Date,Description,Amount\n{rows}".encode()), hints=Hints(country=country))
    assert set(statement.transactions["currency"]) == {currency}
    said = [problem.what for problem in statement.problems if "several currencies" in problem.what]
    assert len(said) == (currency == "XXX")


def test_a_sign_in_the_header():
    text = "Date,Description,Amount ($)\n2026-01-05,Nordlicht,-9.99\n2026-02-05,Nordlicht,-9.99\n"
    assert set(read_source(source_of(text.encode()), hints=Hints(country="NZ")).transactions["currency"]) == {"NZD"}
