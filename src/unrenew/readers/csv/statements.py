"""A source to a statement: says what it took for what."""

import gc
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import polars as pl

from unrenew.errors import UnknownFormatError
from unrenew.model.statements import Statement
from unrenew.model.values import NO_CURRENCY
from unrenew.readers.bookings import statement_of
from unrenew.readers.csv.bookings import Given, bookings_of
from unrenew.readers.csv.cells import is_currency
from unrenew.readers.csv.charsets import text_of
from unrenew.readers.csv.currencies import SEVERAL, currency_in, shared_sign
from unrenew.readers.csv.dialects import directive, find_dialect
from unrenew.readers.csv.frames import Frame, frame_of
from unrenew.readers.csv.grids import Grid, lines_of, split, without_marks
from unrenew.readers.csv.layouts import Layout, layout_of
from unrenew.readers.csv.markup import grids_in, is_markup
from unrenew.readers.csv.numbers import Decimals, read_money
from unrenew.readers.csv.orders import Clues
from unrenew.readers.csv.preambles import Facts, facts_of
from unrenew.readers.csv.profiles import Profile, profile_of, told_columns, told_layout
from unrenew.readers.csv.ragged import mended
from unrenew.readers.csv.records import has_records, records_in
from unrenew.readers.csv.repairs import repaired
from unrenew.readers.csv.roles import columns_of
from unrenew.readers.csv.scripts import HOMES, country_of, is_eastern
from unrenew.readers.csv.tables import Table, is_data, kinds_of, tables_of, without_closing
from unrenew.readers.csv.tally import Tally
from unrenew.readers.csv.vocabulary import fold
from unrenew.readers.formats import Hints
from unrenew.readers.sources import Source
from unrenew.transactions import SCHEMA

if TYPE_CHECKING:
    from unrenew.model.values import Severity

_ZONES = frozenset(["PDT", "PST", "EDT", "EST", "CDT", "CST", "MDT", "MST"])
_UNPADDED = re.compile(r"[1-9]/0[1-9]/\d{4}$")
"""Month without a zero before a day with one: 8/02/2016 is an American way to write."""

_DOLLARS = re.compile(r"\s*(?:CAD|USD)\$\s*$")
"""A Canadian bank's columns of sums: its dates have the month first."""

_SHARED = frozenset(
    (
        *("date", "description", "type", "transaction", "operation", "id", "note", "code", "status", "iban"),
        *("reference", "debit", "credit"),
    )
)
"""Words that stand in English headers and in others."""

_ENGLISH = frozenset(
    (
        *("amount", "details", "balance", "currency", "account", "memo", "payee", "posted", "posting", "narrative"),
        *("withdrawal", "deposit", "withdrawals", "deposits", "merchant", "name", "check", "number", "card", "time"),
        *("money", "paid", "value", "category"),
    )
)


def statement_in(source: Source, hints: Hints) -> Statement:
    """Return the statement of a source; raise ReadError where nothing in it can be read as bookings."""
    was_on = gc.isenabled()
    gc.disable()  # hundreds of thousands of lists that all live on: looking for rubbish among them costs a third
    try:
        return _statement(source, hints)
    finally:
        if was_on:
            gc.enable()


def _statement(source: Source, hints: Hints) -> Statement:
    profile = profile_of(hints.columns, hints.profile)
    text, encoding = text_of(source)
    grid, delimiter = _grid(source, text, profile)
    tally = Tally(grid.word)
    tally.rows("is far too long for a booking", grid.overlong)
    tables = tables_of(grid, header_line=profile.header)
    if not profile.columns:
        tables = [repaired(table, delimiter, _full_days(table), tally) for table in tables]
    layouts = [_layout(table, profile) for table in tables]
    _check(source, tables, layouts, grid)
    said = _Said(path=source.path, profile=profile, hints=hints)
    found: list[pl.DataFrame] = []
    for table, layout in zip(tables, layouts, strict=True):
        source.check_time()
        found.append(_table(table, layout, said, tally, delimiter))
    transactions = pl.concat(found) if found else pl.DataFrame(schema=dict(SCHEMA))
    if source.text.trouble:
        tally.note(source.text.trouble, "warning")
    accounts = transactions["account"].unique(maintain_order=True).to_list()
    return statement_of(
        source,
        format_name="csv",
        encoding=encoding,
        transactions=transactions,
        problems=tally.problems(),
        accounts=accounts or [_facts(tables, grid).account or ""],
    )


def _grid(source: Source, text: str, profile: Profile) -> tuple[Grid, str]:
    if is_markup(text[:65_536]):
        grids = grids_in(text, source.path)
        return (grids[0], "") if grids else (Grid([], [], word="row"), "")
    source.check_rows(text.count("\n") or text.count("\r"))
    lines = lines_of(text)
    told = profile.delimiter
    if lines and (named := directive(lines[0])):
        lines[0] = "\n"
        told = told or named
    if not told and has_records(lines):
        return records_in(lines), ""
    dialect, fit = find_dialect(lines, told)
    if told and not profile.delimiter and not fit.bookings:
        dialect, _ = find_dialect(lines)
    return without_marks(split(lines, dialect)), dialect.delimiter


def _layout(table: Table, profile: Profile) -> Layout:
    columns = columns_of(table.names, kinds_of(table))
    return told_layout(layout_of(told_columns(columns, profile), table), profile)


def _full_days(table: Table) -> list[date]:
    """Return the dates around a table of which the day is certain."""
    found = [day.on(day.order or "DMY") for day in facts_of([*table.above[:100], *table.rows[-5:]]).dates]
    return [day for day in found if day]


def _facts(tables: Sequence[Table], grid: Grid) -> Facts:
    above = tables[0].above if tables else grid.rows[:50]
    below = [row for row in grid.rows[-30:] if sum(1 for cell in row if cell.strip()) <= 4 and not is_data(row)]
    return facts_of([*above[:100], *below])


def _check(source: Source, tables: Sequence[Table], layouts: Sequence[Layout], grid: Grid) -> None:
    """Raise where no table can be read: the error names the columns that are understood, those that are not."""
    if any(not layout.missing and not _is_shopping(layout) for layout in layouts):
        return
    if not tables or not any(is_data(row) for table in tables for row in table.rows[:2000]):
        if any(layout.has_header and not layout.missing for layout in layouts):
            return
        raise UnknownFormatError("has no table with dates and amounts", where=source.path, hint=_HINT)
    layout = min(layouts, key=lambda one: len(one.missing))
    if not layout.missing:
        raise UnknownFormatError(
            "is a list of orders, not of bookings",
            where=source.path,
            hint="Use the statement of the card or account that paid",
        )
    known = [f"{one.label} as {role}" for role, index in sorted(layout.at.items()) if (one := layout.columns[index])]
    unknown = [one.label for one in layout.columns if not one.role and one.kind.name != "empty"]
    raise UnknownFormatError(
        f"is a table in which no column is known to be the {' or the '.join(layout.missing)}. "
        f"Understood: {', '.join(known) or 'none'}. Not understood: {', '.join(unknown[:20]) or 'none'}",
        where=source.path,
        hint=_HINT,
    )


_HINT = "Say which columns are which, as in --columns date=1,amount=4,description=3, or give a --profile FILE"


def _is_shopping(layout: Layout) -> bool:
    """Say whether a table lists things bought (quantities, shipments), which is no statement of an account."""
    words = fold(" ".join(one.name for one in layout.columns)).split()
    return ("quantity" in words and "order" in words) or {"shipment", "order"} <= set(words)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Said:
    """What is known of the whole file from outside."""

    path: str
    profile: Profile
    hints: Hints


def _table(table: Table, layout: Layout, said: _Said, tally: Tally, delimiter: str) -> pl.DataFrame:
    table, closing = without_closing(mended(table, layout, delimiter, tally))
    if table.header_line is None:
        first = table.places[0] - len(table.above) if table.places else 0
        summaries = [first + at for at, row in enumerate(table.above) if is_data(row)]
        tally.rows("stands above the bookings and is laid out otherwise, as a summary is", summaries, "info")
    tally.rows("stands at the end and has far fewer cells than all others, as a balance does", closing, "info")
    if layout.missing:
        lost = [place for row, place in zip(table.rows, table.places, strict=True) if is_data(row)]
        tally.rows(f"stands in a table without a known {' and '.join(layout.missing)}", lost, "error")
        return pl.DataFrame(schema=dict(SCHEMA))
    for note in layout.notes:
        tally.note(note)
    facts = facts_of([*table.above[:100], *_footers(table)])
    sign = shared_sign(cell for row in ([*table.names], *table.rows[:50]) for cell in row)
    script = country_of(table.names)
    meant = SEVERAL.get(sign or "", {}).get(script or said.hints.country or "")
    currency = said.profile.currency or said.hints.currency or meant
    clues = Clues(
        told=said.profile.dates or said.hints.date_order,
        dates=facts.dates,
        locale=_locale(table, facts),
        language=_is_day_first(layout),
        english=_is_english(layout),
        year=is_eastern(table.names),
    )
    frame = frame_of(table, layout, clues, said.profile.decimals, delimiter, facts.currency or currency)
    _note_dates(frame, tally)
    _note_decimals(frame, tally)
    given = Given(
        path=said.path,
        facts=facts,
        account=said.profile.account or said.hints.account,
        currency=currency,
        home=HOMES.get(script or ""),
        word=tally.word,
    )
    rows = bookings_of(frame, given, tally)
    if sign and (rows["currency"] == NO_CURRENCY).any():
        what = f"{sign} stands for several currencies, and the file does not say for which"
        tally.note(f"{what}: say --currency, as in --currency {next(iter(SEVERAL[sign].values()))}", "warning")
    _check_sum(rows, facts, frame.decimals, tally)
    return rows


def _footers(table: Table) -> list[list[str]]:
    return [row for row in table.rows[-30:] if sum(1 for cell in row if cell.strip()) <= 4 and not is_data(row)]


def _locale(table: Table, facts: Facts) -> str | None:
    """Return the habit of dates with slashes: months first only where something American goes with English words."""
    words = set(fold(" ".join(table.names)).split())
    if any(map(_DOLLARS.match, table.names)):
        return "MDY"
    if "cheque" in words:
        return "DMY"
    cells = [cell.strip() for row in table.rows[:50] for cell in row]
    american = (
        facts.currency == "USD"
        or "check" in words
        or any(cell in _ZONES or cell == "USD" or "$" in cell for cell in cells)
    )
    others = any(is_currency(cell) and cell.upper() != "USD" for cell in cells)
    others = others or any(currency_in(name) not in {None, "USD"} for name in table.names)
    return "MDY" if (american and not others) or any(map(_UNPADDED.match, cells)) else None


def _is_day_first(layout: Layout) -> bool:
    """Say whether the header is in a known language that is not English: all of those here have the day first."""
    known = {one.name: set(fold(one.name).split()) for one in layout.columns if one.name and one.role}
    foreign = any(words and not words & (_ENGLISH | _SHARED) for words in known.values())
    return foreign and not _is_english(layout)


def _is_english(layout: Layout) -> bool:
    """Say whether the header has words that are English and nothing else."""
    known = [one.name for one in layout.columns if one.name and one.role and one.name.isascii()]
    return any(not _ENGLISH.isdisjoint(fold(name).split()) for name in known)


def _note_dates(frame: Frame, tally: Tally) -> None:
    for one in frame.orders.values():
        if not one.sure:
            names = {"DMY": "day/month/year", "MDY": "month/day/year", "YMD": "year/month/day"}
            tally.note(
                f"The dates could be read in two ways; {names[one.order]} was taken ({one.why}). "
                "If that is wrong, say --columns dates=MDY or dates=DMY",
                "warning",
            )


def _note_decimals(frame: Frame, tally: Tally) -> None:
    if frame.decimals.mark is None:
        tally.note(
            "Amounts such as 1.234 can mean two things here; say --columns decimal=comma or decimal=point", "warning"
        )


def _check_sum(rows: pl.DataFrame, facts: Facts, decimals: Decimals, tally: Tally) -> None:
    """Compare the sum with the opening and closing balance that the file states."""
    if not facts.opening or not facts.closing or rows["currency"].n_unique() != 1:
        return
    opening, closing = read_money(pl.Series([facts.opening, facts.closing]), decimals)["amount"].to_list()
    if opening is None or closing is None:
        return
    total = Decimal(rows["amount"].sum())
    severity: Severity = "warning"
    if abs(closing - opening) != abs(total):
        tally.note(
            f"The bookings add up to {total.normalize():f}, the balances differ by {(closing - opening).normalize():f}",
            severity,
        )
