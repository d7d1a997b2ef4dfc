"""Facts to the source and the day that stand beside a claim."""

from unrenew.model.contacts import Claim, ClaimVerdict
from unrenew.model.providers import Fact, Provider


def claim_of(
    claim: str,
    about: str,
    verdict: ClaimVerdict,
    guide_says: str,
    facts_say: str | None,
    held: Fact | Provider | None,
) -> Claim:
    """Return a claim beside what it was held against: a fact, what a provider's file as a whole says, or nothing."""
    source, as_of = _dated(held)
    return Claim(
        claim=claim,
        about=about,
        verdict=verdict,
        guide_says=guide_says,
        facts_say=facts_say,
        source=source,
        as_of=as_of,
    )


def _dated(held: Fact | Provider | None) -> tuple[str | None, str | None]:
    """Return where it stands and the day it was last seen there."""
    if held is None:
        return None, None
    if isinstance(held, Provider):
        return held.homepage, str(held.read_on)
    return held.source, str(held.checked_live or held.read_on)
