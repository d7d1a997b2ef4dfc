"""Each notice once, whatever happens between two steps; what nobody knows is sent once more, and marked."""

import itertools
from datetime import UTC, date, datetime

import pytest

from unrenew.api.deliveries import WAITS, News, Notified, deliver
from unrenew.api.homes import Home
from unrenew.api.notices import NoticeSettings, address_of, send_again, standing_of
from unrenew.errors import NetError, NoAnswerError, StoreError
from unrenew.model.notices import MOST_UNSURE
from unrenew.store.notices import CUT_OFF

AT = datetime(2026, 11, 1, 12, tzinfo=UTC)
TODAY = date(2026, 11, 1)
ADDRESS = "json://secret@one.example"
AGAIN = " (perhaps a second time)"


class CrashError(BaseException):
    """The process ends here, as far as it can within a test."""


class Post:
    """A receiver, and what happens on the way: the process dies before, at or after the handing over, or it fails."""

    def __init__(self):
        self.came = []
        self.dies = None
        self.error = None

    def send(self, address, notice, handing):
        if self.dies == "before":
            raise CrashError
        handing()
        if self.dies == "handed":
            raise CrashError
        if self.error is not None:
            raise self.error
        self.came.append((address, notice))
        if self.dies == "arrived":
            raise CrashError

    @property
    def titles(self):
        return [notice.title for _, notice in self.came]


@pytest.fixture
def post():
    return Post()


@pytest.fixture
def run(tmp_path, post):
    """Run over news (two, unless others are given) as one process would."""

    def run_it(news=("one", "two"), *, addresses=(ADDRESS,), crash_at=None, today=TODAY, **more):
        calls = itertools.count(1)

        def now():
            if next(calls) == crash_at:
                raise CrashError
            return AT

        home = Home(folder=tmp_path / "home", today=today, now=now)
        with home.open() as store:
            me = store.people.ensure(None)
            found = [News(id=one, owner=me, title=f"Title {one}", text=f"Text {one}", **more) for one in news]
            return deliver(home, store, [me], found, addresses, post.send)

    return run_it


@pytest.fixture
def kept(tmp_path):
    """What stands in the store: the state of each notice."""

    def look():
        with Home(folder=tmp_path / "home", today=TODAY).open() as store:
            return {one.key.partition("@")[0]: one for one in store.notices.all()}

    return look


STEPS = ("plan", "take one", "hand one", "settle one", "take two", "hand two", "settle two")


@pytest.mark.parametrize("step", STEPS)
def test_a_crash_before_any_step_loses_nothing_and_doubles_only_in_the_window(run, post, step):
    with pytest.raises(CrashError):
        run(crash_at=STEPS.index(step) + 1)
    run()
    doubled = [f"Title {step.split()[1]}{AGAIN}"] if step.startswith("settle") else []
    assert sorted(post.titles) == sorted(["Title one", "Title two", *doubled])
    marks = {notice.mark for _, notice in post.came}
    assert len(marks) == 2, "the same mark whenever the same is sent"
    run()
    assert len(post.came) == 2 + len(doubled)


def test_there_are_no_further_steps(run):
    run(crash_at=len(STEPS) + 1)


@pytest.mark.parametrize(
    ("moment", "after", "came"),
    [
        ("before", "taken", ["Title one"]),
        ("handed", "handed", [f"Title one{AGAIN}"]),
        ("arrived", "handed", ["Title one", f"Title one{AGAIN}"]),
    ],
)
def test_where_the_process_died_decides_whether_it_is_marked(run, post, kept, moment, after, came):
    post.dies = moment
    with pytest.raises(CrashError):
        run(["one"])
    assert kept()["one"].state == after
    post.dies = None
    done = run(["one"])
    assert post.titles == came
    assert (done.again if AGAIN in came[-1] else done.sent) == ("Title one",)
    assert run(["one"]) == Notified()


def test_a_second_one_says_so_and_has_the_mark_of_the_first(run, post):
    post.dies = "arrived"
    with pytest.raises(CrashError):
        run(["one"])
    post.dies = None
    run(["one"])
    (_, first), (_, second) = post.came
    assert first.mark == second.mark
    assert first.text == f"Text one\n\nNotice {first.mark}"
    assert "Perhaps a second time: it was sent on 2026-11-01, but nobody said whether it arrived." in second.text
    assert second.text.endswith(f"Notice {first.mark}")


def test_a_notice_that_is_the_death_of_every_run_rests_after_some(run, post, kept, tmp_path):
    home = Home(folder=tmp_path / "home", today=TODAY)
    post.dies = "arrived"
    for _ in range(MOST_UNSURE):
        with pytest.raises(CrashError):
            run(["one"])
    assert run(["one"]) == run(["one"]) == Notified(resting=("Title one",))
    assert len(post.came) == MOST_UNSURE
    (shown,) = standing_of(home)
    assert (shown.rests, shown.reason) == (True, CUT_OFF)
    assert send_again(home) == ("Title one",)
    post.dies = None
    assert run(["one"]).again == ("Title one",)
    assert kept()["one"].state == "sent"


def test_no_answer_is_not_a_failure(run, post, kept):
    post.error = NoAnswerError("no answer within 20 seconds", where="json://one.example")
    done = run(["one"])
    assert done.failed == (("Title one", "json://one.example: no answer within 20 seconds"),)
    assert (kept()["one"].state, kept()["one"].unsure) == ("unsure", 1)
    post.error = None
    assert run(["one"]).again == ("Title one",)
    assert post.titles == [f"Title one{AGAIN}"]


def test_a_failure_is_tried_again_as_often_as_it_takes_and_never_marked(run, post, kept, tmp_path):
    post.error = NetError("not accepted (error 500)", where="json://one.example")
    for number in range(1, 9):
        assert run(["one"]).failed
        assert (kept()["one"].state, kept()["one"].tries, kept()["one"].unsure) == ("failed", number, 0)
    (shown,) = standing_of(Home(folder=tmp_path / "home", today=TODAY))
    assert "error 500" in shown.reason
    assert "secret" not in str(shown)
    assert address_of(shown, NoticeSettings(addresses=(ADDRESS,))) == "json://one.example"
    assert address_of(shown, NoticeSettings()) == "an address that was removed"
    post.error = None
    assert run(["one"]).sent == ("Title one",)
    assert post.titles == ["Title one"]


def test_an_address_that_fails_twice_is_left_for_this_run_and_the_others_go_on(run, post, kept):
    send = post.send

    def some(address, notice, handing):
        if "dead" in address:
            raise NetError("not accepted")
        send(address, notice, handing)

    post.send = some
    done = run(["1", "2", "3", "4"], addresses=("json://dead.example", ADDRESS))
    assert [why for _, why in done.failed] == ["not accepted", "not accepted", WAITS, WAITS]
    assert len(done.sent) == 4
    post.send = send
    assert len(run(["1", "2", "3", "4"], addresses=("json://dead.example", ADDRESS)).sent) == 4
    assert {one.state for one in kept().values()} == {"sent"}


def test_what_waits_for_another_day_is_planned(run, post, kept):
    run(["one"], waits=True)
    assert (post.came, kept()["one"].state) == ([], "planned")
    assert run(["one"]).sent == ("Title one",)


def test_what_is_no_longer_so_goes_and_whose_day_passed_is_named(run, post, kept):
    post.error = NetError("not accepted")
    run(["one"])
    assert run([]).missed == ()
    assert kept()["one"].state == "dropped"
    run(["two"], until=TODAY)
    assert run([], today=date(2026, 11, 2)).missed == (("Title two", "not accepted"),)
    assert kept()["two"].state == "missed"


def test_an_address_that_was_removed_gets_nothing_more(run, post, kept):
    post.error = NetError("not accepted")
    run(["one"])
    post.error = None
    run(["one"], addresses=("json://two.example",))
    assert [address for address, _ in post.came] == ["json://two.example"]


def test_where_a_step_cannot_be_kept_the_run_stops_and_the_next_goes_on(run, post):
    post.error = StoreError("the disk is full; nothing was changed")
    with pytest.raises(StoreError, match="disk is full"):
        run()
    post.error = None
    run()
    assert post.titles == [f"Title one{AGAIN}", "Title two"], "it had been handed over"


def test_what_is_worth_showing(run, post, tmp_path):
    def shown(today):
        return [
            (one.key.partition("@")[0], one.state) for one in standing_of(Home(folder=tmp_path / "home", today=today))
        ]

    run(["sent"])
    post.dies = "arrived"
    with pytest.raises(CrashError):
        run(["sent", "twice"])
    post.dies = None
    run(["sent", "twice"])
    post.error = NetError("not accepted")
    run(["sent", "twice", "late"], until=TODAY)
    run(["sent", "twice", "failed"], today=date(2026, 11, 2))
    assert sorted(shown(date(2026, 11, 2))) == [("failed", "failed"), ("late", "missed"), ("twice", "sent")]
    assert shown(date(2026, 12, 2)) == [("failed", "failed")], "what is over is not shown for ever"
