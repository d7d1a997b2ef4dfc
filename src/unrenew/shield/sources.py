"""Facts to the source and the day that stand beside a claim."""

from unrenew.model.contacts import Claim, ClaimVerdict
from unrenew.model.providers import Fact, Provider


def dated(fact: Fact | None) -> tuple[str | None, str | None]:
    """Return where a fact stands and the day it was last seen there."""
    return (fact.source, str(fact.checked_live or fact.read_on)) if fact is not None else (None, None)


def claim_of(
    claim: str, about: str, verdict: ClaimVerdict, guide_says: str, facts_say: str | None, fact: Fact | None
) -> Claim:
    """Return a claim beside the fact that it was compared with."""
    source, as_of = dated(fact)
    return Claim(
        claim=claim,
        about=about,
        verdict=verdict,
        guide_says=guide_says,
        facts_say=facts_say,
        source=source,
        as_of=as_of,
    )


def claim_of_file(
    claim: str, about: str, verdict: ClaimVerdict, guide_says: str, facts_say: str | None, provider: Provider
) -> Claim:
    """Return a claim beside what a provider's file as a whole says."""
    return Claim(
        claim=claim,
        about=about,
        verdict=verdict,
        guide_says=guide_says,
        facts_say=facts_say,
        source=provider.homepage,
        as_of=str(provider.read_on),
    )
