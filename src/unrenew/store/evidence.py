"""Keeps sealed items: what is known of each, and their bytes.

An item is there whole or not at all. Its bytes are written beside, forced to disk and renamed; only then comes its row,
and both happen under the write lock. What a crash leaves is a file without a row, which the next write clears away.
"""

import hashlib
import os
import secrets
import time
from collections.abc import Generator, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final, Protocol

import sqlalchemy as sa

from unrenew.errors import EvidenceError, LockedError, NotFoundError
from unrenew.store.ciphers import FileCipher
from unrenew.store.databases import Database
from unrenew.store.folders import sync_folder, told
from unrenew.store.tables import cases, evidence

CHUNK: Final = 1 << 20
_BEGUN: Final = ".part-"


class Readable(Protocol):
    """Anything that gives bytes until there are none."""

    def read(self, size: int, /) -> bytes: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """Bytes that lie in the folder already, but belong to no item yet."""

    sha256: str
    size: int
    part: Path


class EvidenceItems:
    """The sealed items of all cases. What an item's text says, and its hash chain, is the business of `act`."""

    def __init__(self, database: Database, folder: Path, cipher: FileCipher | None = None) -> None:
        self._database = database
        self._folder = folder
        self.cipher = cipher

    @contextmanager
    def receive(self, source: Readable) -> Generator[Content, None, None]:
        """Copy a stream into the folder, piece by piece; gone at the end of the block unless `put` has taken it."""
        with told(self._folder):
            part = self._folder / f"{_BEGUN}{secrets.token_hex(8)}"
            try:
                handle = os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
                with os.fdopen(handle, "wb") as file:
                    sha256, size = self._copy(source, file)
                    file.flush()
                    os.fsync(file.fileno())
                yield Content(sha256=sha256, size=size, part=part)
            finally:
                part.unlink(missing_ok=True)

    def _copy(self, source: Readable, target: BinaryIO) -> tuple[str, int]:
        digest, size = hashlib.sha256(), 0
        seal = self.cipher.sealer(target) if self.cipher else None
        while piece := source.read(CHUNK):
            digest.update(piece)
            size += len(piece)
            if seal:
                seal.write(piece)
            else:
                target.write(piece)
        if seal:
            seal.finish()
        return digest.hexdigest(), size

    def put(self, case: str, seq: int, content: Content, body: str) -> None:
        """Keep item number `seq` of a case; LockedError if that is not the next number."""
        with told(self._folder), self._database.writing() as connection:
            if connection.scalar(sa.select(cases.c.id).where(cases.c.id == case)) is None:
                raise NotFoundError(f"there is no case {case!r}", hint="See: unrenew case")
            last = connection.scalar(sa.select(sa.func.max(evidence.c.seq)).where(evidence.c.case_id == case)) or 0
            if seq != last + 1:
                raise LockedError(f"case {case} was moved on by another program", hint="Look at it again: unrenew case")
            self._place(content)
            values = {"case_id": case, "seq": seq, "sha256": content.sha256, "size": content.size, "body": body}
            connection.execute(evidence.insert().values(values))

    def _place(self, content: Content) -> None:
        path = self._path(content.sha256)
        path.parent.mkdir(mode=0o700, exist_ok=True)
        content.part.replace(path)
        sync_folder(path.parent)
        sync_folder(self._folder)

    def keep(self, source: Readable) -> str:
        """Copy a stream into the folder for rows that come in the same transaction; return its SHA-256."""
        with self._database.writing(), self.receive(source) as content:
            self._place(content)
            return content.sha256

    def items(self, case: str) -> list[str]:
        """Return the items of a case in their order, each as the very text that was kept."""
        query = sa.select(evidence.c.body).where(evidence.c.case_id == case).order_by(evidence.c.seq)
        with self._database.reading() as connection:
            return [row.body for row in connection.execute(query)]

    def hashes(self) -> set[str]:
        """Return the SHA-256 of everything that an item needs."""
        with self._database.reading() as connection:
            return set(connection.scalars(sa.select(evidence.c.sha256)))

    def open(self, sha256: str) -> Iterator[bytes]:
        """Give the bytes of an item, piece by piece, as they lie there: whether they are whole, `act` finds out."""
        path = self._path(sha256)
        if not path.exists():
            raise EvidenceError("an item is missing from the folder", where=str(path), hint="Bring back a backup")
        with told(path), path.open("rb") as file:
            if self.cipher:
                yield from self.cipher.pieces(file, where=str(path))
                return
            while piece := file.read(CHUNK):
                yield piece

    def read(self, sha256: str) -> bytes:
        """Return all bytes of an item."""
        return b"".join(self.open(sha256))

    def sweep(self) -> list[Path]:
        """Delete files that no item needs (left by a crash, or forgotten); return them."""
        gone: list[Path] = []
        with told(self._folder), self._database.writing():
            needed = {self._path(sha256) for sha256 in self.hashes()}
            for path in [path for path in self._folder.rglob("*") if path.is_file()]:
                begun = path.name.startswith(_BEGUN)
                if path not in needed and (not begun or _is_old(path)):
                    erase(path)
                    gone.append(path)
        return gone

    def _path(self, sha256: str) -> Path:
        name = self.cipher.name_of(sha256) if self.cipher else sha256
        return self._folder / name[:2] / name


def _is_old(path: Path) -> bool:
    """Say whether a file that was begun cannot be in the making any more: nothing was written to it for a day."""
    return time.time() - path.stat().st_mtime > 86_400


def erase(path: Path) -> None:
    """Overwrite a file once and delete it (on flash storage and copying file systems the old blocks may live on)."""
    with suppress(FileNotFoundError):
        size = path.stat().st_size
        with path.open("r+b") as file:
            for _ in range(0, size, CHUNK):
                file.write(bytes(CHUNK))
            file.truncate(size)
            file.flush()
            os.fsync(file.fileno())
        path.unlink()
