"""Ways out of a subscription, the footing of a fact, and likenesses."""

from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

from unrenew.model.providers import Channel

Standing = Literal["shown", "old", "hidden", "never"]
"""`shown` as it is; `old`: with the day it was last checked first; `hidden`: too old, the home page instead;
`never`: only for recognising."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Footing:
    """How a fact may be shown on a day: whether, in which words, and when it was last looked at."""

    standing: Standing
    label: str
    """Empty for a fact of the provider's own; else words to put beside it, such as "says a third party"."""
    looked_on: date
    live: bool
    """Whether the page itself was looked at then, and not a stored copy."""

    @property
    def words(self) -> str:
        """Return the day as a person is told it."""
        return f"last checked on {self.looked_on}" if self.live else f"read in a stored copy on {self.looked_on}"


class FoundContact(NamedTuple):
    """Whose contact it is, where that stands, and the day of that fact."""

    provider: str
    source: str
    as_of: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """Something that is nearly a provider's own: `how` says in plain words."""

    provider: str
    like: str
    how: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """One way out: the provider's channel, and, where a partner sold it, what that partner's file says."""

    provider: str
    channel: Channel
    why: tuple[str, ...] = ()
    certain: bool = False
    """What is known rules the other ways out."""
    partner: str | None = None
    at_partner: tuple[Channel, ...] = ()

    @property
    def steps(self) -> tuple[str, ...]:
        """Return the steps; where the channel's one step only names its partner, the partner's first way follows."""
        points_on = self.channel.cancel_url is None and len(self.channel.steps) < 2
        return (*self.channel.steps, *(self.at_partner[0].steps if self.at_partner and points_on else ()))


@dataclass(frozen=True, slots=True, kw_only=True)
class Ways:
    """Every way that fits what is known, the likeliest first, and the questions that would decide between them."""

    ways: tuple[Way, ...]
    questions: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    successor: str | None = None
    """The provider that took the customers of this country over: look for the contract there."""

    @property
    def question(self) -> str | None:
        """Return the first question to ask, or None where nothing is open."""
        return self.questions[0] if self.questions else None
