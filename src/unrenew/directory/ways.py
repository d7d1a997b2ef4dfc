"""What is known of a purchase to the ways out that fit it."""

import re
from collections.abc import Iterable, Mapping

from unrenew.directory.regions import closeness, holds_in
from unrenew.directory.standings import RANK
from unrenew.model.providers import Channel, Provider, Refund
from unrenew.model.ways import Way, Ways

CHANNEL_WORDS = {
    "provider_web": "direct",
    "apple_app_store": "app-store",
    "google_play": "google-play",
    "microsoft_store": "microsoft-store",
    "marketplace_amazon": "amazon",
    "retail_store": "retail-box",
}
"""The words of `rights --facts` for channels, and the directory's."""

ELSEWHERE = re.compile(
    r"store|play|third|partner|retail|legacy|reseller|distributor|service-provider|appgallery|best-buy"
)
"""Ids of channels that are not the provider's own."""


def channel_word(channel: str) -> str:
    """Return the directory's word for a channel named in any of the program's vocabularies."""
    word = channel.strip().lower()
    word = CHANNEL_WORDS.get(word, word.removeprefix("reseller_"))
    return word.replace("_", "-")


def is_own(channel: Channel) -> bool:
    """Return whether the channel is the provider's own account, page, letter or desk."""
    return not ELSEWHERE.search(channel.id) and (channel.partner is None or channel.cancel_url is not None)


def goes_through(channel: Channel, word: str, providers: Mapping[str, Provider]) -> bool:
    """Return whether a channel of a provider is the one named: by its id, its partner, or the partner's short name."""
    if word == "direct":
        return is_own(channel)
    partner = providers.get(channel.partner or "")
    named = {channel.id, channel.partner, partner.channel if partner else None}
    return word in named or f"-{word}-" in f"-{channel.id}-"


def find_ways(
    provider: Provider,
    providers: Mapping[str, Provider],
    *,
    channel: str | None = None,
    country: str | None = None,
    says: str = "",
) -> Ways:
    """Return the ways out that fit the channel, the country and what the person says of the purchase."""
    fitting = [one for one in provider.channels if holds_in(one.regions, country)]
    word = channel_word(channel) if channel else None
    named = [one for one in fitting if word and goes_through(one, word, providers)]
    pool = named or fitting
    said = [one for one in pool if says and _says(one, says, providers)]
    if not said and says and named:
        said = [one for one in fitting if _says(one, says, providers)]
    chosen = said or pool
    ways = [
        _way(provider, one, providers, why=_why(one, word, named, said, country), certain=len(chosen) == 1)
        for one in sorted(chosen, key=lambda one: _order(one, country))
    ]
    seller = _seller(provider, providers, word) if word and not named and not said else None
    return Ways(
        ways=_beside(ways, seller, providers, country),
        questions=_questions(chosen) if seller is None else (),
        warnings=_warnings(provider, chosen, providers, country),
        successor=_successor(provider, country),
    )


def _seller(provider: Provider, providers: Mapping[str, Provider], word: str) -> Provider | None:
    """Return the seller or store of that name, where the provider's file has no way through it."""
    return next((one for one in providers.values() if word in {one.channel, one.id} and one.id != provider.id), None)


def _beside(
    ways: list[Way], seller: Provider | None, providers: Mapping[str, Provider], country: str | None
) -> tuple[Way, ...]:
    """Put the seller's own ways where they belong: alone for a store, first for a reseller, last for a payment service.

    Ending the permission at a payment service stops the money, not the contract.
    """
    if seller is None:
        return tuple(ways)
    why = (f"{seller.name} took the money",)
    channels = [one for one in seller.channels if holds_in(one.regions, country)]
    theirs = [_way(seller, one, providers, why=why, certain=False) for one in channels]
    if seller.kind == "payment-service":
        return (*[way for way in ways if is_own(way.channel)], *theirs)
    if seller.kind == "app-store" and theirs:
        return tuple(theirs)
    return (*theirs, *ways)


def _successor(provider: Provider, country: str | None) -> str | None:
    if country is not None:
        for market in provider.markets:
            if market.successor and holds_in(market.regions, country):
                return market.successor
    return provider.successor


STORE_WORDS = {
    "app-store": r"app ?store|apple|itunes|iphone|ipad",
    "google-play": r"google|play ?store|android",
    "amazon": r"amazon",
    "roku": r"roku",
}
"""What people say when they bought in a store, whether or not a file has clues of its own."""


def _says(channel: Channel, says: str, providers: Mapping[str, Provider]) -> bool:
    if any(re.search(clue.says, says, re.IGNORECASE) for clue in channel.clues):
        return True
    if any(re.search(words, says, re.IGNORECASE) for store, words in STORE_WORDS.items() if store in channel.id):
        return True
    partner = providers.get(channel.partner or "")
    names = (partner.plain_name, *partner.aliases) if partner is not None else ()
    return any(re.search(rf"\b{re.escape(name)}\b", says, re.IGNORECASE) for name in names)


def _why(
    channel: Channel, word: str | None, named: list[Channel], said: list[Channel], country: str | None
) -> tuple[str, ...]:
    why: list[str] = []
    if channel in named:
        why.append(f"bought through {word}")
    if channel in said:
        why.append("fits what you said")
    if country and "*" not in channel.regions:
        why.append(f"for {country}")
    return tuple(why)


def _order(channel: Channel, country: str | None) -> tuple[int, int, int, int]:
    closed = int("legacy" in channel.id)
    return (closed, -closeness(channel.regions, country), 0 if is_own(channel) else 1, RANK[channel.evidence])


def _way(
    provider: Provider, channel: Channel, providers: Mapping[str, Provider], *, why: tuple[str, ...], certain: bool
) -> Way:
    partner = providers.get(channel.partner or "")
    at_partner = partner.channels if partner is not None and partner.id != provider.id else ()
    return Way(
        provider=provider.id,
        channel=channel,
        why=why,
        certain=certain,
        partner=channel.partner,
        at_partner=at_partner,
    )


def _questions(chosen: Iterable[Channel]) -> tuple[str, ...]:
    """Return each question once, the one that parts the most ways first; none where one way is left."""
    channels = list(chosen)
    if len(channels) < 2:
        return ()
    asked: dict[str, int] = {}
    for channel in channels:
        for clue in channel.clues:
            asked[clue.question] = asked.get(clue.question, 0) + 1
    if not asked:
        if all(is_own(channel) for channel in channels):
            return ()
        return ("Which company does your receipt or order mail name as the seller, and where did you sign up?",)
    return tuple(sorted(asked, key=lambda question: -asked[question]))


def _warnings(
    provider: Provider, chosen: Iterable[Channel], providers: Mapping[str, Provider], country: str | None
) -> tuple[str, ...]:
    found = [market.text for market in provider.markets if country and holds_in(market.regions, country)]
    if provider.status != "active":
        found.append(f"{provider.name} no longer operates")
    for channel in chosen:
        partner = providers.get(channel.partner or "")
        if partner is not None and partner.status != "active":
            found.append(f"{partner.name} no longer operates: a new charge that names it cannot be right")
    return tuple(dict.fromkeys(found))


def find_refunds(
    provider: Provider,
    providers: Mapping[str, Provider],
    *,
    channel: str | None = None,
    country: str | None = None,
) -> tuple[Refund, ...]:
    """Return the refund promises that hold, the closest to the country first; a store's own where a store sold it."""
    rows = provider.refunds if channel is None else _refunds_through(provider, providers, channel_word(channel))
    fitting = [refund for refund in rows if holds_in(refund.regions, country)]
    return tuple(sorted(fitting, key=lambda refund: (-closeness(refund.regions, country), RANK[refund.evidence])))


def _refunds_through(provider: Provider, providers: Mapping[str, Provider], word: str) -> tuple[Refund, ...]:
    through = [one for one in provider.channels if goes_through(one, word, providers)]
    sellers = [providers[one.partner] for one in through if one.partner and one.partner in providers]
    seller = next((one for one in sellers if one.channel == word), None)
    seller = seller or next((one for one in providers.values() if one.channel == word), None)
    if seller is not None and seller.id != provider.id and seller.kind != "billing-partner":
        return seller.refunds
    names = {word, *(one.channel for one in sellers)}
    own = word == "direct" or any(is_own(one) for one in through) or (seller is not None and bool(sellers))
    return tuple(one for one in provider.refunds if one.channel in names or (own and one.channel == "direct"))
