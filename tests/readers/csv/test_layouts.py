"""Invented exports in the layouts of real banks: what a person reads in them, written down by hand.

`by-hand.json` has for each file the day, amount and currency of every booking (`*`: the file names no currency for
certain) and how many rows are no bookings; under `more` whole columns of the table, where the sample is about them. It
is never written by the program.
"""

import json
from decimal import Decimal
from pathlib import Path

import pytest

from unrenew.readers import read_statement

FOLDER = Path(__file__).parent.parent.parent / "data" / "layouts"
BY_HAND = json.loads((FOLDER / "by-hand.json").read_text(encoding="utf-8"))


def test_every_file_has_its_expectation():
    assert {path.stem for path in FOLDER.glob("*.csv")} == set(BY_HAND)


@pytest.mark.parametrize("name", BY_HAND)
def test_layout(name):
    statement = read_statement(FOLDER / f"{name}.csv")
    wanted = [(day, Decimal(amount), code) for day, amount, code in BY_HAND[name]["rows"]]
    found = [
        (str(day), amount, "*" if want[2] == "*" else code)
        for (day, amount, code), want in zip(
            statement.transactions.select("booked_on", "amount", "currency").iter_rows(), wanted, strict=True
        )
    ]
    assert found == wanted
    more = BY_HAND[name].get("more", {})
    assert {column: statement.transactions[column].to_list() for column in more} == more
    lost = sum(problem.rows for problem in statement.problems)
    assert lost == BY_HAND[name]["problems"]
    assert statement.rows == len(found) + lost
