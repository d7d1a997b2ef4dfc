"""An unexpected charge to a dispute draft.

Which message it is, and on what it may rely, is decided by how the charge was paid and by the rights that are open on
that day; nothing is claimed that the rules do not give.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from unrenew.act.letters import Occasion, Value, write_letter
from unrenew.errors import InputError
from unrenew.find.payments import payment_method
from unrenew.model.alarms import Alarm
from unrenew.model.disputes import Dispute, Route
from unrenew.model.letters import Ground, LetterBook, LetterForm, LetterKind, Party
from unrenew.model.periods import next_from, nth_after
from unrenew.model.remedies import Remedy
from unrenew.model.watched import Watched
from unrenew.rights.cancel_by import stop_payment
from unrenew.rights.deadlines import Place

DIRECT_DEBITS = frozenset({"sepa_dd_core", "sepa_dd_b2b", "bacs_dd", "ach_debit"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Proofs:
    """What the case holds to show: the answer and its status, and how many items are sealed."""

    confirmed_on: date | None = None
    status: str | None = None
    refund_asked_on: date | None = None
    sealed: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Payment:
    """The booking of the charge as the bank shows it, and how it was paid (a word of the rights' vocabulary)."""

    descriptor: str
    account: str = ""
    method: str | None = None
    mandate_id: str | None = None
    creditor_id: str | None = None


def _method(payment: Payment, currency: str) -> str | None:
    """Return how a charge was paid: as the person says, else as the booking tells, or None."""
    return payment.method or payment_method(payment.descriptor, payment.mandate_id, currency, payment.account)


def facts_of(alarm: Alarm, watched: Watched, payment: Payment, *, today: date) -> dict[str, Any]:
    """Return what is known of the charge, in the vocabulary of `unrenew rights`; what is not known is left out."""
    money = alarm.money
    known: dict[str, Any] = {
        "today": today,
        "consumer": True,
        "charged_on": alarm.on,
        "processed_on": alarm.on,  # a statement shows the day on which the bank booked the charge
        "cancelled_on": watched.cancelled_on,
        "noticed_on": today,
    }
    if money is not None:
        known["charged_amount"] = money.amount
        known["plan"] = {"provider": watched.name, "price": money.amount, "currency": money.currency}
        method = _method(payment, money.currency)
        if method is not None:
            known["payment_method"] = method
    if watched.country is not None:
        known["country"] = watched.country
    return known


def route_of(method: str | None) -> Route:
    """Return at which door the dispute is made."""
    if method is None:
        return "unknown"
    if method in DIRECT_DEBITS:
        return "direct_debit"
    return "paypal" if method == "paypal" else "card"


def draft_dispute(  # noqa: PLR0913, a dispute has that many sides
    alarm: Alarm,
    watched: Watched,
    payment: Payment,
    remedies: Sequence[Remedy],
    *,
    proofs: Proofs,
    sender: Party,
    to: Party,
    book: LetterBook,
    language: str,
    today: date,
    form: LetterForm = "letter",
) -> Dispute:
    """Return the draft for one charge; `remedies` are those of its facts (see `facts_of`), open or not.

    Raises InputError where the alarm names no amount, or the language has no messages.
    """
    if alarm.money is None:
        raise InputError("the charge has no amount", where=f"alarm {alarm.id}")
    method = _method(payment, alarm.money.currency)
    kind: LetterKind = "bank_refund" if route_of(method) == "direct_debit" else "bank_dispute"
    usable = [remedy for remedy in remedies if remedy.status == "open" and remedy.rule in book.kinds[kind].grounds]
    if kind == "bank_refund" and not usable:
        kind = "bank_dispute"
    occasion = Occasion(
        sender=sender,
        to=to,
        today=today,
        language=language,
        country=watched.country,
        values=_values(alarm, watched, payment, proofs),
        grounds=[_ground(remedy) for remedy in usable],
    )
    deadlines = sorted(remedy.deadline for remedy in usable if remedy.deadline is not None)
    acts = sorted(remedy.act_by for remedy in usable if remedy.act_by is not None)
    next_on, stop_payment_by = _next(alarm, watched, method, today)
    return Dispute(
        alarm=alarm,
        route=route_of(method),
        letter=write_letter(kind, form, occasion, book),
        rules=tuple(remedy.rule for remedy in usable),
        act_by=acts[0] if acts else None,
        deadline=deadlines[-1] if deadlines else None,
        enclose=_enclose(proofs),
        lacking=_lacking([one for one in remedies if one.rule in book.kinds[kind].grounds], method, proofs),
        next_on=next_on,
        stop_payment_by=stop_payment_by,
    )


def _next(alarm: Alarm, watched: Watched, method: str | None, today: date) -> tuple[date | None, date | None]:
    """Return when the next charge would come that the bank can still be told to stop, and until when to tell it."""
    if watched.cadence is None:
        return None, None
    first = next_from(alarm.on, watched.cadence, today + timedelta(days=1))
    for number in range(2):
        charge = nth_after(first, watched.cadence, number)
        stop = stop_payment(charge, method, Place(watched.country))
        if stop is None or stop.cut_off >= today:
            return charge, stop and max(stop.by, min(today, stop.cut_off))
    return first, None


def _values(alarm: Alarm, watched: Watched, payment: Payment, proofs: Proofs) -> Mapping[str, Value]:
    known: dict[str, Value | None] = {
        "merchant": watched.name,
        "product": watched.name,
        "charged_on": alarm.on,
        "amount": alarm.money,
        "asked_on": watched.cancelled_on,
        "descriptor": payment.descriptor or None,
        "account": payment.account or None,
        "mandate": payment.mandate_id,
        "creditor": payment.creditor_id,
        "confirmed_on": proofs.confirmed_on,
        "status": proofs.status,
        "refund_asked_on": proofs.refund_asked_on,
    }
    return {name: value for name, value in known.items() if value is not None}


def _ground(remedy: Remedy) -> Ground:
    return Ground(
        rule=remedy.rule,
        cites=tuple(citation.cite for citation in remedy.citations),
        deadline=remedy.deadline,
        refund_due_by=remedy.refund_due_by,
    )


def _enclose(proofs: Proofs) -> tuple[str, ...]:
    found = ["the statement page with the charge"]
    if proofs.confirmed_on is not None:
        found.append(f"their confirmation of {proofs.confirmed_on.isoformat()}")
    if proofs.sealed:
        found.append("the dossier of the case (unrenew case ID dossier)")
    return tuple(found)


def _lacking(remedies: Sequence[Remedy], method: str | None, proofs: Proofs) -> tuple[str, ...]:
    found: list[str] = []
    if method is None:
        found.append("how it was paid (--paid-by), so that the right door and its last day can be named")
    if proofs.confirmed_on is None:
        found.append("a confirmation of the cancellation; proof that you asked for it serves too")
    asked = sorted({fact for remedy in remedies if remedy.status == "ask" for fact in remedy.missing})
    if asked:
        found.append(f"facts that would open more: {', '.join(asked)}")
    return tuple(found)
