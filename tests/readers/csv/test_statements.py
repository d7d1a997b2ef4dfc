"""Each sample table gives what stands beside it; rows are transactions and problems, always."""

import importlib.util
import json
from pathlib import Path

import pytest

from unrenew.errors import UnrenewError, UsageError
from unrenew.readers import csv, read_statement
from unrenew.readers.formats import Hints
from unrenew.readers.sources import source_of

ROOT = Path(__file__).parent.parent.parent.parent
SPEC = importlib.util.spec_from_file_location("expected", ROOT / "scripts" / "expected.py")
expected = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(expected)
SAMPLES = expected.samples(expected.TABLES)


def read(text, **hints):
    data = text if isinstance(text, bytes) else text.encode()
    return csv.read(source_of(data, path="x.csv"), Hints(**hints))


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_sample(path):
    wanted = json.loads(path.with_name(path.name + expected.SUFFIX).read_text(encoding="utf-8"))
    assert expected.outcome(path) == wanted


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_rows(path):
    if "refused" in expected.outcome(path):
        return
    statement = read_statement(path)
    assert statement.rows == statement.transactions.height + sum(problem.rows for problem in statement.problems)


def test_columns_that_are_told():
    text = "Col A,Col B,Col C,Col D\n2026-01-05,hello,12.00,15.00\n2026-01-06,hello,13.00,16.50\n"
    with pytest.raises(UnrenewError, match="3 \\(Col C\\)"):
        read(text)
    statement = read(text, columns="date=1,description=2,amount=-3,currency=EUR")
    assert [str(amount) for amount in statement.transactions["amount"].cast(str)] == [
        "-12.0000000000000000",
        "-13.0000000000000000",
    ]
    assert statement.sums.keys() == {"EUR"}
    by_name = read(text, columns="date=Col A,description=Col B,amount=+Col D")
    assert str(by_name.sums["XXX"].normalize()) == "31.5"


def test_profile(tmp_path):
    profile = tmp_path / "bank.toml"
    profile.write_text('dates = "MDY"\ndecimal = "comma"\n[columns]\ndate = 1\namount = -3\ndescription = [2]\n')
    statement = read("a;b;c\n03/04/2026;x;1.234\n05/06/2026;y;1,50\n", profile=str(profile))
    assert str(statement.first_on) == "2026-03-04"
    assert str(statement.sums["XXX"].normalize()) == "-1235.5"


@pytest.mark.parametrize("said", ["date", "date=9", "what=1", "dates=XYZ", "header=x", "amount=Nothing"])
def test_words_that_make_no_sense(said):
    with pytest.raises(UsageError):
        read("Date,Text,Amount\n2026-01-05,a,-1.00\n", columns=said)


@pytest.mark.parametrize(
    "data",
    [
        b"Date,Text,Amount\n" + b'"' * 5000 + b"\n2026-01-05,a,-1.00\n",
        b"Date,Text,Amount\n" + b",".join([b"1"] * 100_000) + b"\n2026-01-05,a,-1.00\n",
        b"Date,Text,Amount\n2026-01-05,a,-1.00\n" + b"x" * 5_000_000 + b"\n",
        b'Date,Text,Amount\n2026-01-05,"a,-1.00\n' + b"2026-01-05,a,-1.00\n" * 3000,
        b"Date,Text,Amount\n2026-01-05,\x00a,-1.00\n",
    ],
    ids=["quotes", "wide", "long", "open quote", "nul"],
)
def test_hostile(data):
    statement = read(data)
    assert statement.transactions.height >= 1
    assert statement.rows == statement.transactions.height + sum(problem.rows for problem in statement.problems)


@pytest.mark.parametrize(
    "text", ["hello", "a,b,c\nd,e,f\n", "<html><table></table></html>", "<!DOCTYPE x [<!ENTITY a 'b'>]><table>"]
)
def test_no_statement(text):
    with pytest.raises(UnrenewError):
        read(text)


def test_the_order_of_rows_settles_the_days():
    rows = [f"{day:02}/{month:02}/2026,a,-1.00" for month in (1, 2, 3) for day in (2, 5, 9)]
    statement = read("Date,Text,Amount\n" + "\n".join(rows) + "\n")
    assert not statement.problems
    assert str(statement.last_on) == "2026-03-09"
    other = [f"{month:02}/{day:02}/2026,a,-1.00" for month in (1, 2, 3) for day in (2, 5, 9)]
    statement = read("Date,Text,Amount\n" + "\n".join(other) + "\n")
    assert not statement.problems
    assert str(statement.last_on) == "2026-03-09"


def test_the_other_column_settles_the_days():
    statement = read("Date,Booked,Text,Amount\n2026-03-04,03/04/2026,a,-1.00\n2026-03-05,03/06/2026,b,-2.00\n")
    assert not statement.problems
    assert str(statement.last_on) == "2026-03-06"


def test_a_balance_tells_the_sign():
    statement = read(
        "Date,Text,Amount,Balance\n2026-01-01,a,5.00,95.00\n2026-01-02,b,7.00,88.00\n2026-01-03,c,1.00,87.00\n"
    )
    assert str(statement.sums["XXX"].normalize()) == "-13"
