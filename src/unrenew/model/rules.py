"""What a rule file says: one strict struct for each table of it.

A rule file is law (or a promise) as data: who may do what, until which day, for how much, on which text it rests.
The form is explained for its readers in docs/rights.md. A key that is not declared here is an error, so a typing
mistake in a file cannot be lost in silence.
"""

from datetime import date
from typing import Annotated, Any, Literal

import msgspec

Kind = Literal["refund", "stop", "dispute", "duty"]
Confidence = Literal["high", "medium", "low"]
Roll = Literal["none", "next_working_day", "next_working_day_if_holiday"]
Pay = Literal["full", "charge", "unused_share", "none"]
Text = Annotated[str, msgspec.Meta(min_length=1, max_length=600)]
Length = Annotated[str, msgspec.Meta(pattern=r"^(\d+|[a-z_.]+) (days|weeks|months|years|business days)$")]
"""A count (a number, or the name of a fact that holds one) and its unit, such as `14 days`."""
Place = Annotated[str, msgspec.Meta(pattern=r"^[A-Z]{2}(-[A-Z0-9]{1,3})?$")]
Conditions = dict[str, Any]
"""Fact to the value it must have: a value, a list (any of these; `none` is "known that there is none"), or a table of
comparisons (`before`, `on_or_before`, `after`, `on_or_after` with a date expression; `min`, `max`; `not`; `given`;
`surely`, which holds only if the fact is known)."""


class RuleTable(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A table of a rule file; keys that it does not know are refused."""


class Applies(RuleTable, frozen=True, kw_only=True, rename={"from_": "from"}):
    """Which version of the law holds: the one in force on the day of `event` (a date fact, several, or `today`).

    `from = "expected"` is announced law, `from = "vacated"` law that a court has struck down: neither is ever open.
    """

    event: str | tuple[str, ...]
    from_: Any
    until: date | None = None
    from_is: Literal["known", "guess"] = "known"
    note: Text | None = None

    def __post_init__(self) -> None:
        """Refuse a beginning that is neither a date nor one of the two words (msgspec knows no such union)."""
        if not isinstance(self.from_, date) and self.from_ not in ("expected", "vacated"):
            raise ValueError("`from` is a date, `expected` or `vacated`")


class Source(RuleTable, frozen=True, kw_only=True):
    """Where the rule stands, and when that was read; `seen = "known"`: from memory, to be read at the source."""

    cite: Text
    url: Annotated[str, msgspec.Meta(pattern=r"^https?://[^\s/]+(/\S*)?$", max_length=400)]
    checked: date
    seen: Literal["seen", "known", "second-hand"] = "seen"


class Need(RuleTable, frozen=True, kw_only=True, rename={"is_": "is", "in_": "in"}):
    """A condition without which the remedy never arose: on one `fact`, or `any` of several tables of conditions.

    `in_time_for` names rules: the day `fact` was still in time for the one that holds in the person's country, or for
    the last of them where none does.
    """

    fact: str | None = None
    is_: bool | int | str | None = None
    in_: tuple[Any, ...] | None = None
    not_in: tuple[Any, ...] | None = None
    before: str | None = None
    after: str | None = None
    min: int | None = None
    max: int | None = None
    given: bool | None = None
    in_time_for: tuple[str, ...] = ()
    any: tuple[Conditions, ...] = ()
    cite: Text


class Lost(RuleTable, frozen=True, kw_only=True):
    """An exception: where all conditions hold, the remedy is closed."""

    all: Conditions
    cite: Text


class Assume(RuleTable, frozen=True, kw_only=True):
    """What stands for a fact that is missing, where the source itself says that nobody need be asked."""

    fact: str
    value: bool | int | str
    all: Conditions = {}
    cite: Text


class DeadlineRow(RuleTable, frozen=True, kw_only=True):
    """The last day on which the act is in time; the first row whose conditions hold counts.

    `lengths` are applied one after the other and rolled after each (`roll`) or only at the end (`roll_at`).
    `any_time` is a right without a last day; `unknown` a right whose last day the law does not name, at the most
    `length`; `ask` names the fact without which nothing can be said.
    """

    all: Conditions = {}
    has: str | None = None
    later_than: dict[str, str] = {}
    start: str | None = None
    length: tuple[Length, ...] = ()
    direction: Literal["forward", "back"] = "forward"
    roll: Roll = "none"
    roll_at: Literal["each", "end"] = "each"
    holidays: Literal["consumer", "bank"] = "consumer"
    month_end: Literal["clip", "next"] = "clip"
    any_time: bool = False
    unknown: Text | None = None
    ask: str | None = None
    never: bool = False
    """There is no such right in these cases."""
    cite: Text


class Ends(RuleTable, frozen=True, kw_only=True):
    """When the contract ends if notice is given today: after `length`, and not before `not_before`."""

    all: Conditions = {}
    length: tuple[Length, ...] = ()
    not_before: str | None = None
    cite: Text


class AmountRow(RuleTable, frozen=True, kw_only=True):
    """How much comes back; the first row whose conditions hold counts."""

    all: Conditions = {}
    pay: Pay
    start: str = "term_start"
    cite: Text = "no text of its own"


class ActBy(RuleTable, frozen=True, kw_only=True):
    """How much earlier than the deadline to act: days of margin, or at once, or before another date."""

    margin_days: int = 0
    at_once: bool = False
    before: str | None = None
    business_days: int = 1
    note: Text | None = None


class Within(RuleTable, frozen=True, kw_only=True):
    """How long the money may take after the act."""

    length: Length
    roll: Roll = "none"
    text: Text


class RailMaybe(RuleTable, frozen=True, kw_only=True, rename={"is_": "is"}):
    """Payment methods that are this rail if another fact of the card is so: their name alone does not say."""

    method: tuple[str, ...]
    fact: Literal["card_kind", "card_network"]
    is_: str


class ActionTable(RuleTable, frozen=True, kw_only=True):
    """What to do: to whom, in which form, with which letter, which proof, and what to watch for."""

    to: Text
    form: Text
    template: Text | None = None
    proof: Text | None = None
    warn: Text | None = None


class Example(RuleTable, frozen=True, kw_only=True):
    """A worked case: facts as `unrenew rights` takes them, and what must come out (the keys given, no more)."""

    name: Text
    facts: dict[str, Any]
    expect: dict[str, Any]


class Rule(RuleTable, frozen=True, kw_only=True):
    """One rule in one version. Files of the same `id` are its versions over time (or its providers)."""

    id: Annotated[str, msgspec.Meta(pattern=r"^[a-z0-9]+(\.[a-z0-9_]+)+$")]
    title: Text
    kind: Kind
    confidence: Confidence
    confidence_in: dict[Place, Confidence] = {}
    """Countries in which it is another: where their law leaves a part of it unsettled."""
    applies: Applies
    action: ActionTable
    version: Text | None = None
    jurisdiction: tuple[Place, ...] = ()
    """Countries or regions; empty: wherever the rail, the channel or the provider is. Not listed = not known."""
    rail: tuple[str, ...] = ()
    rail_maybe: RailMaybe | None = None
    rail_not: tuple[str, ...] = ()
    """Payment methods that are often mistaken for this rail: reported as closed, with the reason."""
    rail_in: tuple[Place, ...] = ()
    """Where the rail is used: elsewhere nobody is asked whether they paid with it."""
    channel: tuple[str, ...] = ()
    provider: tuple[str, ...] = ()
    """Names of the provider, any of them, whatever the case; `*` is any that no other file names."""
    gives: Text
    """What the rule gives, in a few words, for the table of rules."""
    note: Text | None = None
    refund_within: Within | None = None
    act_by: ActBy = ActBy()
    source: Annotated[tuple[Source, ...], msgspec.Meta(min_length=1)]
    assume: tuple[Assume, ...] = ()
    need: tuple[Need, ...] = ()
    lost: tuple[Lost, ...] = ()
    deadline: tuple[DeadlineRow, ...] = ()
    ends: tuple[Ends, ...] = ()
    amount: tuple[AmountRow, ...] = ()
    test: Annotated[tuple[Example, ...], msgspec.Meta(min_length=1)]

    @property
    def version_name(self) -> str:
        """Return the version's name: as the file says, else the day from which it is law."""
        return self.version or str(self.applies.from_)
