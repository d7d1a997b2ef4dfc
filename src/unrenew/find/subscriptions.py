"""The table of streams to nouns."""

from typing import Any

import polars as pl

from unrenew.model.subscriptions import Charge, NextCharge, PriceChange, Stream


def as_streams(table: pl.DataFrame) -> tuple[Stream, ...]:
    """Return one `Stream` for each row of the table that `stream_table` gives."""
    return tuple(_stream(row) for row in table.iter_rows(named=True))


def _stream(row: dict[str, Any]) -> Stream:
    columns = zip(row["charge_ids"], row["charge_days"], row["charge_amounts"], row["charge_roles"], strict=True)
    charges = tuple(Charge(id=id_, on=on, amount=amount, role=role) for id_, on, amount, role in columns)
    changes = tuple(PriceChange(on=c["on"], old=c["from"], new=c["to"]) for c in row["price_changes"])
    upcoming = row["next_on"]
    return Stream(
        id=row["id"],
        owner=row["owner"],
        accounts=tuple(row["accounts"]),
        kind=row["kind"],
        status=row["status"],
        provider=row["provider"],
        name=row["name"],
        channel=row["channel"],
        descriptor=row["descriptor"] or "",
        cadence=row["cadence"],
        amount=row["amount"],
        currency=row["currency"] or "XXX",
        yearly_cost=row["yearly_cost"],
        first_on=row["first_on"],
        last_on=row["last_on"],
        next=None if upcoming is None else NextCharge(on=upcoming, amount=row["next_amount"]),
        charges=charges,
        price_changes=changes,
        confidence=row["confidence"],
        why=tuple(row["why"]),
    )
