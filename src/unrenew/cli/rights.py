"""`unrenew rights` and `unrenew rules`."""

import sys
from typing import TYPE_CHECKING, BinaryIO

import click

from unrenew.cli.options import Commands, Settings, common_options, finish
from unrenew.errors import InputError, UsageError

if TYPE_CHECKING:
    from unrenew.model.remedies import Answer


@click.command(epilog="Example: unrenew rights --facts case.json --json")
@click.argument("name", required=False)
@click.option("--facts", type=click.File("rb"), metavar="FILE|-", help="A case as JSON; - is standard input.")
@click.option("--lines", is_flag=True, help="One case a line in, one answer a line out (with --facts, else from -).")
@click.option(
    "--say",
    "answers",
    metavar="FACT=VALUE",
    multiple=True,
    help="Answer a question, such as consumer=yes; may be repeated. It is not kept.",
)
@common_options
def rights(settings: Settings, name: str | None, facts: BinaryIO | None, lines: bool, answers: tuple[str, ...]) -> None:
    """Say what can be got back or stopped, until which day, and on which text that rests."""
    if lines:
        if answers:
            raise UsageError("--say answers for one case, not for --lines")
        _answer_lines(settings, facts or sys.stdin.buffer)
    if facts is not None:
        if name is not None:
            raise UsageError("give the name of a subscription or --facts, not both")
        _answer(settings, facts, answers)
        return
    if name is None:
        raise UsageError("say which case: --facts FILE, or the name of a subscription")
    _answer_name(settings, name, answers)


def _answer_name(settings: Settings, name: str, answers: tuple[str, ...]) -> None:
    from unrenew.api.questions import with_answers
    from unrenew.api.rights import case_of_named, rights_of
    from unrenew.cli.homes import home_of

    case = case_of_named(home_of(settings), name)
    _print(settings, rights_of(with_answers(case, answers), today=settings.as_of))


def _answer_lines(settings: Settings, source: BinaryIO) -> None:
    import gc

    import msgspec

    from unrenew.api.rights import LineError, rights_of_lines

    gc.disable()  # nothing here is cyclic, and a hundred thousand cases make millions of small values

    out = sys.stdout.buffer
    encode = msgspec.json.Encoder().encode
    wrong = 0
    for answer in rights_of_lines(source, today=settings.as_of):
        wrong += isinstance(answer, LineError)
        out.write(encode(answer) + b"\n")
    out.flush()
    finish(problems=wrong > 0)


def _print(settings: Settings, answer: "Answer") -> None:
    if settings.as_json:
        import msgspec

        click.echo(msgspec.json.encode(answer).decode())
        return
    from unrenew.cli.rights_tables import print_answer

    print_answer(answer, settings.language)


def _answer(settings: Settings, source: BinaryIO, answers: tuple[str, ...]) -> None:
    from unrenew.api.questions import with_answers
    from unrenew.api.rights import read_case, rights_of

    try:
        case = read_case(source.read())
        answer = rights_of(with_answers(case, answers), today=settings.as_of, country=settings.country)
    except InputError as error:
        where = error.where or (None if answers else source.name)
        raise InputError(error.what, where=where, hint=error.hint) from error
    _print(settings, answer)


@click.group(cls=Commands, default="list", epilog="Example: unrenew rules show eu.withdrawal")
def rules() -> None:
    """The rules that the answers rest on: law and promises, with their sources and dates. Alone: list."""


@rules.command("list", epilog="Example: unrenew rules list --country DE")
@common_options
def list_rules(settings: Settings) -> None:
    """List every rule: what it gives, from and until when, when it was last read."""
    from unrenew.api import rights as api
    from unrenew.cli.rights_tables import print_rules

    found = [
        rule
        for rule in api.list_rules()
        if not settings.country or not rule.jurisdiction or settings.country in {p[:2] for p in rule.jurisdiction}
    ]
    if settings.as_json:
        import msgspec

        click.echo(msgspec.json.encode(found).decode())
        return
    print_rules(found)


@rules.command("show", epilog="Example: unrenew rules show eu.withdrawal")
@click.argument("rule_id", metavar="ID")
@common_options
def show_rule(settings: Settings, rule_id: str) -> None:
    """Show a rule in every version: who, until when, how much, what loses it, sources."""
    from unrenew.api import rights as api
    from unrenew.cli.rights_tables import print_rule

    found = api.show_rule(rule_id)
    if settings.as_json:
        import msgspec

        click.echo(msgspec.json.encode(found).decode())
        return
    for rule in found:
        print_rule(rule, settings)
