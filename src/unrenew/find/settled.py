"""What was found, with what the person says of it laid over.

Works on streams in the form of `scan --json`, because that is the form in which they are kept: `list` answers from
the kept ones without looking through the transactions again.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, Final

from unrenew.find.cuts import cut, join
from unrenew.find.ties import tie
from unrenew.find.written import as_stream, find_twin, lay_over
from unrenew.model.decisions import Decision
from unrenew.model.listings import Listing
from unrenew.model.periods import next_from
from unrenew.model.subscriptions import PER_YEAR
from unrenew.model.values import decimal_text

Doc = dict[str, Any]

FIELDS: Final = (
    "name", "provider", "channel", "plan", "kind", "cadence", "amount", "currency", "started_on", "ended_on",
    "trial_ends_on", "minimum_term_months", "renewal_months", "notice", "payment_method", "payers", "notes",
)  # fmt: skip
"""What the person may change of a subscription."""


def settle(listing: Listing, *, today: date) -> list[Doc]:
    """Return every subscription: the streams, each with what the person decided, and those they wrote down."""
    docs = [_with_room(stream) for stream in listing.streams]
    docs += [_with_room(announced) for announced in tie(docs, listing.receipts, today=today)]
    for own in listing.own:
        twin = find_twin(own, docs)
        if twin is None:
            docs.append(_with_room(as_stream(own, today=today)) | lay_over(own))
        else:
            twin |= {key: value for key, value in lay_over(own).items() if value not in (None, "", [])}
    _decide(docs, listing.decisions)
    for doc in docs:
        _finish(doc, today=today)
    _give_cases(docs, listing)
    return docs


def _with_room(stream: Mapping[str, Any]) -> Doc:
    """Return a stream with the keys that only the person, a receipt or a case can fill."""
    nobody: list[Any] = []
    room: Doc = {"source": "statements", "decision": None, "own": None, "plan": None, "started_on": None}
    room |= {"ended_on": None, "trial_ends_on": None, "minimum_term_months": None, "renewal_months": None}
    room |= {"notice": None, "payment_method": None, "payers": nobody, "notes": "", "receipts": nobody, "case": None}
    room["mandate_id"] = None
    return room | dict(stream)


def _decide(docs: list[Doc], decisions: Sequence[Decision]) -> None:
    """Apply the decisions in the order in which they were made: a later one sees what an earlier one has done."""
    undone = {decision.says.get("decision") for decision in decisions if decision.kind == "undo"}
    by_charge = _by_charge(docs)
    for decision in decisions:
        if decision.id in undone or decision.kind == "undo":
            continue
        mine = concerned(decision, docs, by_charge)
        if decision.kind in ("merge", "split"):
            docs[:] = _rearranged(docs, mine, decision)
            by_charge = _by_charge(docs)
            continue
        for doc in mine:
            _apply(decision, doc)


def _by_charge(docs: Sequence[Doc]) -> dict[tuple[str | None, str], list[int]]:
    found: dict[tuple[str | None, str], list[int]] = defaultdict(list)
    for number, doc in enumerate(docs):
        for charge in doc["charges"]:
            found[doc["owner"], charge["id"]].append(number)
    return found


def _rearranged(docs: Sequence[Doc], mine: Sequence[Doc], decision: Decision) -> list[Doc]:
    """Return the subscriptions after a merge or a split of some of them."""
    others = [doc for doc in docs if not any(doc is one for one in mine)]
    if decision.kind == "merge":
        return [*others, join(mine, decision.name)] if len(mine) > 1 else list(docs)
    return others + [part for doc in mine for part in cut(doc, decision) or (doc,)]


def concerned(
    decision: Decision, docs: Sequence[Doc], by_charge: Mapping[tuple[str | None, str], Sequence[int]]
) -> list[Doc]:
    """Return the subscriptions that a decision is about now.

    Those that hold at least half of the charges which the person saw, or of which they saw at least half; where none
    of the charges is here any more, the one with the same id, or the same provider (else name) alone.
    """
    shared = Counter[int]()
    for charge in decision.charges:
        shared.update(by_charge.get((decision.owner, charge), ()))
    half = [
        docs[number]
        for number, count in shared.items()
        if 2 * count >= len(decision.charges) or 2 * count >= len(docs[number]["charges"])
    ]
    mine = [doc for doc in docs if doc["owner"] == decision.owner]
    if half or shared:
        return half
    same = [doc for doc in mine if decision.subject in (doc["id"], doc["own"])]
    if same or not decision.charges:
        return same
    alike = [doc for doc in mine if _alike(decision, doc)]
    return alike if len(alike) == 1 else []


def _alike(decision: Decision, doc: Doc) -> bool:
    if decision.provider:
        return bool(doc["provider"] == decision.provider)
    return str(doc["name"]).casefold() == decision.name.casefold()


def _apply(decision: Decision, doc: Doc) -> None:
    if decision.kind == "edit":
        doc |= {key: value for key, value in decision.says.items() if key in FIELDS}
        if {"cadence", "amount"} & decision.says.keys():
            doc["yearly_cost"] = None  # worked out anew
            doc["next"] = doc["next"] and doc["next"] | {"amount": doc["amount"]}
    else:
        doc["decision"] = {"confirm": "confirmed", "dismiss": "dismissed"}[decision.kind]


def _finish(doc: Doc, *, today: date) -> None:
    """Work out what follows from what was laid over: the cost of a year, the end, what comes next."""
    cadence = doc["cadence"]
    if doc["amount"] is not None and cadence in PER_YEAR and doc["yearly_cost"] is None:
        doc["yearly_cost"] = yearly(str(doc["amount"]), cadence)
    ended: Any = doc["ended_on"]
    if ended and date.fromisoformat(ended) <= today:
        doc["status"], doc["next"] = "ended", None
    elif doc["next"] is None and doc["started_on"] and cadence and doc["status"] != "ended":
        following = next_from(date.fromisoformat(str(doc["started_on"])), str(cadence), today)
        doc["next"] = {"on": following.isoformat(), "amount": doc["amount"]}


def yearly(amount: str, cadence: str) -> str:
    """Return what a year costs at this price, to the cent."""
    per_year = next(count for name, count in PER_YEAR.items() if name == cadence)
    return decimal_text((Decimal(amount) * per_year).quantize(Decimal("0.01")))


def _give_cases(docs: Sequence[Doc], listing: Listing) -> None:
    by_id = {doc["id"]: doc for doc in docs}
    by_name = {(doc["owner"], str(doc["name"]).casefold()): doc for doc in docs}
    for case in listing.cases:
        doc = by_id.get(case.subscription or "") or by_name.get((case.owner, case.name.casefold()))
        if doc is not None:
            doc["case"] = {"id": case.id, "state": case.state, "due_on": case.due_on and case.due_on.isoformat()}
            doc["case"] |= {"due": case.due_what}
