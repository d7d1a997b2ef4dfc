"""Assignments to charges: every row of a stream, with its role in it."""

import polars as pl

from unrenew.find.assignments import Assignments
from unrenew.find.grids import Ints
from unrenew.find.groups import Groups
from unrenew.transactions import AMOUNT


def charges_of(groups: Groups, found: Assignments, rows: Ints) -> pl.DataFrame:
    """Return the rows of all streams (`rows`: those on a grid), by stream and day, with `cost` and `role`.

    Beside the charges stand what belongs to them: a charge that failed, what was given back, the fee for a currency.
    """
    of = found.whole[found.stream[rows]]
    main = groups.table[rows].with_columns(stream=pl.Series(of, dtype=pl.Int64), cost=_cost())
    main = main.with_columns(
        price_before=pl.col("value").shift(1).over("stream"), place=pl.int_range(pl.len()).over("stream")
    )
    retried = groups.table.get_column("retried").drop_nulls()
    dearest = pl.col("cost").max().over("stream")
    first = pl.col("place") == 0
    role = (
        pl.when(pl.col("is_credit"))
        .then(pl.lit("charge"))
        .when(pl.col("row").is_in(retried.implode()))
        .then(pl.lit("retry"))
        .when(first & (dearest > 2) & ((pl.col("cost") <= 1) | (pl.col("cost") * 5 < dearest)))
        .then(pl.lit("trial"))
        .when(first & (pl.len().over("stream") > 2) & (pl.col("cost") == dearest) & _falls())
        .then(pl.lit("setup"))
        .otherwise(pl.lit("charge"))
    )
    main = main.with_columns(role=role)
    beside = _beside(groups.table, main)
    return pl.concat([main, beside], how="diagonal_relaxed") if beside.height else main


def _cost() -> pl.Expr:
    """Return what a row cost, spending positive, as exact as it was booked."""
    return (pl.lit(0, dtype=AMOUNT) - pl.col("amount")).cast(AMOUNT)


def _falls() -> pl.Expr:
    """Say that the second charge is half of this one or less, and the third equals the second."""
    second, third = pl.col("cost").shift(-1).over("stream"), pl.col("cost").shift(-2).over("stream")
    return (second > 0) & (second * 2 <= pl.col("cost")) & (third == second)


def _beside(table: pl.DataFrame, main: pl.DataFrame) -> pl.DataFrame:
    """Return the rows set aside that belong to a row of a stream: directly, or to a charge that failed."""
    aside = table.filter("aside").with_columns(cost=_cost())
    if aside.is_empty():
        return aside
    known = main.select("stream", link="row")
    failed = aside.filter(pl.col("retried").is_not_null()).join(known, left_on="retried", right_on="link")
    known = pl.concat([known, failed.select("stream", link="row")])
    linked = pl.coalesce("retried", "undone", "fee_of")
    role = (
        pl.when(pl.col("undone").is_not_null())
        .then(pl.lit("refund"))
        .when(pl.col("fee_of").is_not_null())
        .then(pl.lit("fee"))
        .otherwise(pl.lit("charge"))
    )
    found = aside.with_columns(link=linked, role=role, failed=pl.col("retried").is_not_null())
    return found.join(known, on="link").drop("link")
