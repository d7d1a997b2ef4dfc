"""A guide's steps to the directory's channels, and what is missing."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from unrenew.directory import Directory
from unrenew.directory.ways import is_own
from unrenew.model.providers import Provider
from unrenew.model.ways import Way
from unrenew.shield.about import BOUGHT, CANCEL, PLACE
from unrenew.shield.brands import counts_of, names_in

_SIGN_IN = re.compile(
    r"sign(?:ing)? in|log(?:ging)? ?(?:in|on)|anmeld|einlog|logge dich|loggen sie|melde[n]? (?:dich|sie sich)"
    r"|connectez|connecte-toi|identifi|inicia(?:r)? ses"
    r"|inicie ses|acced|ingres|faça login|acesse|entre (?:na|no|em)|entra en|zaloguj|logga in|logg? inn?d?\b|giriş"
    r"|войд|увійд|přihlas|ログイン|登录|로그인",
    re.IGNORECASE,
)
_REFUND = re.compile(
    r"refund|money[- ]back|erstatt|geld zurück|rembours|reembols|rimbors|terugbetal|geld terug|zwrot|återbetal"
    r"|refusion|iade|возврат|返金|退款|환불",
    re.IGNORECASE,
)
_CONTACT = re.compile(
    r"contact|\bsupport|customer service|\bchat|kundendienst|kundenservice|assistance|service client"
    r"|atención al cliente|atendimento|assistenza"
    r"|klantenservice|kundtjänst|kundeservice|obsług|müşteri hizmet|поддержк|サポート|客服|고객",
    re.IGNORECASE,
)
_CONTRACT = re.compile(
    r"subscription|membership|abonnement|\babo\b|mitgliedschaft|suscripci|membres|assinatura|abbonament|lidmaatschap|subskrypc"
    r"|członk|prenumer|medlemskap|abonelik|подписк|メンバーシップ|サブスク|멤버십|구독",
    re.IGNORECASE,
)
_SETTINGS = re.compile(
    r"\b(?:device|phone|iphone|ipad|system) settings|open (?:the )?settings|tap your name", re.IGNORECASE
)
_STORES = {
    "apple-subscriptions": re.compile(
        r"\b(?:app store|apple|iphone|ipad|ios|itunes)\b|settings\W+(?:then |and |>\s*)?(?:tap )?(?:your name"
        r"|apple id)",
        re.IGNORECASE,
    ),
    "google-play-subscriptions": re.compile(r"\b(?:google play|play[- ]?store|android)\b", re.IGNORECASE),
}
"""Words by which a store is meant, besides its names."""
_DEVICE = {
    "apple-subscriptions": re.compile(r"\b(?:iphone|ipad|ios|app store)\b", re.IGNORECASE),
    "google-play-subscriptions": re.compile(r"\b(?:android|google play|play store)\b", re.IGNORECASE),
}
_WORD = re.compile(r"[^\W\d_]{3,}")
_PLAIN = frozenset(
    "the and then your you for with from into open choose click select press page site confirm give pick beside"
    " option under".split()
)
_OWNERS = {"billing-partner", "app-store", "payment-service", "retailer"}
_LONG_NAME = 4


@dataclass(slots=True)
class Guided:
    """A step of a guide with what it is about: its own words, the heading of its list, and what was found for it."""

    text: str
    head: str
    group: str
    url: str | None = None
    meant: set[str] = field(default_factory=set[str])
    """The sellers and stores that it names."""


@dataclass(slots=True)
class Channels:
    """The ways out of one provider, ready to be asked for each step."""

    directory: Directory
    provider: Provider | None
    country: str | None
    title: str = ""
    """The guide's own title: "Cancel it on an iPhone" speaks for every step."""
    ways: tuple[Way, ...] = ()

    def __post_init__(self) -> None:
        if self.provider:
            self.ways = self.directory.steps(self.provider.id, country=self.country)

    @property
    def own(self) -> Way | None:
        """Return the provider's own way: with an address if there is one, else through its account."""
        mine = [way for way in self.ways if way.channel.id != "support"]
        with_address = next((way for way in mine if way.channel.cancel_url and is_own(way.channel)), None)
        account = next((way for way in mine if is_own(way.channel) and _is_account(way)), None)
        return with_address or account or next((way for way in mine if is_own(way.channel)), None)

    def map(self, step: Guided) -> None:
        """Find whom a step means, and the official address that belongs to it."""
        step.meant = self._sellers(step.head) or self._sellers(step.group)
        if not step.meant and not step.group:
            step.meant = {name for name in _STORES if _DEVICE[name].search(self.title)}
        other = self._other_brand(step)
        if step.meant:
            step.url = self._of_seller(step)
        elif other is not None:
            step.url = _address(other, self.directory.steps(other.id, country=self.country), step.head)
        elif self.provider is not None and not BOUGHT.search(step.head):
            step.url = _address(self.provider, self.ways, step.head)

    def _sellers(self, text: str) -> set[str]:
        found = {name for name, words in _STORES.items() if words.search(text)}
        low = text.lower()
        for provider in self.directory.providers.values():
            is_seller = provider.kind in _OWNERS or any(way.partner == provider.id for way in self.ways)
            if is_seller and provider is not self.provider and any(_stands(name, low) for name in _names(provider)):
                found.add(provider.id)
        return found

    def _of_seller(self, step: Guided) -> str | None:
        """Return the address of the seller's own way, where exactly one seller is meant and the step is done there."""
        if len(step.meant) != 1:
            return None
        name = next(iter(step.meant))
        seller = self.directory.providers.get(name)
        if seller is None or seller.status != "active" or _SETTINGS.search(step.text) or name == "apple-subscriptions":
            return None
        way = next((one for one in self.ways if one.partner == name), None)
        channels = [
            *([way.channel] if way and way.partner == name and not is_own(way.channel) else []),
            *seller.channels,
        ]
        return next((one.cancel_url for one in channels if one.cancel_url), None)

    def _other_brand(self, step: Guided) -> Provider | None:
        """Return the other provider that a step or its heading is about."""
        for text in (step.head, step.group):
            named = counts_of(names_in(text, self.directory), self.directory)
            if self.provider and self.provider.id in named:
                return None
            if len(named) == 1:
                return self.directory.providers[next(iter(named))]
        return None

    # --- what the guide left out

    def missing(self, steps: Sequence[Guided]) -> Iterator[tuple[str, str | None]]:
        """Yield the provider's own way, if the guide has none of it, and the other ways that it does not have."""
        own = self.own
        covered = any(self._covers(step, own) for step in steps)
        if own and not covered:
            lead = f"With {self.provider.plain_name} itself: " if steps and self.provider else ""
            for number, step in enumerate(own.steps):
                yield step if number else lead + step, own.channel.cancel_url
        named = {name for step in steps for name in (step.meant or self._sellers(step.text))}
        for way in self.ways:
            if way is own or way.channel.id == "support" or self._has(way, steps, named):
                continue
            yield self._labelled(way), way.channel.cancel_url or self._seller_url(way)

    def _covers(self, step: Guided, own: Way | None) -> bool:
        """Tell whether a step is one of the provider's own way."""
        if step.meant:
            return False
        if CANCEL.search(step.text) or _SIGN_IN.search(step.text):
            return True
        return own is not None and any(_alike(step.text, one) for one in own.steps)

    def _has(self, way: Way, steps: Sequence[Guided], named: set[str]) -> bool:
        """Tell whether the guide has a way already, or the way is of no use."""
        seller = self.directory.providers.get(way.partner or "")
        if seller is not None:
            return seller.status != "active" or seller.id in named
        if is_own(way.channel) and _is_account(way):
            return True  # one more way through the account that the steps go through
        if re.search(r"partner|third|other|elsewhere|provider", way.channel.id) and any(
            BOUGHT.search(one.text) for one in steps
        ):
            return True
        stores = {"apple-subscriptions", "google-play-subscriptions"}
        if re.search(r"store|play", way.channel.id) and stores <= named:
            return True
        return any(_alike(step.text, " ".join(way.steps)) for step in steps)

    def _labelled(self, way: Way) -> str:
        seller = self.directory.providers.get(way.partner or "")
        steps = "; ".join(way.steps[:4])
        regions = "" if "*" in way.channel.regions else f"In {', '.join(way.channel.regions)}"
        if seller is None:
            return f"{regions}: {steps}" if regions else f"Another way: {steps}" if is_own(way.channel) else steps
        name = re.sub(r"\s+subscriptions$", "", seller.plain_name)
        if BOUGHT.search(way.steps[0]):  # it says so itself
            return f"{regions}: {steps}" if regions else steps
        where = f" ({regions[:1].lower()}{regions[1:]})" if regions else ""
        return f"If you bought it through {name}{where}: {steps}"

    def _seller_url(self, way: Way) -> str | None:
        seller = self.directory.providers.get(way.partner or "")
        if seller is None or seller.id == "apple-subscriptions":
            return None
        return next((one.cancel_url for one in seller.channels if one.cancel_url), None)

    def outdated(self, text: str) -> str:
        """Return a step with a word in brackets behind each seller that is no more."""
        for provider in self.directory.providers.values():
            if provider.kind != "billing-partner" or provider.status == "active":
                continue
            for name in (provider.plain_name, *provider.aliases):
                found = (
                    re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text, re.IGNORECASE)
                    if len(name) > _LONG_NAME
                    else None
                )
                if found:
                    note = f" [outdated: {provider.name} no longer operates]"
                    text = text[: found.end()] + note + text[found.end() :]
                    break
        return text


def _is_account(way: Way) -> bool:
    """Tell whether a way goes through an account that one signs in to."""
    words = f"{way.channel.id} {way.steps[0] if way.steps else ''}".lower()
    return bool(way.channel.cancel_url) or re.search(r"account|sign in|web|portal|settings", words) is not None


def _names(provider: Provider) -> Iterator[str]:
    for name in (provider.plain_name, *provider.aliases):
        if len(name) >= _LONG_NAME or name.upper() == "2CO":
            yield name.lower()


def _stands(name: str, low: str) -> bool:
    at = low.find(name)
    return at >= 0 and not (low[at - 1 : at].isalnum() or low[at + len(name) : at + len(name) + 1].isalnum())


def _alike(one: str, other: str) -> bool:
    """Tell whether most telling words of the shorter text stand in the other too."""
    here, there = ({word.lower() for word in _WORD.findall(text)} - _PLAIN for text in (one, other))
    few = min(len(here), len(there))
    return few > 0 and len(here & there) * 5 >= few * 3 and (len(here & there) >= 2 or few == 1)


def _address(provider: Provider, ways: Sequence[Way], head: str) -> str | None:
    """Return the address that the provider has for what a step's first words say."""
    account = next((way.channel.cancel_url for way in ways if way.channel.cancel_url and is_own(way.channel)), None)
    help_page = next(
        (one.value for one in provider.contacts if one.kind == "page" and one.evidence == "official"), None
    )
    if _SIGN_IN.search(head):
        return account or provider.homepage
    if _REFUND.search(head):
        return next((one.source for one in provider.refunds if _is_official(one.evidence, one.source)), help_page)
    if _CONTACT.search(head):
        return help_page
    steps = [step for way in ways if way.channel.cancel_url == account for step in way.steps]
    if (
        CANCEL.search(head)
        or _CONTRACT.search(head)
        or (PLACE.search(head) and any(_alike(head, step) for step in steps))
    ):
        return account
    return None


def _is_official(evidence: str, source: str) -> bool:
    return evidence == "official" and source.startswith("https://")
