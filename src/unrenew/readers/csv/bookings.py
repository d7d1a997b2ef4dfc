"""The rows of a table: each a transaction, a problem, or no booking at all."""

from dataclasses import dataclass
from decimal import Decimal

import polars as pl

from unrenew.model.values import NO_CURRENCY
from unrenew.readers.bookings import derived_id
from unrenew.readers.csv.balances import runs_of
from unrenew.readers.csv.currencies import currency_of
from unrenew.readers.csv.frames import Frame
from unrenew.readers.csv.preambles import Facts
from unrenew.readers.csv.signs import Evidence, Signed, from_two_columns, settle, with_flags
from unrenew.readers.csv.tally import Tally
from unrenew.readers.csv.words import BOOKED_SECTIONS, is_balance, is_total, is_unbooked
from unrenew.transactions import AMOUNT, SCHEMA

_ZERO = Decimal(0)
_SUM_ROLES = ("amount", "debit", "credit")


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What is known of all rows from outside their table: by its preamble or by the person."""

    path: str
    facts: Facts
    account: str | None = None
    currency: str | None = None
    word: str = "line"


def bookings_of(frame: Frame, given: Given, tally: Tally) -> pl.DataFrame:
    """Return the transactions of one table, in file order; everything else that looks like one goes to `tally`."""
    rows = _rows(frame)
    rows = _sorted_out(rows, frame, tally)
    if rows.is_empty():
        return pl.DataFrame(schema=dict(SCHEMA))
    rows = _described(rows, frame, given)
    rows = _signed(rows, frame, tally)
    return _finished(rows, given, tally)


def _rows(frame: Frame) -> pl.DataFrame:
    """Return the cells with what was read from them: date, value date, raw amounts, what is filled."""
    names = [name for name in frame.cells.columns if name != "place"]
    sums = [f"c{frame.layout.at[role]}" for role in _SUM_ROLES if role in frame.layout.at]
    columns: dict[str, pl.Series] = {
        "booked_on": frame.dates("booked_on"),
        "value_on": frame.dates("value_on"),
        "descriptor": _descriptors(frame),
    }
    for role in ("amount", "debit", "credit", "balance", "fee", "original_amount"):
        money = frame.money(role)
        if money is not None:
            columns[role] = money["amount"]
            columns[f"{role}_currency"] = money["currency"]
    booked = f"c{frame.layout.at['booked_on']}"
    read = pl.any_horizontal(pl.col(role).is_not_null() for role in _SUM_ROLES if role in columns)
    bad = pl.any_horizontal(
        pl.col(role).is_null() & (pl.col(f"c{frame.layout.at[role]}").str.strip_chars() != "")
        for role in _SUM_ROLES
        if role in columns
    )
    return frame.cells.with_columns(**columns).with_columns(
        filled=pl.sum_horizontal((pl.col(name) != "").cast(pl.Int32) for name in names),
        date_text=pl.col(booked),
        sum_text=pl.concat_str([pl.col(name).str.strip_chars() for name in sums], separator=" ").str.strip_chars(),
        has_sum=read & ~bad,
        bad_sum=bad,
    )


def _descriptors(frame: Frame) -> pl.Series:
    """Return the text as the bank shows it; several text columns are joined with a blank, a repeated one once."""
    texts = [frame.text(index) for index in frame.layout.texts]
    if not texts:
        return pl.Series([""], dtype=pl.String).new_from_index(0, frame.cells.height)
    if len(texts) == 1:
        return texts[0]
    table = pl.DataFrame({f"t{at}": text.str.strip_chars() for at, text in enumerate(texts)})
    parts = [
        pl.when((pl.col(name) == "") | pl.any_horizontal([pl.lit(value=False), *(pl.col(name) == pl.col(left) for left in table.columns[:at])]))
        .then(None)
        .otherwise(pl.col(name))
        for at, name in enumerate(table.columns)
    ]
    return table.select(pl.concat_str(parts, separator=" ", ignore_nulls=True)).to_series()


def _sorted_out(rows: pl.DataFrame, frame: Frame, tally: Tally) -> pl.DataFrame:
    """Return the rows that are bookings; continuation lines are added to the booking above them."""
    good = pl.col("booked_on").is_not_null() & pl.col("has_sum")
    rows = rows.with_columns(good=good)
    rows = _without_unbooked(rows, frame, tally)
    odd = rows.filter(~pl.col("good"))
    if not odd.is_empty():
        rows = _with_continuations(rows, frame, tally)
    rows = rows.filter("good")
    texts = {text: is_balance(text) for text in rows["descriptor"].unique().to_list() if len(text) < 90}
    if any(texts.values()):
        is_one = rows["descriptor"].replace_strict(texts, default=False, return_dtype=pl.Boolean)
        for text, part in rows.filter(is_one).group_by("descriptor", maintain_order=True):
            tally.rows(f"{str(text[0]).strip()!r} is a balance, not a booking", part["place"], "info")
        rows = rows.filter(~is_one)
    return rows


def _without_unbooked(rows: pl.DataFrame, frame: Frame, tally: Tally) -> pl.DataFrame:
    """Drop rows with a status such as pending or declined, and rows below a line that says so."""
    for role in ("status", "decline"):
        status = frame.role(role)
        if status is None:
            continue
        status = pl.DataFrame({"s": status, "place": frame.cells["place"]}).join(rows.select("place"), on="place", maintain_order="right")["s"]
        off = {cell: is_unbooked(cell) or (role == "decline" and bool(cell.strip())) for cell in status.unique().to_list()}
        is_off = status.replace_strict(off, default=False, return_dtype=pl.Boolean) & rows["booked_on"].is_not_null()
        if role == "status":
            is_off |= _dateless(rows, frame, status, off)
        for text, part in rows.with_columns(status=status).filter(is_off).group_by("status", maintain_order=True):
            tally.rows(f"{str(text[0]).strip()!r} is not booked, so it is no transaction (yet)", part["place"], "info")
        rows = rows.filter(~is_off)
    sections = _sections(rows)
    if sections is not None:
        off_rows = rows.filter(sections & pl.col("good"))
        tally.rows("stands below a line that says it is not booked (yet)", off_rows["place"], "info")
        rows = rows.filter(~(sections & rows["good"]))
    return rows


def _dateless(rows: pl.DataFrame, frame: Frame, status: pl.Series, off: dict[str, bool]) -> pl.Series:
    """Return rows without a booking date whose status says why (Revolut: no completed date while pending)."""
    is_off = status.replace_strict(off, default=False, return_dtype=pl.Boolean)
    return is_off & rows["booked_on"].is_null() & (rows["date_text"].str.strip_chars() == "")


def _sections(rows: pl.DataFrame) -> pl.Series | None:
    """Return which rows stand below a line such as "Pending transactions", or None where there is no such line."""
    labels = rows.filter((pl.col("filled") == 1) & ~pl.col("good"))
    if labels.is_empty() or labels.height > 1000:
        return None
    says: dict[int, bool] = {}
    for row in labels.select(pl.exclude("booked_on", "value_on")).iter_rows(named=True):
        text = next((cell for name, cell in row.items() if name.startswith("c") and isinstance(cell, str) and cell), "")
        words = text.casefold().strip(": ").split()
        if 0 < len(words) <= 3 and (is_unbooked(words[0]) or words[0] in BOOKED_SECTIONS):
            says[row["place"]] = is_unbooked(words[0])
    if not any(says.values()):
        return None
    marks = rows["place"].replace_strict(says, default=None, return_dtype=pl.Boolean)
    return marks.forward_fill().fill_null(value=False)


def _with_continuations(rows: pl.DataFrame, frame: Frame, tally: Tally) -> pl.DataFrame:
    texts = {f"c{index}" for index in frame.layout.texts}
    cells = [name for name in frame.cells.columns if name != "place"]
    added: dict[int, str] = {}
    places = rows["place"].to_list()
    before: dict[int, int] = {}
    last: int | None = None
    for place, is_good, is_more in zip(
        places, rows["good"].to_list(), _only_in(rows, texts, cells).to_list(), strict=True
    ):
        if is_good:
            last = place
        elif is_more and last is not None:
            before[place] = last
        else:
            last = None
    for row in rows.filter(~pl.col("good")).iter_rows(named=True):
        place = row["place"]
        if place in before and not is_total(row["descriptor"]):
            added[before[place]] = f"{added.get(before[place], '')} {row['descriptor'].strip()}"
        else:
            what, severity = _judge(row)
            if what:
                tally.rows(what, [place], severity)
    if not added:
        return rows
    more = rows["place"].replace_strict(added, default="", return_dtype=pl.String)
    return rows.with_columns(descriptor=pl.col("descriptor") + more)


def _only_in(rows: pl.DataFrame, texts: set[str], cells: list[str]) -> pl.Series:
    """Return which rows have text in the text columns and nothing anywhere else."""
    others = [pl.col(name) == "" for name in cells if name not in texts]
    return rows.select(
        pl.all_horizontal([pl.col("descriptor") != "", pl.lit(value=True), *others])
    ).to_series()


def _judge(row: dict[str, object]) -> tuple[str, str]:
    """Return why a row that is no booking matters, and how much; "" where it is a total, a note or a footer."""
    text = " ".join(str(cell) for name, cell in row.items() if name.startswith("c") and name[1:].isdigit() and cell)
    dated = row["booked_on"] is not None
    if dated and (row["has_sum"] or row["bad_sum"]):
        return f"{str(row['sum_text'])[:40]!r} is no amount that can be read exactly", "warning"
    if dated:
        return "has a date but no amount, so nothing was booked", "info"
    if row["has_sum"]:
        if is_total(text) or is_total(str(row["descriptor"])):
            return "", "info"
        date_text = str(row["date_text"]).strip()
        if any(map(str.isdigit, date_text)):
            return f"{date_text[:40]!r} is no date", "warning"
        return "has an amount but no date", "warning"
    if str(row["date_text"]).strip() and row["bad_sum"] and any(map(str.isdigit, str(row["sum_text"]))) and not is_total(text):
        return f"neither {str(row['date_text'])[:40]!r} is a date nor {str(row['sum_text'])[:40]!r} an amount", "warning"
    return "", "info"


def _described(rows: pl.DataFrame, frame: Frame, given: Given) -> pl.DataFrame:
    """Add the columns of words: account, currency, counterparty and so on."""
    at = frame.layout.at

    def cell(role: str) -> pl.Expr:
        return _blank_to_null(pl.col(f"c{at[role]}")) if role in at else pl.lit(None, dtype=pl.String)

    account = _account(rows, at, given)
    return rows.with_columns(
        owner=cell("owner"),
        account=account,
        own_id=cell("id"),
        currency=_currency(rows, frame, given),
        original_currency=cell("original_currency").str.to_uppercase(),
        counterparty=cell("counterparty"),
        counterparty_account=cell("counterparty_account"),
        mandate_id=cell("mandate"),
        creditor_id=cell("creditor"),
        mcc=cell("mcc").str.extract(r"^(\d{4})$"),
        bank_code=cell("type"),
    )


def _blank_to_null(column: pl.Expr) -> pl.Expr:
    text = column.str.strip_chars().str.strip_prefix('="').str.strip_suffix('"')
    return pl.when(text != "").then(text)


def _account(rows: pl.DataFrame, at: dict[str, int], given: Given) -> pl.Series:
    """Return the account of each row: its own cell, else the only one that other rows name, else the preamble's."""
    index = at.get("account", at.get("card"))
    fallback = given.account or given.facts.account or ""
    if index is None:
        return pl.Series([fallback], dtype=pl.String).new_from_index(0, rows.height)
    cells = rows.select(_blank_to_null(pl.col(f"c{index}"))).to_series()
    named = cells.drop_nulls().unique()
    if cells.null_count() and named.len() == 1:
        fallback = str(named[0])
    return cells.fill_null(fallback)


def _currency(rows: pl.DataFrame, frame: Frame, given: Given) -> pl.Series:
    """Return the currency of each row: its cell, the amount's sign, the header, the preamble, the person; else XXX."""
    at = frame.layout.at
    cells = pl.Series([None], dtype=pl.String).new_from_index(0, rows.height)
    if "currency" in at:
        text = rows[f"c{at['currency']}"]
        codes = {cell: currency_of(cell) for cell in text.unique().to_list()}
        cells = text.replace_strict(codes, default=None, return_dtype=pl.String)
    for role in _SUM_ROLES:
        if f"{role}_currency" in rows.columns:
            cells = cells.fill_null(rows[f"{role}_currency"])
    named = next((frame.layout.columns[at[role]].currency for role in _SUM_ROLES if role in at and frame.layout.columns[at[role]].currency), None)
    balance = frame.layout.columns[at["balance"]].currency if "balance" in at else None
    return cells.fill_null(named or given.facts.currency or balance or given.currency or NO_CURRENCY)


def _signed(rows: pl.DataFrame, frame: Frame, tally: Tally) -> pl.DataFrame:
    """Give the amounts our sign, take fees into account, and drop rows whose sign contradicts itself."""
    balances = rows["balance"] if "balance" in rows.columns else None
    groups = rows["account"] + "\x1f" + rows["currency"]
    kind = frame.layout.at.get("type")
    texts = rows["descriptor"] + " " + (rows[f"c{kind}"] if kind is not None else "")
    evidence = Evidence(texts=texts, balances=balances, groups=groups, card=frame.layout.card)
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
        signed = from_two_columns(
            rows["debit"] if "debit" in at else None, rows["credit"] if "credit" in at else None
        )
        return Signed(amounts=-signed.amounts, wrong=signed.wrong, marked=True) if frame.layout.reverse else signed
    if frame.layout.reverse:
        return Signed(amounts=-rows["amount"], marked=True)
    if "amount" in frame.layout.told and "flag" not in frame.layout.told:
        return Signed(amounts=rows["amount"], marked=True)
    if "flag" in at:
        signed = with_flags(rows["amount"], rows[f"c{at['flag']}"])
        if signed.marked:
            return signed
    if frame.layout.columns[at["amount"]].concepts >= {"debit"} and "credit" not in frame.layout.columns[at["amount"]].concepts:
        return Signed(amounts=-rows["amount"], marked=True)
    return settle(rows["amount"], evidence)


def _with_fees(rows: pl.DataFrame, frame: Frame, tally: Tally) -> pl.DataFrame:
    """Subtract fees that stand in a column of their own, where the balance proves that they come on top."""
    at = frame.layout.at
    if "fee" not in at or "amount" not in at or "net" in frame.layout.columns[at["amount"]].concepts:
        return rows
    fees = rows["fee"].fill_null(_ZERO)
    charged = int((fees != _ZERO).sum())
    if not charged:
        return rows
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
        sign = pl.when(pl.col("amount") < _ZERO).then(-pl.col("original_amount").abs()).otherwise(pl.col("original_amount").abs())
        original = pl.coalesce("original_currency", "original_amount_currency")
        rows = rows.with_columns(
            original_amount=pl.when(original.is_not_null()).then(sign).cast(AMOUNT),
            original_currency=pl.when(pl.col("original_amount").is_not_null()).then(original),
        )
    else:
        rows = rows.with_columns(original_amount=pl.lit(None, dtype=AMOUNT), original_currency=pl.lit(None, dtype=pl.String))
    rows = rows.with_columns(
        id=_ids(rows),
        is_reversal=pl.lit(None, dtype=pl.Boolean),
        source_file=pl.lit(given.path),
        source_place=pl.lit(f"{given.word} ") + pl.col("place").cast(pl.String),
    )
    return rows.select([pl.col(name).cast(kind) for name, kind in SCHEMA.items()])


def _check_balance(rows: pl.DataFrame, tally: Tally) -> None:
    run = runs_of(rows["amount"], rows["balance"], rows["account"] + "\x1f" + rows["currency"])
    other = runs_of(-rows["amount"], rows["balance"], rows["account"] + "\x1f" + rows["currency"])
    run = max(run, other, key=lambda one: one.matches)  # a card's balance is what is owed
    if not run.breaks:
        return
    places = [rows["place"][at] for at in run.breaks]
    if run.share >= 0.7:
        what = "The balance jumps here: rows may be missing, or stand in another order"
    else:
        what = f"The running balance follows from the amounts in {run.matches} of {run.pairs} rows only: rows may be missing"
    tally.note(what, "warning" if run.share >= 0.7 else "info", tally.places(places))


def _ids(rows: pl.DataFrame) -> pl.Series:
    """Return the file's own ids where they tell rows apart, else ids made from what the rows say."""
    own = rows["own_id"]
    usable = own.is_not_null() & own.is_unique()
    if usable.all():
        return own
    keys = rows.select(
        pl.col("account"),
        pl.col("booked_on").cast(pl.String),
        pl.col("amount").cast(pl.String).str.strip_chars_end("0").str.strip_suffix("."),
        pl.col("currency"),
        pl.col("descriptor").fill_null(""),
        pl.col("counterparty").fill_null(""),
    )
    nth = keys.with_columns(pl.int_range(pl.len()).over(keys.columns).alias("nth") + 1)
    made = [derived_id([str(part) for part in key[:-1]], key[-1]) for key in nth.iter_rows()]
    return pl.DataFrame({"own": own, "usable": usable, "made": made}).select(
        pl.when("usable").then("own").otherwise("made")
    ).to_series()


