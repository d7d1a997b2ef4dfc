"""What is kept of a person to what watch needs: cases, plans, days."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from unrenew.act.cases import rebuild
from unrenew.model.cases import Case, decode_event
from unrenew.model.watched import Covered, Held, PastCharge, Rise, Watched

if TYPE_CHECKING:
    import polars as pl

    from unrenew.directory import Directory
    from unrenew.model.people import Owner
    from unrenew.store import Store

Doc = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Household:
    """All of one owner that watch looks at. `transactions` are `keyed`; `owed` are cases that only want money back."""

    owner: "Owner"
    cases: tuple[Case, ...]
    watched: tuple[Watched, ...]
    owed: tuple[Watched, ...]
    held: tuple[Held, ...]
    covered: tuple[Covered, ...]
    transactions: "pl.DataFrame"
    country: str | None = None


def household(
    store: "Store", owner: "Owner", docs: Sequence[Doc], directory: "Directory", *, country: str | None
) -> Household:
    """Return what is kept of one owner, as watch needs it. `docs` are their subscriptions as `list --json` has them."""
    rows = keyed(store.statements.transactions(owner), directory)
    cases = tuple(rebuild(decode_event(text) for text in store.cases.events(row.id)) for row in store.cases.all(owner))
    return Household(
        owner=owner,
        cases=cases,
        watched=watched_of(cases, rows, docs, directory, country=country),
        owed=owed_of(cases, rows, docs, directory, country=country),
        held=tuple(held_of(doc, directory, country=country) for doc in docs if doc["decision"] != "dismissed"),
        covered=tuple(store.statements.periods(owner)),
        transactions=rows,
        country=country,
    )


def keyed(transactions: "pl.DataFrame", directory: "Directory") -> "pl.DataFrame":
    """Return the table with the merchant key that find makes of each descriptor, and the directory's two names.

    `merchant` is who took the money, `provider` who delivers.
    """
    import polars as pl

    from unrenew.find.merchants import merchants_of

    texts = transactions["descriptor"].fill_null("")
    match = directory.match_descriptors(texts)
    return transactions.with_columns(
        key=merchants_of(texts)["key"],
        merchant=match["merchant"].cast(pl.String),
        provider=match["provider"].cast(pl.String),
        descriptor=texts,
    )


def watched_of(
    cases: Iterable[Case], rows: "pl.DataFrame", docs: Sequence[Doc], directory: "Directory", *, country: str | None
) -> tuple[Watched, ...]:
    """Return every case in which the end was asked for or confirmed: without that day nothing is held against it."""
    days = ((case, _asked_on(case)) for case in cases)
    return tuple(_watched(case, day, rows, docs, directory, country) for case, day in days if day is not None)


def owed_of(
    cases: Iterable[Case], rows: "pl.DataFrame", docs: Sequence[Doc], directory: "Directory", *, country: str | None
) -> tuple[Watched, ...]:
    """Return every case in which money was asked back, but not the end: later charges are no surprise there."""
    days = ((case, case.refund_asked_on) for case in cases if _asked_on(case) is None)
    return tuple(_watched(case, day, rows, docs, directory, country) for case, day in days if day is not None)


def _asked_on(case: Case) -> date | None:
    return min((day for day in (*case.asked_on, case.confirmed_on) if day is not None), default=None)


def _watched(
    case: Case, asked: date, rows: "pl.DataFrame", docs: Sequence[Doc], directory: "Directory", country: str | None
) -> Watched:
    import polars as pl

    subject = case.subject
    charges = tuple(
        PastCharge(id=charge.id, on=charge.on, amount=-abs(charge.amount), currency=charge.currency)
        for charge in sorted(subject.charges, key=lambda charge: (charge.on, charge.id))
        if charge.on <= asked and charge.role in {"charge", "retry"}
    )
    own = rows.filter(pl.col("id").is_in([charge.id for charge in charges]))
    providers = _with_successors({subject.provider} - {None}, directory)
    return Watched(
        case=case.id,
        name=subject.name,
        owner=subject.owner,
        subscription=subject.subscription,
        cancelled_on=asked,
        confirmed=case.confirmed_on is not None,
        ends_on=case.active_until or case.ended_on,
        cadence=subject.cadence,
        charges=charges,
        accounts=frozenset(own["account"].drop_nulls()),
        keys=frozenset(own["key"].drop_nulls()) - {""},
        mandates=frozenset(own["mandate_id"].drop_nulls()) - {""},
        creditors=frozenset(own["creditor_id"].drop_nulls()) - {""},
        providers=providers,
        kept=_kept(subject.subscription, {charge.id for charge in charges}, docs, asked),
        refund_asked_on=case.refund_asked_on,
        refund_amount=case.refund_asked,
        refund_due_by=case.refund_due_by,
        closed_on=case.closed_on,
        country=subject.country or country,
    )


def _with_successors(providers: Iterable[str | None], directory: "Directory") -> frozenset[str]:
    """Return the providers and whoever took their customers over."""
    found: set[str] = set()
    queue = [name for name in providers if name]
    while queue:
        name = queue.pop()
        known = directory.provider(name)
        if name in found or known is None:
            found.add(name)
            continue
        found.add(name)
        queue += [one for one in (known.successor, *(market.successor for market in known.markets)) if one]
    return frozenset(found)


def _kept(subscription: str | None, own: set[str], docs: Sequence[Doc], asked: date) -> frozenset[str]:
    """Return the charges of other plans that began before the cancellation and go on: the person keeps them."""
    kept: set[str] = set()
    for doc in docs:
        ids = {str(charge["id"]) for charge in doc["charges"]}
        before = sum(str(charge["on"]) <= asked.isoformat() for charge in doc["charges"])
        if doc["id"] != subscription and not ids & own and before >= 2 and doc["decision"] != "dismissed":
            kept |= ids
    return frozenset(kept)


def held_of(doc: Doc, directory: "Directory", *, country: str | None) -> Held:
    """Return one subscription of `list --json` as watch needs it."""
    provider = directory.provider(str(doc["provider"])) if doc["provider"] else None
    following: Mapping[str, Any] = doc["next"] or {}
    cancelling: Mapping[str, Any] = doc["cancelling"] or {}
    contract = doc["kind"] in {"subscription", "bill"}
    return Held(
        id=str(doc["id"]),
        name=str(doc["name"]),
        owner=doc["owner"],
        provider=doc["provider"],
        covers=None if provider is None else provider.kind,
        country=country,
        cadence=doc["cadence"],
        amount=_decimal(doc["amount"]),
        currency=doc["currency"],
        next_on=_day(following.get("on")),
        next_amount=_decimal(following.get("amount")),
        trial_ends_on=_day(doc["trial_ends_on"]) or _trial_end(doc),
        cancel_by=_day(cancelling.get("by")),
        avoids_on=_day(cancelling.get("avoids")),
        certain=not cancelling.get("at_latest", True),
        stop_payment_by=_day(cancelling.get("stop_payment_by")),
        why=tuple(cancelling.get("why", ())),
        rises=tuple(
            Rise(on=date.fromisoformat(change["on"]), old=Decimal(change["from"]), new=Decimal(change["to"]))
            for change in doc["price_changes"]
        ),
        charged_on=tuple(date.fromisoformat(charge["on"]) for charge in doc["charges"]),
        charge_ids=tuple(str(charge["id"]) for charge in doc["charges"]),
        active=contract and doc["status"] in {"early", "active", "late"},
        in_case=doc["case"]["id"] if doc["case"] and doc["case"]["state"] != "closed" else None,
    )


def _trial_end(doc: Doc) -> date | None:
    """Return when a trial becomes paid, where the statements show a trial and no charge after it."""
    roles = [charge["role"] for charge in doc["charges"]]
    if roles and set(roles) <= {"trial", "setup"} and doc["next"]:
        return _day(doc["next"]["on"])
    return None


def _day(value: Any) -> date | None:
    if value is None or isinstance(value, date):
        return value
    return date.fromisoformat(str(value))


def _decimal(value: Any) -> Decimal | None:
    return None if value is None else Decimal(str(value))
