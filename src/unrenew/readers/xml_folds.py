"""XML to folded elements, as a stream: nested dicts, no namespaces."""

import io
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from unrenew.errors import UnsafeFileError

MAX_DEPTH = 64
_STRICT: dict[str, Any] = {"resolve_entities": False, "no_network": True, "load_dtd": False, "huge_tree": False}


class Node(dict[str, Any]):
    """An element folded: child name to text, to a Node, or to a list of either where it repeats; "" is its own text.

    A node is equal to itself alone, so that what is worked out of one can be kept for when it comes again.
    """

    __slots__ = ()
    __eq__ = object.__eq__
    __ne__ = object.__ne__
    if TYPE_CHECKING:

        def __hash__(self) -> int: ...  # pyright: ignore[reportIncompatibleVariableOverride]
    else:
        __hash__ = object.__hash__


class BrokenXmlError(ValueError):
    """The XML is not well formed from `line` on."""

    def __init__(self, what: str, line: int) -> None:
        super().__init__(what)
        self.line = line


def strict_parser() -> Any:
    """Return a parser that resolves no entity, opens nothing and has the usual limits of size and depth."""
    from lxml import etree

    return etree.XMLParser(**_STRICT, encoding="utf-8")


class Folder:
    """Reads XML once and calls back for the elements that are wanted, in the order in which they end.

    `found(name, parent, node)` is called for an element of `wanted`, folded, and then forgotten;
    `closed(name, parent)` for one of `marks`. `parent` is the name of the element around it. What is in `skipped` is
    not folded, nor is what stands in it.
    """

    def __init__(
        self,
        wanted: tuple[str, ...],
        marks: tuple[str, ...],
        found: Callable[[str, str, Node], None],
        closed: Callable[[str, str], None],
        skipped: frozenset[str] = frozenset(),
    ) -> None:
        self.tags = ["{*}" + name for name in (*wanted, *marks)]
        self.marks = frozenset(marks)
        self.found = found
        self.closed = closed
        self.skipped = skipped
        self.names: dict[Any, str] = {}

    def parse(self, text: str) -> None:
        """Read the whole text; raise BrokenXmlError where it stops being XML, UnsafeFileError where it is too deep.

        The text is handed on as UTF-8 with its declaration removed, so the parser never chooses an encoding itself.
        """
        from lxml import etree

        events: Any = etree.iterparse(
            io.BytesIO(text.encode("utf-8", "replace")),
            tag=self.tags,
            **_STRICT,
            encoding="utf-8",
        )
        try:
            for _, element in events:
                self._end(element)
        except etree.XMLSyntaxError as error:
            too_deep = "xcessive depth" in str(error)
            what = "it is nested too deep" if too_deep else str(error)[:120]
            raise BrokenXmlError(what, int(error.lineno or 0)) from error

    def _end(self, element: Any) -> None:
        name: str = element.tag.rpartition("}")[2]
        around = element.getparent()
        parent: str = "" if around is None else around.tag.rpartition("}")[2]
        if name in self.marks:
            self.closed(name, parent)
            return
        self.found(name, parent, self.fold(element) or Node({"": (element.text or "").strip()}))
        element.clear()
        while around is not None and element.getprevious() is not None:
            del around[0]

    def name(self, tag: Any) -> str:
        """Return the name of an element without its namespace, "" for one that is left out, or a comment."""
        name = self.names.get(tag)
        if name is None:
            name = tag.rpartition("}")[2] if tag.__class__ is str else ""
            name = self.names[tag] = "" if name in self.skipped else name
        return name

    def fold(self, element: Any, depth: int = 0) -> Node:
        """Return an element folded; raise UnsafeFileError where it is nested too deep."""
        node = Node()
        for child in element:
            name = self.name(child.tag)
            if not name:
                continue
            text = child.text  # most elements are leaves: they are taken here, without a call
            value: Any = text.strip() if text else ""
            if not value:
                if depth >= MAX_DEPTH:
                    raise UnsafeFileError("is nested too deep")
                if text is None or len(child):
                    value = self.fold(child, depth + 1) or ""
            elif name[-3:] == "Amt":
                value = Node({"": value, "Ccy": child.get("Ccy")})
            if name in node:
                again(node, name, value)
            else:
                node[name] = value
        return node


def again(node: Node, name: str, value: Any) -> None:
    """Put a repeated element behind the one before it."""
    before = node[name]
    if before.__class__ is list:
        before.append(value)
    else:
        node[name] = [before, value]
