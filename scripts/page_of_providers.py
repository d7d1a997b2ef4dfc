"""docs/reference/providers.md and the seals, from the facts."""

from collections import Counter

from unrenew.api.facts import completeness, uses
from unrenew.facts import HERE, facts_version
from unrenew.facts.checks import check_providers
from unrenew.facts.reading import read_providers, seal_of
from unrenew.model.providers import Provider

HEAD = """# Providers

Written by `make docs` from the facts of {version}: {providers} providers, {facts} facts. How the facts are kept is
told in [directory.md](../directory.md).

"Known" is the part of what is wanted that some source gives: domains, ways to cancel (each with its address, what the
page says after, what proves it, how long access goes on), refund terms in days, contacts, statement patterns, plans,
when a renewal is charged and announced. "Own pages" is how many facts stand on pages of the provider itself.
A fact never checked live was read in a stored copy.

| provider | id | kind | known | facts | own pages | checked live | lacks most |
|---|---|---|---|---|---|---|---|
"""


def _providers() -> list[Provider]:
    providers, _ = read_providers(sorted((HERE / "providers").glob("*.toml")))
    return check_providers(providers, version=facts_version(), thorough=True)[0]


def text() -> str:
    """Return the page: the most used providers first."""
    providers = _providers()
    use = uses(providers)
    rows = [_row(one) for one in sorted(providers, key=lambda one: (-use[one.id], one.id))]
    facts = sum(len(one.facts) for one in providers)
    evidence = Counter(fact.evidence for one in providers for _, fact in one.facts)
    table = "".join(f"| {name} | {count} |\n" for name, count in evidence.most_common())
    head = HEAD.format(version=facts_version(), providers=len(providers), facts=facts)
    return f"{head}{''.join(rows)}\n## Kinds of source\n\n| evidence | facts |\n|---|---|\n{table}"


def _row(provider: Provider) -> str:
    facts = [fact for _, fact in provider.facts]
    own = sum(fact.evidence in {"official", "official-forum"} for fact in facts)
    live = sum(fact.checked_live is not None for fact in facts)
    tables = [one for one in provider.missing if "." not in one]
    lacks = ", ".join(tables[:4]) or "-"
    return (
        f"| {provider.name} | {provider.id} | {provider.kind} | {completeness(provider):.0%} | {len(facts)} | {own} "
        f"| {live or 'never'} | {lacks} |\n"
    )


def seals() -> str:
    """Return the marks of the provider files that keep every rule, checked thoroughly."""
    files = {one.id: HERE / "providers" / f"{one.id}.toml" for one in _providers()}
    return "".join(f"{seal_of(file.read_bytes())} {name}\n" for name, file in sorted(files.items()))
