"""A sealed item of evidence, and what its signature proves."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

import msgspec

from unrenew.model.values import Severity

EvidenceKind = Literal["mail", "screenshot", "pdf", "chat", "letter", "statement", "page", "timestamp", "other"]
DkimResult = Literal["valid", "broken", "no_key", "none"]


class DkimFinding(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What came out of checking the signature of a mail (RFC 6376), and what that proves, in plain words."""

    result: DkimResult
    domain: str | None = None  # d=: who signed
    selector: str | None = None  # s=: with which key
    signed: tuple[str, ...] = ()  # h=: which headers the signature covers
    signed_at: datetime | None = None  # t=: when, as the signer says
    key_record: str | None = None  # the key as published: senders change theirs, so it is kept for a later check
    key_from: Literal["given", "cached", "fetched"] | None = None
    aligned: bool | None = None  # the signer's domain is that of the From address
    why: str = ""
    proves: str = ""


class EvidenceItem(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One sealed item. `link` is the SHA-256 over all other fields, which hold the link of the item before.

    `events_head` is the hash of the case's last event when the item was sealed: the two chains hold each other.
    """

    case: str
    seq: int  # 1, 2, 3 ... without a gap
    name: str  # safe: no folder, no control character
    kind: EvidenceKind
    media_type: str
    size: int  # bytes
    sha256: str
    sealed_at: datetime
    origin: str  # where it comes from, in words
    happened_on: date | None = None
    says: str = ""
    dkim: DkimFinding | None = None
    previous: str = ""
    events_head: str = ""
    link: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """The bytes of an item before it is sealed, by their hash: an item of any size is read piece by piece."""

    name: str
    kind: EvidenceKind
    media_type: str
    size: int
    sha256: str
    origin: str
    happened_on: date | None = None
    says: str = ""
    dkim: DkimFinding | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """How many events a case has and the hash of the last, kept apart from them: a removed last event is seen."""

    count: int
    head: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceFault:
    """One thing that is not as it was sealed. `seq` is the item's place, 0 where the chain as a whole is meant."""

    seq: int
    name: str
    what: str
    severity: Severity = "error"
