"""A case never leaves its states, and its events alone make it again."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from unrenew.act.cases import MOVES, advance, event_hash, next_event, open_case, possible, rebuild, refund_on, state_on
from unrenew.act.dues import dues, watch_until
from unrenew.errors import EvidenceError, InputError
from unrenew.model.cases import (
    Asked,
    CaseCharge,
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
    Subject,
    decode_event,
    encode_event,
)

DAY = date(2026, 11, 22)
AT = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
SUBJECT = Subject(
    name="Kaspersky Plus",
    provider="kaspersky",
    cadence="annual",
    renews_on=date(2026, 12, 20),
    cancel_by=date(2026, 12, 19),
    stop_payment_by=date(2026, 12, 17),
)


def opened(subject=SUBJECT):
    return open_case(CaseEvent(case="k-1", seq=1, on=DAY, at=AT, previous="", what=Opened(subject=subject)))


def go(case, *whats, on=DAY, today=None):
    for what in whats:
        case = advance(case, next_event(case, what, on=on, at=AT), today or on)
    return case


def test_the_whole_way():
    case = opened()
    assert dues(case, DAY)[0].what == "choose_channel"
    assert dues(case, DAY)[0].on == date(2026, 12, 19)
    case = go(case, ChannelChosen(channel="nexway-account", because="statement"))
    assert [due.what for due in dues(case, DAY)] == ["ask_to_cancel"]
    case = go(case, Asked(by="email", answer_by=date(2026, 12, 6)))
    assert dues(case, DAY)[0].on == date(2026, 12, 6)
    assert state_on(case, date(2026, 12, 6)) is CaseState.ASKED
    assert state_on(case, date(2026, 12, 7)) is CaseState.NO_ANSWER
    assert {due.what for due in dues(case, date(2026, 12, 7))} == {"second_letter", "stop_payment_at_bank"}
    case = go(case, Confirmed(status="auto-renew off", active_until=date(2026, 12, 20)), on=date(2026, 11, 25))
    assert state_on(case, date(2026, 12, 20)) is CaseState.CONFIRMED
    assert state_on(case, date(2026, 12, 21)) is CaseState.ENDED
    assert watch_until(case) == date(2027, 3, 6)
    assert [due.what for due in dues(case, date(2027, 3, 7))] == ["close", "watch_statements"]
    case = go(case, Ended(), Closed(), on=date(2027, 3, 7))
    assert case.state is CaseState.CLOSED
    assert dues(case, date(2030, 1, 1)) == ()
    case = go(case, Reopened(reason="a new charge"), on=date(2027, 3, 8))
    assert case.state is CaseState.ENDED


@pytest.mark.parametrize(
    ("cadence", "end", "until"),
    [
        (None, date(2026, 6, 30), date(2026, 8, 14)),
        ("weekly", date(2026, 6, 30), date(2026, 8, 14)),
        ("monthly", date(2026, 1, 31), date(2026, 3, 17)),  # a statement of a month, whatever the month
        ("monthly", date(2026, 7, 15), date(2026, 8, 29)),
        ("bimonthly", date(2026, 7, 15), date(2026, 9, 29)),  # 62 days, and not 61
        ("bimonthly", date(2026, 12, 31), date(2027, 3, 14)),  # 28 February
        ("bimonthly", date(2027, 12, 31), date(2028, 3, 14)),  # 29 February
        ("quarterly", date(2026, 7, 15), date(2026, 9, 29)),  # no longer than for two months
        ("triennial", date(2026, 7, 15), date(2026, 9, 29)),
    ],
)
def test_statements_are_looked_at_until_the_next_charge_would_have_come(cadence, end, until):
    case = opened(Subject(name="Streamhaus", cadence=cadence))
    case = go(case, Asked(by="web"), Confirmed(status="off", active_until=end))
    assert watch_until(case) == until
    (due,) = [due for due in dues(case, until) if due.what == "watch_statements"]
    assert due.on == until


def test_money_goes_its_own_way():
    case = go(opened(), ChannelChosen(channel="direct"), Asked(by="web"), Confirmed(status="off"))
    charge = CaseCharge(on=DAY, amount=Decimal("-39.99"), currency="EUR")
    case = go(case, ChargedAgain(charge=charge))
    assert case.state is CaseState.CHARGED_AGAIN
    case = go(case, RefundAsked(amount=Decimal("39.99"), currency="EUR", due_by=DAY + timedelta(days=14)))
    assert refund_on(case, DAY + timedelta(days=14)) is RefundState.ASKED
    assert refund_on(case, DAY + timedelta(days=15)) is RefundState.LATE
    case = go(case, RefundReceived(amount=Decimal("20.00"), currency="EUR"))
    assert case.refund is RefundState.ASKED, "half of the money is not the money"
    case = go(case, RefundReceived(amount=Decimal("19.99"), currency="EUR"))
    assert case.refund is RefundState.RECEIVED
    assert case.state is CaseState.CHARGED_AGAIN


def test_a_future_day_is_said_and_nothing_happens():
    case = opened()
    with pytest.raises(InputError, match="2026-11-23 lies in the future"):
        go(case, ChannelChosen(channel="direct"), on=date(2026, 11, 23), today=DAY)


def test_an_event_of_another_case_is_said():
    event = CaseEvent(case="other", seq=2, on=DAY, at=AT, previous="", what=NoteAdded(text="x"))
    with pytest.raises(InputError, match="belongs to case other"):
        advance(opened(), event, DAY)


def test_what_cannot_happen_says_what_can():
    with pytest.raises(InputError) as error:
        go(opened(), Ended())
    assert "asked to cancel" in str(error.value)
    assert "considering" in str(error.value)


HAPPENINGS = st.one_of(
    st.builds(ChannelChosen, channel=st.sampled_from(["a", "b"])),
    st.builds(StepDone, step=st.sampled_from(["1", "2"])),
    st.builds(Asked, by=st.just("email"), answer_by=st.none() | st.dates()),
    st.builds(Confirmed, status=st.text(max_size=5), active_until=st.none() | st.dates()),
    st.builds(Refused, reason=st.text(max_size=5)),
    st.just(Ended()),
    st.builds(ChargedAgain, charge=st.just(CaseCharge(on=DAY, amount=Decimal("-1.5"), currency="EUR"))),
    st.builds(RefundAsked, amount=st.none() | st.decimals("0.01", 99, places=2), currency=st.just("EUR")),
    st.builds(RefundReceived, amount=st.decimals(-1, 99, places=2), currency=st.sampled_from(["EUR", "USD"])),
    st.builds(RefundRefused, reason=st.just("no")),
    st.builds(ReferenceNoted, number=st.text(max_size=5)),
    st.builds(FactNoted, name=st.text(max_size=5), value=st.text(max_size=5)),
    st.builds(NoteAdded, text=st.text(max_size=5)),
    st.builds(
        LetterWritten, letter=st.just("cancel"), form=st.just("email"), language=st.just("de"), sha256=st.just("")
    ),
    st.builds(EvidenceSealed, count=st.integers(0, 3), link=st.just("x")),
    st.just(DossierMade(sha256="")),
    st.just(Closed()),
    st.just(Reopened()),
    st.just(Opened(subject=SUBJECT)),
)


@given(st.lists(st.tuples(HAPPENINGS, st.dates(date(2026, 1, 1), date(2028, 1, 1))), max_size=25), st.dates())
@settings(max_examples=60, deadline=None)
def test_never_leaves_its_states_and_is_rebuilt(steps, today):
    case = opened()
    for what, on in steps:
        before = case
        try:
            case = advance(case, next_event(case, what, on=on, at=AT), date(2027, 6, 1))
        except (InputError, EvidenceError):
            assert case is before
            continue
        moved = (before.state, type(what)) in MOVES
        assert case.state in CaseState
        assert moved or case.state is before.state or isinstance(what, Reopened)
        assert case.state is not CaseState.NO_ANSWER
        assert possible(case)
        assert (dues(case, today) == ()) == (case.state is CaseState.CLOSED)
    kept = [encode_event(event) for event in case.events]
    assert rebuild(decode_event(data) for data in kept) == case


def test_each_change_to_the_kept_events_is_found():
    case = go(opened(), ChannelChosen(channel="a"), Asked(by="web"), NoteAdded(text="hello"), Confirmed(status="off"))
    kept = list(case.events)
    for place in range(len(kept) - 1):
        for other in range(place + 1, len(kept)):
            swapped = list(kept)
            swapped[place], swapped[other] = swapped[other], swapped[place]
            with pytest.raises((EvidenceError, InputError)):
                rebuild(swapped)
        with pytest.raises((EvidenceError, InputError)):
            rebuild([*kept[:place], *kept[place + 1 :]])
        changed = msgspec.structs.replace(kept[place], on=date(2020, 1, 1))
        with pytest.raises(EvidenceError):
            rebuild([*kept[:place], changed, *kept[place + 1 :]])
    with pytest.raises(EvidenceError, match="without any event"):
        rebuild([])


def test_the_hash_is_over_the_kept_bytes():
    event = opened().events[0]
    assert event_hash(decode_event(encode_event(event))) == event_hash(event)
    with pytest.raises(msgspec.ValidationError):
        decode_event(encode_event(event).replace(b'"seq"', b'"sequence"'))
