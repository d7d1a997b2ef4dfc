"""One database: its transactions, its lock, its errors.

Whoever writes holds the only write lock from the first statement on (`BEGIN IMMEDIATE` in SQLite, an advisory lock in
PostgreSQL), so that what was read while writing stays true until it is kept.
"""

from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.engine import Connection, Engine
from sqlalchemy.exc import DBAPIError, OperationalError
from sqlalchemy.pool import QueuePool

from unrenew.errors import LockedError, StoreError
from unrenew.store.connections import WAIT_SECONDS, connect_postgres, connect_sqlite, explain, sqlcipher
from unrenew.store.folders import create_private, told
from unrenew.store.versions import check, refuse_foreign, upgrade, version_of

_LOCK: Final = 0x756E7277


class Database:
    """Gives connections inside a transaction; one thread at a time."""

    def __init__(self, engine: Engine, *, where: str, wait: float, encrypted: bool = False) -> None:
        self.engine = engine
        self.where = where
        self.wait = wait
        self.encrypted = encrypted
        self._file = Path(where) if engine.dialect.name == "sqlite" else None
        self._inode = self._file.stat().st_ino if self._file else 0
        self._open: Connection | None = None
        self._writes = False

    @property
    def is_postgres(self) -> bool:
        """Whether it is a PostgreSQL server."""
        return self.engine.dialect.name == "postgresql"

    @contextmanager
    def reading(self) -> Generator[Connection, None, None]:
        """Give a connection that sees one state of the data; inside `writing`, that of the writer."""
        if self._open is not None:
            yield self._open
            return
        with self._begun(writes=False) as connection:
            yield connection

    @contextmanager
    def writing(self) -> Generator[Connection, None, None]:
        """Give a connection whose changes are kept together at the end, or not at all. May be nested."""
        if self._open is not None:
            if not self._writes:
                raise StoreError("a write inside a read: a mistake in unrenew itself")
            yield self._open
            return
        with self._begun(writes=True) as connection:
            yield connection

    @contextmanager
    def _begun(self, *, writes: bool) -> Generator[Connection, None, None]:
        with self.told(), self.engine.connect() as connection:
            connection.execution_options(unrenew_writes=writes)
            with connection.begin():
                if writes and self.is_postgres:
                    connection.execute(sa.text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
                if writes:
                    self._check_place()
                self._open, self._writes = connection, writes
                try:
                    yield connection
                finally:
                    self._open = None

    def _check_place(self) -> None:
        """Refuse to write into a file that another program has just put another one in the place of."""
        if self._file and (not self._file.exists() or self._file.stat().st_ino != self._inode):
            raise LockedError("another unrenew has just replaced the database; nothing was changed", hint="Try again")

    @contextmanager
    def told(self) -> Generator[None, None, None]:
        """Turn the errors of any database into the store's."""
        try:
            yield
        except DBAPIError as error:
            text = str(error.orig)
            if isinstance(error, OperationalError) and self.is_postgres and error.connection_invalidated:
                raise StoreError(
                    "the PostgreSQL server went away; nothing was changed", hint="Start it, try again"
                ) from error
            raise explain(text, self.where, encrypted=self.encrypted) from error

    def prepare(self) -> None:
        """Bring the tables to the version that this program knows. Two programs may do so at once."""
        with self.reading() as connection:
            if check(version_of(connection), where=self.where):
                return
        with self.writing() as connection:
            version = version_of(connection)  # another program may have been faster
            if not check(version, where=self.where):
                if version is None and self.is_postgres:
                    refuse_foreign(connection)
                upgrade(connection)

    def close(self) -> None:
        """Let go of every connection."""
        self.engine.dispose()


def open_sqlite(path: Path, *, key: bytes | None = None, wait: float = WAIT_SECONDS) -> Database:
    """Return the database in a file, made if missing."""
    with told(path):
        create_private(path)
    module: Any = None
    if key is not None:
        module = sqlcipher()  # so that its errors are taken for what they are
    engine = sa.create_engine(
        "sqlite://",
        module=module,
        creator=lambda: connect_sqlite(path, key=key, wait=wait),
        poolclass=QueuePool,
        pool_size=1,
    )
    event.listen(engine, "begin", _begin)
    return _prepared(Database(engine, where=str(path), wait=wait, encrypted=key is not None))


def open_postgres(url: str, *, wait: float = WAIT_SECONDS) -> Database:
    """Return the database on a server."""
    engine = sa.create_engine(
        "postgresql+psycopg://", creator=lambda: connect_postgres(url, wait=wait), poolclass=QueuePool, pool_size=1
    )
    return _prepared(Database(engine, where=url.rpartition("@")[2], wait=wait))


def _prepared(database: Database) -> Database:
    try:
        database.prepare()
    except BaseException:
        database.close()
        raise
    return database


def new_id(made: sa.CursorResult[Any]) -> int:
    """Return the number that the database gave to the row that was inserted."""
    key: Any = made.inserted_primary_key
    return int(key[0])


def _begin(connection: Any) -> None:
    """Take SQLite's write lock at once when writing: a reader that becomes a writer could be refused half-way."""
    writes = connection.get_execution_options().get("unrenew_writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
