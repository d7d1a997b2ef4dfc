"""The rows of a table: bookings, and what is something else."""

from datetime import date, timedelta
from decimal import Decimal

import polars as pl

from unrenew.model.values import Severity
from unrenew.readers.csv.frames import Frame
from unrenew.readers.csv.roles import DATES
from unrenew.readers.csv.tally import Tally
from unrenew.readers.csv.words import (
    BALANCE_STEMS,
    BOOKED_SECTIONS,
    HOLD_STEMS,
    is_balance,
    is_hold,
    is_total,
    is_unbooked,
)

_SUMLESS = "has a date but no amount"
_SETTLED = timedelta(days=14)
"""What is bought is booked within this time."""

SUM_ROLES = ("amount", "debit", "credit")


def booked_rows(frame: Frame, tally: Tally) -> pl.DataFrame:
    """Return the rows that are bookings, with dates and raw amounts; all others that look like one go to `tally`."""
    return _sorted_out(_rows(frame), frame, tally)


def _rows(frame: Frame) -> pl.DataFrame:
    """Return the cells with what was read from them: date, value date, raw amounts, what is filled."""
    names = [name for name in frame.cells.columns if name != "place"]
    sums = [f"c{frame.layout.at[role]}" for role in SUM_ROLES if role in frame.layout.at]
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
    read = pl.any_horizontal(pl.col(role).is_not_null() for role in SUM_ROLES if role in columns)
    bad = pl.any_horizontal(
        pl.col(role).is_null() & (pl.col(f"c{frame.layout.at[role]}").str.strip_chars() != "")
        for role in SUM_ROLES
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
    found = texts[0] if len(texts) == 1 else _joined(texts)
    for index in frame.layout.spare:
        blank = found.str.strip_chars() == ""
        if not blank.any():
            break
        found = pl.select(pl.when(blank).then(frame.text(index)).otherwise(found)).to_series()
    return found


def _joined(texts: list[pl.Series]) -> pl.Series:
    table = pl.DataFrame({f"t{at}": text.str.strip_chars() for at, text in enumerate(texts)})
    parts = [
        pl.when(
            (pl.col(name) == "")
            | pl.any_horizontal([pl.lit(value=False), *(pl.col(name) == pl.col(left) for left in table.columns[:at])])
        )
        .then(None)
        .otherwise(pl.col(name))
        for at, name in enumerate(table.columns)
    ]
    return table.select(pl.concat_str(parts, separator=" ", ignore_nulls=True)).to_series()


def _sorted_out(rows: pl.DataFrame, frame: Frame, tally: Tally) -> pl.DataFrame:
    """Return the rows that are bookings; continuation lines are added to the booking above them."""
    good = pl.col("booked_on").is_not_null() & pl.col("has_sum")
    rows = rows.with_columns(good=good)
    rows = _with_other_days(_without_unbooked(rows, frame, tally), frame, tally)
    odd = rows.filter(~pl.col("good"))
    if not odd.is_empty():
        rows = _with_continuations(rows, frame, tally)
    rows = rows.filter("good")
    return _without_others(rows, tally)


def _without_others(rows: pl.DataFrame, tally: Tally) -> pl.DataFrame:
    """Drop the rows whose text says that they are none; only texts with one of the stems are looked at closely."""
    likely = rows.filter(pl.col("descriptor").str.to_lowercase().str.contains_any([*BALANCE_STEMS, *HOLD_STEMS]))
    texts = {text: _is_other(text) for text in likely["descriptor"].unique().to_list()}
    if not any(texts.values()):
        return rows
    found = rows["descriptor"].replace_strict(texts, default="", return_dtype=pl.String)
    for text, part in rows.filter(found != "").group_by("descriptor", maintain_order=True):
        tally.rows(f"{str(text[0]).strip()!r} {texts[str(text[0])]}", part["place"], "info")
    return rows.filter(found == "")


def _is_other(text: str) -> str:
    """Return what a row is that only looks like a booking, "" where it is one."""
    if is_balance(text):
        return "is a balance, not a booking"
    return "is a hold, so it is no transaction (yet)" if is_hold(text) else ""


def _without_unbooked(rows: pl.DataFrame, frame: Frame, tally: Tally) -> pl.DataFrame:
    """Drop rows with a status such as pending or declined, and rows below a line that says so."""
    for role in ("status", "decline", "id", "reference"):
        status = frame.role(role)
        if status is None:
            continue
        status = pl.DataFrame({"s": status, "place": frame.cells["place"]}).join(
            rows.select("place"), on="place", maintain_order="right"
        )["s"]
        off = {
            cell: is_unbooked(cell) or (role == "decline" and bool(cell.strip())) for cell in status.unique().to_list()
        }
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


def _with_other_days(rows: pl.DataFrame, frame: Frame, tally: Tally) -> pl.DataFrame:
    """Give rows whose booking date is blank another date of theirs: where most are blank, or the row is an old one.

    A new row without a booking date is not booked yet: it comes again when it is.
    """
    blank = rows["booked_on"].is_null() & (rows["date_text"].str.strip_chars() == "") & rows["has_sum"]
    indexes = [frame.layout.at[role] for role in DATES if frame.layout.at.get(role, -1) in frame.days]
    others = [frame.days_in(index) for index in indexes if index != frame.layout.at["booked_on"]]
    if not blank.any() or not others:
        return rows
    table = pl.DataFrame({f"d{at}": days for at, days in enumerate(others)}).with_columns(place=frame.cells["place"])
    other = rows.select("place").join(table, on="place", how="left", maintain_order="left")
    other = other.select(pl.coalesce(pl.exclude("place"))).to_series()
    latest = rows["booked_on"].max()
    old = other < latest - _SETTLED if isinstance(latest, date) else other.is_not_null()
    if "balance" in rows.columns:  # the balance has moved by it
        old |= rows["balance"].is_not_null()
    taken = blank & other.is_not_null() & (old if 2 * int(blank.sum()) <= int(rows["has_sum"].sum()) else True)
    if not taken.any():
        return rows
    tally.note(f"{taken.sum()} rows have no booking date: another date of theirs was taken")
    booked = pl.select(pl.when(taken).then(other).otherwise(rows["booked_on"])).to_series()
    return rows.with_columns(booked_on=booked).with_columns(good=booked.is_not_null() & rows["has_sum"])


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
    """Judge every row that is no booking; text alone below a booking belongs to its text (a wrapped line)."""
    heads = _continued(rows, frame)
    parts = _parts(rows)
    tally.rows("is a part of the booking above, which has the sum of its parts", sorted(parts), "info")
    nothing = not rows["good"].any()
    added: dict[int, str] = {}
    for row in rows.filter(~pl.col("good")).iter_rows(named=True):
        head = heads.get(row["place"])
        if row["place"] in parts:
            continue
        if head is not None and not is_total(row["descriptor"]):
            added[head] = f"{added.get(head, '')} {row['descriptor'].strip()}"
            continue
        what, severity = _judge(row)
        if what.startswith(_SUMLESS) and nothing:
            severity = "warning"
        if what:
            tally.rows(what, [row["place"]], severity)
    if not added:
        return rows
    more = rows["place"].replace_strict(added, default="", return_dtype=pl.String)
    return rows.with_columns(descriptor=pl.col("descriptor") + more)


def _parts(rows: pl.DataFrame) -> set[int]:
    """Return the places of undated rows right below a booking whose sums add up to its own: the parts of a batch."""
    sums = [pl.col(role).abs() for role in SUM_ROLES if role in rows.columns]
    table = rows.select("place", "good", "has_sum", total=pl.max_horizontal(sums), undated=pl.col("date_text") == "")
    found, run = set[int](), list[int]()
    rest = Decimal(0)
    for place, is_good, has_sum, total, undated in table.iter_rows():
        if is_good:
            rest, run = total, []
        elif has_sum and undated and rest > 0:
            rest -= total
            run.append(place)
            found.update(run if rest == 0 else ())
        else:
            rest = Decimal(0)
    return found


def _continued(rows: pl.DataFrame, frame: Frame) -> dict[int, int]:
    """Return for each row of text alone the booking above it, both by their places."""
    texts = {f"c{index}" for index in frame.layout.texts}
    cells = [name for name in frame.cells.columns if name != "place"]
    alone = _only_in(rows, texts, cells).to_list()
    heads: dict[int, int] = {}
    last: int | None = None
    for place, is_good, is_more in zip(rows["place"].to_list(), rows["good"].to_list(), alone, strict=True):
        if is_good:
            last = place
        elif is_more and last is not None:
            heads[place] = last
        else:
            last = None
    return heads


def _only_in(rows: pl.DataFrame, texts: set[str], cells: list[str]) -> pl.Series:
    """Return which rows have text in the text columns and nothing anywhere else."""
    others = [pl.col(name) == "" for name in cells if name not in texts]
    return rows.select(pl.all_horizontal([pl.col("descriptor") != "", pl.lit(value=True), *others])).to_series()


def _judge(row: dict[str, object]) -> tuple[str, Severity]:
    """Return why a row that is no booking matters, and how much; "" where it is a total, a note or a footer."""
    text = " ".join(str(cell) for name, cell in row.items() if name.startswith("c") and name[1:].isdigit() and cell)
    dated = row["booked_on"] is not None
    if dated and (row["has_sum"] or row["bad_sum"]):
        return f"{str(row['sum_text'])[:40]!r} is no amount that can be read exactly", "warning"
    if dated:
        return f"{_SUMLESS}, so nothing was booked", "info"
    if row["has_sum"]:
        if is_total(text) or is_total(str(row["descriptor"])):
            return "", "info"
        date_text = str(row["date_text"]).strip()
        if any(map(str.isdigit, date_text)):
            return f"{date_text[:40]!r} is no date", "warning"
        if is_unbooked(date_text):
            return f"{date_text!r} is not booked, so it is no transaction (yet)", "info"
        return "has an amount but no date", "warning"
    if (
        str(row["date_text"]).strip()
        and row["bad_sum"]
        and any(map(str.isdigit, str(row["sum_text"])))
        and not is_total(text)
    ):
        return (
            f"neither {str(row['date_text'])[:40]!r} is a date nor {str(row['sum_text'])[:40]!r} an amount",
            "warning",
        )
    return "", "info"
