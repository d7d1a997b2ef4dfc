"""Writes the generated pages of docs/ anew: python -m scripts.generate_docs (with --check: only tells what is stale).

Each page is made by a function of no arguments in a module beside this one, from the program itself.
"""

import importlib
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent

PAGES: dict[str, str] = {
    "README.md": "scripts.page_of_readme:text",
    "docs/demo.svg": "scripts.page_of_readme:picture",
    "docs/decisions/README.md": "scripts.page_of_decisions:text",
    "docs/reference/commands.md": "scripts.page_of_commands:text",
    "docs/reference/glossary.md": "scripts.page_of_words:text",
    "docs/reference/providers.md": "scripts.page_of_providers:text",
    "docs/reference/rules.md": "scripts.page_of_rules:text",
    "docs/reference/tree.md": "scripts.page_of_modules:text",
    "src/unrenew/facts/SEALS": "scripts.page_of_providers:seals",
}
"""Page to `module:function` that gives its whole text. Add a line for a new page."""


def text_of(page: str) -> str:
    """Return the text that a page should have."""
    module, _, function = PAGES[page].partition(":")
    return getattr(importlib.import_module(module), function)()


def stale_pages() -> list[str]:
    """Return the pages that are not what they should be."""
    return [page for page in PAGES if not (ROOT / page).exists() or (ROOT / page).read_text("utf-8") != text_of(page)]


def main() -> None:
    """Write, or check."""
    stale = stale_pages()
    if "--check" in sys.argv[1:]:
        sys.exit(f"stale, run make docs: {', '.join(stale)}" if stale else 0)
    for page in stale:
        (ROOT / page).parent.mkdir(parents=True, exist_ok=True)
        (ROOT / page).write_text(text_of(page), encoding="utf-8")
        print(f"written: {page}")


if __name__ == "__main__":
    main()
