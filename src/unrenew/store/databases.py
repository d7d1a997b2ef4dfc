"""One database: its transactions, its lock, its errors.

Whoever writes holds the only write lock from the first statement on (`BEGIN IMMEDIATE` in SQLite, an advisory lock in
PostgreSQL), so that what was read while writing stays true until it is kept.
"""

from collections.abc import Callable, Generator
from contextlib import contextmanager, suppress
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from unrenew.errors import LockedError, StoreError
from unrenew.store.connections import WAIT_SECONDS, connect_postgres, connect_sqlite, explain, sqlcipher
from unrenew.store.folders import create_private, told
from unrenew.store.sessions import Session
from unrenew.store.versions import check, refuse_foreign, upgrade, version_of

if TYPE_CHECKING:
    from sqlalchemy import CursorResult
    from sqlalchemy.engine import Connection, Engine

_LOCK: Final = 0x756E7277
_DRIVERS: Final = ("sqlite3", "sqlcipher3", "psycopg")


class Database:
    """Gives sessions, each inside a transaction; one thread at a time."""

    def __init__(
        self, connect: Callable[[], Any], *, where: str, wait: float, postgres: bool = False, encrypted: bool = False
    ) -> None:
        self.connect = connect
        self.where = where
        self.wait = wait
        self.is_postgres = postgres
        self.encrypted = encrypted
        self._file = None if postgres else Path(where)
        self._inode = self._file.stat().st_ino if self._file else 0
        self._kept: Any = None
        self._open: Session | None = None

    def raw(self) -> Any:
        """Return the driver's connection, which is kept."""
        if self._kept is None:
            self._kept = self.connect()
        return self._kept

    @cached_property
    def engine(self) -> "Engine":
        """SQLAlchemy over the same connection: it neither begins a transaction nor ends one."""
        import sqlalchemy as sa
        from sqlalchemy.pool import StaticPool

        more: dict[str, Any] = {"module": sqlcipher()} if self.encrypted else {}  # so that its errors are known as such
        url = "postgresql+psycopg://" if self.is_postgres else "sqlite://"
        engine = sa.create_engine(url, creator=self.raw, poolclass=StaticPool, **more)
        for name in ("do_begin", "do_commit", "do_rollback", "do_close", "do_terminate"):
            setattr(engine.dialect, name, _leave)
        return engine

    @contextmanager
    def reading(self) -> "Generator[Connection, None, None]":
        """Give SQLAlchemy's connection of a session that reads; inside `writing`, that of the writer."""
        with self.session(writes=False) as session:
            yield session.core

    @contextmanager
    def writing(self) -> "Generator[Connection, None, None]":
        """Give SQLAlchemy's connection of a session that writes."""
        with self.session(writes=True) as session:
            yield session.core

    @contextmanager
    def session(self, *, writes: bool = False) -> Generator[Session, None, None]:
        """Give a session that sees one state of the data; its changes are kept together at the end, or not at all.

        May be nested: the inner one is the outer one.
        """
        if self._open is not None:
            if writes and not self._open.writes:
                raise StoreError("a write inside a read: a mistake in unrenew itself")
            yield self._open
            return
        with self.told(), self._transaction(writes=writes) as session:
            if writes:
                self._check_place()
            self._open = session
            try:
                yield session
            finally:
                self._open = None

    @contextmanager
    def _transaction(self, *, writes: bool) -> Generator[Session, None, None]:
        raw = self.raw()
        session = Session(raw, postgres=self.is_postgres, writes=writes, engine=lambda: self.engine)
        try:
            if not self.is_postgres:  # the lock at once: a reader that becomes a writer could be refused half-way
                session.run("BEGIN IMMEDIATE" if writes else "BEGIN")
            elif writes:
                session.run("SELECT pg_advisory_xact_lock(:key)", key=_LOCK)
            yield session
            session.release()
            raw.commit()
        except BaseException:
            with suppress(Exception):  # what went wrong first is what is told
                session.release()
            with suppress(Exception):
                raw.rollback()
            raise

    def _check_place(self) -> None:
        """Refuse to write into a file that another program has just put another one in the place of."""
        if self._file and (not self._file.exists() or self._file.stat().st_ino != self._inode):
            raise LockedError("another unrenew has just replaced the database; nothing was changed", hint="Try again")

    @contextmanager
    def told(self) -> Generator[None, None, None]:
        """Turn the errors of any database, from its driver or through SQLAlchemy, into the store's."""
        try:
            yield
        except Exception as error:
            said = getattr(error, "orig", None) or error
            if type(said).__module__.partition(".")[0] not in _DRIVERS:
                raise
            if self.is_postgres and self._kept is not None and self._kept.closed:
                self.close()  # so that the next session connects anew
                raise StoreError(
                    "the PostgreSQL server went away; nothing was changed", hint="Start it, try again"
                ) from error
            raise explain(str(said), self.where, encrypted=self.encrypted) from error

    def prepare(self) -> None:
        """Bring the tables to the version that this program knows. Two programs may do so at once."""
        with self.session() as session:
            if check(version_of(session), where=self.where):
                return
        with self.session(writes=True) as session:
            version = version_of(session)  # another program may have been faster
            if not check(version, where=self.where):
                if version is None and self.is_postgres:
                    refuse_foreign(session.core)
                upgrade(session.core)

    def close(self) -> None:
        """Let go of the connection."""
        engine = self.__dict__.pop("engine", None)
        if engine is not None:
            engine.dispose()
        if self._kept is not None:
            self._kept.close()
            self._kept = None


def open_sqlite(path: Path, *, key: bytes | None = None, wait: float = WAIT_SECONDS) -> Database:
    """Return the database in a file, made if missing."""
    with told(path):
        create_private(path)
    return _prepared(
        Database(
            lambda: connect_sqlite(path, key=key, wait=wait), where=str(path), wait=wait, encrypted=key is not None
        )
    )


def open_postgres(url: str, *, wait: float = WAIT_SECONDS) -> Database:
    """Return the database on a server."""
    return _prepared(
        Database(lambda: connect_postgres(url, wait=wait), where=url.rpartition("@")[2], wait=wait, postgres=True)
    )


def _prepared(database: Database) -> Database:
    try:
        database.prepare()
    except BaseException:
        database.close()
        raise
    return database


def new_id(made: "CursorResult[Any]") -> int:
    """Return the number that the database gave to the row that was inserted."""
    key: Any = made.inserted_primary_key
    return int(key[0])


def _leave(*_: Any) -> None:
    """Do nothing: the transaction and the connection are the database's own."""
