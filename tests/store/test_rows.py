"""Rows go through JSON on their way from the database: no text may come back as anything else."""

from datetime import UTC, date, datetime
from decimal import Decimal

import polars as pl

from unrenew.model.statements import Statement
from unrenew.store.rows import NOT_FOR_FINDING
from unrenew.transactions import SCHEMA, from_rows, sums

AT = datetime(2026, 11, 1, 12, tzinfo=UTC)
TEXTS = (
    "", " ", '"', "\\", "\\u0041", "a\nb\r\tc", "".join(map(chr, range(1, 32))), "\x7f\x85\xa0", "\u2028\u2029\ufeff",
    "𝔎aspersky 👩‍👩‍👧", "e\u0301", '{"a": [1, null]}', "[]", "null", "true", "NaN", "007", "1e5", "'; --", "%s :n ?",
    "x" * 100_000,
)  # fmt: skip


def statement(rows):
    table = from_rows(list(rows))
    return Statement(
        path="a.csv",
        format="csv",
        encoding="utf-8",
        transactions=table,
        rows=table.height,
        sums=sums(table),
        first_on=table["booked_on"].min(),
        last_on=table["booked_on"].max(),
        problems=(),
    )


def odd_rows():
    for number, text in enumerate(TEXTS):
        row = {"account": text, "id": f"{number}", "booked_on": date(2026, 1, 1), "amount": Decimal(number)}
        row |= {"currency": "EUR", "descriptor": text, "counterparty": text or None, "mandate_id": text}
        yield row | {"is_reversal": (None, True, False)[number % 3]}


def test_every_text_comes_back_as_it_is(store):
    kept = statement(odd_rows())
    store.statements.add(kept, sha256="aa", owner=None, at=AT)
    assert store.statements.transactions().equals(kept.transactions)
    again = store.statements.add(kept, sha256="bb", owner=None, at=AT)
    assert (again.new, again.known) == (0, len(TEXTS))


def test_finding_needs_only_some_columns(store):
    kept = statement(odd_rows())
    store.statements.add(kept, sha256="aa", owner="Ana", at=AT)
    table = store.statements.to_find_in(store.people.find("Ana"))
    assert table.schema == pl.Schema(SCHEMA)
    some = [name for name in SCHEMA if name not in NOT_FOR_FINDING]
    assert table.select(some).equals(kept.transactions.select(some).with_columns(owner=pl.lit("Ana")))
    assert table.select(NOT_FOR_FINDING).null_count().sum_horizontal().item() == len(TEXTS) * len(NOT_FOR_FINDING)


def test_rows_come_in_the_order_in_which_they_were_kept(store):
    for number, day in enumerate((9, 2, 30, 2)):
        row = {
            "account": "A",
            "id": f"{number}",
            "booked_on": date(2026, 1, day),
            "amount": Decimal(number),
            "currency": "EUR",
        }
        store.statements.add(statement([row]), sha256=str(number), owner=("Ben", "Ana")[number % 2], at=AT)
    table = store.statements.transactions()
    assert table["id"].to_list() == ["0", "1", "2", "3"]
    assert table["owner"].to_list() == ["Ben", "Ana", "Ben", "Ana"]
