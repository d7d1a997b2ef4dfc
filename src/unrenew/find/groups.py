"""Transactions to groups: one owner, currency, side and merchant each."""

from dataclasses import dataclass

import numpy as np
import polars as pl

from unrenew.find.grids import Ints
from unrenew.find.merchants import Matcher, merchants_of

_SHOWN = ("owner", "account", "id", "booked_on", "amount", "currency", "descriptor", "mandate_id", "creditor_id", "mcc")


@dataclass(frozen=True, slots=True)
class Groups:
    """Rows sorted by group, then day. `price` is in hundredths, before conversion where the file says so."""

    table: pl.DataFrame
    group: Ints
    day: Ints
    price: Ints
    count: int


def _text(table: pl.DataFrame) -> pl.Series:
    """Return what names the merchant: the counterparty where the bank gives it apart, else the text."""
    named = pl.col("counterparty").fill_null("").str.strip_chars()
    pays_for_others = named.str.contains(r"(?i)paypal|klarna|adyen|stripe|mollie|sumup")
    text = pl.when((named != "") & ~pays_for_others).then(named).otherwise(pl.col("descriptor").fill_null(""))
    return table.select(text.alias("text"))["text"]


def _merge_singles(table: pl.DataFrame) -> pl.DataFrame:
    """Where a full key stands once only its tail is a reference of letters: take the shorter key that comes again."""
    side = ["owner", "currency", "is_credit"]
    first = pl.len().over([*side, "key"])
    table = table.with_columns(_key=pl.when(first > 1).then(pl.col("key")).otherwise(pl.col("key2")))
    second = pl.len().over([*side, "_key"])
    table = table.with_columns(_key=pl.when(second > 1).then(pl.col("_key")).otherwise(pl.col("key1")))
    third = pl.len().over([*side, "_key"])
    return table.with_columns(merchant=pl.when(third > 1).then(pl.col("_key")).otherwise(pl.col("key"))).drop("_key")


def group_rows(transactions: pl.DataFrame, matcher: Matcher | None = None) -> Groups:
    """Sort the transactions into groups; the order of the rows given does not matter."""
    missing = [name for name in ("counterparty", "original_amount", *_SHOWN) if name not in transactions.columns]
    table = transactions.with_columns(pl.lit(None, dtype=pl.String).alias(name) for name in missing)
    table = table.filter(pl.col("booked_on").is_not_null() & pl.col("amount").is_not_null())
    text = _text(table)
    found = merchants_of(text)
    table = table.with_columns(
        found["key"], found["key2"], found["key1"], found["name"], found["channel"], found["hint"], found["is_debit"]
    ).with_columns(
        is_credit=pl.col("amount") > 0,
        value=pl.coalesce(pl.col("original_amount").cast(pl.Float64), pl.col("amount").cast(pl.Float64)),
        provider=pl.lit(None, dtype=pl.String),
    )
    if matcher is not None:
        known = matcher.match_descriptors(text)
        table = table.with_columns(
            provider=known["provider"],
            channel=pl.coalesce(known["channel"], pl.col("channel")),
        )
    table = _merge_singles(table)
    table = table.sort(
        ["owner", "currency", "is_credit", "merchant", "booked_on", "value", "id", "descriptor"], nulls_last=True
    )
    code = pl.struct("owner", "currency", "is_credit", "merchant").rle_id().alias("group")
    numbers = table.select(
        code,
        day=pl.col("booked_on").cast(pl.Int32).cast(pl.Int64),
        price=(pl.col("value").abs() * 100).round().clip(0, 1e15).cast(pl.Int64),
    )
    group = numbers["group"].to_numpy().astype(np.int64)
    count = int(group[-1]) + 1 if len(group) else 0
    return Groups(table, group, numbers["day"].to_numpy(), numbers["price"].to_numpy(), count)
