"""The steps for provider, channel and region, with official pages only."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from urllib.parse import urlsplit

from unrenew.directory import Directory
from unrenew.directory.ways import find_ways
from unrenew.model.cases import Case, CaseState
from unrenew.model.providers import ChargeDay, Contact, Note, Notice, Provider, Refund
from unrenew.model.providers import Fact as DirectoryFact
from unrenew.model.steps import Fact, Guidance, Source, Step
from unrenew.model.ways import Way, Ways

SHOWN = frozenset({"shown", "old"})
OFFICIAL = frozenset({"official", "official-forum"})
OTHER_PLAN = ("two plans", "both renew", "another plan", "other plan", "second plan", "overlap")
"""Words by which a directory's note says that a second plan of the same account goes on."""


def find_steps(case: Case, directory: Directory, today: date, *, says: str = "") -> Guidance:
    """Return the way out that fits what is known, with its steps; or the question whose answer would decide it."""
    provider = directory.provider(case.subject.provider or case.subject.name)
    ways = _ways(case, provider, directory, says)
    way = ways.ways[0] if ways.ways else None
    decided = case.channel is not None or (way is not None and way.certain)
    return Guidance(
        provider=provider.id if provider else None,
        name=provider.name if provider else case.subject.name,
        channel=way.channel.id if way else case.channel,
        certain=decided,
        steps=tuple(
            _steps(case, provider, ways if decided or len(ways.ways) == 1 else Ways(ways=()), directory, today)
        ),
        facts=tuple(_facts(case, provider, way, ways, directory, today)),
        question=None if decided else ways.question,
        channels=tuple(one.channel.id for one in ways.ways),
        support=_support(provider, case.subject.country, directory, today),
        seller=_seller(way, directory),
        seller_email=_email(way, provider, case.subject.country, directory, today),
    )


def official_page(url: str | None, directory: Directory, owners: Iterable[str | None]) -> str | None:
    """Return an address only if its host belongs to one of these providers; nothing else is ever shown as a page."""
    if url is None or urlsplit(url).scheme != "https":
        return None
    owner = directory.owner_of_domain(urlsplit(url).hostname or "")
    return url if owner is not None and owner in set(owners) else None


def _ways(case: Case, provider: Provider | None, directory: Directory, says: str) -> Ways:
    if provider is None:
        return Ways(ways=())
    if case.channel is not None:
        every = directory.steps(provider.id, None, case.subject.country)
        own = [way for way in every if way.channel.id == case.channel]
        if own:
            return Ways(ways=tuple(own))
    return find_ways(provider, directory.providers, channel=case.channel, country=case.subject.country, says=says)


def _steps(case: Case, provider: Provider | None, ways: Ways, directory: Directory, today: date) -> Iterator[Step]:
    way = ways.ways[0] if ways.ways else None
    found = [
        *_cancel_steps(provider, way, directory, today),
        *_permission_steps(ways, directory, today),
        *_own_steps(case, way),
    ]
    for step in found:
        yield replace(step, done=step.id in case.steps_done)


UNKNOWN_PROVIDER = (
    "Look in the contract, the order mail or your account how to cancel; numbers in advertisements may be false",
    "Cancel there, or in writing (the letter “cancel” says all of it), and ask until when it still runs",
)
"""The way out where the directory knows nothing of the provider."""


def _permission_steps(ways: Ways, directory: Directory, today: date) -> Iterator[Step]:
    """Yield how the permission at a payment service is ended: beside the contract, which it does not end."""
    for way in ways.ways[1:]:
        service = directory.providers.get(way.provider)
        source = source_of(way.channel, directory, today)
        if service is None or service.kind != "payment-service" or source is None:
            continue
        how = "; ".join(way.steps)
        yield Step(
            id="permission",
            text=f"It is paid through {service.name}: end the permission there too, which stops the money only. {how}",
            url=official_page(way.channel.cancel_url or service.homepage, directory, {service.id}),
            source=source,
        )
        return


def _cancel_steps(provider: Provider | None, way: Way | None, directory: Directory, today: date) -> Iterator[Step]:
    if provider is None:
        for number, text in enumerate(UNKNOWN_PROVIDER, 1):
            yield Step(id=f"cancel.{number}", text=text, from_="program")
        return
    if way is None:
        return
    source = source_of(way.channel, directory, today)
    if source is None:
        page = official_page(provider.homepage, directory, {provider.id})
        yield Step(id="cancel.1", text="Sign in on the official page and look for the renewal there", url=page)
        return
    pages = _pages(provider, way, directory)
    for number, text in enumerate(way.steps, 1):
        yield Step(id=f"cancel.{number}", text=text, url=pages if number == 1 else None, source=source)


def _pages(provider: Provider, way: Way, directory: Directory) -> str | None:
    """The page of the channel where it is official, else that of the partner who sold it, else the home page."""
    owners = {provider.id, provider.parent, way.partner, *_family(way.partner, directory)}
    if way.channel.evidence in OFFICIAL and (page := official_page(way.channel.cancel_url, directory, owners)):
        return page
    for channel in way.at_partner:
        if channel.evidence in OFFICIAL and (page := official_page(channel.cancel_url, directory, owners)):
            return page
    partner = directory.providers.get(way.partner or "")
    home = partner.homepage if partner is not None else provider.homepage
    return official_page(home, directory, owners)


def _family(partner: str | None, directory: Directory) -> set[str]:
    found = directory.providers.get(partner or "")
    return {found.parent} if found is not None and found.parent else set()


def _own_steps(case: Case, way: Way | None) -> Iterator[Step]:
    status = way.channel.success_status if way else None
    until = "and until which date what was paid for goes on"
    yield Step(
        id="status",
        text=f"Look that it says: {status}" if status else f"Look that the renewal now reads as off, {until}",
        from_="directory" if status else "program",
    )
    proof = way.channel.proof if way else None
    yield Step(
        id="proof",
        text=f"Keep the proof ({proof})" if proof else "Keep the proof: the mail as a file, or a picture of the page",
        from_="directory" if proof else "program",
    )
    yield Step(
        id="refund",
        text="See whether money can be got back: a promise of the seller, a right to withdraw, a rule of your bank",
        from_="program",
    )
    if case.state is not CaseState.CLOSED:
        yield Step(id="watch", text="Look through the next statements: no further charge should come", from_="program")


def source_of(fact: DirectoryFact, directory: Directory, today: date) -> Source | None:
    """Return where a fact stands, if it may be shown today."""
    footing = directory.footing(fact, today)
    if footing.standing not in SHOWN:
        return None
    return Source(url=fact.source, label=footing.label, looked_on=footing.looked_on, old=footing.standing == "old")


def _facts(
    case: Case, provider: Provider | None, way: Way | None, ways: Ways, directory: Directory, today: date
) -> Iterator[Fact]:
    for warning in ways.warnings:
        yield Fact(about="warning", text=warning)
    if provider is None:
        return
    if way is not None and (source := source_of(way.channel, directory, today)) is not None:
        if way.channel.access_until is not None:
            yield Fact(about="access", text=_access(way.channel.access_until), source=source)
        if way.channel.deadline is not None:
            yield Fact(about="deadline", text=f"In time: {way.channel.deadline}", source=source)
    yield from _notes(case, provider, directory, today)


def _notes(case: Case, provider: Provider, directory: Directory, today: date) -> Iterator[Fact]:
    last = case.subject.cancel_by
    for table in (provider.charges, provider.notices, provider.notes):
        for one in table:
            if (source := source_of(one, directory, today)) is not None:
                yield from _said(one, source, last)
    for refund in directory.refunds(provider.id, case.channel, case.subject.country):
        if (source := source_of(refund, directory, today)) is not None:
            yield Fact(about="refund", text=refund.text, source=source)


def _said(one: ChargeDay | Notice | Note, source: Source, last: date | None) -> Iterator[Fact]:
    if isinstance(one, ChargeDay):
        known = one.days_before is not None and last is not None
        until = f"; end the renewal by {last.isoformat()}" if known and last is not None else ""
        yield Fact(about="early_charge", text=f"{one.text}{until}", source=source)
    elif isinstance(one, Notice):
        yield Fact(about="notice", text=one.text, source=source)
    elif any(word in one.text.lower() for word in OTHER_PLAN):
        yield Fact(about="other_plan", text=one.text, source=source)


def _access(until: str) -> str:
    if until == "period-end":
        return "What is paid for goes on until the end of the paid time"
    return f"What is paid for goes on until: {until.replace('period-end', 'the end of the paid time')}"


def _support(provider: Provider | None, country: str | None, directory: Directory, today: date) -> str | None:
    if provider is None:
        return None
    for contact in directory.contacts(provider.id, country):
        if contact.kind == "page" and contact.evidence in OFFICIAL and source_of(contact, directory, today):
            return official_page(contact.value, directory, {provider.id, provider.parent})
    return None


def _seller(way: Way | None, directory: Directory) -> str | None:
    partner = directory.providers.get(way.partner or "") if way is not None else None
    return partner.name if partner is not None else None


def _email(
    way: Way | None, provider: Provider | None, country: str | None, directory: Directory, today: date
) -> str | None:
    """Return an official mail address of whoever sold it, else none: a guess would be the planted contact again."""
    partner = directory.providers.get(way.partner or "") if way is not None else None
    seller = partner or provider
    if seller is None:
        return None
    for contact in directory.contacts(seller.id, country):
        if contact.kind == "email" and _trusted(contact, directory, today):
            return contact.value
    return None


def _trusted(contact: Contact, directory: Directory, today: date) -> bool:
    return contact.evidence in OFFICIAL and source_of(contact, directory, today) is not None


def find_guarantee(case: Case, directory: Directory, today: date, *, renewal: bool) -> Refund | None:
    """Return the seller's own promise for this purchase: the official row closest to the country decides."""
    provider = directory.provider(case.subject.provider or case.subject.name)
    if provider is None:
        return None
    scope = "renewal" if renewal else "first-purchase"
    for refund in directory.refunds(provider.id, case.channel, case.subject.country):
        fits = refund.scope in {scope, "any"} and refund.evidence in OFFICIAL and refund.days is not None
        source = source_of(refund, directory, today) if fits else None
        if source is not None and not source.old:  # an old page is shown as such, but no letter leans on it
            return refund if refund.days else None
    return None
