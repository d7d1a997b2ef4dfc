"""A notice to the person, and how far it came through one address."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

DeliveryState = Literal["planned", "taken", "handed", "sent", "failed", "unsure", "missed", "dropped"]
"""How far a delivery came.

planned   to be sent; nothing of it has left
taken     a program is about to send it; nothing of it has left
handed    given to the connection; nobody knows yet whether it arrived
sent      the receiver took it
failed    the receiver did not take it, or could not be reached; tried again at the next run
unsure    it was handed over, and no answer came: perhaps it arrived
missed    its day passed before it was sent
dropped   no longer so: settled, changed, or replaced by a later reminder
"""
OPEN: frozenset[DeliveryState] = frozenset({"planned", "failed", "unsure"})
"""States from which a delivery goes on to be sent."""
MOST_UNSURE = 3
"""So often at most a notice is handed over without an answer; then it rests until the person says more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """What the person is told: a title, a text, and a mark that is the same whenever the same is sent again."""

    title: str
    text: str
    mark: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """One notice through one address, and how far it came.

    `until` is the last day on which it is of use; `tries` counts how often a program took it, `unsure` how often it was
    handed over without an answer that was kept. `reason` says why it is not sent.
    """

    owner_id: int
    key: str
    mark: str
    title: str
    state: DeliveryState
    planned_at: datetime
    until: date | None = None
    tried_at: datetime | None = None
    sent_at: datetime | None = None
    tries: int = 0
    unsure: int = 0
    reason: str = ""

    @property
    def address(self) -> str:
        """The part of the key that says through which address, as `address_mark` makes it."""
        return self.key.rpartition("@")[2]

    @property
    def rests(self) -> bool:
        """Whether it was handed over so often without an answer that it is not sent again by itself."""
        return self.state == "unsure" and self.unsure >= MOST_UNSURE
