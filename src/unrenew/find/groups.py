"""Transactions to groups: one owner, currency, side and merchant each."""

from dataclasses import dataclass

import numpy as np
import polars as pl

from unrenew.find.asides import set_aside
from unrenew.find.deciders import decide_merchants
from unrenew.find.grids import Flags, Ints
from unrenew.find.merchants import Matcher, name_merchants, read_shapes
from unrenew.find.runs import runs, starts
from unrenew.find.titles import titles
from unrenew.find.words import PAYS_FOR_OTHERS

_READ = (
    *("owner", "account", "id", "booked_on", "amount", "currency", "original_amount", "descriptor"),
    *("counterparty", "counterparty_account", "mandate_id", "creditor_id", "mcc"),
)
_KEPT = (
    *("row", "who", "owner", "account", "id", "booked_on", "amount", "value", "currency", "descriptor", "name"),
    *("provider", "channel", "hint", "is_debit", "is_annual", "is_credit", "aside", "fee_of", "undone", "retried"),
)


@dataclass(frozen=True, slots=True)
class Groups:
    """Rows sorted by group, then day. `price` is in hundredths, before conversion where the file says so.

    `side` numbers owner, currency and direction. `aside` marks rows that make no stream of their own: fees for a
    foreign currency, and charges that failed (came back at once and were tried again). `is_annual`: sold by the year,
    as far as known. `known_until`: the last day that the statements of the row's account tell of.
    """

    table: pl.DataFrame
    group: Ints
    day: Ints
    price: Ints
    side: Ints
    aside: Flags
    is_annual: Flags
    known_until: Ints
    count: int


def _text(table: pl.DataFrame) -> pl.Series:
    """Return what names the merchant: the counterparty where the bank gives it apart, else the text.

    Where the counterparty takes money for others, the text beside it says for whom.
    """
    named, text = pl.col("counterparty").fill_null("").str.strip_chars(), pl.col("descriptor").fill_null("")
    both = pl.when(text.str.starts_with(named)).then(text).otherwise(pl.concat_str(named, text, separator=" "))
    for_others = named.str.contains("(?i)" + PAYS_FOR_OTHERS)
    text = pl.when(for_others).then(both).when(named != "").then(named).otherwise(text)
    return table.select(text.alias("text"))["text"]


_DAYS = (-130_000, 220_000)
"""Years 1614 to 2572: days beyond are taken as these."""
_DAYS_APART = 1 << 19
_ELSEWHERE_DAYS = 45


def _known_until() -> pl.Expr:
    """Return the last day told of: that of the account, unless the owner's other accounts go on much longer."""
    account = pl.col("booked_on").max().over("who", "account")
    owner = pl.col("booked_on").max().over("who")
    return pl.when((owner - account).dt.total_days() > _ELSEWHERE_DAYS).then(owner).otherwise(account)


def _tell(table: pl.DataFrame, shapes: pl.Series, matcher: Matcher) -> pl.DataFrame:
    """Add what the matcher knows: provider, channel, plan, and whether the price is that of an annual plan."""
    told = matcher.match_descriptors(shapes).with_columns(number=pl.int_range(pl.len(), dtype=pl.UInt32))
    told = told.select("number", "provider", told_channel="channel")
    table = table.drop("provider").join(told, on="number", how="left", maintain_order="left")
    annual = matcher.plans().filter(pl.col("cadence") == "annual").drop_nulls("provider")
    by_price = annual.select("provider", "currency", value=pl.col("price").cast(pl.Float64)).drop_nulls().unique()
    priced = by_price.with_columns(is_plan=pl.lit(value=True), value=-pl.col("value"))
    table = table.join(priced, on=["provider", "currency", "value"], how="left", maintain_order="left")
    sold_by_year = pl.col("provider").is_in(annual["provider"].unique().implode()) & ~pl.col("provider").is_in(
        matcher.plans().filter(pl.col("cadence") != "annual")["provider"].unique().implode()
    )
    known = pl.col("is_plan").fill_null(value=False) | sold_by_year.fill_null(value=False)
    return table.with_columns(
        channel=pl.coalesce("told_channel", "channel"),
        name=pl.coalesce(pl.col("provider").str.replace_all("-", " ").str.to_titlecase(), "name"),
        is_annual=pl.col("is_annual") | known,
    ).drop("told_channel", "is_plan")


def _numbers(texts: pl.Series) -> pl.Series:
    """Number the texts, in their order; none counts as empty."""
    texts = texts.fill_null("")
    return texts.cast(pl.Enum(texts.unique().sort())).to_physical()


def _name(table: pl.DataFrame, matcher: Matcher | None) -> pl.DataFrame:
    """Add who each row is of (`who`: the owner's number), its merchant (`shop`: a number) and what the text tells."""
    numbers, known = read_shapes(_text(table))
    who = _numbers(table["owner"])
    pair = (who.cast(pl.Int64) * known.height + numbers).rename("pair")
    owned = pl.DataFrame(pair).group_by("pair", maintain_order=True).len("rows")
    owned = owned.with_columns(owner=pl.col("pair") // known.height, number=pl.col("pair") % known.height)
    merchants = name_merchants(owned.select("owner", "number", "rows"), known).select(
        "number", shop=pl.struct("owner", "merchant").rank("dense"), name=titles(pl.col("key"))
    )
    told = known.drop("words", "shape", "number")[merchants["number"]]
    told = pl.concat([owned.select("pair"), merchants, told], how="horizontal")
    value = pl.coalesce(pl.col("original_amount").cast(pl.Float64), pl.col("amount").cast(pl.Float64))
    table = table.with_columns(who.alias("who"), pair).join(told, on="pair", how="left", maintain_order="left")
    table = table.with_columns(is_credit=pl.col("amount") > 0, value=value, provider=pl.lit(None, dtype=pl.String))
    if matcher is not None:
        table = _tell(table, known["shape"], matcher)
    return decide_merchants(table)


def _order(table: pl.DataFrame) -> Ints:
    """Return the rows by group and day; those of one day by value, then by their texts, so that none is by chance."""
    key = table.select(pl.col("group") * _DAYS_APART + pl.col("booked_on").cast(pl.Int32).clip(*_DAYS))
    days, values = key.to_series().to_numpy(), table["value"].to_numpy()
    order = np.lexsort((values, days))
    alike = ~starts(days[order], values[order])
    alike[:-1] |= alike[1:]
    places = np.flatnonzero(alike)
    rows = order[places]
    texts = table.select("id", "descriptor")[rows].with_columns(day=days[rows], value=values[rows])
    texts = texts.select(pl.arg_sort_by("day", "value", "id", "descriptor", nulls_last=True))
    order[places] = rows[texts.to_series().to_numpy()]
    return order


def group_rows(transactions: pl.DataFrame, matcher: Matcher | None = None) -> Groups:
    """Sort the transactions into groups; the order of the rows given does not matter."""
    missing = [name for name in _READ if name not in transactions.columns]
    table = transactions.with_columns(pl.lit(None, dtype=pl.String).alias(name) for name in missing)
    table = table.select(_READ).filter(pl.col("booked_on").is_not_null() & pl.col("amount").is_not_null())
    table = set_aside(_name(table, matcher))
    money = _numbers(table["currency"]).cast(pl.Int64)
    sides = money.n_unique() * 2
    side = money * 2 + table["is_credit"]
    table = table.select(
        *_KEPT, group=pl.col("shop").cast(pl.Int64) * sides + side, side=pl.col("who").cast(pl.Int64) * sides + side
    )
    table = table[_order(table)]
    numbers = table.select(
        "group",
        "side",
        "aside",
        "is_annual",
        known_until=_known_until().cast(pl.Int32).cast(pl.Int64).clip(*_DAYS),
        day=pl.col("booked_on").cast(pl.Int32).cast(pl.Int64).clip(*_DAYS),
        price=(pl.col("value").abs() * 100).round().clip(0, 1e15).cast(pl.Int64),
    )
    group = runs(numbers["group"].to_numpy())
    return Groups(
        table.drop("who", "group", "side", "is_annual"),
        group,
        numbers["day"].to_numpy(),
        numbers["price"].to_numpy(),
        numbers["side"].to_numpy(),
        numbers["aside"].to_numpy(),
        numbers["is_annual"].to_numpy(),
        numbers["known_until"].to_numpy(),
        int(group[-1]) + 1 if len(group) else 0,
    )
