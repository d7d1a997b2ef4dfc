"""A parsed web page to its main text in Markdown, and what else it has.

Headings, list items with their numbers, rows and links keep their form, so that a list is still one. What stands beside
the main text (menus, footers, forms, related posts) is set apart: it is judged with the page's source, not read as it.
"""

import re
from dataclasses import dataclass, field
from typing import Any

_HIDING = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0|opacity\s*:\s*0(?![.\d])|text-indent\s*:\s*-\d{3}",
    re.IGNORECASE,
)
_APART = frozenset("p ul ol table blockquote section article main pre dl h1 h2 h3 h4 h5 h6 hr figure details".split())  # noqa: SIM905 a list of words
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_LINES = frozenset("div li tr br dt dd header footer nav aside form figcaption summary address center".split())  # noqa: SIM905 a list of words
_SKIPPED = frozenset(("script", "style", "noscript", "template", "head", "del", "s", "strike"))
"""What is run, kept aside or struck out: no reader is told to do it."""
_BESIDE = frozenset("nav aside footer form dialog button select textarea label".split())  # noqa: SIM905 a list of words
_ROLES = frozenset(("navigation", "complementary", "contentinfo", "search", "dialog", "banner", "menu"))
_BESIDE_NAMES = re.compile(
    r"(?:^|[\s_-])(?:nav|navbar|navigation|menu|breadcrumbs?|toc|contents?-table|table-of-contents|sidebar|related"
    r"|share|sharing|social"
    r"|comments?|newsletter|cookies?|consent|promo|advert|ads|footer|popup|modal|subscribe|signup|author-bio|byline"
    r"|tags|recommended)(?:$|[\s_-])",
    re.IGNORECASE,
)
"""Names of classes of what stands beside a text."""
_TELLING = ("title", "alt", "content", "aria-label", "placeholder", "value", "href")
_UNSAFE = re.compile(r"[\s()]")
_LEAST = 60
"""Characters of main text: a page with fewer is read whole."""


@dataclass(slots=True)
class Page:
    """What a page says."""

    text: str
    title: str | None
    hidden: str


@dataclass(slots=True)
class _Writer:
    main: list[str] = field(default_factory=list[str])
    beside: list[str] = field(default_factory=list[str])
    hidden: list[str] = field(default_factory=list[str])
    title: list[str] = field(default_factory=list[str])
    lists: list[int] = field(default_factory=list[int])
    """For each open list, the last number; -1 for bullets."""
    links: list[tuple[int, str]] = field(default_factory=list[tuple[int, str]])
    unseen: int = 0
    aside: int | None = None
    """The element beside the main text that is being read."""
    rows: int = 0

    @property
    def out(self) -> list[str]:
        return self.main if self.aside is None else self.beside


def read_page(root: Any, most_nodes: int) -> Page:
    """Return what a page says; `root` is the parser's node."""
    writer = _Writer()
    node: Any = root
    for _ in range(most_nodes):
        _enter(node, writer)
        below = node.first_child
        if below is not None:
            node = below
            continue
        node = _onward(node, root, writer)
        if node is None:
            break
    main = _lines(writer.main)
    text = main if len(main) >= _LEAST or not writer.beside else _lines([*writer.main, "\n\n", *writer.beside])
    title = " ".join(" ".join(writer.title).split()) or None
    return Page(text, title, "\n".join([*writer.hidden, "".join(writer.beside)]))


def _onward(node: Any, root: Any, writer: _Writer) -> Any:
    """Leave nodes until one has a neighbour, and return that; None at the end of the page."""
    while True:
        _leave(node, writer)
        if node.mem_id == root.mem_id:
            return None
        beside = node.next
        if beside is not None:
            return beside
        node = node.parent
        if node is None:
            return None


def _lines(parts: list[str]) -> str:
    lines = [re.sub(r"(?<=\S) {2,}", " ", line).rstrip() for line in "".join(parts).split("\n")]
    lines = [
        line if line.lstrip().startswith(("- ", "|")) or re.match(r"\s*\d+\. ", line) else line.strip()
        for line in lines
    ]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def _enter(node: Any, writer: _Writer) -> None:
    tag: str = node.tag or ""
    if tag == "-text":
        _text(node, writer)
        return
    if not tag or tag[0] in "-#!":
        return
    attributes: dict[str, str | None] = node.attributes
    writer.hidden += [value for key, value in attributes.items() if value and key in _TELLING]
    writer.unseen += _is_unseen(tag, attributes)
    if writer.aside is None and _is_beside(node, tag, attributes):
        writer.aside = node.mem_id
    if not writer.unseen:
        _open(tag, attributes, writer)


def _text(node: Any, writer: _Writer) -> None:
    said: str = node.text_content or ""
    parent = node.parent
    if parent is not None and parent.tag == "title":
        writer.title.append(said)
    elif writer.unseen:
        writer.hidden.append(said)
    else:
        writer.out.append(re.sub(r"\s+", " ", said))


def _open(tag: str, attributes: dict[str, str | None], writer: _Writer) -> None:
    """Write what an element begins with."""
    if tag == "a":
        writer.links.append((len(writer.out), attributes.get("href") or ""))
    elif tag == "tr":
        writer.rows += 1
        writer.out.append(f"{_line_end(writer.out)}| ")
    elif writer.rows:
        writer.out.append(" " if tag in _APART or tag in _LINES else "")  # a row stays one line
    else:
        writer.out.append(_beginning(tag, attributes, writer))


def _beginning(tag: str, attributes: dict[str, str | None], writer: _Writer) -> str:
    """Return what a block begins with, in Markdown."""
    if tag in {"ul", "ol"}:
        start = attributes.get("start") or "1"
        writer.lists.append(-1 if tag == "ul" else (int(start) if start.isdecimal() and len(start) < 5 else 1) - 1)
        return "" if len(writer.lists) > 1 else "\n\n"
    if tag == "li":
        return _item(writer)
    if tag in _HEADINGS:
        return f"\n\n{'#' * int(tag[1])} "
    if tag in _APART:
        return "\n\n"
    return "\n" if tag in _LINES else ""


def _line_end(out: list[str]) -> str:
    """Return what ends the line before, so that no blank line parts what belongs together."""
    written = next((part for part in reversed(out[-4:]) if part.strip(" ")), "")
    return "" if written.endswith("\n") else "\n"


def _item(writer: _Writer) -> str:
    line = _line_end(writer.out)
    if not writer.lists:
        return f"{line}- "
    indent = "   " * (len(writer.lists) - 1)
    if writer.lists[-1] < 0:
        return f"{line}{indent}- "
    writer.lists[-1] += 1
    return f"{line}{indent}{writer.lists[-1]}. "


def _leave(node: Any, writer: _Writer) -> None:
    tag: str = node.tag or ""
    if not tag or tag[0] in "-#!":
        return
    attributes: dict[str, str | None] = node.attributes
    if not writer.unseen:
        _close(tag, writer)
    writer.unseen -= _is_unseen(tag, attributes)
    if writer.aside == node.mem_id:
        writer.aside = None


def _close(tag: str, writer: _Writer) -> None:
    """Write what an element ends with."""
    out = writer.out
    if tag == "a" and writer.links:
        at, href = writer.links.pop()
        label = "".join(out[at:])
        if href and label.strip() and "\n" not in label and at <= len(out):
            out[at:] = [f"[{label.strip()}]({_UNSAFE.sub(_quoted, href)})"]
    elif tag in {"td", "th"} and writer.rows:
        out.append(" | ")
    elif tag == "tr":
        writer.rows -= 1
        out.append("\n")
    elif tag in {"ul", "ol"} and not writer.rows:
        if writer.lists:
            writer.lists.pop()
        out.append("\n" if writer.lists else "\n\n")
    elif (tag in _APART or tag == "div") and not writer.rows:
        out.append("\n\n" if tag in _APART else "\n")


def _quoted(match: re.Match[str]) -> str:
    return f"%{ord(match[0]):02X}"


def _is_unseen(tag: str, attributes: dict[str, str | None]) -> bool:
    return tag in _SKIPPED or "hidden" in attributes or _HIDING.search(attributes.get("style") or "") is not None


def _is_beside(node: Any, tag: str, attributes: dict[str, str | None]) -> bool:
    """Tell whether an element stands beside the main text: it holds no title of the page and no text of its own."""
    names = f"{attributes.get('class') or ''} {attributes.get('id') or ''}"
    named = attributes.get("role") in _ROLES or (
        tag not in {"body", "html", "main", "article"} and _BESIDE_NAMES.search(names)
    )
    if not (named or tag in _BESIDE or tag == "header"):
        return False
    return node.css_first("h1, main, article") is None
