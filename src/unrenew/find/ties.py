"""Which charge a receipt is for."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, Final

from unrenew.find.written import words
from unrenew.model.receipts import Receipt
from unrenew.model.values import NO_CURRENCY, decimal_text

DAYS_APART: Final = 14
"""A charge is booked up to two weeks after the order, over weekends and a slow bank, or a few days before its mail."""
DAYS_BEFORE: Final = 5


def tie(
    docs: Sequence[dict[str, Any]], receipts: Iterable[tuple[str | None, Receipt]], *, today: date
) -> list[dict[str, Any]]:
    """Put each receipt beside its charge; return a stream for each announced renewal that no statement shows."""
    charges: dict[tuple[str | None, str, Decimal], list[tuple[date, str, dict[str, Any]]]] = {}
    for doc in docs:
        for charge in doc["charges"]:
            key = (doc["owner"], doc["currency"], Decimal(charge["amount"]))
            charges.setdefault(key, []).append((date.fromisoformat(charge["on"]), charge["id"], doc))
    taken: set[tuple[str, str]] = set()
    alone: dict[tuple[str | None, str], dict[str, Any]] = {}
    for owner, receipt in sorted(receipts, key=lambda item: (item[1].sent_on or date.min, item[1].message)):
        charge, doc = _charge_of(owner, receipt, charges, taken) or ("", _named_alike(owner, receipt, docs))
        if doc is not None:
            if charge:
                taken.add((doc["id"], charge))
            doc["receipts"] = [*doc["receipts"], receipt_json(receipt, charge or None)]
            doc["plan"] = doc["plan"] or receipt.product
        elif receipt.renews_on and receipt.renews_on >= today:
            made = _as_stream(owner, receipt)
            alone[owner, (receipt.order_number or made["name"]).casefold()] = made
    return list(alone.values())


def _charge_of(
    owner: str | None,
    receipt: Receipt,
    charges: Mapping[tuple[str | None, str, Decimal], Sequence[tuple[date, str, dict[str, Any]]]],
    taken: set[tuple[str, str]],
) -> tuple[str, dict[str, Any]] | None:
    """Return the charge of this amount that is nearest in time, one that bears the seller's name first."""
    day = receipt.ordered_on or receipt.sent_on
    if day is None or receipt.amount is None or receipt.currency is None:
        return None
    near = [
        (not _shares_words(receipt, doc), abs((on - day).days), charge, doc)
        for on, charge, doc in charges.get((owner, receipt.currency, receipt.amount), ())
        if -DAYS_BEFORE <= (on - day).days <= DAYS_APART and (doc["id"], charge) not in taken
    ]
    near.sort(key=lambda item: item[:3])
    if not near or (near[0][0] and len({item[3]["id"] for item in near}) > 1):
        return None  # nobody's name fits and there are several: better none than a wrong one
    return near[0][2], near[0][3]


def _named_alike(owner: str | None, receipt: Receipt, docs: Sequence[dict[str, Any]]) -> dict[str, Any] | None:
    """Return the one stream whose name the receipt bears, where no charge fits (a renewal notice, another currency)."""
    alike = [doc for doc in docs if doc["owner"] == owner and doc["status"] != "ended" and _shares_words(receipt, doc)]
    return alike[0] if len(alike) == 1 else None


def _shares_words(receipt: Receipt, doc: Mapping[str, Any]) -> bool:
    name = words(str(doc["name"])) | words(str(doc["provider"] or ""))
    said = words(" ".join([receipt.seller or "", receipt.product or "", receipt.sender.rpartition("@")[2]]))
    return any(len(word) > 2 and word in said for word in name)


def _as_stream(owner: str | None, receipt: Receipt) -> dict[str, Any]:
    amount = None if receipt.amount is None else decimal_text(receipt.amount)
    first = receipt.ordered_on or receipt.sent_on
    return {
        "id": f"r{receipt.message[:12]}",
        "owner": owner,
        "accounts": [],
        "kind": "subscription",
        "status": "early",
        "provider": None,
        "name": receipt.product or receipt.seller or receipt.sender,
        "channel": None,
        "descriptor": "",
        "cadence": None,
        "amount": amount,
        "currency": receipt.currency or NO_CURRENCY,
        "yearly_cost": None,
        "first_on": first.isoformat() if first else None,
        "last_on": None,
        "next": {"on": receipt.renews_on.isoformat() if receipt.renews_on else None, "amount": amount},
        "charges": [],
        "price_changes": [],
        "confidence": 0.5,
        "why": ["a receipt announces a renewal; no statement shows a charge yet"],
        "source": "receipt",
        "receipts": [receipt_json(receipt, None)],
        "plan": receipt.product,
    }


def receipt_json(receipt: Receipt, charge: str | None) -> dict[str, Any]:
    """Return a receipt as JSON has it, with the id of its charge."""
    return {
        "order_number": receipt.order_number,
        "seller": receipt.seller,
        "product": receipt.product,
        "amount": None if receipt.amount is None else decimal_text(receipt.amount),
        "currency": receipt.currency,
        "ordered_on": receipt.ordered_on and receipt.ordered_on.isoformat(),
        "renews_on": receipt.renews_on and receipt.renews_on.isoformat(),
        "sent_on": receipt.sent_on and receipt.sent_on.isoformat(),
        "subject": receipt.subject,
        "charge": charge,
    }
