"""A column of directions gives the signs under any name, in any language, also with one side marked only."""

import csv as stdlib
import io
from decimal import Decimal

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from unrenew.readers import read_source
from unrenew.readers.csv.kinds import kind_of
from unrenew.readers.sources import source_of

PAIRS = [
    ("DR", "CR"), ("DB", "CR"), ("Debit", "Credit"), ("D", "C"), ("S", "H"), ("Af", "Bij"), ("Soll", "Haben"),
    ("Debet", "Kredit"), ("支出", "收入"), ("出金", "入金"), ("출금", "입금"), ("Cargo", "Abono"),
    ("Uscita", "Entrata"),
    ("ถอน", "ฝาก"), ("Keluar", "Masuk"), ("Расход", "Приход"), ("Obciążenie", "Uznanie"), ("OUT", "IN"),
    ("Ghi nợ", "Ghi có"),
    ("Borç", "Alacak"), ("Terhelés", "Jóváírás"), ("Money Out", "Money In"), ("חובה", "זכות"),
]  # fmt: skip
AMOUNTS = st.lists(
    st.tuples(st.booleans(), st.decimals(Decimal("0.01"), Decimal("9999.99"), places=2)), min_size=2, max_size=9
)
NAMES = st.text("qwxz", min_size=3, max_size=6)


def table(rows, name, cells):
    out = io.StringIO()
    writer = stdlib.writer(out)
    writer.writerow(["Date", "Description", "Amount", name])
    for at, ((_, amount), cell) in enumerate(zip(rows, cells, strict=True)):
        writer.writerow([f"2025-03-{at + 10:02}", f"text {'abcdefghi'[at]}", amount, cell])
    return read_source(source_of(out.getvalue().encode()))


def wanted(rows):
    return [-amount if is_out else amount for is_out, amount in rows]


@settings(max_examples=150, deadline=None, derandomize=True)
@given(rows=AMOUNTS, pair=st.sampled_from(PAIRS), name=NAMES)
def test_both_sides(rows, pair, name):
    assume(len({is_out for is_out, _ in rows}) == 2)
    statement = table(rows, name, [pair[0] if is_out else pair[1] for is_out, _ in rows])
    assert statement.transactions["amount"].to_list() == wanted(rows)
    assert not [problem for problem in statement.problems if problem.severity != "info"]


@settings(max_examples=80, deadline=None, derandomize=True)
@given(rows=AMOUNTS, pair=st.sampled_from(PAIRS[:3] + PAIRS[5:11]), name=NAMES, marked=st.booleans())
def test_one_side_marked(rows, pair, name, marked):
    assume(len({is_out for is_out, _ in rows}) == 2)
    cells = ["" if is_out is marked else pair[0] if is_out else pair[1] for is_out, _ in rows]
    statement = table(rows, name, cells)
    assert statement.transactions["amount"].to_list() == wanted(rows)
    assert any("Rows without a mark" in problem.what for problem in statement.problems)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(rows=AMOUNTS, side=st.sampled_from(["CR", "DR", "Debit", "Kredit", "支出", "입금"]), name=NAMES)
def test_one_word_on_every_row(rows, side, name):
    rows = [(side in {"DR", "Debit", "支出"}, amount) for _, amount in rows]
    assert table(rows, name, [side] * len(rows)).transactions["amount"].to_list() == wanted(rows)


@pytest.mark.parametrize("cells", [["Payment"] * 3, ["S"] * 3, ["K"] * 3, ["-"] * 3, ["/"] * 3, ["IN", "IN"]])
def test_what_can_mean_something_else_is_no_direction(cells):
    assert not kind_of(cells).two_ways
