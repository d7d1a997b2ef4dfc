"""The table of rules, written from the rule files."""

from datetime import date

from unrenew.directory.regions import EU
from unrenew.facts.rulebook import load_rules
from unrenew.model.rules import Rule

HEAD = """# Rules

Written from the rule files by `make docs`. Not legal advice. A country that is not listed is *not known*,
which never means that there is no right. How the rules are read and counted: [rights](../rights.md).

| rule | where | what it gives | in force | confidence | source, last checked |
|---|---|---|---|---|---|
"""


def _where(rule: Rule) -> str:
    places = set(rule.jurisdiction)
    if places >= EU:
        rest = sorted(places - EU)
        words = ["EU 27", *rest]
    else:
        words = list(rule.jurisdiction)
    names = [name.replace("*", "any provider") for name in rule.provider[:1]]
    return ", ".join([*words, *rule.rail, *rule.channel, *names])


def _in_force(rule: Rule) -> str:
    begins = rule.applies.from_
    if not isinstance(begins, date):
        return f"**not law** ({begins}): {rule.applies.note}"
    guess = " (guess)" if rule.applies.from_is == "guess" else ""
    return f"from {begins}{guess}" + (f" until {rule.applies.until}" if rule.applies.until else "")


def _sources(rule: Rule) -> str:
    return "; ".join(f"[{source.cite}]({source.url}), {source.checked}, {source.seen}" for source in rule.source)


def text() -> str:
    """Return the page."""
    rules, _ = load_rules()
    rows = [
        f"| `{rule.id}` | {_where(rule)} | {rule.gives} | {_in_force(rule)} | {rule.confidence} | {_sources(rule)} |\n"
        for rule in sorted(rules, key=lambda rule: (rule.id, rule.version_name))
    ]
    return HEAD + "".join(rows)
