"""Transactions to streams, each with a cadence."""

from collections.abc import Sequence
from datetime import date

import numpy as np
import polars as pl

from unrenew.find.assignments import Assignments, assign
from unrenew.find.confidences import confidences_of
from unrenew.find.forecasts import STATUSES, forecast
from unrenew.find.grids import CADENCES, LENGTHS
from unrenew.find.groups import Groups, group_rows
from unrenew.find.joins import join_parts
from unrenew.find.merchants import Matcher
from unrenew.find.reasons import reasons
from unrenew.model.subscriptions import PER_YEAR, Decision
from unrenew.transactions import AMOUNT

_ZERO = date(1970, 1, 1)
SURE = 0.5
"""Streams below are told as habits: more likely no contract than one."""


def stream_table(
    transactions: pl.DataFrame,
    *,
    today: date,
    country: str | None = None,
    matcher: Matcher | None = None,
    decisions: Sequence[Decision] = (),
) -> pl.DataFrame:
    """Return one row for each stream: the fields of `Stream`, charges as lists of ids, days, amounts and roles.

    Owners are never mixed, and the order of the rows does not matter.
    """
    del country, decisions
    groups = group_rows(transactions, matcher)
    found = join_parts(groups, assign(groups))
    return _describe(groups, found, today)


def _describe(groups: Groups, found: Assignments, today: date) -> pl.DataFrame:
    rows = np.flatnonzero(found.stream >= 0)
    part = found.stream[rows]
    rows = rows[np.lexsort((groups.day[rows], found.whole[part]))]
    part = found.stream[rows]
    of, day = found.whole[part], groups.day[rows]
    latest = part == of
    outlook = forecast(found.grid, of[latest], day[latest], (today - _ZERO).days)
    confidence = confidences_of(groups, found, rows)
    streams = pl.DataFrame(
        {
            "stream": np.arange(len(found.group)),
            "cadence": pl.Series([CADENCES[c] for c in range(len(CADENCES))], dtype=pl.String).gather(
                found.grid.cadence
            ),
            "length": LENGTHS[found.grid.cadence],
            "next_on": pl.Series(outlook.next_day.astype(np.int32)).cast(pl.Date),
            "status": pl.Series(list(STATUSES), dtype=pl.String).gather(outlook.status),
            "spread": outlook.spread,
            "confidence": confidence,
        }
    )
    per_year = pl.DataFrame({"cadence": list(PER_YEAR), "per_year": [float(value) for value in PER_YEAR.values()]})
    charges = groups.table[rows].with_columns(stream=pl.Series(of), cost=-pl.col("amount"))
    steady = (pl.col("price_before") - pl.col("value")).abs() <= 0.005
    charges = charges.with_columns(price_before=pl.col("value").shift(1).over("stream"))
    table = charges.group_by("stream", maintain_order=True).agg(
        pl.col("owner").first(),
        pl.col("currency").first(),
        pl.col("account").drop_nulls().unique().sort().alias("accounts"),
        pl.col("descriptor").last(),
        pl.col("name").last(),
        pl.col("merchant").last(),
        pl.col("provider").drop_nulls().last(),
        pl.col("channel").drop_nulls().last(),
        pl.col("hint").drop_nulls().last(),
        pl.col("is_credit").first(),
        pl.col("booked_on").first().alias("first_on"),
        pl.col("booked_on").last().alias("last_on"),
        pl.col("cost").last().alias("amount"),
        pl.col("cost").sort().get(pl.len() // 2).alias("median"),
        pl.len().alias("n"),
        steady.mean().fill_null(1.0).alias("steady"),
        pl.col("id").alias("charge_ids"),
        pl.col("booked_on").alias("charge_days"),
        pl.col("cost").alias("charge_amounts"),
        pl.when((pl.col("cost") <= 1) & (pl.int_range(pl.len()) == 0) & (pl.col("cost").max() > 2))
        .then(pl.lit("trial"))
        .otherwise(pl.lit("charge"))
        .alias("charge_roles"),
        pl.struct(pl.col("booked_on").alias("on"), pl.col("cost").shift(1).alias("from"), pl.col("cost").alias("to"))
        .filter((pl.col("price_before") - pl.col("value")).abs() > 0.005)
        .alias("price_changes"),
    )
    table = table.join(streams, on="stream", how="left").join(per_year, on="cadence", how="left")
    return _finish(table)


def _finish(table: pl.DataFrame) -> pl.DataFrame:
    """Decide the kind, what a year costs and what the next charge will be; add the reasons and the id."""
    varies = (pl.col("steady") < 0.5) & (pl.col("n") > 3)
    spoken = pl.col("hint")
    known = pl.col("provider").is_not_null()
    kind = (
        pl.when(pl.col("is_credit"))
        .then(pl.lit("income"))
        .when(spoken.is_in(["transfer", "loan", "rent"]) & ~known)
        .then(spoken)
        .when(pl.col("confidence") < SURE)
        .then(pl.lit("habit"))
        .when(spoken == "bill")
        .then(pl.lit("bill"))
        .when(varies & ~known & (spoken.fill_null("") != "subscription"))
        .then(pl.lit("bill"))
        .otherwise(pl.lit("subscription"))
    )
    table = table.with_columns(
        kind=kind,
        varies=varies,
        price_changes=pl.when(varies).then(pl.lit([])).otherwise(pl.col("price_changes")),
        amount=pl.when(varies).then(pl.col("median")).otherwise(pl.col("amount")).cast(AMOUNT),
        next_on=pl.when(pl.col("status") == "ended").then(None).otherwise(pl.col("next_on")),
    ).with_columns(
        next_amount=pl.col("amount"),
        yearly_cost=(pl.col("amount").cast(pl.Float64) * pl.col("per_year")).round(2).cast(AMOUNT),
        id=pl.concat_str(pl.lit("s-"), pl.col("charge_ids").list.first()),
    )
    return table.with_columns(why=reasons()).sort(
        ["owner", "kind", "name", "first_on", "id"], nulls_last=True, maintain_order=True
    )
