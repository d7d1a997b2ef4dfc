"""README.md with the real output of the demo in it, and docs/demo.svg, a picture of the same."""

import io
import re
from contextlib import redirect_stdout
from pathlib import Path

ROOT = Path(__file__).parent.parent
BLOCK = re.compile(r"(<!-- demo -->\n).*?(<!-- /demo -->)", re.DOTALL)
WIDTH = 120


def demo_output() -> str:
    """Return what `unrenew demo` prints where the output is no terminal."""
    from unrenew.cli import root

    printed = io.StringIO()
    with redirect_stdout(printed):
        root(["demo"], prog_name="unrenew", standalone_mode=False)
    return "\n".join(line.rstrip() for line in printed.getvalue().strip("\n").splitlines())


def text() -> str:
    """Return the README."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    return BLOCK.sub(lambda found: f"{found[1]}```text\n{demo_output()}\n```\n{found[2]}", readme)


def picture() -> str:
    """Return the picture, as SVG."""
    from rich.console import Console
    from rich.text import Text

    console = Console(record=True, width=WIDTH, file=io.StringIO(), highlight=False)
    console.print(Text("$ unrenew demo", style="bold green"))
    console.print(Text(demo_output()))
    return console.export_svg(title="unrenew demo", unique_id="demo")
