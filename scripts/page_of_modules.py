"""docs/reference/tree.md, from the modules' docstrings."""

import ast
from pathlib import Path

SOURCE = Path(__file__).parent.parent / "src" / "unrenew"

HEAD = """# The tree

Written by `make docs`: the sentence beside a module is the first line of its docstring.

```text
src/unrenew/
"""


def first_line(path: Path) -> str:
    """Return the first line of a module's docstring."""
    return (ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or "").partition("\n")[0]


def lines(folder: Path, depth: int) -> list[str]:
    """Return a line for each module in a folder, packages after modules."""
    indent = "    " * depth
    found = [
        f"{indent + path.name:<44}{first_line(path)}" for path in sorted(folder.glob("*.py")) if path.stem != "__init__"
    ]
    for package in sorted(path for path in folder.iterdir() if (path / "__init__.py").exists()):
        found.append(f"{indent + package.name + '/':<44}{first_line(package / '__init__.py')}")
        found += lines(package, depth + 1)
    return found


def text() -> str:
    """Return the page."""
    return HEAD + "\n".join(lines(SOURCE, 1)) + "\n```\n"
