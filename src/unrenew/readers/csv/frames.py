"""A table to columns: its cells as text, dates, amounts and words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import zip_longest

import polars as pl

from unrenew.readers.csv.cells import DASHES, is_currency
from unrenew.readers.csv.currencies import CENTLESS
from unrenew.readers.csv.dates import Day, dates_of, days_of
from unrenew.readers.csv.layouts import Layout
from unrenew.readers.csv.numbers import Decimals, Mark, read_money, settle_mark
from unrenew.readers.csv.orders import Clues, Settled, settle
from unrenew.readers.csv.roles import MONEY
from unrenew.readers.csv.scripts import is_eastern
from unrenew.readers.csv.tables import Table

_DASH = 5
"""Bytes of the longest dash with a blank on each side."""

_HABITS: Mapping[str, Mark] = {";": ","}
"""Files with semicolons come from where the decimal mark is a comma."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """The rows of one table as columns of text, and how their dates and numbers are to be read."""

    cells: pl.DataFrame
    layout: Layout
    orders: Mapping[str, Settled] = field(default_factory=dict[str, Settled])
    days: Mapping[int, Mapping[str, Day]] = field(default_factory=dict[int, Mapping[str, Day]])
    decimals: Decimals = field(default_factory=lambda: Decimals(".", ""))

    def text(self, index: int) -> pl.Series:
        """Return a column as it stands in the file."""
        return self.cells[f"c{index}"]

    def role(self, role: str) -> pl.Series | None:
        """Return the column with a role as it stands in the file, or None."""
        return self.text(self.layout.at[role]) if role in self.layout.at else None

    def dates(self, role: str) -> pl.Series:
        """Return the dates of a role's column; null where a cell is none or there is no such column."""
        if role not in self.layout.at:
            return pl.Series([None], dtype=pl.Date).new_from_index(0, self.cells.height)
        return self.days_in(self.layout.at[role])

    def days_in(self, index: int) -> pl.Series:
        """Return the days of a column; null where a cell is none."""
        days = self.days.get(index)
        found: dict[str, date] = (
            dates_of(days, {shape: one.order for shape, one in self.orders.items()}) if days else {}
        )
        if not found:
            return pl.Series([None], dtype=pl.Date).new_from_index(0, self.cells.height)
        return self.text(index).replace_strict(found, default=None, return_dtype=pl.Date)

    def money(self, role: str) -> pl.DataFrame | None:
        """Return columns `amount` and `currency` of a role's column, or None where there is none."""
        text = self.role(role)
        if text is None:
            return None
        if self.layout.columns[self.layout.at[role]].minor:
            return read_money(_whole(text), Decimals(".", "cents"))
        return read_money(text, self.decimals)


def _whole(cents: pl.Series) -> pl.Series:
    """Return numbers of cents as text with a point before the last two digits."""
    parts = pl.DataFrame({"c": cents.str.strip_chars()})
    digits = pl.col("c").str.strip_chars_start("+-").str.zfill(3)
    minus = pl.when(pl.col("c").str.starts_with("-")).then(pl.lit("-")).otherwise(pl.lit(""))
    point = pl.concat_str(minus, digits.str.head(-2), pl.lit("."), digits.str.tail(2))
    return parts.select(pl.when(pl.col("c").str.contains(r"^[+-]?\d+$")).then(point).otherwise(pl.col("c"))).to_series()


def frame_of(
    table: Table, layout: Layout, clues: Clues, decimals: Decimals | None, habit: str | None, currency: str | None
) -> Frame:
    """Return a table as columns, with the order of its dates and its decimal mark settled over all rows.

    `habit` is the file's delimiter, `currency` what stands around the table or was said.
    """
    columns = list(zip_longest(*table.rows, fillvalue=""))[: table.width]
    columns.extend([("",) * len(table.rows)] * (table.width - len(columns)))
    cells = pl.DataFrame({f"c{at}": pl.Series(column, dtype=pl.String) for at, column in enumerate(columns)})
    cells = cells.with_columns(place=pl.Series(table.places, dtype=pl.Int64), **_emptied(cells, layout))
    used = {layout.at[role] for role in ("booked_on", "value_on") if role in layout.at} | set(layout.dates)
    days = {
        index: days_of(
            cells[f"c{index}"].unique().to_list(),
            numbers="date" in layout.columns[index].concepts or index in _told(layout),
        )
        for index in sorted(used)
    }
    if decimals is None:
        mark: Mark | None = "." if is_eastern(table.names) else _HABITS.get(habit or "")
        decimals = _decimals(cells, layout, mark, currency, english=clues.english)
    clues = replace(clues, comma=decimals.mark == ",")
    return Frame(cells=cells, layout=layout, orders=_orders(cells, days, clues), days=days, decimals=decimals)


def _told(layout: Layout) -> set[int]:
    return {layout.at[role] for role in layout.told if role in layout.at}


def _orders(cells: pl.DataFrame, days: Mapping[int, Mapping[str, Day]], clues: Clues) -> dict[str, Settled]:
    if all(day.order for column in days.values() for day in column.values()):
        return {}
    return settle(
        [known.values() for known in days.values()],
        lambda: [[known.get(cell) for cell in cells[f"c{index}"].to_list()] for index, known in days.items()],
        clues,
    )


def _emptied(cells: pl.DataFrame, layout: Layout) -> dict[str, pl.Series]:
    """Return the columns of sums and days in which a dash stands for nothing, without the dashes."""
    found: dict[str, pl.Series] = {}
    for role in (*MONEY, "booked_on", "value_on"):
        if role not in layout.at:
            continue
        name = f"c{layout.at[role]}"
        short = cells[name].filter(cells[name].str.len_bytes().is_between(1, _DASH)).unique().to_list()
        dashes = [cell for cell in short if cell.strip() in DASHES]
        if dashes:
            found[name] = cells[name].replace(dashes, [""] * len(dashes))
    return found


def _is_centless(cells: pl.DataFrame, layout: Layout, currency: str | None) -> bool:
    """Say whether the currency of the sums is one without cents, by header, cells or what stands around."""
    columns = [layout.columns[layout.at[role]] for role in MONEY if role in layout.at]
    codes = {code for code in (currency, *(column.currency for column in columns)) if code}
    if "currency" in layout.at:
        named: list[str] = cells[f"c{layout.at['currency']}"].unique().to_list()
        codes.update(code.strip().upper() for code in named if is_currency(code))
    return bool(codes) and codes <= CENTLESS


def _decimals(
    cells: pl.DataFrame, layout: Layout, habit: Mark | None, currency: str | None, *, english: bool
) -> Decimals:
    main = [layout.at[role] for role in MONEY if role in layout.at]
    others = [column.index for column in layout.columns if column.kind.name == "money" and column.index not in main]
    centless = _is_centless(cells, layout, currency)
    return settle_mark(_series(cells, main), _series(cells, others), habit, centless=centless, english=english)


def _series(cells: pl.DataFrame, indexes: Sequence[int]) -> list[pl.Series]:
    return [cells[f"c{index}"] for index in indexes]
