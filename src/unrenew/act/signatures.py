"""Checks the DKIM signatures of a mail, and says what they prove.

RFC 6376. The key comes from outside, as a function from its name to the published record: given by the person, kept
from an earlier check, or fetched. A signature keeps its worth after its own date of expiry (`x=`), which is meant for
delivery; so dates are reported here and not judged by the clock.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from email.parser import BytesHeaderParser
from email.policy import default
from email.utils import getaddresses
from typing import TYPE_CHECKING, Any, Literal, cast

from unrenew.model.domains import registrable
from unrenew.model.evidence import DkimFinding, DkimResult

if TYPE_CHECKING:
    from dkim import DKIM

KeySource = Literal["given", "cached", "fetched"]
KeyOf = Callable[[str], bytes | None]
"""From the name of a key, `selector._domainkey.example.org`, to its record (`v=DKIM1; p=…`), or None."""

MOST_SIGNATURES = 8
LARGEST_MAIL = 64 * 1024 * 1024
"""Bytes up to which signatures are checked; a larger mail is kept and its hash sealed all the same."""
_ORDER: dict[DkimResult, int] = {"valid": 0, "broken": 1, "no_key": 2, "none": 3}


@dataclass(frozen=True, slots=True)
class _Signature:
    domain: str
    selector: str
    headers: tuple[str, ...]
    signed_at: datetime | None
    partial: bool  # l=: only the beginning of the text is signed
    weak: bool  # SHA-1


def check_dkim(raw: bytes, key_of: KeyOf, *, key_from: KeySource = "given") -> DkimFinding:
    """Return the best of what the mail's signatures prove; a broken or missing one is a finding, not an error."""
    if len(raw) > LARGEST_MAIL:
        megabytes = LARGEST_MAIL // 1024 // 1024
        return _finding("none", why=f"larger than {megabytes} MB: signatures were not looked at", senders=())
    senders = from_domains(raw)
    found = [_check(raw, number, key_of, key_from, senders) for number in range(_count(raw))]
    if not found:
        return _finding("none", why="the mail carries no DKIM signature", senders=senders)
    return min(found, key=lambda one: (_ORDER[one.result], not one.aligned))


def key_names(raw: bytes) -> tuple[str, ...]:
    """Return the names under which the keys of a mail's signatures are published in the DNS."""
    names = (_read(raw, number) for number in range(_count(raw)))
    return tuple(dict.fromkeys(key_name(one.domain, one.selector) for one in names if isinstance(one, _Signature)))


def key_name(domain: str, selector: str) -> str:
    """Return the name under which a key is published."""
    return f"{selector}._domainkey.{domain}"


def from_domains(raw: bytes) -> tuple[str, ...]:
    """Return the domains of all From addresses; a mail with more than one may show the wrong one."""
    headers = BytesHeaderParser(policy=default.clone(raise_on_defect=False)).parsebytes(_head(raw))
    values = [str(value) for name, value in headers.raw_items() if name.lower() == "from"]
    addresses = [address for _, address in getaddresses(values) if "@" in address]
    return tuple(dict.fromkeys(address.rpartition("@")[2].strip(" >").lower() for address in addresses))


def same_organisation(one: str, other: str) -> bool:
    """Return whether two domains lie under one registrable domain, by the Public Suffix List (RFC 7489, 3.1.1)."""
    mine = registrable(one)
    return mine is not None and mine == registrable(other)


def _head(raw: bytes) -> bytes:
    return re.split(rb"\r?\n\r?\n", raw, maxsplit=1)[0] + b"\r\n\r\n"


def _count(raw: bytes) -> int:
    found = re.findall(rb"(?im)^dkim-signature[ \t]*:", _head(raw))
    return min(len(found), MOST_SIGNATURES)


def _read(raw: bytes, number: int) -> "_Signature | str":
    """Return what one signature says of itself, or why it cannot be read."""
    checker = _checker(raw)
    if isinstance(checker, str):
        return checker
    try:
        checker.verify_headerprep(number)
    except _faults() as error:
        return f"the signature cannot be read: {_plain(error)}"
    tags = cast("dict[bytes, bytes]", checker.signature_fields)
    if b"d" not in tags or b"s" not in tags:
        return "the signature names no domain or no key"
    return _Signature(
        domain=tags[b"d"].decode("ascii", "replace").lower(),
        selector=tags[b"s"].decode("ascii", "replace"),
        headers=tuple(name.decode("ascii", "replace").strip().lower() for name in tags.get(b"h", b"").split(b":")),
        signed_at=_moment(tags.get(b"t")),
        partial=b"l" in tags,
        weak=tags.get(b"a") == b"rsa-sha1",
    )


def _check(raw: bytes, number: int, key_of: KeyOf, key_from: KeySource, senders: Sequence[str]) -> DkimFinding:
    signature = _read(raw, number)
    if isinstance(signature, str):
        return _finding("broken", why=signature, senders=senders)
    record = key_of(key_name(signature.domain, signature.selector))
    if not record:
        return _finding("no_key", signature, why="the key is not known here", senders=senders)
    why = _verify(raw, number, record)
    return _finding(
        "broken" if why else "valid", signature, why=why or "", senders=senders, record=record, key_from=key_from
    )


def _verify(raw: bytes, number: int, record: bytes) -> str | None:
    """Return None where the signature fits, else why it does not."""
    checker = _checker(raw)
    if isinstance(checker, str):
        return checker
    try:
        fits = checker.verify(number, dnsfunc=_always(record))
    except _faults() as error:
        return _plain(error)
    return None if fits else "the signature does not fit the mail, or the key is not one"


def _faults() -> tuple[type[Exception], ...]:
    """Return what dkimpy raises on a mail, a signature or a key that is not in order."""
    from dkim import DKIMException
    from dkim.util import InvalidTagValueList

    return (DKIMException, InvalidTagValueList, ValueError, LookupError, TypeError)


def _always(record: bytes) -> Callable[..., bytes]:
    def answer(*_: object, **__: object) -> bytes:
        return record

    return answer


def _checker(raw: bytes) -> "DKIM | str":
    import dkim

    class Checker(dkim.DKIM):
        """As in dkimpy, but `t=` and `x=` are not held against the clock: evidence is read long after delivery."""

        def verify_headerprep(self, idx: int = 0) -> Any:
            headers = cast("list[list[bytes]]", self.headers)
            own = [(name, value) for name, value in headers if name.lower() == b"dkim-signature"]
            tags = cast("dict[bytes, bytes]", dkim.parse_tag_value(own[idx][1]))
            dkim.validate_signature_fields({name: value for name, value in tags.items() if name not in {b"t", b"x"}})
            self.signature_fields = tags
            self.domain, self.selector = tags[b"d"], tags[b"s"]
            include = [name.lower() for name in re.split(rb"\s*:\s*", tags[b"h"])]
            self.include_headers = tuple(include)
            return tags, include, own

    try:
        return Checker(raw)
    except _faults() as error:
        return f"the mail's headers are not in order: {_plain(error)}"


def _moment(value: bytes | None) -> datetime | None:
    try:
        return datetime.fromtimestamp(int(value), UTC) if value is not None else None
    except (ValueError, OverflowError, OSError):
        return None


def _plain(error: Exception) -> str:
    return " ".join(str(error).split())[:200] or type(error).__name__


def _finding(
    result: DkimResult,
    signature: _Signature | None = None,
    *,
    why: str,
    senders: Sequence[str],
    record: bytes | None = None,
    key_from: KeySource | None = None,
) -> DkimFinding:
    aligned = None
    if signature is not None:
        covered = "from" in signature.headers
        aligned = covered and len(senders) == 1 and same_organisation(signature.domain, senders[0])
    return DkimFinding(
        result=result,
        domain=signature.domain if signature else None,
        selector=signature.selector if signature else None,
        signed=signature.headers if signature else (),
        signed_at=signature.signed_at if signature else None,
        key_record=record.decode("ascii", "replace") if record else None,
        key_from=key_from if record else None,
        aligned=aligned,
        why=why,
        proves=" ".join(_proves(result, signature, senders, aligned=aligned)),
    )


def _proves(
    result: DkimResult, signature: _Signature | None, senders: Sequence[str], *, aligned: bool | None
) -> Iterator[str]:
    if signature is None:
        yield "It proves only what its text says; nothing in it shows who sent it."
    elif result == "broken":
        yield f"The signature of {signature.domain} does not fit: the mail was changed after it was signed"
        yield "(forwarding can do that), or does not come from there. It is kept as it is; on its own it proves little."
        yield "Ask the sender for it again, or export it from your mail program as the original."
    elif result == "no_key":
        yield f"It says that {signature.domain} signed it. Whether that is so cannot be said without the key."
    else:
        yield from _proves_valid(signature, senders, aligned=aligned)


def _proves_valid(signature: _Signature, senders: Sequence[str], *, aligned: bool | None) -> Iterator[str]:
    yield f"{signature.domain} signed this mail, and it has not been changed since."
    if aligned:
        yield f"The sender's address is of the same domain: whoever runs {signature.domain} sent it or had it sent."
    else:
        shown = ", ".join(senders) or "nobody"
        yield f"The sender's address, however, is of {shown}: it proves that {signature.domain} sent it, not more."
    if "subject" not in signature.headers:
        yield "The subject line is not part of what was signed."
    if "date" not in signature.headers:
        yield "The date line is not part of what was signed."
    if signature.signed_at is not None:
        yield f"The signer gives {signature.signed_at:%Y-%m-%d %H:%M} UTC as its time."
    if signature.partial:
        yield "Only the beginning of the text is signed; more may have been added below it."
    if signature.weak:
        yield "It uses SHA-1, which is no longer taken as safe (RFC 8301)."
