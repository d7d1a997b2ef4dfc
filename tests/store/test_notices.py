"""How far a notice came is kept step by step, in every kind of database, and one program at a time sends."""

import multiprocessing
from datetime import UTC, date, datetime, timedelta

import pytest

from unrenew.errors import LockedError
from unrenew.model.notices import MOST_UNSURE
from unrenew.store.notices import CUT_OFF, NO_LONGER, Wanted

AT = datetime(2026, 11, 1, 12, tzinfo=UTC)
LATER = AT + timedelta(hours=1)
TODAY = AT.date()
KEY = "alarm1@0123456789ab"
WANTED = Wanted(mark="m1", title="Charged after you cancelled")


@pytest.fixture
def me(store):
    return store.people.ensure(None)


@pytest.fixture
def planned(store, me):
    store.notices.plan(me, {KEY: WANTED}, AT, today=TODAY)
    return store.notices


def one(notices):
    (found,) = notices.all()
    return found


def test_planning_twice_changes_nothing(planned, me):
    before = one(planned)
    assert (before.state, before.tries, before.mark, before.address) == ("planned", 0, "m1", "0123456789ab")
    assert planned.plan(me, {KEY: WANTED}, LATER, today=TODAY) == []
    assert one(planned) == before


def test_the_whole_way(planned, me):
    taken = planned.take(me, KEY, AT)
    assert (taken.state, taken.tries, taken.tried_at) == ("taken", 1, None)
    assert one(planned).tried_at == AT
    assert planned.take(me, KEY, AT) is None, "who has it has it alone"
    planned.hand(taken, LATER)
    assert (one(planned).state, one(planned).unsure) == ("handed", 1)
    planned.settle(taken, "sent", LATER)
    assert (one(planned).state, one(planned).unsure, one(planned).sent_at) == ("sent", 0, LATER)
    assert planned.take(me, KEY, LATER) is None
    planned.plan(me, {}, LATER, today=TODAY)
    assert one(planned).state == "sent", "what was sent stays sent"


def test_a_failed_one_is_taken_again_and_says_why(planned, me):
    for number in (1, 2, 3, 4, 5):
        taken = planned.take(me, KEY, AT)
        planned.hand(taken, AT)
        planned.settle(taken, "failed", AT, reason="refused")
        found = one(planned)
        assert (found.state, found.tries, found.unsure, found.reason) == ("failed", number, 0, "refused")


def test_what_died_before_the_handing_over_is_as_planned(planned, me):
    planned.take(me, KEY, AT)
    with planned.sending():
        assert (one(planned).state, one(planned).unsure) == ("planned", 0)


def test_what_died_after_it_is_unsure_and_rests_in_the_end(planned, me):
    for number in range(1, MOST_UNSURE + 1):
        taken = planned.take(me, KEY, AT)
        assert taken.unsure == number - 1, "so that a second one is marked"
        planned.hand(taken, AT)
        with planned.sending():
            found = one(planned)
        assert (found.state, found.unsure, found.reason) == ("unsure", number, CUT_OFF)
        assert found.rests == (number == MOST_UNSURE)
    assert planned.take(me, KEY, AT) is None
    assert planned.free(me) == frozenset()
    assert planned.resolve("planned", "other") == []
    assert [rested.key for rested in planned.resolve("planned", "m")] == [KEY]
    assert planned.free(me) == {KEY}
    assert planned.resolve("planned") == []
    taken = planned.take(me, KEY, AT)
    assert taken.unsure == MOST_UNSURE
    planned.hand(taken, AT)
    planned.settle(taken, "unsure", AT, reason="no answer")
    assert one(planned).rests
    planned.resolve("sent")
    assert (one(planned).state, one(planned).unsure) == ("sent", MOST_UNSURE + 1)


def test_one_that_came_the_second_time_stays_marked(planned, me):
    taken = planned.take(me, KEY, AT)
    planned.hand(taken, AT)
    planned.settle(taken, "unsure", AT, reason="no answer")
    again = planned.take(me, KEY, LATER)
    assert again.tried_at == AT, "when it was tried before"
    planned.hand(again, LATER)
    planned.settle(again, "sent", LATER)
    assert (one(planned).state, one(planned).unsure, one(planned).reason) == ("sent", 1, "")


def test_who_lost_it_to_another_program_hands_nothing_over(planned, me):
    taken = planned.take(me, KEY, AT)
    with planned.sending():  # as a program does that believes this one dead
        planned.take(me, KEY, AT)
    for step in (lambda: planned.hand(taken, AT), lambda: planned.settle(taken, "sent", AT)):
        with pytest.raises(LockedError, match="another unrenew"):
            step()
    assert (one(planned).state, one(planned).tries) == ("taken", 2)


def test_what_is_no_longer_so_is_dropped_and_comes_back_if_it_is_so_again(planned, me):
    assert planned.plan(me, {}, LATER, today=TODAY) == []
    assert (one(planned).state, one(planned).reason) == ("dropped", NO_LONGER)
    planned.plan(me, {KEY: WANTED}, LATER, today=TODAY)
    assert (one(planned).state, one(planned).reason) == ("planned", "")


def test_whose_day_passed_unsent_is_named_once(store, me):
    wanted = {KEY: Wanted(mark="m1", title="Last day to cancel", until=date(2026, 11, 3))}
    store.notices.plan(me, wanted, AT, today=TODAY)
    taken = store.notices.take(me, KEY, AT)
    store.notices.settle(taken, "failed", AT, reason="refused")
    (missed,) = store.notices.plan(me, {}, LATER, today=date(2026, 11, 4))
    assert (missed.title, missed.reason) == ("Last day to cancel", "refused")
    assert store.notices.plan(me, {}, LATER, today=date(2026, 11, 4)) == []
    assert one(store.notices).state == "missed"


def test_new_words_reach_what_is_not_sent_yet(planned, me):
    planned.plan(me, {KEY: Wanted(mark="m1", title="Other", until=TODAY)}, LATER, today=TODAY)
    assert (one(planned).title, one(planned).until, one(planned).planned_at) == ("Other", TODAY, AT)


def test_people_are_not_mixed(planned, store, me):
    ana = store.people.ensure("Ana")
    planned.plan(ana, {KEY: WANTED}, AT, today=TODAY)
    assert planned.take(ana, KEY, AT)
    assert [found.state for found in planned.all(me)] == ["planned"]
    assert [found.state for found in planned.all(ana)] == ["taken"]
    planned.plan(me, {}, AT, today=TODAY)
    assert [found.state for found in planned.all(ana)] == ["taken"]


def test_one_program_sends_at_a_time(home, opened):
    with opened(home) as store, store.notices.sending(), opened(home, wait=0.2) as other:
        with pytest.raises(LockedError, match="is sending notices just now"), other.notices.sending():
            pass
        other.settings.put("language", "de")  # anything else goes on
    with opened(home, wait=0.2) as store, store.notices.sending():
        pass


def hold_and_wait(home, held, passphrase):
    from unrenew.store.homes import open_home

    with open_home(home, passphrase=lambda: passphrase) as store, store.notices.sending():
        held.set()
        multiprocessing.Event().wait()


def test_the_right_to_send_ends_with_the_process(home, opened):
    opened(home).close()
    kinds = multiprocessing.get_context("spawn")
    held = kinds.Event()
    other = kinds.Process(target=hold_and_wait, args=(home, held, "correct horse"))
    other.start()
    try:
        assert held.wait(60)
        with opened(home, wait=0.2) as store, pytest.raises(LockedError), store.notices.sending():
            pass
    finally:
        other.kill()
        other.join()
    with opened(home) as store, store.notices.sending():
        pass
