"""A process that sends notices, as `unrenew watch --notify` does, and is ready at once.

What it needs is loaded when this module is, so that a process which is forked from one that has loaded it spends its
short life sending.
"""

import contextlib
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from unrenew.api.deliveries import News, deliver
from unrenew.api.homes import Home
from unrenew.errors import LockedError, NetError
from unrenew.model.notices import Notice
from unrenew.net import send_notice

TODAY = date(2026, 11, 1)

with contextlib.suppress(NetError):
    send_notice("nosuchthing://", Notice(title="", text=""))  # loads all the services of Apprise


def work(folder: Path, addresses: Sequence[str], number: int) -> None:
    """Send so many notices through every address; those that were sent are not sent again."""
    home = Home(folder=folder, today=TODAY)
    with contextlib.suppress(LockedError), home.open() as store:
        me = store.people.ensure(None)
        news = [News(id=f"{n:06}", owner=me, title=f"Matter {n}", text=f"About {n}.") for n in range(number)]
        deliver(home, store, [me], news, addresses, send_notice)
