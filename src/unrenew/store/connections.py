"""Opens the person's database, in SQLite, SQLCipher or PostgreSQL.

Without SQLAlchemy, because a command that only reads (`unrenew list`) answers before SQLAlchemy is even loaded.
"""

import os
from collections.abc import Generator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import Any, Final

from unrenew.errors import LockedError, StoreError
from unrenew.store.folders import DATABASE, create_private, told

WAIT_SECONDS: Final = 10.0
APPLICATION_ID: Final = 0x756E7277  # "unrw": so that another program's database is not taken for ours
URL_VARIABLE: Final = "UNRENEW_DATABASE"


def connect_sqlite(path: Path, *, key: bytes | None = None, wait: float = WAIT_SECONDS) -> Any:
    """Return a DB-API connection to the file, made if missing; with a key (32 bytes) it is encrypted by SQLCipher."""
    with told(path):
        create_private(path)
    with sqlite_told(path, encrypted=key is not None):
        connection = _driver(key).connect(str(path), timeout=wait, isolation_level=None, check_same_thread=False)
        try:
            if key is not None:
                connection.execute("PRAGMA cipher_log_level = NONE")  # a wrong passphrase is told in one line, by us
                connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
                connection.execute("PRAGMA cipher_memory_security = ON")
            _check_ours(connection, path)
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = FULL")  # what was sealed stays sealed through a power cut
            connection.execute("PRAGMA foreign_keys = ON")
            connection.execute("PRAGMA secure_delete = ON")  # what is forgotten is overwritten
            connection.execute("PRAGMA temp_store = MEMORY")  # no copies in files of their own
        except BaseException:
            connection.close()
            raise
    return connection


def _driver(key: bytes | None) -> Any:
    if key is None:
        import sqlite3

        return sqlite3
    return sqlcipher()


def sqlcipher() -> Any:
    """Return SQLCipher's DB-API module."""
    try:
        return import_module("sqlcipher3.dbapi2")
    except ImportError as error:
        raise StoreError(
            "this home is encrypted, and the library for that is missing", hint="pip install 'unrenew[encryption]'"
        ) from error


def _check_ours(connection: Any, path: Path) -> None:
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    if application == APPLICATION_ID:
        return
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if tables:
        raise StoreError("this is the database of another program", where=str(path), hint="Choose another --home")
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")


@contextmanager
def sqlite_told(path: Path | None, *, encrypted: bool = False) -> Generator[None, None, None]:
    """Turn the errors of SQLite and SQLCipher into the store's."""
    import sqlite3

    errors: tuple[type[Exception], ...] = (sqlite3.Error,)
    if encrypted:
        errors = (sqlite3.Error, sqlcipher().Error)
    try:
        yield
    except errors as error:
        raise explain(str(error), str(path) if path else None, encrypted=encrypted) from error


_WORDS: Final = (  # what SQLite says, what we say, what to do
    ("disk is full", "the disk is full; nothing was changed", "Make room and try again"),
    ("disk i/o error", "the disk did not take it (full, or failing); nothing was changed", "Look at the disk"),
    (
        "readonly database",
        "it cannot be written: it is read-only, or belongs to somebody else",
        "Choose another --home",
    ),
    ("unable to open", "the database cannot be opened", "Look at the folder's permissions, or choose another --home"),
    ("malformed", "the database is damaged", "Bring back a backup: unrenew restore FILE"),
    ("no such table", "the database is damaged: a table is missing", "Bring back a backup: unrenew restore FILE"),
    ("no such column", "the database is damaged: a column is missing", "Bring back a backup: unrenew restore FILE"),
)


def explain(text: str, where: str | None, *, encrypted: bool = False) -> StoreError:
    """Return the store's error for what a database said."""
    low = text.lower()
    if "locked" in low or "lock timeout" in low or "lock_timeout" in low or "busy" in low:
        return LockedError(
            "another unrenew is writing just now; nothing was changed", where=where, hint="Try again when it is done"
        )
    if "not a database" in low or "hmac" in low:
        if encrypted:
            return LockedError("the passphrase is wrong", where=where)
        return StoreError(
            "this is not a database of unrenew", where=where, hint="Choose another --home, or bring back a backup"
        )
    for said, what, hint in _WORDS:
        if said in low:
            return StoreError(what, where=where, hint=hint)
    return StoreError(text.splitlines()[0] if text else "the database failed", where=where)


def database_path(home: Path) -> Path:
    """Return where the SQLite file of a home lies."""
    return home / DATABASE


def database_url(about: dict[str, Any]) -> str | None:
    """Return the URL of the PostgreSQL database that is set, by `UNRENEW_DATABASE` or in the home; else None."""
    url = os.environ.get(URL_VARIABLE) or about.get("database")
    if url is None or str(url).startswith(("postgresql://", "postgres://", "postgresql+psycopg://")):
        return str(url) if url else None
    raise StoreError(
        "only the URL of a PostgreSQL database goes here", where=URL_VARIABLE, hint="postgresql://user@host/name"
    )


def connect_postgres(url: str, *, wait: float = WAIT_SECONDS) -> Any:
    """Return a DB-API connection to a PostgreSQL server."""
    try:
        import psycopg
    except ImportError as error:
        raise StoreError("the driver for PostgreSQL is missing", hint="pip install 'unrenew[postgres]'") from error
    plain = "postgresql://" + url.partition("://")[2]
    try:
        options = f"-c lock_timeout={int(wait * 1000)} -c timezone=UTC"
        return psycopg.connect(plain, connect_timeout=max(2, int(wait)), options=options, application_name="unrenew")
    except psycopg.Error as error:
        raise StoreError(
            f"the PostgreSQL server did not answer: {str(error).strip().splitlines()[0]}",
            hint="Start it (see docs/store.md) or look at UNRENEW_DATABASE",
        ) from error
