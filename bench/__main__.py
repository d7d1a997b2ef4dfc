"""Runs every bench/bench_*.py (or the ones named) and writes its section into docs/benchmarks.md.

Each `bench_NAME.py` has a `TITLE` and a function `run() -> list[Figure]`. A section stands between two marker lines,
so that `python -m bench find` renews that of find alone.
"""

import importlib
import platform
import re
import sys
from pathlib import Path

from bench.figures import Figure, machine

HERE = Path(__file__).parent
PAGE = HERE.parent / "docs" / "benchmarks.md"
HEAD = """# Benchmarks

Written by `make bench` (one section alone: `make bench ARGS=find`). Wall times are medians of several runs of whole
processes where it says so; the machines differ, so compare ratios rather than single times.
"""


def section(name: str, title: str, figures: list[Figure]) -> str:
    """Return one section of the page, between its markers."""
    rows = "\n".join(f"| {f.what} | {f.value} | {f.goal} | `{f.command}` |" for f in figures)
    return (
        f"<!-- {name} -->\n## {title}\n\n{machine()}, Python {platform.python_version()}.\n\n"
        f"| what | measured | goal | how to repeat |\n|---|---|---|---|\n{rows}\n<!-- /{name} -->\n"
    )


def main() -> None:
    """Run the benchmarks named on the command line, or all."""
    names = sys.argv[1:] or sorted(path.stem.removeprefix("bench_") for path in HERE.glob("bench_*.py"))
    page = PAGE.read_text(encoding="utf-8") if PAGE.exists() else HEAD
    for name in names:
        module = importlib.import_module(f"bench.bench_{name}")
        text = section(name, module.TITLE, module.run())
        print(text)
        pattern = re.compile(rf"<!-- {name} -->.*?<!-- /{name} -->\n", re.DOTALL)
        page = pattern.sub(lambda _, text=text: text, page) if pattern.search(page) else f"{page}\n{text}"
        PAGE.write_text(page, encoding="utf-8")


if __name__ == "__main__":
    main()
