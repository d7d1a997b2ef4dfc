"""Field 86 of MT940, in the forms that banks give it, to named parts.

SWIFT leaves the field free. German, Austrian and many Polish banks number its parts (`?20`, DFÜ agreement annex 3,
chapter 8), Dutch banks and SWIFT's own practice name them (`/REMI/`); what has neither form is plain text.
"""

import re
from dataclasses import dataclass
from itertools import pairwise

from unrenew.readers.mentions import mentions_of

_NUMBERED = re.compile(r"\s*([0-9]{3})?\s*([?>~@<^|])(?=[0-9]{2})")
_SEPA = re.compile(r"\b(EREF|KREF|MREF|CRED|DEBT|COAM|OAMT|SVWZ|ABWA|ABWE|IBAN|BIC|BREF|RREF|MDAT|PURP)\+")
_LATE_MANDATE = re.compile(r"\bMREF: ?(\S{1,35})")
_LATE_CREDITOR = re.compile(r"\bCRED: ?([A-Z]{2}[0-9]{2}\S{4,31})")
_NAMES = (
    "TRTP|TYPE|CSID|NAME|MARF|REMI|IBAN|BIC|EREF|CNTP|ORDP|BENM|ISDT|USTD|STRD|TRCD|PREF|RTRN|PURP|CREF|ADDR|ULTD|ULTB|"
    "ULTC|OCMT|CHGS|EXCH|CNID|SVCL|KREF|DREF|IREF|ORGR|BENR|TXDR"
)
_NAMED = re.compile(rf"/({_NAMES})(?=/)")
_STARTS_NAMED = re.compile(rf"\s*/{{1,2}}(?:{_NAMES})/")
_BEHIND_SUM = re.compile(r"^\s*[A-Z]{3} ?[0-9][0-9.,]*")
_WIDTH = 27
"""A numbered part is full at 27 characters: what is shorter ended there, what is not goes on without a space."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Purpose:
    """What field 86 says; None where it does not."""

    text: str = ""
    code: str | None = None
    name: str | None = None
    account: str | None = None
    mandate_id: str | None = None
    creditor_id: str | None = None


def joined(lines: list[str]) -> str:
    """Return the text of a field from its lines: a full line goes on in the next, a short one ended there."""
    text = lines[0] if lines else ""
    for before, line in pairwise(lines):
        glued = len(before) >= 60 or before.endswith(" ") or line.startswith(" ")
        text += line if glued else f" {line}"
    return text


def purpose_of(lines: list[str]) -> Purpose:
    """Return the parts of field 86 from its lines (the first without its tag)."""
    glued = "".join(lines)
    numbered = _NUMBERED.match(glued)
    if numbered:
        return _numbered(glued[numbered.end() - 1 :], numbered[2], numbered[1])
    if _STARTS_NAMED.match(glued):
        return _named(glued)
    text = " ".join(joined(lines).split())
    sepa = _sepa(text)
    return _from_sepa(sepa, name=None, account=None, code=None) if len(sepa) > 1 else _plain(text)


def _plain(text: str) -> Purpose:
    found = mentions_of(text)
    return Purpose(
        text=text,
        name=found.get("counterparty"),
        account=found.get("counterparty_account"),
        mandate_id=found.get("mandate_id"),
        creditor_id=found.get("creditor_id"),
    )


def notes_of(lines: list[str]) -> Purpose:
    """Return the parts of a field :NS:, which some banks send in the place of 86: two digits, then the text."""
    parts: dict[str, list[str]] = {}
    for line in lines:
        if line[:2].isdigit():
            parts.setdefault(line[:2], []).append(line[2:].strip())

    def collect(first: int, last: int) -> str:
        return " ".join(text for number in range(first, last) for text in parts.get(f"{number:02d}", []) if text)

    name = "".join(text for number in ("15", "16") for text in parts.get(number, []))
    return Purpose(text=collect(9, 15) or collect(1, 9), name=name or None, account=_bare(collect(34, 35)))


def _numbered(body: str, mark: str, code: str | None) -> Purpose:
    pieces = re.split(re.escape(mark) + r"([0-9]{2})", body)
    parts: dict[str, list[str]] = {}
    for number, value in zip(pieces[1::2], pieces[2::2], strict=True):
        parts.setdefault(number, []).append(value)

    def collect(*numbers: int) -> str:
        return _flow([piece for number in numbers for piece in parts.get(f"{number:02d}", [])])

    sepa = _sepa(collect(*range(20, 30), *range(60, 66)))
    if not any(sepa.values()):
        sepa[""] = collect(0)
    account = collect(31) or collect(38)
    return _from_sepa(sepa, name=collect(32, 33) or None, account=account or None, code=code)


def _flow(pieces: list[str]) -> str:
    text = ""
    open_end = True
    for piece in pieces:
        glued = open_end and not _SEPA.match(piece)  # a part that begins with a keyword goes on with nothing
        text += piece if glued else f" {piece.lstrip()}"
        open_end = len(piece) >= _WIDTH or piece.endswith(" ")
    return text.strip()


def _sepa(text: str) -> dict[str, str]:
    """Split a text at the SEPA keywords; "" is what stands before the first of them."""
    pieces = _SEPA.split(text)
    found = {"": pieces[0].strip()}
    for key, value in zip(pieces[1::2], pieces[2::2], strict=True):
        found.setdefault(key, value.strip())
    return found


def _from_sepa(sepa: dict[str, str], *, name: str | None, account: str | None, code: str | None) -> Purpose:
    """Return a purpose whose text is what the payer or payee wrote, with a deviating party behind it."""
    text = " ".join(part for part in (sepa.get(""), sepa.get("SVWZ")) if part)
    for key in ("ABWE", "ABWA"):
        other = sepa.get(key)
        if other and other not in text:
            text = f"{text} {other}".strip()
    mandate, creditor = _LATE_MANDATE.search(text), _LATE_CREDITOR.search(text)
    return Purpose(
        text=text or sepa.get("EREF") or sepa.get("KREF") or "",
        code=code,
        name=name,
        account=_bare(account or sepa.get("IBAN")),
        mandate_id=sepa.get("MREF") or (mandate[1] if mandate else None),
        creditor_id=_bare(sepa.get("CRED")) or (creditor[1] if creditor else None),
    )


def _named(body: str) -> Purpose:
    pieces = _NAMED.split(body)
    parts: dict[str, str] = {}
    for key, value in zip(pieces[1::2], pieces[2::2], strict=True):
        if value.strip("/ ") and key not in parts:
            parts[key] = value.strip().strip("/").strip()
    counterparty = parts.get("CNTP", "").split("/")
    name = parts.get("NAME") or (counterparty[2].strip() if len(counterparty) > 2 else "")
    text = parts.get("USTD") or parts.get("REMI") or parts.get("STRD") or ""
    behind = _BEHIND_SUM.sub("", parts.get("OCMT", ""), count=1).strip("/ ")
    if behind not in text:  # free text that the bank put behind the original amount
        text = f"{text} {behind}"
    text = text.strip() or parts.get("TRTP") or parts.get("TYPE") or ""
    return Purpose(
        text=" ".join(text.split()),
        name=name or parts.get("BENM") or parts.get("ORDP") or None,
        account=_bare(parts.get("IBAN") or counterparty[0]),
        mandate_id=parts.get("MARF"),
        creditor_id=_bare(parts.get("CSID")),
        code=parts.get("TRCD"),
    )


def _bare(text: str | None) -> str | None:
    return text.replace(" ", "") or None if text else None
