"""Notices as a person sets them up and gets them: quiet days, what failed, and a process that dies while it sends."""

import itertools
import json
import os
import re
import signal
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner

sys.path.insert(0, str(Path(__file__).parent.parent.parent))

pytest.importorskip("apprise", reason="the extra `notices` is not installed")

from bench.receivers import free_port, mail_server, web_server

from unrenew.cli import root
from unrenew.errors import UnrenewError

NEW_YEAR = ",".join((date(2026, 12, 24) + timedelta(days=n)).isoformat() for n in range(9))
"""24 December to 1 January."""


@pytest.fixture
def call(tmp_path):
    """Run a command, and return its output and what it said beside; the exit status must be as told."""

    def run(*words, on="2026-11-01", status=0):
        result = CliRunner().invoke(root, [*words, "--home", str(tmp_path / "home"), "--as-of", on])
        if isinstance(result.exception, UnrenewError):
            return str(result.exception), result.stderr
        assert result.exit_code == status, result.output
        return result.stdout if status != 2 else result.output, result.stderr

    return run


@pytest.fixture
def came():
    """Each notice that came, as (title, text, mark)."""
    return []


@pytest.fixture
def receiver(came):
    def answer(handler, document):
        came.append((document["title"], document["message"], handler.headers["Idempotency-Key"]))
        return 200

    with web_server(answer) as host:
        yield f"json://{host}/"


def trial(call, ends, name="Guard"):
    call("new", name, "--trial-ends", ends, "--amount", "9.99", "--currency", "EUR", "--cadence", "monthly")


def days_told(call, came, first, last):
    """Run every day from first to last, and return the days on which notices came."""
    told = []
    for number in itertools.count():
        day = date.fromisoformat(first) + timedelta(days=number)
        if day.isoformat() > last:
            break
        before = len(came)
        call("watch", "--notify", on=day.isoformat())
        told += [day.isoformat()] * (len(came) - before)
    return told


@pytest.mark.parametrize(
    ("ends", "leads", "quiet", "told"),
    [
        ("2027-01-02", "3,0", NEW_YEAR, ["2026-12-23", "2027-01-02"]),
        ("2027-01-01", "3,0", NEW_YEAR, ["2026-12-23"]),  # both fall on the last day before: the nearer counts
        ("2027-01-01", "9,8", "2026-12-24", ["2026-12-23"]),
        ("2027-01-01", "1,0", "2026-12-31", ["2026-12-30", "2027-01-01"]),
    ],
)
def test_over_the_turn_of_the_year_a_reminder_comes_before_the_quiet_dates(
    call, came, receiver, ends, leads, quiet, told
):
    trial(call, ends)
    call("notices", "add", receiver)
    call("notices", "set", "--leads", leads, "--quiet-dates", quiet)
    assert days_told(call, came, "2026-12-22", "2027-01-03") == told


@pytest.mark.parametrize(
    ("ends", "quiet", "told"),
    [
        ("2028-03-01", "2028-02-29", "2028-02-28"),  # a leap day
        ("2027-03-01", "2027-02-28", "2027-02-27"),
        ("2027-05-01", "2027-04-30,2027-04-29", "2027-04-28"),
    ],
)
def test_over_the_end_of_a_month(call, came, receiver, ends, quiet, told):
    trial(call, ends)
    call("notices", "add", receiver)
    call("notices", "set", "--leads", "1", "--quiet-dates", quiet)
    day = date.fromisoformat(told)
    around = [(day + timedelta(days=n)).isoformat() for n in (-1, 2)]
    assert days_told(call, came, *around) == [told]


def test_one_subscription_has_lead_times_of_its_own(call, came, receiver):
    trial(call, "2026-11-20")
    trial(call, "2026-11-20", name="Other")
    call("notices", "add", receiver)
    said, _ = call("notices", "set", "--leads", "1", "--leads-of", "Other", "12,5,2")
    assert re.search(r"For \S+: 12, 5, 2", said)
    assert days_told(call, came, "2026-11-07", "2026-11-20") == [f"2026-11-{day}" for day in ("08", "15", "18", "19")]
    assert [text.split(",")[0] for _, text, _ in came] == ["Other", "Other", "Other", "Guard"]
    assert "none" in call("notices", "set", "--leads-of", "Other", "")[0], "or none at all"


def test_quiet_dates_and_quiet_weekdays_add_up(call, came, receiver):
    trial(call, "2026-12-29")  # a Tuesday; the Monday before is quiet by its date, the days before it by the week
    call("notices", "add", receiver)
    call("notices", "set", "--leads", "1", "--quiet-dates", "2026-12-28", "--quiet-weekdays", "sat,sun")
    assert days_told(call, came, "2026-12-24", "2026-12-28") == ["2026-12-25"]


def test_a_machine_that_was_off_waits_for_the_next_day_unless_that_is_too_late(call, came, receiver):
    trial(call, "2027-01-02")
    trial(call, "2027-01-01", name="Other")
    call("notices", "add", receiver)
    call("notices", "set", "--leads", "9", "--quiet-dates", NEW_YEAR)
    call("watch", "--notify", on="2026-12-28")
    assert [text.split(",")[0] for _, text, _ in came] == ["Other"], "its last day is a quiet one itself"
    shown, _ = call("notices", on="2026-12-28")
    assert "waits for the next run" in shown
    call("watch", "--notify", on="2027-01-02")
    assert [text.split(",")[0] for _, text, _ in came] == ["Other", "Guard"]


def test_other_news_waits_until_after_the_quiet_dates(call, came, receiver, tmp_path):
    rows = [f"{m},A,2026-{m:02}-05,STREAMHAUS,-{9 if m < 10 else 12}.99,EUR" for m in range(1, 12)]
    bank = tmp_path / "bank.csv"
    bank.write_text("\n".join(["id,account,booked,description,amount,currency", *rows]) + "\n")
    call("add", str(bank))
    call("notices", "add", receiver)
    call("notices", "set", "--quiet-dates", "2026-11-30,2026-12-01")
    assert days_told(call, came, "2026-11-29", "2026-12-02") == ["2026-11-29"]
    came.clear()
    call("notices", "set", "--quiet-dates", "2026-11-29,2026-11-30,2026-12-01")
    call("notices", "add", receiver + "other")
    assert days_told(call, came, "2026-11-29", "2026-12-03") == ["2026-12-02"]


def test_quiet_dates_are_shown_and_taken_back(call):
    assert "Quiet on: 2026-12-24, 2026-12-25" in call("notices", "set", "--quiet-dates", "2026-12-25, 2026-12-24,")[0]
    assert json.loads(call("notices", "--json")[0])["quiet_dates"] == ["2026-12-24", "2026-12-25"]
    call("notices", "set", "--discreet")
    assert json.loads(call("notices", "--json")[0])["quiet_dates"] == ["2026-12-24", "2026-12-25"], "the rest stays"
    assert "Quiet on" not in call("notices", "set", "--quiet-dates", "")[0]


@pytest.mark.parametrize(
    ("option", "value", "said"),
    [
        ("--quiet-dates", "2026-02-29", "days such as 2026-12-24"),
        ("--quiet-dates", "24.12.2026", "days such as 2026-12-24"),
        ("--quiet-dates", "christmas", "days such as 2026-12-24"),
        ("--quiet-weekdays", "sat,funday", "no weekday"),
        ("--quiet-weekdays", "mon,tue,wed,thu,fri,sat,sun", "one day a week must be left"),
        ("--leads", "soon", "days separated by commas"),
        ("--leads", "-1", "between 0 and 3660"),
        ("--leads", "99999999", "between 0 and 3660"),
    ],
)
def test_what_cannot_be_set_is_said(call, option, value, said):
    call("notices", "set", "--quiet-dates", "2026-12-24")
    assert said in call("notices", "set", option, value, status=2)[0]
    assert json.loads(call("notices", "--json")[0])["quiet_dates"] == ["2026-12-24"], "and nothing is changed"


def test_a_failed_one_is_shown_tried_again_and_gone_when_it_came(call, came, receiver):
    trial(call, "2026-11-10")
    dead = f"json://user:secret@127.0.0.1:{free_port()}/"
    call("notices", "add", dead)
    for number, tries in enumerate(("1 try", "2 tries"), 1):
        _, said = call("watch", "--notify", status=1)
        assert "notice not sent, tried again next time: Trial ends" in said
        assert "could not be reached" in said
        shown, _ = call("notices", status=1)
        assert f"failed, {tries}" in shown
        assert "through json://127.0.0.1, tried" in shown
        (one,) = json.loads(call("notices", "--json", status=1)[0])["notices"]
        assert (one["state"], one["tries"], one["unsure"], one["until"]) == ("failed", number, 0, "2026-11-10")
        assert "secret" not in shown + said + json.dumps(one)
    call("notices", "add", receiver)
    call("notices", "remove", "1")
    _, said = call("watch", "--notify")
    assert "Notice sent: Trial ends, then it costs: 2026-11-10" in said
    assert [title for title, _, _ in came] == ["Trial ends, then it costs: 2026-11-10"]
    assert "failed" not in call("notices")[0]


def test_one_whose_day_passed_unsent_is_said(call):
    trial(call, "2026-11-10")
    call("notices", "add", f"json://127.0.0.1:{free_port()}/")
    call("watch", "--notify", on="2026-11-09", status=1)
    _, said = call("watch", "--notify", on="2026-11-11", status=1)
    assert "notice never sent, its day has passed: Trial ends, then it costs: 2026-11-10: json://127.0.0.1" in said
    assert "its day has passed, it was never sent" in call("notices", on="2026-11-11", status=1)[0]
    assert call("watch", "--notify", on="2026-11-12")[1] == "", "said once, and shown for a while"
    assert "passed" not in call("notices", on="2026-12-30")[0]


def test_one_that_nobody_answers_for_rests_until_the_person_says_more(call):
    came = []

    def hang_up(_handler, document):
        came.append(document["title"])

    trial(call, "2026-11-10")
    with web_server(hang_up) as host:
        call("notices", "add", f"json://{host}/")
        for day in ("2026-11-01", "2026-11-02", "2026-11-03"):
            assert "no answer came" in call("watch", "--notify", on=day, status=1)[1]
        _, said = call("watch", "--notify", on="2026-11-04", status=1)
        assert "nobody knows whether this notice arrived: Trial ends, then it costs: 2026-11-10" in said
        assert [("perhaps a second time" in title) for title in came] == [False, True, True]
        shown, _ = call("notices", status=1)
        assert "unrenew notices again" in shown
        (mark,) = re.findall(r"\[([0-9a-f]{16})\]", shown)
        assert "no notice 'abc' waits" in call("notices", "again", "abc", status=2)[0]
        assert "1 notice to be sent once more" in call("notices", "again", mark[:6])[0]
        assert json.loads(call("notices", "again", "--json")[0]) == {"again": []}
        assert "no answer came" in call("watch", "--notify", on="2026-11-05", status=1)[1]
        assert len(came) == 4
        assert "1 notice arrived, as you say" in call("notices", "arrived")[0]
        assert call("watch", "--notify", on="2026-11-06")[1] == ""
    assert len(came) == 4
    assert "sent, perhaps more than once" in call("notices")[0]


class Process:
    """The real command in a process of its own, which a receiver can kill."""

    def __init__(self, home):
        self.words = [
            sys.executable,
            "-m",
            "unrenew",
            "watch",
            "--notify",
            "--home",
            str(home),
            "--as-of",
            "2026-11-01",
        ]
        self.child = None

    def run(self):
        with subprocess.Popen(self.words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as self.child:
            _, said = self.child.communicate(timeout=60)
            return self.child.returncode, said

    def die(self):
        os.kill(self.child.pid, signal.SIGKILL)


DAYLIGHT = ("2026-03-29", "2026-10-25", "2027-01-01", "2028-02-29")
"""The clocks of Europe go forward, and back; the turn of a year; a leap day."""


@pytest.mark.parametrize("zone", ["Europe/Berlin", "America/New_York", "Pacific/Kiritimati", "Pacific/Pago_Pago"])
def test_no_time_zone_and_no_daylight_saving_moves_a_due_day(call, tmp_path, monkeypatch, zone):
    import time

    for number, day in enumerate(DAYLIGHT):
        trial(call, day, name=f"Plan {number}")
    call("notices", "set", "--leads", "1,0")
    call("calendar", str(tmp_path / "here.ics"), on="2026-03-01")
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    try:
        call("calendar", str(tmp_path / "there.ics"), on="2026-03-01")
    finally:
        monkeypatch.undo()
        time.tzset()
    made = (tmp_path / "there.ics").read_text(encoding="utf-8")
    assert made == (tmp_path / "here.ics").read_text(encoding="utf-8")
    assert re.findall(r"DTSTART;VALUE=DATE:(\d+)", made) == [day.replace("-", "") for day in DAYLIGHT]


MARK = re.compile(r"Notice ([0-9a-f]{16})")


@pytest.mark.parametrize("way", ["web", "mail"])
def test_killed_after_it_was_taken_and_before_the_answer(call, tmp_path, way):
    came, process = [], Process(tmp_path / "home")

    def take(title, text, mark):
        came.append((title, mark))
        assert MARK.search(text)[1] == mark
        if len(came) == 2:
            process.die()

    def web(handler, document):
        take(document["title"], document["message"], handler.headers["Idempotency-Key"])
        return 200

    def mail(_server, message, _recipients):
        take(message["Subject"], message.get_content(), message["Message-ID"].strip("<>").partition("@")[0])
        return "250 OK"

    for name in ("Guard", "Other", "Third"):
        trial(call, "2026-11-10", name)
    with web_server(web) as one, mail_server(mail) as two:
        call(
            "notices",
            "add",
            f"json://{one}/" if way == "web" else f"mailto://{two}?from=a@example.org&to=b@example.org",
        )
        assert process.run()[0] == -signal.SIGKILL
        assert "cut off" in call("notices")[0]
        code, said = process.run()
    assert code == 0
    assert said.count("Notice sent: ") == 1
    assert said.count("Notice sent, perhaps a second time: ") == 1
    marks = [mark for _, mark in came]
    assert len(came) == 4
    assert len(set(marks)) == 3
    assert marks.count(marks[1]) == 2
    assert [title.endswith("(perhaps a second time)") for title, mark in came if mark == marks[1]] == [False, True]
    assert sum(title.endswith("(perhaps a second time)") for title, _ in came) == 1
    assert "sent, perhaps more than once" in call("notices")[0]
