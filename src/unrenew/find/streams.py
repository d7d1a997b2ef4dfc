"""Transactions to streams, each with a cadence."""

from datetime import date
from hashlib import blake2b

import numpy as np
import polars as pl

from unrenew.find.assignments import Assignments, assign
from unrenew.find.charges import charges_of
from unrenew.find.closures import closures_of
from unrenew.find.confidences import confidences_of
from unrenew.find.forecasts import STATUSES, forecast
from unrenew.find.grids import CADENCES
from unrenew.find.groups import Groups, group_rows
from unrenew.find.joins import join_parts
from unrenew.find.merchants import Matcher
from unrenew.find.reasons import reasons
from unrenew.find.singles import add_singles, drop_singles
from unrenew.find.words import STORES
from unrenew.model.subscriptions import PER_YEAR
from unrenew.transactions import AMOUNT, empty

_ZERO = date(1970, 1, 1)
_ONE_PRICE = 0.07
"""Amounts that scatter less are one price in another currency."""
_PARTS = 4
"""A purchase is paid in so many parts; more charges than these are a contract's."""
SURE = 0.5
"""Streams below are told as habits: more likely no contract than one."""


def stream_table(
    transactions: pl.DataFrame,
    *,
    today: date,
    country: str | None = None,
    matcher: Matcher | None = None,
) -> pl.DataFrame:
    """Return one row for each stream: the fields of `Stream`, charges as lists of ids, days, amounts and roles.

    Owners are never mixed, and the order of the rows does not matter.
    """
    groups = group_rows(transactions, matcher)
    parts, is_early = add_singles(groups, assign(groups))
    found = drop_singles(join_parts(groups, parts), is_early)
    return _describe(groups, found, today, country)


def _describe(groups: Groups, found: Assignments, today: date, country: str | None) -> pl.DataFrame:
    rows = np.flatnonzero(found.stream >= 0)
    rows = rows[np.lexsort((groups.day[rows], found.whole[found.stream[rows]]))]
    part = found.stream[rows]
    of, day = found.whole[part], groups.day[rows]
    known = np.zeros(len(found.group), dtype=np.int64)
    known[of] = groups.known_until[rows]  # rows ascend by day: the account of the latest charge
    latest = part == of
    in_euro = np.zeros(len(found.group), dtype=np.bool_)
    in_euro[of] = (groups.table["currency"].gather(rows) == "EUR").fill_null(value=False).to_numpy()
    closed = closures_of(country, in_euro, today.year)
    outlook = forecast(found.grid, of[latest], day[latest], known, (today - _ZERO).days, closed)
    streams = pl.DataFrame(
        {
            "stream": np.arange(len(found.group)),
            "cadence": pl.Series(list(CADENCES), dtype=pl.String).gather(found.grid.cadence),
            "next_on": pl.Series(outlook.next_day.clip(-700_000, 2_900_000).astype(np.int32)).cast(pl.Date),
            "status": pl.Series(list(STATUSES), dtype=pl.String).gather(outlook.status),
            "spread": outlook.spread,
            "confidence": confidences_of(groups, found, rows),
        }
    )
    per_year = pl.DataFrame({"cadence": list(PER_YEAR), "per_year": [float(value) for value in PER_YEAR.values()]})
    main, beside = charges_of(groups, found, rows)
    table = _summarise(main)
    listed = ("stream", "booked_on", "id", "cost", "role")
    charges = main.select(listed)
    if beside.height:
        charges = pl.concat([charges, beside.select(listed)]).sort("stream", "booked_on", maintain_order=True)
    lists = charges.group_by("stream", maintain_order=True).agg(
        charge_ids="id", charge_days="booked_on", charge_amounts="cost", charge_roles="role"
    )
    table = table.join(lists, on="stream", how="left", maintain_order="left")
    table = table.join(streams, on="stream", how="left").join(per_year, on="cadence", how="left")
    return _finish(table)


def _summarise(charges: pl.DataFrame) -> pl.DataFrame:
    """Return one row a stream from its charges on the grid, in order."""
    again = pl.col("stream") == pl.col("stream").shift(1)
    changed = pl.when(again).then((pl.col("value").shift(1) - pl.col("value")).abs() > 0.005)
    real = pl.col("role").is_in(["charge", "retry"])
    charges = charges.with_columns(
        changed=changed,
        is_change=changed & real & real.shift(1),
        paid=pl.col("cost").shift(1),
        rough=pl.col("cost").cast(pl.Float64),
    )
    table = charges.group_by("stream", maintain_order=True).agg(
        pl.col("owner").first(),
        pl.col("currency").first(),
        pl.col("descriptor").last(),
        pl.col("name").last(),
        pl.col("provider").drop_nulls().last(),
        pl.col("channel").drop_nulls().last(),
        pl.col("hint").drop_nulls().last(),
        pl.col("is_credit").first(),
        pl.col("booked_on").first().alias("first_on"),
        pl.col("booked_on").last().alias("last_on"),
        pl.col("cost").last().alias("last_cost"),
        pl.len().alias("n"),
        (~pl.col("changed")).mean().fill_null(1.0).alias("steady"),
        (pl.col("rough").std() / pl.col("rough").mean()).fill_nan(0.0).fill_null(0.0).alias("scatter"),
        pl.col("id").first().alias("first_id"),
    )
    table = table.with_columns(varies=(pl.col("steady") < 0.5) & (pl.col("n") > 3))
    table = table.with_columns(by_use=pl.col("varies") & (pl.col("scatter") > _ONE_PRICE))
    change = pl.struct(pl.col("booked_on").alias("on"), pl.col("paid").alias("from"), pl.col("cost").alias("to"))
    accounts = charges.select("stream", "account").unique().drop_nulls().sort("stream", "account")
    parts = (
        charges.filter("is_change").group_by("stream").agg(price_changes=change),
        accounts.group_by("stream", maintain_order=True).agg(accounts="account"),
        _usage(charges, table.filter("by_use").select("stream", "last_on")),
    )
    for part in parts:
        table = table.join(part, on="stream", how="left", maintain_order="left")
    return table.with_columns(pl.col("price_changes", "accounts").fill_null([]))


def _usage(charges: pl.DataFrame, streams: pl.DataFrame) -> pl.DataFrame:
    """Return for streams charged by use the `median` of a charge and the sum of the `last_year`."""
    mine = charges.join(streams, on="stream")
    recent = pl.col("booked_on") > pl.col("last_on") - pl.duration(days=365)
    return mine.group_by("stream").agg(
        median=pl.col("cost").sort().get(pl.len() // 2), last_year=pl.col("cost").filter(recent).sum()
    )


def _bought_twice() -> pl.Expr:
    """Say which streams are two purchases of long ago: in a store, or at two prices, and not a year apart."""
    long_ago = (pl.col("n") == 2) & (pl.col("status") == "ended") & (pl.col("cadence") != "annual")
    return long_ago & (pl.col("channel").is_in(STORES).fill_null(value=False) | (pl.col("steady") < 0.5))


def _kind() -> pl.Expr:
    spoken = pl.col("hint").fill_null("")
    unknown = pl.col("provider").is_null()
    return (
        pl.when(pl.col("is_credit"))
        .then(pl.lit("income"))
        .when(spoken.is_in(["transfer", "loan", "rent"]) & unknown)
        .then(spoken)
        .when((pl.col("channel") == "klarna") & (pl.col("n") <= _PARTS) & unknown & (spoken == ""))
        .then(pl.lit("loan"))
        .when(spoken == "withdrawal")
        .then(pl.lit("habit"))
        .when((spoken == "income") & unknown)
        .then(pl.lit("transfer"))
        .when((pl.col("confidence") < SURE) & (pl.col("status") != "early"))
        .then(pl.lit("habit"))
        .when(pl.col("confidence") < SURE)
        .then(pl.when(pl.col("n") == 1).then(pl.lit("subscription")).otherwise(pl.lit("habit")))
        .when(_bought_twice())
        .then(pl.lit("habit"))
        .when(unknown & (spoken == "") & ((pl.col("name") == "") | (pl.col("cadence") == "triennial")))
        .then(pl.lit("habit"))  # nobody's name, or a chance that takes years
        .when(spoken == "bill")
        .then(pl.lit("bill"))
        .when(pl.col("by_use") & unknown & (spoken != "subscription"))
        .then(pl.lit("bill"))
        .otherwise(pl.lit("subscription"))
    )


def _ids(table: pl.DataFrame) -> pl.Series:
    """Return an id for each stream that stays while charges join it: made of its owner and its first charge."""
    parts = [pl.col(name).cast(pl.String).fill_null("") for name in ("owner", "currency", "first_id", "first_on")]
    texts = table.select(pl.concat_str(*parts, separator="\x1f"))
    marks = [blake2b(text.encode(), digest_size=8).hexdigest() for (text,) in texts.iter_rows()]
    return pl.Series("id", marks, dtype=pl.String)


def no_streams() -> pl.DataFrame:
    """Return the table without rows."""
    return stream_table(empty(), today=_ZERO)


def _finish(table: pl.DataFrame) -> pl.DataFrame:
    """Decide the kind, what a year costs and what the next charge will be; add the reasons and the id."""
    has_year = (
        pl.col("by_use") & ((pl.col("last_on") - pl.col("first_on")).dt.total_days() >= 350) & (pl.col("per_year") >= 1)
    )
    table = table.with_columns(
        kind=_kind(),
        price_changes=pl.when("varies").then(pl.lit([])).otherwise(pl.col("price_changes")),
        amount=pl.when("by_use").then(pl.col("median")).otherwise(pl.col("last_cost")),
        next_on=pl.when(pl.col("status") != "ended").then(pl.col("next_on")),
    ).with_columns(
        next_amount=pl.col("amount"),
        yearly_cost=pl.when(has_year)
        .then(pl.col("last_year"))
        .otherwise((pl.col("amount").cast(pl.Float64) * pl.col("per_year")).round(2).cast(AMOUNT)),
        id=_ids(table),
    )
    return table.with_columns(why=reasons()).sort(
        ["owner", "kind", "name", "first_on", "id"], nulls_last=True, maintain_order=True
    )
