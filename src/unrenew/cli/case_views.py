"""How a case is shown, to people and as JSON."""

from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from collections.abc import Sequence

    from unrenew.api.cases import CaseView
    from unrenew.model.cases import Due
    from unrenew.model.evidence import EvidenceFault, EvidenceItem
    from unrenew.model.remedies import Remedy
    from unrenew.model.steps import Fact, Guidance, Source

STATES = {
    "considering": "being considered: how it was bought is not settled yet",
    "channel_known": "the way out is known; nothing was asked yet",
    "asked": "asked to cancel; the answer is awaited",
    "no_answer": "asked to cancel; the day for an answer has passed",
    "refused": "they refused",
    "confirmed": "the renewal is off",
    "ended": "ended; the statements are still to be watched",
    "charged_again": "charged again after the cancellation",
    "closed": "closed",
}
REFUNDS = {
    "asked": "the money was asked back",
    "late": "the money was asked back and is overdue",
    "refused": "they refuse to pay back",
    "received": "the money came back",
}
DUES = {
    "choose_channel": "say how it was bought: unrenew cancel {name} --channel …",
    "ask_to_cancel": "end the renewal by the steps below, then: unrenew case {id} done",
    "wait_for_answer": "their answer; when it comes: unrenew case {id} status “…” --until DATE",
    "have_it_confirmed_before_renewal": "the renewal is due: have it confirmed before",
    "second_letter": "write again, with a date: unrenew case {id} letter reminder",
    "complain": "complain to the body that is competent: unrenew case {id} letter complaint",
    "stop_payment_at_bank": "stop the payment at your bank before: unrenew case {id} letter bank_stop",
    "keep_the_confirmation": "keep the confirmation: unrenew case {id} attach FILE",
    "ask_until_when": "ask until when it stays active: unrenew case {id} letter confirm",
    "paid_time_ends": "the paid time ends",
    "watch_statements": "look through the statements until then: unrenew watch",
    "close": "nothing came any more: unrenew case {id} close",
    "dispute_charge": "dispute the charge: unrenew case {id} letter bank_dispute",
    "make_dossier": "put the proof together: unrenew case {id} dossier",
    "refund_due": "the money should be back; then: unrenew case {id} refund AMOUNT",
    "second_letter_refund": "the money is late, write again: unrenew case {id} letter reminder",
    "complain_about_refund": "complain: unrenew case {id} letter complaint",
}


BEFORE_THE_END = frozenset({"considering", "channel_known", "asked", "no_answer", "refused"})
"""States in which the last day to cancel still matters."""


def due_text(due: "Due", case: str, name: str) -> str:
    """Return what is due in plain words, with the command for it."""
    return DUES.get(due.what, due.what).format(id=case, name=name)


def show_case(view: "CaseView", remedies: "Sequence[Remedy]" = ()) -> None:
    """Print where a case stands, what is due, the way out, and what can be got back."""
    case, until = view.case, view.case.active_until
    click.echo(f"{case.subject.name}  ({case.id})")
    line = STATES[view.state]
    if until is not None and view.state in ("confirmed", "ended"):
        line += f", active until {until.isoformat()}"
    click.echo(f"  {line}")
    if view.refund in REFUNDS:
        left = "" if case.refund_due_by is None else f" (due by {case.refund_due_by.isoformat()})"
        click.echo(f"  {REFUNDS[view.refund]}{left if view.refund != 'received' else ''}")
    for due in view.dues:
        when = "" if due.on is None else due.on.isoformat()
        late = "  LATE" if due.overdue else ""
        click.echo(f"  due {when:10}  {due_text(due, case.id, case.subject.name)}{late}")
    if view.state in BEFORE_THE_END:
        for line in case.subject.cancel_by_why:
            click.echo(f"      {line}")
    show_guidance(view.guidance)
    show_remedies(remedies)
    if view.items:
        click.echo(f"\nEvidence: {len(view.items)} sealed. Check them: unrenew case {case.id} verify")


def show_remedies(remedies: "Sequence[Remedy]") -> None:
    """Print what is open, with its last day and its text, and what hangs on something that is not known."""
    opened = [one for one in remedies if one.status == "open" and one.kind != "duty"]
    asked = [one for one in remedies if one.status == "ask" and one.kind == "refund"]
    if not opened and not asked:
        return
    click.echo("\nMoney and rights (more: unrenew rights):")
    for one in opened:
        until = f"until {one.deadline.isoformat()}" if one.deadline else "open"
        amount = f", {one.amount} {one.currency}" if one.amount is not None else ""
        cite = f"  [{one.citations[0].cite}]" if one.citations else ""
        click.echo(f"  {until:17} {one.title}{amount}{cite}")
    for one in asked:
        names = ", ".join(one.missing[:3])
        click.echo(f"  {'depends':17} {one.title}: {names} (unrenew case ID note --fact NAME=VALUE)")


def show_guidance(guidance: "Guidance") -> None:
    """Print the steps, or the question that decides them, and what is worth knowing, with sources."""
    click.echo()
    if guidance.question is not None:
        click.echo(f"To be settled first: {guidance.question}")
        click.echo(f"  It could be: {', '.join(guidance.channels)}")
    seller = f", sold by {guidance.seller}" if guidance.seller else ""
    click.echo(f"Steps ({guidance.channel}{seller}):" if guidance.certain and guidance.channel else "Steps:")
    for number, step in enumerate(guidance.steps, 1):
        page = f"  {step.url}" if step.url else ""
        click.echo(f"  [{'x' if step.done else ' '}] {number} {step.text}{page}")
    sources = dict.fromkeys(source_text(step.source) for step in guidance.steps if step.source)
    for text in sources:
        click.echo(f"      {text}")
    if guidance.support:
        click.echo(f"  Official support: {guidance.support}")
    if guidance.facts:
        click.echo("\nWorth knowing:")
        for fact in guidance.facts:
            click.echo(f"  - {fact.text}" + (f"  [{source_text(fact.source)}]" if fact.source else ""))


def source_text(source: "Source") -> str:
    """Return where something stands, how sure it is, and when that was looked at."""
    label = f", {source.label}" if source.label else ""
    old = "old, " if source.old else ""
    return f"{source.url}{label}, {old}read on {source.looked_on.isoformat()}"


def case_json(view: "CaseView", remedies: "Sequence[Remedy] | None" = None) -> dict[str, Any]:
    """Return a case as `--json` prints it; its remedies where they were looked up."""
    import json

    import msgspec

    from unrenew.model.cases import encode_event

    case = view.case
    return {
        "id": case.id,
        "name": case.subject.name,
        "owner": case.subject.owner,
        "provider": case.subject.provider,
        "subscription": case.subject.subscription,
        "cancel_by": case.subject.cancel_by.isoformat() if case.subject.cancel_by else None,
        "stop_payment_by": case.subject.stop_payment_by.isoformat() if case.subject.stop_payment_by else None,
        "cancel_by_why": list(case.subject.cancel_by_why),
        "as_of": view.today.isoformat(),
        "state": view.state.value,
        "refund": view.refund.value,
        "channel": case.channel,
        "opened_on": case.opened_on.isoformat(),
        "asked_on": [on.isoformat() for on in case.asked_on],
        "answer_by": case.answer_by.isoformat() if case.answer_by else None,
        "status": case.status,
        "active_until": case.active_until.isoformat() if case.active_until else None,
        "references": list(case.references),
        "facts": dict(case.facts),
        "due": [
            {
                "on": due.on.isoformat() if due.on else None,
                "what": due.what,
                "overdue": due.overdue,
                "text": due_text(due, case.id, case.subject.name),
            }
            for due in view.dues
        ],
        "guidance": guidance_json(view.guidance),
        "remedies": None if remedies is None else msgspec.to_builtins(list(remedies)),
        "evidence": [item_json(item) for item in view.items],
        "events": [json.loads(encode_event(event)) for event in case.events],
    }


def guidance_json(guidance: "Guidance") -> dict[str, Any]:
    """Return the way out as `--json` prints it."""
    return {
        "provider": guidance.provider,
        "channel": guidance.channel,
        "certain": guidance.certain,
        "question": guidance.question,
        "channels": list(guidance.channels),
        "seller": guidance.seller,
        "support": guidance.support,
        "steps": [
            {
                "n": number,
                "id": step.id,
                "text": step.text,
                "from": step.from_,
                "url": step.url,
                "done": step.done,
                "source": _source_json(step.source),
            }
            for number, step in enumerate(guidance.steps, 1)
        ],
        "facts": [_fact_json(fact) for fact in guidance.facts],
    }


def item_json(item: "EvidenceItem") -> dict[str, Any]:
    """Return a sealed item as `--json` prints it."""
    import json

    from unrenew.act.evidence import encode_item

    return json.loads(encode_item(item))


def fault_json(fault: "EvidenceFault") -> dict[str, Any]:
    """Return what is not as it was sealed, as `--json` prints it."""
    return {"item": fault.seq, "name": fault.name, "what": fault.what, "severity": fault.severity}


def _fact_json(fact: "Fact") -> dict[str, Any]:
    return {"about": fact.about, "text": fact.text, "source": _source_json(fact.source)}


def _source_json(source: "Source | None") -> dict[str, Any] | None:
    if source is None:
        return None
    return {"url": source.url, "label": source.label, "as_of": source.looked_on.isoformat(), "old": source.old}
