"""Backups: one file with everything, checked before it is used.

A ZIP file with a manifest (name, size and SHA-256 of every part), the rows of all tables as JSON lines, and the files
of evidence. Of an encrypted home, every part is encrypted with its key. Nothing is unpacked under a name that the file
gives: evidence is read and kept anew.
"""

import hashlib
import json
import os
import re
import secrets
import zipfile
import zlib
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any, BinaryIO, Final, cast

from unrenew.errors import EvidenceError, StoreError
from unrenew.store.ciphers import FileCipher
from unrenew.store.copies import check, count, rows_in, rows_out
from unrenew.store.folders import read_about, sync_folder, told
from unrenew.store.homes import DatabaseStore
from unrenew.store.keys import keys_of
from unrenew.store.pieces import Pieces
from unrenew.store.versions import KNOWN

FORMAT: Final = 1
MANIFEST: Final = "manifest.json"
TABLES: Final = "tables.jsonl"
_NAME: Final = re.compile(r"tables\.jsonl|evidence/[0-9a-f]{64}")
_CHUNK: Final = 1 << 20
_BROKEN: Final = (
    zipfile.BadZipFile,
    zlib.error,
    ValueError,
    LookupError,
    TypeError,
    AttributeError,
    EOFError,
    RuntimeError,
)
"""What reading a broken or hostile archive raises in the standard library (RuntimeError: a ZIP with a password)."""
_LARGEST_MANIFEST: Final = 64 << 20


def backup(store: DatabaseStore, target: Path, *, at: datetime) -> dict[str, int]:
    """Write everything into one new file, whole or not at all; return how many rows of each table are in it."""
    if target.exists():
        raise StoreError("there is a file already", where=str(target), hint="Choose another name")
    beside = target.with_name(f".{target.name}.{secrets.token_hex(6)}")
    with told(target):
        try:
            with os.fdopen(os.open(beside, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600), "w+b") as file:
                with store.writing():  # nobody changes anything between the rows and the evidence
                    _write(store, file, at=at)
                    counts = count(store.database)
                file.flush()
                os.fsync(file.fileno())
            with open_backup(beside, lambda: "", keys_from=store) as made:
                made.check()
            beside.replace(target)
            sync_folder(target.parent)
        finally:
            beside.unlink(missing_ok=True)
    return counts


def _write(store: DatabaseStore, file: BinaryIO, *, at: datetime) -> None:
    parts: dict[str, dict[str, Any]] = {}
    cipher = store.evidence.cipher
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        rows = (json.dumps([name, row], ensure_ascii=False).encode() + b"\n" for name, row in rows_out(store.database))
        parts[TABLES] = _write_part(archive, TABLES, rows, cipher)
        for sha256 in sorted(store.evidence.hashes()):
            name = f"evidence/{cipher.name_of(sha256) if cipher else sha256}"
            parts[name] = _write_part(archive, name, store.evidence.open(sha256), cipher)
        about = read_about(store.home)
        manifest = {"format": FORMAT, "version": KNOWN[-1], "made_at": at.isoformat(), "salt": about.get("salt")}
        archive.writestr(MANIFEST, json.dumps(manifest | {"parts": parts}, indent=1))


def _write_part(
    archive: zipfile.ZipFile, name: str, pieces: Iterator[bytes], cipher: FileCipher | None
) -> dict[str, Any]:
    """Write one part and return its size and hash, both of what lies in the archive."""
    with archive.open(name, "w", force_zip64=True) as part:
        counted = _Counted(cast("BinaryIO", part))
        sealer = cipher.sealer(cast("BinaryIO", counted)) if cipher else None
        for piece in pieces:
            (sealer or counted).write(piece)
        if sealer:
            sealer.finish()
    return {"size": counted.size, "sha256": counted.digest.hexdigest()}


class _Counted:
    """Passes bytes on, and counts and hashes them."""

    def __init__(self, target: BinaryIO) -> None:
        self.target, self.size, self.digest = target, 0, hashlib.sha256()

    def write(self, data: bytes) -> int:
        self.size += len(data)
        self.digest.update(data)
        return self.target.write(data)


class Backup:
    """A backup that is open, with its manifest read and every name in it known to be harmless."""

    def __init__(self, archive: zipfile.ZipFile, where: str) -> None:
        self._archive, self._where = archive, where
        self.manifest = self._read_manifest()
        self.parts: dict[str, dict[str, Any]] = self.manifest["parts"]
        self.cipher: FileCipher | None = None

    def _read_manifest(self) -> dict[str, Any]:
        names = self._archive.namelist()
        infos = {info.filename: info for info in self._archive.infolist()}
        if MANIFEST not in infos or infos[MANIFEST].file_size > _LARGEST_MANIFEST:
            raise self.damaged("it has no manifest")
        manifest: Any = json.loads(self._archive.read(MANIFEST))
        if manifest.get("format") != FORMAT or manifest.get("version") not in KNOWN:
            raise StoreError("the backup was made by a newer unrenew", where=self._where, hint="Update unrenew")
        parts: dict[str, Any] = manifest["parts"]
        if sorted(names) != sorted([MANIFEST, *parts]) or not all(_NAME.fullmatch(name) for name in parts):
            raise self.damaged("it holds other things than its manifest says")
        if any(infos[name].file_size != part["size"] for name, part in parts.items()):
            raise self.damaged("a part has another size than its manifest says")
        return manifest

    def damaged(self, what: str) -> StoreError:
        """Return the error for a file that is not a whole backup."""
        return StoreError(f"this is not a whole backup: {what}", where=self._where, hint="Nothing was changed")

    def check(self) -> None:
        """Read every part once and hold it against its hash."""
        for name, part in self.parts.items():
            digest = hashlib.sha256()
            with self._archive.open(name) as file:
                while piece := file.read(_CHUNK):
                    digest.update(piece)
            if digest.hexdigest() != part["sha256"]:
                raise self.damaged(f"{name} was changed")

    def read(self, name: str) -> Iterator[bytes]:
        """Give a part in pieces, decrypted."""
        with self._archive.open(name) as file:
            if self.cipher:
                yield from self.cipher.pieces(cast("BinaryIO", file), where=self._where)
                return
            while piece := file.read(_CHUNK):
                yield piece

    def rows(self) -> Iterator[tuple[str, dict[str, Any]]]:
        """Give every row with the name of its table."""
        rest = b""
        for piece in self.read(TABLES):
            *lines, rest = (rest + piece).split(b"\n")
            for line in lines:
                name, row = json.loads(line)
                yield name, row
        if rest:
            raise self.damaged("its last row is cut")


@contextmanager
def open_backup(
    path: Path, passphrase: Callable[[], str], *, keys_from: DatabaseStore | None = None
) -> Generator[Backup, None, None]:
    """Open a backup; any way in which it can be broken becomes a StoreError. `passphrase` is asked if it is needed."""
    with told(path):
        try:
            with zipfile.ZipFile(path) as archive:
                made = Backup(archive, str(path))
                if keys_from is not None:
                    made.cipher = keys_from.evidence.cipher
                else:
                    keys = keys_of({"salt": made.manifest.get("salt")}, passphrase, where=str(path))
                    made.cipher = FileCipher(keys.files) if keys else None
                yield made
        except _BROKEN as error:
            raise StoreError("this is not a whole backup", where=str(path), hint="Nothing was changed") from error
        except EvidenceError as error:
            raise StoreError("the passphrase is wrong, or the backup was changed", where=str(path)) from error


def restore(store: DatabaseStore, made: Backup) -> dict[str, int]:
    """Put everything of a backup in the place of what is there: all of it or, if anything is wrong, nothing.

    Evidence comes first: files that no row needs yet do no harm. Then all rows, in one transaction.
    """
    made.check()
    kept: dict[str, str] = {}
    with store.writing():
        for name in made.parts:
            if name != TABLES:
                sha256 = store.evidence.keep(Pieces(made.read(name)))
                kept[made.cipher.name_of(sha256) if made.cipher else sha256] = sha256
        counts = rows_in(store.database, made.rows(), version=str(made.manifest["version"]))
        missing = store.evidence.hashes() - set(kept.values())
        if missing or kept.keys() != {name.partition("/")[2] for name in made.parts if name != TABLES}:
            raise made.damaged("an item of evidence is missing or another than its name says")
        wrong = check(store.database)
        if wrong:
            raise made.damaged(wrong[0])
    store.evidence.sweep()
    return counts
