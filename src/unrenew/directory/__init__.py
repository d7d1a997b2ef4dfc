"""What we know of each provider, and how old it is."""

from collections.abc import Iterable
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

import msgspec

from unrenew.directory.owners import ContactKind, Owners
from unrenew.directory.regions import closeness, holds_in
from unrenew.directory.standings import RANK, footing
from unrenew.directory.ways import find_refunds, find_ways
from unrenew.model.providers import TABLES, Contact, Fact, Provider, Refund
from unrenew.model.ways import Footing, FoundContact, Likeness, Way, Ways

if TYPE_CHECKING:
    import polars as pl

    from unrenew.directory.descriptors import Matcher

__all__ = ["Directory", "footing"]


class Directory:
    """Every provider, by id, name, domain, contact and descriptor. Made of facts already read; reads nothing itself."""

    def __init__(self, providers: Iterable[Provider]) -> None:
        self.providers: dict[str, Provider] = {}
        for provider in providers:
            known = self.providers.get(provider.id)
            self.providers[provider.id] = provider if known is None else _together(known, provider)

    # --- by name

    @cached_property
    def _names(self) -> dict[str, set[str]]:
        names: dict[str, set[str]] = {}
        for provider in self.providers.values():
            for name in (provider.id, provider.name, *provider.aliases, *provider.products):
                names.setdefault(_plain(name), set()).add(provider.id)
                names.setdefault(_plain(name.partition("(")[0].partition("/")[0]), set()).add(provider.id)
        return names

    def provider(self, name: str) -> Provider | None:
        """Return a provider by id, name, product or another name of it; None where none or several have that name.

        What follows a known name does not matter: "Bitdefender Total Security 2027" is Bitdefender's.
        """
        if name in self.providers:
            return self.providers[name]
        words = name.split()
        for length in range(len(words), 0, -1):
            plain = _plain(" ".join(words[:length]))
            found = self._names.get(plain, set()) if length == len(words) or len(plain) >= 5 else set[str]()
            if found:
                return self.providers[next(iter(found))] if len(found) == 1 else None
        return None

    def nearest(self, name: str, count: int = 5) -> tuple[str, ...]:
        """Return the ids whose names are nearest to a name that is not known, or that several share."""
        import difflib

        shared = self._names.get(_plain(name), set())
        if shared:
            return tuple(sorted(shared))[:count]
        near = difflib.get_close_matches(_plain(name), list(self._names), n=2 * count, cutoff=0.6)
        return tuple(dict.fromkeys(one for text in near for one in sorted(self._names[text])))[:count]

    # --- by domain and contact

    @cached_property
    def owners(self) -> Owners:
        """Every domain, number and address, indexed."""
        return Owners(self.providers.values())

    def owner_of_domain(self, domain: str) -> str | None:
        """Return the id of the provider that a host name belongs to, or None. Look-alikes belong to nobody."""
        found = self.owners.domain(domain)
        return found[0] if found else None

    def find_contact(self, kind: ContactKind, value: str) -> FoundContact | None:
        """Return whose contact this is, with its source and the day of the fact; None: in no fact."""
        return self.owners.contact(kind, value)

    def near_domain(self, host: str) -> Likeness | None:
        """Return which provider's name a stranger's host imitates, and how."""
        return self.owners.near_domain(host)

    def near_number(self, number: str) -> Likeness | None:
        """Return which official number a stranger's number is one digit off."""
        return self.owners.near_number(number)

    def contacts(self, provider: str, country: str | None = None) -> tuple[Contact, ...]:
        """Return a provider's contacts that hold in a country, the closest to it first, pages before the rest."""
        found = [one for one in self.providers[provider].contacts if holds_in(one.regions, country)]
        return tuple(
            sorted(found, key=lambda one: (-closeness(one.regions, country), one.kind != "page", RANK[one.evidence]))
        )

    # --- by purchase

    def refunds(self, provider: str, channel: str | None = None, country: str | None = None) -> tuple[Refund, ...]:
        """Return the refund promises for what was bought through a channel; where a store sold it, the store's."""
        return find_refunds(self.providers[provider], self.providers, channel=channel, country=country)

    def steps(self, provider: str, channel: str | None = None, country: str | None = None) -> tuple[Way, ...]:
        """Return the ways out with their steps, the likeliest first."""
        return find_ways(self.providers[provider], self.providers, channel=channel, country=country).ways

    def which_channel(
        self, descriptor: str | None = None, *, provider: str | None = None, country: str | None = None, says: str = ""
    ) -> Ways:
        """Return the ways out that fit a statement line, the country and what the person says, and what to ask."""
        channel = None
        if descriptor is not None:
            row = self.match_descriptor(descriptor)
            provider = provider or row["provider"] or row["merchant"]
            family = row["channel"] == "direct" and row["merchant"] != row["provider"]
            channel = row["channel"] if row["channel"] != "direct" or family else None
        if provider is None or provider not in self.providers:
            return Ways(ways=(), questions=("Which company provides the service that was paid for?",))
        return find_ways(self.providers[provider], self.providers, channel=channel, country=country, says=says)

    # --- by descriptor

    @cached_property
    def matcher(self) -> "Matcher":
        """All patterns, ready to read lines."""
        from unrenew.directory.descriptors import Matcher

        return Matcher(self.providers)

    def match_descriptors(self, descriptors: "pl.Series") -> "pl.DataFrame":
        """Return for each descriptor, in order: merchant (of record), channel, provider, plan; null = not known."""
        return self.matcher.match(descriptors)

    def match_descriptor(self, descriptor: str) -> dict[str, str | None]:
        """Return what one descriptor says; for many, use `match_descriptors`."""
        import polars as pl

        return self.match_descriptors(pl.Series([descriptor])).row(0, named=True)

    # --- for tables

    def plans(self) -> "pl.DataFrame":
        """Return every plan: provider, plan, cadence, price, currency, evidence (null = not known)."""
        import polars as pl

        rows = [
            (provider.id, plan.name, plan.cadence, plan.amount, plan.currency, plan.evidence)
            for provider in self.providers.values()
            for plan in provider.plans
        ]
        names = ("provider", "plan", "cadence", "price", "currency", "evidence")
        types = (pl.String, pl.String, pl.String, pl.Decimal(12, 2), pl.String, pl.String)
        return pl.DataFrame(rows, schema=dict(zip(names, types, strict=True)), orient="row")

    def footing(self, fact: Fact, today: date) -> Footing:
        """Return how a fact may be shown on this day."""
        return footing(fact, today)


def _together(known: Provider, own: Provider) -> Provider:
    """Put a person's own facts beside those of the program; theirs keep their mark."""
    return msgspec.structs.replace(
        known,
        aliases=(*known.aliases, *own.aliases),
        products=(*known.products, *own.products),
        **{table: (*getattr(known, table), *getattr(own, table)) for table in TABLES},
    )


def _plain(name: str) -> str:
    return "".join(letter for letter in name.casefold() if letter.isalnum() or letter == "+")
