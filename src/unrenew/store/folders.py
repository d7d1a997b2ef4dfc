"""The folder of a person: private, and plain words for what goes wrong.

Files are 0600 and folders 0700 from the moment that they exist, not afterwards.
"""

import errno
import json
import os
import secrets
import stat
from collections.abc import Generator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Final, cast

from unrenew.errors import StoreError

DATABASE: Final = "unrenew.db"
EVIDENCE: Final = "evidence"
SENDING: Final = "sending.lock"  # held by the one program that sends notices
ABOUT: Final = "store.json"  # what must be known before the database can be opened: its key's salt, its URL
OURS: Final = frozenset(
    {DATABASE, f"{DATABASE}-wal", f"{DATABASE}-shm", f"{DATABASE}-journal", EVIDENCE, SENDING, ABOUT, "layers"}
)
_FULL: Final = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_CLOSED: Final = (errno.EACCES, errno.EPERM, errno.EROFS)


@contextmanager
def told(path: Path) -> Generator[None, None, None]:
    """Turn the system's errors into the store's: the disk is full, the folder cannot be written, and so on."""
    try:
        yield
    except OSError as error:
        where = str(error.filename or path)
        if error.errno in _FULL:
            raise StoreError(
                "the disk is full; nothing was changed", where=where, hint="Make room and try again"
            ) from error
        if error.errno in _CLOSED:
            raise StoreError(
                "it cannot be written: it is read-only, or belongs to somebody else",
                where=where,
                hint="Choose another folder with --home, or change its permissions",
            ) from error
        raise StoreError(error.strerror or str(error), where=where) from error


def prepare(home: Path) -> None:
    """Make the folder if it is missing, and see to it that nobody else can look into it."""
    with told(home):
        before = old_self(home)
        if before.exists() and not home.exists():
            before.rename(home)  # a crash in the moment in which another home took its place
        home.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not is_private(home):
            _make_private(home)
        (home / EVIDENCE).mkdir(mode=0o700, exist_ok=True)


def old_self(home: Path) -> Path:
    """Return where a home lies for the moment in which another one takes its place."""
    return home.with_name(f".{home.name}.before")


def is_private(path: Path) -> bool:
    """Return whether only its owner may read or write it (always on Windows, which has no such bits)."""
    return os.name == "nt" or not stat.S_IMODE(path.stat().st_mode) & 0o077


def _make_private(home: Path) -> None:
    names = {entry.name for entry in home.iterdir()}
    strangers = [] if names & {DATABASE, ABOUT} else sorted(names - OURS)
    if strangers:
        raise StoreError(
            f"others can look into this folder, and it holds other things too ({strangers[0]})",
            where=str(home),
            hint=f"Choose a folder for unrenew alone with --home, or close this one: chmod 700 {home}",
        )
    home.chmod(0o700)
    for path in home.rglob("*"):
        path.chmod(0o700 if path.is_dir() else 0o600)


def create_private(path: Path) -> None:
    """Make an empty file that nobody else can read, if there is none yet."""
    with suppress(FileExistsError):
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))


def write_whole(path: Path, data: bytes) -> None:
    """Write a file so that after a crash there is the old one or the new one, never a half."""
    with told(path):
        beside = path.with_name(f".{path.name}.{secrets.token_hex(6)}")
        try:
            handle = os.open(beside, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            beside.replace(path)
            sync_folder(path.parent)
        finally:
            beside.unlink(missing_ok=True)


def sync_folder(folder: Path) -> None:
    """Make the names in a folder survive a power cut (not needed, and not possible, on Windows)."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def read_about(home: Path) -> dict[str, Any]:
    """Return what `store.json` says; {} where there is none."""
    path = home / ABOUT
    try:
        with told(path):
            about: Any = json.loads(path.read_bytes()) if path.exists() else {}
    except ValueError as error:
        raise StoreError("the file is damaged", where=str(path), hint="Bring it back with `unrenew restore`") from error
    if not isinstance(about, dict):
        raise StoreError("the file is damaged", where=str(path), hint="Bring it back with `unrenew restore`")
    return cast("dict[str, Any]", about)


def write_about(home: Path, about: Mapping[str, Any]) -> None:
    """Replace `store.json`."""
    write_whole(home / ABOUT, json.dumps(dict(about), indent=1).encode())
