"""Mails in .eml and .mbox files, to text.

A message is RFC 5322 with MIME (RFC 2045-2047); an mbox file is RFC 4155: messages one after another, each after a
line that begins with "From ". Nothing in a mail is ever opened, run or fetched; attachments are not looked into.
"""

import email
import hashlib
import re
from collections.abc import Iterator
from datetime import date
from email.message import EmailMessage
from email.policy import default
from email.utils import parseaddr, parsedate_to_datetime
from typing import Final

from unrenew.model.receipts import Mail
from unrenew.model.values import Problem

LARGEST: Final = 40_000_000
"""Bytes of one message beyond which it is passed over, with a problem that says so."""
MOST_TEXT: Final = 400_000

_HEADER: Final = re.compile(rb"(?im)^(from|to|subject|date|message-id|received|return-path|mime-version|delivered-to):")
_SEPARATOR: Final = re.compile(rb"(?m)^From \S+.*\d{4}.*$\r?\n")


def knows(head: bytes) -> bool:
    """Say whether these first bytes of a file are those of a mail or a mailbox."""
    head = head.lstrip(b"\xef\xbb\xbf\r\n")
    if _SEPARATOR.match(head):
        return True
    top = re.split(rb"\r?\n\r?\n", head[:16_384], maxsplit=1)[0]
    names = {name.lower() for name in _HEADER.findall(top)}
    return bool(re.match(rb"[A-Za-z-]{2,40}:[ \t\r\n]", head)) and len(names) >= 2 and b"from" in names


def is_mailbox(data: bytes) -> bool:
    """Say whether it is an mbox file rather than one message."""
    return bool(_SEPARATOR.match(data.lstrip(b"\r\n")))


def read_mails(data: bytes) -> Iterator[Mail | Problem]:
    """Give each message of the file, or a problem that says why one is passed over."""
    for number, raw in enumerate(_messages(data), 1):
        place = f"message {number}"
        if len(raw) > LARGEST:
            yield Problem(where=place, what=f"passed over: larger than {LARGEST // 1_000_000} MB", rows=1)
            continue
        try:
            yield _mail(raw, place)
        except (ValueError, LookupError, TypeError, AttributeError, RecursionError, IndexError) as error:
            # the standard library stops on some broken headers with errors of any kind
            yield Problem(where=place, what=f"cannot be read as a mail ({type(error).__name__})", rows=1)


def _messages(data: bytes) -> Iterator[bytes]:
    if not is_mailbox(data):
        yield data
        return
    starts = [match.span() for match in _SEPARATOR.finditer(data)]
    starts = [span for span in starts if span[0] == 0 or data[: span[0]].endswith((b"\n\n", b"\r\n\r\n"))] or starts[:1]
    for (_, begin), following in zip(starts, [*(span[0] for span in starts[1:]), len(data)], strict=True):
        yield re.sub(rb"(?m)^>(>*From )", rb"\1", data[begin:following])


def _mail(raw: bytes, place: str) -> Mail:
    message = email.message_from_bytes(raw, policy=default)
    name, address = parseaddr(str(message.get("From", "")))
    known = str(message.get("Message-ID", "")).strip()
    return Mail(
        message=known or hashlib.sha256(raw).hexdigest(),
        sent_on=_sent_on(message),
        sender=address,
        sender_name=name,
        subject=" ".join(str(message.get("Subject", "")).split()),
        text=_text(message)[:MOST_TEXT],
        source_place=place,
    )


def _sent_on(message: EmailMessage) -> date | None:
    try:
        return parsedate_to_datetime(str(message.get("Date"))).date()
    except (ValueError, TypeError):
        return None


def _text(message: EmailMessage) -> str:
    """Return the text of a message; from its HTML where that says more, each cell and block on a line of its own."""
    plain, rich = (_body(message, kind) for kind in ("plain", "html"))
    from_html = text_of_html(rich) if rich else ""
    return from_html if len(from_html) > len(plain) else plain


def _body(message: EmailMessage, kind: str) -> str:
    part = message.get_body(preferencelist=(kind,))
    if part is None:
        return ""
    raw = part.get_payload(decode=True)
    if not isinstance(raw, bytes):
        return ""
    for charset in ("utf-8", part.get_content_charset() or "", "cp1252"):
        try:
            return raw.decode(charset)
        except (LookupError, UnicodeDecodeError):
            continue
    return raw.decode("latin-1")


def text_of_html(html: str) -> str:
    """Return the text of a page as lines, without scripts, styles and what is hidden."""
    from selectolax.lexbor import LexborHTMLParser

    tree = LexborHTMLParser(html)
    tree.strip_tags(["script", "style", "head", "title", "noscript"])
    body = tree.body or tree.root
    return "" if body is None else body.text(separator="\n", strip=True)
