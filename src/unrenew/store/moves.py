"""Moves a home: encrypts it, or takes the encryption off."""

import secrets
import shutil
from collections.abc import Callable
from pathlib import Path

from unrenew.errors import StoreError
from unrenew.store.ciphers import new_salt
from unrenew.store.copies import check, count, rows_in, rows_out
from unrenew.store.evidence import erase
from unrenew.store.folders import old_self, prepare, read_about, sync_folder, told, write_about
from unrenew.store.homes import DatabaseStore, open_home
from unrenew.store.pieces import Pieces


def reencrypt(store: DatabaseStore, passphrase: Callable[[], str] | None) -> None:
    """Write the whole home anew, with another passphrase or (None) without one, and put it in the place of the old.

    Every row and every item is copied and counted before the old one goes. After a crash the old home is there, or
    the new one; other programs wait meanwhile.
    """
    if store.database.is_postgres:
        raise StoreError(
            "only a home in SQLite is encrypted here; a PostgreSQL server's data is encrypted by its disk",
            hint="See docs/store.md",
        )
    home = store.home
    beside = home.with_name(f".{home.name}.{secrets.token_hex(6)}")
    with told(home):
        try:
            prepare(beside)
            about = {key: value for key, value in read_about(home).items() if key != "salt"}
            write_about(beside, about | ({"salt": new_salt().hex()} if passphrase else {}))
            with store.writing():
                with open_home(beside, passphrase=passphrase) as fresh:
                    _copy(store, fresh)
                for other in home.iterdir():  # what other parts of the program keep here
                    if other.name == "layers":
                        shutil.copytree(other, beside / other.name)
                swap(home, beside)
        finally:
            erase_folder(beside)


def _copy(store: DatabaseStore, fresh: DatabaseStore) -> None:
    for sha256 in store.evidence.hashes():
        if fresh.evidence.keep(Pieces(store.evidence.open(sha256))) != sha256:
            raise StoreError("an item of evidence is not what was sealed; nothing was changed", where=sha256)
    rows_in(fresh.database, rows_out(store.database))
    if count(fresh.database) != count(store.database) or check(fresh.database):
        raise StoreError("the copy is not whole; nothing was changed", where=str(store.home))


def swap(home: Path, beside: Path) -> None:
    """Put the folder `beside` in the place of `home`, whose old self is then at `beside`."""
    before = old_self(home)
    home.rename(before)
    beside.rename(home)  # a crash before this line: `heal` renames the old one back
    before.rename(beside)
    sync_folder(home.parent)


def erase_folder(folder: Path) -> None:
    """Overwrite and delete every file of a folder, and the folder."""
    if not folder.exists():
        return
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_dir() and not path.is_symlink():
            path.rmdir()
        else:
            erase(path)
    folder.rmdir()
