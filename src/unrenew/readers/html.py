"""A web page to a Document: its source, title and hidden parts."""

import itertools
import re
from collections.abc import Sequence
from typing import Any

from unrenew.model.contacts import Document
from unrenew.model.values import Problem

_TITLE = re.compile(r"<title[^<>]*>([^<]{0,2000})", re.IGNORECASE)
_HIDING = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0|opacity\s*:\s*0(?![.\d])|text-indent\s*:\s*-\d{3}",
    re.IGNORECASE,
)
_BLOCKS = frozenset(
    "p div li ul ol tr td th table h1 h2 h3 h4 h5 h6 br hr section article header footer main nav pre dt".split()  # noqa: SIM905 a list of words
)
_SKIPPED = frozenset(("script", "style", "noscript", "template"))
_TELLING = ("title", "alt", "content", "aria-label", "placeholder", "value", "href")
_TAG = re.compile(r"<[a-zA-Z/!][^<>]*>")
_NESTING = re.compile(
    r"<(/)?(?:div|span|b|i|u|em|strong|font|table|tr|td|ul|ol|li|section|blockquote|a|p)\b", re.IGNORECASE
)
MOST_NODES = 400_000
MOST_DEPTH = 3_000
MOST_CHARACTERS = 4_000_000


def read_html(source: str, name: str, problems: Sequence[Problem] = ()) -> tuple[Sequence[Document], Sequence[Problem]]:
    """Return a page as one document. Its text is the source, so that places are places in the file."""
    title = _TITLE.search(source)
    plain = " ".join(title[1].split()) if title else None
    return (Document(name=name, text=source, title=plain),), tuple(problems)


def page_text(source: str) -> Document:
    """Return a page as it is read: visible text line by line; what is hidden, and attributes, in `hidden`.

    Walks without recursion and stops after MOST_NODES nodes, so depth and size of a page do not matter.
    """
    from selectolax.lexbor import LexborHTMLParser

    if _is_too_deep(source):
        return Document(name="page", text=_TAG.sub(" ", source)[:MOST_CHARACTERS])
    root = LexborHTMLParser(source).root
    if root is None:
        return Document(name="page", text="")
    parts: dict[str, list[str]] = {"shown": [], "hidden": [], "title": []}
    for node in itertools.islice(root.traverse(include_text=True), MOST_NODES):
        _take(node, parts)
    lines = [" ".join(line.split()) for line in "".join(parts["shown"]).splitlines()]
    text = re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
    title = " ".join(" ".join(parts["title"]).split()) or None
    return Document(name="page", text=text, title=title, hidden="\n".join(parts["hidden"])[:2_000_000])


def _is_too_deep(source: str) -> bool:
    """Tell whether elements are nested so deep that no person wrote the page; a parser would take minutes."""
    depth = 0
    for match in _NESTING.finditer(source):
        depth = max(0, depth - 1) if match[1] else depth + 1
        if depth > MOST_DEPTH:
            return True
    return False


def _take(node: Any, parts: dict[str, list[str]]) -> None:
    """Put one node's text or attributes where they belong."""
    tag: str = node.tag or ""
    if tag == "-text":
        parent = node.parent
        where = parent.tag if parent is not None else ""
        if where == "title":
            parts["title"].append(node.text_content or "")
        else:
            hidden = where in _SKIPPED or _is_hidden(parent)
            parts["hidden" if hidden else "shown"].append(node.text_content or "")
        return
    if tag in _BLOCKS:
        parts["shown"].append("\n")
    if tag and tag[0] not in "-#!":
        parts["hidden"] += [value for key, value in node.attributes.items() if value and key in _TELLING]


def _is_hidden(node: Any, levels: int = 6) -> bool:
    """Tell whether an element or one just above it is not shown."""
    for _ in range(levels):
        if node is None:
            return False
        attributes: dict[str, str | None] = node.attributes
        if "hidden" in attributes or _HIDING.search(attributes.get("style") or ""):
            return True
        node = node.parent
    return False
