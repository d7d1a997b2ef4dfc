"""A web page to a Document: its source, title and hidden parts."""

import re
from collections.abc import Sequence

from unrenew.model.contacts import Document
from unrenew.model.values import Problem

_TITLE = re.compile(r"<title[^<>]*>([^<]{0,2000})", re.IGNORECASE)
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
    """Return a page as it is read, in Markdown; `hidden` has what is not seen, attributes, and what is beside the text.

    Walks without recursion and stops after MOST_NODES nodes, so depth and size of a page do not matter.
    """
    from selectolax.lexbor import LexborHTMLParser

    from unrenew.readers.page_texts import read_page

    if _is_too_deep(source):
        return Document(name="page", text=_TAG.sub(" ", source)[:MOST_CHARACTERS])
    root = LexborHTMLParser(source).root
    if root is None:
        return Document(name="page", text="")
    page = read_page(root, MOST_NODES)
    return Document(name="page", text=page.text, title=page.title, hidden=page.hidden[:2_000_000])


def _is_too_deep(source: str) -> bool:
    """Tell whether elements are nested so deep that no person wrote the page; a parser would take minutes."""
    depth = 0
    for match in _NESTING.finditer(source):
        depth = max(0, depth - 1) if match[1] else depth + 1
        if depth > MOST_DEPTH:
            return True
    return False
