"""Which encoding a text is in is decided in one order, and said."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unrenew.readers.encodings import codec_name, decode

CASES = [
    ("Grüße".encode(), None, "Grüße", "utf-8"),
    (b"plain", None, "plain", "utf-8"),
    (codecs.BOM_UTF8 + "Müller".encode(), "cp1252", "Müller", "utf-8-sig"),
    ("Müller".encode("cp1252"), None, "Müller", "cp1252"),
    ("Müller €".encode("cp1252"), "ISO-8859-1", "Müller €", "cp1252"),
    ("Łódź".encode("cp1250"), "windows-1250", "Łódź", "cp1250"),
    ("Łódź".encode("iso8859-2"), "ISO-8859-2", "Łódź", "iso8859-2"),
    ("Покупка".encode("cp1251"), "1251", "Покупка", "cp1251"),
    ("Datum;Betrag".encode("utf-16-le"), None, "Datum;Betrag", "utf-16-le"),
    ("Datum;Betrag".encode("utf-16-be"), None, "Datum;Betrag", "utf-16-be"),
    ("Datum;Größe".encode("utf-16"), None, "Datum;Größe", "utf-16-le"),
    ("Müller".encode("cp1252"), "UTF-8", "Müller", "cp1252"),
    ("Müller".encode(), "1252", "Müller", "utf-8"),
    (b"\x81\x8d", None, "\x81\x8d", "latin-1"),
]


@pytest.mark.parametrize(("data", "declared", "text", "encoding"), CASES)
def test_decode(data, declared, text, encoding):
    found = decode(data, declared)
    assert (found.text, found.encoding) == (text, encoding)


def test_a_wrong_declaration_is_said():
    assert "UTF-8" in decode("Müller".encode("cp1252"), "UTF-8").trouble


def test_the_person_has_the_last_word():
    assert decode("ü".encode(), forced="cp1252").text == "Ã¼"


@pytest.mark.parametrize("name", ["rot13", "utf-7", "zip", "nonsense", "", "ü", "\0", "undefined"])
def test_no_codec_for_nonsense(name):
    assert codec_name(name) is None


@given(st.binary(max_size=200), st.one_of(st.none(), st.text(max_size=12)))
def test_never_raises(data, declared):
    assert isinstance(decode(data, declared).text, str)
