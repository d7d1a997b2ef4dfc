"""Runs find and the shield over many rows: a table in, one out."""

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from unrenew.errors import DamagedFileError, UsageError

if TYPE_CHECKING:
    import polars as pl

    from unrenew.directory import Directory
    from unrenew.find.merchants import Matcher

ROWS_AT_ONCE = 250_000
"""Owners are taken together until they have about so many rows: that bounds the memory."""

_NAMES = {
    "owner": ("owner", "person"),
    "account": ("account",),
    "id": ("id", "tx_id", "transaction_id"),
    "booked_on": ("booked_on", "booked", "date"),
    "amount": ("amount",),
    "currency": ("currency",),
    "descriptor": ("descriptor", "description"),
    "counterparty": ("counterparty",),
    "mandate_id": ("mandate_id",),
    "creditor_id": ("creditor_id",),
    "mcc": ("mcc",),
    "original_amount": ("original_amount", "orig_amount"),
    "original_currency": ("original_currency", "orig_currency"),
}
_NEEDED = ("id", "booked_on", "amount", "descriptor")
_READERS = {".csv": "csv", ".parquet": "parquet", ".pq": "parquet", ".jsonl": "ndjson", ".ndjson": "ndjson"}
_MOST_HEAD = 1024 * 1024
_MOST_COLUMNS = 5_000


def read_table(path: Path) -> "tuple[pl.DataFrame, int]":
    """Return the transactions of a CSV, Parquet or JSONL file or a folder, and how many rows had to be left out.

    A row is left out when its day or its amount is none. Columns may have the names of a plain export.
    """
    import polars as pl

    frames: list[pl.DataFrame] = []
    for each, kind in _files(path):
        _check_head(each, kind)
        try:
            frames.append(_columns(_scan(each, kind), str(each)))
        except (pl.exceptions.PolarsError, OSError) as error:
            raise _damaged(each, error) from error
    table = pl.concat(frames)
    good = table.filter(pl.col("booked_on").is_not_null() & pl.col("amount").is_not_null())
    return good, table.height - good.height


def _files(path: Path) -> list[tuple[Path, str]]:
    """Return the tables at a path, in the order of their names, each with its form."""
    files = sorted(each for each in path.rglob("*") if each.suffix.lower() in _READERS) if path.is_dir() else [path]
    if not path.exists() or not files:
        raise UsageError("there is no table", where=str(path), hint="Give a CSV, Parquet or JSONL file, or a folder")
    found = [(each, _READERS.get(each.suffix.lower())) for each in files]
    wrong = next((each for each, kind in found if kind is None or not each.is_file()), None)
    if wrong is not None:
        raise UsageError("this is no table", where=str(wrong), hint="Give a CSV, Parquet or JSONL file")
    return [(each, kind) for each, kind in found if kind is not None]


def _check_head(path: Path, kind: str) -> None:
    """Refuse what only calls itself a table, before Polars makes a column of each of its millions of commas."""
    if kind == "parquet":
        return
    try:
        with path.open("rb") as file:
            head = file.read(_MOST_HEAD)
    except OSError as error:
        raise _damaged(path, error) from error
    first = head.partition(b"\n")[0]
    if b"\x00" in head:
        what = "is binary, no table"
    elif len(first) == _MOST_HEAD or (kind == "csv" and first.count(b",") >= _MOST_COLUMNS):
        what = "has a first line that is far too long for the head of a table"
    else:
        return
    raise DamagedFileError(what, where=str(path), hint="Give a CSV, Parquet or JSONL file")


def _missing(name: str, given: "pl.Schema", where: str) -> UsageError:
    names = ["".join(c if c.isprintable() else " " for c in each[:40]).strip() for each in given.names()[:20]]
    return UsageError(f"the column {name} is missing", where=where, hint=f"There are {', '.join(names)}")


def _damaged(path: Path, error: Exception) -> DamagedFileError:
    what = f"cannot be read: {str(error).splitlines()[0]}"
    return DamagedFileError(what, where=str(path), hint="Write the table anew")


def _scan(path: Path, kind: str) -> "pl.LazyFrame":
    import polars as pl

    if kind == "csv":
        return pl.scan_csv(path, infer_schema=False)
    return pl.scan_parquet(path) if kind == "parquet" else pl.scan_ndjson(path)


def _columns(frame: "pl.LazyFrame", where: str) -> "pl.DataFrame":
    """Choose the columns that find reads, under the names of the transactions table and with its types."""
    import polars as pl

    from unrenew.transactions import SCHEMA

    given = frame.collect_schema()
    chosen: list[pl.Expr] = []
    for name, spellings in _NAMES.items():
        source = next((each for each in spellings if each in given), None)
        if source is None and name in _NEEDED:
            raise _missing(name, given, where)
        wanted = SCHEMA[name]
        if source is None:
            chosen.append(pl.lit(None, dtype=wanted).alias(name))
        elif name == "booked_on" and given[source] == pl.String:
            chosen.append(pl.col(source).str.slice(0, 10).str.to_date("%Y-%m-%d", strict=False).alias(name))
        elif given[source].is_float() and wanted == SCHEMA["amount"]:
            chosen.append(pl.col(source).round(4).cast(wanted, strict=False).alias(name))
        else:
            chosen.append(pl.col(source).cast(wanted, strict=False).alias(name))
    return frame.select(chosen).collect()


def find_in_parts(
    table: "pl.DataFrame", *, today: date, country: str | None = None, matcher: "Matcher | None" = None
) -> "Iterator[pl.DataFrame]":
    """Yield the streams of all owners, some owners at a time; which owners go together changes nothing."""
    import polars as pl

    from unrenew.find.streams import stream_table

    count = max(1, -(-table.height // ROWS_AT_ONCE))
    parts = table.select(part=pl.col("owner").hash() % count)["part"]

    def work(number: int) -> pl.DataFrame:
        some = table if count == 1 else table.filter(parts == number)
        return stream_table(some, today=today, country=country, matcher=matcher)

    with ThreadPoolExecutor(2) as pool:
        for found in pool.map(work, range(count)):
            if found.height:
                yield found


def columns_of_interface(found: "pl.DataFrame") -> "pl.DataFrame":
    """Return the streams with the fields of `scan --json` as columns; `charges` are the ids."""
    import polars as pl

    return found.select(
        *("id", "owner", "accounts", "kind", "status", "provider", "name", "channel", "descriptor", "cadence"),
        *("amount", "currency", "yearly_cost", "first_on", "last_on"),
        pl.when(pl.col("next_on").is_not_null())
        .then(pl.struct(pl.col("next_on").alias("on"), pl.col("next_amount").alias("amount")))
        .alias("next"),
        pl.col("charge_ids").alias("charges"),
        *("price_changes", "confidence", "why"),
    )


def write_table(found: "pl.DataFrame", path: Path) -> None:
    """Write a table as Parquet, JSONL or CSV (lists and structures as JSON text), by the name of the file."""
    import polars as pl

    kind = _READERS.get(path.suffix.lower())
    if kind == "parquet":
        found.write_parquet(path)
    elif kind == "ndjson":
        _plain_money(found).write_ndjson(path)
    elif kind == "csv":
        found = _plain_money(found)
        nested = [name for name, type_ in found.schema.items() if type_.is_nested()]
        texts = [pl.struct(value=name).struct.json_encode().str.slice(9).str.head(-1).alias(name) for name in nested]
        found.with_columns(texts).write_csv(path)
    else:
        raise UsageError(
            "the form of the output is not known", where=str(path), hint="End it in .parquet, .jsonl or .csv"
        )


def _plain_money(found: "pl.DataFrame") -> "pl.DataFrame":
    """Return amounts as text with two decimals, more only where they are not zero."""
    import polars as pl

    if "amount" not in found.columns:
        return found

    def text(column: str) -> pl.Expr:
        return pl.col(column).cast(pl.String).str.replace(r"(\.\d\d\d*?)0*$", "$1").alias(column)

    return found.with_columns(
        text("amount"),
        text("yearly_cost"),
        pl.col("next").struct.with_fields(pl.field("amount").cast(pl.String).str.replace(r"(\.\d\d\d*?)0*$", "$1")),
    )


def json_rows(found: "pl.DataFrame") -> Iterator[dict[str, Any]]:
    """Yield the streams as `scan --json` prints them."""
    from unrenew.find.subscriptions import as_streams
    from unrenew.model.subscriptions import stream_json

    for part in found.iter_slices(50_000):
        yield from (stream_json(stream) for stream in as_streams(part))


_TEXTS = {"owner": ("owner", "person"), "id": ("id", "text_id"), "text": ("text", "body", "content")}
_TEXTS_AT_ONCE = 10_000


def read_texts(path: Path) -> "pl.DataFrame":
    """Return the texts of a CSV, Parquet or JSONL file or a folder: id and text, and owner where there is one.

    Without an id, a text has the number of its row, from 1.
    """
    import polars as pl

    frames: list[pl.DataFrame] = []
    for each, kind in _files(path):
        _check_head(each, kind)
        try:
            frames.append(_text_columns(_scan(each, kind), str(each)))
        except (pl.exceptions.PolarsError, OSError) as error:
            raise _damaged(each, error) from error
    table = pl.concat(frames, how="diagonal")
    if "id" in table.columns:
        return table
    return table.with_columns(id=pl.int_range(1, pl.len() + 1).cast(pl.String))


def _text_columns(frame: "pl.LazyFrame", where: str) -> "pl.DataFrame":
    import polars as pl

    given = frame.collect_schema()
    chosen: list[pl.Expr] = []
    for name, spellings in _TEXTS.items():
        source = next((each for each in spellings if each in given), None)
        if source is not None:
            chosen.append(pl.col(source).cast(pl.String).alias(name))
        elif name == "text":
            raise _missing(name, given, where)
    return frame.select(chosen).collect()


def screen_table(table: "pl.DataFrame", directory: "Directory", regions: Sequence[str] = ()) -> "pl.DataFrame":
    """Return one row a text, in the order given, with the fields of `screen --lines`; it depends on that text only."""
    import polars as pl

    from unrenew.shield import screen

    wanted = tuple(regions)
    schema = _screened_schema()
    parts = [pl.DataFrame(schema=schema)]
    for part in table.iter_slices(_TEXTS_AT_ONCE):
        different = part["text"].drop_nulls().unique()
        known = {text: screen(text, directory, wanted).to_json() for text in different}
        empty = screen("", directory, wanted).to_json()
        parts.append(pl.DataFrame([known.get(text, empty) for text in part["text"]], schema=schema))
    names = [name for name in ("owner", "id") if name in table.columns]
    return pl.concat([table.select(names), pl.concat(parts)], how="horizontal")


def _screened_schema() -> "pl.Schema":
    import polars as pl

    text, texts = pl.String(), pl.List(pl.String)
    contact = {
        "kind": text,
        "value": text,
        "spans": pl.List(pl.List(pl.Int64)),
        "verdict": text,
        "of": text,
        "as_of": text,
        "reasons": texts,
    }
    return pl.Schema(
        {"numbers": texts, "planted": texts, "contacts": pl.List(pl.Struct(contact)), "hostile": pl.Float64()}
    )
