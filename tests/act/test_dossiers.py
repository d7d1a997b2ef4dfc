"""A dossier: the same bytes for the same case, and all a stranger needs to check it."""

import hashlib
import importlib.util
import io
import json
import re
import shutil
import subprocess
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import msgspec
import pypdfium2
import pytest

from unrenew.act.cases import advance, event_hash, next_event
from unrenew.act.dossiers import EVENTS, MANIFEST, PDF, SUMS, make_dossier
from unrenew.act.evidence import link_of
from unrenew.act.letters import write_letter
from unrenew.act.pages import letter_pdf
from unrenew.act.stories import Teller, charges_of, chart_of, story_rows, timeline_rows
from unrenew.errors import EvidenceError
from unrenew.facts.templates import load_letters
from unrenew.model.cases import AnyHappening, DossierMade, NoteAdded, decode_event
from unrenew.model.evidence import EvidenceItem

spec = importlib.util.spec_from_file_location("dossier_case", Path(__file__).with_name("dossier_case.py"))
sample = importlib.util.module_from_spec(spec)
spec.loader.exec_module(sample)
spec = importlib.util.spec_from_file_location("letter_cases", Path(__file__).with_name("letter_cases.py"))
letter_cases = importlib.util.module_from_spec(spec)
spec.loader.exec_module(letter_cases)
pypdf = pytest.importorskip("pypdf", reason="pip install pypdf: the structure of PDF/A is not looked at")

BOOK = load_letters()
CASE, ITEMS = sample.make_case(8)


def made(case=CASE, items=ITEMS, **more):
    return make_dossier(case, items, sample.REMEDIES, BOOK, person="Erika Mustermann", **more)


def text_of(dossier):
    document = pypdfium2.PdfDocument(dossier.files[PDF])
    return " ".join(page.get_textpage().get_text_range() for page in document)


def test_the_same_case_gives_the_same_bytes():
    assert made() == made()
    later = advance(
        CASE,
        next_event(CASE, DossierMade(sha256="x"), on=date(2027, 5, 5), at=datetime(2027, 5, 5, tzinfo=UTC)),
        date(2027, 5, 5),
    )
    assert made(later) == made(), "the making of a dossier changes no dossier"
    other = advance(
        CASE,
        next_event(CASE, NoteAdded(text="x"), on=date(2027, 5, 5), at=datetime(2027, 5, 5, tzinfo=UTC)),
        date(2027, 5, 5),
    )
    assert made(other) != made()


@pytest.mark.parametrize("language", [*BOOK.languages, "xx"])
def test_it_says_all_of_it(language):
    text = text_of(made(language=language))
    for wanted in ("Kaspersky Plus", "Erika Mustermann", "2A000BEC00D", "auto-renew off", "T-1001", "#strong[x]"):
        assert wanted in text
    for item in ITEMS:
        assert item.sha256 in text
    for remedy in sample.REMEDIES:
        assert remedy.title.split(" (")[0] in text
        assert remedy.cites[0][1] in text.replace("\r\n", "")
    state = BOOK.dossiers.get(language, BOOK.dossiers["en"]).states["charged_again"]
    assert state in " ".join(text.split())
    assert "None" not in text
    assert "{" not in text


@pytest.mark.parametrize("what", ["dossier", "letter"])
def test_it_is_pdf_a(what):
    """What ISO 19005-2, level A, asks of a file, as far as its structure shows it."""
    about = letter_cases.occasion("de", "DE")
    pdf = made().files[PDF] if what == "dossier" else letter_pdf(write_letter("cancel", "letter", about, BOOK), BOOK)
    document = pypdf.PdfReader(io.BytesIO(pdf), strict=True)
    root, told = document.root_object, document.xmp_metadata
    assert document.pdf_header == "%PDF-1.7"
    assert not document.is_encrypted
    assert len(document.trailer["/ID"]) == 2
    assert (told.pdfaid_part, told.pdfaid_conformance) == ("2", "A")
    assert document.metadata.title == told.dc_title["x-default"]
    assert root["/MarkInfo"]["/Marked"].value
    assert root["/StructTreeRoot"]["/K"]
    assert root["/Lang"].startswith(("de", "en"))
    assert not {"/AA", "/OpenAction", "/AcroForm"} & set(root)
    assert not {"/JavaScript", "/EmbeddedFiles"} & set(root.get("/Names", {}))
    intent = root["/OutputIntents"][0].get_object()
    assert intent["/S"] == "/GTS_PDFA1"
    assert intent["/DestOutputProfile"].get_data()[36:40] == b"acsp", "a colour profile (ICC)"
    fonts = [font for page in document.pages for font in page["/Resources"].get("/Font", {}).values()]
    assert fonts
    for font in map(pypdf.generic.IndirectObject.get_object, fonts):
        assert "/ToUnicode" in font, "each character can be read out"
        inner = font["/DescendantFonts"][0].get_object() if font["/Subtype"] == "/Type0" else font
        assert {"/FontFile", "/FontFile2", "/FontFile3"} & set(inner["/FontDescriptor"]), "the font is in the file"
    for page in document.pages:
        assert page["/Tabs"] == "/S"
        for note in page.get("/Annots", ()):
            assert int(note.get_object().get("/F", 0)) & 4, "links are printed"


@pytest.mark.parametrize("language", BOOK.languages)
def test_dates_times_and_quotes_are_those_of_the_language(language):
    case, items = sample.make_case(2)
    country = {"en": "GB", "cs": "CZ", "da": "DK", "sv": "SE"}.get(language, language.upper())
    case = replace(case, subject=msgspec.structs.replace(case.subject, country=country))
    tell = Teller(BOOK, language, country)
    told = [*story_rows(case, date(2026, 12, 1), tell), *timeline_rows(case.events, tell)]
    text = "\n".join(" ".join(row) for row in told)
    assert not re.search(r"\d{4}-\d{2}-\d{2}", text.replace("2026-12-20", "")), text
    assert not re.search(r"[\"']", text), text
    quotes = BOOK.dossiers[language].quoted.replace("{text}", "")
    assert not (set("“”„«»‘") - set(quotes)) & set(text), text
    assert items


@pytest.mark.parametrize("language", BOOK.languages)
def test_sizes_are_counted_as_the_language_does(language):
    tell = Teller(BOOK, language, None)
    assert not re.search("digital", tell.size(1) + tell.size(4))
    wanted = {
        "en": ("1 byte", "4 bytes"),
        "nl": ("1 byte", "4 byte"),
        "it": ("1 byte", "4 byte"),
        "pl": ("1 bajt", "4 bajty"),
    }
    if language in wanted:
        assert (tell.size(1), tell.size(4)) == wanted[language]


def test_a_stranger_can_check_it(tmp_path):
    dossier = made()
    contents = {item.sha256: data for item, data in zip(ITEMS, contents_of(ITEMS), strict=True)}
    for name, data in dossier.files.items():
        (tmp_path / name).write_bytes(data)
    (tmp_path / "evidence").mkdir()
    for name, sha256 in dossier.evidence.items():
        (tmp_path / name).write_bytes(contents[sha256])
    if (tool := shutil.which("sha256sum")) is None:
        pytest.skip("sha256sum is not on this machine")
    check = [tool, "--check", "--strict", "--quiet", SUMS]
    assert subprocess.run(check, cwd=tmp_path, check=False, capture_output=True).returncode == 0
    victim = tmp_path / sorted(dossier.evidence)[2]
    victim.write_bytes(victim.read_bytes() + b" ")
    assert subprocess.run(check, cwd=tmp_path, check=False, capture_output=True).returncode == 1


def contents_of(items):
    for item in items:
        if item.name == "message.eml":
            yield b"mail"
        elif item.name == "confirmation.eml":
            yield b"confirmation"
        elif item.name == "statement.ofx":
            yield b"ofx"
        else:
            yield bytes([int(item.name.split()[1].split(".")[0])])


def test_the_manifest_holds_the_whole_chain():
    dossier = made()
    manifest = json.loads(dossier.files[MANIFEST])
    assert manifest["schema"] == "unrenew-dossier/1"
    events = [decode_event(line) for line in dossier.files[EVENTS].splitlines()]
    assert manifest["events"] == {"file": EVENTS, "count": len(events), "head": event_hash(events[-1])}
    previous = ""
    for entry in manifest["items"]:
        name = entry.pop("file")
        item = msgspec.convert(entry, EvidenceItem)
        assert item.previous == previous
        assert link_of(item) == item.link
        previous = item.link
        assert dossier.evidence[name] == item.sha256
    lines = dict(reversed(line.split("  ")) for line in dossier.files[SUMS].decode().splitlines())
    assert lines[PDF] == hashlib.sha256(dossier.files[PDF]).hexdigest()
    assert set(lines) == {PDF, MANIFEST, EVENTS, *dossier.evidence}


def test_over_broken_evidence_there_is_no_dossier():
    with pytest.raises(EvidenceError, match="not whole"):
        made(items=ITEMS[:-1])
    with pytest.raises(EvidenceError, match="not whole"):
        made(items=[*ITEMS[:2], ITEMS[3], ITEMS[2], *ITEMS[4:]])


def test_a_bare_case_has_a_dossier_too():
    case = replace(CASE, events=CASE.events[:1])
    bare, _ = sample.make_case(0)
    assert text_of(make_dossier(bare, _, (), BOOK, language="en"))
    assert len(case.events) == 1


def test_charts_only_where_they_say_something():
    tell = Teller(BOOK, "en", "GB")
    charges = charges_of(CASE)
    chart = chart_of(charges, CASE, tell)
    assert len(chart["bars"]) == 7
    assert all(0 <= bar["x"] <= 1 and 0 < bar["h"] <= 1 for bar in chart["bars"])
    assert [bar["after"] for bar in chart["bars"]] == [False] * 6 + [True]
    assert chart_of(charges[:1], CASE, tell) is None


@pytest.mark.parametrize("language", sorted(BOOK.dossiers))
def test_every_kind_of_event_has_its_sentence(language):
    words = BOOK.dossiers[language]
    kinds = {kind.__struct_config__.tag for kind in AnyHappening.__args__}
    assert kinds <= set(words.events) | {"dossier_made"}
    english = BOOK.dossiers["en"]
    for name in ("labels", "states", "refunds", "roles", "kinds", "statuses", "ways", "reasons", "messages", "events"):
        assert set(getattr(words, name)) == set(getattr(english, name)), f"{language}: {name}"
    for name, line in english.events.items():
        assert re.findall(r"\{(\w+)\}", str(words.events[name])) == re.findall(r"\{(\w+)\}", str(line)), (
            f"{language}: {name}"
        )
