"""Real files of many banks and programs, which lie beside a checkout, give what was read in them by eye.

Each table `*.toml` beside this file lists files of one kind with what must come out. A key that an entry does not have
is not compared.
"""

import tomllib
from pathlib import Path

import pytest

from unrenew.errors import ReadError
from unrenew.model.values import decimal_text
from unrenew.readers import read_statement

HERE = Path(__file__).parent
SHARED = HERE.parent.parent.parent / "shared" / "statements"
CASES = [
    pytest.param(case, id=case["path"])
    for table in sorted(HERE.glob("*.toml"))
    for case in tomllib.loads(table.read_text(encoding="utf-8"))["file"]
]
pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not SHARED.is_dir(), reason="the real statements (../shared/statements) are not here"),
]


@pytest.mark.parametrize("case", CASES)
def test_file(case):
    path = SHARED / case["path"]
    if "refused" in case:
        with pytest.raises(ReadError) as caught:
            read_statement(path)
        assert case["refused"] in str(caught.value)
        return
    statement = read_statement(path)
    table = statement.transactions
    counts = dict.fromkeys(statement.accounts, 0) | dict(table.group_by("account").len().iter_rows())
    found = {
        "format": statement.format,
        "encoding": statement.encoding,
        "rows": statement.rows,
        "transactions": table.height,
        "accounts": counts,
        "sums": {currency: decimal_text(amount) for currency, amount in statement.sums.items()},
        "first_on": statement.first_on,
        "last_on": statement.last_on,
    }
    expected = {key: value for key, value in case.items() if key in found}
    assert {key: found[key] for key in expected} == expected
    assert statement.rows == table.height + sum(problem.rows for problem in statement.problems)
    _compare_problems(case.get("problems", []), statement.problems)


def _compare_problems(expected, problems):
    assert len(problems) == len(expected), problems
    for want, problem in zip(expected, problems, strict=True):
        assert want["what"] in problem.what
        assert want.get("rows", problem.rows) == problem.rows
        assert want.get("severity", problem.severity) == problem.severity


def test_every_file_is_in_a_table():
    named = [case.values[0]["path"] for case in CASES]
    assert len(named) == len(set(named))
    kinds = {table.stem for table in HERE.glob("*.toml")}
    there = {str(path.relative_to(SHARED)) for kind in kinds for path in (SHARED / kind).iterdir()}
    assert set(named) == there
