"""CAMT entries read by their texts: their tags are those of one before.

The entries of one file come in few shapes: the same tags in the same order, and only the texts between them differ. The
first entry of a shape goes through the XML parser; from it is learned which text belongs where. Each further one is cut
into markup and texts, and where its markup is the same to the letter it is well formed and its texts are in the same
places. What could make this wrong (comments, CDATA, references to characters, broken markup) raises OddEntryError, and
the whole file goes through the parser instead.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from operator import itemgetter
from typing import Any

from unrenew.readers.xml_folds import MAX_DEPTH, Folder, Node, again, strict_parser

_MOST_SHAPES = 512
_RECENT = 3
"""How many shapes are tried before the markup is looked up."""
_MOST_KEPT = 4096
_OPEN = frozenset({"Ntry", "NtryDtls", "TxDtls"})
"""What is made anew for each entry; any other part is kept, and taken again where its texts are the same."""

RUN = "NtryRun"
"""Stands in the rest of the file for entries that follow one another."""

_CHUNK = 1 << 16
_FIRST = re.compile(r"<((?:[\w.-]{1,30}:)?)Ntry>")
_ROOT = re.compile(r"<((?:[\w.-]{1,30}:)?Document)\b[^<>]{0,4000}>")
_TEXT = re.compile(r">([^<]+)<")
_CONTROLS = bytes([*range(9), 11, 12, *range(14, 32)])
_REFERENCE = re.compile("&(amp|lt|gt|quot|apos);")
_CHARACTERS = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}


class OddEntryError(ValueError):
    """The entries of this file cannot be read by their shapes."""


def part(text: str) -> tuple[str, list[list[tuple[int, int]]]]:
    """Return the file with `RUN` in place of each run of entries, and where the entries of each run stand.

    Raises OddEntryError where the file is odd. A text is looked at in place: copies of a large one cost more than that.
    """
    first = _FIRST.search(text)
    if first is None or _has_more_than_tags(text) or "\r" in text or not _is_legal(text):
        raise OddEntryError
    opening, closing = f"<{first[1]}Ntry", f"</{first[1]}Ntry>"
    rest: list[str] = []
    runs: list[list[tuple[int, int]]] = []
    done, start = 0, first.start()
    while start >= 0:
        end = text.find(closing, start) + len(closing)
        begun = text.find(opening + ">", start + 1)
        if end < len(closing) or 0 <= begun < end:
            raise OddEntryError
        between = text[done:start]
        if not runs or (between and not between.isspace()):
            rest += [between, f"<{RUN}/>"]
            runs.append([])
        runs[-1].append((start, end))
        done, start = end, begun
    left = "".join([*rest, text[done:]])
    if re.search(rf"{re.escape(opening)}[\s/>]", left):
        raise OddEntryError  # entries that are empty, or have attributes
    return left, runs


def _has_more_than_tags(text: str) -> bool:
    """Tell whether a text may have comments, CDATA or instructions behind its declaration."""
    # A single character is found at memory speed, two are not; most files have no exclamation or question mark.
    head = text.find(">")
    return ("!" in text and "<!" in text) or (text.find("?", head) > 0 and text.find("<?", head) > 0)


def _is_legal(text: str) -> bool:
    """Tell whether XML allows every character of a text."""
    for at in range(0, len(text), _CHUNK):
        try:
            data = text[at : at + _CHUNK].encode()
        except UnicodeEncodeError:
            return False
        if len(data.translate(None, _CONTROLS)) != len(data):
            return False
    return "\ufffe" not in text and "\uffff" not in text


class Shapes:
    """The shapes of the entries of one file, learned as they come."""

    def __init__(self, text: str, folder: Folder) -> None:
        from lxml import etree

        root = _ROOT.search(text)
        self._before, self._behind = (root[0], f"</{root[1]}>") if root else ("<x>", "</x>")
        self._folder = folder
        self._parser = strict_parser()
        self._parse: Callable[..., Any] = etree.fromstring
        self._errors = etree.XMLSyntaxError
        self._known: dict[tuple[str, ...], _Shape] = {}
        self._recent: list[_Shape] = []

    def entry(self, raw: str) -> Node:
        """Return one entry, folded; raise OddEntryError where its texts cannot be told apart."""
        for place, shape in enumerate(self._recent):
            match = shape.markup.fullmatch(raw)
            if match:
                if place:
                    self._recent.insert(0, self._recent.pop(place))
                return shape.node(_meant(raw, match.groups()))
        parts = _TEXT.split(raw)
        markup, texts = tuple(parts[::2]), _meant(raw, parts[1::2])
        shape = self._known.get(markup)
        if shape is None:
            if len(self._known) >= _MOST_SHAPES:
                raise OddEntryError  # hardly two are alike: learning costs more than it saves
            shape = self._known[markup] = self._learned(raw, markup, texts)
        self._recent = [shape, *self._recent[: _RECENT - 1]]
        return shape.node(texts)

    def _learned(self, raw: str, markup: Sequence[str], texts: Sequence[str]) -> "_Shape":
        try:
            root = self._parse(f"{self._before}{raw}{self._behind}".encode(), self._parser)
        except self._errors as error:
            raise OddEntryError from error
        slots = list(_slots(root[0])) if len(root) == 1 else []
        if [text for _, text in slots] != list(texts):
            raise OddEntryError
        places = {path: place for place, (path, _) in enumerate(slots) if path}
        blanks = [place for place, (path, _) in enumerate(slots) if not path]
        return _Shape(markup, blanks, _Part(root[0], (), places, self._folder))


class _Shape:
    """The markup of an entry as a pattern, and its outer element."""

    def __init__(self, markup: Sequence[str], blanks: Sequence[int], root: "_Part") -> None:
        self.markup = re.compile(">([^<]+)<".join(map(re.escape, markup)))
        self._between = _picker(blanks) if blanks else None
        """Picks what stands between elements: blanks, where a file is indented."""
        self._root = root

    def node(self, texts: Sequence[str]) -> Node:
        """Return the entry with these texts, folded; raise OddEntryError where there are texts between elements."""
        if self._between and any(self._between(texts)):
            raise OddEntryError
        return self._root.node(texts) or Node({"": ""})


class _Part:
    """One element of a shape: what its children are, and which texts they have."""

    def __init__(self, element: Any, path: tuple[int, ...], places: dict[tuple[int, ...], int], folder: Folder) -> None:
        if len(path) >= MAX_DEPTH:
            raise OddEntryError
        self.texts: dict[str, int] = {}
        """The places of the texts of the children that are texts, by name."""
        self.others: list[tuple[str, int, _Part | _Amount | None]] = []
        """The other children in order: name, and place of the text (-1: none) or part."""
        for number, child in enumerate(element):
            name = folder.name(child.tag)
            if name:
                self._take(name, child, (*path, number), places, folder)
        self.picked = _picker(self.texts.values())
        self.pick = _picker(sorted({*self.used()}))
        self.kept: dict[tuple[str, ...], Any] = {}

    def _take(
        self, name: str, child: Any, path: tuple[int, ...], places: dict[tuple[int, ...], int], folder: Folder
    ) -> None:
        place = places.get(path, -1)
        if place >= 0 and name.endswith("Amt"):
            self.others.append((name, -1, _Amount(place, child.get("Ccy"))))
        elif place >= 0 and name not in self.texts and all(name != other for other, _, _ in self.others):
            self.texts[name] = place
        elif place >= 0 or not len(child):
            self.others.append((name, place, None))
        else:
            self.others.append((name, -1, _Part(child, path, places, folder)))

    def used(self) -> Iterator[int]:
        """Yield the places of all its texts."""
        yield from self.texts.values()
        for _, place, part in self.others:
            if isinstance(part, _Amount):
                yield part.place
            elif part is not None:
                yield from part.used()
            elif place >= 0:
                yield place

    def node(self, texts: Sequence[str]) -> Node:
        """Return the element with these texts, folded anew, but for the parts that are kept."""
        node = Node(zip(self.texts, self.picked(texts))) if self.texts else Node()  # noqa: B905 costs time
        for name, place, part in self.others:
            value: Any
            if part is None:
                value = texts[place] if place >= 0 else ""
            elif name in _OPEN:
                value = part.node(texts) or ""
            else:
                key = part.pick(texts)
                value = part.kept.get(key)
                if value is None:
                    if len(part.kept) >= _MOST_KEPT:
                        part.kept.clear()
                    value = part.kept[key] = part.node(texts) or ""
            if name in node:
                again(node, name, value)
            else:
                node[name] = value
        return node


class _Amount:
    """An amount in a shape: its text, and its currency, which is markup."""

    def __init__(self, place: int, currency: str | None) -> None:
        self.place = place
        self.currency = currency
        self.pick = _picker([place])
        self.kept: dict[tuple[str, ...], Any] = {}

    def node(self, texts: Sequence[str]) -> Node:
        """Return the amount as an element with text and attribute is folded."""
        text = texts[self.place]
        return Node({"": text, "Ccy": self.currency} if text else ())


def _picker(places: Iterable[int]) -> Callable[[Sequence[str]], tuple[str, ...]]:
    """Return what picks the texts at these places, as a tuple."""
    at = list(places)
    if not at:
        return lambda _: ()
    return itemgetter(*at) if len(at) > 1 else lambda texts: (texts[at[0]],)


def _slots(element: Any, path: tuple[int, ...] = ()) -> Iterator[tuple[tuple[int, ...] | None, str]]:
    """Yield each text of an element in order, with the path of its element; None for what is beside other elements."""
    if element.text:
        yield None if len(element) else path, element.text.strip()
    for number, child in enumerate(element):
        yield from _slots(child, (*path, number))
        if child.tail:
            yield None, child.tail.strip()


def _meant(raw: str, texts: Sequence[str]) -> list[str]:
    """Return texts as they are meant: without blanks around them, references read."""
    stripped = list(map(str.strip, texts))
    return list(map(_read, stripped)) if "&" in raw else stripped


def _read(text: str) -> str:
    if "&" not in text:
        return text
    read = _REFERENCE.sub(lambda match: _CHARACTERS[match[1]], text)
    if read.count("&") != text.count("&amp;"):
        raise OddEntryError  # a reference to a character, or to nothing
    return read
