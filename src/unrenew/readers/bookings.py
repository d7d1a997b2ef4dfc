"""Collects the rows of one file: each a transaction or a problem."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from unrenew.errors import DamagedFileError
from unrenew.model.statements import Statement
from unrenew.model.values import NO_CURRENCY, Problem, Severity
from unrenew.readers.sources import Source

if TYPE_CHECKING:
    import polars as pl

_CHECK_EVERY = 1024


class Bookings:
    """What a reader fills row by row. Every row goes to `add` or to `problem(..., rows=1)`, so none is lost."""

    def __init__(self, source: Source, format_name: str, encoding: str) -> None:
        self.source = source
        self.format = format_name
        self.encoding = encoding
        self.rows: list[dict[str, Any]] = []
        self.problems: list[Problem] = []
        self.accounts: dict[str, None] = {}
        self._seen: Counter[tuple[Any, ...]] = Counter()

    def add(self, row: dict[str, Any]) -> None:
        """Take one transaction: a dict of columns of `transactions.SCHEMA` with account, booked_on and amount."""
        if not row.get("id"):
            row["id"] = self._derived_id(row)
        row["currency"] = row.get("currency") or NO_CURRENCY
        row["source_file"] = self.source.path
        self.accounts.setdefault(row["account"])
        self.rows.append(row)
        if not len(self.rows) % _CHECK_EVERY:
            self._check()

    def problem(self, where: str, what: str, *, severity: Severity = "warning", rows: int = 0) -> None:
        """Take one thing that is wrong; `rows` is how many rows of the file it stands for."""
        self.problems.append(Problem(where=where, what=what, severity=severity, rows=rows))
        if not len(self.problems) % _CHECK_EVERY:
            self._check()

    def _check(self) -> None:
        self.source.check_time()
        self.source.check_rows(len(self.rows) + len(self.problems))

    def account(self, name: str) -> None:
        """Note an account that the file names, with or without rows."""
        self.accounts.setdefault(name)

    def _derived_id(self, row: Mapping[str, Any]) -> str:
        key = (
            row.get("account") or "",
            str(row["booked_on"]),
            f"{Decimal(row['amount']).normalize():f}",
            row.get("currency") or "",
            row.get("descriptor") or "",
            row.get("counterparty") or "",
        )
        self._seen[key] += 1
        return derived_id(key, self._seen[key])

    def statement(self) -> Statement:
        """Return what was read; raise DamagedFileError where the file gave neither a row nor an account."""
        if not self.rows and not self.accounts and not any(problem.rows for problem in self.problems):
            reason = self.problems[0].what if self.problems else "holds no statement"
            raise DamagedFileError(
                reason,
                where=self.source.path,
                hint="Download the statement again, or in another format (OFX, CAMT, MT940, QIF, CSV)",
            )
        from unrenew.transactions import from_rows

        return statement_of(
            self.source,
            format_name=self.format,
            encoding=self.encoding,
            transactions=from_rows(self.rows),
            problems=self.problems,
            accounts=self.accounts,
        )


def derived_id(key: Sequence[str], occurrence: int) -> str:
    """Return an id made from what a line says: the same on every run; `occurrence` tells equal lines apart, from 1."""
    return ids_of(["\x1f".join((*key, str(occurrence)))])[0]


def ids_of(texts: Iterable[str]) -> list[str]:
    """Return the ids of keys that have their occurrence at the end, each in one text; see `derived_id`."""
    hashed = hashlib.blake2b
    return ["u" + hashed(text.encode("utf-8", "surrogatepass"), digest_size=10).hexdigest() for text in texts]


def statement_of(
    source: Source,
    *,
    format_name: str,
    encoding: str,
    transactions: "pl.DataFrame",
    problems: Iterable[Problem] = (),
    accounts: Iterable[str] = (),
) -> Statement:
    """Return a statement with its counts, sums and days worked out from the table."""
    from unrenew.transactions import days, sums

    kept = tuple(problems)
    first_on, last_on = days(transactions)
    return Statement(
        path=source.path,
        format=format_name,
        encoding=encoding,
        transactions=transactions,
        rows=transactions.height + sum(problem.rows for problem in kept),
        problems=kept,
        accounts=tuple(dict.fromkeys(accounts)),
        sums=sums(transactions),
        first_on=first_on,
        last_on=last_on,
    )
