"""A file that is no statement gets one plain line; good files beside it are read."""

import os

import pytest

from unrenew.errors import ReadError, UnsafeFileError, UsageError
from unrenew.readers import Hints, read_statement, read_statements
from unrenew.readers.sources import MAX_BYTES

NOT_STATEMENTS = {
    "empty.csv": (b"", "empty"),
    "blank.ofx": (b"\r\n \n\x00", "empty"),
    "a.zip": (b"PK\x03\x04aaaa", "ZIP"),
    "a.xls": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100), "Excel"),
    "a.pdf": (b"%PDF-1.7\n", "PDF"),
    "a.png": (b"\x89PNG\r\n", "picture"),
    "a.gz": (b"\x1f\x8b\x08", "gzip"),
    "a.db": (b"SQLite format 3\x00", "database"),
    "binary.qfx": (bytes(range(256)) * 8, "binary"),
    "page.html": (b"<!DOCTYPE html><html><body>Please log in</body></html>", ""),
}


@pytest.mark.parametrize("name", NOT_STATEMENTS)
def test_refused_in_one_line(tmp_path, name):
    data, word = NOT_STATEMENTS[name]
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(ReadError) as caught:
        read_statement(path)
    text = str(caught.value)
    assert text.startswith(str(path))
    assert word in text
    assert "\n" not in text
    assert caught.value.hint


def test_folder_missing_and_device(tmp_path):
    for path, word in (
        (tmp_path, "folder"),
        (tmp_path / "none", "exist"),
        ("/dev/null", "ordinary"),
        ("a\0b", "cannot"),
    ):
        with pytest.raises(ReadError, match=word):
            read_statement(path)


def test_too_large_is_not_opened(tmp_path):
    path = tmp_path / "large.csv"
    with path.open("wb") as file:
        os.truncate(file.fileno(), 2 * 1024**3)
    assert path.stat().st_size > MAX_BYTES
    with pytest.raises(UnsafeFileError, match="MiB"):
        read_statement(path)


def test_refusals_come_in_order(tmp_path):
    found = read_statements([tmp_path / "a", tmp_path / "b"])
    assert [refusal.path for refusal in found.refusals] == [str(tmp_path / "a"), str(tmp_path / "b")]
    assert found.statements == ()


def test_unknown_format_name(tmp_path):
    path = tmp_path / "x"
    path.write_text("x")
    with pytest.raises(UsageError, match="nonsense"):
        read_statement(path, hints=Hints(), format_name="nonsense")
