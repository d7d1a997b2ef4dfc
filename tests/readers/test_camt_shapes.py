"""Entries read by their shapes give what the XML parser gives, and what is odd goes to the parser."""

from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unrenew.readers import read_statement
from unrenew.readers.camt053 import _Reading
from unrenew.readers.camt_entries import SKIPPED
from unrenew.readers.camt_shapes import OddEntryError, Shapes, part
from unrenew.readers.xml_folds import Folder, Node

NAMES = (
    "Amt",
    "Sts",
    "BookgDt",
    "Dt",
    "RltdPties",
    "Cdtr",
    "Nm",
    "Ustrd",
    "RmtInf",
    "Purp",
    "NtryDtls",
    "TxDtls",
    "Id",
)
TEXTS = st.one_of(
    st.sampled_from(
        ["", " ", "12.30", "BOOK", "2026-01-31", "A & B", 'say "x" > y', "Müller", " Rand ", "a\nb", "日本"]
    ),
    st.text(st.characters(min_codepoint=32, max_codepoint=0x2FF, exclude_characters="\x7f"), max_size=12),
)
TREES = st.recursive(
    TEXTS, lambda inner: st.lists(st.tuples(st.sampled_from(NAMES), inner), min_size=1, max_size=5), max_leaves=14
)


def written(tree: Any, prefix: str, indent: str | None, depth: int = 1) -> str:
    if isinstance(tree, str):
        return escape(tree)
    lines = []
    for name, inner in tree:
        currency = ' Ccy="EUR"' if name == "Amt" else ""
        lines.append(f"<{prefix}{name}{currency}>{written(inner, prefix, indent, depth + 1)}</{prefix}{name}>")
    if indent is None:
        return "".join(lines)
    return "".join("\n" + indent * depth + line for line in lines) + "\n" + indent * (depth - 1)


def document(entries: list[str], prefix: str, between: str) -> str:
    at = ":" + prefix.rstrip(":") if prefix else ""
    body = between.join(f"<{prefix}Ntry>{entry}</{prefix}Ntry>" for entry in entries)
    inner = f"<{prefix}Stmt>{body}</{prefix}Stmt>"
    return f'<?xml version="1.0"?><{prefix}Document xmlns{at}="urn:camt.053.001.02">{inner}</{prefix}Document>'


def plain(value: Any) -> Any:
    if isinstance(value, Node):
        return {name: plain(inner) for name, inner in value.items()}
    return [plain(inner) for inner in value] if isinstance(value, list) else value


def by_parser(text: str) -> list[Any]:
    found: list[Any] = []
    Folder(("Ntry",), (), lambda _n, _p, node: found.append(plain(node)), lambda _n, _p: None, SKIPPED).parse(text)
    return found


def by_shapes(text: str) -> list[Any]:
    folder = Folder(("Ntry",), (), lambda *_: None, lambda *_: None, SKIPPED)
    shapes = Shapes(text, folder)
    return [plain(shapes.entry(text[start:end])) for run in part(text)[1] for start, end in run]


@given(
    trees=st.lists(TREES, min_size=1, max_size=4),
    order=st.lists(st.integers(0, 3), min_size=1, max_size=8),
    prefix=st.sampled_from(["", "ns2:", "a.b:"]),
    indent=st.sampled_from([None, "  ", "\t"]),
    between=st.sampled_from(["", "\n", "<x/>"]),
)
def test_shapes_give_what_the_parser_gives(
    trees: list[Any], order: list[int], prefix: str, indent: str | None, between: str
) -> None:
    entries = [written(trees[number % len(trees)], prefix, indent) for number in order]
    text = document(entries, prefix, between)
    try:
        found = by_shapes(text)
    except OddEntryError:
        return
    assert found == by_parser(text.split("?>", 1)[1])


@given(
    first=TEXTS, others=st.lists(st.tuples(TEXTS, TEXTS), min_size=1, max_size=5), prefix=st.sampled_from(["", "n:"])
)
def test_other_texts_in_the_same_shape(first: str, others: list[tuple[str, str]], prefix: str) -> None:
    def entry(name: str, amount: str) -> str:
        tree = [
            ("Amt", amount),
            ("RltdPties", [("Cdtr", [("Nm", name)])]),
            ("RmtInf", [("Ustrd", name), ("Ustrd", "x")]),
        ]
        return written(tree, prefix, None)

    text = document([entry(first or "-", "1.00"), *(entry(name, amount) for name, amount in others)], prefix, "")
    try:
        found = by_shapes(text)
    except OddEntryError:
        return
    assert found == by_parser(text.split("?>", 1)[1])


ENTRY = '<Ntry><Amt Ccy="EUR">1.00</Amt><Cdtr><Nm>A</Nm></Cdtr></Ntry>'


@pytest.mark.parametrize(
    "odd",
    [
        "<!-- <Ntry></Ntry> -->" + ENTRY,
        ENTRY + "<Ntry><Nm><![CDATA[x]]></Nm></Ntry>",
        ENTRY + '<Ntry kind="x"><Nm>B</Nm></Ntry>',
        ENTRY + "<Ntry/>",
        ENTRY + "<Ntry><Nm>B</Nm>",
        ENTRY + "<Ntry>" + ENTRY + "</Ntry>",
        ENTRY + "<Ntry><Nm>B</Mn></Ntry>",
        ENTRY + "<Ntry><Nm>&#66;</Nm></Ntry>",
        ENTRY + "<Ntry><Nm>&nosuch;</Nm></Ntry>",
        ENTRY + "<Ntry><Nm>\x07</Nm></Ntry>",
        ENTRY + "<?go now?>",
        ENTRY + "<Ntry>" + "<a>" * 70 + "x" + "</a>" * 70 + "</Ntry>",
        "<Ntry>\n <Nm>A</Nm>\n</Ntry><Ntry>\n <Nm>A</Nm>mixed\n</Ntry>",
        "".join(f"<Ntry><n{number}>x</n{number}></Ntry>" for number in range(600)),
        "no entry",
    ],
)
def test_what_is_odd_is_left_to_the_parser(odd: str) -> None:
    with pytest.raises(OddEntryError):
        by_shapes(f"<Stmt>{odd}</Stmt>")


def test_a_file_takes_the_short_way_and_the_long_one_alike(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from bench.statements import camt

    path = tmp_path / "camt.xml"
    path.write_bytes(camt(300))
    commented = tmp_path / "commented.xml"
    commented.write_bytes(camt(300).replace(b"<Stmt>", b"<Stmt><!-- made -->"))
    long_ways: list[str] = []
    parse = _Reading.parse
    monkeypatch.setattr(_Reading, "parse", lambda self, text: (long_ways.append("long"), parse(self, text))[1])
    short, long = read_statement(path), read_statement(commented)
    assert long_ways == ["long"]
    assert short.transactions.height == 300
    assert short.transactions.drop("source_file").equals(long.transactions.drop("source_file"))


def test_a_million_unclosed_entries_end_at_once() -> None:
    with pytest.raises(OddEntryError):
        part("<Ntry>" * 1_000_000)
    with pytest.raises(OddEntryError):
        part("</Ntry>" * 500_000 + "<Ntry>" * 500_000)
