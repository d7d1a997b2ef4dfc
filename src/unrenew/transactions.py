"""The one table that every reader fills and find reads: its columns.

A transaction is one booked line of a statement. All readers use the same sign: money that leaves the account is
negative. Columns that a file does not carry are null, never guessed.
"""

from collections.abc import Mapping, Sequence
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
    return pl.DataFrame([[row.get(name) for name in SCHEMA] for row in rows], schema=dict(SCHEMA), orient="row")


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
