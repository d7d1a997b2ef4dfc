"""`unrenew screen`: contacts in any text, with verdicts."""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import click

from unrenew.cli.options import Settings, common_options, finish, print_json


@click.command(
    epilog="Example: unrenew screen guide.txt\n\nFor a forum: unrenew screen - < post.txt (exit status 1: planted)"
)
@click.argument("files", nargs=-1, metavar="FILE...", type=click.Path(path_type=Path))
@click.option("--lines", is_flag=True, help='JSON lines {"id", "text"} from FILE or standard input, JSON lines out.')
@click.option("--region", "regions", multiple=True, metavar="CC", help="Read this country's national numbers too.")
@click.option("--reveal", is_flag=True, help="Show planted and unknown numbers in full.")
@click.option(
    "--facts", type=click.Path(path_type=Path, file_okay=False, exists=True), help="A folder of your own facts."
)
@common_options
def screen(
    settings: Settings,
    *,
    files: tuple[Path, ...],
    lines: bool,
    regions: tuple[str, ...],
    reveal: bool,
    facts: Path | None,
) -> None:
    """Contacts in any text, page, PDF or mail: official, unknown or planted.

    Nothing is called, opened or fetched. --json gives one object for one file, and a list of them for several (or for a
    mailbox). Exit status 1: something planted, or a file that could not be read.
    """
    from unrenew.api.guides import screen_files

    wanted = (*regions, *([settings.country] if settings.country else []))
    if lines:
        if len(files) > 1:
            raise click.UsageError("--lines reads one file, or standard input")
        _lines(files[0] if files else Path("-"), wanted, facts)
    if not files and sys.stdin.isatty():
        raise click.UsageError("name a file, or - for standard input")
    found = screen_files(_sources(files or (Path("-"),)), regions=wanted, facts=facts)
    for problem in found.problems:
        click.echo(f"{problem.where}: {problem.what}", err=True)
    if not found.documents:
        raise SystemExit(2)
    if settings.as_json:
        documents = [{"id": one.name, **one.screening.to_json()} for one in found.documents]
        print_json(documents[0] if len(files) <= 1 and len(documents) == 1 else documents)
    else:
        from unrenew.cli.contacts import show

        for one in found.documents:
            show(one.name, one.screening, reveal=reveal, alone=len(found.documents) == 1)
    finish(problems=found.planted or any(problem.severity == "error" for problem in found.problems))


def _lines(file: Path, regions: Iterable[str], facts: Path | None) -> None:
    """Answer line by line; the exit status is 1 only where a line could not be read."""
    from unrenew.api.guides import screen_lines

    wrong = False
    write = sys.stdout.buffer.write
    with click.open_file(str(file), "rb") as source:
        for answer, problem in screen_lines(source, regions=tuple(regions), facts=facts):
            write(answer + b"\n")
            if problem is not None:
                wrong = True
                click.echo(f"{problem.where}: {problem.what}", err=True)
    sys.stdout.buffer.flush()
    finish(problems=wrong)


def _sources(files: Iterable[Path]) -> Iterator[tuple[str, Any]]:
    from unrenew.errors import ReadError
    from unrenew.readers.documents import MOST_BYTES

    for path in files:
        if str(path) == "-":
            yield "standard input", sys.stdin.buffer.read(MOST_BYTES + 1)
            continue
        try:
            with path.open("rb") as file:
                yield str(path), file.read(MOST_BYTES + 1)
        except OSError as error:
            yield str(path), ReadError(error.strerror or "cannot be read")
