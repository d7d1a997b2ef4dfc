"""Opens a case and moves it on, one event at a time.

The machine is the table `MOVES`: (state, what happened) to the next state. What is not in the table cannot happen,
and the error says what can. Two states need no event: an answer that is overdue (`no_answer`) and paid time that is
over (`ended`) come by the calendar, so they are worked out by `state_on`, never stored.
"""

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any, cast

import msgspec

from unrenew.errors import EvidenceError, InputError
from unrenew.model.cases import (
    AnyHappening,
    Asked,
    Case,
    CaseEvent,
    CaseState,
    ChannelChosen,
    ChargedAgain,
    Closed,
    Confirmed,
    DossierMade,
    Ended,
    EvidenceSealed,
    FactNoted,
    Happening,
    LetterWritten,
    NoteAdded,
    Opened,
    ReferenceNoted,
    RefundAsked,
    RefundReceived,
    RefundRefused,
    RefundState,
    Refused,
    Reopened,
    StepDone,
    encode_event,
)

S = CaseState
ANSWER_DAYS = 14
"""Days the other side gets where no rule and no letter names a day."""

MOVES: dict[tuple[CaseState, type[Happening]], CaseState] = {
    (S.CONSIDERING, ChannelChosen): S.CHANNEL_KNOWN,
    (S.CONSIDERING, Asked): S.ASKED,
    (S.CONSIDERING, Confirmed): S.CONFIRMED,
    (S.CONSIDERING, Closed): S.CLOSED,
    (S.CHANNEL_KNOWN, ChannelChosen): S.CHANNEL_KNOWN,
    (S.CHANNEL_KNOWN, Asked): S.ASKED,
    (S.CHANNEL_KNOWN, Confirmed): S.CONFIRMED,
    (S.CHANNEL_KNOWN, Closed): S.CLOSED,
    (S.ASKED, ChannelChosen): S.CHANNEL_KNOWN,  # it was the wrong door
    (S.ASKED, Asked): S.ASKED,  # the second letter
    (S.ASKED, Confirmed): S.CONFIRMED,
    (S.ASKED, Refused): S.REFUSED,
    (S.ASKED, ChargedAgain): S.CHARGED_AGAIN,
    (S.ASKED, Closed): S.CLOSED,
    (S.REFUSED, ChannelChosen): S.CHANNEL_KNOWN,
    (S.REFUSED, Asked): S.ASKED,
    (S.REFUSED, Confirmed): S.CONFIRMED,
    (S.REFUSED, Refused): S.REFUSED,
    (S.REFUSED, ChargedAgain): S.CHARGED_AGAIN,
    (S.REFUSED, Closed): S.CLOSED,
    (S.CONFIRMED, Confirmed): S.CONFIRMED,
    (S.CONFIRMED, Refused): S.REFUSED,  # the status reads active again
    (S.CONFIRMED, Ended): S.ENDED,
    (S.CONFIRMED, ChargedAgain): S.CHARGED_AGAIN,
    (S.CONFIRMED, Closed): S.CLOSED,
    (S.ENDED, Confirmed): S.CONFIRMED,
    (S.ENDED, ChargedAgain): S.CHARGED_AGAIN,
    (S.ENDED, Closed): S.CLOSED,
    (S.CHARGED_AGAIN, Asked): S.ASKED,
    (S.CHARGED_AGAIN, Confirmed): S.CONFIRMED,
    (S.CHARGED_AGAIN, Refused): S.REFUSED,
    (S.CHARGED_AGAIN, Ended): S.ENDED,
    (S.CHARGED_AGAIN, ChargedAgain): S.CHARGED_AGAIN,
    (S.CHARGED_AGAIN, Closed): S.CLOSED,
}
"""`Reopened` leads from `closed` back to the state it was closed in; the events of `STAY` change no state."""

STAY: frozenset[type[Happening]] = frozenset(
    {StepDone, ReferenceNoted, FactNoted, NoteAdded, LetterWritten, EvidenceSealed, DossierMade}
)
REFUND_MOVES: dict[tuple[RefundState, type[Happening]], RefundState] = {
    (RefundState.NONE, RefundAsked): RefundState.ASKED,
    (RefundState.ASKED, RefundAsked): RefundState.ASKED,
    (RefundState.REFUSED, RefundAsked): RefundState.ASKED,
    (RefundState.RECEIVED, RefundAsked): RefundState.ASKED,
    (RefundState.NONE, RefundReceived): RefundState.RECEIVED,
    (RefundState.ASKED, RefundReceived): RefundState.RECEIVED,
    (RefundState.REFUSED, RefundReceived): RefundState.RECEIVED,
    (RefundState.RECEIVED, RefundReceived): RefundState.RECEIVED,
    (RefundState.ASKED, RefundRefused): RefundState.REFUSED,
    (RefundState.REFUSED, RefundRefused): RefundState.REFUSED,
}

WORDS: dict[type[Happening], str] = {
    Opened: "opened",
    ChannelChosen: "the channel is chosen",
    StepDone: "a step is done",
    Asked: "asked to cancel",
    Confirmed: "they confirmed",
    Refused: "they refused",
    Ended: "the paid time ended",
    ChargedAgain: "charged again",
    RefundAsked: "asked for the money back",
    RefundReceived: "money came back",
    RefundRefused: "they refused to pay back",
    ReferenceNoted: "a reference number",
    FactNoted: "a fact",
    NoteAdded: "a note",
    LetterWritten: "a message was written",
    EvidenceSealed: "evidence was sealed",
    DossierMade: "a dossier was made",
    Closed: "closed",
    Reopened: "reopened",
}


def open_case(opened: CaseEvent) -> Case:
    """Return the case that an `Opened` event begins."""
    if not isinstance(opened.what, Opened):
        raise InputError("a case begins with being opened", where=f"case {opened.case}")
    if opened.seq != 1 or opened.previous:
        raise EvidenceError("the first event of the case is missing", where=f"case {opened.case}")
    subject = opened.what.subject
    return Case(
        id=opened.case,
        subject=subject,
        opened_on=opened.on,
        state=S.CONSIDERING,
        events=(opened,),
        head=event_hash(opened),
    )


def next_event(case: Case, what: AnyHappening, *, on: date, at: datetime) -> CaseEvent:
    """Return the event that would come next in a case; `advance` decides whether it may."""
    return CaseEvent(case=case.id, seq=len(case.events) + 1, on=on, at=at, previous=case.head, what=what)


def advance(case: Case, event: CaseEvent, today: date) -> Case:
    """Return the case after one more event.

    Raises `InputError` where the event cannot happen in this state, lies in the future, or belongs to another case.
    """
    if event.on > today:
        raise InputError(
            f"{event.on.isoformat()} lies in the future: today is {today.isoformat()}",
            where=f"case {case.id}",
            hint="Say it on the day it happens; for a date to come, use the date of the confirmation (--until)",
        )
    words = _IN_WORDS.get(type(event.what))
    if words is not None and not getattr(event.what, words).strip():
        raise InputError("the words are missing", where=f"case {case.id}", hint="Say what it reads, or what they said")
    return _apply(case, event)


_IN_WORDS: dict[type[Happening], str] = {
    Confirmed: "status",
    Refused: "reason",
    RefundRefused: "reason",
    ReferenceNoted: "number",
    NoteAdded: "text",
}
"""What says nothing without its words, and where they stand."""


def rebuild(events: Iterable[CaseEvent]) -> Case:
    """Return the case that these events make, in their order.

    Raises `EvidenceError` where one is missing, changed or out of order, `InputError` where one cannot follow.
    """
    case: Case | None = None
    for event in events:
        case = open_case(event) if case is None else _apply(case, event)
    if case is None:
        raise EvidenceError("a case without any event")
    return case


def event_hash(event: CaseEvent) -> str:
    """Return the SHA-256, in hex, over the kept form of an event."""
    return hashlib.sha256(encode_event(event)).hexdigest()


def possible(case: Case) -> frozenset[str]:
    """Return, in words, what may happen next in this case."""
    if case.state is S.CLOSED:
        return frozenset({WORDS[Reopened]} | {WORDS[kind] for kind in STAY})
    moves = {WORDS[kind] for state, kind in MOVES if state is case.state}
    refund = {WORDS[kind] for state, kind in REFUND_MOVES if state is case.refund}
    return frozenset(moves | refund | {WORDS[kind] for kind in STAY})


def state_on(case: Case, today: date) -> CaseState:
    """Return where the case stands on a day: what its events say, and what the calendar has made of it since."""
    if case.state is S.ASKED and case.answer_by is not None and today > case.answer_by:
        return S.NO_ANSWER
    if case.state is S.CONFIRMED and case.active_until is not None and today > case.active_until:
        return S.ENDED
    return case.state


def refund_on(case: Case, today: date) -> RefundState:
    """Return where the money stands on a day."""
    if case.refund is RefundState.ASKED and case.refund_due_by is not None and today > case.refund_due_by:
        return RefundState.LATE
    return case.refund


def _apply(case: Case, event: CaseEvent) -> Case:
    where = f"case {case.id}, event {event.seq}"
    if event.case != case.id:
        raise InputError(f"this event belongs to case {event.case}", where=where)
    if event.seq != len(case.events) + 1 or event.previous != case.head:
        raise EvidenceError("the events do not follow each other: one was changed, removed or moved", where=where)
    kind = type(event.what)
    case = _move(case, kind, event.on)
    change = CHANGES.get(kind)
    if change is not None:
        case = change(case, event)
    return replace(case, events=(*case.events, event), head=event_hash(event))


def _move(case: Case, kind: type[Happening], on: date) -> Case:
    if kind in STAY:
        return case
    if kind is Reopened and case.state is S.CLOSED and case.closed_from is not None:
        return replace(case, state=case.closed_from, closed_from=None, closed_on=None)
    if case.state is not S.CLOSED:
        if (case.refund, kind) in REFUND_MOVES:
            return replace(case, refund=REFUND_MOVES[case.refund, kind])
        if (case.state, kind) in MOVES:
            closing = {"closed_from": case.state, "closed_on": on} if kind is Closed else {}
            return replace(case, state=MOVES[case.state, kind], **cast("dict[str, Any]", closing))
    state = (
        f"{case.state}, refund {case.refund}" if kind in {RefundAsked, RefundReceived, RefundRefused} else case.state
    )
    raise InputError(
        f'"{WORDS.get(kind, kind.__name__)}" cannot happen while the case is "{state}"',
        where=f"case {case.id}",
        hint=f"Possible now: {', '.join(sorted(possible(case)))}",
    )


def _channel(case: Case, event: CaseEvent) -> Case:
    return replace(case, channel=cast("ChannelChosen", event.what).channel)


def _step(case: Case, event: CaseEvent) -> Case:
    return replace(case, steps_done=case.steps_done | {cast("StepDone", event.what).step})


def _asked(case: Case, event: CaseEvent) -> Case:
    what = cast("Asked", event.what)
    answer_by = what.answer_by or event.on + timedelta(days=ANSWER_DAYS)
    return replace(case, asked_on=(*case.asked_on, event.on), answer_by=answer_by)


def _confirmed(case: Case, event: CaseEvent) -> Case:
    what = cast("Confirmed", event.what)
    return replace(
        case, status=what.status, confirmed_on=event.on, active_until=what.active_until, answer_by=None, ended_on=None
    )


def _refused(case: Case, event: CaseEvent) -> Case:
    return replace(case, refused_because=cast("Refused", event.what).reason, answer_by=None)


def _ended(case: Case, event: CaseEvent) -> Case:
    return replace(case, ended_on=event.on)


def _charged(case: Case, event: CaseEvent) -> Case:
    return replace(case, charged_again=(*case.charged_again, cast("ChargedAgain", event.what).charge))


def _refund_asked(case: Case, event: CaseEvent) -> Case:
    what = cast("RefundAsked", event.what)
    again = case.refund_asked_on is not None and case.refund_received == 0
    return replace(
        case,
        refund_asked_on=event.on,
        refund_asked=what.amount if what.amount is not None or not again else case.refund_asked,
        refund_currency=what.currency or case.refund_currency,
        refund_received=Decimal(0),
        refund_due_by=what.due_by or event.on + timedelta(days=ANSWER_DAYS),
    )


def _refund_received(case: Case, event: CaseEvent) -> Case:
    what = cast("RefundReceived", event.what)
    if what.amount <= 0:
        raise InputError("a refund is an amount above zero", where=f"case {case.id}")
    if case.refund_currency not in {None, what.currency}:
        return replace(case, refund_currency=what.currency, refund_received=what.amount)
    received = case.refund_received + what.amount
    whole = case.refund_asked is None or received >= case.refund_asked
    state = RefundState.RECEIVED if whole else RefundState.ASKED
    return replace(case, refund_received=received, refund_currency=what.currency, refund=state)


def _fact(case: Case, event: CaseEvent) -> Case:
    what = cast("FactNoted", event.what)
    if what.name == "country":
        case = replace(case, subject=msgspec.structs.replace(case.subject, country=_country(what.value, case)))
    return replace(case, facts={**case.facts, what.name: what.value})


def _country(text: str, case: Case) -> str:
    if len(text) != 2 or not text.isascii() or not text.isalpha():
        raise InputError(f"{text!r} is no country", where=f"case {case.id}", hint="Two letters, such as DE or US")
    return text.upper()


def _reference(case: Case, event: CaseEvent) -> Case:
    return replace(case, references=(*case.references, cast("ReferenceNoted", event.what).number))


def _sealed(case: Case, event: CaseEvent) -> Case:
    what = cast("EvidenceSealed", event.what)
    if what.count != case.sealed + 1:
        raise EvidenceError("an item of evidence is missing in the case's history", where=f"case {case.id}")
    return replace(case, sealed=what.count, sealed_head=what.link)


CHANGES: dict[type[Happening], Callable[[Case, CaseEvent], Case]] = {
    ChannelChosen: _channel,
    StepDone: _step,
    Asked: _asked,
    Confirmed: _confirmed,
    Refused: _refused,
    Ended: _ended,
    ChargedAgain: _charged,
    RefundAsked: _refund_asked,
    RefundReceived: _refund_received,
    FactNoted: _fact,
    ReferenceNoted: _reference,
    EvidenceSealed: _sealed,
}
