"""A case: open it, see where it stands, move it on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

from unrenew.act.cases import advance, next_event, open_case, rebuild, refund_on, state_on
from unrenew.act.dues import dues
from unrenew.act.evidence import anchor_of, decode_item
from unrenew.act.openings import known_channel, known_facts, last_charge, new_id, pick, subject_of
from unrenew.act.steps import find_steps
from unrenew.api.finding import EVERYBODY, listing_of
from unrenew.api.homes import Home, keep_said, known
from unrenew.errors import EvidenceError, NotFoundError, UsageError
from unrenew.model.cases import (
    AnyHappening,
    Asked,
    Case,
    CaseCharge,
    CaseEvent,
    CaseState,
    ChannelChosen,
    ChargedAgain,
    Due,
    FactNoted,
    Opened,
    RefundAsked,
    RefundReceived,
    RefundState,
    Reopened,
    StepDone,
    Subject,
    decode_event,
    encode_event,
)
from unrenew.model.evidence import EvidenceItem
from unrenew.model.listings import CaseRow
from unrenew.model.steps import Guidance, Step
from unrenew.model.values import Money
from unrenew.store import Store

if TYPE_CHECKING:
    from unrenew.directory import Directory


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """What a person says when a case is opened; everything may stay open."""

    channel: str | None = None
    says: str = ""  # in their own words: from whom, where, the order number
    facts: Mapping[str, str] = field(default_factory=dict[str, str])


NO_ANSWERS = Answers()


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseView:
    """A case as it stands today: its state, what is due, the way out, and its evidence."""

    case: Case
    today: date
    state: CaseState
    refund: RefundState
    dues: tuple[Due, ...]
    guidance: Guidance
    items: tuple[EvidenceItem, ...]
    noted: tuple[CaseEvent, ...] = ()  # what this call wrote down


@cache
def directory() -> "Directory":
    """Return the directory, read once."""
    from unrenew.directory import Directory
    from unrenew.facts import load_facts

    return Directory(load_facts().providers)


def open_for(home: Home, name: str, *, owner: str | None = EVERYBODY, answers: Answers = NO_ANSWERS) -> CaseView:
    """Open the case of a subscription, or go on with the one that is open, with what the person says.

    `name` is one of the person's subscriptions, else a provider that the directory knows.
    """
    with home.open() as store, store.writing():
        keep_said(home, store)
        home = known(home, store)
        subject, happenings = _subject(home, store, name, owner, answers)
        running = [row for row in store.cases.all() if row.state != CaseState.CLOSED and _same(row, subject)]
        case = load_case(store, running[0].id) if running else _open(home, store, subject)
        case = _with_country(home, store, case)
        for what in happenings:
            if not _said_already(case, what):
                case = append(home, store, case, what)
        return view_of(home, store, case)


def open_with(home: Home, subject: Subject, *, answers: Answers = NO_ANSWERS) -> CaseView:
    """Open a case about something that no statement shows."""
    with home.open() as store, store.writing():
        case = _open(home, store, subject)
        for what in _answered(answers):
            case = append(home, store, case, what)
        return view_of(home, store, case)


def list_cases(home: Home) -> list[CaseRow]:
    """Return every case, the open ones first, each as it stands today."""
    with home.open() as store:
        rows = [row_of(case, home.today) for case in (_rebuilt(texts) for texts in store.cases.all_events().values())]
    return sorted(rows, key=lambda row: (row.state == CaseState.CLOSED, row.due_on or date.max, row.id))


def view(home: Home, name: str, *, says: str = "") -> CaseView:
    """Return one case as it stands today; `name` is its id, the beginning of it, or the subscription's name."""
    with home.open() as store:
        case = find_case(store, name)
        if home.country is not None:
            with store.writing():
                keep_said(home, store)
                case = _with_country(home, store, case)
        return view_of(home, store, case, says=says)


def record(home: Home, name: str, *whats: AnyHappening, on: date | None = None) -> CaseView:
    """Write down what happened, all of it or nothing, and return the case as it stands then.

    Raises `InputError` where it cannot happen now, or lies in the future.
    """
    with home.open() as store, store.writing():
        case = find_case(store, name)
        before = len(case.events)
        for what in whats:
            case = append(home, store, case, what, on=on)
        return replace(view_of(home, store, case), noted=case.events[before:])


def finish_step(home: Home, name: str, step: str | None = None, *, on: date | None = None) -> CaseView:
    """Note a step as taken: the next one, or that of this id or number. The last of the way out means: asked."""
    with home.open() as store, store.writing():
        case = find_case(store, name)
        before = len(case.events)
        steps = find_steps(case, directory(), home.today).steps
        chosen = _step(steps, step)
        case = append(home, store, case, StepDone(step=chosen.id, text=chosen.text), on=on)
        way = [one.id for one in steps if one.id.startswith("cancel.")]
        if way and set(way) <= case.steps_done and not case.asked_on and case.state is not CaseState.CLOSED:
            case = append(home, store, case, Asked(by="web"), on=on)
        return replace(view_of(home, store, case), noted=case.events[before:])


# --- parts that the other case modules use


def find_case(store: Store, name: str) -> Case:
    """Return the case that a word means."""
    rows = store.cases.all()
    found = pick(rows, name)
    if len(found) == 1:
        return load_case(store, found[0].id)
    if found:
        shown = ", ".join(f"{row.id} ({row.name}, {row.state})" for row in found[:8])
        raise UsageError(f"{len(found)} cases fit {name!r}", hint=f"Name one by its id: {shown}")
    raise NotFoundError(f"there is no case {name!r}", hint="`unrenew case` lists them, `unrenew cancel NAME` opens one")


def load_case(store: Store, case: str) -> Case:
    """Return a case made of its kept events."""
    return _rebuilt(store.cases.events(case))


def home_for(home: Home, store: Store, case: Case) -> Home:
    """Return the home with the case's own country and language where this call names none, else those kept."""
    own = case.subject
    return known(replace(home, country=home.country or own.country, language=home.language or own.language), store)


def append(home: Home, store: Store, case: Case, what: AnyHappening, *, on: date | None = None) -> Case:
    """Keep one more event and the anchor of the case with it.

    Raises `EvidenceError` where what is kept is not what was anchored: going on would cover up a change.
    """
    event = next_event(case, what, on=on or home.today, at=home.now())
    after = advance(case, event, home.today)
    with store.writing():
        _demand_anchor(store, case)
        store.cases.append_event(row_of(after, home.today), event.seq, encode_event(event).decode())
        put_anchor(store, after)
    return after


def _demand_anchor(store: Store, case: Case) -> None:
    anchor: dict[str, Any] | None = store.settings.get(anchor_key(case.id))
    moved_on = len(store.cases.events(case.id)) != len(case.events)  # by another program: said when it is stored
    if not moved_on and anchor != {"count": len(case.events), "head": case.head}:
        raise EvidenceError(
            "the history is not as it was kept: its last event was changed or removed",
            where=f"case {case.id}",
            hint=f"`unrenew case {case.id} verify` says more; a backup has it as it was",
        )


def put_anchor(store: Store, case: Case) -> None:
    """Keep how many events there are and the hash of the last, apart from the events."""
    anchor = anchor_of(case)
    store.settings.put(anchor_key(case.id), {"count": anchor.count, "head": anchor.head})


def anchor_key(case: str) -> str:
    """Return the setting under which a case is anchored."""
    return f"case-head/{case}"


def row_of(case: Case, today: date) -> CaseRow:
    """Return a case's line in the list of cases."""
    due = next(iter(dues(case, today)), None)
    return CaseRow(
        id=case.id,
        owner=case.subject.owner,
        subscription=case.subject.subscription,
        name=case.subject.name,
        state=state_on(case, today),
        due_on=due.on if due else None,
        due_what=due.what if due else None,
    )


def view_of(home: Home, store: Store, case: Case, *, says: str = "") -> CaseView:
    """Return a case with everything that is shown of it."""
    return CaseView(
        case=case,
        today=home.today,
        state=state_on(case, home.today),
        refund=refund_on(case, home.today),
        dues=dues(case, home.today),
        guidance=find_steps(case, directory(), home.today, says=says or case.facts.get("order_number", "")),
        items=tuple(decode_item(text) for text in store.evidence.items(case.id)),
    )


def _rebuilt(texts: Sequence[str]) -> Case:
    import msgspec

    try:
        return rebuild(decode_event(text) for text in texts)
    except msgspec.DecodeError as error:
        raise EvidenceError("an event of the case cannot be read", hint="`unrenew case ID verify` says more") from error


def _subject(
    home: Home, store: Store, name: str, owner: str | None, answers: Answers
) -> tuple[Subject, list[AnyHappening]]:
    from unrenew.api.cancelling import listed, with_method
    from unrenew.api.subscriptions import pick as pick_subscription

    provider = directory().provider(name)
    try:
        found: dict[str, Any] = pick_subscription(listed(listing_of(home, store, owner=owner), today=home.today), name)
    except NotFoundError:
        if provider is None:
            raise
        subject = Subject(
            name=provider.name,
            provider=provider.id,
            country=home.country,
            language=home.language,
        )
        return subject, _answered(answers)
    if method := answers.facts.get("payment_method"):
        found = with_method(found, method, today=home.today, country=home.country)
    subject = subject_of(found, country=home.country, language=home.language)
    told = [FactNoted(name=key, value=value) for key, value in known_facts(found).items()]
    channel = known_channel(found, directory()) if answers.channel is None else None
    return subject, [*([channel] if channel else []), *told, *_answered(answers)]


def _answered(answers: Answers) -> list[AnyHappening]:
    whats: list[AnyHappening] = [FactNoted(name=key, value=value) for key, value in answers.facts.items() if value]
    if answers.channel is not None:
        whats.append(ChannelChosen(channel=answers.channel))
    return whats


def _with_country(home: Home, store: Store, case: Case) -> Case:
    """Note the country of the person in a case that was opened without one: rights and letters need it."""
    if home.country is None or case.subject.country is not None or case.state is CaseState.CLOSED:
        return case
    return append(home, store, case, FactNoted(name="country", value=home.country))


def sentences(view: CaseView) -> list[str]:
    """Return what the call that gave this view wrote down, each event in one English sentence."""
    from unrenew.act.stories import Teller, timeline_rows
    from unrenew.facts.templates import load_letters

    tell = Teller(load_letters(), "en", view.case.subject.country)
    return [sentence for _, sentence, _ in timeline_rows(view.noted, tell)]


def _said_already(case: Case, what: AnyHappening) -> bool:
    if isinstance(what, FactNoted):
        return case.facts.get(what.name) == what.value
    if isinstance(what, ChannelChosen):
        return case.channel == what.channel or (case.channel is not None and what.because != "said by the person")
    return False


def _same(row: CaseRow, subject: Subject) -> bool:
    if row.owner != subject.owner:
        return False
    if row.subscription is not None and row.subscription == subject.subscription:
        return True
    return row.name.casefold() == subject.name.casefold()


def _open(home: Home, store: Store, subject: Subject) -> Case:
    made = new_id(subject, home.today, [row.id for row in store.cases.all()])
    event = CaseEvent(case=made, seq=1, on=home.today, at=home.now(), previous="", what=Opened(subject=subject))
    case = open_case(event)
    with store.writing():
        owner = store.people.ensure(subject.owner)
        store.cases.open(row_of(case, home.today), owner, encode_event(event).decode())
        put_anchor(store, case)
    return case


def _step(steps: Sequence[Step], wanted: str | None) -> Step:
    if wanted is None:
        left = [step for step in steps if not step.done]
        if left:
            return left[0]
        raise UsageError("every step is done already")
    for number, step in enumerate(steps, 1):
        if wanted in {step.id, str(number)}:
            return step
    known = ", ".join(f"{number} ({step.id})" for number, step in enumerate(steps, 1))
    raise UsageError(f"there is no step {wanted!r}", hint=f"Steps: {known}")


# --- what people say in one word


def sent(home: Home, name: str, what: str, asked: Asked, *, on: date | None = None) -> CaseView:
    """Write down that a message was sent: a request to cancel, for the money, or both (a withdrawal is both)."""
    found = view(home, name)
    whats: list[AnyHappening] = []
    if what != "refund":
        to = asked.to or found.guidance.seller
        whats.append(Asked(by=asked.by, to=to, answer_by=asked.answer_by, letter=what))
    if what in {"refund", "withdraw"}:
        charge = last_charge(found.case)
        amount, currency = (-charge.amount, charge.currency) if charge else (None, None)
        whats.append(RefundAsked(amount=amount, currency=currency, due_by=asked.answer_by))
    return record(home, found.case.id, *whats, on=on)


def charged_again(home: Home, name: str, charge: CaseCharge) -> CaseView:
    """Write down a charge after the cancellation; a case that was closed goes on with it."""
    case = view(home, name).case
    again: list[AnyHappening] = [Reopened(reason="charged again")] if case.state is CaseState.CLOSED else []
    return record(home, case.id, *again, ChargedAgain(charge=charge), on=min(charge.on, home.today))


def refund_came(home: Home, name: str, money: Money, *, on: date | None = None) -> CaseView:
    """Write down that money came back."""
    return record(home, name, RefundReceived(amount=abs(money.amount), currency=money.currency), on=on)


def currency_of(home: Home, name: str) -> str:
    """Return the currency in which a case's subscription is paid."""
    case = view(home, name).case
    charge = last_charge(case)
    found = charge.currency if charge else case.subject.currency
    if found is None:
        raise UsageError("in which currency is not known", hint="Say it with --currency, such as EUR")
    return found
