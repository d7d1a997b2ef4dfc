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
    said = [one for one in pool if says and _says(one, says)]
    if not said and says and not named:
        said = [one for one in fitting if _says(one, says)]
    chosen = said or pool
    ways = tuple(
        _way(provider, one, providers, why=_why(one, word, named, said, country), certain=len(chosen) == 1)
        for one in sorted(chosen, key=lambda one: _order(one, country))
    )
    return Ways(ways=ways, questions=_questions(chosen), warnings=_warnings(provider, chosen, providers, country))


def _says(channel: Channel, says: str) -> bool:
    return any(re.search(clue.says, says, re.IGNORECASE) for clue in channel.clues)


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
