"""A mail or a folder of mails to Documents, one for each part."""

import re
from collections.abc import Iterator, Sequence
from email import message_from_bytes
from email.header import decode_header
from email.message import Message
from typing import Any

from unrenew.errors import DamagedFileError
from unrenew.model.contacts import Document
from unrenew.model.values import Problem

MOST_MAILS = 20_000
MOST_PARTS = 200
MOST_PART_BYTES = 16 * 1024 * 1024
_START = re.compile(rb"(?:^|\n)From [^\n]{3,200}\n(?=[A-Za-z-]+:)")
_HEADERS = ("From", "Reply-To", "Subject")


def read_mail(data: bytes, name: str) -> tuple[Sequence[Document], Sequence[Problem]]:
    """Return the parts of a mail, or of every mail in a folder, that hold text, pages and PDFs included."""
    documents: list[Document] = []
    problems: list[Problem] = []
    mails = list(_mails(data))
    if len(mails) > MOST_MAILS:
        problems.append(Problem(where=name, what=f"only the first {MOST_MAILS} of {len(mails)} mails were read"))
    for number, raw in enumerate(mails[:MOST_MAILS], 1):
        where = name if len(mails) == 1 else f"{name}, mail {number}"
        found, wrong = _one(raw, where)
        documents += found
        problems += wrong
    if not documents:
        raise DamagedFileError("no part of this mail could be read", where=name)
    return documents, problems


def _mails(data: bytes) -> Iterator[bytes]:
    starts = [match.start() for match in _START.finditer(data)]
    if not starts:
        yield data
        return
    for at, end in zip(starts, [*starts[1:], len(data)], strict=True):
        yield data[at:end].lstrip(b"\n").split(b"\n", 1)[-1]


def _one(raw: bytes, where: str) -> tuple[list[Document], list[Problem]]:
    try:
        mail = message_from_bytes(raw)
        parts = _parts(mail)
    except (RecursionError, ValueError, LookupError, TypeError, AttributeError) as error:
        return [], [Problem(where=where, what=f"this mail is damaged ({type(error).__name__})", severity="error")]
    subject = _header(mail, "Subject")
    head = "\n".join(f"{key}: {_header(mail, key)}" for key in _HEADERS if mail[key])
    documents = [Document(name=where, text=head, title=subject)] if head else []
    problems: list[Problem] = []
    if len(parts) > MOST_PARTS:
        problems.append(Problem(where=where, what=f"only the first {MOST_PARTS} of {len(parts)} parts were read"))
    for number, part in enumerate(parts[:MOST_PARTS], 1):
        found, wrong = _part(part, f"{where}, part {number}", subject)
        documents += found
        problems += wrong
    return documents, problems


def _parts(mail: Message) -> list[Message]:
    """Return the parts that are not made of parts, without recursion, at most one more than are read."""
    waiting: list[Message] = [mail]
    found: list[Message] = []
    while waiting and len(found) <= 5 * MOST_PARTS:
        part = waiting.pop(0)
        inner: Any = part.get_payload()
        if part.is_multipart():
            waiting = inner[: 5 * MOST_PARTS] + waiting
        else:
            found.append(part)
    return found


def _part(part: Message, where: str, subject: str | None) -> tuple[list[Document], list[Problem]]:
    kind = part.get_content_type()
    payload = part.get_payload(decode=True)
    if not isinstance(payload, bytes) or not payload:
        return [], []
    if len(payload) > MOST_PART_BYTES:
        return [], [Problem(where=where, what="this part is too large and was not read")]
    if kind == "application/pdf":
        from unrenew.errors import ReadError
        from unrenew.readers.pdf import read_pdf

        try:
            found, wrong = read_pdf(payload, where)
        except ReadError as error:
            return [], [Problem(where=where, what=str(error), severity="error")]
        return list(found), list(wrong)
    if not kind.startswith("text/"):
        return [], []
    charset = part.get_content_charset() or "utf-8"
    try:
        text = payload.decode(charset)
    except (LookupError, UnicodeDecodeError):
        text = payload.decode("cp1252", "replace")
    return [Document(name=where, text=text, title=subject)], []


def _header(mail: Message, key: str) -> str | None:
    """Return a header as it is read, its encoded words decoded."""
    value = mail[key]
    if value is None:
        return None
    try:
        parts = decode_header(str(value)[:4000])
        return "".join(
            text.decode(charset or "utf-8", "replace") if isinstance(text, bytes) else text for text, charset in parts
        )
    except (LookupError, ValueError):
        return str(value)[:4000]
