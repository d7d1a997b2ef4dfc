"""Each sample gives what stands beside it; rows in the file are transactions and problems, always."""

import importlib.util
import json
from collections import Counter
from pathlib import Path

import pytest

from unrenew.readers import read_statement, read_statements
from unrenew.transactions import SCHEMA, merge

ROOT = Path(__file__).parent.parent.parent
SPEC = importlib.util.spec_from_file_location("expected", ROOT / "scripts" / "expected.py")
expected = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(expected)
SAMPLES = expected.samples()


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_sample(path):
    wanted = json.loads(path.with_name(path.name + expected.SUFFIX).read_text(encoding="utf-8"))
    assert expected.outcome(path) == wanted


def readable():
    return read_statements(SAMPLES).statements


def test_there_is_a_sample_of_each_format():
    assert {"ofx", "camt", "mt940", "qif", "plaid"} <= {statement.format for statement in readable()}


@pytest.mark.parametrize("statement", readable(), ids=lambda statement: Path(statement.path).name)
def test_rows(statement):
    table = statement.transactions
    assert statement.rows == table.height + sum(problem.rows for problem in statement.problems)
    assert dict(table.schema) == dict(SCHEMA)
    for name in ("account", "id", "booked_on", "amount", "currency", "source_file", "source_place"):
        assert table[name].null_count() == 0
    assert set(table["account"]) <= set(statement.accounts)
    assert merge([table, table]).height == table.height


def test_the_same_on_every_run():
    for path in SAMPLES:
        one, two = expected.outcome(path), expected.outcome(path)
        assert one == two


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_the_name_does_not_matter(path, tmp_path):
    other = tmp_path / "statement.csv"
    other.write_bytes(path.read_bytes())
    assert expected.outcome(other) == expected.outcome(path)


def test_good_files_beside_bad_ones(tmp_path):
    (tmp_path / "empty").write_bytes(b"")
    bank = next(path for path in SAMPLES if path.name == "bank.ofx")
    readings = read_statements([tmp_path / "empty", bank, tmp_path])
    assert [Path(statement.path).name for statement in readings.statements] == ["bank.ofx"]
    assert len(readings.refusals) == 2


def test_utf16_is_read_the_same(tmp_path):
    for path in SAMPLES:
        text = path.read_bytes().decode("cp1252" if path.name == "card.ofx" else "utf-8")
        other = tmp_path / path.name
        other.write_bytes(text.encode("utf-16"))
        if "refused" not in expected.outcome(path):
            assert read_statement(other).rows == read_statement(path).rows, path.name


def test_equal_lines_have_ids_of_their_own():
    bank = read_statement(next(path for path in SAMPLES if path.name == "bank.ofx"))
    assert max(Counter(bank.transactions["id"]).values()) == 1
