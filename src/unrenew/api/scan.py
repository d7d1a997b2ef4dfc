"""Statements in, subscriptions out; nothing is kept."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from os import PathLike
from typing import TYPE_CHECKING, Any

from unrenew.api.cancelling import listed
from unrenew.api.statements import read_files
from unrenew.model import Problem
from unrenew.model.listings import Listing
from unrenew.model.subscriptions import CONTRACTS, Stream, to_json
from unrenew.model.values import decimal_text
from unrenew.readers import NO_HINTS, Hints, Readings, Refusal

if TYPE_CHECKING:
    from unrenew.model.statements import Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class Scan:
    """What a scan gave: the files that were read or refused, and the streams found in all of them together."""

    as_of: date
    readings: Readings
    streams: tuple[Stream, ...]
    cancel_by: Mapping[
        str, date
    ]  # of each contract by its id: without knowing the notice period, the day at the latest

    @property
    def contracts(self) -> tuple[Stream, ...]:
        """Return the streams that one can cancel: subscriptions and bills."""
        return tuple(stream for stream in self.streams if stream.kind in CONTRACTS)

    def problems(self) -> tuple[tuple[str, Problem], ...]:
        """Return every problem with the path of its file; a refused file is one problem."""
        found = [(statement.path, problem) for statement in self.readings.statements for problem in statement.problems]
        return (*found, *((refusal.path, refusal_problem(refusal)) for refusal in self.readings.refusals))


def scan(
    paths: Iterable[str | PathLike[str]],
    *,
    today: date,
    country: str | None = None,
    hints: Hints = NO_HINTS,
    progress: Callable[[str], None] | None = None,
) -> Scan:
    """Read the files and find the streams in them.

    A booking that stands in two overlapping files counts once. A file that cannot be read is a refusal beside the
    others, never an error.
    """
    from unrenew.directory import Directory
    from unrenew.facts import load_facts
    from unrenew.find import find_streams
    from unrenew.transactions import merge

    readings = read_files(_told(paths, progress), hints=hints)
    transactions = merge([statement.transactions for statement in readings.statements])
    directory = Directory(load_facts().providers)
    streams = find_streams(transactions, today=today, country=country, matcher=directory)
    contracts = Listing(streams=tuple(to_json(streams)), country=country)
    docs = listed(contracts, today=today, directory=directory, banks=False)
    days = {str(doc["id"]): date.fromisoformat(doc["cancel_by"]) for doc in docs if doc["cancel_by"]}
    return Scan(as_of=today, readings=readings, streams=tuple(streams), cancel_by=days)


def scan_json(found: Scan, streams: Sequence[Stream] | None = None) -> dict[str, Any]:
    """Return a scan as `scan --json` prints it; `streams` narrows down which ones."""
    return {
        "as_of": found.as_of.isoformat(),
        "files": [
            *(_statement_json(statement) for statement in found.readings.statements),
            *(_refusal_json(refusal) for refusal in found.readings.refusals),
        ],
        "streams": to_json(found.contracts if streams is None else streams),
    }


def refusal_problem(refusal: Refusal) -> Problem:
    """Return why a file was refused, as a problem of that file."""
    error = refusal.error
    return Problem(where="file", what=f"{error.what}. {error.hint}" if error.hint else error.what, severity="error")


def problem_json(problem: Problem) -> dict[str, str]:
    """Return one problem as `scan --json` prints it."""
    return {"where": problem.where, "what": problem.what, "severity": problem.severity}


def _statement_json(statement: "Statement") -> dict[str, Any]:
    return {
        "path": statement.path,
        "format": statement.format,
        "encoding": statement.encoding,
        "accounts": list(statement.accounts),
        "transactions": statement.transactions.height,
        "sums": {currency: decimal_text(total) for currency, total in statement.sums.items()},
        "first_on": None if statement.first_on is None else statement.first_on.isoformat(),
        "last_on": None if statement.last_on is None else statement.last_on.isoformat(),
        "problems": [problem_json(problem) for problem in statement.problems],
    }


def _refusal_json(refusal: Refusal) -> dict[str, Any]:
    return {
        "path": refusal.path,
        "format": None,
        "encoding": None,
        "accounts": [],
        "transactions": 0,
        "sums": {},
        "first_on": None,
        "last_on": None,
        "problems": [problem_json(refusal_problem(refusal))],
    }


def _told(
    paths: Iterable[str | PathLike[str]], progress: Callable[[str], None] | None
) -> Iterable[str | PathLike[str]]:
    for path in paths:
        if progress is not None:
            progress(str(path))
        yield path
