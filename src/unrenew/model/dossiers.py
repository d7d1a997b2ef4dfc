"""What a dossier is made of, beside the case itself."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class RemedyLine:
    """One remedy as the rights rules gave it, with the texts that it rests on (text, address)."""

    title: str
    status: str
    deadline: date | None = None
    amount: Decimal | None = None
    currency: str | None = None
    cites: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """A dossier, as files: names (with `/`) to bytes. The evidence files themselves are added by whoever writes it."""

    day: date
    files: Mapping[str, bytes]
    evidence: Mapping[str, str]  # name in the dossier to the SHA-256 of the item
    sha256: str  # over SHA256SUMS, and so over all
