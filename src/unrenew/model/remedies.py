"""A case as a person tells it, and the remedies that come out.

Structs rather than dataclasses: they are decoded from JSON and encoded to it a hundred thousand at a time.
"""

from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Literal

import msgspec
from msgspec import UNSET, UnsetType

from unrenew.model.rules import Kind
from unrenew.model.values import Method

Status = Literal["open", "closed", "ask", "not_law"]
Supply = Literal["digital_service", "digital_content", "service"]
DirectDebitError = Literal["wrong_amount", "wrong_date", "no_notice", "taken_after_mandate_cancelled"]
Channel = Annotated[
    str,
    msgspec.Meta(
        pattern=r"^(provider_web|reseller_[a-z0-9_]+|apple_app_store|google_play|microsoft_store|"
        r"marketplace_[a-z0-9_]+|retail_store)$"
    ),
]
Country = Annotated[str, msgspec.Meta(pattern=r"^[A-Za-z]{2}$")]
Region = Annotated[str, msgspec.Meta(pattern=r"^([A-Za-z]{2}-)?[A-Za-z0-9]{1,3}$")]
Currency = Annotated[str, msgspec.Meta(pattern=r"^[A-Za-z]{3}$")]
Price = Decimal
Months = Annotated[int, msgspec.Meta(ge=0, le=1200)]
Days = Annotated[int, msgspec.Meta(ge=0, le=36600)]

MaybeDay = date | UnsetType | None
MaybeFlag = bool | UnsetType | None
MaybeText = str | UnsetType | None


class CaseTable(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A part of a case. A key that is missing is unknown; null is known that there is none."""


class Trial(CaseTable, frozen=True, kw_only=True):
    """The trial that a plan began with."""

    days: Days | UnsetType | None = UNSET
    price: Price | UnsetType | None = UNSET
    converts_on: MaybeDay = UNSET
    clear_price_info: MaybeFlag = UNSET
    """Was the person told clearly and explicitly that, and for how much, the trial becomes paid?"""


class Terms(CaseTable, frozen=True, kw_only=True):
    """What the contract says of its renewal and of notice."""

    renewal_months: Months | UnsetType | None = UNSET
    notice_months: Months | UnsetType | None = UNSET


class Plan(CaseTable, frozen=True, kw_only=True):
    """What was bought. `price` is the price of one term."""

    provider: MaybeText = UNSET
    name: MaybeText = UNSET
    term_months: Months | UnsetType | None = UNSET
    days: Days | UnsetType | None = UNSET
    price: Price | UnsetType | None = UNSET
    currency: Currency | UnsetType | None = UNSET
    provider_guarantee_days: Days | UnsetType | None = UNSET
    trial: Trial | UnsetType | None = UNSET
    terms: Terms | UnsetType | None = UNSET


class Waiver(CaseTable, frozen=True, kw_only=True):
    """The conditions under which the right to withdraw from digital content is lost."""

    prior_express_consent: MaybeFlag = UNSET
    acknowledged_loss: MaybeFlag = UNSET
    confirmation_sent: MaybeFlag = UNSET
    performance_begun: MaybeFlag = UNSET


class RightsCase(CaseTable, frozen=True, kw_only=True):
    """All that is known of a subscription and its charges: the words of `unrenew rights --facts`."""

    id: str | int | UnsetType | None = UNSET
    today: date | UnsetType = UNSET
    country: Country | UnsetType | None = UNSET
    region: Region | UnsetType | None = UNSET
    consumer: MaybeFlag = UNSET
    channel: Channel | UnsetType | None = UNSET
    online_interface: MaybeFlag = UNSET
    payment_method: Method | UnsetType | None = UNSET
    card_kind: Literal["credit", "debit"] | UnsetType | None = UNSET
    """Where `payment_method` names the network only, such as `card_mastercard`."""
    card_network: Literal["visa", "mastercard", "amex", "other"] | UnsetType | None = UNSET
    """Where `payment_method` names the kind only, such as `card_credit_us`."""
    plan: Plan | UnsetType | None = UNSET
    terms: Terms | UnsetType | None = UNSET
    standard_terms: MaybeFlag = UNSET
    provider_guarantee_days: Days | UnsetType | None = UNSET
    terms_withdrawal_days: Days | UnsetType | None = UNSET
    purchased_on: MaybeDay = UNSET
    service_started_on: MaybeDay = UNSET
    renewed_on: MaybeDay = UNSET
    charged_on: MaybeDay = UNSET
    processed_on: MaybeDay = UNSET
    statement_sent_on: MaybeDay = UNSET
    cancelled_on: MaybeDay = UNSET
    mandate_cancelled_on: MaybeDay = UNSET
    next_charge_on: MaybeDay = UNSET
    current_term_end: MaybeDay = UNSET
    first_term_end: MaybeDay = UNSET
    term_expiry_before_renewal: MaybeDay = UNSET
    last_cancel_date: MaybeDay = UNSET
    non_renewal_deadline: MaybeDay = UNSET
    renewal_notice_on: MaybeDay = UNSET
    receipt_on: MaybeDay = UNSET
    withdrawal_info_given_on: MaybeDay = UNSET
    noticed_on: MaybeDay = UNSET
    supply: Supply | UnsetType | None = UNSET
    express_start_request: MaybeFlag = UNSET
    withdrawal_info_given: MaybeFlag = UNSET
    fully_performed: MaybeFlag = UNSET
    acknowledged_loss_when_performed: MaybeFlag = UNSET
    waiver: Waiver | UnsetType | None = UNSET
    cancel_button_present: MaybeFlag = UNSET
    terminable_within_months_after_renewal: Months | UnsetType | None = UNSET
    amended_or_extended_since: (
        Annotated[str, msgspec.Meta(pattern=r"^(none|\d{4}-\d{2}-\d{2})$")] | UnsetType | None
    ) = UNSET
    authorised: MaybeFlag = UNSET
    mandate_valid: MaybeFlag = UNSET
    service_delivered: MaybeFlag = UNSET
    advance_notice_given: MaybeFlag = UNSET
    billing_error: MaybeText = UNSET
    dd_error: DirectDebitError | UnsetType | None = UNSET
    charged_amount: Price | UnsetType | None = UNSET
    bank_business_days: MaybeText = UNSET


FactValue = str | int | bool | date | Decimal | None
Facts = dict[str, FactValue]
"""A case laid flat: dotted name to value; missing = unknown, None = known that there is none."""


class Action(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """What to do: to whom, in which form, with which letter, which proof, and what to watch for."""

    to: str
    form: str
    template: str | None = None
    proof: str | None = None
    warn: str | None = None


class Citation(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A text the remedy rests on, and when it was read."""

    cite: str
    url: str
    checked: date


class Remedy(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One way to get out or to get money back, as it stands on the day that was asked for.

    `deadline` is the last day in time; `act_by` the earlier day to do it by; `free_from` the first day without the
    contract if notice is given on that day; `missing` the facts that would decide.
    """

    rule: str
    version: str
    kind: Kind
    status: Status
    deadline: date | None = None
    act_by: date | None = None
    amount: Decimal | None = None
    currency: str | None = None
    free_from: date | None = None
    refund_due_by: date | None = None
    missing: tuple[str, ...] = ()
    action: Action
    citations: tuple[Citation, ...] = ()
    why: tuple[str, ...] = ()
    title: str = ""
    confidence: str = "high"


class Answer(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """The remedies of one case, and what has to be said beside them."""

    id: str | int | None = None
    as_of: date
    remedies: tuple[Remedy, ...] = ()
    notes: tuple[str, ...] = ()
    legal_advice: Literal[False] = False


def field_names(table: type[Any]) -> tuple[str, ...]:
    """Return the keys of a part of a case, in the order of the vocabulary."""
    return table.__struct_fields__
