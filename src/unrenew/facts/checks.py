"""Provider facts to the problems of trust they have: who vouches for what.

Every rule has a name that stands in its problem. A file that breaks one is refused whole: a poisoned file is not
to be trusted in its other lines. `thorough` compares by the Public Suffix List throughout (tests, `facts check`, a
person's own files); otherwise the list is only loaded where plain comparison does not settle it.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from functools import cached_property

from unrenew.model import Problem
from unrenew.model.domains import host_of, lies_on, registrable
from unrenew.model.look_alikes import Brands, one_digit_off
from unrenew.model.providers import Contact, Domain, Fact, Provider

SOURCELESS = frozenset({"known", "inference", "observed", "hostile"})
"""Evidence that may stand without an address: it is never shown as a fact."""

_ADDRESS = re.compile(r"https?://[^\s/]+(/\S*)?$")
_E164 = re.compile(r"\+\d{7,15}$")
_IN_TEXT = re.compile(r"https?://\S+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_NUMBER = re.compile(r"(?<![\w/=-])\+?\(?\d(?:[\s().-]{0,2}\d){8,14}(?![\w-])")

Finding = tuple[str, str]
Rule = Callable[[Provider, "Company", bool], Iterator[Finding]]


class Company:
    """All providers together, with the names each may use: its own, its parent's, its partners'."""

    def __init__(self, providers: Iterable[Provider]) -> None:
        self.providers = {provider.id: provider for provider in providers}
        self.names = {provider.id: _names(provider) for provider in self.providers.values()}
        self.patterns: dict[str, set[str]] = {}
        self.numbers: set[str] = set()
        self.owners: dict[str, set[str]] = {}
        for provider in self.providers.values():
            for one in provider.descriptors:
                self.patterns.setdefault(_plain(one.pattern), set()).add(provider.id)
            self.numbers |= {one.value for one in provider.contacts if one.kind == "phone"}
            for name in self.names[provider.id]:
                self.owners.setdefault(name, set()).add(provider.id)

    @cached_property
    def brands(self) -> Brands:
        """The names that a look-alike would imitate."""
        return Brands({brand(provider): provider.id for provider in self.providers.values()})

    @cached_property
    def wholes(self) -> dict[str, set[str]]:
        """Every registered domain, with the providers that claim a name on it."""
        found: dict[str, set[str]] = {}
        for name, ids in self.owners.items():
            found.setdefault(registrable(name) or name, set()).update(ids)
        return found

    def allowed(self, provider: Provider) -> frozenset[str]:
        """Return the domains that the provider's contacts may lie on."""
        ids = [provider.id, provider.parent, *(channel.partner for channel in provider.channels)]
        return frozenset(name for one in ids if one for name in self.names.get(one, ()))

    def others(self, provider: Provider, name: str, *, thorough: bool) -> list[str]:
        """Return the other providers, not of its family, that claim a name or one that it lies on."""
        found = set(self.wholes.get(registrable(name) or name, ())) if thorough else set[str]()
        while "." in name:
            found |= self.owners.get(name, set())
            name = name.partition(".")[2]
        return sorted(one for one in found if one != provider.id and not self._related(provider, one))

    def _related(self, provider: Provider, other: str) -> bool:
        return provider.parent == other or self.providers[other].parent in {provider.id, provider.parent or ""}


def check_providers(
    providers: Iterable[Provider], *, version: str, thorough: bool = False, sealed: Collection[str] = ()
) -> tuple[list[Provider], list[Problem]]:
    """Return the providers whose facts keep every rule, and one problem for each rule that one breaks.

    `sealed`: ids of bundled files that passed the thorough check in this very form; only what is new is checked again.
    """
    found = list(providers)
    kept: list[Provider] = []
    problems: list[Problem] = []
    bundled = [one for one in found if one.origin == "directory"]
    whole = all(one.id in sealed for one in bundled) and len(sealed) == len(bundled)
    company = Company(() if whole and len(bundled) == len(found) else bundled)
    for provider in found:
        own = provider.origin != "directory"
        known = not own and provider.id in sealed
        place = _with_own(company, provider) if own else company
        rules = (() if whole else (_references,)) if known else RULES
        broken = [item for rule in rules for item in rule(provider, place, thorough or own)]
        broken += [] if known else _dates(provider, version)
        problems += [
            Problem(where=f"{provider.id}.toml, {where}", what=what, severity="error") for where, what in broken
        ]
        if not broken:
            kept.append(provider)
    return kept, problems


def brand(provider: Provider) -> str:
    """Return the word that a look-alike would imitate: the registered part of the home page, or the id."""
    if provider.homepage is None:
        return provider.id
    return _label(host_of(provider.homepage))


def _with_own(company: Company, provider: Provider) -> Company:
    bundled = company.providers.get(provider.id)
    rest = [one for one in company.providers.values() if one.id != provider.id]
    together = Company([*rest, provider])
    together.names[provider.id] = _names(provider) | (_names(bundled) if bundled else frozenset())
    return together


def _names(provider: Provider) -> frozenset[str]:
    return frozenset(domain.name for domain in provider.domains if domain.evidence != "hostile")


def _on(host: str, names: frozenset[str], thorough: bool) -> bool:
    if lies_on(host, names) and not thorough:
        return True
    ours = {registrable(name) for name in names} - {None}
    return registrable(host) in ours


def _sources(provider: Provider, company: Company, thorough: bool) -> Iterator[Finding]:
    names = company.allowed(provider)
    for where, fact in provider.facts:
        if fact.source == "none":
            if fact.evidence not in SOURCELESS:
                yield where, f"no-source: {fact.evidence} needs the address that it stands at"
        elif not _ADDRESS.match(fact.source):
            yield where, f"no-source: {fact.source!r} is no address"
        elif fact.evidence in {"official", "official-forum"} and not _on(host_of(fact.source), names, thorough):
            yield where, f"foreign-source: {host_of(fact.source)} is no domain of {provider.name} or its partners"


def _addresses(provider: Provider, company: Company, thorough: bool) -> Iterator[Finding]:
    names = company.allowed(provider)
    for where, address in _all_addresses(provider):
        host = host_of(address.partition("@")[2] if "@" in address and "://" not in address else address)
        if not _on(host, names, thorough):
            imitated = company.brands.imitated(_label(host))
            if imitated:
                yield where, f"look-alike: {host} is {imitated[1]}"
            else:
                yield where, f"foreign-domain: {host} is no domain of {provider.name} or its partners"


def _all_addresses(provider: Provider) -> Iterator[Finding]:
    if provider.homepage:
        yield "homepage", provider.homepage
    for n, contact in enumerate(provider.contacts):
        if contact.kind in {"page", "email"}:
            yield f"contacts[{n}].value", contact.value
    for n, channel in enumerate(provider.channels):
        if channel.cancel_url:
            yield f"channels[{n}].cancel_url", channel.cancel_url
        for step in (*channel.steps, channel.note or "", channel.proof or "", channel.deadline or ""):
            for found in _IN_TEXT.findall(step):
                yield f"channels[{n}].steps", found


def _domains(provider: Provider, company: Company, thorough: bool) -> Iterator[Finding]:
    for n, domain in enumerate(provider.domains):
        where = f"domains[{n}].name"
        if domain.evidence == "hostile":
            continue
        if thorough and registrable(domain.name) is None:
            yield where, f"public-suffix: {domain.name} belongs to nobody"
            continue
        for other in company.others(provider, domain.name, thorough=thorough):
            yield where, f"two-owners: {domain.name} is claimed by {other} too"
        imitated = company.brands.imitated(_label(domain.name), itself=True) if domain.evidence != "known" else None
        if imitated and not (company.brands.owners[imitated[0]] == provider.id and imitated[1].startswith('"')):
            yield where, f"look-alike: {domain.name} is {imitated[1]}"


def _label(host: str) -> str:
    labels = host.split(".")
    if len(labels) < 2:
        return host
    short = len(labels) > 2 and len(labels[-1]) == 2 and len(labels[-2]) <= 3
    return labels[-3] if short else labels[-2]


def _evidence(provider: Provider, _company: Company, _thorough: bool) -> Iterator[Finding]:
    for where, fact in provider.facts:
        trap = isinstance(fact, Domain) and fact.role == "look-alike"
        if (fact.evidence == "hostile") != trap:
            yield where, "hostile-evidence: what was seen only in spam may stand here as a look-alike domain alone"
        if isinstance(fact, Contact) and fact.evidence in {"known", "observed", "inference"}:
            yield where, f"no-source: a contact needs a page that prints it, not {fact.evidence!r}"


def _phones(provider: Provider, company: Company, thorough: bool) -> Iterator[Finding]:
    for n, contact in enumerate(provider.contacts):
        if contact.kind != "phone":
            continue
        where = f"contacts[{n}].value"
        if not _E164.match(contact.value) or (thorough and not _is_number(contact.value)):
            yield where, f"phone-form: {contact.value!r} is no number in the form +4930123456"
        if contact.evidence != "official":
            yield where, "phone-source: a number is taken only from the provider's own pages"
        near = next((other for other in sorted(company.numbers) if one_digit_off(contact.value, other)), None)
        if near:
            yield where, f"one-digit-off: {contact.value} is nearly {near}"


def _is_number(value: str) -> bool:
    import phonenumbers

    try:
        return phonenumbers.is_possible_number(phonenumbers.parse(value))
    except phonenumbers.NumberParseException:
        return False


def _numbers_in_text(provider: Provider, _company: Company, _thorough: bool) -> Iterator[Finding]:
    for where, fact in provider.facts:
        for text in _texts(fact):
            if _NUMBER.search(text):
                yield where, "number-in-text: a phone number may stand in [[contacts]] alone"


def _texts(fact: Fact) -> Iterator[str]:
    for key in ("text", "note", "success_status", "proof", "access_until", "deadline", "source"):
        value = getattr(fact, key, None)
        if isinstance(value, str) and key != "source":
            yield re.sub(r"\d{4}-\d\d-\d\d", "", value)
    yield from getattr(fact, "steps", ())


def _references(provider: Provider, company: Company, _thorough: bool) -> Iterator[Finding]:
    ids = [("parent", provider.parent), ("successor", provider.successor)]
    ids += [(f"channels[{n}].partner", channel.partner) for n, channel in enumerate(provider.channels)]
    ids += [(f"markets[{n}].successor", market.successor) for n, market in enumerate(provider.markets)]
    for where, one in ids:
        if one is not None and one not in company.providers:
            yield where, f"unknown-id: there is no provider {one!r}"
    names = [channel.id for channel in provider.channels]
    for name in {name for name in names if names.count(name) > 1}:
        yield "channels", f"twice: two channels are named {name!r}"


def _contradictions(provider: Provider, _company: Company, _thorough: bool) -> Iterator[Finding]:
    said: dict[tuple[object, ...], tuple[int, int]] = {}
    for n, refund in enumerate(provider.refunds):
        if refund.days is None:
            continue
        key = (refund.scope, refund.plan, refund.channel, refund.regions)
        first, days = said.setdefault(key, (n, refund.days))
        if days != refund.days:
            yield f"refunds[{n}].days", f"contradiction: {refund.days} days here, {days} in refunds[{first}]"


def _descriptors(provider: Provider, company: Company, _thorough: bool) -> Iterator[Finding]:
    for n, one in enumerate(provider.descriptors):
        for other in sorted(company.patterns.get(_plain(one.pattern), set()) - {provider.id}):
            yield f"descriptors[{n}].pattern", f"two-owners: {other} claims {one.pattern!r} too"


def _plain(pattern: str) -> str:
    return re.sub(r"[\W_]+", " ", pattern).strip().upper()


def _dates(provider: Provider, version: str) -> Iterator[Finding]:
    limit = version if provider.origin == "directory" else None
    if limit and provider.read_on.isoformat() > limit:
        yield "read_on", f"future-date: {provider.read_on} is after the day of these facts, {limit}"
    for where, fact in provider.facts:
        read_on = fact.read_on.isoformat()
        if fact.page_date and fact.page_date > read_on[: len(fact.page_date)]:
            yield f"{where}.page_date", f"future-date: {fact.page_date} is after the day it was read, {read_on}"
        for key, day in (("read_on", read_on), ("checked_live", fact.checked_live and fact.checked_live.isoformat())):
            if limit and day and day > limit:
                yield f"{where}.{key}", f"future-date: {day} is after the day of these facts, {limit}"


RULES: tuple[Rule, ...] = (
    _sources,
    _addresses,
    _domains,
    _evidence,
    _phones,
    _numbers_in_text,
    _references,
    _contradictions,
    _descriptors,
)
