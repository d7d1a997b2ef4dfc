"""Asks each reader whether it knows the file, then lets it read."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

from unrenew.errors import DamagedFileError, ReadError, UnknownFormatError
from unrenew.readers.formats import Hints, Reader, reader_named, readers
from unrenew.readers.sources import Source, open_source

if TYPE_CHECKING:
    from unrenew.model.statements import Statement

__all__ = ["Hints", "Reader", "Readings", "Refusal", "read_source", "read_statement", "read_statements"]

NO_HINTS = Hints()


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """A file that could not be read, and the error that says why and what to do."""

    path: str
    error: ReadError


@dataclass(frozen=True, slots=True, kw_only=True)
class Readings:
    """What several files gave: the good ones beside the bad ones, each in the order given."""

    statements: tuple["Statement", ...]
    refusals: tuple[Refusal, ...]


def read_statement(
    path: str | PathLike[str], *, hints: Hints = NO_HINTS, format_name: str | None = None, encoding: str | None = None
) -> "Statement":
    """Return the statement in a file, whatever its name: the format is found by content.

    Raises ReadError (in one plain line: file, what, what to do) where the file cannot be read at all; UsageError
    where `format_name` is no format. What is wrong with single rows is in `Statement.problems`.
    """
    return read_source(open_source(Path(path), encoding=encoding), hints=hints, format_name=format_name)


def read_source(source: Source, *, hints: Hints = NO_HINTS, format_name: str | None = None) -> "Statement":
    """Return the statement in a source; see `read_statement`."""
    if format_name:
        return _guarded(reader_named(format_name), source, hints)
    for reader in readers():
        if reader.knows(source):
            return _guarded(reader, source, hints)
    raise UnknownFormatError(
        _looks_like(source), where=source.path, hint="Readable are OFX, QFX, CAMT, MT940, QIF, CSV"
    )


def read_statements(paths: Iterable[str | PathLike[str]], *, hints: Hints = NO_HINTS) -> Readings:
    """Return every statement that can be read, and a refusal for each file that cannot."""
    statements: list[Statement] = []
    refusals: list[Refusal] = []
    for path in paths:
        try:
            statements.append(read_statement(path, hints=hints))
        except ReadError as error:
            refusals.append(Refusal(path=str(path), error=error))
    return Readings(statements=tuple(statements), refusals=tuple(refusals))


def _guarded(reader: Reader, source: Source, hints: Hints) -> "Statement":
    """Let a reader read. Nothing but our own errors leaves this package, whatever a hostile file makes of a library."""
    try:
        statement = reader.read(source, hints)
    except (RecursionError, MemoryError, ArithmeticError, LookupError, ValueError, TypeError, AttributeError) as error:
        raise DamagedFileError(
            f"is damaged: the {reader.FORMAT} reader stopped ({type(error).__name__})",
            where=source.path,
            hint="Download it again; if it stays so, please report it",
        ) from error
    return _with_owner(statement, hints)


def _with_owner(statement: "Statement", hints: Hints) -> "Statement":
    """Fill in what the person said for all rows that do not say it themselves: whose account, which account."""
    if not (hints.owner or hints.account or hints.currency):
        return statement
    from unrenew.transactions import fill, sums

    table = fill(statement.transactions, owner=hints.owner, account=hints.account, currency=hints.currency)
    accounts = tuple(dict.fromkeys(name or hints.account or "" for name in statement.accounts))
    return replace(statement, transactions=table, accounts=accounts, sums=sums(table))


def _looks_like(source: Source) -> str:
    sample = source.data[:4096]
    if b"\x00" in sample and "utf-16" not in source.text.encoding:
        return "is binary, not a statement"
    if "<html" in source.head[:4096].lower():
        return "is a web page, not a statement"
    return "is in no format that unrenew knows"
