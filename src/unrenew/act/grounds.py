"""A case to the facts that rights ask for, and to the words of letters."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

from unrenew.act.letters import GUARANTEE, Value
from unrenew.act.openings import last_charge, rights_channel
from unrenew.act.steps import find_guarantee
from unrenew.directory import Directory
from unrenew.model.cases import Case, RefundState
from unrenew.model.dossiers import RemedyLine
from unrenew.model.letters import Ground
from unrenew.model.periods import MONTHS
from unrenew.model.remedies import Remedy, RightsCase
from unrenew.model.steps import Guidance
from unrenew.model.values import Money

MONEY_DAYS = ("purchased_on", "charged_on", "asked_on", "next_charge_on")


def rights_facts(case: Case, directory: Directory, today: date) -> dict[str, Any]:
    """Return what is known of the case, in the words of `unrenew rights --facts`; what is not known is left out.

    The person is taken as a consumer. A case in which nothing was asked knows that nothing was cancelled before.
    """
    subject, charge = case.subject, last_charge(case)
    provider = directory.provider(subject.provider or subject.name)
    months = MONTHS.get(subject.cadence or "")
    price = abs(subject.amount) if subject.amount is not None else None
    known: dict[str, Any] = {
        "id": case.id,
        "today": today,
        "country": subject.country,
        "region": subject.region,
        "consumer": True,
        "channel": rights_channel(case.channel, provider, directory),
        "payment_method": case.facts.get("payment_method") or subject.payment_method,
        "purchased_on": _day(case.facts.get("purchased_on")) or subject.purchased_on,
        "renewed_on": subject.renewed_on,
        "charged_on": charge.on if charge else None,
        "processed_on": charge.on if charge else None,  # statements show the day of booking
        "charged_amount": abs(charge.amount) if charge else None,
        "next_charge_on": subject.renews_on,
        "plan": _without_unknown(
            {
                "provider": provider.name if provider else subject.name,
                "name": subject.plan,
                "term_months": months,
                "price": price,
                "currency": subject.currency,
            }
        ),
    }
    known = _without_unknown(known)
    promise = find_guarantee(case, directory, today, renewal=subject.renewed_on is not None)
    if promise is not None and promise.days:
        known["provider_guarantee_days"] = promise.days
    known["cancelled_on"] = min(case.asked_on) if case.asked_on else None
    return known


def rights_case(case: Case, directory: Directory, today: date) -> RightsCase:
    """Return the case as the rights rules take it, with what the person noted in their vocabulary."""
    import msgspec

    known = rights_facts(case, directory, today)
    fields = set(RightsCase.__struct_fields__)
    for name, value in case.facts.items():
        if name in fields and name not in {"id", "today"}:
            known[name] = _typed(value)
    return msgspec.convert(msgspec.to_builtins(known), RightsCase, strict=False)


def grounds_of(remedies: Iterable[Remedy]) -> tuple[Ground, ...]:
    """Return what a letter may rely on: the remedies that are open."""
    return tuple(
        Ground(
            rule=remedy.rule,
            cites=tuple(citation.cite for citation in remedy.citations),
            deadline=remedy.deadline,
            refund_due_by=remedy.refund_due_by,
        )
        for remedy in remedies
        if remedy.status == "open"
    )


def remedy_lines(remedies: Iterable[Remedy], title: Callable[[str, str], str]) -> tuple[RemedyLine, ...]:
    """Return what a dossier tells of remedies: those open, and those that hang on something not known.

    `title` gives the name of a rule in the person's language, else the one given.
    """
    return tuple(
        RemedyLine(
            title=title(remedy.rule, remedy.title or remedy.rule),
            status=remedy.status,
            deadline=remedy.deadline,
            amount=remedy.amount,
            currency=remedy.currency,
            cites=tuple((citation.cite, citation.url) for citation in remedy.citations),
        )
        for remedy in remedies
        if remedy.status in {"open", "ask"}
    )


def letter_values(case: Case, guidance: Guidance, grounds: Iterable[Ground], today: date) -> dict[str, Value]:
    """Return everything that is known of a case by the words that templates use."""
    subject, charge = case.subject, last_charge(case)
    name = case.facts.get("product") or (f"{subject.name} {subject.plan}" if subject.plan else subject.name)
    seller = guidance.seller or guidance.name
    values: dict[str, Value | None] = {
        "product": name,
        "seller": seller,
        "merchant": seller,
        "descriptor": charge.descriptor if charge else None,
        "reference": case.references[-1] if case.references else None,
        "purchased_on": subject.purchased_on,
        "charged_on": charge.on if charge else None,
        "amount": Money(amount=charge.amount, currency=charge.currency) if charge else None,
        "next_charge_on": subject.renews_on if subject.renews_on and subject.renews_on > today else None,
        "asked_on": min(case.asked_on) if case.asked_on else None,
        "confirmed_on": case.confirmed_on,
        "status": case.status,
        "active_until": case.active_until,
        "refused_because": case.refused_because if case.confirmed_on is None else None,
        **_money_asked(case),
    }
    known = {key: value for key, value in values.items() if value not in {None, ""} and value is not None}
    for key, fact in case.facts.items():
        known[key] = _typed_day(fact) if key in MONEY_DAYS else fact
    days = _guarantee_days(known, grounds)
    return known | ({"guarantee_days": days} if days is not None else {})


def _money_asked(case: Case) -> dict[str, Value | None]:
    again = max(case.charged_again, key=lambda charge: charge.on, default=None)
    told: dict[str, Value | None] = {
        "charged_again_on": again.on if again else None,
        "charged_again_amount": Money(amount=again.amount, currency=again.currency) if again else None,
    }
    if case.refund in {RefundState.ASKED, RefundState.REFUSED} and case.refund_asked_on is not None:
        told["refund_asked_on"] = case.refund_asked_on
        if case.refund_asked is not None and case.refund_currency is not None:
            left = case.refund_asked - case.refund_received
            told["refund_amount"] = Money(amount=left, currency=case.refund_currency)
    return told


def _guarantee_days(known: Mapping[str, Value], grounds: Iterable[Ground]) -> int | None:
    """Return the days of the seller's promise: what lies between the payment and the deadline that rights give."""
    for ground in grounds:
        paid = known.get("charged_on", known.get("purchased_on"))
        if ground.rule == GUARANTEE and ground.deadline is not None and isinstance(paid, date):
            days = (ground.deadline - paid).days
            return days if days > 0 else None
    return None


def _without_unknown(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value is not None}


def _typed(text: str) -> Any:
    """Return a noted fact as the rights vocabulary takes it: yes, no, none, a day, a number or words."""
    word = text.strip().lower()
    if word in {"yes", "true", "no", "false"}:
        return word in {"yes", "true"}
    if word in {"none", "null"}:
        return None
    return text


def _typed_day(text: str) -> Value:
    return _day(text) or text


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None
