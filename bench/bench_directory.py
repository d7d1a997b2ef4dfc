"""The directory: loading the facts, one whole command, and a million statement lines."""

import re
import sys
import tempfile
import time
from pathlib import Path

from bench.figures import Figure, process_seconds

TITLE = "Directory"
PROVIDERS = 500
LINES = 1_000_000


def run() -> list[Figure]:
    """Measure."""
    with tempfile.TemporaryDirectory() as folder:
        best = _load(_copies(Path(folder)))
    whole, peak = process_seconds([sys.executable, "-m", "unrenew", "provider", "kaspersky"], runs=9)
    seconds, share = _match()
    command = "python -m bench directory"
    return [
        Figure(what=f"load {PROVIDERS} providers", value=f"{best * 1000:.0f} ms", goal="< 50 ms", command=command),
        Figure(
            what="`unrenew provider kaspersky`, whole process",
            value=f"{whole * 1000:.0f} ms, {peak:.0f} MB",
            goal="< 250 ms",
            command=command,
        ),
        Figure(
            what=f"match {LINES:,} different descriptors ({share:.0%} known)",
            value=f"{seconds:.1f} s, {seconds / LINES * 1e6:.1f} us each",
            goal="< 5 us each",
            command=command,
        ),
    ]


def _copies(home: Path) -> Path:
    """Write copies of the provider files under other names, ids and domains, and their seals."""
    from unrenew.facts import HERE
    from unrenew.facts.reading import seal_of

    (home / "providers").mkdir()
    files = sorted((HERE / "providers").glob("*.toml"))
    seals: list[str] = []
    for number in range(PROVIDERS):
        text = files[number % len(files)].read_text("utf-8")
        name = f"copy-{number}"
        text = re.sub(r'^id = ".*"', f'id = "{name}"', text, count=1, flags=re.MULTILINE)
        (home / "providers" / f"{name}.toml").write_text(text, "utf-8")
        seals.append(f"{seal_of(text.encode())} {name}\n")
    (home / "SEALS").write_text("".join(seals), "utf-8")
    return home


def _load(home: Path) -> float:
    from unrenew.facts import facts_version, load_providers

    best = float("inf")
    for _ in range(7):
        start = time.perf_counter()
        providers, problems = load_providers(home, version=facts_version())
        best = min(best, time.perf_counter() - start)
        if len(providers) != PROVIDERS or problems:
            raise RuntimeError(f"{len(providers)} providers, {problems[:3]}")
    return best


def _match() -> tuple[float, float]:
    import polars as pl

    from unrenew.directory import Directory
    from unrenew.facts import load_facts

    directory = Directory(load_facts().providers)
    known = [line for one in directory.providers.values() for pattern in one.descriptors for line in pattern.hits]
    lines = [
        f"{known[n % len(known)]} {n:07d}" if n % 3 == 0 else f"POS {n:07d} BAECKEREI MUELLER {n % 977} BERLIN"
        for n in range(LINES)
    ]
    series = pl.Series("line", lines)
    start = time.perf_counter()
    found = directory.match_descriptors(series)
    seconds = time.perf_counter() - start
    return seconds, found["merchant"].is_not_null().mean() or 0.0  # pyright: ignore[reportReturnType, reportOperatorIssue] - a mean of booleans
