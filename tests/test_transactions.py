"""The same booking in two files is one; two real equal charges on one day stay two."""

import time
from datetime import date, timedelta
from decimal import Decimal

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from unrenew.transactions import SCHEMA, days, empty, fill, from_rows, merge, sums

DAY = date(2026, 3, 1)
IBAN = "DE89370400440532013000"


def row(text="NETFLIX", amount="-9.99", day=0, **more):
    return {
        "account": IBAN,
        "booked_on": DAY + timedelta(days=day),
        "amount": Decimal(amount),
        "currency": "EUR",
        "descriptor": text,
        "id": None,
        "source_file": "a",
        **more,
    }


def table(*rows):
    return from_rows(rows)


def count(*tables):
    return merge(tables).height


def test_nothing():
    assert merge([]).schema == pl.Schema(SCHEMA)
    assert merge([empty(), empty()]).height == 0
    assert days(empty()) == (None, None)


def test_overlap_is_one():
    assert count(table(row(), row(day=1)), table(row(day=1), row(day=2))) == 3


def test_two_equal_charges_stay_two():
    twice = table(row(), row())
    assert count(twice) == 2
    assert count(twice, twice) == 2
    assert count(twice, table(row())) == 2
    assert count(twice, table(row(), row(), row())) == 3


def test_one_id_for_two_bookings():
    assert count(table(row(id="0"), row(id="0", amount="-5")), table(row(id="0", amount="-7"))) == 3


def test_ids_that_change_between_exports():
    assert count(table(row(id="A1"), row(id="A2", day=1)), table(row(id="B1"), row(id="B2", day=1))) == 2


def test_ids_that_are_stable_tell_equal_charges_apart():
    first = table(row(id="1"), row(id="2", day=1))
    second = table(row(id="2", day=1), row(id="3", day=1))
    assert merge([first, second])["id"].to_list() == ["1", "2", "3"]


def test_ofx_and_csv_of_one_account():
    ofx = table(row("NETFLIX.COM", id="F1", account="0532013000"), row("SPOTIFY", id="F2", account="0532013000"))
    csv = table(row("Kartenzahlung NETFLIX.COM Amsterdam"), row("SPOTIFY AB STOCKHOLM"), row("DISNEY PLUS"))
    assert count(ofx, csv) == 3


def test_same_amount_at_another_merchant_stays():
    assert count(table(row("NETFLIX")), table(row("SPOTIFY"))) == 2


@pytest.mark.parametrize("name", ["0532013000", "37040044/0532013000", "532013000", "DE89 3704 0044 0532 0130 00"])
def test_iban_and_number(name):
    assert count(table(row()), table(row(account=name))) == 1


@pytest.mark.parametrize("name", ["1234567890", "3000", "", "FR7630006000011234567890189"])
def test_other_accounts_stay_apart(name):
    assert count(table(row()), table(row(account=name))) == 2


def test_rows_without_account_are_told_by_what_they_share():
    rows = [row(text=f"SHOP {n}", amount=f"-{n}.50", day=n) for n in range(1, 6)]
    nameless = [{**one, "account": ""} for one in rows[1:]]
    assert count(table(*rows), table(*nameless)) == 5
    assert count(table(*rows), table(row(account="", text="OTHER", amount="-99"))) == 6


def test_owners_are_never_mixed():
    assert count(table(row(owner="ann")), table(row(owner="bob"))) == 2


def test_the_other_file_fills_in():
    merged = merge([table(row()), table(row(mandate_id="M1", counterparty="Netflix"))])
    assert merged["mandate_id"].to_list() == ["M1"]


def test_thousands_of_equal_charges_take_no_longer_than_they_should():
    start = time.monotonic()
    one = table(*(row(text=f"A{n}") for n in range(5000)))
    two = table(*(row(text=f"B{n}") for n in range(5000)))
    assert count(one, two) >= 5000
    assert time.monotonic() - start < 10


def test_fill_and_sums():
    filled = fill(table(row(currency="XXX", account="")), owner="ann", account="1", currency="EUR")
    assert filled.row(0)[:2] == ("ann", "1")
    assert sums(filled) == {"EUR": Decimal("-9.99")}


ROWS = st.lists(
    st.builds(
        row,
        text=st.sampled_from(["NETFLIX", "NETFLIX.COM", "SPOTIFY", "", None]),
        amount=st.sampled_from(["-1", "-2", "3.5"]),
        day=st.integers(0, 2),
        id=st.sampled_from([None, "1", "2", "3"]),
        account=st.sampled_from([IBAN, "0532013000", ""]),
        source_file=st.sampled_from("ab"),
    ),
    max_size=6,
)


@settings(max_examples=60, deadline=None)
@given(ROWS, ROWS, ROWS)
def test_order_does_not_matter(one, two, three):
    tables = [table(*rows) for rows in (one, two, three)]
    merged = merge(tables)
    assert merge(tables[::-1]).equals(merged)
    assert merge([tables[1], tables[2], tables[0]]).equals(merged)
    assert max(t.height for t in tables) <= merged.height <= sum(t.height for t in tables)


@settings(max_examples=60, deadline=None)
@given(ROWS)
def test_twice_is_once(rows):
    once = table(*rows)
    assert count(once, once) == once.height


@settings(max_examples=60, deadline=None)
@given(ROWS, ROWS)
def test_merging_again_adds_nothing(one, two):
    merged = merge([table(*one), table(*two)])
    assert count(merged, merged) == merged.height
    assert count(merged) == merged.height
