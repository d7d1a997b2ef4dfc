"""A file of any kind to the documents in it: text, HTML, PDF, mail."""

from collections.abc import Sequence

from unrenew.errors import UnknownFormatError, UnsafeFileError
from unrenew.model.contacts import Document
from unrenew.model.values import Problem
from unrenew.readers.encodings import decode

MOST_BYTES = 32 * 1024 * 1024

_PICTURES = (
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"PK\x03\x04",
    b"\x1f\x8b",
    b"\x7fELF",
    b"MZ",
    b"RIFF",
    b"Rar!",
    b"7z\xbc\xaf",
)
_HTML_STARTS = (b"<!doctype html", b"<html", b"<head", b"<body", b"<?xml")
_MAIL_HEADERS = (
    b"from:",
    b"to:",
    b"subject:",
    b"received:",
    b"return-path:",
    b"delivered-to:",
    b"mime-version:",
    b"date:",
    b"message-id:",
    b"dkim-signature:",
    b"x-",
    b"arc-",
)


def read_documents(data: bytes, name: str) -> tuple[Sequence[Document], Sequence[Problem]]:
    """Return the documents in a file, and what is wrong with it.

    Raises UnsafeFileError where it is too large, UnknownFormatError where it is no text at all.
    """
    if len(data) > MOST_BYTES:
        raise UnsafeFileError(
            "too large to read at once",
            where=name,
            hint=f"At most {MOST_BYTES >> 20} MB",
        )
    head = data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n")
    if head[:5] == b"%PDF-":
        from unrenew.readers.pdf import read_pdf

        return read_pdf(data, name)
    if head.startswith(b"From ") or is_mail(head, name):
        from unrenew.readers.mail_parts import read_mail

        return read_mail(data, name)
    if data.startswith(_PICTURES) or _is_binary(data):
        raise UnknownFormatError("this is no text, page, mail or PDF", where=name, hint="Save it as text or PDF first")
    text, problems = decoded(data, name)
    if is_page(head):
        from unrenew.readers.html import read_html

        return read_html(text, name, problems)
    return (Document(name=name, text=text, title=first_line(text)),), problems


def is_page(head: bytes) -> bool:
    """Tell whether a file begins as a web page does."""
    low = head.lower()
    return low.startswith(_HTML_STARTS) or b"<html" in low or b"<body" in low


def is_mail(head: bytes, name: str) -> bool:
    """Tell whether a file begins with at least two headers of a mail."""
    if name.lower().endswith((".eml", ".mbox")):
        return True
    lines = head.lower().split(b"\n", 8)[:8]
    return sum(line.startswith(_MAIL_HEADERS) for line in lines) >= 2 and lines[0].startswith(_MAIL_HEADERS)


def _is_binary(data: bytes) -> bool:
    """Tell whether bytes are no text: zero bytes that are not those of UTF-16, or mostly control characters."""
    head = data[:8192]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return False
    control = sum(byte < 9 or 13 < byte < 27 for byte in head)
    return control * 10 > len(head) or (head.count(0) > 0 and control * 50 > len(head))


def decoded(data: bytes, name: str) -> tuple[str, tuple[Problem, ...]]:
    """Return the text of a file and, where some of it cannot be read, a problem that says so."""
    read = decode(data)
    if read.encoding in {"cp1252", "latin-1"}:
        return read.text, (Problem(where=name, what=f"this is not UTF-8: it was read as {read.encoding}"),)
    return read.text, (Problem(where=name, what=read.trouble),) if read.trouble else ()


def first_line(text: str) -> str | None:
    """Return the first line that has letters, without marks of headings."""
    for line in text[:4000].splitlines():
        if any(map(str.isalpha, line)):
            return line.strip(" #*=\t")[:300]
    return None
