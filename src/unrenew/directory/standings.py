"""A fact and a day to how it may be shown: as a fact, as old, or not."""

from datetime import date, timedelta

from unrenew.model.providers import (
    Channel,
    Contact,
    Descriptor,
    Domain,
    Evidence,
    Fact,
    Market,
    Refund,
)
from unrenew.model.ways import Footing, Standing

SHELF_LIFE_DAYS: dict[type[Fact], int] = {
    Contact: 180,
    Domain: 180,
    Channel: 180,
    Refund: 120,
    Descriptor: 720,
    Market: 365,
}
"""How long a kind of fact is taken as it is; at twice that it is hidden. What is not named here: 180 days."""

PAGE_LIFE_DAYS = 730
"""A page that prints a date older than this is old, whenever its copy was read."""

LABELS: dict[Evidence, str] = {
    "official": "",
    "official-forum": "an answer on its own forum",
    "mirror": "a copy of its own page, kept elsewhere",
    "partner": "says a company that sells for it",
    "sister-brand": "says a sister brand",
    "open-data": "from open data",
    "press": "says the press",
    "third-party": "says a third party, not confirmed",
    "inference": "our own conclusion",
    "observed": "seen on statements",
    "known": "commonly known",
    "hostile": "a trap",
}
"""The words that stand beside a fact. None for the provider's own pages."""

RANK: dict[Evidence, int] = {
    name: n
    for n, name in enumerate(
        (
            "official",
            "official-forum",
            "mirror",
            "sister-brand",
            "partner",
            "press",
            "open-data",
            "third-party",
            "inference",
            "observed",
            "known",
            "hostile",
        )
    )
}
"""Which evidence is believed first."""

NEVER_SHOWN = frozenset({"observed", "known", "hostile"})


def shelf_life(kind: type[Fact]) -> timedelta:
    """Return how long this kind of fact keeps."""
    return timedelta(days=SHELF_LIFE_DAYS.get(kind, 180))


def footing(fact: Fact, today: date) -> Footing:
    """Return how a fact may be shown on this day."""
    looked_on = fact.checked_live or fact.read_on
    label = LABELS[fact.evidence]
    if fact.origin == "user":
        label = "your own"
    elif fact.origin != "directory":
        label = f"from {fact.origin}, not checked"
    return Footing(
        standing=_standing(fact, looked_on, today), label=label, looked_on=looked_on, live=fact.checked_live is not None
    )


def _standing(fact: Fact, looked_on: date, today: date) -> Standing:
    if fact.evidence in NEVER_SHOWN and fact.origin != "user":
        return "never"
    age = today - looked_on
    life = shelf_life(type(fact))
    if age > 2 * life:
        return "hidden"
    return "old" if age > life or (fact.checked_live is None and _page_is_old(fact, today)) else "shown"


def _page_is_old(fact: Fact, today: date) -> bool:
    if fact.old:
        return True
    if fact.page_date is None:
        return False
    parts = [int(part) for part in fact.page_date.split("-")]
    written = date(parts[0], parts[1] if len(parts) > 1 else 12, parts[2] if len(parts) > 2 else 28)
    return today - written > timedelta(days=PAGE_LIFE_DAYS)
