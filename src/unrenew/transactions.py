"""The one table that every reader fills and find reads: its columns.

A transaction is one booked line of a statement. All readers use the same sign: money that leaves the account is
negative. Columns that a file does not carry are null, never guessed.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

import polars as pl

AMOUNT = pl.Decimal(38, 16)
"""Exact; an amount with more than 16 decimals or 15 digits before the point is a problem of its row, never rounded.

Investment files carry amounts with 13 decimals and more (units times price); sums of millions of rows still fit.
"""

SCHEMA: Mapping[str, Any] = {
    "owner": pl.String,  # whose account, where a file says (never mixed); else null
    "account": pl.String,  # IBAN or number as the file names it; "" where it names none
    "id": pl.String,  # the file's own id for the line, else derived from the line: the same on every run
    "booked_on": pl.Date,
    "value_on": pl.Date,
    "amount": AMOUNT,  # exact, spending negative
    "currency": pl.String,  # ISO 4217, "XXX" where the file does not say
    "original_amount": AMOUNT,  # before conversion, same sign as `amount`
    "original_currency": pl.String,
    "descriptor": pl.String,  # the raw text that the bank shows, never altered
    "counterparty": pl.String,  # whom the bank names, if it does so apart from the text
    "counterparty_account": pl.String,  # IBAN or number of the counterparty
    "mandate_id": pl.String,  # SEPA mandate reference (CAMT MndtId)
    "creditor_id": pl.String,  # SEPA creditor identifier (CAMT CdtrId)
    "mcc": pl.String,  # merchant category code, ISO 18245, four digits
    "bank_code": pl.String,  # the bank's transaction code (CAMT BkTxCd, MT940 field 61, OFX TRNTYPE)
    "is_reversal": pl.Boolean,  # the file itself says that the booking undoes another one
    "source_file": pl.String,
    "source_place": pl.String,  # "line 12", "entry 3.1": where a person finds it again
}


def empty() -> pl.DataFrame:
    """Return the table without rows."""
    return pl.DataFrame(schema=dict(SCHEMA))


def from_rows(rows: Sequence[Mapping[str, Any]]) -> pl.DataFrame:
    """Return a table from dicts whose keys are columns of `SCHEMA`; missing keys become null."""
    return pl.DataFrame({name: _column(name, [row.get(name) for row in rows], kind) for name, kind in SCHEMA.items()})


def _column(name: str, values: list[Any], kind: Any) -> pl.Series:
    """Return a column. Amounts go in as text: that is exact, faster, and does not make Polars import NumPy."""
    if kind == AMOUNT and all(value is None or isinstance(value, Decimal) for value in values):
        texts = [None if value is None else f"{value:f}" for value in values]
        return pl.Series(name, texts, pl.String).cast(AMOUNT)
    return pl.Series(name, values, kind)


def sums(transactions: pl.DataFrame) -> dict[str, Decimal]:
    """Return the exact sum of the amounts, one per currency."""
    totals = transactions.group_by("currency").agg(pl.col("amount").sum()).sort("currency")
    return {str(currency): amount for currency, amount in totals.iter_rows()}


def fill(
    transactions: pl.DataFrame, *, owner: str | None = None, account: str | None = None, currency: str | None = None
) -> pl.DataFrame:
    """Return the table with what the person said put where the file itself says nothing."""
    filled = {
        "owner": pl.col("owner").fill_null(owner) if owner else None,
        "account": pl.col("account").replace("", account) if account else None,
        "currency": pl.col("currency").replace("XXX", currency) if currency else None,
    }
    return transactions.with_columns(**{name: value for name, value in filled.items() if value is not None})


def days(transactions: pl.DataFrame) -> tuple[date | None, date | None]:
    """Return the first and the last booking day, or None for both where there is no row."""
    return transactions.select(pl.col("booked_on").min().alias("first"), pl.col("booked_on").max()).row(0)


def merge(tables: Iterable[pl.DataFrame]) -> pl.DataFrame:
    """Return the union of the tables of several files, in which a booking that stands in two of them is one.

    Rows of one file are never the same booking: two equal charges on one day stay two, and where one file has two and
    the other three there are three. Across files a booking is the same by the bank's id with its day and amount, else
    by account, day, amount and text, else (between formats) by account, day and amount with a text that agrees. The
    same id with another day or amount is another booking; other ids for the same text are other bookings only where
    the two files are seen to share ids. The result does not depend on the order of the tables.
    """
    filled = [table for table in tables if table.height]
    if not filled:
        return empty()
    names = _account_names(filled)
    merged: pl.DataFrame | None = None
    for table in sorted((_marked(table, names) for table in filled), key=_rank):
        merged = table if merged is None else _union(merged, table)
    assert merged is not None
    order = ["booked_on", "account", "currency", "amount", "id", "source_file", "source_place", "descriptor"]
    return merged.select(list(SCHEMA)).sort(order, nulls_last=True, maintain_order=True)


def pairs(known: pl.DataFrame, table: pl.DataFrame) -> dict[int, int]:
    """Return which row of a new file (its number) is which known row; see `merge` for what is the same."""
    if not known.height or not table.height:
        return {}
    names = _account_names([known, table])
    found = _pairs(_marked(known, names), _marked(table, names))
    return dict(found.select("_new", "_old").iter_rows())


_FILLED = ("value_on", "original_amount", "original_currency", "descriptor", "counterparty", "counterparty_account")
_FILLED_TOO = ("mandate_id", "creditor_id", "mcc", "bank_code", "is_reversal")
_DERIVED_ID = r"^u[0-9a-f]{20}$"
"""What `unrenew.readers.bookings.derived_id` makes: no id of the bank's."""

_ALIKE_AT_MOST = 100
"""Rows of one account, day and amount that are compared by their words: each with each, so it must be bounded."""

_PLACE = ["_owner", "_account", "booked_on", "amount", "currency"]


def _marked(table: pl.DataFrame, names: Mapping[str, str]) -> pl.DataFrame:
    """Add what rows are compared by: account under one name, folded text, whether the id is the bank's own."""
    words = pl.col("descriptor").fill_null("").str.to_uppercase()
    return table.select(list(SCHEMA)).with_columns(
        _row=pl.int_range(pl.len(), dtype=pl.Int64),
        _owner=pl.col("owner").fill_null(""),
        _account=pl.col("account").fill_null("").replace_strict(names, default=pl.col("account").fill_null("")),
        _text=words.str.replace_all(r"[^\p{L}\p{N}]", ""),
        _words=words.str.extract_all(r"[\p{L}\p{N}]{4,}"),
        _own=pl.col("id").is_not_null() & ~pl.col("id").str.contains(_DERIVED_ID),
    )


def _rank(table: pl.DataFrame) -> tuple[int, str, str, int]:
    """Return where a table stands when several are merged: the one that says most first, whatever the order given."""
    said = sum(table[name].null_count() for name in (*_FILLED, *_FILLED_TOO))
    first, last = days(table)
    return said * 1000 // table.height, str(first), str(last), int(table.select(list(SCHEMA)).hash_rows(seed=7).sum())


def _union(merged: pl.DataFrame, table: pl.DataFrame) -> pl.DataFrame:
    """Add the rows of a table that are new, and fill in what known rows did not say."""
    pairs = _pairs(merged, table)
    filled = [*_FILLED, *_FILLED_TOO]
    more = pairs.join(table.select("_row", *filled), left_on="_new", right_on="_row").drop("_new")
    known = merged.join(more, left_on="_row", right_on="_old", how="left", suffix="_more", maintain_order="left")
    known = known.with_columns(pl.coalesce(name, f"{name}_more").alias(name) for name in filled).select(merged.columns)
    new = table.join(pairs, left_on="_row", right_on="_new", how="anti", maintain_order="left")
    return pl.concat([known, new]).with_columns(_row=pl.int_range(pl.len(), dtype=pl.Int64))


def _pairs(known: pl.DataFrame, table: pl.DataFrame) -> pl.DataFrame:
    """Return the rows (`_old`, `_new`) that are one booking; no row is in two pairs."""
    by_id = _nth(known.filter("_own"), table.filter("_own"), ["_owner", "_account", "id", "booked_on", "amount"])
    pairs, old, new = by_id, *_without(known, table, by_id)
    shared = _share_ids(known, table, by_id)
    for comparable in (False, True):
        # Where the two files share ids, rows that both have an id and are not the same by it are two bookings.
        left = old.filter(~pl.col("_own")) if shared and not comparable else old
        right = new.filter(~pl.col("_own")) if shared and comparable else new
        found = _nth(left, right, [*_PLACE, "_text"])
        pairs = pl.concat([pairs, found])
        old, new = _without(old, new, found)
    left, right = (old.filter(~pl.col("_own")), new) if shared else (old, new)
    return pl.concat([pairs, _alike(left, right)])


def _nth(known: pl.DataFrame, table: pl.DataFrame, key: list[str]) -> pl.DataFrame:
    """Pair the n-th row of a key in the one with the n-th of that key in the other."""
    nth = pl.int_range(pl.len()).over(key).alias("_nth")
    left = known.sort("_row").select("_row", *key, nth).rename({"_row": "_old"})
    right = table.sort("_row").select("_row", *key, nth).rename({"_row": "_new"})
    return left.join(right, on=[*key, "_nth"], how="inner", nulls_equal=True).select("_old", "_new")


def _without(known: pl.DataFrame, table: pl.DataFrame, pairs: pl.DataFrame) -> tuple[pl.DataFrame, pl.DataFrame]:
    return (
        known.join(pairs, left_on="_row", right_on="_old", how="anti", maintain_order="left"),
        table.join(pairs, left_on="_row", right_on="_new", how="anti", maintain_order="left"),
    )


def _share_ids(known: pl.DataFrame, table: pl.DataFrame, by_id: pl.DataFrame) -> bool:
    """Say whether two files are seen to use the same ids: some agree, and they tell rows apart in each of the two."""
    return bool(by_id.height) and all(
        side.filter("_own").select(pl.struct("_account", "id").n_unique() == pl.len()).item() for side in (known, table)
    )


def _alike(known: pl.DataFrame, table: pl.DataFrame) -> pl.DataFrame:
    """Pair rows of one account, day and amount whose texts agree: one holds the other, or they share a word."""
    columns = [*_PLACE, "_row", "_text", "_words"]
    few = pl.int_range(pl.len()).over(_PLACE) < _ALIKE_AT_MOST
    left, right = known.select(columns).filter(few), table.select(columns).filter(few)
    both = left.join(right, on=_PLACE, how="inner", suffix="_new")
    one, other = pl.col("_text"), pl.col("_text_new")
    agree = (
        (one == "")
        | (other == "")
        | one.str.contains(other, literal=True)
        | other.str.contains(one, literal=True)
        | (pl.col("_words").list.set_intersection("_words_new").list.len() > 0)
    )
    found = both.filter(agree).sort("_row", "_row_new").unique("_row", keep="first", maintain_order=True)
    found = found.unique("_row_new", keep="first", maintain_order=True)
    return found.select(pl.col("_row").alias("_old"), pl.col("_row_new").alias("_new"))


def _account_names(tables: Sequence[pl.DataFrame]) -> dict[str, str]:
    """Return one name for each account that the files name in several ways: IBAN, bank code and number, number alone.

    A number is the account of an IBAN that ends in it, where just one does; nothing is guessed from fewer than five
    digits. Rows without an account belong to the only account of the others, where many of them are found there.
    """
    frames = [table.select(pl.col("account").fill_null(""), "booked_on", "amount") for table in tables]
    accounts = sorted({name for frame in frames for name in frame["account"].unique()})
    whole = {name: re.sub(r"[^0-9A-Z]", "", name.upper()) for name in accounts}
    names: dict[str, str] = {}
    for name in accounts:
        number = re.sub(r"[^0-9]", "", re.split(r"[/ ]", name)[-1]).lstrip("0")
        longer = sorted({whole[one] for one in accounts if len(whole[one]) > len(whole[name]) or "/" not in one})
        ends = [one for one in longer if len(one) >= 15 and one[:2].isalpha() and one.endswith(number)]
        names[name] = ends[0] if len(number) >= 5 and len(ends) == 1 else whole[name]
    others = sorted(set(names.values()) - {""})
    if "" in names and len(others) == 1 and _many_shared(frames):
        names[""] = others[0]
    return names


def _many_shared(frames: Sequence[pl.DataFrame]) -> bool:
    """Say whether at least three, and half, of the rows without an account stand in the named one as well."""
    rows = pl.concat(frames)
    nameless, named = rows.filter(pl.col("account") == ""), rows.filter(pl.col("account") != "")
    first, last = days(named)
    inside = nameless.filter(pl.col("booked_on").is_between(first, last)).unique(["booked_on", "amount"])
    shared = inside.join(named, on=["booked_on", "amount"], how="semi").height
    return shared >= 3 and shared * 2 >= inside.height
