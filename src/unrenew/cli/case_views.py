"""How a case is shown, to people and as JSON."""

from typing import TYPE_CHECKING, Any

import click

from unrenew.cli.counts import counted
from unrenew.cli.tables import say

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
ABOUT = {"refund": "Money back: ", "warning": "Careful: "}
"""What is put before a fact whose words alone do not say what it is about."""
DUES = {
    "choose_channel": "say how it was bought (direct, a store, a reseller): unrenew case {id} channel NAME",
    "ask_to_cancel": "end the renewal; tick the steps off as you go: unrenew case {id} done",
    "wait_for_answer": "their answer; when it comes: unrenew case {id} status 'TEXT' --until DATE",
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


def show_noted(view: "CaseView") -> None:
    """Print what was just written down, where the case stands now, and what is next."""
    from unrenew.api.cases import sentences

    for sentence in sentences(view):
        say(sentence)
    show_standing(view)
    noted = {event.what.__struct_config__.tag for event in view.noted}
    if "channel_chosen" in noted:
        show_guidance(view.guidance)
        return
    step = next(((n, one) for n, one in enumerate(view.guidance.steps, 1) if not one.done), None)
    if "step_done" in noted and step is not None:
        say(step[1].text, first=f"  next: {step[0]} ", rest=" " * 8)
    click.echo(f"All of it: unrenew case {view.case.id}")


def show_standing(view: "CaseView") -> None:
    """Print the head of a case: its name, its state, the money, and what is due."""
    case, until = view.case, view.case.active_until
    click.secho(f"{case.subject.name}  ({case.id})", bold=True)
    line = STATES[view.state]
    if until is not None and view.state in ("confirmed", "ended"):
        line += f", active until {until.isoformat()}"
    say(line, first="  ")
    if view.refund in REFUNDS:
        left = "" if case.refund_due_by is None else f" (due by {case.refund_due_by.isoformat()})"
        say(f"{REFUNDS[view.refund]}{left if view.refund != 'received' else ''}", first="  ")
    for due in view.dues:
        when = "" if due.on is None else due.on.isoformat()
        late = "  LATE" if due.overdue else ""
        say(f"{due_text(due, case.id, case.subject.name)}{late}", first=f"  due {when:10}  ")


def show_case(view: "CaseView", remedies: "Sequence[Remedy]" = ()) -> None:
    """Print where a case stands, what is due, the way out, and what can be got back."""
    show_standing(view)
    for line in view.case.subject.cancel_by_why if view.state in BEFORE_THE_END else ():
        say(line, first="      ")
    show_guidance(view.guidance)
    show_remedies(remedies, view)
    if view.items:
        count = len(view.items)
        click.echo(f"\nEvidence: {counted(count, 'item')} sealed: unrenew case {view.case.id} verify")


def show_remedies(remedies: "Sequence[Remedy]", view: "CaseView") -> None:
    """Print what is open, with its last day and its text, and what hangs on something that is not known."""
    from unrenew.api.words import words_for

    opened = [one for one in remedies if one.status == "open" and one.kind != "duty"]
    asked = [one for one in remedies if one.status == "ask" and one.kind == "refund"]
    if not opened and not asked:
        return
    country = view.case.subject.country
    if country is None:
        click.echo("\nMoney and rights:")
        say(f"They depend on where you live. Say it once: unrenew case {view.case.id} --country DE", first="  ")
        return
    click.echo(f"\nMoney and rights in {country}:")
    for one in opened:
        until = f"until {one.deadline.isoformat()}" if one.deadline else "open"
        amount = f", {one.amount} {one.currency}" if one.amount is not None else ""
        say(f"{one.title}{amount}", first=f"  {until:18}")
        if one.citations:
            say(one.citations[0].cite, first=" " * 20)
    if asked:
        click.echo("  More may be open. What would decide it:")
        hanging: dict[str, list[str]] = {}
        for one in asked:
            hanging.setdefault(one.missing[0], []).append(one.title)
        for fact, titles in hanging.items():
            say(f"{words_for(None).question(fact)} ({fact})", first="  - ")
            say("; ".join(titles), first="      ")
        say(f"Your answer (yes, no, a day, a word): unrenew case {view.case.id} note --fact NAME=VALUE", first="  ")


def show_guidance(guidance: "Guidance") -> None:
    """Print the steps, or the question that decides them, and what is worth knowing, each with its source."""
    click.echo()
    if guidance.question is not None:
        say(f"To be settled first: {guidance.question}")
    if guidance.question is not None and guidance.channels:
        say(f"It could be: {', '.join(guidance.channels)}", first="  ")
    sources: dict[str, int] = {}
    _show_steps(guidance, sources)
    if guidance.facts:
        click.echo("\nWorth knowing:")
    for fact in guidance.facts:
        say(f"{ABOUT.get(fact.about, '')}{fact.text}{_numbered(fact.source, sources)}", first="  - ")
    if sources:
        click.echo("\nSources:")
    for text, number in sources.items():
        say(text, first=f"  [{number}] ")


def _numbered(source: "Source | None", sources: dict[str, int]) -> str:
    """Return the number under which a source is printed at the end."""
    return "" if source is None else f" [{sources.setdefault(source_text(source), len(sources) + 1)}]"


def _show_steps(guidance: "Guidance", sources: dict[str, int]) -> None:
    seller = f", sold by {guidance.seller}" if guidance.seller else ""
    click.echo(f"Steps ({guidance.channel}{seller}):" if guidance.certain and guidance.channel else "Steps:")
    for number, step in enumerate(guidance.steps, 1):
        say(f"{step.text}{_numbered(step.source, sources)}", first=f"  [{'x' if step.done else ' '}] {number:>2} ")
        if step.url:
            click.echo(f"{'':9}{step.url}")
    if guidance.support:
        click.echo(f"  Official support: {guidance.support}")


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
