"""What a person can ask the directory: about one provider, or several."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from unrenew.directory import Directory, footing
from unrenew.directory.comparisons import Row, alternatives
from unrenew.directory.comparisons import compare as set_side_by_side
from unrenew.directory.regions import closeness, holds_in
from unrenew.directory.standings import RANK
from unrenew.directory.ways import channel_word
from unrenew.errors import UsageError
from unrenew.facts import Facts, load_facts
from unrenew.model.providers import TABLES, Fact, Provider

HOW_TO_ADD = (
    "To add a provider, put a file NAME.toml into a folder of your own, in the form that docs/directory.md shows, "
    "and call the command with --facts FOLDER"
)


def open_directory(extra: Path | None = None) -> tuple[Directory, Facts]:
    """Return the directory with the program's facts, and a person's own where a folder is given."""
    if extra is not None and not extra.is_dir():
        raise UsageError("there is no such folder", where=str(extra))
    facts = load_facts(extra)
    return Directory(facts.providers), facts


def find_provider(directory: Directory, name: str) -> Provider:
    """Return the provider that a person names, or stop with the nearest names and how to add one."""
    found = directory.provider(name)
    if found is not None:
        return found
    near = directory.nearest(name)
    hint = f"Perhaps: {', '.join(near)}. {HOW_TO_ADD}" if near else HOW_TO_ADD
    raise UsageError(f"the directory knows no provider {name!r}", hint=hint)


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What is asked about a provider. `extra`: a person's own facts; `layers`: imported open data of theirs."""

    name: str
    today: date
    country: str | None = None
    channel: str | None = None
    extra: Path | None = None
    layers: Path | None = None


def describe_provider(asked: Question) -> dict[str, Any]:
    """Return all that may be shown of a provider on this day, as the JSON document of `unrenew provider`."""
    directory, facts = open_directory(asked.extra)
    name, today, country, channel = asked.name, asked.today, asked.country, asked.channel
    provider = find_provider(directory, name)
    ways = directory.which_channel(provider=provider.id, country=country)
    order = [way.channel.id for way in ways.ways]
    shown, hidden = _tables(provider, today, country)
    shown["channels"].sort(key=lambda one: order.index(one["id"]) if one["id"] in order else len(order))
    if channel is not None:
        wanted = _channels_named(directory, provider, channel, country)
        shown["channels"] = [one for one in shown["channels"] if one["id"] in wanted]
        terms = directory.refunds(provider.id, channel, country)
        shown["refunds"] = [one for one in (fact_document(term, today) for term in terms) if one is not None]
    return {
        "as_of": today,
        "facts_of": facts.version,
        "id": provider.id,
        "name": provider.name,
        "kind": provider.kind,
        "status": provider.status,
        "successor": ways.successor,
        "homepage": provider.homepage,
        "warnings": list(ways.warnings),
        "questions": list(ways.questions) if channel is None else [],
        **shown,
        "elsewhere": _elsewhere(provider, asked.layers),
        "hidden": hidden,
        "missing": list(provider.missing),
        "alternatives": list(alternatives(provider, directory.providers.values())),
        "problems": [{"where": one.where, "what": one.what, "severity": one.severity} for one in facts.problems],
    }


def _channels_named(directory: Directory, provider: Provider, channel: str, country: str | None) -> set[str]:
    ways = directory.steps(provider.id, channel, country)
    wanted = {way.channel.id for way in ways if f"bought through {channel_word(channel)}" in way.why}
    if not wanted:
        known = ", ".join(one.id for one in provider.channels) or "none"
        raise UsageError(f"{provider.name} has no channel {channel!r}", hint=f"Its channels are: {known}")
    return wanted


def _elsewhere(provider: Provider, folder: Path | None) -> list[dict[str, Any]]:
    """Return what a person's imported layers say of a provider, each with its label."""
    if folder is None or not folder.is_dir():
        return []
    from unrenew.facts.layers import find_entries, read_layer

    entries = [entry for file in sorted(folder.glob("*.json")) for entry in read_layer(file)[0]]
    names = (provider.name, provider.id, *provider.aliases)
    found = find_entries(entries, names=names, domains=[domain.name for domain in provider.domains])
    return [
        {"layer": one.layer, "label": one.label, "name": one.name, "page": one.page, "text": one.text} for one in found
    ]


def _tables(provider: Provider, today: date, country: str | None) -> tuple[dict[str, list[dict[str, Any]]], int]:
    shown: dict[str, list[dict[str, Any]]] = {}
    hidden = 0
    for table in TABLES:
        if table == "descriptors":
            continue
        fitting: list[Fact] = [one for one in getattr(provider, table) if holds_in(one.regions, country)]
        fitting.sort(key=lambda one: (-closeness(one.regions, country), RANK[one.evidence]))
        documents = [fact_document(one, today) for one in fitting]
        shown[table] = [one for one in documents if one is not None]
        hidden += sum(footing(one, today).standing == "hidden" for one in fitting)
    return shown, hidden


def fact_document(fact: Fact, today: date) -> dict[str, Any] | None:
    """Return a fact as JSON, with where it stands and how old it is; None where it may not be shown on this day."""
    foot = footing(fact, today)
    if foot.standing not in {"shown", "old"}:
        return None
    own = {key: getattr(fact, key) for key in fact.__struct_fields__ if key not in Fact.__struct_fields__}
    own.pop("clues", None)
    return {
        **own,
        "regions": list(fact.regions),
        "note": fact.note,
        "source": fact.source,
        "evidence": fact.evidence,
        "label": foot.label,
        "page_date": fact.page_date,
        "read_on": fact.read_on,
        "checked_live": fact.checked_live,
        "standing": foot.standing,
        "seen": foot.words,
        "origin": fact.origin,
    }


def compare_providers(
    names: tuple[str, ...], *, today: date, country: str | None = None, extra: Path | None = None
) -> dict[str, Any]:
    """Return providers side by side; one name alone is set beside the others of its kind."""
    directory, facts = open_directory(extra)
    chosen = list(dict.fromkeys(find_provider(directory, name).id for name in names))
    if len(chosen) == 1:
        chosen += alternatives(directory.providers[chosen[0]], directory.providers.values())
    rows = set_side_by_side([directory.providers[one] for one in chosen], today=today, country=country)
    return {
        "as_of": today,
        "facts_of": facts.version,
        "providers": [{"id": one, "name": directory.providers[one].name} for one in chosen],
        "rows": [_row_document(row) for row in rows],
        "problems": [{"where": one.where, "what": one.what, "severity": one.severity} for one in facts.problems],
    }


def _row_document(row: Row) -> dict[str, Any]:
    cells: list[dict[str, Any]] = []
    for cell in row.cells:
        document: dict[str, Any] = {"provider": cell.provider, "text": cell.text}
        if cell.fact is not None and cell.footing is not None:
            document |= {
                "source": cell.fact.source,
                "evidence": cell.fact.evidence,
                "label": cell.footing.label,
                "page_date": cell.fact.page_date,
                "seen": cell.footing.words,
                "standing": cell.footing.standing,
            }
        cells.append(document)
    return {"point": row.point, "cells": cells}
