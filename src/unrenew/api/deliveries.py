"""News to deliveries: each notice through each address, once.

What is to be sent is planned in the store first; one program at a time takes a delivery, keeps that it is handed over
before the first byte leaves, and settles it after the answer. `docs/decisions/0120` says what that is good for.
"""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING

from unrenew.api.homes import Home
from unrenew.errors import NetError, NoAnswerError
from unrenew.model.notices import Delivery, Notice
from unrenew.model.people import Owner
from unrenew.store.notices import Wanted

if TYPE_CHECKING:
    from unrenew.store import Store

Send = Callable[[str, Notice, Callable[[], None]], None]
"""Sends a notice through an address, and calls the function right before the first of it leaves.

Raises NetError where the receiver has not got it, NoAnswerError where it was handed over and nobody said whether it
arrived.
"""
MOST_FAILURES = 2
"""An address that fails so often in a row is left alone until the next run: a server that hangs holds nothing up."""
WAITS = "left for the next run, since this address failed before"


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """What is worth a notice: to whom, in which words, until when. `waits`: not today, which is a quiet day."""

    id: str
    owner: Owner
    title: str
    text: str
    until: date | None = None
    waits: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Notified:
    """What went out (`again`: perhaps a second time), what could not, and what nobody was told before its day passed.

    Those that did not go out come with the reason: (title, why). `resting` was handed over so often without an answer
    that it is not sent again by itself.
    """

    sent: tuple[str, ...] = ()
    again: tuple[str, ...] = ()
    failed: tuple[tuple[str, str], ...] = ()
    missed: tuple[tuple[str, str], ...] = ()
    resting: tuple[str, ...] = ()


def address_mark(address: str) -> str:
    """Return what stands for an address where its secrets may not."""
    return hashlib.sha256(address.encode()).hexdigest()[:12]


def deliver(
    home: Home, store: "Store", people: Iterable[Owner], news: Sequence[News], addresses: Sequence[str], send: Send
) -> Notified:
    """Send all that is new to these people through every address, each once; keep each step before the next."""
    run = _Run(store, send, home.now)
    with store.notices.sending():
        for person in people:
            mine = [one for one in news if one.owner == person]
            wanted = _wanted(person, mine, addresses)
            run.missed += store.notices.plan(person, wanted, home.now(), today=home.today)
            free = store.notices.free(person)
            for one in mine:
                for address in addresses:
                    if not one.waits and _key(one, address) in free:
                        run.bring(one, address)
            run.resting += [one.title for one in store.notices.all(person) if one.rests]
    return run.done()


def _wanted(owner: Owner, news: Iterable[News], addresses: Iterable[str]) -> dict[str, Wanted]:
    keys = {_key(one, address): one for one in news for address in addresses}
    return {key: Wanted(mark=_mark(owner, key), title=one.title, until=one.until) for key, one in keys.items()}


def _key(news: News, address: str) -> str:
    return f"{news.id}@{address_mark(address)}"


def _mark(owner: Owner, key: str) -> str:
    """Return by what a receiver knows a notice again: the same also from a backup that was brought back."""
    return hashlib.sha256(f"{owner.name or ''}\n{key}".encode()).hexdigest()[:16]


def notice_of(news: News, delivery: Delivery) -> Notice:
    """Return the words of a delivery, with its mark; one that perhaps arrived before says so."""
    if not delivery.unsure:
        return Notice(title=news.title, text=f"{news.text}\n\nNotice {delivery.mark}", mark=delivery.mark)
    when = f" on {delivery.tried_at.date().isoformat()}" if delivery.tried_at else ""
    again = f"Perhaps a second time: it was sent{when}, but nobody said whether it arrived."
    return Notice(
        title=f"{news.title} (perhaps a second time)",
        text=f"{news.text}\n\n{again}\nNotice {delivery.mark}",
        mark=delivery.mark,
    )


@dataclass
class _Run:
    """One run over all deliveries, and what came of it so far."""

    store: "Store"
    send: Send
    now: Callable[[], datetime]
    sent: list[str] = field(default_factory=list[str])
    again: list[str] = field(default_factory=list[str])
    failed: list[tuple[str, str]] = field(default_factory=list[tuple[str, str]])
    missed: list[Delivery] = field(default_factory=list[Delivery])
    resting: list[str] = field(default_factory=list[str])
    silent: Counter[str] = field(default_factory=Counter[str])

    def bring(self, news: News, address: str) -> None:
        """Send one notice through one address, unless another program has taken it."""
        notices = self.store.notices
        if self.silent[address] >= MOST_FAILURES:
            self.failed.append((news.title, WAITS))
            return
        delivery = notices.take(news.owner, _key(news, address), self.now())
        if delivery is None:
            return
        try:
            self.send(address, notice_of(news, delivery), lambda: notices.hand(delivery, self.now()))
        except NetError as error:
            state = "unsure" if isinstance(error, NoAnswerError) else "failed"
            notices.settle(delivery, state, self.now(), reason=str(error))
            self.failed.append((news.title, str(error)))
            self.silent[address] += 1
        else:
            notices.settle(delivery, "sent", self.now())
            (self.again if delivery.unsure else self.sent).append(news.title)
            del self.silent[address]

    def done(self) -> Notified:
        """Return what came of it."""
        return Notified(
            sent=tuple(self.sent),
            again=tuple(self.again),
            failed=tuple(self.failed),
            missed=tuple((one.title, one.reason) for one in self.missed),
            resting=tuple(self.resting),
        )
