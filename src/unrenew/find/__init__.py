"""Transactions to subscriptions.

`find_streams` answers for a person; `stream_table` is the same as a table, for many people's rows at once.
"""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from unrenew.model.subscriptions import Correction, Stream

if TYPE_CHECKING:
    import polars as pl

    from unrenew.find.merchants import Matcher

__all__ = ["find_streams"]


def find_streams(
    transactions: "pl.DataFrame",
    *,
    today: date,
    country: str | None = None,
    matcher: "Matcher | None" = None,
    decisions: Sequence[Correction] = (),
) -> tuple[Stream, ...]:
    """Return every stream in the transactions: contracts, and what is regular without being one (see `kind`).

    `today` is the last day that counts as past. `country` says whose bank holidays move a charge. `matcher` knows
    providers by their descriptors. `decisions` of the person are honoured.
    """
    from unrenew.find.decided import honour
    from unrenew.find.streams import stream_table
    from unrenew.find.subscriptions import as_streams

    found = as_streams(stream_table(transactions, today=today, country=country, matcher=matcher))
    return honour(found, decisions) if decisions else found
