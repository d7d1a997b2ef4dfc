"""What one file from a bank says: accounts, bookings, problems."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from unrenew.model.values import Problem

if TYPE_CHECKING:
    import polars as pl


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One file, read: its transactions as one table, and every row that is not among them as a problem.

    `rows` counts the bookings that stand in the file, and
    `rows == transactions.height + sum(problem.rows for problem in problems)` always holds.
    """

    path: str
    format: str
    encoding: str
    transactions: "pl.DataFrame"
    rows: int
    problems: tuple[Problem, ...] = ()
    accounts: tuple[str, ...] = ()
    sums: Mapping[str, Decimal] = field(default_factory=dict[str, Decimal])
    first_on: date | None = None
    last_on: date | None = None
