"""Mails, and receipts: what a seller wrote about one purchase."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Mail:
    """One message, as text. `message` identifies it: its Message-ID, else the SHA-256 of its bytes."""

    message: str
    sent_on: date | None
    sender: str
    sender_name: str
    subject: str
    text: str
    source_place: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """What one mail says. None means that it does not say. `message` identifies the mail (Message-ID, else a hash)."""

    message: str
    sent_on: date | None
    sender: str
    subject: str
    seller: str | None = None
    product: str | None = None
    order_number: str | None = None
    amount: Decimal | None = None
    currency: str | None = None
    ordered_on: date | None = None
    renews_on: date | None = None
    source_place: str = ""
