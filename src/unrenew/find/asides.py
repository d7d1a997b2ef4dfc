"""Transactions to those that make no stream: fees, failures, refunds."""

from datetime import timedelta

import polars as pl

_FEE_SHARE = 0.045
_BACK_WITHIN, _AGAIN_WITHIN, _REFUND_WITHIN = 7, 12, 100


def set_aside(table: pl.DataFrame) -> pl.DataFrame:
    """Return the table with `aside`, and with `undone` for what links a refund to its charge.

    A refund gets the `row` of the charge that it gives back in `undone`; a charge that failed (it came back within a
    week and was tried again) is set aside, as are fees for the exchange of a currency.
    """
    table = table.with_row_index("row")
    table = _find_fees(table)
    return _find_failures(table)


def _find_fees(table: pl.DataFrame) -> pl.DataFrame:
    """Mark fees that stand beside a much larger charge of the same day; `fee_of` is that charge's row."""
    fees = table.filter(pl.col("is_fee") & ~pl.col("is_credit"))
    if fees.is_empty():
        return table.with_columns(fee_of=pl.lit(None, dtype=pl.UInt32))
    cost = pl.col("amount").abs().cast(pl.Float64)
    days = fees.select("who", "booked_on").unique()
    charges = table.join(days, on=["who", "booked_on"], how="semi").filter(~pl.col("is_fee") & ~pl.col("is_credit"))
    pairs = fees.select("row", "who", "account", "booked_on", fee=cost).join(
        charges.select("who", "account", "booked_on", charge="row", cost=cost),
        on=["who", "account", "booked_on"],
        nulls_equal=True,
    )
    share = pl.col("fee") / pl.col("cost")
    pairs = pairs.filter(share <= _FEE_SHARE).sort("row", share, "charge", descending=[False, True, False])
    best = pairs.unique("row", keep="first", maintain_order=True).select("row", fee_of="charge")
    return table.join(best, on="row", how="left", maintain_order="left")


def _find_failures(table: pl.DataFrame) -> pl.DataFrame:
    """Link returns to the charge they give back, and mark charges that failed and were tried again."""
    same = ["shop", "currency", "value_abs"]
    given_back = table.filter("is_credit").select("shop").unique()
    keyed = table.join(given_back, on="shop", how="semi").select(
        "row", "shop", pl.col("currency").fill_null(""), "booked_on", "is_credit", value_abs=pl.col("value").abs()
    )
    keyed = keyed.filter(pl.col("value_abs") > 0)
    returns = keyed.filter("is_credit").sort("booked_on", "row")
    charges = keyed.filter(~pl.col("is_credit")).sort("booked_on", "row")
    if returns.is_empty() or charges.is_empty():
        return table.with_columns(
            undone=pl.lit(None, dtype=pl.UInt32),
            aside=pl.col("fee_of").is_not_null(),
            retried=pl.lit(None, dtype=pl.UInt32),
        )
    linked = returns.join_asof(
        charges.select(*same, "booked_on", charged_on="booked_on", undone="row"),
        on="booked_on",
        by=same,
        tolerance=timedelta(days=_REFUND_WITHIN),
        check_sortedness=False,
    ).filter(pl.col("undone").is_not_null())
    quick = linked.filter((pl.col("booked_on") - pl.col("charged_on")).dt.total_days() <= _BACK_WITHIN)
    again = quick.select(*same, "undone", "charged_on", next_after=pl.col("charged_on") + pl.duration(days=1)).sort(
        "next_after"
    )
    again = again.join_asof(
        charges.select(*same, "booked_on", retried="row"),
        left_on="next_after",
        right_on="booked_on",
        by=same,
        strategy="forward",
        tolerance=timedelta(days=_AGAIN_WITHIN),
        check_sortedness=False,
    ).filter(pl.col("retried").is_not_null())
    failed = again.select(row="undone", retried="retried").unique("row", keep="first", maintain_order=True)
    table = table.join(linked.select("row", "undone"), on="row", how="left", maintain_order="left")
    table = table.join(failed, on="row", how="left", maintain_order="left")
    return table.with_columns(aside=pl.any_horizontal(pl.col("retried", "fee_of", "undone").is_not_null()))
