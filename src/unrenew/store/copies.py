"""Every row of every table, out and in again."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from itertools import groupby
from typing import Any, Final

import sqlalchemy as sa

from unrenew.errors import StoreError
from unrenew.store.databases import Database
from unrenew.store.tables import Moment, cases, metadata, statements
from unrenew.store.versions import KNOWN, TABLE, upgrade

Row = dict[str, Any]
_AT_ONCE: Final = 2_000
KEPT_ANEW: Final = "found"
"""The one table that need not be copied: it is worked out from the others."""


def tables() -> list[sa.Table]:
    """Return the tables that are worth keeping, those first that others refer to."""
    return [table for table in metadata.sorted_tables if table.name != KEPT_ANEW]


def rows_out(database: Database, *, owner: int | None = None) -> Iterator[tuple[str, Row]]:
    """Give every row (of one owner, if given) with the name of its table, as JSON can hold it."""
    with database.reading() as connection:
        for table in tables():
            query = sa.select(table).order_by(*table.primary_key.columns)
            if owner is not None:
                condition = _belongs(table, owner)
                if condition is None:
                    continue
                query = query.where(condition)
            for row in connection.execute(query).mappings():
                yield table.name, {name: _plain(value) for name, value in row.items()}


def _belongs(table: sa.Table, owner: int) -> Any:
    if table.name == "owners":
        return table.c.id == owner
    if "owner_id" in table.c:
        return table.c.owner_id == owner
    if "case_id" in table.c:
        return table.c.case_id.in_(sa.select(cases.c.id).where(cases.c.owner_id == owner))
    if "statement_id" in table.c:
        return table.c.statement_id.in_(sa.select(statements.c.id).where(statements.c.owner_id == owner))
    return None


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date | datetime) else value


def rows_in(database: Database, rows: Iterable[tuple[str, Row]], *, version: str = KNOWN[-1]) -> dict[str, int]:
    """Put these rows in the place of all that is there; return how many went into each table. All or nothing.

    Rows of an older version go the way on which a database of that version comes to this one: into its tables first,
    then through the migrations.
    """
    with database.writing() as connection:
        if version == KNOWN[-1]:
            for table in reversed(metadata.sorted_tables):
                connection.execute(table.delete())
            counts = _insert(connection, tables(), rows)
        else:
            counts = _insert(connection, _tables_of(connection, version), rows)
            upgrade(connection)
        if database.is_postgres:
            _move_counters(connection)
    return counts


def _tables_of(connection: sa.Connection, version: str) -> list[sa.Table]:
    """Make the tables of an older version, empty, in the place of this one's."""
    metadata.drop_all(connection)
    connection.execute(sa.text(f"DROP TABLE IF EXISTS {TABLE}"))
    others = {*sa.inspect(connection).get_table_names(), TABLE, KEPT_ANEW}
    upgrade(connection, to=version)
    older = sa.MetaData()
    older.reflect(connection, only=lambda name, _: name not in others)
    return older.sorted_tables


def _insert(connection: sa.Connection, into: Sequence[sa.Table], rows: Iterable[tuple[str, Row]]) -> dict[str, int]:
    known = {table.name: table for table in into}
    counts = dict.fromkeys(known, 0)
    for name, group in groupby(rows, key=lambda item: item[0]):
        if name not in known:
            raise StoreError(f"the copy has a table {name!r} that this program does not know")
        batch: list[Row] = []
        for _, row in group:
            batch.append(_typed(known[name], row))
            counts[name] += 1
            if len(batch) == _AT_ONCE:
                connection.execute(known[name].insert(), batch)
                batch = []
        if batch:
            connection.execute(known[name].insert(), batch)
    return counts


def _typed(table: sa.Table, row: Mapping[str, Any]) -> Row:
    if sorted(row) != sorted(column.name for column in table.columns):
        raise StoreError(f"the copy has other columns in {table.name!r} than this program")
    return {name: _value(table.c[name].type, value) for name, value in row.items()}


def _value(kind: Any, value: Any) -> Any:
    if value is None:
        return None
    if isinstance(kind, sa.Date):
        return date.fromisoformat(value)
    return datetime.fromisoformat(value) if isinstance(kind, Moment) else value


def _move_counters(connection: sa.Connection) -> None:
    """Let PostgreSQL's counters go on behind the numbers that were put in."""
    for table in tables():
        column = next(iter(table.primary_key.columns))
        if isinstance(column.type, sa.Integer) and len(table.primary_key.columns) == 1:
            text = f"SELECT setval(pg_get_serial_sequence('{table.name}', '{column.name}'), max({column.name})) FROM {table.name}"  # noqa: S608, E501 # constants
            connection.execute(sa.text(text))


def count(database: Database) -> dict[str, int]:
    """Return how many rows each table has."""
    with database.reading() as connection:
        return {table.name: connection.scalar(sa.select(sa.func.count()).select_from(table)) or 0 for table in tables()}


def compact(database: Database) -> None:
    """Give back the room of what was deleted, so that nothing of it is left in the database's files."""
    with database.told():
        raw = database.raw()
        if database.is_postgres:
            raw.autocommit = True
            for table in metadata.sorted_tables:
                raw.execute(f"VACUUM FULL {table.name}")
            raw.autocommit = False
        else:
            raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            raw.execute("VACUUM")
            raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def check(database: Database) -> list[str]:
    """Return what is wrong with the database's own structure; [] is sound."""
    if database.is_postgres:
        return []
    with database.reading() as connection:
        found: Sequence[Any] = connection.exec_driver_sql("PRAGMA integrity_check(5)").fetchall()
        keys: Sequence[Any] = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
    return [str(row[0]) for row in found if row[0] != "ok"] + [f"a row of {row[0]} refers to nothing" for row in keys]
