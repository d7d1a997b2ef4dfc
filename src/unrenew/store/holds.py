"""One program at a time: a hold that ends when its process does.

A time that runs out would be either too short for a slow server or too long for the next run. A lock of the system or
of the server ends in the moment in which its process does, so whoever gets it knows that no other is at work.
"""

import sqlite3
from collections.abc import Generator
from contextlib import AbstractContextManager, closing, contextmanager
from pathlib import Path
from typing import Final

from unrenew.store.connections import sqlite_told
from unrenew.store.databases import Database
from unrenew.store.folders import create_private, told

_KEYS: Final = {"sending": 0x756E7273}  # the name of a hold, and its number on a server


def hold(database: Database, home: Path, name: str) -> AbstractContextManager[None]:
    """Hold what only one program may do at a time. LockedError where another has it for longer than the usual wait."""
    if database.is_postgres:
        return _on_server(database, _KEYS[name])
    return _on_file(home / f"{name}.lock", database.wait)


@contextmanager
def _on_file(path: Path, wait: float) -> Generator[None, None, None]:
    """Lock an empty file as SQLite does, on every system in the same way."""
    with told(path):
        create_private(path)
    with sqlite_told(path):
        connection = sqlite3.connect(path, timeout=wait, isolation_level=None)
    try:
        with sqlite_told(path):
            connection.execute("BEGIN EXCLUSIVE")
        yield
    finally:
        connection.close()


@contextmanager
def _on_server(database: Database, key: int) -> Generator[None, None, None]:
    """Take a lock that belongs to a connection of its own, and goes with it."""
    with database.told(), closing(database.connect()) as connection:
        connection.autocommit = True
        connection.execute("SELECT pg_advisory_lock(%s)", (key,))
        yield
