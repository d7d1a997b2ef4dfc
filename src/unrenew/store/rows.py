"""The one table of transactions, to the database's rows and back."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

import msgspec
import polars as pl

from unrenew.model.values import decimal_text
from unrenew.transactions import SCHEMA

if TYPE_CHECKING:
    from unrenew.store.sessions import Session

KEPT: Final = tuple(name for name in SCHEMA if name not in ("owner", "account"))
_AMOUNTS: Final = ("amount", "original_amount")
_DAYS: Final = ("booked_on", "value_on")


def values_of(table: pl.DataFrame) -> Iterator[dict[str, Any]]:
    """Give one dict of column values for each row, with its account; amounts as text, exact."""
    for row in table.select("account", *KEPT).iter_rows(named=True):
        yield {name: _plain(value) for name, value in row.items()}


def _plain(value: Any) -> Any:
    return decimal_text(value) if isinstance(value, Decimal) else value


def keepable(table: pl.DataFrame) -> pl.DataFrame:
    """Return the table without NUL characters, which PostgreSQL does not keep: a sign for them instead."""
    return table.with_columns(pl.col(pl.String).str.replace_all("\x00", "\N{SYMBOL FOR NULL}", literal=True))


NOT_FOR_FINDING: Final = frozenset(
    {"value_on", "original_currency", "bank_code", "is_reversal", "source_file", "source_place"}
)
"""Columns that say nothing about what recurs: left null when streams are found."""


def load(session: "Session", owner: int | None, *, without: frozenset[str] = frozenset()) -> pl.DataFrame:
    """Return the transactions of one owner, or of all, in the order in which they came; null in columns `without`."""
    where = "" if owner is None else f" WHERE t.owner_id = {owner:d}"
    return _fetch(session, where, without=without).drop("n")


def lines_between(
    session: "Session", owner: int, first: date | None, last: date | None
) -> tuple[list[int], pl.DataFrame]:
    """Return an owner's transactions of these days, and the number of each row in the database."""
    where = f" WHERE t.owner_id = {owner:d}"
    if first and last:
        where += f" AND t.booked_on BETWEEN '{first.isoformat()}' AND '{last.isoformat()}'"
    table = _fetch(session, where)
    return table["n"].to_list(), table.drop("n")


def _fetch(session: "Session", where: str, *, without: frozenset[str] = frozenset()) -> pl.DataFrame:
    """Return the rows in the order of their number `n`, which stands in front.

    The database gives each column as one JSON text, which Polars then types: ten times faster than row objects, which
    matters for 100,000 transactions. Names of owners and accounts are looked up once each, not joined to every row.
    """
    gather = "json_agg({0})::text" if session.is_postgres else "json_group_array({0})"
    read = {name: f"t.{name}" for name in ("n", "owner_id", "account_id", *KEPT) if name not in without}
    if "is_reversal" in read:
        read["is_reversal"] = "CAST(t.is_reversal AS INTEGER)"
    text = f"SELECT {', '.join(gather.format(column) for column in read.values())} FROM transactions t{where}"  # noqa: S608 # constants
    texts = session.row(text)
    table = pl.DataFrame([_column(name, text) for name, text in zip(read, texts, strict=True)]).sort("n")
    casts = [pl.col(name).cast(SCHEMA[name]) for name in (*_AMOUNTS, "is_reversal") if name in read]
    casts += [pl.col(name).str.to_date("%Y-%m-%d") for name in _DAYS if name in read]
    casts += [pl.lit(None, dtype=SCHEMA[name]).alias(name) for name in without]
    casts.append(_named("owner_id", session, "SELECT id, nullif(name, '') FROM owners").alias("owner"))
    casts.append(_named("account_id", session, "SELECT id, number FROM accounts").alias("account"))
    return table.with_columns(casts).select("n", *SCHEMA)


_NUMBERS: Final = ("n", "owner_id", "account_id", "is_reversal")


def _column(name: str, text: str | None) -> pl.Series:
    """Return a column from the JSON array that the database made of it; PostgreSQL gives none for no rows."""
    if name in _NUMBERS:
        return pl.Series(name, msgspec.json.decode(text or "[]", type=list[int | None]), pl.Int64)
    return pl.Series(name, msgspec.json.decode(text or "[]", type=list[str | None]), pl.String)


def _named(column: str, session: "Session", query: str) -> pl.Expr:
    """Return the names that a query gives for the numbers in a column."""
    names: dict[int, str | None] = dict(session.rows(query))
    if not names:  # nothing is kept yet
        return pl.lit(None, dtype=pl.String)
    return pl.col(column).replace_strict(list(names), list(names.values()), return_dtype=pl.String)
