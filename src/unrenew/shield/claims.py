"""What a guide claims, held against the facts."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from unrenew.directory import Directory
from unrenew.directory.regions import closeness
from unrenew.model.contacts import Claim, ClaimVerdict
from unrenew.model.providers import Provider, Refund
from unrenew.shield.offers import product_claims, seller_claims
from unrenew.shield.outcomes import access_claims, credit_claims, market_claims, status_claims
from unrenew.shield.routes import page_claims, way_claims
from unrenew.shield.sources import claim_of
from unrenew.shield.terms import Term, find_terms

LONGEST = 300_000
"""Characters of a guide in which claims are looked for."""


def find_claims(
    text: str, provider: Provider | None, directory: Directory, *, country: str | None = None
) -> tuple[Claim, ...]:
    """Return the checkable claims of a guide, each supported, contradicted or unknown, with source and date."""
    text = text[:LONGEST]
    claims = [*refund_claims(text, provider, directory, country), *seller_claims(text, provider, directory)]
    if provider is not None:
        claims += [
            *product_claims(text, provider, directory),
            *page_claims(text, provider),
            *way_claims(text, provider),
            *status_claims(text, provider),
            *access_claims(text, provider),
            *credit_claims(text, provider),
            *market_claims(text, provider, directory, country),
        ]
    unique = {(one.about, one.claim.lower(), one.facts_say): one for one in reversed(claims)}
    return tuple(reversed(unique.values()))


def refund_claims(
    text: str, provider: Provider | None, directory: Directory, country: str | None = None
) -> Iterator[Claim]:
    """Hold each refund term of a guide against the provider's own promise of the same plan, purchase and country.

    A term told twice gives one claim: the first one that could be decided, else the first.
    """
    if provider is None:
        return
    told: dict[tuple[object, ...], Claim] = {}
    for term in find_terms(text, provider, directory):
        key = (
            term.kind,
            term.days,
            term.is_denied,
            term.plan,
            term.scope,
            term.country,
            term.is_elsewhere,
            term.is_part,
        )
        claim = _claim(term, provider, directory, country)
        if key not in told or (told[key].verdict == "unknown" and claim.verdict != "unknown"):
            told[key] = claim
    yield from told.values()


class _Answer(NamedTuple):
    verdict: ClaimVerdict
    fact: Refund | None


_UNKNOWN = _Answer("unknown", None)


def _claim(term: Term, provider: Provider, directory: Directory, country: str | None) -> Claim:
    verdict, fact = _judge(term, provider, directory, country)
    if verdict == "contradicted" and term.country and all("*" in one.regions for one in provider.refunds):
        verdict = "unknown"  # a law of that country may be meant, and no fact is about it
    if not term.is_sure and (verdict == "contradicted" or term.is_denied):
        verdict = "unknown"
    short, about = _told(term)
    return claim_of(
        about,
        "refund_payout" if term.kind == "payout" else "refund_days",
        verdict,
        f"{short}: {term.says}",
        f"{_days(fact)}: {fact.text}" if fact else None,
        fact,
    )


def _count(days: int) -> str:
    return f"{days} day{'' if days == 1 else 's'}"


def _told(term: Term) -> tuple[str, str]:
    """Return a term in short, and as a claim."""
    if term.kind == "none":
        return "no refund", "no refund for the unused time" if term.is_part else "no refund"
    if term.kind == "payout":
        return _count(term.days), f"the money arrives within {_count(term.days)}"
    if term.kind == "after":
        return f"none after {_count(term.days)}", f"no refund after {_count(term.days)}"
    if term.is_denied:
        return f"not {_count(term.days)}", f"no refund within {_count(term.days)}"
    return _count(term.days), f"refund within {_count(term.days)}"


def _days(refund: Refund) -> str:
    return "no number" if refund.days is None else _count(refund.days) if refund.days else "no refund"


def _judge(term: Term, provider: Provider, directory: Directory, country: str | None) -> _Answer:
    """Return the verdict on a term and the fact that it was compared with."""
    if term.kind == "payout" or term.is_elsewhere:
        return _UNKNOWN
    facts = _Facts(term, directory.refunds(provider.id, country=term.country or country), term.country or country)
    judges = {"none": _judge_none, "after": _judge_after, "window": _judge_window}
    return judges[term.kind](term, facts)


class _Facts:
    """The refund promises that can be compared with a term.

    `same` are those of its plan, purchase and country (a wider one holds for it too), `near` those of a narrower one.
    A term that names no plan is one for any plan, or, where the facts differ by plan, for the annual one; a term
    that names no purchase is one for a first purchase. A term of no country is compared with what holds everywhere.
    """

    def __init__(self, term: Term, refunds: Sequence[Refund], country: str | None) -> None:
        aside = {id(one) for one in refunds if not one.days and any(_gives(two, one) for two in refunds)}
        fits = [one for one in refunds if one.days is not None and _may_be(one, term)]
        here = [one for one in refunds if "*" in one.regions] if country is None else _closest(refunds, country)
        here = [one for one in here if one in fits and id(one) not in aside]
        same = [one for one in here if _is_plan(one, term.plan) and _is_scope(one, term.scope)]
        if not same and term.plan is None:
            same = [one for one in here if one.plan == "annual" and _is_scope(one, term.scope)]
        self.same = same
        self.near = [one for one in fits if one not in same]

    @property
    def first(self) -> Refund | None:
        """Return the fact to show where nothing could be decided."""
        return next(iter((*self.same, *self.near)), None)


def _may_be(refund: Refund, term: Term) -> bool:
    """Tell whether a promise and a term can be about the same purchase."""
    plan = term.plan in {None, "several"} or refund.plan in {"any", term.plan}
    return plan and (term.scope in {None, "both"} or refund.scope in {"any", term.scope})


def _gives(refund: Refund, none: Refund) -> bool:
    """Tell whether a promise gives money where another one gives none: that one is about the unused time only."""
    return bool(refund.days) and ("*" in refund.regions) == ("*" in none.regions) and _overlap(refund, none)


def _is_plan(refund: Refund, plan: str | None) -> bool:
    return refund.plan in {"any", plan}


def _is_scope(refund: Refund, scope: str | None) -> bool:
    return refund.scope in {"any", scope or "first-purchase"}


def _overlap(one: Refund, other: Refund) -> bool:
    """Tell whether two promises can be about the same purchase in the same place."""
    plan = "any" in {one.plan, other.plan} or one.plan == other.plan
    scope = "any" in {one.scope, other.scope} or one.scope == other.scope
    return plan and scope


def _closest(refunds: Sequence[Refund], country: str) -> list[Refund]:
    """Return the promises that hold in a country; one for the country itself stands in place of a wider one."""
    close = {id(one): closeness(one.regions, country) for one in refunds}
    return [
        one for one in refunds if not any(close[id(two)] > close[id(one)] and _overlap(one, two) for two in refunds)
    ]


def _judge_window(term: Term, facts: _Facts) -> _Answer:
    match = _holding(term, facts.same)
    if term.is_denied:
        if match:
            return _Answer("contradicted", match)
        near = _holding(term, facts.near)
        return (
            _Answer("supported", facts.same[0]) if facts.same and not near else _Answer("unknown", near or facts.first)
        )
    if match:
        return _Answer("supported", match)
    near = _holding(term, facts.near)
    if near or not facts.same:
        return _Answer("unknown", near or facts.first)
    return _Answer("contradicted", facts.same[0])


def _holding(term: Term, refunds: Sequence[Refund]) -> Refund | None:
    return next((one for one in refunds if one.days and term.low <= one.days <= term.high), None)


def _judge_none(term: Term, facts: _Facts) -> _Answer:
    none = next((one for one in (*facts.same, *facts.near) if one.days == 0), None)
    some = next((one for one in (*facts.same, *facts.near) if one.days), None)
    if term.is_part:
        return _Answer("supported", none) if none else _Answer("unknown", facts.first)
    if none and not some and none in facts.same:
        return _Answer("supported", none)
    if facts.same and not none:
        return _Answer("contradicted", facts.same[0])
    return _Answer("unknown", facts.first)


def _judge_after(term: Term, facts: _Facts) -> _Answer:
    match = _holding(term, facts.same)
    if match:
        return _Answer("supported", match)
    if facts.same and all(one.days and one.days > term.high for one in facts.same):
        return _Answer("contradicted", facts.same[0])
    return _Answer("unknown", facts.first)
