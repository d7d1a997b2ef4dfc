"""docs/decisions/README.md, from the titles of the notes."""

from pathlib import Path

FOLDER = Path(__file__).parent.parent / "docs" / "decisions"

HEAD = """# Decisions

Written by `make docs`. Choices that somebody could ask about again: why, what was decided, what was given up.
"""


def text() -> str:
    """Return the page."""
    notes = sorted(FOLDER.glob("0*.md"))
    titles = [note.read_text(encoding="utf-8").partition("\n")[0].removeprefix("# ") for note in notes]
    return "\n".join([HEAD, *(f"* [{title}]({note.name})" for note, title in zip(notes, titles, strict=True)), ""])
