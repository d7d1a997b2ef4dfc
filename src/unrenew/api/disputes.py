"""An alarm to a dispute that is ready to be sent; it is not sent."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from unrenew.api.cases import charged_again, load_case
from unrenew.api.finding import EVERYBODY
from unrenew.api.homes import Home
from unrenew.api.letters import language_of, letter_json, party, person_of
from unrenew.api.watch import find_alarm, payment_of, remedies_of, watch_store
from unrenew.errors import UsageError
from unrenew.facts.templates import load_letters
from unrenew.model.cases import Case, CaseCharge
from unrenew.model.disputes import Dispute
from unrenew.model.letters import LetterForm
from unrenew.watch.disputes import Proofs, draft_dispute


@dataclass(frozen=True, slots=True, kw_only=True)
class DisputeSaid:
    """What the person says of a dispute. `sender` and `to` have name, address (lines by `;`) and email."""

    paid_by: str | None = None  # a word of the rights' vocabulary, such as `card_visa`
    form: LetterForm = "email"
    sender: Mapping[str, str] = field(default_factory=dict[str, str])
    to: Mapping[str, str] = field(default_factory=dict[str, str])


NOTHING_SAID = DisputeSaid()


def dispute(home: Home, alarm: str, said: DisputeSaid = NOTHING_SAID, *, owner: str | None = EVERYBODY) -> Dispute:
    """Return the draft against one charge, and note the charge in its case.

    `paid_by` is a word of the rights' vocabulary, such as `card_visa`; where it is not given, the booking decides as
    far as it can. Raises UsageError where the alarm is about no charge of a case.
    """
    with home.open() as store:
        run = watch_store(home, store, owner=owner)
        found, kept = find_alarm(run, alarm)
        watched = next((case for case in kept.watched if case.case == found.case), None)
        if watched is None or found.money is None:
            raise UsageError("this alarm is about no charge after a cancellation", hint="See: unrenew watch")
        case = load_case(store, watched.case)
        book = load_letters()
        who = person_of(store, case.subject.owner) | dict(said.sender)
        bank = {"name": case.facts.get("bank", ""), "email": case.facts.get("bank_email", "")} | dict(said.to)
        payment = payment_of(kept, found, paid_by=said.paid_by)
        draft = draft_dispute(
            found,
            watched,
            payment,
            remedies_of(kept, found, today=home.today, paid_by=said.paid_by),
            proofs=_proofs(case),
            sender=party(who),
            to=party(bank),
            book=book,
            language=language_of(home, case, book.languages),
            today=home.today,
            form=said.form,
        )
    if found.transactions[0] not in {charge.id for charge in case.charged_again}:
        charge = CaseCharge(
            id=found.transactions[0],
            on=found.on,
            amount=-found.money.amount,
            currency=found.money.currency,
            descriptor=payment.descriptor,
        )
        charged_again(home, case.id, charge)
    return draft


def _proofs(case: Case) -> Proofs:
    return Proofs(
        confirmed_on=case.confirmed_on,
        status=case.status,
        refund_asked_on=case.refund_asked_on,
        sealed=case.sealed,
    )


def dispute_json(draft: Dispute) -> dict[str, Any]:
    """Return a draft as `dispute --json` prints it."""
    return {
        "alarm": draft.alarm.id,
        "route": draft.route,
        "rules": list(draft.rules),
        "act_by": None if draft.act_by is None else draft.act_by.isoformat(),
        "deadline": None if draft.deadline is None else draft.deadline.isoformat(),
        "next_on": None if draft.next_on is None else draft.next_on.isoformat(),
        "stop_payment_by": None if draft.stop_payment_by is None else draft.stop_payment_by.isoformat(),
        "enclose": list(draft.enclose),
        "lacking": list(draft.lacking),
        "letter": letter_json(draft.letter),
    }
