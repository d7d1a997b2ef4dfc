"""SIGKILL while notices are sent: none lost, none twice in silence. `make bench ARGS=watch` does it 200 times."""

import multiprocessing
import random
import sys
from pathlib import Path

import pytest

from unrenew.store.folders import write_about

sys.path.insert(0, str(Path(__file__).parent.parent.parent))

pytest.importorskip("apprise", reason="the extra `notices` is not installed")

from bench.notice_kills import Post, receivers, run
from bench.notice_sender import work

NOTICES = 12


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def folder(request, tmp_path):
    folder = tmp_path / "home"
    folder.mkdir(mode=0o700)
    if request.param == "postgres":
        write_about(folder, {"database": request.getfixturevalue("database_url")})
    return folder


def test_killed_at_any_moment(folder):
    found = run(folder, 60, handed=5)
    damage = ("lost", "unknown", "twice, unmarked", "twice, outside the window")
    assert {name: found[name] for name in damage} == dict.fromkeys(damage, 0)
    assert found["killed handed"] >= 5, "some died in the window itself"
    assert found["killed taken"] + found["killed between"] >= 5
    assert found["notices"] >= 40


def senders(folder, addresses, number):
    kinds = multiprocessing.get_context("forkserver")
    kinds.set_forkserver_preload(["bench.notice_sender"])
    return [kinds.Process(target=work, args=(folder, addresses, NOTICES)) for _ in range(number)]


@pytest.fixture
def post():
    return Post(random.Random(1))


def test_of_three_programs_at_once_only_one_sends_each(folder, post):
    with receivers(post) as addresses:
        together = senders(folder, addresses, 3)
        for process in together:
            process.start()
        for process in together:
            process.join(60)
        assert [process.exitcode for process in together] == [0, 0, 0]
    assert len(post.came) == len(set(post.came)) == NOTICES * 2
    assert not any(again for _, again in post.came)


def test_one_that_waits_takes_over_when_the_other_is_killed(folder, post):
    with receivers(post) as addresses:
        first, second = senders(folder, addresses, 2)
        first.start()
        while not post.came and first.is_alive():
            first.join(0.01)
        second.start()
        first.kill()
        first.join()
        second.join(60)
        assert second.exitcode == 0
    marks = [mark for mark, _ in post.came]
    doubled = {mark for mark in marks if marks.count(mark) > 1}
    assert len(set(marks)) == NOTICES * 2
    assert len(doubled) <= 1
    assert all((mark, True) in post.came for mark in doubled)
