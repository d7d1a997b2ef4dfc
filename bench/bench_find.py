"""Find: how much is found, how much else is reported, how fast."""

import json
import os
import subprocess
import sys
import tempfile
from typing import Any

import numpy as np

from bench.figures import Figure
from bench.find_scores import SHARED, ledger
from bench.find_scores import run as score_of
from bench.lives import make_lives

TITLE = "Find"
_COMMAND = "make bench ARGS=find"
_GOALS: tuple[tuple[str, str, str], ...] = (
    ("f1", "F1", ">= 0.95"),
    ("precision", "precision", ">= 0.97"),
    ("cadence_accuracy", "cadence right", ">= 0.98"),
    ("next_date_within_3", "next date within 3 days", ">= 0.95"),
    ("amount_within_5pct", "next amount within 5 %", ">= 0.97"),
    ("whole_recall", "whole streams", ">= 0.92"),
    ("after_cancel_caught", "charged after cancelling, caught", "all"),
    ("kinds_right", "kinds right", ">= 0.97"),
    ("brier", "Brier score of the confidence", "<= 0.05"),
)


def _figures(who: str, scores: dict[str, Any], command: str) -> list[Figure]:
    def text(value: Any) -> str:
        return f"{value:.4f}" if isinstance(value, float) else str(value)

    return [
        Figure(what=f"{who}: {what}", value=text(scores[key]), goal=goal, command=command) for key, what, goal in _GOALS
    ]


def _half(truth: dict[str, Any], families: set[str]) -> dict[str, Any]:
    """Return the truth with the other families' targets made neutral: neither asked for nor wrong."""
    streams = [s if s["family"] in families else s | {"cls": "neutral"} for s in truth["streams"]]
    return truth | {"streams": streams}


def _left_out() -> list[Figure]:
    """Learn the weights on half of the families of one set of lives; report both halves of another set."""
    from bench.weigh import examples, fit_signed
    from unrenew.find.weights import WEIGHTS

    table, truth = make_lives(31, 100)
    names, x, y, family = examples(table, truth)
    all_families = sorted({name for name in family if name})
    learned = set(all_families[::2])
    use = [not name or name in learned for name in family]
    w = fit_signed(names, x[use], y[use], np.ones(sum(use)))
    kept = dict(WEIGHTS)
    table, truth = make_lives(32, 100)
    figures: list[Figure] = []
    try:
        WEIGHTS.update(zip(["bias", *names], map(float, w), strict=True))
        for what, chosen in (("learned on", learned), ("left out", set(all_families) - learned)):
            scores, _ = score_of(table, _half(truth, chosen), matcher=_matcher())
            figures += [
                Figure(
                    what=f"families {what} ({len(chosen)}): {name}",
                    value=f"{scores[key]:.4f}",
                    goal=">= 0.95",
                    command=_COMMAND,
                )
                for key, name in (("f1", "F1"), ("recall", "recall"))
            ]
    finally:
        WEIGHTS.update(kept)
    return figures


def _matcher() -> Any:
    from unrenew.directory import Directory
    from unrenew.facts import load_facts

    return Directory(load_facts().providers)


_SPEED = """
import json, os, resource, time
from datetime import date
from bench.many import many_rows
from unrenew.bulk import find_in_parts
table = many_rows({copies})
if {rows}: table = table.head({rows})
list(find_in_parts(table.head(2000), today=date(2026, 10, 31)))
wall, work = time.perf_counter(), time.process_time()
streams = sum(part.height for part in find_in_parts(table, today=date(2026, 10, 31)))
print(json.dumps(dict(rows=table.height, owners=table["owner"].n_unique(), streams=streams,
    seconds=time.perf_counter() - wall, cpu=time.process_time() - work,
    megabytes=resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)))
"""


def _speed(copies: int, rows: int, goal: str) -> Figure:
    """Measure find alone on a table in memory, in a process of its own."""
    code = _SPEED.format(copies=copies, rows=rows)
    out = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout
    told = json.loads(out)
    load = os.getloadavg()[0]
    return Figure(
        what=f"{told['rows']:,} rows of {told['owners']:,} accounts in memory",
        value=f"{told['seconds']:.1f} s ({told['cpu']:.1f} s of processor, {told['megabytes']:.0f} MB; load {load:.1f})",
        goal=goal,
        command=_COMMAND,
    )


def run() -> list[Figure]:
    """Return all figures; those of the shared ledger only where it lies beside the repository."""
    figures: list[Figure] = []
    if SHARED.exists():
        scores = json.loads(_ledger_by_command())
        figures += _figures("ledger", scores, "unrenew bulk find ../shared/ledger/transactions.csv OUT --json")
    table, truth = make_lives(21, 200)
    scores, _ = score_of(table, truth, matcher=_matcher())
    figures += _figures("invented lives", scores, _COMMAND)
    table, truth = make_lives(22, 200, strange=True)
    scores, _ = score_of(table, truth, matcher=_matcher())
    figures += _figures("strange lives", scores, _COMMAND)
    figures += _left_out()
    if SHARED.exists():
        figures += [_speed(2, 100_000, "< 1 s"), _speed(20, 1_000_000, ""), _speed(40, 2_000_000, "at most twice")]
        if os.environ.get("UNRENEW_BENCH_BIG"):
            figures.append(_speed(200, 0, "< 30 s, < 4 GB"))
    return figures


def _ledger_by_command() -> str:
    """Score what the command prints for the ledger: contracts with two charges or more."""
    from bench.find_scores import brier, kinds_right, match, scorer

    _, truth = ledger()
    source = str(SHARED / "ledger" / "transactions.csv")
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "unrenew", "bulk", "find", source, f"{folder}/streams.parquet", "--json"]
        command += ["--as-of", truth["as_of"]]
        shown = subprocess.run(command, check=True, capture_output=True).stdout
        every = subprocess.run([*command, "--all"], check=True, capture_output=True).stdout
    pairs = match(truth, [s for s in json.loads(every)["streams"] if len(s["charges"]) > 1])
    scores = scorer()(truth, json.loads(shown)["streams"])
    return json.dumps(scores | {"kinds_right": kinds_right(pairs), "brier": brier(pairs)})
