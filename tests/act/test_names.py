"""Names of files from anywhere become safe; kinds come from the content."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from unrenew.act.names import LONGEST, kind_of, safe_name


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("../../etc/passwd", "passwd"),
        ("..\\..\\windows\\system.ini", "system.ini"),
        ("C:\\a\\b.pdf", "b.pdf"),
        ("mail.eml", "mail.eml"),
        ("..", "item"),
        ("", "item"),
        ("/", "item"),
        ("CON.txt", "item_CON.txt"),
        ("a\x00b\n\u202egpj.exe", "a_b__gpj.exe"),
        ("Kündigung Bestätigung.pdf", "Kündigung Bestätigung.pdf"),
        ("x" * 300 + ".pdf", "x" * 116 + ".pdf"),
    ],
)
def test_known_tricks(name, safe):
    assert safe_name(name) == safe


@given(st.text(max_size=200))
@settings(max_examples=60)
def test_any_name_is_safe(name):
    safe = safe_name(name)
    assert safe
    assert len(safe) <= LONGEST + 5
    assert not set(safe) & set('/\\<>:"|?*\x00\n\r')
    assert safe not in {".", ".."}
    assert not safe.startswith(".")
    assert safe_name(safe) == safe


@pytest.mark.parametrize(
    ("name", "head", "kind"),
    [
        ("x.txt", b"%PDF-1.7 ", "pdf"),
        ("x", b"\x89PNG\r\n\x1a\n", "screenshot"),
        ("x.bin", b"RIFF\0\0\0\0WEBPVP8", "screenshot"),
        ("x", b"Received: from a\r\nFrom: b@c\r\nSubject: d\r\n\r\n", "mail"),
        ("x", b"From a@b Mon Jan 1\nReceived: x\nTo: y\nDate: z\n", "mail"),
        ("x.eml", b"anything", "mail"),
        ("x.html", b"<p>", "page"),
        ("x", b"  <!DOCTYPE html>", "page"),
        ("chat.txt", b"Hello", "chat"),
        ("a.ofx", b"OFXHEADER", "statement"),
        ("x.zip", b"PK\x03\x04\x00", "other"),
    ],
)
def test_kinds(name, head, kind):
    assert kind_of(name, head)[0] == kind
