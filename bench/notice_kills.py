"""Kills a program at random moments while it sends notices, and counts at the receivers what came.

A web server and a mail server take the notices and answer after a random short while. A process sends; it is killed
(SIGKILL) after a random time, and another goes on where the store says. In the end every notice has come. Twice comes
only what was handed over, and not settled, when its process died; and the second says so. One that met this three times
rests until the person speaks; it is counted whether it had come by then.
"""

import contextlib
import multiprocessing
import random
import signal
import threading
import time
from collections import Counter
from collections.abc import Generator, Sequence
from dataclasses import dataclass, field
from email.message import EmailMessage
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any

from bench.notice_sender import TODAY, work
from bench.receivers import mail_server, web_server
from unrenew.api.homes import Home
from unrenew.model.notices import Delivery

MORE = 20
"""So many notices more are to be sent whenever all are."""
LONGEST_LIFE = 0.25
LONGEST_ANSWER = 0.02
AGAIN = "perhaps a second time"


@dataclass
class Post:
    """What came, in order: by its stable mark, whether it said that it may be a second one."""

    luck: random.Random
    came: list[tuple[str, bool]] = field(default_factory=list[tuple[str, bool]])
    lock: threading.Lock = field(default_factory=threading.Lock)

    def take(self, mark: str, title: str) -> None:
        """Take one, and let who sent it wait for the answer."""
        with self.lock:
            self.came.append((mark, AGAIN in title))
            wait = self.luck.random() * LONGEST_ANSWER
        time.sleep(wait)

    def web(self, handler: BaseHTTPRequestHandler, document: dict[str, Any]) -> int:
        """Take it as a web server."""
        self.take(str(handler.headers["Idempotency-Key"]), str(document["title"]))
        return 200

    def mail(self, _server: Any, message: EmailMessage, _recipients: Sequence[str]) -> str:
        """Take it as a mail server."""
        self.take(str(message["Message-ID"]).strip("<>").partition("@")[0], str(message["Subject"]))
        return "250 OK"


@contextlib.contextmanager
def receivers(post: Post) -> Generator[tuple[str, ...], None, None]:
    """Give the addresses of both servers."""
    with web_server(post.web) as web, mail_server(post.mail) as mail:
        yield f"json://{web}/", f"mailto://{mail}?from=a@example.org&to=b@example.org"


def run(folder: Path, kills: int, *, handed: int = 0, seed: int = 7) -> dict[str, int]:
    """Kill so many processes while they send; return what was counted.

    Goes on, to ten times as many, until so many died with a notice `handed` over: on a busy machine the moments differ.
    """
    luck, post = random.Random(seed), Post(random.Random(seed + 1))
    windows: Counter[str] = Counter()
    dead: Counter[str] = Counter()
    tries: dict[str, int] = {}
    number = MORE
    with receivers(post) as addresses:
        while dead.total() < kills or (dead["handed"] < handed and dead.total() < 10 * kills):
            if not _lives(folder, addresses, number, luck.random() * LONGEST_LIFE):
                number += MORE
                continue
            standing = _standing(folder)
            in_hand = [
                one for one in standing if one.state in ("taken", "handed") and one.tries > tries.get(one.mark, 0)
            ]
            windows.update(one.mark for one in in_hand if one.state == "handed")
            dead[in_hand[0].state if in_hand else "between"] += 1  # one at a time has one in hand
            tries = {one.mark: one.tries for one in standing}
        _lives(folder, addresses, number, None)
        came, resting = {mark for mark, _ in post.came}, {one.mark for one in _standing(folder) if one.rests}
        while _open(folder):
            _lives(folder, addresses, number, None)
    killed = {f"killed {moment}": count for moment, count in dead.items()}
    return {
        **_counted(folder, post, windows),
        "rested": len(resting),
        "rested, not come": len(resting - came),
        **killed,
    }


def _lives(folder: Path, addresses: Sequence[str], number: int, seconds: float | None) -> bool:
    """Let a process send for so long, or until it is done; return whether it had to be killed."""
    kinds = multiprocessing.get_context("forkserver")
    kinds.set_forkserver_preload(["bench.notice_sender"])
    process = kinds.Process(target=work, args=(folder, addresses, number))
    process.start()
    process.join(seconds)
    process.kill()
    process.join()
    if process.exitcode not in (0, -signal.SIGKILL):
        raise RuntimeError(f"a process that sends ended by itself, with {process.exitcode}")
    return process.exitcode != 0


def _standing(folder: Path) -> list[Delivery]:
    with Home(folder=folder, today=TODAY).open() as store:
        return store.notices.all()


def _open(folder: Path) -> bool:
    """Tell whether anything is left; what rests is let go on, as a person would."""
    with Home(folder=folder, today=TODAY).open() as store:
        store.notices.resolve("planned")
        return any(one.state != "sent" for one in store.notices.all())


def _counted(folder: Path, post: Post, windows: Counter[str]) -> dict[str, int]:
    came: dict[str, list[bool]] = {}
    for mark, again in post.came:
        came.setdefault(mark, []).append(again)
    kept = {one.mark for one in _standing(folder)}
    twice = {mark: says for mark, says in came.items() if len(says) > 1}
    return {
        "notices": len(kept),
        "lost": len(kept - came.keys()),
        "unknown": len(came.keys() - kept),
        "twice": sum(len(says) - 1 for says in twice.values()),
        "twice, unmarked": sum(not all(says[1:]) for says in twice.values()),
        "twice, outside the window": sum(len(says) - 1 > windows[mark] for mark, says in twice.items()),
        "marked, but came once": sum(says == [True] for says in came.values()),
    }
