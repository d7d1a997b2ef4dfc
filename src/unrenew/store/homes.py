"""Opens a home: its folder, its key, its database, and the parts over it."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from unrenew.store.ciphers import FileCipher
from unrenew.store.connections import database_path, database_url
from unrenew.store.databases import Database, open_postgres, open_sqlite
from unrenew.store.folders import EVIDENCE, prepare, read_about
from unrenew.store.keys import keys_of
from unrenew.store.people import People
from unrenew.store.settings import Settings
from unrenew.store.statements import Statements
from unrenew.store.streams import FoundStreams

if TYPE_CHECKING:
    from unrenew.store.cases import Cases
    from unrenew.store.evidence import EvidenceItems
    from unrenew.store.notices import Notices
    from unrenew.store.subscriptions import Subscriptions


class DatabaseStore:
    """The `Store` over one database and one folder. Parts that need SQLAlchemy are made when they are asked for."""

    def __init__(self, home: Path, database: Database, cipher: FileCipher | None = None) -> None:
        self.home = home
        self.database = database
        self.people = People(database)
        self.statements = Statements(database, self.people)
        self.streams = FoundStreams(database)
        self.settings = Settings(database)
        self._cipher = cipher

    @property
    def subscriptions(self) -> "Subscriptions":
        from unrenew.store.subscriptions import Subscriptions

        return Subscriptions(self.database, self.people)

    @property
    def cases(self) -> "Cases":
        from unrenew.store.cases import Cases

        return Cases(self.database)

    @property
    def evidence(self) -> "EvidenceItems":
        from unrenew.store.evidence import EvidenceItems

        return EvidenceItems(self.database, self.home / EVIDENCE, self._cipher)

    @property
    def notices(self) -> "Notices":
        from unrenew.store.notices import Notices

        return Notices(self.database, self.home)

    def writing(self) -> AbstractContextManager[Any]:
        """Make one whole of all changes in the block."""
        return self.database.session(writes=True)

    def close(self) -> None:
        """Let go of the database."""
        self.database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def open_home(home: Path, *, passphrase: Callable[[], str] | None = None, wait: float = 10.0) -> DatabaseStore:
    """Return the store of a home; see `unrenew.store.open_store`."""
    prepare(home)
    about = read_about(home)
    keys = keys_of(about, passphrase, where=str(home))
    url = database_url(about)
    if url is not None:
        database = open_postgres(url, wait=wait)
    else:
        database = open_sqlite(database_path(home), key=keys.database if keys else None, wait=wait)
    return DatabaseStore(home, database, FileCipher(keys.files) if keys else None)
