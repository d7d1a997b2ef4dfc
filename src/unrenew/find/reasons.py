"""Streams to the reasons for them, in words."""

import polars as pl

_EACH = {
    "weekly": "a week apart",
    "biweekly": "two weeks apart",
    "four_weekly": "four weeks apart",
    "thirty_days": "30 days apart",
    "monthly": "a month apart",
    "bimonthly": "two months apart",
    "quarterly": "three months apart",
    "four_monthly": "four months apart",
    "half_yearly": "half a year apart",
    "annual": "a year apart",
    "biennial": "two years apart",
    "triennial": "three years apart",
}


def reasons() -> pl.Expr:
    """Return the list of reasons of each row of the stream table."""
    apart = pl.col("cadence").replace_strict(_EACH, default=None, return_dtype=pl.String)
    counted = pl.format("{} charges {}", pl.col("n"), apart)
    price = (
        pl.when(pl.col("varies"))
        .then(pl.lit("the amount varies"))
        .when(pl.col("price_changes").list.len() == 0)
        .then(pl.lit("always the same price"))
        .when(pl.col("price_changes").list.len() == 1)
        .then(pl.lit("the price changed once"))
        .otherwise(pl.format("the price changed {} times", pl.col("price_changes").list.len()))
    )
    timing = pl.when((pl.col("spread") <= 1) & (pl.col("n") > 2)).then(pl.lit("within a day of the due day"))
    words = pl.when(pl.col("hint").is_not_null()).then(pl.format("the text speaks of a {}", pl.col("hint")))
    return pl.concat_list(counted, price, timing, words).list.drop_nulls()
