"""Keeps what a person has, in SQLite or PostgreSQL.

`open_store(home)` gives a `Store`. Its parts each keep one kind of thing; `writing()` makes one whole of several
changes: all are kept when the block ends, none if it raises or the machine stops.
"""

from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, Self

if TYPE_CHECKING:
    from collections.abc import Callable

    from unrenew.store.cases import Cases
    from unrenew.store.evidence import EvidenceItems
    from unrenew.store.notices import Notices
    from unrenew.store.people import People
    from unrenew.store.settings import Settings
    from unrenew.store.statements import Statements
    from unrenew.store.streams import FoundStreams
    from unrenew.store.subscriptions import Subscriptions

__all__ = ["Store", "open_store"]


class Store(Protocol):
    """All that a person has. One thread at a time; leave it with `close` or as a `with` block."""

    @property
    def home(self) -> Path: ...
    @property
    def people(self) -> "People": ...
    @property
    def statements(self) -> "Statements": ...
    @property
    def streams(self) -> "FoundStreams": ...
    @property
    def subscriptions(self) -> "Subscriptions": ...
    @property
    def cases(self) -> "Cases": ...
    @property
    def evidence(self) -> "EvidenceItems": ...
    @property
    def settings(self) -> "Settings": ...
    @property
    def notices(self) -> "Notices": ...

    def writing(self) -> AbstractContextManager[Any]:
        """Make one whole of all changes in the block."""
        ...

    def close(self) -> None:
        """Let go of the database."""
        ...

    def __enter__(self) -> Self: ...
    def __exit__(self, *_: object) -> None: ...


def open_store(home: Path, *, passphrase: "Callable[[], str] | None" = None, wait: float = 10.0) -> Store:
    """Return the store in a folder, made (0700) or brought to this program's version if need be.

    `passphrase` is called only if the home is encrypted. `wait` is how many seconds another program may hold the lock.
    Raises StoreError in plain words, LockedError where another program writes or the passphrase is wrong.
    """
    from unrenew.store.homes import open_home

    return open_home(home, passphrase=passphrase, wait=wait)
