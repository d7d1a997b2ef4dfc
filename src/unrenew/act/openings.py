"""A listed subscription to the subject of a case, and its channel."""

import hashlib
import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, Protocol, TypeVar, cast

from unrenew.directory import Directory
from unrenew.directory.ways import channel_word, is_own
from unrenew.find.payments import method_of
from unrenew.model.cases import Case, CaseCharge, ChannelChosen, Subject
from unrenew.model.providers import Provider

RIGHTS_CHANNELS = {
    "app-store": "apple_app_store",
    "google-play": "google_play",
    "microsoft-store": "microsoft_store",
    "amazon": "marketplace_amazon",
    "retail-box": "retail_store",
}
"""The directory's words for stores, in the words of `unrenew rights`."""


def subject_of(listed: Mapping[str, Any], *, country: str | None, language: str | None) -> Subject:
    """Return what a case is about from a subscription as `unrenew show --json` prints it.

    Spending turns negative again, as on the statement. The day of the purchase is taken from a receipt or from the
    person: the first charge that a statement happens to show is no purchase.
    """
    amount, currency = listed.get("amount"), listed.get("currency")
    charges = tuple(
        CaseCharge(
            on=date.fromisoformat(one["on"]),
            amount=-Decimal(one["amount"]),
            currency=str(currency),
            descriptor=str(listed.get("descriptor") or ""),
            id=one["id"],
            role=one["role"],
        )
        for one in listed.get("charges", ())
    )
    paid = [charge for charge in charges if charge.amount < 0]
    following: Mapping[str, Any] = listed.get("next") or {}
    cancelling: Mapping[str, Any] = listed.get("cancelling") or {}
    return Subject(
        name=str(listed["name"]),
        subscription=listed.get("id"),
        owner=listed.get("owner"),
        provider=listed.get("provider"),
        plan=listed.get("plan"),
        amount=Decimal(amount) if amount is not None else None,
        currency=currency,
        cadence=listed.get("cadence"),
        country=country,
        language=language,
        purchased_on=_day(listed.get("started_on")) or _ordered(listed.get("receipts", ()), paid),
        renewed_on=paid[-1].on if len(paid) > 1 else None,
        renews_on=_day(following.get("on")),
        payment_method=method_of(listed),
        cancel_by=_day(cancelling.get("by")),
        stop_payment_by=_day(cancelling.get("stop_payment_by")),
        cancel_by_why=tuple(cancelling.get("why", ())),
        charges=charges,
    )


def known_channel(listed: Mapping[str, Any], directory: Directory) -> ChannelChosen | None:
    """Return how it was bought, where the statement or a receipt tells; a plain charge by the provider does not."""
    channel = listed.get("channel")
    if channel and channel_word(channel) != "direct":
        return ChannelChosen(channel=channel_word(channel), because="statement")
    for receipt in reversed(list(listed.get("receipts", ()))):
        seller = directory.provider(receipt.get("seller") or "")
        if seller is not None and seller.channel is not None:
            return ChannelChosen(channel=seller.channel, because="receipt")
    return None


def known_facts(listed: Mapping[str, Any]) -> dict[str, str]:
    """Return what receipts tell that letters need."""
    facts: dict[str, str] = {}
    for receipt in listed.get("receipts", ()):
        if receipt.get("order_number"):
            facts["order_number"] = receipt["order_number"]
        if receipt.get("product"):
            facts["product"] = receipt["product"]
    return facts


def rights_channel(channel: str | None, provider: Provider | None, directory: Directory) -> str | None:
    """Return a channel in the words of `unrenew rights`: who the contract is with decides which promise holds."""
    if channel is None:
        return None
    own = next((one for one in provider.channels if one.id == channel), None) if provider else None
    partner = directory.providers.get(own.partner or "") if own else None
    word = channel_word(channel)
    if partner is not None:
        word = partner.channel or partner.id
    elif own is not None and is_own(own):
        return "provider_web"
    if word == "direct":
        return "provider_web"
    return RIGHTS_CHANNELS.get(word, "reseller_" + re.sub(r"[^a-z0-9]+", "_", word.lower()).strip("_"))


def new_id(subject: Subject, opened_on: date, taken: Sequence[str]) -> str:
    """Return a short id for a case: a readable word and four hexadecimal digits, free among those taken."""
    plain = unicodedata.normalize("NFKD", (subject.provider or subject.name).lower()).encode("ascii", "ignore").decode()
    word = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:24].strip("-") or "case"
    seed = f"{subject.owner}\n{subject.subscription}\n{subject.name}\n{opened_on.isoformat()}"
    for number in range(len(taken) + 1):
        made = word + "-" + hashlib.sha256(f"{seed}\n{number}".encode()).hexdigest()[:4]
        if made not in taken:
            return made
    return word + "-" + hashlib.sha256(seed.encode()).hexdigest()[:12]


class Named(Protocol):
    """A line of the list of cases."""

    @property
    def id(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def state(self) -> str: ...


Row = TypeVar("Row", bound=Named)


def pick(cases: Sequence[Row], name: str) -> list[Row]:
    """Return the cases that a word means: an id, the beginning of one, else a name; open ones before closed."""
    word = name.casefold().strip()
    tests: tuple[Callable[[Row], bool], ...] = (
        lambda one: one.id.casefold() == word,
        lambda one: one.id.casefold().startswith(word),
        lambda one: one.name.casefold() == word,
        lambda one: word in one.name.casefold(),
    )
    for fits in tests:
        found = [one for one in cases if word and fits(one)]
        running = [one for one in found if one.state != "closed"]
        if found:
            return running or found
    return []


def last_charge(case: Case) -> CaseCharge | None:
    """Return the charge that the case is about now: the latest after the cancellation, else the latest."""
    paid = [one for one in case.subject.charges if one.amount < 0 and one.role in {"charge", "retry"}]
    return max(case.charged_again or paid, key=lambda charge: charge.on, default=None)


def _day(value: Any) -> date | None:
    return date.fromisoformat(value) if isinstance(value, str) else cast("date | None", value)


def _ordered(receipts: Sequence[Mapping[str, Any]], paid: Sequence[CaseCharge]) -> date | None:
    """Return the day of the first order by the receipts; where a charge lies before it, it was a renewal."""
    days = [day for one in receipts if (day := _day(one.get("ordered_on"))) is not None]
    if not days or (paid and (min(days) - paid[0].on).days > 31):
        return None
    return min(days)
