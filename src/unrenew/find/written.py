"""Subscriptions that the person wrote down, as those that were found."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import date
from decimal import Decimal
from typing import Any

from unrenew.model.decisions import OwnSubscription
from unrenew.model.periods import next_from
from unrenew.model.values import NO_CURRENCY, decimal_text


def as_stream(own: OwnSubscription, *, today: date) -> dict[str, Any]:
    """Return an own subscription as a stream without charges."""
    ended = own.ended_on is not None and own.ended_on <= today
    start = own.next_on or own.started_on
    amount = None if own.amount is None else decimal_text(own.amount)
    following = None
    if start is not None and not ended:
        on = next_from(start, own.cadence, today) if own.cadence else start
        following = {"on": on.isoformat(), "amount": amount} if on >= today else None
    begun = own.started_on or own.next_on
    return {
        "id": own.id,
        "owner": own.owner,
        "accounts": [],
        "kind": "subscription",
        "status": "ended" if ended else "active",
        "provider": own.provider,
        "name": own.name,
        "channel": own.channel,
        "descriptor": "",
        "cadence": own.cadence,
        "amount": amount,
        "currency": own.currency or NO_CURRENCY,
        "yearly_cost": None,
        "first_on": begun.isoformat() if begun else None,
        "last_on": None,
        "next": following,
        "charges": [],
        "price_changes": [],
        "confidence": 1.0,
        "why": [f"written down by you, from {own.imported_from}" if own.imported_from else "written down by you"],
        "source": "own",
    }


def lay_over(own: OwnSubscription) -> dict[str, Any]:
    """Return what an own subscription adds to a stream that shows the same contract."""
    return {
        "own": own.id,
        "plan": own.plan,
        "started_on": own.started_on and own.started_on.isoformat(),
        "ended_on": own.ended_on and own.ended_on.isoformat(),
        "trial_ends_on": own.trial_ends_on and own.trial_ends_on.isoformat(),
        "minimum_term_months": own.minimum_term_months,
        "renewal_months": own.renewal_months,
        "notice": own.notice and asdict(own.notice),
        "payment_method": own.payment_method,
        "payers": [{"name": payer.name, "share": format(payer.share, "f")} for payer in own.payers],
        "notes": own.notes,
    }


def find_twin(own: OwnSubscription, docs: Sequence[dict[str, Any]]) -> dict[str, Any] | None:
    """Return the stream that is the same contract as one the person wrote down, if exactly one is.

    The same owner, the same provider or the same words in the name, and nothing that contradicts: cadence, currency,
    an amount that is more than a fifth off.
    """
    twins = [doc for doc in docs if doc["source"] == "statements" and doc["own"] is None and _is_twin(own, doc)]
    return twins[0] if len(twins) == 1 else None


def _is_twin(own: OwnSubscription, doc: Mapping[str, Any]) -> bool:
    if doc["owner"] != own.owner or doc["kind"] not in ("subscription", "bill"):
        return False
    if own.cadence and doc["cadence"] and own.cadence != doc["cadence"]:
        return False
    if own.amount is not None and doc["amount"] is not None:
        if own.currency not in (None, NO_CURRENCY, doc["currency"]):
            return False
        there = Decimal(doc["amount"])
        if abs(there - own.amount) * 5 > max(there, own.amount):
            return False
    if own.provider and doc["provider"]:
        return own.provider == doc["provider"]
    mine, theirs = words(own.name), words(str(doc["name"]))
    return bool(mine and theirs) and (mine <= theirs or theirs <= mine)


def words(text: str) -> set[str]:
    """Return the words of a name, without those that tell nothing."""
    return set(re.findall(r"\w+", text.casefold())) - {
        "premium",
        "plus",
        "pro",
        "the",
        "abo",
        "plan",
        "family",
        "basic",
    }
