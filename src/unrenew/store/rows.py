"""The one table of transactions, to the database's rows and back."""

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

import polars as pl

from unrenew.model.values import decimal_text
from unrenew.transactions import SCHEMA

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection

KEPT: Final = tuple(name for name in SCHEMA if name not in ("owner", "account"))
_AMOUNTS: Final = ("amount", "original_amount")
_DAYS: Final = ("booked_on", "value_on")


def values_of(table: pl.DataFrame) -> Iterator[dict[str, Any]]:
    """Give one dict of column values for each row; amounts as text, exact."""
    for row in table.select(KEPT).iter_rows(named=True):
        yield {name: _plain(value) for name, value in row.items()}


def _plain(value: Any) -> Any:
    return decimal_text(value) if isinstance(value, Decimal) else value


def keepable(table: pl.DataFrame) -> pl.DataFrame:
    """Return the table without NUL characters, which PostgreSQL does not keep: a sign for them instead."""
    return table.with_columns(pl.col(pl.String).str.replace_all("\x00", "\N{SYMBOL FOR NULL}", literal=True))


def frame_of(connection: "Connection", query: Any) -> pl.DataFrame:
    """Return the result of a query over `transactions` (with `n`) as a table with the types of `SCHEMA`."""
    rows = [tuple(row) for row in connection.execute(query)]
    schema = {"n": pl.Int64} | {name: _text_type(name) for name in KEPT}
    return _typed(pl.DataFrame(rows, schema=schema, orient="row"))


def _text_type(name: str) -> Any:
    return pl.String if name in _AMOUNTS else SCHEMA[name]


def load(connection: "Connection", owner: int | None, *, postgres: bool) -> pl.DataFrame:
    """Return the transactions of one owner, or of all, in the order in which they came.

    Straight from the driver, as text, and typed by Polars column by column: five times faster than row objects.
    """
    day = "to_char({0}, 'YYYY-MM-DD')" if postgres else "{0}"
    flag = "CAST({0} AS INTEGER)"
    columns = [
        (day if name in _DAYS else flag if name == "is_reversal" else "{0}").format(f"t.{name}") for name in KEPT
    ]
    text = f"SELECT nullif(o.name, ''), a.number, {', '.join(columns)} FROM transactions t"  # noqa: S608 # constants
    text += " JOIN accounts a ON a.id = t.account_id JOIN owners o ON o.id = t.owner_id"
    text += "" if owner is None else f" WHERE t.owner_id = {owner:d}"
    rows = connection.exec_driver_sql(f"{text} ORDER BY t.n").cursor.fetchall()  # pyright: ignore[reportOptionalMemberAccess] # a SELECT has a cursor
    names = ("owner", "account", *KEPT)
    types = {name: pl.Int8 if name == "is_reversal" else pl.String for name in names}
    columnar = list(zip(*rows, strict=True)) or [()] * len(names)
    table = pl.DataFrame(
        [pl.Series(name, values, dtype=types[name]) for name, values in zip(names, columnar, strict=True)]
    )
    return _typed(table).select(list(SCHEMA))


def _typed(table: pl.DataFrame) -> pl.DataFrame:
    changes = [pl.col(name).cast(SCHEMA[name]) for name in (*_AMOUNTS, "is_reversal")]
    changes += [pl.col(name).str.to_date("%Y-%m-%d") for name in _DAYS if table.schema[name] == pl.String]
    return table.with_columns(changes)
