"""The bookings of a table: to transactions with our sign."""

from dataclasses import dataclass

import polars as pl

from unrenew.model.values import NO_CURRENCY
from unrenew.readers.bookings import ids_of
from unrenew.readers.csv.balances import runs_of
from unrenew.readers.csv.cells import direction
from unrenew.readers.csv.currencies import unit_of
from unrenew.readers.csv.frames import Frame
from unrenew.readers.csv.preambles import Facts
from unrenew.readers.csv.rows import SUM_ROLES, booked_rows
from unrenew.readers.csv.signs import (
    Evidence,
    Signed,
    by_kinds,
    by_steps,
    from_two_columns,
    marks_behind,
    settle,
    with_flags,
)
from unrenew.readers.csv.tally import Tally
from unrenew.readers.csv.vocabulary import fold
from unrenew.readers.csv.words import SOURCES, TARGETS
from unrenew.readers.mentions import with_mentions
from unrenew.transactions import AMOUNT, SCHEMA

_SIDES = ("amount", "original_amount", "currency", "original_currency")


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What is known of all rows from outside their table: by its preamble or by the person."""

    path: str
    facts: Facts
    account: str | None = None
    currency: str | None = None
    home: str | None = None  # of the country in whose script the header is
    word: str = "line"


def bookings_of(frame: Frame, given: Given, tally: Tally) -> pl.DataFrame:
    """Return the transactions of one table, in file order; everything else that looks like one goes to `tally`."""
    rows = booked_rows(frame, tally)
    if rows.is_empty():
        return pl.DataFrame(schema=dict(SCHEMA))
    rows = _described(rows, frame, given)
    rows = _with_party(_signed(_with_own_side(rows, frame), frame, tally), frame)
    return _finished(rows, given, tally)


def _described(rows: pl.DataFrame, frame: Frame, given: Given) -> pl.DataFrame:
    """Add the columns of words: account, currency, counterparty and so on."""
    at = frame.layout.at

    def cell(role: str) -> pl.Expr:
        return _blank_to_null(pl.col(f"c{at[role]}")) if role in at else pl.lit(None, dtype=pl.String)

    account = _account(rows, at, given)
    said = (
        "flag" if "type" not in at and "flag" in at and "type" in frame.layout.columns[at["flag"]].concepts else "type"
    )
    described = rows.with_columns(
        owner=cell("owner"),
        account=account,
        own_id=cell("id"),
        currency=_currency(rows, frame, given),
        original_currency=_units(rows, at, "original_currency"),
        counterparty=cell("counterparty"),
        counterparty_account=cell("counterparty_account"),
        mandate_id=cell("mandate"),
        creditor_id=cell("creditor"),
        mcc=cell("mcc").str.extract(r"^(\d{4})$"),
        bank_code=cell(said),
    )
    return with_mentions(described)


def _blank_to_null(column: pl.Expr) -> pl.Expr:
    text = column.str.strip_chars().str.strip_prefix('="').str.strip_suffix('"')
    return pl.when(text != "").then(text)


def _account(rows: pl.DataFrame, at: dict[str, int], given: Given) -> pl.Series:
    """Return the account of each row: its own cell, else the only one that other rows name, else the preamble's."""
    index = at.get("account", at.get("card"))
    fallback = given.account or given.facts.account or ""
    plain = pl.Series([fallback], dtype=pl.String).new_from_index(0, rows.height)
    if index is None:
        return plain
    cells = rows.select(_blank_to_null(pl.col(f"c{index}"))).to_series()
    if "account" not in at and fallback and cells.null_count():  # the card that some rows were paid with
        return plain
    named = cells.drop_nulls().unique()
    if cells.null_count() and named.len() == 1:
        fallback = str(named[0])
    return cells.fill_null(fallback)


def _units(rows: pl.DataFrame, at: dict[str, int], role: str) -> pl.Series:
    """Return what the cells of a role's column name as currency; null where they name none, or there is no column."""
    if role not in at:
        return pl.Series([None], dtype=pl.String).new_from_index(0, rows.height)
    text = rows[f"c{at[role]}"]
    units = {cell: unit_of(cell) for cell in text.unique().to_list()}
    return text.replace_strict(units, default=None, return_dtype=pl.String)


def _currency(rows: pl.DataFrame, frame: Frame, given: Given) -> pl.Series:
    """Return the currency of each row: its cell, the amount's sign, the header, the preamble, the person; else XXX.

    Where only some amounts have a sign, that of the country whose script the header is in, it is the others', too.
    """
    at = frame.layout.at
    cells = _units(rows, at, "currency")
    for role in SUM_ROLES:
        if f"{role}_currency" in rows.columns:
            cells = cells.fill_null(rows[f"{role}_currency"])
    named = next(
        (
            frame.layout.columns[at[role]].currency
            for role in SUM_ROLES
            if role in at and frame.layout.columns[at[role]].currency
        ),
        None,
    )
    balance = frame.layout.columns[at["balance"]].currency if "balance" in at else None
    alone = given.home if cells.drop_nulls().unique().to_list() == [given.home] else None
    return cells.fill_null(named or given.facts.currency or balance or given.currency or alone or NO_CURRENCY)


def _signed(rows: pl.DataFrame, frame: Frame, tally: Tally) -> pl.DataFrame:
    """Give the amounts our sign, take fees into account, and drop rows whose sign contradicts itself."""
    balances = rows["balance"] if "balance" in rows.columns else None
    groups = rows["account"] + "\x1f" + rows["currency"]
    kinds = [f"c{frame.layout.at[role]}" for role in ("type", "category") if role in frame.layout.at]
    texts = rows.select(pl.concat_str(["descriptor", *kinds, pl.lit("")], separator=" \x1f")).to_series()
    layout = frame.layout
    evidence = Evidence(
        texts=texts, balances=balances, groups=groups, card=layout.card, shop=layout.shop, account=layout.account
    )
    signed = _amounts(rows, frame, evidence)
    for severity, what in signed.notes:
        tally.note(what, "warning" if severity == "warning" else "info")
    rows = rows.with_columns(amount=signed.amounts.cast(AMOUNT))
    if signed.wrong is not None:
        rows = rows.with_columns(wrong=signed.wrong)
        for what, part in rows.drop_nulls("wrong").group_by("wrong", maintain_order=True):
            tally.rows(f"{what[0]}, so its sign is unknown", part["place"])
        rows = rows.filter(pl.col("wrong").is_null())
    return _with_fees(rows, frame, tally)


def _amounts(rows: pl.DataFrame, frame: Frame, evidence: Evidence) -> Signed:
    at = frame.layout.at
    if "amount" not in at:
        signed = from_two_columns(rows["debit"] if "debit" in at else None, rows["credit"] if "credit" in at else None)
        return Signed(amounts=-signed.amounts, wrong=signed.wrong, marked=True) if frame.layout.reverse else signed
    if frame.layout.reverse:
        return Signed(amounts=-rows["amount"], marked=True)
    if "amount" in frame.layout.told and "flag" not in frame.layout.told:
        return Signed(amounts=rows["amount"], marked=True)
    if (signed := _marked(rows, frame, evidence)) is not None:
        return signed
    if (
        frame.layout.columns[at["amount"]].concepts >= {"debit"}
        and "credit" not in frame.layout.columns[at["amount"]].concepts
    ):
        return Signed(amounts=-rows["amount"], marked=True)
    return settle(rows["amount"], evidence)


def _marked(rows: pl.DataFrame, frame: Frame, evidence: Evidence) -> Signed | None:
    """Return the amounts as another column, marks behind them, or the steps of the balance sign them; None without."""
    at, amounts = frame.layout.at, rows["amount"]
    flags: list[pl.Series] = []
    if "flag" in at and not (frame.layout.shop and "flag" not in frame.layout.columns[at["flag"]].concepts):
        flags.append(rows[f"c{at['flag']}"])
    if (marks := marks_behind(amounts, rows[f"c{at['amount']}"])) is not None:
        flags.append(marks)
    found = next((signed for one in flags if (signed := with_flags(amounts, one)).marked), None)
    if found is not None or evidence.card:
        return found
    return by_steps(amounts, evidence) or (by_kinds(amounts, rows[f"c{at['type']}"]) if "type" in at else None)


def _with_own_side(rows: pl.DataFrame, frame: Frame) -> pl.DataFrame:
    """Take for money out what left, for money in what came, where a file has both (source and target of a transfer)."""
    at = frame.layout.at
    names = {role: set(fold(frame.layout.columns[at[role]].name).split()) for role in _SIDES if role in at}
    sided = len(names) == len(_SIDES) and names["amount"] & TARGETS and names["original_amount"] & SOURCES
    if not sided or "flag" not in at:
        return rows
    flags = rows[f"c{at['flag']}"]
    ways = {flag: direction(flag) for flag in flags.unique().to_list()}
    left = flags.replace_strict(ways, default=0, return_dtype=pl.Int8) < 0
    pairs = (("amount", "original_amount"), ("currency", "original_currency"))
    rows = rows.with_columns(
        **{one: pl.when(left).then(other).otherwise(one) for pair in pairs for one, other in (pair, pair[::-1])}
    )
    converted = pl.col("currency") != pl.col("original_currency")
    return rows.with_columns(pl.when(converted).then("original_amount"), pl.when(converted).then("original_currency"))


def _with_party(rows: pl.DataFrame, frame: Frame) -> pl.DataFrame:
    """Take who is paid for money out and who pays for money in, where a file has both; the name leads the text."""
    at = frame.layout.at
    if "payee" not in at:
        return rows
    party = pl.when(pl.col("amount") < 0).then(pl.col(f"c{at['payee']}")).otherwise(pl.col(f"c{at['payer']}"))
    name = _blank_to_null(party)
    text = _blank_to_null(pl.col("descriptor"))
    both = (
        pl.when(name.eq_missing(text)).then(name).otherwise(pl.concat_str(name, text, separator=" ", ignore_nulls=True))
    )
    return rows.with_columns(counterparty=name, descriptor=both.fill_null(""))


def _with_fees(rows: pl.DataFrame, frame: Frame, tally: Tally) -> pl.DataFrame:
    """Subtract fees that stand in a column of their own, where the balance proves that they come on top."""
    at = frame.layout.at
    if "fee" not in at or "amount" not in at or "net" in frame.layout.columns[at["amount"]].concepts:
        return rows
    fees = rows["fee"].fill_null(0)
    charged = int((fees != 0).sum())
    if not charged:
        return rows
    if "after" in fold(frame.layout.columns[at["amount"]].name).split():  # Wise: "Source amount (after fees)"
        return rows.with_columns(
            amount=(pl.col("amount") - pl.when(pl.col("amount") < 0).then(fees.abs()).otherwise(0)).cast(AMOUNT)
        )
    if "balance" in rows.columns:
        groups = rows["account"] + rows["currency"]
        without = runs_of(rows["amount"], rows["balance"], groups)
        with_fees = runs_of(rows["amount"] - fees.abs(), rows["balance"], groups)
        if with_fees.matches > without.matches:
            tally.note(f"{charged} fees were taken into the amounts, as the balance does")
            return rows.with_columns(amount=(pl.col("amount") - fees.abs()).cast(AMOUNT))
        if without.matches > with_fees.matches:
            return rows
    tally.note(f"{charged} rows have a fee in column {frame.layout.name('fee')}; it is not part of their amounts")
    return rows


def _finished(rows: pl.DataFrame, given: Given, tally: Tally) -> pl.DataFrame:
    """Return the table of transactions, its balances checked."""
    if "balance" in rows.columns:
        _check_balance(rows, tally)
    if "original_amount" in rows.columns:
        sign = (
            pl.when(pl.col("amount") < 0)
            .then(-pl.col("original_amount").abs())
            .otherwise(pl.col("original_amount").abs())
        )
        original = pl.coalesce("original_currency", "original_amount_currency")
        rows = rows.with_columns(
            original_amount=pl.when(original.is_not_null()).then(sign).cast(AMOUNT),
            original_currency=pl.when(pl.col("original_amount").is_not_null()).then(original),
        )
    else:
        rows = rows.with_columns(
            original_amount=pl.lit(None, dtype=AMOUNT), original_currency=pl.lit(None, dtype=pl.String)
        )
    rows = rows.with_columns(
        id=_ids(rows),
        is_reversal=pl.lit(None, dtype=pl.Boolean),
        source_file=pl.lit(given.path),
        source_place=pl.lit(f"{given.word} ") + pl.col("place").cast(pl.String),
    )
    return rows.select([pl.col(name).cast(kind) for name, kind in SCHEMA.items()])


def _check_balance(rows: pl.DataFrame, tally: Tally) -> None:
    groups = rows["account"] + "\x1f" + rows["currency"]
    run = runs_of(rows["amount"], rows["balance"], groups)
    if run.share < 0.9:  # a card's balance is what is owed
        run = max(run, runs_of(-rows["amount"], rows["balance"], groups), key=lambda one: one.matches)
    if not run.breaks:
        return
    places = [rows["place"][at] for at in run.breaks]
    if run.share >= 0.7:
        what = "The balance jumps here: rows may be missing, or stand in another order"
    else:
        what = f"The running balance follows from {run.matches} of {run.pairs} rows only: rows may be missing"
    tally.note(what, "warning" if run.share >= 0.7 else "info", tally.places(places))


def _numbered(keys: pl.Series) -> pl.Series:
    """Return keys with their occurrence, from 1, at the end; only those that come twice need counting."""
    again = keys.is_duplicated()
    if not again.any():
        return keys + "\x1f1"
    table = pl.DataFrame({"key": keys, "again": again}).with_row_index("at")
    nth = (pl.int_range(pl.len()).over("key") + 1).cast(pl.String)
    counted = table.filter("again").select("at", nth=nth)
    found = table.join(counted, on="at", how="left", maintain_order="left")
    return found.select(pl.concat_str("key", pl.col("nth").fill_null("1"), separator="\x1f")).to_series()


def _ids(rows: pl.DataFrame) -> pl.Series:
    """Return the file's own ids where they tell rows apart, else ids made from what the rows say."""
    own = rows["own_id"]
    usable = own.is_not_null() & own.is_unique()
    if usable.all():
        return own
    key = pl.concat_str(
        pl.col("account"),
        pl.col("booked_on").cast(pl.String),
        pl.col("amount").cast(pl.String).str.strip_chars_end("0").str.strip_suffix("."),
        pl.col("currency"),
        pl.col("descriptor").fill_null(""),
        pl.col("counterparty").fill_null(""),
        separator="\x1f",
    )
    made = ids_of(_numbered(rows.select(key=key).to_series()).to_list())
    return (
        pl.DataFrame({"own": own, "usable": usable, "made": made})
        .select(pl.when("usable").then("own").otherwise("made"))
        .to_series()
    )
