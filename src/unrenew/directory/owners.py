"""A host, number or address to the provider it belongs to, or imitates."""

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Literal, TypeVar

from unrenew.model.domains import host_of, registrable
from unrenew.model.look_alikes import Brands, one_digit_off, skeleton, unicode_host
from unrenew.model.providers import Domain, Provider
from unrenew.model.ways import FoundContact, Likeness

T = TypeVar("T")

ContactKind = Literal["phone", "url", "page", "email", "post", "messenger"]

UNSOURCED = frozenset({"known", "hostile"})


_LONGEST_HOST = 253
"""Characters of a host name (RFC 1035, 2.3.4): what is longer is none, and is nobody's."""


def _lowest(host: str, known: Mapping[str, T]) -> T | None:
    """Return what is known of the longest name that a host lies on."""
    name = _name(host)
    while "." in name:
        if name in known:
            return known[name]
        name = name.partition(".")[2]
    return None


def _name(host: str) -> str:
    """Return a host name in lower case, empty where it is too long for one."""
    return host.lower().rstrip(".") if len(host) <= _LONGEST_HOST else ""


class Owners:
    """Every domain, number and address of the directory, indexed."""

    def __init__(self, providers: Iterable[Provider]) -> None:
        self.domains: dict[str, tuple[str, Domain]] = {}
        self.traps: dict[str, tuple[str, Domain]] = {}
        self.contacts: dict[tuple[str, str], FoundContact] = {}
        self.brands: dict[str, str] = {}
        self.pages: dict[str, FoundContact] = {}
        """The addresses that the facts give exactly: where to cancel, and each provider's front page."""
        self.homes: dict[str, FoundContact] = {}
        """The hosts of the front pages."""
        known = sorted(providers, key=lambda one: one.parent is not None)
        for provider in known:
            self._add(provider)
        for provider in known:
            self._add_pages(provider)
        self.numbers = sorted(value for kind, value in self.contacts if kind == "phone")

    def _add(self, provider: Provider) -> None:
        for domain in provider.domains:
            shelf = self.traps if domain.evidence == "hostile" else self.domains
            shelf.setdefault(domain.name, (provider.id, domain))
            if domain.evidence not in UNSOURCED:
                label = _label(domain.name)
                if len(label) > 3:
                    self.brands.setdefault(label, provider.id)
        for contact in provider.contacts:
            as_of = contact.checked_live or contact.read_on
            self.contacts.setdefault(
                (_kind(contact.kind), fold_contact(_kind(contact.kind), contact.value)),
                FoundContact(provider.id, contact.source, as_of),
            )

    def _add_pages(self, provider: Provider) -> None:
        if provider.homepage is not None:
            host = host_of(provider.homepage)
            owner = self._owner(host, provider)
            found = FoundContact(owner, provider.homepage, provider.read_on)
            self.pages.setdefault(fold_contact("url", provider.homepage), found)
            self.homes.setdefault(host.removeprefix("www."), found)
        for channel in provider.channels:
            if channel.cancel_url is not None:
                owner = self._owner(host_of(channel.cancel_url), provider)
                self.pages.setdefault(
                    fold_contact("url", channel.cancel_url),
                    FoundContact(owner, channel.source, channel.checked_live or channel.read_on),
                )

    def _owner(self, host: str, provider: Provider) -> str:
        """Return whose a page in a provider's file is: a partner's, where the partner cancels for it."""
        found = self.domain(host)
        return provider.id if found is None or found[0] in {provider.id, provider.parent} else found[0]

    @cached_property
    def _shapes(self) -> Brands:
        return Brands(self.brands)

    @cached_property
    def _wholes(self) -> dict[str, tuple[str, Domain]]:
        return {registrable(name) or name: found for name, found in reversed(self.domains.items())}

    def domain(self, host: str) -> tuple[str, Domain] | None:
        """Return the owner of a host and the fact that says so: the longest name that it lies on."""
        found = _lowest(host, self.domains)
        if found is not None:
            return found
        whole = registrable(host)
        if whole is None or whole == host:
            return None
        return self._wholes.get(whole)

    def contact(self, kind: ContactKind, value: str) -> FoundContact | None:
        """Return whose contact this is. A web page or mail address counts on any sourced domain of a provider."""
        exact = self.listed(kind, value)
        if exact is not None or _kind(kind) not in {"url", "email"}:
            return exact
        host = value.strip().lower().rpartition("@")[2] if kind == "email" else host_of(value)
        found = self.domain(host)
        if found is not None and found[1].evidence not in UNSOURCED:
            return FoundContact(found[0], found[1].source, found[1].checked_live or found[1].read_on)
        return self._home(host)

    def listed(self, kind: ContactKind, value: str) -> FoundContact | None:
        """Return whose contact this is where a fact gives exactly it, and not only the site on which it lies."""
        folded = fold_contact(_kind(kind), value)
        return self.contacts.get((_kind(kind), folded)) or (self.pages.get(folded) if _kind(kind) == "url" else None)

    def _home(self, host: str) -> FoundContact | None:
        """Return whose front page lies on this host or above it: no other source says whose the domain is."""
        return _lowest(host, self.homes)

    def near_domain(self, host: str) -> Likeness | None:
        """Return which provider's domain a host imitates; None for a provider's own, and for what is like none."""
        shown = unicode_host(host.lower().rstrip("."))
        if self.domain(host) is not None:
            return None
        trap = _lowest(host, self.traps)
        if trap is not None:
            return Likeness(provider=trap[0], like=trap[1].name, how="seen only in spam")
        found = self._shapes.imitated(_label(registrable(shown) or shown))
        if found is not None:
            return Likeness(provider=self.brands[found[0]], like=found[0], how=found[1])
        return self._below(shown)

    def near_number(self, number: str) -> Likeness | None:
        """Return which official number this one nearly is (E.164): a digit changed, dropped, added or swapped."""
        digits = fold_contact("phone", number)
        for known in self.numbers:
            if one_digit_off(digits, known):
                return Likeness(
                    provider=self.contacts["phone", known].provider, like=known, how="one digit off the official number"
                )
        return None

    def _below(self, host: str) -> Likeness | None:
        """Find a whole official name put in front of a stranger's: `my.kaspersky.com.evil.example`."""
        labels = [skeleton(label) for label in host.split(".")][: -(registrable(host) or host).count(".") - 1]
        for label in labels:
            owner = self.brands.get(label)
            if owner and len(label) > 4:
                return Likeness(provider=owner, like=label, how=f'"{label}" in front of a stranger\'s domain')
        return None


def _label(name: str) -> str:
    whole = registrable(name) or name
    return whole.partition(".")[0]


def _kind(kind: str) -> str:
    return "url" if kind == "page" else kind


def fold_contact(kind: str, value: str) -> str:
    """Return a contact in the one form in which it is compared."""
    text = value.strip()
    if kind == "phone":
        return "+" + "".join(letter for letter in text if letter.isdigit())
    if kind == "url":
        rest = text.partition("://")[2] or text
        return rest.lower().removeprefix("www.").rstrip("/")
    return " ".join(text.lower().split())
