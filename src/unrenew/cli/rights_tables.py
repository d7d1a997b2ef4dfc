"""Remedies and rules as short tables for people."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, cast

import click

from unrenew.cli.options import Settings
from unrenew.cli.tables import say
from unrenew.model.remedies import Answer, Remedy
from unrenew.model.rules import Conditions, DeadlineRow, Need, Rule

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
        say(
            f"{words.ui('question')}: {words.question(remedy.missing[0])} ({remedy.missing[0]})",
            first="  ",
            rest="    ",
        )
    for line in words.explain(remedy):
        say(line, first="  ", rest="    ")
    for citation in remedy.citations:
        say(f"{citation.cite} {citation.url} ({words.ui('read_on')} {citation.checked})", first="  ", rest="    ")
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
            say(f"{words.ui('status_' + remedy.status)}: {title} [{remedy.rule}]: {'; '.join(remedy.why)}", rest="  ")
    fact = next_question(answer)
    if fact is not None:
        say(f"{words.ui('next_question')}: {words.question(fact)}", rest="  ")
        say(f"--say {fact}={WRITTEN.get(fact, '…')}", first="  ", rest="    ")
    for note in answer.notes:
        say(note, rest="  ")
    say(f"{words.ui('as_of')} {answer.as_of}. {words.ui('not_legal_advice')}", rest="  ")


def _since(rule: Rule) -> str:
    begins = rule.applies.from_
    since = str(begins) if isinstance(begins, date) else f"not law ({begins})"
    return f"{since} - {rule.applies.until}" if rule.applies.until else since


_OPERATORS = {"min": "at least ", "max": "at most ", "surely": ""}


def _word(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Mapping):
        return " and ".join(_compared(key, one) for key, one in cast("Conditions", value).items())
    if isinstance(value, Sequence) and not isinstance(value, str):
        return " or ".join(_word(one) for one in cast("Sequence[Any]", value))
    return str(value)


def _compared(operator: str, value: Any) -> str:
    if operator == "given":
        return "given" if value else "not given"
    return f"{_OPERATORS.get(operator, operator.replace('_', ' ') + ' ')}{_word(value)}"


def _conditions(table: Conditions) -> str:
    return ", ".join(f"{fact} {_word(value)}" for fact, value in table.items())


def _needed(need: Need) -> str:
    if need.any:
        return " or ".join(_conditions(one) for one in need.any)
    said = {"not": need.not_in, "before": need.before, "after": need.after, "min": need.min, "max": need.max}
    said |= {"given": need.given, "in_time_for": need.in_time_for or None}
    plain = need.is_ if need.is_ is not None else need.in_
    words = [_compared(operator, value) for operator, value in said.items() if value is not None]
    return " ".join((str(need.fact), *([] if plain is None else [_word(plain)]), *words))


def _until(row: DeadlineRow) -> str:
    if row.ask or row.never or row.any_time:
        return f"the days of {row.ask}" if row.ask else "never" if row.never else "any time"
    return f" {'less' if row.direction == 'back' else '+'} ".join((row.start or "", *row.length))


def print_rules(rules: Iterable[Rule]) -> None:
    """Print two or three short lines a rule: where and since when, what it gives, when it was last read."""
    for rule in rules:
        where = " ".join(rule.jurisdiction[:4]) + (" …" if len(rule.jurisdiction) > 4 else "")
        other = " ".join((*rule.rail[:2], *rule.channel[:2], *rule.provider[:1]))
        click.echo(f"{rule.id:<31} {where or other:<24} {_since(rule)}")
        checked = max(source.checked for source in rule.source)
        say(f"{rule.gives} (read on {checked})", first="  ", rest="    ")


def print_rule(rule: Rule, settings: Settings) -> None:
    """Print one version of a rule in full."""
    from unrenew.api.words import words_for

    say(f"{rule.id} ({rule.version_name}): {rule.title}", rest="  ")
    click.echo(f"  {rule.kind}, confidence {rule.confidence}, in force {_since(rule)}")
    say(f"gives: {rule.gives}", first="  ", rest="    ")
    where = ", ".join((*rule.jurisdiction, *rule.rail, *rule.channel, *rule.provider))
    say(f"where: {where or 'everywhere'}", first="  ", rest="    ")
    for need in rule.need:
        say(f"needs: {_needed(need)} ({need.cite})", first="  ", rest="    ")
    for row in rule.lost:
        say(f"lost with: {_conditions(row.all)} ({row.cite})", first="  ", rest="    ")
    for row in rule.deadline:
        where = f", where {_conditions(row.all)}" if row.all else ""
        say(f"until: {_until(row)}{where} ({row.cite})", first="  ", rest="    ")
    for line in words_for(settings.language).of_rule(rule):
        say(line, first="  ", rest="    ")
    for source in rule.source:
        say(f"source: {source.cite} {source.url} (read on {source.checked})", first="  ", rest="    ")
    if rule.note:
        say(f"note: {rule.note}", first="  ", rest="    ")
    say(words_for(settings.language).ui("not_legal_advice"), first="  ", rest="    ")
