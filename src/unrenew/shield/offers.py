"""What a guide says is sold, and by whom, held against the directory."""

import re
from collections.abc import Iterator
from itertools import islice

from unrenew.directory import Directory
from unrenew.directory.ways import ELSEWHERE, goes_through
from unrenew.model.contacts import Claim
from unrenew.model.providers import Channel, Provider
from unrenew.shield.cleaning import tidy
from unrenew.shield.product_names import GENERIC, names_of, words_of
from unrenew.shield.sources import claim_of

_BUYING = re.compile(
    r"(?<!\w)(?:b[ou]y\w*|bought|purchas\w*|order\w*|sold|sells?|billed|bill|reseller|partner|retailer|stores?"
    r"|subscri\w*|charged"
    r"|through|via|gekauft\w*|kauf\w*|bestell\w*|verkauf\w*|händler|über|abonn\w*|achet\w*|achat\w*|command\w*"
    r"|vend\w*|revendeur"
    r"|compr\w*|pedid\w*|vendid\w*|tienda|acquist\w*|ordin\w*|negozio|gekocht|koop|aangeschaft|winkel|kupi\w*|köp\w*"
    r"|kjøp\w*|køb\w*)(?!\w)",
    re.IGNORECASE,
)
_GONE = re.compile(
    r"(?<!\w)(?:bankrupt\w*|insolven\w*|out of business|went under|shut ?down|closed|defunct|ceased|no longer|not any"
    r" ?more|wound down"
    r"|(?:do not|don['’]t|never) (?:go|use|contact|call|visit|buy|order|log|sign|try|rely|trust|look)|avoid|pleite"
    r"|gibt es nicht mehr|existiert nicht mehr|geschlossen|nicht mehr|faillite"
    r"|n['’]existe plus"
    r"|ne \w+ plus|fermé\w*|quiebra|ya no|cerr[oó]|fall[ie]\w*|falência|faliu|não existe mais|non esiste più"
    r"|fallit[ao]|failliet"
    r"|bestaat niet meer|upadł\w*|konkurs\w*)(?!\w)",
    re.IGNORECASE,
)
_GONE_FOR_GOOD = re.compile(
    r"\s*(?:it|they|that|this|the company|sie|es|die firma|diese|elle|il|ella|esta|ela|essa|deze|die"
    r"|dit)\s[^.!?\n]{0,60}?"
    r"(?:bankrupt|insolven|out of business|no longer|shut ?down|closed|defunct|pleite|nicht mehr|faillite|n['’]existe"
    r"|quiebra|ya no|cerr[oó]"
    r"|falência|faliu|não existe|non esiste|fallit|failliet|niet meer)",
    re.IGNORECASE,
)
"""The next sentence says that the seller is gone."""
_NOT = re.compile(
    r"(?<!\w)(?:not|never|cannot|\w+n['’]t|nicht|kein\w*|nie|pas|jamais|aucun|no|nunca|não|non|niet|geen|nooit|inte"
    r"|ikke)(?!\w)",
    re.IGNORECASE,
)
_ENDS = re.compile(r"[\n|•]|[.!?](?=\s)")
_BULLET_LINE = re.compile(r"^[ \t]{0,20}(?:[-*•✓✔▪◆♦][ \t]{0,4}){1,3}(?!\*)([^\n]{1,200})$", re.MULTILINE)
_BRACKETS = re.compile(r"\([^()]{0,80}\)")
_NO_PRODUCT = frozenset(
    "support help account accounts customer customers service services website site page page's team center centre"
    " contact login"
    " sign app store subscription subscriptions membership memberships renewal refund refunds cancellation billing"
    " user users"
    " konto kundendienst kundenservice hilfe abo compte aide client assistance cuenta ayuda soporte conta ajuda"
    " suporte assistenza"
    " cliente abbonamento klantenservice hulp konta pomoc is ist est es è was has offers und and or dashboard"
    " portal".split()
)
_CAPITALS = re.compile(r"(?:[ \t]+(?:[A-Z][\w+-]*|\d{2,4})(?![\w@]|\.\w)){1,4}")
_LONGEST_NAME = 4
_MOST_PLACES = 50
"""Places of one name that are looked at."""
_COMMON = frozenset(
    "third party other store stores retail box service provider partner billed legacy distributor app google play or"
    " reseller us".split()
)
"""Words of ids that are no shop's name."""


def sentence_at(text: str, start: int, end: int) -> str:
    """Return the sentence in which a place stands, at most 240 characters of it, without what decorates it."""
    lefts = [match.end() for match in _ENDS.finditer(text, max(0, start - 200), start)]
    right = _ENDS.search(text, end, end + 240)
    left = lefts[-1] if lefts else max(0, start - 200)
    return tidy(text[left : right.start() if right else end + 240].strip()[:240])


def seller_claims(text: str, provider: Provider | None, directory: Directory) -> Iterator[Claim]:
    """Hold each seller that the guide names against the sellers that the provider has now."""
    for seller in directory.providers.values():
        is_seller = seller.kind in {"billing-partner", "app-store", "retailer"}
        if is_seller and not (provider and seller.id in {provider.id, provider.parent}):
            named = _named_seller(text, seller)
            if named is not None:
                yield _seller_claim(seller, provider, directory, *named)
    if provider is not None:
        yield from _shop_claims(text, provider, directory)


def _named_seller(text: str, seller: Provider) -> tuple[str, str] | None:
    """Return the sentence that names a seller, and what follows it.

    A name that is a word of its own counts beside a word of buying only.
    """
    for name in (seller.name, *seller.aliases):
        short = len(name) <= _LONGEST_NAME
        pattern = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)", 0 if short else re.IGNORECASE)
        plain = seller.kind != "billing-partner" and " " not in name.strip()
        for match in islice(pattern.finditer(text), _MOST_PLACES):
            says = sentence_at(text, match.start(), match.end())
            if not plain or _BUYING.search(says):
                end = _ENDS.search(text, match.end())
                return says, text[end.end() : end.end() + 100] if end else ""
    return None


def _seller_claim(seller: Provider, provider: Provider | None, directory: Directory, says: str, after: str) -> Claim:
    if seller.status != "active":
        note = next((one for one in seller.notes if one.source.startswith("http")), seller)
        since = f" since {seller.ended_on}" if seller.ended_on else ""
        gone = f"outdated: {seller.name} no longer operates{since}; a new charge that names it cannot be right"
        if _GONE.search(says) or _GONE_FOR_GOOD.match(after):
            claim, verdict = f"{seller.name} is gone", "supported"
        else:
            claim, verdict = f"bought through {seller.name}", "contradicted"
        return claim_of(claim, "reseller", verdict, says, gone, note)
    channel = _channel_of(seller, provider, directory) if provider else None
    sells = f"{seller.name} sells for {provider.name}" if channel and provider else None
    if _NOT.search(says):
        return claim_of(f"not through {seller.name}", "reseller", "unknown", says, sells, channel)
    return claim_of(
        f"bought through {seller.name}", "reseller", "supported" if channel else "unknown", says, sells, channel
    )


def _channel_of(seller: Provider, provider: Provider, directory: Directory) -> Channel | None:
    word = seller.channel or seller.id
    return next(
        (one for one in provider.channels if one.partner == seller.id or goes_through(one, word, directory.providers)),
        None,
    )


def _shop_claims(text: str, provider: Provider, directory: Directory) -> Iterator[Claim]:
    """Hold the shops that only channels name, such as `best-buy`, against this provider's channels."""
    seen: set[str] = set()
    for one in (provider, *directory.providers.values()):
        for channel in one.channels:
            if channel.id in seen or not _is_shop(channel):
                continue
            seen.add(channel.id)
            words = channel.id.split("-")
            match = re.search(rf"(?<!\w){'[ -]?'.join(map(re.escape, words))}(?!\w)", text, re.IGNORECASE)
            says = sentence_at(text, *match.span()) if match else None
            if says is not None and not _NOT.search(says):
                shop = " ".join(words).title()
                own = channel if one is provider else None
                facts = f"{shop} sells for {provider.name}" if own else None
                yield claim_of(
                    f"bought through {shop}", "reseller", "supported" if own else "unknown", says, facts, own
                )


def _is_shop(channel: Channel) -> bool:
    """Tell whether a channel's id is the name of a shop that has no file of its own."""
    named = channel.partner is None and ELSEWHERE.search(channel.id) is not None
    return named and _COMMON.isdisjoint(channel.id.split("-"))


def product_claims(text: str, provider: Provider, directory: Directory) -> Iterator[Claim]:
    """Hold the products that the guide names with the provider's name before them against whose they are."""
    brand = words_of(provider.name)[0]
    company = _own_names(provider)
    for match in _BULLET_LINE.finditer(text):
        line = _BRACKETS.sub("", tidy(match[1])).strip()
        words = words_of(line)
        is_name = 2 <= len(words) <= _LONGEST_NAME + 1 and words[0] == brand and line[-1:] not in ":.!?"
        if is_name and _NO_PRODUCT.isdisjoint(words) and words not in company:
            yield _product_claim(line, line, provider, directory)
    named = re.finditer(rf"(?<!\w){re.escape(brand)}(?!\w)", text, re.IGNORECASE)
    for match in islice(named, 10 * _MOST_PLACES):
        found = _CAPITALS.match(text, match.end(), match.end() + 80) if match[0][0].isupper() else None
        name = _product_in(f"{match[0]}{found[0]}", provider, directory) if found else None
        if name is not None and found is not None and words_of(name) not in company:
            yield _product_claim(name, sentence_at(text, match.start(), found.end()), provider, directory)


def _product_in(name: str, provider: Provider, directory: Directory) -> str | None:
    """Return the product at the start of a run of capitalised words: a known one, else what sounds like one."""
    words = name.split()
    own = _products_of(provider)
    for length in range(len(words), 1, -1):
        shorter = " ".join(words[:length])
        rest = frozenset(words_of(shorter)[1:])
        if (
            words_of(shorter) in own
            or words_of(shorter)[1:] in own
            or (rest and _owner_of_product(" ".join(words[1:length]), provider, directory))
        ):
            return shorter
    plain = [word for word in words[1:] if word.lower() not in _NO_PRODUCT]
    sounds = len(plain) == len(words) - 1 and not GENERIC.isdisjoint(words_of(" ".join(plain)))
    return name.strip() if sounds and len(plain) > 1 else None


def _product_claim(name: str, says: str, provider: Provider, directory: Directory) -> Claim:
    own = _products_of(provider)
    if (
        words_of(name) in own
        or words_of(name)[1:] in own
        or any(_is_part(words_of(name), one) for one in own if len(one) > 1)
    ):
        return claim_of(name, "product", "supported", says, f"a product of {provider.name}", provider)
    other = _owner_of_product(" ".join(name.split()[1:]), provider, directory)
    if other is None:
        listed = ", ".join(provider.products)
        return claim_of(name, "product", "unknown", says, f"known products: {listed}" if listed else None, provider)
    vendor, product = other
    theirs = f"{product} is a product of {vendor.name}, another vendor"
    return claim_of(name, "product", "contradicted", says, theirs, vendor)


def _own_names(provider: Provider) -> set[tuple[str, ...]]:
    """Return the names of the company itself, which name no product."""
    sold = {words_of(one) for one in provider.products}
    return {words_of(one) for one in names_of(provider)} - sold


def _products_of(provider: Provider) -> set[tuple[str, ...]]:
    """Return the names of what a provider sells, each in words; its own name is none of them."""
    return {words_of(one) for one in provider.products} | {
        words_of(one) for one in provider.aliases if len(one) > _LONGEST_NAME
    }


def _is_part(name: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether one name begins with the other: `Norton 360 Deluxe` is a Norton 360."""
    short = min(len(name), len(other))
    return short > 1 and name[:short] == other[:short]


def _owner_of_product(name: str, provider: Provider, directory: Directory) -> tuple[Provider, str] | None:
    """Return the other vendor of the same kind whose product's own words, not those that many use, are in a name."""
    wanted = frozenset(words_of(name))
    if not wanted - GENERIC:
        return None
    ours = frozenset(word for one in names_of(provider) for word in words_of(one))
    for other in directory.providers.values():
        if other.id == provider.id or other.kind != provider.kind:
            continue
        vendor = frozenset(words_of(other.name.partition("/")[0].partition("(")[0]))
        for product in other.products:
            telling = frozenset(words_of(product)) - vendor - GENERIC
            telling = telling or (
                frozenset(words_of(product)) - GENERIC if len(words_of(product)) == 1 else frozenset()
            )
            if telling and telling <= wanted and not telling <= ours:
                return other, product
    return None
