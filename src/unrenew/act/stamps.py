"""Time stamps of a third party over a sealed item (RFC 3161)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from unrenew.errors import EvidenceError, UsageError

_UNREAD: Final = "kept as it came, but it cannot be read here"
_NOT_SIGNED: Final = "its signature does NOT lead to the root certificate given"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """What a time stamp says. `signed`: True where its signature leads to a root that was given, None: not checked."""

    at: datetime | None
    signed: bool | None
    says: str


def stamp_request(link: str) -> bytes:
    """Return the request for a stamp over an item's link, which covers its bytes and all before it.

    Only a hash leaves the machine: the request tells the authority nothing about the case.
    """
    client = _client()
    builder = client.TimestampRequestBuilder().data(link.encode()).hash_algorithm(client.HashAlgorithm.SHA256)
    return bytes(builder.build().as_bytes())


def read_stamp(reply: bytes, link: str, *, roots: Sequence[bytes] = ()) -> Stamp:
    """Return what a reply says about an item's link.

    Raises `EvidenceError` where it is a stamp, but over something else. A reply that cannot be read here is kept all
    the same (some real ones use encodings that are refused): its finding says so.
    """
    client = _client()
    try:
        answer = client.decode_timestamp_response(reply)
        info = answer.tst_info
        at, imprint = info.gen_time, bytes(info.message_imprint.message)
    except (ValueError, TypeError):
        return Stamp(at=None, signed=None, says=f"{_UNREAD}: it is no reply of a time stamp, or is written otherwise")
    import hashlib

    hashes = {name: hashlib.new(name, link.encode()).digest() for name in ("sha256", "sha384", "sha512")}
    if imprint not in hashes.values():
        raise EvidenceError("the stamp is over something else than this item")
    signed = _signed(answer, link, roots) if roots else None
    words = {
        True: "its signature leads to the root certificate given",
        False: _NOT_SIGNED,
        None: "its signature was not checked here: no root certificate was given",
    }
    return Stamp(at=at, signed=signed, says=f"the item existed at {at:%Y-%m-%d %H:%M:%S} UTC; {words[signed]}")


def is_doubtful(says: str) -> bool:
    """Say whether what was found of a stamp speaks against it."""
    return says.startswith(_UNREAD) or says.endswith(_NOT_SIGNED)


def _signed(answer: Any, link: str, roots: Sequence[bytes]) -> bool:
    from cryptography.x509 import load_pem_x509_certificate

    client = _client()
    builder = client.VerifierBuilder()
    try:
        for root in roots:
            builder = builder.add_root_certificate(load_pem_x509_certificate(root))
        return bool(builder.build().verify_message(answer, link.encode()))
    except (client.VerificationError, ValueError):
        return False


def _client() -> Any:
    try:
        import rfc3161_client
    except ImportError as error:
        raise UsageError(
            "time stamps need an extra that is not installed", hint='Install it: pip install "unrenew[timestamps]"'
        ) from error
    return rfc3161_client
