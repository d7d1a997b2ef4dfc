"""Transactions to groups: one owner, currency, side and merchant each."""

from dataclasses import dataclass

import numpy as np
import polars as pl

from unrenew.find.asides import set_aside
from unrenew.find.grids import Flags, Ints
from unrenew.find.merchants import Matcher, name_merchants, read_shapes

_SHOWN = ("owner", "account", "id", "booked_on", "amount", "currency", "descriptor", "mandate_id", "creditor_id", "mcc")


@dataclass(frozen=True, slots=True)
class Groups:
    """Rows sorted by group, then day. `price` is in hundredths, before conversion where the file says so.

    `side` numbers owner, currency and direction. `aside` marks rows that make no stream of their own: fees for a
    foreign currency, and charges that failed (came back at once and were tried again).
    """

    table: pl.DataFrame
    group: Ints
    day: Ints
    price: Ints
    side: Ints
    aside: Flags
    count: int


def _text(table: pl.DataFrame) -> pl.Series:
    """Return what names the merchant: the counterparty where the bank gives it apart, else the text."""
    named = pl.col("counterparty").fill_null("").str.strip_chars()
    pays_for_others = named.str.contains(r"(?i)paypal|klarna|adyen|stripe|mollie|sumup")
    text = pl.when((named != "") & ~pays_for_others).then(named).otherwise(pl.col("descriptor").fill_null(""))
    return table.select(text.alias("text"))["text"]


def group_rows(transactions: pl.DataFrame, matcher: Matcher | None = None) -> Groups:
    """Sort the transactions into groups; the order of the rows given does not matter."""
    missing = [name for name in ("counterparty", "original_amount", *_SHOWN) if name not in transactions.columns]
    table = transactions.with_columns(pl.lit(None, dtype=pl.String).alias(name) for name in missing)
    table = table.filter(pl.col("booked_on").is_not_null() & pl.col("amount").is_not_null())
    text = _text(table)
    numbers, known = read_shapes(text)
    table = table.with_columns(numbers.alias("number"))
    merchants = name_merchants(table.group_by("owner", "number", maintain_order=True).len("rows"), known)
    table = table.join(
        merchants.select("owner", "number", "key", "merchant"),
        on=["owner", "number"],
        how="left",
        nulls_equal=True,
        maintain_order="left",
    ).join(known.drop("words"), on="number", how="left", maintain_order="left")
    table = table.with_columns(
        name=pl.col("key").str.to_titlecase(),
        is_credit=pl.col("amount") > 0,
        value=pl.coalesce(pl.col("original_amount").cast(pl.Float64), pl.col("amount").cast(pl.Float64)),
        provider=pl.lit(None, dtype=pl.String),
    )
    if matcher is not None:
        told = matcher.match_descriptors(text)
        table = table.with_columns(
            provider=told["provider"],
            channel=pl.coalesce(told["channel"], pl.col("channel")),
        )
    table = set_aside(table).sort(
        ["owner", "currency", "is_credit", "merchant", "booked_on", "value", "id", "descriptor"], nulls_last=True
    )
    code = pl.struct("owner", "currency", "is_credit", "merchant").rle_id().alias("group")
    numbers = table.select(
        code,
        pl.struct("owner", "currency", "is_credit").rle_id().alias("side"),
        "aside",
        day=pl.col("booked_on").cast(pl.Int32).cast(pl.Int64),
        price=(pl.col("value").abs() * 100).round().clip(0, 1e15).cast(pl.Int64),
    )
    group = numbers["group"].to_numpy().astype(np.int64)
    count = int(group[-1]) + 1 if len(group) else 0
    return Groups(
        table,
        group,
        numbers["day"].to_numpy(),
        numbers["price"].to_numpy(),
        numbers["side"].to_numpy().astype(np.int64),
        numbers["aside"].to_numpy(),
        count,
    )
