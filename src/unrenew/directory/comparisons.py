"""Providers side by side: each cell with its source and its day."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from unrenew.directory.regions import closeness, holds_in
from unrenew.directory.standings import RANK, footing
from unrenew.directory.ways import is_own
from unrenew.model.providers import Fact, Provider
from unrenew.model.ways import Footing


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What one provider says on one point; without a fact, nothing is known and the text says so."""

    provider: str
    text: str
    fact: Fact | None = None
    footing: Footing | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One point of comparison."""

    point: str
    cells: tuple[Cell, ...]


UNKNOWN = "not known"


def compare(providers: Sequence[Provider], *, today: date, country: str | None = None) -> tuple[Row, ...]:
    """Return one row for each point; facts that may not be shown on this day count as not known."""

    def best(facts: Iterable[Fact]) -> tuple[Fact, Footing] | None:
        found = [(fact, footing(fact, today)) for fact in facts if holds_in(fact.regions, country)]
        shown = [(fact, foot) for fact, foot in found if foot.standing in {"shown", "old"}]
        shown.sort(key=lambda pair: (-closeness(pair[0].regions, country), RANK[pair[0].evidence], pair[1].standing))
        return shown[0] if shown else None

    def row(point: str, pick: Callable[[Provider], Iterable[Fact]], say: Callable[[Fact, Provider], str]) -> Row:
        cells: list[Cell] = []
        for provider in providers:
            found = best(pick(provider))
            if found is None:
                cells.append(Cell(provider=provider.id, text=UNKNOWN))
            else:
                fact, foot = found
                where = "" if "*" in fact.regions else f" ({', '.join(fact.regions)})"
                cells.append(Cell(provider=provider.id, text=say(fact, provider) + where, fact=fact, footing=foot))
        return Row(point=point, cells=tuple(cells))

    return (
        row("refund after a first purchase", _refunds("first-purchase", "annual"), _days),
        row("refund after a renewal", _refunds("renewal", "annual"), _days),
        row("refund on a monthly plan", _refunds("first-purchase", "monthly"), _days),
        row("charged before the term ends", lambda one: one.charges, _before),
        row("told before it renews", lambda one: one.notices, _before),
        row("ways to cancel", lambda one: [way for way in one.channels if is_own(way)] or one.channels, _ways),
        row("what the page says after", lambda one: [way for way in one.channels if way.success_status], _status),
        row("price", lambda one: [plan for plan in one.plans if plan.price], _price),
    )


def _refunds(scope: str, plan: str) -> Callable[[Provider], Iterable[Fact]]:
    def pick(provider: Provider) -> Iterable[Fact]:
        found = [one for one in provider.refunds if one.days is not None and one.scope in {scope, "any"}]
        exact = [one for one in found if one.plan == plan]
        return exact or [one for one in found if one.plan == "any"]

    return pick


def _days(fact: Fact, _provider: Provider) -> str:
    days = getattr(fact, "days", None)
    return "none" if days == 0 else f"{days} days"


def _before(fact: Fact, _provider: Provider) -> str:
    days = getattr(fact, "days_before", None)
    if days is None:
        return str(getattr(fact, "text", UNKNOWN))
    return "on the day" if days == 0 else f"{days} days before"


def _ways(_fact: Fact, provider: Provider) -> str:
    own = [way.id for way in provider.channels if is_own(way)]
    others = len(provider.channels) - len(own)
    return ", ".join(own) + (
        f" and {others} through sellers" if others and own else f"{others} through sellers" * (not own)
    )


def _status(fact: Fact, _provider: Provider) -> str:
    return str(getattr(fact, "success_status", UNKNOWN))


def _price(fact: Fact, _provider: Provider) -> str:
    cadence = str(getattr(fact, "cadence", "")).replace("_", " ")
    return f"{getattr(fact, 'price', '')} {getattr(fact, 'currency', '')} ({cadence})"


def alternatives(provider: Provider, providers: Iterable[Provider]) -> tuple[str, ...]:
    """Return the other active providers of the same kind, of which more is known than the name."""
    same = (one for one in providers if one.kind == provider.kind and one.id != provider.id)
    return tuple(sorted(one.id for one in same if one.status == "active" and (one.channels or one.refunds)))
