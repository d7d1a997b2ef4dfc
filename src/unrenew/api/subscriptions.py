"""A person's subscriptions: list and show them, and settle what was found."""

import secrets
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from unrenew.api.cancelling import listed
from unrenew.api.finding import EVERYBODY, listing, listing_of
from unrenew.api.homes import Home
from unrenew.errors import NotFoundError, UsageError
from unrenew.find.settled import FIELDS
from unrenew.model.decisions import Decision, DecisionKind, OwnSubscription
from unrenew.model.values import decimal_text

Doc = dict[str, Any]

__all__ = ["EVERYBODY", "confirm", "dismiss", "edit", "merge", "new", "show", "split", "subscriptions", "undo"]


def subscriptions(home: Home, *, owner: str | None = EVERYBODY, banks: bool = False) -> list[Doc]:
    """Return every stream and every subscription written down, each with what the person said of it.

    `banks`: also until when the bank can be told to stop the next payment, which takes half a second more.
    """
    return listed(listing(home, owner=owner), today=home.today, banks=banks)


def show(home: Home, name: str, *, owner: str | None = EVERYBODY) -> Doc:
    """Return the one subscription of this name, id or provider; UsageError where several fit, and says which."""
    return pick(subscriptions(home, owner=owner, banks=True), name)


def pick(docs: Sequence[Doc], name: str) -> Doc:
    """Return the one that is meant: by id, by name, by the beginning of a name, by a part of it.

    Of several that fit equally well, what the person has dismissed counts only if nothing else fits, and so does what
    has ended and what is no contract.
    """
    low = name.casefold().strip()
    tests: tuple[Callable[[Doc], bool], ...] = (
        lambda doc: low in (doc["id"].casefold(), (doc["own"] or "").casefold()),
        lambda doc: low in (_name(doc), str(doc["provider"] or "").casefold()),
        lambda doc: _name(doc).startswith(low),
        lambda doc: low in _name(doc) or low in str(doc["descriptor"]).casefold(),
        lambda doc: len(low) >= 4 and doc["id"].casefold().startswith(low),
    )
    for fits in tests:
        found = [doc for doc in docs if low and fits(doc)]
        for keep in (_not_dismissed, _is_contract, _runs):
            found = [doc for doc in found if keep(doc)] or found
        if len(found) == 1:
            return found[0]
        if found:
            shown = "; ".join(f"{doc['name']} ({_told(doc)}): {doc['id']}" for doc in found[:8])
            raise UsageError(f"{len(found)} subscriptions fit {name!r}", hint=f"Name one by its id: {shown}")
    raise NotFoundError(f"no subscription is called {name!r}", hint="See: unrenew list --all")


def _name(doc: Doc) -> str:
    return str(doc["name"]).casefold()


def _not_dismissed(doc: Doc) -> bool:
    return doc["decision"] != "dismissed"


def _is_contract(doc: Doc) -> bool:
    return doc["kind"] in ("subscription", "bill") or doc["decision"] == "confirmed"


def _runs(doc: Doc) -> bool:
    return doc["status"] != "ended"


def _told(doc: Doc) -> str:
    price = f"{doc['amount']} {doc['currency']}" if doc["amount"] else None
    parts = (doc["owner"], price, doc["cadence"], doc["status"])
    return ", ".join(str(part) for part in parts if part)


def confirm(home: Home, name: str, *, owner: str | None = EVERYBODY) -> Doc:
    """Keep that this is a subscription of the person's."""
    return _decide(home, [name], "confirm", owner=owner)


def dismiss(home: Home, name: str, *, owner: str | None = EVERYBODY) -> Doc:
    """Keep that this is none: it is not listed any more, also when new charges come."""
    return _decide(home, [name], "dismiss", owner=owner)


def edit(home: Home, name: str, changes: Mapping[str, Any], *, owner: str | None = EVERYBODY) -> Doc:
    """Keep what the person knows better; `changes` has keys of `find.settled.FIELDS`, values as in JSON."""
    unknown = sorted(changes.keys() - set(FIELDS))
    if unknown or not changes:
        what = f"nothing can be changed under {', '.join(unknown)}" if unknown else "nothing to change was given"
        raise UsageError(what, hint=f"Known: {', '.join(FIELDS)}")
    own_subscription(name, changes, owner=None)  # refuses what is none of these values
    return _decide(home, [name], "edit", owner=owner, says=changes)


def merge(home: Home, names: Sequence[str], *, owner: str | None = EVERYBODY) -> Doc:
    """Keep that these are one and the same subscription, under the name of the first."""
    if len(names) < 2:
        raise UsageError("it takes two to merge", hint="Example: unrenew edit Netflix --merge 'Netflix.com'")
    return _decide(home, names, "merge", owner=owner)


def split(home: Home, name: str, new_name: str, *, amount: str, owner: str | None = EVERYBODY) -> Doc:
    """Keep that the charges of this amount are a subscription of their own; later ones of that amount follow them."""
    return _decide(home, [name], "split", owner=owner, says={"amount": amount, "name": new_name})


def undo(home: Home, name: str, *, owner: str | None = EVERYBODY) -> Doc:
    """Take back the last decision about a subscription that is in force."""
    return _decide(home, [name], "undo", owner=owner)


def _decide(
    home: Home, names: Sequence[str], kind: DecisionKind, *, owner: str | None, says: Mapping[str, Any] | None = None
) -> Doc:
    with home.open() as store, store.writing():
        docs = listed(listing_of(home, store, owner=owner), today=home.today, banks=False)
        picked = [pick(docs, name) for name in names]
        whose = picked[0]["owner"]
        if any(doc["owner"] != whose for doc in picked):
            raise UsageError("these belong to different people", hint="Say whose with --owner")
        charges = frozenset(charge["id"] for doc in picked for charge in doc["charges"])
        told, name = dict(says or {}), str(picked[0]["name"])
        if kind == "split":
            charges, name = _part(picked[0], told["amount"]), str(told["name"])
        if kind == "undo":
            told = {"decision": _last(store.subscriptions.decisions(), picked[0])}
        decision = Decision(
            id=0,
            owner=whose,
            at=home.now(),
            kind=kind,
            charges=charges,
            subject=picked[0]["id"],
            provider=picked[0]["provider"],
            name=name,
            says=told,
        )
        store.subscriptions.decide(decision)
        after = listed(listing_of(home, store, owner=whose), today=home.today)
    return _same(after, charges, picked[0])


def _part(doc: Doc, amount: str) -> frozenset[str]:
    part = frozenset(charge["id"] for charge in doc["charges"] if charge["amount"] == amount)
    if not part or len(part) == len(doc["charges"]):
        amounts = ", ".join(sorted({charge["amount"] for charge in doc["charges"]}))
        raise UsageError(f"the charges cannot be split at {amount}", hint=f"Their amounts: {amounts}")
    return part


def _last(decisions: Sequence[Decision], doc: Doc) -> int:
    """Return the number of the last decision about this subscription that was not taken back yet."""
    charges = {charge["id"] for charge in doc["charges"]}
    undone = {decision.says.get("decision") for decision in decisions if decision.kind == "undo"}
    for decision in reversed(decisions):
        about = decision.charges & charges or decision.subject in (doc["id"], doc["own"])
        if decision.owner == doc["owner"] and about and decision.kind != "undo" and decision.id not in undone:
            return decision.id
    raise UsageError(f"nothing was decided about {doc['name']}")


def _same(docs: Sequence[Doc], charges: frozenset[str], before: Doc) -> Doc:
    """Return the subscription that holds most of these charges now."""
    by_id = next((doc for doc in docs if doc["id"] == before["id"]), before)
    if not charges:
        return by_id
    return max(docs, key=lambda doc: len(charges & {charge["id"] for charge in doc["charges"]}), default=by_id)


def new(home: Home, own: OwnSubscription) -> Doc:
    """Keep a subscription that no statement shows."""
    if not own.name.strip():
        raise UsageError("a subscription needs a name")
    made = replace(own, id=own.id or f"o{secrets.token_hex(5)}")
    with home.open() as store:
        store.subscriptions.put_own(made)
        docs = listed(listing_of(home, store, owner=made.owner), today=home.today)
    return next(doc for doc in docs if made.id in (doc["id"], doc["own"]))


def totals(docs: Sequence[Doc]) -> dict[str, str]:
    """Return what a year costs, by currency, of all that runs and was not dismissed."""
    from decimal import Decimal

    sums: dict[str, Decimal] = {}
    for doc in docs:
        if doc["yearly_cost"] is not None and _runs(doc) and _not_dismissed(doc) and _is_contract(doc):
            sums[doc["currency"]] = sums.get(doc["currency"], Decimal(0)) + Decimal(doc["yearly_cost"])
    return {currency: decimal_text(total) for currency, total in sorted(sums.items())}


def own_subscription(name: str, fields: Mapping[str, Any], *, owner: str | None) -> OwnSubscription:
    """Return a subscription of the person's own from its fields as JSON has them."""
    import msgspec

    known = {key: value for key, value in fields.items() if key != "kind"}
    try:
        return msgspec.convert({"id": "", "owner": owner, "name": name} | known, OwnSubscription)
    except msgspec.ValidationError as error:
        raise UsageError(f"this cannot be kept: {error}") from error
