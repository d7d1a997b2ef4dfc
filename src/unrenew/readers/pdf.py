"""The text layer of a PDF, read in a child process with limits."""

import json
import subprocess
import sys
from collections.abc import Sequence

from unrenew.errors import DamagedFileError, UnsafeFileError
from unrenew.model.contacts import Document
from unrenew.model.values import Problem

SECONDS = 20
MEGABYTES = 1024
MOST_PAGES = 400
MOST_CHARACTERS = 4_000_000

_CHILD = f"""
import json, sys
try:
    import resource
    resource.setrlimit(resource.RLIMIT_AS, ({MEGABYTES} << 20, {MEGABYTES} << 20))
    resource.setrlimit(resource.RLIMIT_CPU, ({SECONDS}, {SECONDS}))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
except (ImportError, ValueError, OSError):
    pass
import pypdfium2
data = sys.stdin.buffer.read()
try:
    pdf = pypdfium2.PdfDocument(data)
    pages, size, links = [], 0, []
    for number in range(min(len(pdf), {MOST_PAGES})):
        text = pdf[number].get_textpage().get_text_range()
        pages.append(text)
        size += len(text)
        if size > {MOST_CHARACTERS}:
            break
    title = pdf.get_metadata_dict().get("Title") or None
    out = {{"pages": pages, "all": len(pdf), "title": title}}
except (pypdfium2.PdfiumError, MemoryError, ValueError) as error:
    out = {{"error": type(error).__name__ + ": " + str(error)[:200]}}
sys.stdout.write(json.dumps(out))
"""


def read_pdf(data: bytes, name: str) -> tuple[Sequence[Document], Sequence[Problem]]:
    """Return the text of a PDF. Nothing in it is executed or fetched; a bomb ends with the child process.

    Raises UnsafeFileError where it takes too much, DamagedFileError where it cannot be read.
    """
    try:
        child = subprocess.run(  # noqa: S603 our own interpreter and program text; the file goes in by a pipe
            [sys.executable, "-I", "-c", _CHILD], input=data, capture_output=True, timeout=SECONDS + 5, check=False
        )
    except subprocess.TimeoutExpired:
        raise UnsafeFileError(f"reading this PDF took more than {SECONDS} seconds", where=name) from None
    if child.returncode != 0:
        raise UnsafeFileError("reading this PDF took too much memory or time", where=name)
    answer: dict[str, object] = json.loads(child.stdout or b"{}")
    if "error" in answer or not answer:
        what = str(answer.get("error", "empty answer"))
        raise DamagedFileError(f"this PDF could not be read ({what})", where=name)
    return _document(answer, name)


def _document(answer: dict[str, object], name: str) -> tuple[Sequence[Document], Sequence[Problem]]:
    given = answer["pages"]
    pages = [str(page) for page in given] if isinstance(given, list) else []  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType] JSON
    text = "\n\n".join(pages).replace("\r\n", "\n").replace("\x00", "")
    problems: list[Problem] = []
    if not text.strip():
        problems.append(
            Problem(where=name, what="this PDF has no text, only pictures: what stands in them was not read")
        )
    total = int(str(answer["all"]))
    if len(pages) < total:
        problems.append(Problem(where=name, what=f"only the first {len(pages)} of {total} pages were read"))
    title = answer.get("title")
    return (Document(name=name, text=text, title=str(title) if title else None),), tuple(problems)
