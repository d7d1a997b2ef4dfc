"""What a guide claims, held against the facts."""

import re
from collections.abc import Iterator

from unrenew.directory import Directory
from unrenew.model.contacts import Claim
from unrenew.model.providers import Fact, Provider
from unrenew.shield.cleaning import tidy

_DAYS = re.compile(
    r"(\d{1,3})[-\s]*(?:calendar |business |full )?"
    r"(?:days?|tagen?|tägig\w*|jours?|d[ií]as?|giorni|dagen|dias|dagar|dni)\b",
    re.IGNORECASE,
)
_BACK = re.compile(
    r"refund|money[- ]back|guarantee|r[üu]ckerstatt|erstatt|geld[- ]zur[üu]ck|rembours|reembols|devoluci|rimbors"
    r"|terugbetal|återbetal",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"(?i:go to|open|select|choose|click|tap|under the|visit|find|press)\s+(?i:on |the |your |to )*"
    r"(?:[“\"'‘](?P<a>[^”\"'’\n]{3,40})[”\"'’]|\*\*(?P<b>[^*\n]{3,40})\*\*"
    r"|(?P<c>(?:[A-Z][\w-]+\s?){1,4}(?:or [A-Z]\w+ )?(?=tab|page|section|menu|button)))"
)
_BULLET_LINE = re.compile(r"^\s*[-*•✓✔▪◆♦]\s*(.+)$", re.MULTILINE)
_STATUS = re.compile(
    r"(?:status|changes? to|should (?:read|say|show)|will (?:read|show))[^\n]*:?\s*\n"
    r"((?:\s*[-*•✓✗✔✘📅]\s*[^\n]+\n?){1,4})",
    re.IGNORECASE,
)
_UNTIL = re.compile(r"[^\n.]*(?:until|till) (?:the )?(?:end of|expir|plan|period|paid)[^\n.]*", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+")
_SAME = {
    "memberships": "membership",
    "subscriptions": "subscription",
    "licenses": "license",
    "licences": "license",
    "plans": "plan",
    "autorenew": "renewal",
    "renew": "renewal",
    "automatic": "auto",
    "turned": "turn",
}
_PLACES = frozenset({"membership", "subscription", "license", "plan"})
_DROP = frozenset(
    "or my the your a an to of and or in on is it says that form panel under page tab option button next now".split()
)


def find_claims(
    text: str, provider: Provider | None, directory: Directory, *, country: str | None = None
) -> tuple[Claim, ...]:
    """Return the checkable claims of a guide, each supported, contradicted or unknown, with source and date."""
    claims = [*refund_claims(text, provider, directory, country), *_seller_claims(text, provider, directory)]
    if provider is not None:
        claims += [
            *_product_claims(text, provider, directory),
            *_page_claims(text, provider),
            *_status_claims(text, provider),
            *_market_claims(provider, country),
        ]
    unique = {(claim.about, claim.claim.lower()): claim for claim in reversed(claims)}
    return tuple(reversed(unique.values()))


def _dated(fact: Fact) -> tuple[str, str]:
    return fact.source, str(fact.checked_live or fact.read_on)


def refund_claims(
    text: str, provider: Provider | None, directory: Directory, country: str | None = None
) -> Iterator[Claim]:
    """Hold every number of days beside a word for refund against the provider's own promises."""
    facts = directory.refunds(provider.id, country=country) if provider else ()
    known = [one for one in facts if one.days is not None]
    seen: set[int] = set()
    for match in _DAYS.finditer(text):
        days = int(match[1])
        around = text[max(0, match.start() - 90) : match.end() + 60] + _sentence(text, match.start(), match.end())
        if days in seen or not _BACK.search(around):
            continue
        seen.add(days)
        says = tidy(_sentence(text, match.start(), match.end()))
        same = next((one for one in known if one.days == days), None)
        fact = same or (known[0] if known else None)
        source, as_of = _dated(fact) if fact else (None, None)
        yield Claim(
            claim=f"refund within {days} days",
            about="refund_days",
            verdict="unknown" if fact is None else "supported" if same else "contradicted",
            guide_says=f"{days} days: {says}",
            facts_say=f"{fact.days} days: {fact.text}" if fact else None,
            source=source,
            as_of=as_of,
        )


def _sentence(text: str, start: int, end: int) -> str:
    left = max(text.rfind(mark, 0, start) for mark in ("\n", ". ", "! ", "? ")) + 1
    ends = [place for place in (text.find(mark, end) for mark in ("\n", ". ", "! ", "? ")) if place >= 0]
    return text[left : min(ends, default=len(text))].strip()[:240]


def _names_of(provider: Provider) -> set[str]:
    names = {provider.name, *provider.aliases, *provider.products}
    return {part.strip() for name in names for part in re.split(r"[/(),]", name) if len(part.strip()) >= 4}


def _says(text: str, name: str) -> re.Match[str] | None:
    return re.search(rf"(?<![\w]){re.escape(name)}(?![\w])", text, re.IGNORECASE)


def _seller_claims(text: str, provider: Provider | None, directory: Directory) -> Iterator[Claim]:
    """Hold each seller that the guide names against the sellers that the provider has now."""
    for seller in directory.providers.values():
        if seller.kind not in {"billing-partner", "app-store"} or (provider and seller.id == provider.id):
            continue
        match = next(
            (
                found
                for found in (_says(text, name) for name in (seller.name, *seller.aliases) if len(name) > 4)
                if found
            ),
            None,
        )
        if match is None:
            continue
        yield _seller_claim(seller, provider, tidy(_sentence(text, match.start(), match.end())))


def _seller_claim(seller: Provider, provider: Provider | None, says: str) -> Claim:
    if seller.status != "active":
        note = next((one for one in seller.notes if one.source.startswith("http")), None)
        source, as_of = _dated(note) if note else (None, str(seller.read_on))
        since = f" since {seller.ended_on}" if seller.ended_on else ""
        return Claim(
            claim=f"bought through {seller.name}",
            about="reseller",
            verdict="contradicted",
            guide_says=says,
            facts_say=f"outdated: {seller.name} no longer operates{since}; a new charge that names it cannot be right",
            source=source,
            as_of=as_of,
        )
    channel = next((one for one in provider.channels if one.partner == seller.id), None) if provider else None
    source, as_of = _dated(channel) if channel else (None, None)
    sells = f"{seller.name} sells for {provider.name}" if channel and provider else None
    return Claim(
        claim=f"bought through {seller.name}",
        about="reseller",
        verdict="supported" if channel else "unknown",
        guide_says=says,
        facts_say=sells,
        source=source,
        as_of=as_of,
    )


def _product_claims(text: str, provider: Provider, directory: Directory) -> Iterator[Claim]:
    """Hold the products that the guide lists under the provider's name against whose they are."""
    own = {" ".join(_words(name)) for name in _names_of(provider)}
    brand = provider.name.split()[0].lower()
    for match in _BULLET_LINE.finditer(text):
        line = re.sub(r"\(.*?\)", "", tidy(match[1])).strip()
        words = line.split()
        if not 2 <= len(words) <= 5 or words[0].lower() != brand:
            continue
        rest = " ".join(words[1:])
        plain = " ".join(_words(line))
        if plain in own or any(plain in name or name in plain for name in own if len(name.split()) > 1):
            yield Claim(
                claim=line,
                about="product",
                verdict="supported",
                guide_says=line,
                facts_say=f"a product of {provider.name}",
                source=provider.homepage,
                as_of=str(provider.read_on),
            )
            continue
        other = _owner_of_product(rest, provider, directory)
        if other is None:
            listed = ", ".join(provider.products) or None
            yield Claim(
                claim=line,
                about="product",
                verdict="unknown",
                guide_says=line,
                facts_say=f"known products: {listed}" if listed else None,
                as_of=str(provider.read_on),
            )
            continue
        vendor, product = other
        yield Claim(
            claim=line,
            about="product",
            verdict="contradicted",
            guide_says=line,
            facts_say=f"{product} is a product of {vendor.name}, another vendor",
            source=vendor.homepage,
            as_of=str(vendor.read_on),
        )


def _owner_of_product(name: str, provider: Provider, directory: Directory) -> tuple[Provider, str] | None:
    """Return the other vendor, of the same kind, to whom a product's name belongs."""
    wanted = set(_words(name))
    if not wanted or wanted <= {
        "antivirus",
        "security",
        "premium",
        "plus",
        "standard",
        "basic",
        "total",
        "internet",
        "vpn",
        "free",
    }:
        return None
    for other in directory.providers.values():
        if other.id == provider.id or other.kind != provider.kind:
            continue
        for product in (*other.products, *other.aliases):
            if wanted <= set(_words(product)):
                return other, product
    return None


def _words(name: str) -> list[str]:
    plain = name.lower().replace("auto-renewal", "auto renewal").replace("auto-renew", "auto renewal")
    return [_SAME.get(match[0], match[0]) for match in _WORD.finditer(plain) if match[0] not in _DROP]


def _page_claims(text: str, provider: Provider) -> Iterator[Claim]:
    """Hold the names of pages and buttons against the words of the directory's steps."""
    for match in _NAMED.finditer(text):
        name = tidy(match["a"] or match["b"] or match["c"])
        wanted = set(_words(name))
        if not wanted or len(name) > 40:
            continue
        yield _page_claim(name, wanted, provider)


def _page_claim(name: str, wanted: set[str], provider: Provider) -> Claim:
    rival: tuple[str, Fact] | None = None
    for channel in provider.channels:
        for step in channel.steps:
            have = set(_words(step))
            if wanted <= have:
                source, as_of = _dated(channel)
                return Claim(
                    claim=f'a page or button "{name}"',
                    about="page",
                    verdict="supported",
                    guide_says=name,
                    facts_say=step,
                    source=source,
                    as_of=as_of,
                )
            named = wanted <= _PLACES and not wanted & have and have & _PLACES
            if rival is None and named and step.lower().startswith("open"):
                rival = (step, channel)
    if rival is not None:
        source, as_of = _dated(rival[1])
        return Claim(
            claim=f'a page or button "{name}"',
            about="page",
            verdict="contradicted",
            guide_says=name,
            facts_say=rival[0],
            source=source,
            as_of=as_of,
        )
    return Claim(claim=f'a page or button "{name}"', about="page", verdict="unknown", guide_says=name)


def _status_claims(text: str, provider: Provider) -> Iterator[Claim]:
    """Hold what the page should read afterwards, and until when the service runs on, against the facts."""
    channel = next((one for one in provider.channels if one.success_status), None)
    for match in _STATUS.finditer(text):
        for line in match[1].splitlines():
            says = tidy(line)
            if not says or says.endswith(":"):
                continue
            wanted = set(_words(says))
            if "until" in wanted:
                yield _access_claim(says, provider)
                continue
            have = set(_words(channel.success_status or "")) if channel else set[str]()
            good = channel is not None and len(wanted & have) * 3 >= len(wanted) * 2
            source, as_of = _dated(channel) if channel else (None, None)
            yield Claim(
                claim=f"the status reads: {says}",
                about="status",
                verdict="supported" if good else "unknown",
                guide_says=says,
                facts_say=channel.success_status if channel else None,
                source=source,
                as_of=as_of,
            )
    until = _UNTIL.search(text)
    if until:
        yield _access_claim(tidy(until[0]), provider)


def _access_claim(says: str, provider: Provider) -> Claim:
    fact = next((one for one in provider.channels if one.access_until), None)
    source, as_of = _dated(fact) if fact else (None, None)
    good = fact is not None and fact.access_until == "period-end"
    return Claim(
        claim="the service runs on to the end of the paid term",
        about="access",
        verdict="supported" if good else "unknown",
        guide_says=says,
        facts_say="access lasts to the end of the paid period" if good else (fact.access_until if fact else None),
        source=source,
        as_of=as_of,
    )


def _market_claims(provider: Provider, country: str | None) -> Iterator[Claim]:
    """Say where the provider has left or is closing: no guide that is silent about it is complete."""
    for market in provider.markets:
        if country is not None and country not in market.regions:
            continue
        source, as_of = _dated(market)
        yield Claim(
            claim=f"{provider.name} in {', '.join(market.regions)}",
            about="market",
            verdict="unknown",
            guide_says="the guide says nothing of it",
            facts_say=market.text,
            source=source,
            as_of=as_of,
        )
