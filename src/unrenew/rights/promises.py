"""The directory's refunds to rules: a provider's own money-back promise."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from unrenew.directory.regions import EU
from unrenew.model.providers import Provider, Refund
from unrenew.model.rules import (
    ActionTable,
    AmountRow,
    Applies,
    DeadlineRow,
    Example,
    Lost,
    Need,
    Rule,
    Source,
)
from unrenew.rights.rulebooks import provider_key

PROVEN = frozenset(("official", "official-forum"))
STORES = ("apple_app_store", "google_play", "microsoft_store", "marketplace_amazon", "retail_store")
_CHANNELS = {"direct": "provider_web", "app-store": "apple_app_store", "google-play": "google_play"}
_SELLERS = frozenset(("billing-partner", "app-store", "platform", "retailer"))
_OWN = "your own contract"


def _places(refund: Refund) -> dict[str, Any] | None:
    """Return the condition on the country; None for what is said of a part of a country, which is not decided here."""
    if any("-" in region for region in refund.regions):
        return None
    if "*" in refund.regions:
        return {}
    never = [region.removeprefix("not:") for region in refund.regions if region.startswith("not:")]
    if never:
        return {"country": {"not": never}}
    countries = {country for region in refund.regions for country in (sorted(EU) if region == "EU" else [region])}
    return {"country": sorted(countries)}


def _conditions(refund: Refund) -> dict[str, Any] | None:
    places = _places(refund)
    if places is None or refund.plan not in ("any", "annual", "monthly"):
        return None
    found: dict[str, Any] = {"channel": _CHANNELS.get(refund.channel, f"reseller_{refund.channel.replace('-', '_')}")}
    found |= places
    if refund.plan != "any":
        found["plan_period"] = refund.plan
    if refund.scope != "any":
        found["renewed_on"] = {"given": refund.scope == "renewal"}
    return found


def _row(refund: Refund) -> DeadlineRow | None:
    conditions = _conditions(refund)
    if conditions is None or refund.days is None or refund.evidence not in PROVEN or refund.old:
        return None
    if refund.days == 0:
        return DeadlineRow(all=conditions, never=True, cite=refund.text)
    return DeadlineRow(all=conditions, start="last_charge", length=(f"{refund.days} days",), cite=refund.text)


def _is_doubted(provider: Provider) -> bool:
    """Say whether somebody else names days where the provider's own pages name none: then nothing is denied."""
    return any(r.days != 0 and (r.days is None or r.evidence not in PROVEN) for r in provider.refunds)


def _rule(provider: Provider, names: tuple[str, ...], rows: list[tuple[Refund, DeadlineRow]]) -> Rule:
    rows = sorted(rows, key=lambda pair: -len(pair[1].all))  # what is said of one country or plan goes first
    return Rule(
        id="provider.guarantee",
        version=provider.name,
        title=f"{provider.name}: its own money-back promise",
        kind="refund",
        gives="; ".join(refund.text for refund, _ in rows)[:600],
        provider=names,
        confidence="medium",
        applies=Applies(event="last_payment", from_=date(2000, 1, 1), from_is="guess"),
        action=ActionTable(
            to=f"{provider.name}'s customer support, by its official site",
            form="request with purchase date, name, e-mail and order number",
            template="provider_refund",
            proof="the order confirmation, the request and its date",
            warn="look up the contact in the directory: fake support sites rank high",
        ),
        source=tuple(Source(cite=refund.text, url=refund.source, checked=refund.read_on) for refund, _ in rows),
        lost=(Lost(all={"provider_guarantee_days": {"surely": 0}}, cite=_OWN),),
        need=(Need(fact="channel", not_in=STORES, cite="bought in a shop or store: its rules hold"),),
        deadline=(
            DeadlineRow(
                has="provider_guarantee_days",
                start="last_payment",
                length=("provider_guarantee_days days",),
                cite=_OWN,
            ),
            *(row for _, row in rows),
            DeadlineRow(ask="provider_guarantee_days", cite="no promise is known for this way of buying or this plan"),
        ),
        amount=(AmountRow(pay="full", cite="the provider's promise"),),
        test=(Example(name="from the directory", facts={}, expect={}),),
    )


def promises(providers: Iterable[Provider], named: Iterable[str]) -> tuple[Rule, ...]:
    """Return a rule for each provider whose refunds the directory knows from official pages.

    Args:
        providers: the directory's files.
        named: names of providers that have a rule file of their own, which says more than the directory can.

    """
    taken = {provider_key(name) for name in named}
    rules: list[Rule] = []
    for provider in sorted(providers, key=lambda one: one.id):
        rows = [(refund, row) for refund in provider.refunds if (row := _row(refund)) is not None]
        if _is_doubted(provider):
            rows = [pair for pair in rows if not pair[1].never]
        names = {provider_key(name) for name in (provider.id, provider.name, *provider.aliases)}
        if not rows or provider.kind in _SELLERS or names & taken:
            continue
        taken |= names
        rules.append(_rule(provider, tuple(sorted(names)), rows))
    return tuple(rules)
