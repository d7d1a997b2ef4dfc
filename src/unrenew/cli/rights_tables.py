"""Remedies and rules as short tables for people."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

import click

from unrenew.cli.options import Settings
from unrenew.model.remedies import Answer, Remedy
from unrenew.model.rules import Rule

if TYPE_CHECKING:
    from unrenew.api.words import Words


def _when(remedy: Remedy, last_day: str) -> str:
    if remedy.act_by and remedy.deadline and remedy.act_by != remedy.deadline:
        return f"{remedy.act_by} ({last_day} {remedy.deadline})"
    return str(remedy.act_by or remedy.deadline or "-")


def _money(remedy: Remedy) -> str:
    return f"{remedy.amount} {remedy.currency or ''}".strip() if remedy.amount is not None else "-"


def _print_live(remedy: Remedy, words: "Words") -> None:
    click.echo(f"{words.ui('status_' + remedy.status)}: {words.title(remedy.rule, remedy.title)}  [{remedy.rule}]")
    click.echo(
        f"  {words.ui('act_by')}: {_when(remedy, words.ui('last_day'))}   {words.ui('amount')}: {_money(remedy)}"
    )
    if remedy.free_from:
        click.echo(f"  {words.ui('free_from')}: {remedy.free_from}")
    if remedy.missing:
        click.echo(f"  {words.ui('question')}: {words.question(remedy.missing[0])} ({remedy.missing[0]})")
    for line in words.explain(remedy):
        click.echo(f"  {line}")
    for citation in remedy.citations:
        click.echo(f"  {citation.cite} {citation.url} ({words.ui('read_on')} {citation.checked})")
    click.echo()


def print_answer(answer: Answer, language: str | None) -> None:
    """Print the remedies that are open or that need a fact; of the others one line each."""
    from unrenew.api.questions import next_question
    from unrenew.api.rights import WRITTEN
    from unrenew.api.words import words_for

    words = words_for(language)
    live = [remedy for remedy in answer.remedies if remedy.status in ("open", "ask")]
    for remedy in live:
        _print_live(remedy, words)
    if not live:
        click.echo(words.ui("nothing_open"))
    for remedy in answer.remedies:
        if remedy not in live:
            title = words.title(remedy.rule, remedy.title)
            click.echo(f"{words.ui('status_' + remedy.status)}: {title} [{remedy.rule}]: {'; '.join(remedy.why)}")
    fact = next_question(answer)
    if fact is not None:
        click.echo(f"{words.ui('next_question')}: {words.question(fact)}")
        click.echo(f"  --say {fact}={WRITTEN.get(fact, '…')}")
    for note in answer.notes:
        click.echo(note)
    click.echo(f"{words.ui('as_of')} {answer.as_of}. {words.ui('not_legal_advice')}")


def _since(rule: Rule) -> str:
    begins = rule.applies.from_
    since = str(begins) if isinstance(begins, date) else f"not law ({begins})"
    return f"{since} - {rule.applies.until}" if rule.applies.until else since


def print_rules(rules: Iterable[Rule]) -> None:
    """Print one line a rule."""
    from rich.console import Console
    from rich.table import Table

    table = Table(box=None, pad_edge=False)
    table.add_column("rule", no_wrap=True)
    for name in ("what it gives", "where", "in force", "read on"):
        table.add_column(name, overflow="fold")
    for rule in rules:
        where = " ".join(rule.jurisdiction[:4]) + (" …" if len(rule.jurisdiction) > 4 else "")
        other = " ".join((*rule.rail, *rule.channel, *rule.provider[:1]))
        checked = max(source.checked for source in rule.source)
        table.add_row(rule.id, rule.gives, where or other, _since(rule), str(checked))
    Console(soft_wrap=False).print(table)


def print_rule(rule: Rule, settings: Settings) -> None:
    """Print one version of a rule in full."""
    from unrenew.api.words import words_for

    click.echo(f"{rule.id} ({rule.version_name}): {rule.title}")
    click.echo(f"  {rule.kind}, confidence {rule.confidence}, in force {_since(rule)}")
    click.echo(f"  gives: {rule.gives}")
    where = ", ".join((*rule.jurisdiction, *rule.rail, *rule.channel, *rule.provider))
    click.echo(f"  where: {where or 'everywhere'}")
    for need in rule.need:
        click.echo(f"  needs: {need.fact or 'one of several'} ({need.cite})")
    for row in rule.lost:
        click.echo(f"  lost with: {', '.join(row.all)} ({row.cite})")
    for row in rule.deadline:
        period = " and ".join(row.length) or ("any time" if row.any_time else row.ask or "")
        click.echo(f"  until: {row.start or ''} {period} ({row.cite})")
    for line in words_for(settings.language).of_rule(rule):
        click.echo(f"  {line}")
    for source in rule.source:
        click.echo(f"  source: {source.cite} {source.url} (read on {source.checked})")
    if rule.note:
        click.echo(f"  note: {rule.note}")
    click.echo(f"  {words_for(settings.language).ui('not_legal_advice')}")
