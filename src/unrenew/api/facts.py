"""Whether the facts are sound, old or lacking; and what their pages say."""

import json
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from unrenew.api.rights import rule_problems
from unrenew.directory import Directory, footing
from unrenew.errors import NetError
from unrenew.facts import HERE, facts_version, provider_files
from unrenew.facts.checks import check_providers
from unrenew.facts.layers import read_layer
from unrenew.facts.reading import read_providers
from unrenew.facts.rulebook import load_rules
from unrenew.model import Problem
from unrenew.model.providers import WANTED, WANTED_OF_A_CHANNEL, Provider

if TYPE_CHECKING:
    from unrenew.directory.sightings import Sighting
    from unrenew.net import Web

PROBE = "/unrenew-probe-for-a-page-that-cannot-exist-7f3a"


def check_facts(*, today: date, extra: Path | None = None) -> dict[str, Any]:
    """Check every rule of every provider file anew, and report what is old and what is lacking, most used first."""
    providers, problems = read_providers(sorted((HERE / "providers").glob("*.toml")))
    if extra is not None:
        own, more = read_providers(provider_files(extra), origin="user")
        providers, problems = [*providers, *own], [*problems, *more]
    kept, refused = check_providers(providers, version=facts_version(), thorough=True)
    rules, _ = load_rules(extra)
    problems = [*problems, *refused, *wrong_examples(kept), *rule_problems(extra)]
    use = uses(providers)
    ordered = sorted(kept, key=lambda one: (-use[one.id], one.id))
    return {
        "as_of": today,
        "facts_of": facts_version(),
        "providers": len(kept),
        "facts": sum(len(one.facts) for one in kept),
        "rules": len(rules),
        "problems": [{"where": one.where, "what": one.what, "severity": one.severity} for one in problems],
        "stale": [row for one in ordered for row in _stale(one, today)],
        "missing": [
            {"provider": one.id, "complete": completeness(one), "missing": list(one.missing)}
            for one in ordered
            if one.missing
        ],
    }


def uses(providers: Iterable[Provider]) -> dict[str, int]:
    """Return how much leads to each provider: others' ways that go through it, and its statement patterns."""
    found = list(providers)
    counts = {one.id: len(one.descriptors) for one in found}
    for one in found:
        for channel in one.channels:
            if channel.partner in counts:
                counts[channel.partner] += 5
    return counts


def completeness(provider: Provider) -> float:
    """Return which part of what is wanted of a provider is known (0 to 1)."""
    wanted = len(WANTED) + len(WANTED_OF_A_CHANNEL) * len(provider.channels) + len(provider.refunds)
    return round(1 - len(provider.missing) / wanted, 2)


def wrong_examples(providers: Iterable[Provider]) -> list[Problem]:
    """Run the examples of every statement pattern; return those that do not hold."""
    import polars as pl

    from unrenew.directory.descriptors import SELLERS

    directory = Directory(providers)
    rows = [
        (provider, n, line, hit)
        for provider in directory.providers.values()
        for n, pattern in enumerate(provider.descriptors)
        for hit, lines in ((True, pattern.hits), (False, pattern.misses))
        for line in lines
    ]
    found = directory.match_descriptors(pl.Series("line", [row[2] for row in rows], dtype=pl.String))
    problems: list[Problem] = []
    for (provider, n, line, hit), row in zip(rows, found.iter_rows(named=True), strict=True):
        names = {row["provider"], row["merchant"]} if provider.kind in SELLERS else {row["provider"]}
        if (provider.id in names) != hit:
            what = f"example: {line!r} is {'not ' if hit else ''}recognised as {provider.id}"
            problems.append(Problem(where=f"{provider.id}.toml, descriptors[{n}]", what=what, severity="error"))
    return problems


def _stale(provider: Provider, today: date) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = []
    for where, fact in provider.facts:
        foot = footing(fact, today)
        if foot.standing in {"old", "hidden"}:
            rows.append(
                {
                    "provider": provider.id,
                    "fact": where,
                    "standing": foot.standing,
                    "looked_on": foot.looked_on,
                    "page_date": fact.page_date,
                    "source": fact.source,
                }
            )
    return rows


def import_layer(file: Path, folder: Path) -> dict[str, Any]:
    """Keep a JustDeleteMe or Datenanfragen file beside the person's data, as a layer that is never official."""
    entries, problems = read_layer(file)
    name = entries[0].layer if entries else "empty"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.json").write_bytes(file.read_bytes())
    return {
        "layer": name,
        "entries": len(entries),
        "problems": [{"where": one.where, "what": one.what, "severity": one.severity} for one in problems],
    }


def check_live(
    web: "Web",
    *,
    marks: Mapping[str, str],
    only: Iterable[str] = (),
    told: Callable[[str], None] = lambda _source: None,
    providers: Iterable[Provider] | None = None,
) -> "list[Sighting]":
    """Visit the page of every fact, politely, and judge each for review. Edits nothing.

    `marks`: source to the mark of its words at the last visit. `only`: ids of providers; none = all.
    """
    chosen = list(providers if providers is not None else read_providers((HERE / "providers").glob("*.toml"))[0])
    wanted = set(only)
    sources = {
        fact.source
        for provider in chosen
        if not wanted or provider.id in wanted
        for _, fact in provider.facts
        if fact.source != "none" and fact.evidence != "hostile"
    }
    probes: dict[str, str | None] = {}
    found: list[Sighting] = []
    for source in sorted(sources):
        told(source)
        found.append(_visit(web, source, marks.get(source), probes))
    return found


def _visit(web: "Web", source: str, before: str | None, probes: dict[str, str | None]) -> "Sighting":
    from unrenew.directory.sightings import Sighting, judge

    try:
        if not web.allowed(source):
            return Sighting(source=source, state="not-allowed", what="robots.txt asks programs to stay away")
        reply = web.get(source)
        origin = "/".join(source.split("/", 3)[:3])
        if reply.status == 200 and origin not in probes:
            probe = web.get(origin + PROBE)
            probes[origin] = _text(probe.body, probe.charset) if probe.status == 200 else None
    except NetError as error:
        return Sighting(source=source, state="failed", what=str(error))
    return judge(
        source,
        status=reply.status,
        text=_text(reply.body, reply.charset),
        left_for=reply.left_for,
        probe=probes.get(origin),
        before=before,
    )


def _text(body: bytes, charset: str) -> str:
    from selectolax.lexbor import LexborHTMLParser

    try:
        page = body.decode(charset, "replace")
    except LookupError:
        page = body.decode("utf-8", "replace")
    tree = LexborHTMLParser(page)
    tree.strip_tags(["script", "style", "noscript", "svg"])
    return tree.body.text(separator=" ") if tree.body is not None else page


def read_marks(file: Path) -> dict[str, str]:
    """Return source to mark, as the last live check kept them; empty on the first."""
    if not file.is_file():
        return {}
    kept: dict[str, str] = json.loads(file.read_text("utf-8"))
    return kept


def keep_marks(file: Path, sightings: "Iterable[Sighting]", before: Mapping[str, str]) -> None:
    """Keep the marks of what was seen, for the next live check."""
    marks = {**before, **{one.source: one.mark for one in sightings if one.mark is not None}}
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(dict(sorted(marks.items())), indent=1), "utf-8")
