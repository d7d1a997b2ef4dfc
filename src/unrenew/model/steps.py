"""The steps of one way out, and what is worth knowing on it."""

from dataclasses import dataclass
from datetime import date
from typing import Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a fact stands, how sure it is, and when that was looked at."""

    url: str
    label: str  # empty for the provider's own page
    looked_on: date
    old: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One thing to do. `url` is official or None; `source` is None for steps that hold for every provider."""

    id: str
    text: str
    url: str | None = None
    source: Source | None = None
    done: bool = False
    from_: Literal["directory", "program"] = "directory"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One sentence worth knowing, with its source."""

    about: Literal["access", "early_charge", "refund", "other_plan", "deadline", "warning", "notice"]
    text: str
    source: Source | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Guidance:
    """How to get out, for one provider, channel and region, as far as the directory knows."""

    provider: str | None
    name: str
    channel: str | None
    certain: bool
    steps: tuple[Step, ...]
    facts: tuple[Fact, ...] = ()
    question: str | None = None  # what would decide the channel
    channels: tuple[str, ...] = ()  # all that it could be, the likeliest first
    support: str | None = None  # the official support page
    seller: str | None = None  # whom the contract was made with, where that is a partner
    seller_email: str | None = None
