"""A file on disk to a source: its bytes, bounded, and its text."""

import stat
import time
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from unrenew.errors import DamagedFileError, ReadError, UnknownFormatError, UnsafeFileError
from unrenew.readers.encodings import Text, decode

MAX_BYTES = 64 * 1024 * 1024
"""A statement of ten busy years is a few megabytes; what is larger than this is something else."""

MAX_ROWS = 500_000
"""A hundred bookings a day for thirteen years: what has more rows is a table of many people, or an attack on memory."""

MAX_SECONDS = 120.0
"""A reader that is still at one file after this long gives up: seconds are usual, whatever the file."""

_HEAD = 64 * 1024

_NOT_STATEMENTS: tuple[tuple[bytes, str, str], ...] = (
    (b"PK\x03\x04", "is a ZIP file or an Excel workbook (.xlsx)", "Unpack it, or save the sheet as CSV"),
    (b"PK\x05\x06", "is an empty ZIP file", "Get the statement anew"),
    (b"\xd0\xcf\x11\xe0", "is an old Excel workbook (.xls)", "Open it and save the sheet as CSV"),
    (b"%PDF-", "is a PDF", "Get the statement as OFX, CAMT, MT940, QIF or CSV from the bank"),
    (b"\x1f\x8b", "is packed with gzip", "Unpack it first"),
    (b"BZh", "is packed with bzip2", "Unpack it first"),
    (b"\xfd7zXZ\x00", "is packed with xz", "Unpack it first"),
    (b"7z\xbc\xaf\x27\x1c", "is a 7-Zip file", "Unpack it first"),
    (b"Rar!\x1a\x07", "is a RAR file", "Unpack it first"),
    (b"\x89PNG", "is a picture", "Get the statement as a file from the bank"),
    (b"\xff\xd8\xff", "is a picture", "Get the statement as a file from the bank"),
    (b"GIF8", "is a picture", "Get the statement as a file from the bank"),
    (b"II*\x00", "is a picture", "Get the statement as a file from the bank"),
    (b"MM\x00*", "is a picture", "Get the statement as a file from the bank"),
    (b"SQLite format 3\x00", "is a database", "Export the transactions from its program as CSV, OFX or QIF"),
    (b"PAR1", "is a Parquet file", "Use `unrenew bulk find` for tables"),
    (b"\x7fELF", "is a program", "Choose the statement file"),
    (b"MZ\x90", "is a program", "Choose the statement file"),
)


@dataclass(frozen=True, kw_only=True)
class Source:
    """One file, read but not understood: what every reader is asked about.

    `encoding` is what the person said of it, if anything. `text` is decoded once and kept; a reader for a format that
    declares its charset asks `declared_text` instead.
    """

    path: str
    data: bytes
    encoding: str | None = None
    until: float = field(default_factory=lambda: time.monotonic() + MAX_SECONDS)

    @property
    def name(self) -> str:
        """The file's name without its folders."""
        return Path(self.path).name

    @cached_property
    def text(self) -> Text:
        """The whole text, by the byte order mark, UTF-8, UTF-16 or cp1252."""
        return decode(self.data, forced=self.encoding)

    def declared_text(self, declared: str | None) -> Text:
        """Return the whole text, with the charset that the file declares taken into account."""
        return decode(self.data, declared, forced=self.encoding)

    @cached_property
    def head(self) -> str:
        """The text of the first 64 KiB, for recognising a format; never with a byte order mark."""
        return decode(self.data[:_HEAD], forced=self.encoding).text

    def check_time(self) -> None:
        """Raise UnsafeFileError where the file has taken too long already."""
        if time.monotonic() > self.until:
            raise UnsafeFileError(
                f"reading took more than {MAX_SECONDS:.0f} seconds and was stopped",
                where=self.path,
                hint="Split the file, for instance by year",
            )

    def check_rows(self, count: int) -> None:
        """Raise UnsafeFileError where the file has more rows than a statement can have."""
        if count > MAX_ROWS:
            raise UnsafeFileError(
                f"has more than {MAX_ROWS} rows, no statement has",
                where=self.path,
                hint="Split the file by year; for the tables of many people there is `unrenew bulk find`",
            )


def open_source(path: Path, *, encoding: str | None = None) -> Source:
    """Return the bytes of a file that can be a statement; raise one plain ReadError for each kind that cannot."""
    where = str(path)
    try:
        found = path.stat()
        _check_kind(found.st_mode, where)
        _check_size(found.st_size, where)
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        raise ReadError(_reason(error), where=where, hint="Check the name and its rights") from error
    _check_size(len(data), where)
    return source_of(data, path=where, encoding=encoding)


def source_of(data: bytes, *, path: str = "-", encoding: str | None = None) -> Source:
    """Return a source from bytes that are at hand; raise where they cannot be a statement."""
    if not data.strip(b"\x00\t\n\x0b\x0c\r \x1a\xef\xbb\xbf"):
        raise DamagedFileError("is empty", where=path, hint="Download the statement again")
    for magic, what, hint in _NOT_STATEMENTS:
        if data.startswith(magic):
            raise UnknownFormatError(what, where=path, hint=hint)
    if data[4:8] == b"ftyp" or (data[:4] == b"RIFF" and data[8:12] in {b"WEBP", b"WAVE", b"AVI "}):
        raise UnknownFormatError("is a picture or a film", where=path, hint="Choose the statement file")
    return Source(path=path, data=data, encoding=encoding)


def _check_kind(mode: int, where: str) -> None:
    if stat.S_ISDIR(mode):
        raise ReadError("is a folder", where=where, hint="Name the files in it, for instance with /*")
    if not stat.S_ISREG(mode):
        raise ReadError("is not an ordinary file", where=where, hint="Save the statement as a file first")


def _check_size(size: int, where: str) -> None:
    if size > MAX_BYTES:
        raise UnsafeFileError(
            f"is larger than {MAX_BYTES // 1024**2} MiB, no statement is",
            where=where,
            hint="Check that it is the right file, or split it by year",
        )


def _reason(error: Exception) -> str:
    if isinstance(error, FileNotFoundError):
        return "does not exist"
    if isinstance(error, PermissionError):
        return "may not be read"
    return f"cannot be read ({getattr(error, 'strerror', None) or error})"
