"""A file's name and first bytes to a safe name and a kind."""

import unicodedata
from pathlib import PurePosixPath, PureWindowsPath

from unrenew.model.evidence import EvidenceKind

LONGEST = 120
_RESERVED = frozenset({"con", "prn", "aux", "nul", *(f"com{n}" for n in range(10)), *(f"lpt{n}" for n in range(10))})
_MAGIC: tuple[tuple[bytes, EvidenceKind, str], ...] = (
    (b"%PDF-", "pdf", "application/pdf"),
    (b"\x89PNG\r\n\x1a\n", "screenshot", "image/png"),
    (b"\xff\xd8\xff", "screenshot", "image/jpeg"),
    (b"GIF8", "screenshot", "image/gif"),
)
_MAIL = (
    b"received:",
    b"from:",
    b"return-path:",
    b"delivered-to:",
    b"dkim-signature:",
    b"mime-version:",
    b"message-id:",
    b"subject:",
    b"date:",
    b"to:",
    b"x-",
    b"arc-",
    b"authentication-results:",
    b"content-type:",
)


def safe_name(name: str) -> str:
    """Return a file's name without any folder, control or direction character, short enough for every system."""
    last = PurePosixPath(PureWindowsPath(unicodedata.normalize("NFC", name)).as_posix()).name
    kept = "".join(char if char.isprintable() and char not in '<>:"|?*\\/' else "_" for char in last).strip(" .")
    stem, dot, ending = kept.rpartition(".")
    if dot and len(kept) > LONGEST:
        kept = stem[: LONGEST - len(ending[:12]) - 1] + "." + ending[:12]
    kept = kept[:LONGEST].strip(" .")
    if not kept or kept.split(".")[0].lower() in _RESERVED:
        kept = f"item_{kept}".rstrip("_")
    return kept


def kind_of(name: str, head: bytes) -> tuple[EvidenceKind, str]:
    """Return the kind and media type that the first bytes (some thousand) show; the name decides among texts only."""
    for magic, kind, media_type in _MAGIC:
        if head.startswith(magic):
            return kind, media_type
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "screenshot", "image/webp"
    ending = name.lower().rpartition(".")[2]
    if ending == "eml" or _looks_like_mail(head):
        return "mail", "message/rfc822"
    start = head.lstrip()[:200].lower()
    if ending in {"html", "htm", "mhtml"} or start.startswith((b"<!doctype html", b"<html")):
        return "page", "text/html"
    if ending in {"ofx", "qfx", "qif", "csv", "sta", "mt940"}:
        return "statement", "application/octet-stream"
    return ("chat", "text/plain") if b"\x00" not in head and ending in {"txt", "log", "md", ""} else _OTHER


_OTHER: tuple[EvidenceKind, str] = ("other", "application/octet-stream")


def _looks_like_mail(head: bytes) -> bool:
    lines = head.splitlines()[:40]
    fields = [line.lower() for line in lines if line[:1] not in {b" ", b"\t", b""}]
    if fields and fields[0].startswith(b"from ") and b"@" in fields[0]:
        fields = fields[1:]
    return sum(field.startswith(_MAIL) for field in fields) >= 3
