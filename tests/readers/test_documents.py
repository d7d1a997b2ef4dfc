"""Any file gives its documents or one plain error, bounded in time and memory."""

import time
import zlib

import pytest

from unrenew.api.guides import document_of, screen_files
from unrenew.errors import ReadError, UnknownFormatError, UnsafeFileError
from unrenew.readers import documents
from unrenew.readers.documents import read_documents

PAGE = """<!doctype html><html><head><title>Help &amp; more</title></head><body><h1>Help</h1>
<p>Call <a href="tel:+18555550142">us</a><span style="display:none">hidden words</span></p></body></html>"""


def texts(data, name="file"):
    return [one.text for one in read_documents(data, name)[0]]


def pdf(text):
    return pdf_of(f"BT /F1 12 Tf 20 100 Td ({text}) Tj ET".encode())


def pdf_of(stream, packed=b""):
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 200]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d%b>>stream\n%s\nendstream" % (len(stream), packed, stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    body = b"%PDF-1.4\n"
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(body))
        body += b"%d 0 obj%s endobj\n" % (number, content)
    start = len(body)
    body += b"xref\n0 6\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % place for place in places)
    return body + b"trailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % start


def test_text_and_its_title():
    [document], problems = read_documents(b"# How to\n\nCall", "a.md")
    assert (document.title, document.text, tuple(problems)) == ("How to", "# How to\n\nCall", ())


def test_invalid_utf8_is_read_and_said():
    [document], problems = read_documents(b"caf\xe9 call", "a.txt")
    assert document.text == "café call"
    assert "cp1252" in problems[0].what


def test_page_is_its_source_and_as_read():
    assert texts(PAGE.encode()) == [PAGE]
    document, _ = document_of(PAGE.encode(), "a.html")
    assert document.title == "Help & more"
    assert "Call [us](tel:+18555550142)" in document.text
    assert document.sources == (PAGE,)
    assert "hidden words" in document.hidden
    assert "tel:+18555550142" in document.hidden


def test_page_nested_deep():
    start = time.process_time()
    data = b"<html>" + b"<div>" * 100_000 + b"call 1-855-555-0142"
    found = screen_files([("deep.html", data)])
    assert found.documents[0].screening.numbers == ["+18555550142"]
    document_of(data, "deep.html")
    assert time.process_time() - start < 20


def test_pdf():
    found = screen_files([("a.pdf", pdf("Call 1-855-555-0142 now"))])
    assert found.documents[0].screening.numbers == ["+18555550142"]


@pytest.mark.parametrize("data", [b"%PDF-1.7\n" + b"\0" * 5000, b"%PDF-1.4\nnothing"])
def test_damaged_pdf(data):
    with pytest.raises(ReadError):
        read_documents(data, "a.pdf")


def test_a_pdf_that_unpacks_to_a_thousand_times_its_size():
    packer = zlib.compressobj(9)
    page = b"".join(packer.compress(b"BT (x) Tj ET " * 80_000) for _ in range(600)) + packer.flush()
    bomb = pdf_of(page, packed=b"/Filter/FlateDecode")
    start = time.monotonic()
    with pytest.raises(ReadError, match="too much memory or time"):
        read_documents(bomb, "bomb.pdf")
    assert time.monotonic() - start < 30


def test_mail_and_its_parts():
    mail = (
        b"From: a@acme-guard.example\r\nSubject: =?utf-8?b?UmVuZXdhbCDinJM=?=\r\nMIME-Version: 1.0\r\n"
        b"Content-Type: multipart/alternative; boundary=x\r\n\r\n--x\r\nContent-Type: text/plain\r\n\r\n"
        b"Call 1-855-555-0142\r\n--x\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\n"
        b"PGI+MS04NTUtNTU1LTAxNDM8L2I+\r\n--x--\r\n"
    )
    found = screen_files([("a.eml", mail)])
    assert [one.screening.numbers for one in found.documents] == [[], ["+18555550142"], ["+18555550143"]]
    assert "Renewal ✓" in found.documents[0].text


def test_mbox():
    one = b"From x@y Mon Jan  1 00:00:00 2026\nFrom: a@b.example\nSubject: %d\n\nbody %d\n\n"
    data = b"".join(one % (n, n) for n in range(3))
    assert sum("body" in text for text in texts(data, "a.mbox")) == 3


def test_mail_with_a_thousand_parts():
    part = b"--x\nContent-Type: text/plain\n\ncall\n"
    mail = (
        b"From: a@b.example\nTo: c@d.example\nContent-Type: multipart/mixed; boundary=x\n\n" + part * 1000 + b"--x--\n"
    )
    found, problems = read_documents(mail, "a.eml")
    assert len(found) <= 201
    assert "first 200" in problems[0].what


def test_binary_and_empty_and_too_large(monkeypatch):
    with pytest.raises(UnknownFormatError):
        read_documents(bytes(range(256)) * 50, "a.bin")
    with pytest.raises(UnknownFormatError):
        read_documents(b"\x89PNG\r\n\x1a\n" + b"\0" * 100, "a.png")
    assert texts(b"") == [""]
    monkeypatch.setattr(documents, "MOST_BYTES", 10)
    with pytest.raises(UnsafeFileError):
        read_documents(b"x" * 11, "a.txt")


def test_a_bad_file_does_not_stop_the_others():
    found = screen_files([("a.png", b"\x89PNG....."), ("b.txt", b"call 1-855-555-0142")])
    assert len(found.documents) == 1
    assert found.problems[0].where == "a.png"
