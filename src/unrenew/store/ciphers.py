"""Keys from a passphrase, and files encrypted with them.

The database is encrypted by SQLCipher, files by AES-256-GCM in pieces of 1 MiB. Each piece is bound to its place and
to whether it is the last (the STREAM construction), so that a file cut short or put together anew is noticed.
"""

import hashlib
import hmac
import os
import secrets
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO, Final

from unrenew.errors import EvidenceError, StoreError

PIECE: Final = 1 << 20
_MAGIC: Final = b"UNRENEW1"
_TAG: Final = 16
SCRYPT: Final = {"n": 1 << 16, "r": 8, "p": 1}  # 64 MiB and about 0.2 s: RFC 7914, section 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Keys:
    """Two keys from one passphrase: one for the database, one for the files."""

    database: bytes
    files: bytes


def new_salt() -> bytes:
    """Return a salt for a new home."""
    return secrets.token_bytes(16)


def derive(passphrase: str, salt: bytes) -> Keys:
    """Return the keys of a passphrase by scrypt."""
    key = hashlib.scrypt(passphrase.encode(), salt=salt, dklen=64, maxmem=1 << 28, **SCRYPT)
    return Keys(database=key[:32], files=key[32:])


def _aes(key: bytes) -> Any:
    try:
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM
    except ImportError as error:
        raise StoreError(
            "this home is encrypted, and the library for that is missing", hint="pip install 'unrenew[encryption]'"
        ) from error
    return AESGCM(key)


class FileCipher:
    """Encrypts and decrypts files, and hides their names."""

    def __init__(self, key: bytes) -> None:
        self._key = key

    def name_of(self, sha256: str) -> str:
        """Return the name under which a file lies: its hash alone would tell who has the same file."""
        return hmac.new(self._key, sha256.encode(), "sha256").hexdigest()

    def sealer(self, target: BinaryIO) -> "Sealer":
        """Return what encrypts a stream into a file."""
        return Sealer(_aes(self._key), target)

    def pieces(self, source: BinaryIO, *, where: str) -> Iterator[bytes]:
        """Give the decrypted pieces; EvidenceError as soon as one is not what was written."""
        from cryptography.exceptions import InvalidTag

        aes, changed = _aes(self._key), EvidenceError("the file was changed since it was sealed", where=where)
        head = source.read(len(_MAGIC) + 7)
        if len(head) != len(_MAGIC) + 7 or not head.startswith(_MAGIC):
            raise changed
        piece, number = source.read(PIECE + _TAG), 0
        while True:
            after = source.read(PIECE + _TAG)
            try:
                yield aes.decrypt(_nonce(head[len(_MAGIC) :], number, last=not after), piece, None)
            except (InvalidTag, ValueError) as error:
                raise changed from error
            if not after:
                return
            piece, number = after, number + 1


class Sealer:
    """Takes a stream in pieces of any size and writes it encrypted; `finish` writes the last piece."""

    def __init__(self, aes: Any, target: BinaryIO) -> None:
        self._aes, self._target = aes, target
        self._prefix, self._number, self._rest = os.urandom(7), 0, b""
        target.write(_MAGIC + self._prefix)

    def write(self, data: bytes) -> None:
        """Take more of the stream."""
        self._rest += data
        while len(self._rest) > PIECE:  # never the last one: that is marked as such
            self._put(self._rest[:PIECE], last=False)
            self._rest = self._rest[PIECE:]

    def finish(self) -> None:
        """Write what is left, marked as the end."""
        self._put(self._rest, last=True)

    def _put(self, piece: bytes, *, last: bool) -> None:
        self._target.write(self._aes.encrypt(_nonce(self._prefix, self._number, last=last), piece, None))
        self._number += 1


def _nonce(prefix: bytes, number: int, *, last: bool) -> bytes:
    return prefix + struct.pack(">I?", number, last)
