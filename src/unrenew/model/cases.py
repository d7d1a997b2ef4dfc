"""A case: one attempt to get out of a subscription, as a list of events.

Only the events are kept. Everything else that a `Case` says is worked out from them, so a case can be rebuilt at any
time, and every event carries the hash of the one before it. Events are msgspec structs because they are written to
disk and read back strictly; an unknown field is an error, never ignored.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

import msgspec


class CaseState(StrEnum):
    """Where a case stands. `no_answer` and `ended` also come about by the mere passing of days."""

    CONSIDERING = "considering"  # opened; how it was bought is not known yet
    CHANNEL_KNOWN = "channel_known"  # the official way is known, nothing was asked yet
    ASKED = "asked"  # asked to cancel, the answer is awaited
    NO_ANSWER = "no_answer"  # asked, and the day for an answer has passed
    REFUSED = "refused"  # they said no, or the status went back to active
    CONFIRMED = "confirmed"  # off; active until a date
    ENDED = "ended"  # the paid time is over; statements are being watched
    CHARGED_AGAIN = "charged_again"  # money was taken after the cancellation was asked for
    CLOSED = "closed"


class RefundState(StrEnum):
    """Where the money stands, apart from the cancellation. `late` comes about by the passing of days."""

    NONE = "none"
    ASKED = "asked"
    LATE = "late"
    REFUSED = "refused"
    RECEIVED = "received"


class CaseCharge(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One charge of the subscription as the case knows it; spending is negative, as everywhere."""

    on: date
    amount: Decimal
    currency: str
    descriptor: str = ""
    id: str = ""
    role: str = "charge"


class Subject(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What the case is about, as known on the day it was opened. `None` means not known."""

    name: str
    subscription: str | None = None
    owner: str | None = None
    provider: str | None = None
    merchant: str | None = None
    plan: str | None = None
    amount: Decimal | None = None
    currency: str | None = None
    cadence: str | None = None
    country: str | None = None
    region: str | None = None
    language: str | None = None
    payment_method: str | None = None
    purchased_on: date | None = None
    renewed_on: date | None = None
    renews_on: date | None = None
    cancel_by: date | None = None
    stop_payment_by: date | None = None
    cancel_by_why: tuple[str, ...] = ()
    charges: tuple[CaseCharge, ...] = ()


class Happening(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, tag_field="kind"):
    """What an event says; each kind is a struct below."""


class Opened(Happening, frozen=True, tag="opened"):
    """The person thinks of leaving: the case begins, with all that is known that day."""

    subject: Subject


class ChannelChosen(Happening, frozen=True, tag="channel_chosen"):
    """How it was bought, and how that became known (`statement`, `receipt`, `order number`, `said by the person`)."""

    channel: str
    because: str = "said by the person"


class StepDone(Happening, frozen=True, tag="step_done", omit_defaults=True):
    """One step of the official way was taken: its id, and the words that the person was shown."""

    step: str
    text: str | None = None


class Asked(Happening, frozen=True, tag="asked"):
    """The other side was asked to end the renewal, and should answer by a day."""

    by: str  # web, email, letter, chat, phone
    to: str | None = None
    answer_by: date | None = None
    letter: str | None = None


class Confirmed(Happening, frozen=True, tag="confirmed"):
    """They say that the renewal is off, and until when what was paid for goes on."""

    status: str
    active_until: date | None = None


class Refused(Happening, frozen=True, tag="refused"):
    """They said no, or the status that was off reads active again."""

    reason: str


class Ended(Happening, frozen=True, tag="ended"):
    """The paid time is over."""


class ChargedAgain(Happening, frozen=True, tag="charged_again"):
    """Money was taken although the cancellation had been asked for."""

    charge: CaseCharge


class RefundAsked(Happening, frozen=True, tag="refund_asked"):
    """Money was asked back, on the ground of a rule, to come by a day."""

    amount: Decimal | None = None
    currency: str | None = None
    rule: str | None = None
    due_by: date | None = None


class RefundReceived(Happening, frozen=True, tag="refund_received"):
    """Money came back."""

    amount: Decimal
    currency: str
    transaction: str | None = None


class RefundRefused(Happening, frozen=True, tag="refund_refused"):
    """They do not want to pay back."""

    reason: str


class ReferenceNoted(Happening, frozen=True, tag="reference_noted"):
    """A number that they gave: of the ticket, the call, the cancellation."""

    number: str
    of: str | None = None


class FactNoted(Happening, frozen=True, tag="fact_noted"):
    """Something that letters or rules need: an order number, the account's e-mail, the mandate."""

    name: str
    value: str


class NoteAdded(Happening, frozen=True, tag="note_added"):
    """The person's own words."""

    text: str


class LetterWritten(Happening, frozen=True, tag="letter_written"):
    """A message was written here (not sent: the person sends)."""

    letter: str  # cancel, withdraw, ...
    form: str
    language: str
    sha256: str


class EvidenceSealed(Happening, frozen=True, tag="evidence_sealed"):
    """An item was sealed: its place in the chain, so that a removal is seen even if it is the last."""

    count: int
    link: str


class DossierMade(Happening, frozen=True, tag="dossier_made"):
    """A dossier was written."""

    sha256: str


class Closed(Happening, frozen=True, tag="closed"):
    """Nothing more is to be done."""

    reason: str = ""


class Reopened(Happening, frozen=True, tag="reopened"):
    """It goes on after all, in the state it was closed in."""

    reason: str = ""


AnyHappening = (
    Opened
    | ChannelChosen
    | StepDone
    | Asked
    | Confirmed
    | Refused
    | Ended
    | ChargedAgain
    | RefundAsked
    | RefundReceived
    | RefundRefused
    | ReferenceNoted
    | FactNoted
    | NoteAdded
    | LetterWritten
    | EvidenceSealed
    | DossierMade
    | Closed
    | Reopened
)


class CaseEvent(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One line of a case's history. `on`: the day it happened; `at`: the moment it was written down here."""

    case: str
    seq: int  # 1, 2, 3 ... without a gap
    on: date
    at: datetime
    previous: str  # SHA-256 of the event before, "" for the first
    what: AnyHappening


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A case as its events make it; nothing in it is set by hand."""

    id: str
    subject: Subject
    opened_on: date
    state: CaseState
    events: tuple[CaseEvent, ...]
    head: str
    refund: RefundState = RefundState.NONE
    channel: str | None = None
    steps_done: frozenset[str] = frozenset()
    facts: Mapping[str, str] = field(default_factory=dict[str, str])
    references: tuple[str, ...] = ()
    asked_on: tuple[date, ...] = ()
    answer_by: date | None = None
    status: str | None = None
    confirmed_on: date | None = None
    active_until: date | None = None
    ended_on: date | None = None
    refused_because: str | None = None
    charged_again: tuple[CaseCharge, ...] = ()
    refund_asked_on: date | None = None
    refund_asked: Decimal | None = None
    refund_currency: str | None = None
    refund_received: Decimal = Decimal(0)
    refund_due_by: date | None = None
    sealed: int = 0
    sealed_head: str = ""
    closed_on: date | None = None
    closed_from: CaseState | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """What is to be done next, and by when. `what` is a fixed word that front ends put into the person's language."""

    what: str
    on: date | None
    overdue: bool = False
    text: str = ""


def encode_event(event: CaseEvent) -> bytes:
    """Return an event as the JSON that is kept: the same event gives the same bytes, and its hash is over them."""
    return msgspec.json.encode(event, order="deterministic")


def decode_event(data: bytes | str) -> CaseEvent:
    """Read an event back; anything that is not exactly one raises `msgspec.ValidationError`."""
    return msgspec.json.decode(data, type=CaseEvent)
