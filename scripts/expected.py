"""Writes anew what each sample in tests/data gives: `x.ofx` to `x.ofx.expected.json`. Review the difference."""

import json
from pathlib import Path
from typing import Any

from unrenew.errors import ReadError
from unrenew.model.values import decimal_text
from unrenew.readers import read_statement

HERE = Path(__file__).parent.parent / "tests" / "data" / "readers"
TABLES = HERE.parent / "csv"
SUFFIX = ".expected.json"


def samples(folder: Path = HERE) -> list[Path]:
    """Return every sample, without the files that say what is expected of it."""
    return sorted(path for path in folder.iterdir() if path.is_file() and not path.name.endswith(SUFFIX))


def outcome(path: Path) -> dict[str, Any]:
    """Return all that a sample gives, as JSON has it; what a file does not say is left out."""
    try:
        statement = read_statement(path)
    except ReadError as error:
        return {"refused": error.what}
    rows = statement.transactions.drop("source_file").iter_rows(named=True)
    return {
        "format": statement.format,
        "encoding": statement.encoding,
        "rows": statement.rows,
        "accounts": list(statement.accounts),
        "sums": {currency: decimal_text(amount) for currency, amount in statement.sums.items()},
        "problems": [
            {"where": problem.where, "what": problem.what, "severity": problem.severity, "rows": problem.rows}
            for problem in statement.problems
        ],
        "transactions": [
            {key: _plain(value) for key, value in row.items() if value not in (None, False)} for row in rows
        ],
    }


def _plain(value: Any) -> Any:
    if hasattr(value, "as_tuple"):
        return decimal_text(value)
    return value if isinstance(value, (str, bool)) else str(value)


def main() -> None:
    """Write every expected file."""
    for path in (*samples(), *samples(TABLES)):
        text = json.dumps(outcome(path), indent=1, ensure_ascii=False) + "\n"
        path.with_name(path.name + SUFFIX).write_text(text, encoding="utf-8")
        print(path.name)


if __name__ == "__main__":
    main()
