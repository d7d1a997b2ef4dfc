"""Joins streams that are one, and cuts one that is two."""

import itertools
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from statistics import median
from typing import Any

from unrenew.model.decisions import Decision
from unrenew.model.periods import DAYS, MONTHS, nth_after

Doc = dict[str, Any]


def join(docs: Sequence[Doc], name: str) -> Doc:
    """Return one stream with the charges of several; what holds now is that of the latest."""
    latest = max(docs, key=lambda doc: (str(doc["last_on"] or ""), len(doc["charges"])))
    charges = sorted(
        (charge for doc in docs for charge in doc["charges"]), key=lambda charge: (charge["on"], charge["id"])
    )
    changes = sorted((change for doc in docs for change in doc["price_changes"]), key=lambda change: change["on"])
    first = min((str(doc["first_on"]) for doc in docs if doc["first_on"]), default=None)
    accounts = sorted({account for doc in docs for account in doc["accounts"]})
    why = [*latest["why"], "you said that these are one"]
    joined = {"name": name, "charges": charges, "price_changes": changes, "first_on": first, "accounts": accounts}
    return latest | joined | {"why": why}


def cut(doc: Doc, decision: Decision) -> tuple[Doc, Doc] | None:
    """Return what stays and what is cut off; None where there is nothing to cut any more.

    Cut off are the charges that the person saw, and later ones of the amount that they named.
    """
    amount = decision.says.get("amount")
    theirs = [c for c in doc["charges"] if c["id"] in decision.charges or c["amount"] == amount]
    rest = [c for c in doc["charges"] if c not in theirs]
    if not theirs or not rest:
        return None
    part = _of(doc, theirs) | {"id": f"{doc['id']}-{decision.id}", "name": decision.name}
    return _of(doc, rest), part


def _of(doc: Doc, charges: Sequence[Doc]) -> Doc:
    """Return the stream that these charges alone make."""
    paid = [c for c in charges if c["role"] != "refund"] or charges
    days = [date.fromisoformat(c["on"]) for c in paid]
    cadence = _cadence(days) or doc["cadence"]
    last, amount = days[-1], paid[-1]["amount"]
    coming = None
    if cadence and doc["status"] != "ended":
        coming = {"on": nth_after(last, cadence, 1).isoformat(), "amount": amount}
    return doc | {
        "amount": amount,
        "cadence": cadence,
        "yearly_cost": None,
        "first_on": charges[0]["on"],
        "last_on": charges[-1]["on"],
        "next": coming,
        "charges": list(charges),
        "price_changes": _changes(paid),
        "why": [*doc["why"], "you said that these are two"],
    }


def _cadence(days: Sequence[date]) -> str | None:
    """Return the cadence whose length is nearest to the usual time between charges."""
    gaps = [(later - earlier).days for earlier, later in itertools.pairwise(days) if later > earlier]
    if not gaps:
        return None
    lengths = {name: Decimal(count) for name, count in DAYS.items() if name != "thirty_days"}
    lengths |= {name: count * Decimal("30.44") for name, count in MONTHS.items()}
    usual = Decimal(median(gaps))
    return min(lengths, key=lambda name: abs(lengths[name] - usual) / lengths[name])


def _changes(charges: Sequence[Doc]) -> list[Doc]:
    pairs = itertools.pairwise(charges)
    return [{"on": b["on"], "from": a["amount"], "to": b["amount"]} for a, b in pairs if a["amount"] != b["amount"]]
