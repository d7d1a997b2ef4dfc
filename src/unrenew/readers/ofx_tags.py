"""OFX text, SGML or XML, to its aggregates as plain dicts.

OFX 1.x is SGML whose elements need no closing tag (OFX 1.6, section 2.3.2), OFX 2.x is XML; files of both kinds come
with each other's habits, so one tokenizer reads both. It knows which names are aggregates; all else is an element with
a value, whether it is closed or not, and a closing tag without an opening one is passed over.
"""

import re
from collections.abc import Iterator
from html.entities import html5
from typing import Any

from unrenew.errors import UnsafeFileError

Node = dict[str, Any]
"""An aggregate: element name to text, aggregate name to Node (the first of each; MEMO collects all)."""

BANK_ROWS = frozenset({"STMTTRN", "STMTTRNP"})
_PAPERS = ("DEBT", "MF", "OPT", "OTHER", "STOCK")
CASH_ROWS = frozenset({f"{side}{paper}" for side in ("BUY", "SELL") for paper in _PAPERS}) | frozenset(
    {"INCOME", "INVEXPENSE", "MARGININTEREST", "RETOFCAP"}
)
"""Investment rows that move cash: their TOTAL (OFX 2.1.1, section 13.9.2.4)."""

STILL_ROWS = frozenset(["REINVEST", "TRANSFER", "JRNLFUND", "JRNLSEC", "SPLIT", "CLOSUREOPT"])
"""Investment rows that leave the account's cash as it is."""

ROWS = BANK_ROWS | CASH_ROWS | STILL_ROWS
STATEMENTS = frozenset({"STMTRS", "CCSTMTRS", "INVSTMTRS", "LOANSTMTRS", "AMRTSTMTRS"})
ACCOUNTS = frozenset({"BANKACCTFROM", "CCACCTFROM", "INVACCTFROM", "LOANACCTFROM"})
_PARTIES = frozenset({"PAYEE", "EXTDPAYEE", "BANKACCTTO", "CCACCTTO", "CURRENCY", "ORIGCURRENCY", "IMAGEDATA"})
_TRADES = frozenset({"INVBUY", "INVSELL", "INVTRAN", "SECID", "SECINFO"})
_ASIDE = frozenset({"STATUS", "SONRS", "LEDGERBAL", "AVAILBAL", "BAL", "INVBAL", "OO", "INVPOS"})
AGGREGATES = ROWS | STATEMENTS | ACCOUNTS | _PARTIES | _TRADES | _ASIDE
_MAX_DEPTH = 40

_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9._-]{0,40})(?:\s[^<>]*)?/?>")
_ENTITY = re.compile(r"&(#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,8});")


class Found:
    """One aggregate that is complete: its name, its content, the statement it stands in, where it began."""

    __slots__ = ("line", "name", "node", "statement", "whole")

    def __init__(self, name: str, node: Node, statement: Node, line: int, *, whole: bool) -> None:
        self.name = name
        self.node = node
        self.statement = statement
        self.line = line
        self.whole = whole


def without_comments(text: str) -> str:
    """Return the text without SGML comments; what stands in a CDATA section is kept as plain text."""
    if "<!" not in text:
        return text
    pieces: list[str] = []
    start = 0
    while (at := text.find("<!", start)) >= 0:
        comment = text.startswith("<!--", at)
        section = text.startswith("<![CDATA[", at)
        end = text.find("-->" if comment else "]]>", at + 4) if comment or section else -1
        if end < 0:
            pieces.append(text[start : at + 2])
            start = at + 2
            if comment or section:  # never closed: no later one is either
                break
            continue
        pieces.append(text[start:at])
        if section:
            pieces.append(text[at + 9 : end].replace("&", "&amp;").replace("<", "&lt;"))
        else:
            pieces.append("\n" * text.count("\n", at, end))
        start = end + 3
    pieces.append(text[start:])
    return "".join(pieces)


def plain(text: str) -> str:
    """Return a value without entities and without the white space of the layout around it."""
    text = text.strip()
    return _ENTITY.sub(_character, text) if "&" in text else text


def _character(match: re.Match[str]) -> str:
    name = match[1]
    if name[0] != "#":
        return html5.get(name + ";", match[0])
    number = int("0" + name[1:], 16) if name[1] in "xX" else int(name[1:])
    return chr(number) if 0 < number < 0x110000 and not 0xD800 <= number < 0xE000 else match[0]


def aggregates(text: str) -> Iterator[Found]:
    """Yield rows, accounts, securities and statuses in the order in which they end."""
    return _Walk(text).run()


class _Walk:
    """The aggregates that are open while the text is walked once."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.names: list[str] = []
        self.nodes: list[Node] = [{}]
        self.lines: list[int] = []
        self.statement: Node = {}

    def run(self) -> Iterator[Found]:
        text = self.text
        line, counted = 1, 0
        tags = _TAG.finditer(text)
        tag = next(tags, None)
        while tag is not None:
            following = next(tags, None)
            closing, name = tag[1], tag[2].upper()
            if name in AGGREGATES:
                start = tag.start()
                line += text.count("\n", counted, start)
                counted = start
                value = "" if closing else plain(text[tag.end() : following.start() if following else len(text)])
                if value and name in _PARTIES:  # a leaf, as some banks write it: what follows is not inside it
                    self.nodes[-1].setdefault(name, {"": value})
                else:
                    yield from self._close(name) if closing else self._open(name, line)
            elif not closing:
                end = following.start() if following else len(text)
                self._put(name, plain(text[tag.end() : end]))
            tag = following
        while self.names:
            yield self._pop(whole=False)

    def _open(self, name: str, line: int) -> Iterator[Found]:
        if name in ROWS or name in STATEMENTS:  # neither stands in a row: the row before was not closed
            while any(open_name in ROWS for open_name in self.names):
                yield self._pop(whole=True)
        if name in STATEMENTS:
            self.statement = {}
        self.names.append(name)
        self.nodes.append({})
        self.lines.append(line)
        if name in STATEMENTS:
            self.nodes[-1] = self.statement
        if len(self.names) > _MAX_DEPTH:
            raise UnsafeFileError("is nested too deep")

    def _close(self, name: str) -> Iterator[Found]:
        if name not in self.names:
            return
        while self.names[-1] != name:
            yield self._pop(whole=True)
        yield self._pop(whole=True)

    def _pop(self, *, whole: bool) -> Found:
        name, node, line = self.names.pop(), self.nodes.pop(), self.lines.pop()
        if name in ACCOUNTS and not self.statement.get("account"):
            self.statement["account"] = node.get("ACCTID") or ""
        self.nodes[-1].setdefault(name, node)
        return Found(name, node, self.statement, line, whole=whole)

    def _put(self, name: str, value: str) -> None:
        node = self.nodes[-1]
        before = node.get(name)
        if not before:
            node[name] = value
        elif name == "MEMO" and value and value not in before:
            node[name] = f"{before} {value}"
