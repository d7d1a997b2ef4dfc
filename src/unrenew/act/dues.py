"""A case and a day to what is due next, and by when."""

from collections.abc import Callable, Iterable
from datetime import date, timedelta

from unrenew.act.cases import refund_on, state_on
from unrenew.model.cases import Case, CaseState, Due, RefundState
from unrenew.model.periods import nth_after

WATCH_DAYS = 45
"""Days of statements to look at after the end: a monthly statement and the days until it arrives."""
ARRIVAL_DAYS = 14
"""Days until a statement that may show the next charge is there."""
MOST_DAYS = 62
"""Two months, the longest: a plan that is paid more seldom is looked at for as long as one that is paid every other."""


def dues(case: Case, today: date) -> tuple[Due, ...]:
    """Return what is due next, the earliest first; what has no day comes last. A closed case has nothing due."""
    state = state_on(case, today)
    found = [*DUES[state](case, today), *_refund(case, today)]
    if state is CaseState.CLOSED:
        return ()
    return tuple(sorted(found, key=lambda due: (due.on is None, due.on or date.max, due.what)))


def watch_until(case: Case) -> date | None:
    """Return the day until which statements should be looked at: past the charge that would have come next."""
    end = case.ended_on or case.active_until
    if end is None:
        return None
    cadence = case.subject.cadence
    following = min(nth_after(end, cadence, 1), end + timedelta(days=MOST_DAYS)) if cadence else end
    return max(end + timedelta(days=WATCH_DAYS), following + timedelta(days=ARRIVAL_DAYS))


def _due(what: str, on: date | None, today: date, text: str = "") -> Due:
    return Due(what=what, on=on, overdue=on is not None and on < today, text=text)


def _considering(case: Case, today: date) -> Iterable[Due]:
    yield _due("choose_channel", case.subject.cancel_by, today)


def _channel_known(case: Case, today: date) -> Iterable[Due]:
    yield _due("ask_to_cancel", case.subject.cancel_by, today)


def _asked(case: Case, today: date) -> Iterable[Due]:
    yield _due("wait_for_answer", case.answer_by, today)
    if (last := case.subject.cancel_by) is not None and last >= today:
        yield _due("have_it_confirmed_before_renewal", last, today)


def _no_answer(case: Case, today: date) -> Iterable[Due]:
    yield _due("second_letter" if len(case.asked_on) < 2 else "complain", today, today)
    yield _due("stop_payment_at_bank", case.subject.stop_payment_by, today)


def _refused(case: Case, today: date) -> Iterable[Due]:
    yield _due("complain", today, today, case.refused_because or "")
    yield _due("stop_payment_at_bank", case.subject.stop_payment_by, today)


def _confirmed(case: Case, today: date) -> Iterable[Due]:
    if case.sealed == 0:
        yield _due("keep_the_confirmation", today, today)
    if case.active_until is None:
        yield _due("ask_until_when", today, today)
    yield _due("paid_time_ends", case.active_until, today)


def _ended(case: Case, today: date) -> Iterable[Due]:
    yield _due("watch_statements", watch_until(case), today)
    if (end := watch_until(case)) is not None and today > end:
        yield _due("close", end, today)


def _charged_again(_case: Case, today: date) -> Iterable[Due]:
    yield _due("dispute_charge", today, today)
    yield _due("make_dossier", today, today)


def _refund(case: Case, today: date) -> Iterable[Due]:
    state = refund_on(case, today)
    if state is RefundState.ASKED:
        yield _due("refund_due", case.refund_due_by, today)
    elif state is RefundState.LATE:
        yield _due("second_letter_refund", today, today)
    elif state is RefundState.REFUSED:
        yield _due("complain_about_refund", today, today)


def _nothing(_case: Case, _today: date) -> Iterable[Due]:
    return ()


DUES: dict[CaseState, Callable[[Case, date], Iterable[Due]]] = {
    CaseState.CONSIDERING: _considering,
    CaseState.CHANNEL_KNOWN: _channel_known,
    CaseState.ASKED: _asked,
    CaseState.NO_ANSWER: _no_answer,
    CaseState.REFUSED: _refused,
    CaseState.CONFIRMED: _confirmed,
    CaseState.ENDED: _ended,
    CaseState.CHARGED_AGAIN: _charged_again,
    CaseState.CLOSED: _nothing,
}
