"""What a provider file says: one strict struct for each kind of fact.

Every fact carries where it stands (`source`), what kind of source that is (`evidence`), the date on the page
(`page_date`), the day it was read (`read_on`) and the day it was last seen live (`checked_live`; None = never).
A key that is not declared here is an error, so a typing mistake in a file cannot be lost in silence.
"""

from datetime import date
from decimal import Decimal
from typing import Annotated, Literal

import msgspec

from unrenew.model.values import Cadence

Evidence = Literal[
    "official",
    "official-forum",
    "mirror",
    "partner",
    "sister-brand",
    "open-data",
    "press",
    "third-party",
    "inference",
    "observed",
    "known",
    "hostile",
]
"""Kinds of source.

`official` (the provider's own domain), `official-forum` (an answer on its own forum), `mirror` (a copy of an official
page), `partner` (a company that sells for it), `sister-brand`, `open-data`, `press`, `third-party`, `inference` (ours,
from the facts beside it), `observed` (seen on statements), `known` (common knowledge, no page read), `hostile`
(a trap: seen only in spam).
"""

Kind = Literal[
    "security",
    "billing-partner",
    "payment-service",
    "app-store",
    "platform",
    "retailer",
    "streaming",
    "software",
    "cloud",
    "news",
    "gaming",
    "audio",
    "food",
    "gym",
    "dating",
    "education",
    "social",
    "shopping",
    "tv",
]
Status = Literal["active", "wound-down", "left"]
Origin = Literal["directory", "user", "justdeleteme", "datenanfragen"]

Id = Annotated[str, msgspec.Meta(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
Region = Annotated[str, msgspec.Meta(pattern=r"^(\*|EU|(not:)?[A-Z]{2}(-[A-Z0-9]{1,3})?)$")]
PageDate = Annotated[str, msgspec.Meta(pattern=r"^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$")]
Text = Annotated[str, msgspec.Meta(min_length=1, max_length=600)]
Address = Annotated[str, msgspec.Meta(pattern=r"^https://[^\s/]+(/\S*)?$", max_length=400)]
Days = Annotated[int, msgspec.Meta(ge=0, le=3660)]


class Fact(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One statement and where it stands. `regions`: ISO 3166-1 or -2, `*` everywhere, `EU`, `not:XX` except there."""

    source: Text
    evidence: Evidence
    read_on: date
    checked_live: date | None = None
    page_date: PageDate | None = None
    old: bool = False
    """The page shows its age though no date is printed on it."""
    regions: tuple[Region, ...] = ("*",)
    note: Text | None = None
    origin: Origin = "directory"


class Domain(Fact, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A host name that belongs to the provider, or (evidence `hostile`) that only pretends to."""

    name: Annotated[str, msgspec.Meta(pattern=r"^[a-z0-9-]+(\.[a-z0-9-]+)+$", max_length=253)]
    role: Literal["site", "account", "support", "store", "forum", "refund", "statement", "look-alike"] = "site"


class Clue(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A question whose answer tells this channel from the others; `says` is a pattern for the answer typed freely."""

    question: Text
    says: Annotated[str, msgspec.Meta(min_length=3, max_length=200)]


class Channel(Fact, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One way of having bought, and so one way out. `partner` is the id of the file of whoever sold it."""

    id: Id
    partner: Id | None = None
    cancel_url: Address | None = None
    steps: tuple[Text, ...] = ()
    success_status: Text | None = None
    """What the page reads after the renewal was ended."""
    proof: Text | None = None
    access_until: Text | None = None
    deadline: Text | None = None
    clues: tuple[Clue, ...] = ()


class Refund(Fact, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A provider's own promise. `days` from the charge or purchase; 0 = none; absent = the number was not found."""

    scope: Literal["first-purchase", "renewal", "any"]
    plan: Text = "any"
    channel: Id = "direct"
    days: Days | None = None
    text: Text


class Contact(Fact, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A way to reach the provider. A phone number is taken only from the provider's own pages."""

    kind: Literal["page", "email", "phone", "post"]
    value: Text


class Descriptor(Fact, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words on a bank statement that mean this provider.

    `match`: `word` (whole words, anywhere), `stem` (the start of a word, anywhere), `digits` (followed by a digit),
    `start` (whole words, at the start), `only` (nothing else but digits beside it). A seller's `*` begins a line anew.
    Case, accents, spaces and punctuation do not count. `hits` must match and `misses` must not: both run as tests.
    """

    pattern: Annotated[str, msgspec.Meta(min_length=2, max_length=60)]
    match: Literal["word", "stem", "digits", "start", "only"] = "word"
    plan: Text | None = None
    channel: Id | None = None
    hits: Annotated[tuple[Text, ...], msgspec.Meta(min_length=1)]
    misses: Annotated[tuple[Text, ...], msgspec.Meta(min_length=1)]


class Plan(Fact, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is sold: a name, how often it is charged, and (only where a source says so) a price with its date."""

    name: Text
    cadence: Cadence
    price: Annotated[str, msgspec.Meta(pattern=r"^\d{1,6}\.\d{2}$")] | None = None
    currency: Annotated[str, msgspec.Meta(pattern=r"^[A-Z]{3}$")] | None = None

    @property
    def amount(self) -> Decimal | None:
        """Return the price, exactly."""
        return None if self.price is None else Decimal(self.price)


class ChargeDay(Fact, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """When a renewal is charged: `days_before` the paid term ends (0 = on that day), at the earliest."""

    plan: Text = "any"
    days_before: Days | None = None
    text: Text


class Notice(Fact, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """When the provider says that it warns of a renewal: `days_before` it, at the latest."""

    plan: Text = "any"
    days_before: Days
    text: Text


class Market(Fact, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The provider's state in some regions where it differs, since when, and who took its customers over."""

    status: Status
    since: PageDate | None = None
    successor: Id | None = None
    text: Text


class Note(Fact, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Anything else worth knowing, with its source."""

    text: Text


class Provider(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One provider: who delivers the service and keeps the account, or who sells and bills for others."""

    schema: Literal["unrenew-provider/1"]
    id: Id
    name: Text
    kind: Kind
    read_on: date
    status: Status = "active"
    successor: Id | None = None
    ended_on: PageDate | None = None
    """For old sellers: since when a charge naming it cannot be right."""
    parent: Id | None = None
    """The file whose domains and account this service shares."""
    channel: Id | None = None
    """For sellers and stores: the short name of buying through it, such as `nexway` or `app-store`."""
    homepage: Address | None = None
    aliases: tuple[Text, ...] = ()
    products: tuple[Text, ...] = ()
    origin: Origin = "directory"
    domains: tuple[Domain, ...] = ()
    channels: tuple[Channel, ...] = ()
    refunds: tuple[Refund, ...] = ()
    contacts: tuple[Contact, ...] = ()
    descriptors: tuple[Descriptor, ...] = ()
    plans: tuple[Plan, ...] = ()
    charges: tuple[ChargeDay, ...] = ()
    notices: tuple[Notice, ...] = ()
    markets: tuple[Market, ...] = ()
    notes: tuple[Note, ...] = ()

    @property
    def plain_name(self) -> str:
        """Return the name without what stands in brackets behind it."""
        return self.name.partition("(")[0].strip()

    @property
    def facts(self) -> tuple[tuple[str, Fact], ...]:
        """Return every fact with its place in the file, such as `refunds[0]`."""
        return tuple((f"{table}[{n}]", fact) for table in TABLES for n, fact in enumerate(getattr(self, table)))

    @property
    def missing(self) -> tuple[str, ...]:
        """Return what is not known, computed from what is: tables that are empty, and keys of channels."""
        lacking = [table for table in WANTED if not getattr(self, table)]
        for channel in self.channels:
            lacking += [f"channels.{channel.id}.{key}" for key in WANTED_OF_A_CHANNEL if not getattr(channel, key)]
        lacking += [f"refunds[{n}].days" for n, refund in enumerate(self.refunds) if refund.days is None]
        return tuple(lacking)


TABLES = (
    "domains",
    "channels",
    "refunds",
    "contacts",
    "descriptors",
    "plans",
    "charges",
    "notices",
    "markets",
    "notes",
)
WANTED = ("domains", "channels", "refunds", "contacts", "descriptors", "plans", "charges", "notices")
WANTED_OF_A_CHANNEL = ("cancel_url", "success_status", "proof", "access_until")
