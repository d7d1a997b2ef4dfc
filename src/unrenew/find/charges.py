"""Assignments to charges: every row of a stream, with its role in it."""

import numpy as np
import polars as pl

from unrenew.find.assignments import Assignments
from unrenew.find.grids import Ints
from unrenew.find.groups import Groups
from unrenew.find.runs import starts
from unrenew.transactions import AMOUNT

_ROLES = ("charge", "retry", "trial", "setup")
_HIGHEST = 1e14
"""Costs beyond are taken as this one: their ten-thousandths still fit a number."""


def charges_of(groups: Groups, found: Assignments, rows: Ints) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Return the rows on a grid (`rows`) by stream and day, with `cost` and `role`, and the rows that belong to them.

    Beside a charge belongs: the same charge that failed before, what was given back, the fee for a currency.
    """
    of = found.whole[found.stream[rows]]
    main = groups.table[rows].with_columns(stream=pl.Series(of, dtype=pl.Int64), cost=_cost())
    main = main.with_columns(role=_roles(main, of, groups.table["retried"].drop_nulls()))
    return main, _beside(groups.table, main)


def _cost() -> pl.Expr:
    """Return what a row cost, spending positive, as exact as it was booked."""
    return (pl.lit(0, dtype=AMOUNT) - pl.col("amount")).cast(AMOUNT)


def _roles(main: pl.DataFrame, of: Ints, retried: pl.Series) -> pl.Series:
    """Return what each row on a grid is: a charge, one tried again, a trial, or the dearer first charge of a set-up."""
    cost = (main["cost"].cast(pl.Float64).clip(-_HIGHEST, _HIGHEST).to_numpy() * 10_000).round().astype(np.int64)
    begins = np.flatnonzero(starts(of))
    sizes = np.diff(np.append(begins, len(of)))
    dearest = np.maximum.reduceat(cost, begins) if len(begins) else begins
    first, second, third = (cost[np.minimum(begins + ahead, len(of) - 1)] for ahead in range(3))
    is_trial = (dearest > 20_000) & ((first <= 10_000) | (first * 5 < dearest))
    falls = (second > 0) & (second * 2 <= first) & (third == second)
    is_setup = (sizes > 2) & (first == dearest) & falls & ~is_trial
    number = np.zeros(len(of), dtype=np.uint32)
    number[begins] = is_trial * _ROLES.index("trial") + is_setup * _ROLES.index("setup")
    number[main["row"].is_in(retried.implode()).to_numpy()] = _ROLES.index("retry")
    number[main["is_credit"].to_numpy()] = _ROLES.index("charge")
    return pl.Series("role", _ROLES, dtype=pl.String).gather(number)


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
