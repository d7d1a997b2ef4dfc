"""The commands `provider` and `compare`."""

import textwrap
from pathlib import Path
from typing import Any

import click

from unrenew.cli.cadences import how_often
from unrenew.cli.counts import counted
from unrenew.cli.options import Settings, common_options, finish, print_json

TITLES = {
    "markets": "Where it stands",
    "channels": "How to cancel",
    "refunds": "Money back",
    "charges": "When a renewal is charged",
    "notices": "When it warns of a renewal",
    "plans": "Plans",
    "contacts": "How to reach it",
    "domains": "Its domains",
    "notes": "Also",
}

own_facts = click.option(
    "--facts",
    "extra",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help="A folder of facts of your own; they are shown as yours.",
)


@click.command(epilog="Example: unrenew provider kaspersky --country DE")
@click.argument("name")
@click.option("--channel", metavar="CHANNEL", help="How it was bought: direct, nexway, app-store, google-play ...")
@own_facts
@common_options
def provider(settings: Settings, name: str, channel: str | None, extra: Path | None) -> None:
    """What the directory knows of a provider: ways to cancel, refunds, contacts, each with its source and date."""
    from unrenew.api.directory import Question, describe_provider

    known = describe_provider(
        Question(
            name=name,
            today=settings.as_of,
            country=settings.country,
            channel=channel,
            extra=extra,
            layers=settings.home / "layers",
        )
    )
    if settings.as_json:
        print_json(known)
    else:
        click.echo("\n".join(_page(known)))
        _echo_problems(known)
    finish(problems=bool(known["problems"]))


@click.command(epilog="Example: unrenew compare kaspersky norton bitdefender")
@click.argument("names", nargs=-1, required=True, metavar="NAME...")
@own_facts
@common_options
def compare(settings: Settings, names: tuple[str, ...], extra: Path | None) -> None:
    """Providers side by side, each point with its source and date. One NAME alone: beside the others of its kind."""
    from unrenew.api.directory import compare_providers

    known = compare_providers(names, today=settings.as_of, country=settings.country, extra=extra)
    if settings.as_json:
        print_json(known)
    else:
        click.echo("\n".join(_side_by_side(known)))
        _echo_problems(known)
    finish(problems=bool(known["problems"]))


def _echo_problems(known: dict[str, Any]) -> None:
    for problem in known["problems"]:
        click.echo(f"{problem['where']}: {problem['what']}", err=True)


def _page(known: dict[str, Any]) -> list[str]:
    return [*_head(known), *_body(known), *_foot(known)]


def _head(known: dict[str, Any]) -> list[str]:
    lines = [f"{known['name']} ({known['id']}, {known['kind']}), facts of {known['facts_of']}"]
    if known["homepage"]:
        lines.append(known["homepage"])
    if known["status"] != "active":
        lines.append(f"It no longer operates ({known['status']}).")
    told = {market["text"] for market in known["markets"]}
    for warning in known["warnings"]:
        if warning in told:
            continue
        lines += _wrapped(warning, "! ", "  ")
    return lines


def _body(known: dict[str, Any]) -> list[str]:
    lines: list[str] = []
    for table, title in TITLES.items():
        if known[table]:
            lines += ["", title]
            for fact in known[table]:
                lines += [*_said(table, fact), _footnote(fact)]
    for entry in known["elsewhere"]:
        lines += ["", *_wrapped(f"{entry['name']}: {entry['text']} {entry['page'] or ''}", "", "  ")]
        lines.append(f"    [{entry['label']}]")
    return lines


def _foot(known: dict[str, Any]) -> list[str]:
    lines: list[str] = []
    for question in known["questions"]:
        lines += ["", *_wrapped(question, "To tell the ways apart: ", "  ")]
    if known["hidden"]:
        where = f" See {known['homepage']}" if known["homepage"] else ""
        lines += ["", f"Too old to be shown: {counted(known['hidden'], 'fact')}.{where}"]
    lines += ["", *_wrapped(", ".join(known["missing"]) or "nothing", "Not known: ", "  ")]
    if known["alternatives"]:
        lines += _wrapped(", ".join(known["alternatives"]), "Others of its kind: ", "  ")
    return lines


def _said(table: str, fact: dict[str, Any]) -> list[str]:
    if table == "channels":
        return _channel(fact)
    if table == "refunds":
        days = {None: "", 0: "none. "}.get(fact["days"], f"{counted(fact['days'], 'day')}. ")
        plan = "" if fact["plan"] == "any" else f", {fact['plan']} plan"
        through = "" if fact["channel"] == "direct" else f", bought through {fact['channel']}"
        return _wrapped(f"{fact['scope']}{plan}{through}: {days}{fact['text']}", "- ", "  ")
    if table == "plans":
        price = f", {fact['price']} {fact['currency']}" if fact["price"] else ""
        return [f"- {fact['name']}: {how_often(fact['cadence'])}{price}"]
    if table in {"contacts", "domains"}:
        what = fact["value"] if table == "contacts" else fact["name"]
        return [f"- {fact.get('kind') or fact.get('role')}: {what}{_where(fact)}"]
    return _wrapped(f"{fact['text']}{_where(fact)}", "- ", "  ")


def _channel(fact: dict[str, Any]) -> list[str]:
    at = f": {fact['cancel_url']}" if fact["cancel_url"] else ""
    lines = [f"- {fact['id']}{at}{_where(fact)}"]
    for number, step in enumerate(fact["steps"], 1):
        lines += _wrapped(step, f"    {number}. ", "       ")
    for key, title in (("deadline", "In time"), ("success_status", "Then it reads"), ("proof", "Proof")):
        if fact[key]:
            lines += _wrapped(fact[key], f"    {title}: ", "       ")
    if fact["access_until"]:
        lines += _wrapped(fact["access_until"], "    It runs until: ", "       ")
    if fact["note"]:
        lines += _wrapped(fact["note"], "    Note: ", "       ")
    return lines


def _where(fact: dict[str, Any]) -> str:
    return "" if "*" in fact["regions"] else f" ({', '.join(fact['regions'])})"


def _footnote(fact: dict[str, Any]) -> str:
    parts = [fact["label"]] if fact["label"] else []
    parts += [] if fact["source"] == "none" else [fact["source"]]
    parts.append(f"page of {fact['page_date']}" if fact["page_date"] else "page not dated")
    parts.append(("OLD, " if fact["standing"] == "old" else "") + fact["seen"])
    return f"    [{'; '.join(parts)}]"


def _side_by_side(known: dict[str, Any]) -> list[str]:
    names = {one["id"]: one["name"] for one in known["providers"]}
    wide = max(len(name) for name in names.values())
    lines = [f"Facts of {known['facts_of']}"]
    for row in known["rows"]:
        lines += ["", row["point"][0].upper() + row["point"][1:]]
        for cell in row["cells"]:
            lines += _wrapped(cell["text"], f"  {names[cell['provider']]:<{wide}}  ", " " * (wide + 4))
            if "source" in cell:
                lines.append(" " * (wide + 2) + _footnote({**cell, "source": cell["source"]}).strip().rjust(2))
    return lines


def _wrapped(text: str, first: str, rest: str) -> list[str]:
    return textwrap.wrap(
        text, width=100, initial_indent=first, subsequent_indent=rest, break_long_words=False, break_on_hyphens=False
    )
