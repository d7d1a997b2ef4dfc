"""Wallos' JSON in its forms, plain CSV lists, and files that are neither."""

import json
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from unrenew.model.decisions import Payer
from unrenew.model.renewals import NoticePeriod
from unrenew.readers.lists import cadence_of, payers_of, price_of, read_list

EXPORTED = {
    "Name": "Netflix",
    "Payment Cycle": "Every 2 Months",
    "Next Payment": "2026-12-01",
    "Category": "Entertainment",
    "Payment Method": "PayPal",
    "Paid By": "Ana",
    "Price": "€17.99",
    "Notes": "the big plan",
    "URL": "",
    "State": "Enabled",
    "Notifications": "Enabled",
    "Cancellation Date": "",
    "Active": "Yes",
}
FROM_API = {
    "id": 1,
    "name": "Gym",
    "price": 19.9,
    "currency_id": 1,
    "next_payment": "2026-11-30",
    "start_date": "2024-01-31",
    "cycle": 3,
    "frequency": 1,
    "notes": "",
    "payer_user_name": "Bo",
    "inactive": 0,
    "cancellation_date": None,
}


def test_what_wallos_exports():
    found = read_list(json.dumps({"success": True, "subscriptions": [EXPORTED]}).encode())
    assert (found.format, found.problems) == ("wallos", ())
    (own,) = found.subscriptions
    assert (own.name, own.cadence, own.amount, own.currency) == ("Netflix", "bimonthly", Decimal("17.99"), "EUR")
    assert (own.next_on, own.payers, own.notes) == (date(2026, 12, 1), (Payer(name="Ana"),), "the big plan")


def test_what_wallos_answers():
    found = read_list(json.dumps({"success": True, "subscriptions": [FROM_API]}).encode(), currency="EUR")
    (own,) = found.subscriptions
    assert (own.name, own.cadence, own.amount, own.currency) == ("Gym", "monthly", Decimal("19.9"), "EUR")
    assert (own.started_on, own.ended_on) == (date(2024, 1, 31), None)


def test_an_inactive_one_has_ended():
    (own,) = read_list(
        json.dumps([EXPORTED | {"Active": "No", "Cancellation Date": "2026-05-01"}]).encode()
    ).subscriptions
    assert own.ended_on == date(2026, 5, 1)


def test_a_dollar_does_not_say_whose():
    found = read_list(json.dumps([EXPORTED | {"Price": "$5"}]).encode())
    assert found.subscriptions[0].currency == "XXX"
    assert "--currency" in found.problems[0].what


def test_a_plain_list():
    text = (
        "Name;Price;Currency;Cycle;Next payment;Notice;Paid by;Minimum term;Renewal\n"
        "Strom;49,90;EUR;monatlich;01.12.2026;3 Monate zum Monatsende;Ana 50%, Bo 50%;24;12\n"
        ";1;EUR;monthly;;;;\n"
        "Odd;x;EUR;now and then;tomorrow;;;\n"
    )
    found = read_list(text.encode("cp1252"))
    assert (found.format, found.rows, len(found.subscriptions)) == ("list", 3, 2)
    own = found.subscriptions[0]
    assert (own.amount, own.cadence, own.next_on) == (Decimal("49.90"), "monthly", date(2026, 12, 1))
    assert own.notice == NoticePeriod(count=3, unit="months", to="month_end")
    assert own.payers == (Payer(name="Ana", share=Decimal("0.5")), Payer(name="Bo", share=Decimal("0.5")))
    assert (own.minimum_term_months, own.renewal_months) == (24, 12)
    assert [problem.where for problem in found.problems] == ["line 3", "line 4", "line 4", "line 4"]


def test_the_same_list_gives_the_same_ids():
    data = json.dumps([EXPORTED]).encode()
    assert read_list(data) == read_list(data)
    assert read_list(data).subscriptions[0].id != read_list(data, owner="Bo").subscriptions[0].id


@pytest.mark.parametrize(
    "text",
    [
        "date,description,amount,currency\n2026-01-01,NETFLIX,-9.99,EUR\n",
        "tx_id,account,booked,description,amount,currency\n1,a,2026-01-01,NETFLIX,-9.99,EUR\n",
        "name,amount\nAna,5\n",
        "[]",
        "{}",
        '{"accounts": [], "transactions": []}',
        "[1, 2]",
        "{",
        "",
        "OFXHEADER:100",
    ],
)
def test_what_is_no_list(text):
    assert read_list(text.encode()) is None


@given(st.binary(max_size=300))
@settings(max_examples=60, derandomize=True, deadline=None)
def test_any_bytes_are_read_without_an_error(data):
    read_list(data)
    read_list(b"name,price,cycle\n" + data)


@given(
    st.dictionaries(
        st.sampled_from(sorted({*EXPORTED, *FROM_API})),
        st.one_of(st.none(), st.integers(), st.text(max_size=9), st.lists(st.integers())),
    )
)
@settings(max_examples=60, derandomize=True, deadline=None)
def test_any_entry_is_read_without_an_error(entry):
    read_list(json.dumps([EXPORTED, EXPORTED, entry]).encode())


def test_words_and_prices():
    assert [
        cadence_of(w) for w in ("Yearly", "every month", "Every 3 Months", "jährlich", "half_yearly", "4 weeks", "")
    ] == [
        "annual",
        "monthly",
        "quarterly",
        "annual",
        "half_yearly",
        "four_weekly",
        None,
    ]
    assert price_of("1.299,00 €") == (Decimal("1299.00"), "EUR")
    assert price_of("USD 12") == (Decimal("12.0"), "USD")
    assert price_of("free") == (None, None)
    assert [payer.share for payer in payers_of("Ana, Bo")] == [Decimal("0.5000")] * 2
