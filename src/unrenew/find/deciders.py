"""Transactions to what ids and codes decide: creditor, mandate, category.

A creditor identifier names the merchant whatever the text says, except that of a payment service; so does the account
that the money goes to, unless it takes money for many names. Two mandates at one creditor that are used in the same
time are two contracts. A merchant category code says what sort of merchant it is.
"""

import polars as pl

from unrenew.find.words import PAYS_FOR_OTHERS

_PAYMENT_SERVICES = "(?i)" + PAYS_FOR_OTHERS

_NAMES_OF_ONE = 3
"""A firm changes its name once or twice; an account with more names than these is a collector's."""

_CODES = {
    "habit": "4111 4112 4121 4131 4511 4784 5311 5331 5411 5422 5441 5451 5462 5499 5541 5542 5651 5691 5811 5812 5813 "
    "5814 5912 5921 5942 5945 5977 5993 6010 6011 7011 7210 7211 7216 7230 7298 7523 7542 7832 7995 8011 8021",
    "bill": "4812 4814 4899 4900 5960 6300 6381 8211 8220 8299 8351 9211 9222 9311 9399",
    "subscription": "5815 5816 5817 5818 5968 7997 7372 5734 4816",
    "loan": "6051 6012",
    "transfer": "4829 6536 6537 6538 6540",
    "rent": "6513",
}
_HINT_OF_CODE = {code: kind for kind, codes in _CODES.items() for code in codes.split()}


def decide_merchants(table: pl.DataFrame) -> pl.DataFrame:
    """Return the table with `shop` and `hint` as the ids and codes of its rows decide."""
    if table["mcc"].null_count() < table.height:
        said = pl.col("mcc").replace_strict(_HINT_OF_CODE, default=None, return_dtype=pl.String)
        table = table.with_columns(hint=pl.coalesce(said, "hint"))
    for name, names in (("creditor_id", None), ("counterparty_account", _NAMES_OF_ONE)):
        if table[name].null_count() < table.height:
            table = _by_number(table, name, names)
    if table["mandate_id"].null_count() < table.height:
        table = _by_mandate(table)
    return table


def _by_number(table: pl.DataFrame, number: str, most: int | None) -> pl.DataFrame:
    """Give all rows of one owner and creditor (or account) the merchant that is first among theirs.

    A number with more than `most` merchants belongs to somebody who collects for others.
    """
    text = pl.concat_str(pl.col("counterparty").fill_null(""), pl.col("descriptor").fill_null(""))
    own = pl.col(number).is_not_null() & ~text.str.contains(_PAYMENT_SERVICES)
    first = pl.col("shop").min().over("who", number)
    if most is not None:
        own &= pl.col("shop").n_unique().over("who", number) <= most
    chosen = table.select(old="shop", new=pl.when(own).then(first)).drop_nulls().unique()
    chosen = chosen.group_by("old").agg(pl.col("new").min())
    table = table.join(chosen, left_on="shop", right_on="old", how="left", maintain_order="left")
    return table.with_columns(shop=pl.coalesce("new", "shop")).drop("new")


def _by_mandate(table: pl.DataFrame) -> pl.DataFrame:
    """Part a merchant whose mandates are used side by side."""
    used = table.filter(pl.col("mandate_id").is_not_null() & (pl.col("amount") < 0))
    spans = (
        used.group_by("shop", "mandate_id")
        .agg(first=pl.col("booked_on").min(), last=pl.col("booked_on").max(), charges=pl.len())
        .filter(pl.col("charges") > 1)
        .sort("shop", "first", "mandate_id")
    )
    overlap = pl.col("first") < pl.col("last").cum_max().shift(1).over("shop")
    parted = spans.filter(overlap)["shop"].unique()
    if parted.is_empty():
        return table
    part = (
        pl.when(pl.col("shop").is_in(parted.implode())).then(pl.col("mandate_id").fill_null("")).otherwise(pl.lit(""))
    )
    return table.with_columns(shop=pl.struct("shop", part.alias("part")).rank("dense"))
