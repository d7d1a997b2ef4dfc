"""What a list of a person's subscriptions is made of."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from unrenew.model.decisions import Decision, OwnSubscription
from unrenew.model.receipts import Receipt


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseRow:
    """One line of the list of cases: what the case's events come to, as of the last one."""

    id: str
    owner: str | None
    subscription: str | None
    name: str
    state: str
    due_on: date | None = None
    due_what: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """All that is kept of some people's subscriptions.

    `streams` are as `scan --json` prints them, with `mandate_id` beside; `country` is where the people live.
    """

    streams: tuple[Mapping[str, Any], ...] = ()
    decisions: tuple[Decision, ...] = ()
    own: tuple[OwnSubscription, ...] = ()
    receipts: tuple[tuple[str | None, Receipt], ...] = ()  # whose, and what it says
    cases: tuple[CaseRow, ...] = ()
    country: str | None = None
