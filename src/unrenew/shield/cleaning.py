"""A text without its contacts, ornaments and marks of style."""

import re

from unrenew.model.contacts import Screening, Span
from unrenew.shield.folding import decode
from unrenew.shield.glyphs import FILL

_ORNAMENT_BEFORE = re.compile(
    r"[^\w\s.,;:!?'\"’”)]*(?:[\u2600-\u27bf\U0001f300-\U0001faff\ufe0f*_~|║★⇠⟦⟨<>\[({+=#@^-]+[ \t]{0,2})*$"
)
_ORNAMENT_AFTER = re.compile(r"(?:[)}>⟧⟩║|★⇢~^=*]|\](?!\())*")
_LINK = re.compile(r"!?\[((?:\\.|[^\[\]\\\n])*)\]\([^()\s]*\)")
_TAG = re.compile(r"<[a-zA-Z/!][^<>]*>")
_EMOJI = re.compile(
    "[\u2190-\u21ff\u2300-\u23ff\u2460-\u24ff\u25a0-\u27bf\u2900-\u297f\u2b00-\u2bff\ufe0f\u200d\u20e3"
    "\U0001f000-\U0001faff\U000e0020-\U000e007f]+"
)
_MARKS = re.compile("[™®℠℗©]|\\(tm\\)|\\(r\\)", re.IGNORECASE)
_EMPHASIS = re.compile(r"\*{1,3}|(?<!\w)_{1,3}|_{1,3}(?!\w)|~~|`+")
_EMPTY = re.compile(r"\[(?![^\[\]]*\])|[\[({<]\s*[\])}>]|[\[{(<]{2,}|[\])}>]{2,}")
_DECOR = re.compile(r"[«»❥➤✦•♦◆★☆║]+|\|{2,}|\{[^{}]{0,60}\}")
_BEFORE_WORD = re.compile(r"[^\W\d_]+\Z")
_AFTER_WORD = re.compile(r"[^\w\n]*([^\W\d_]+)")


def without_contacts(text: str, screening: Screening) -> str:
    """Return a text without every contact that is not official; words that one had cut in two are whole again."""
    spans = sorted((start, end) for v in screening.verdicts if v.word != "official" for start, end in v.contact.spans)
    parts: list[str] = []
    done = 0
    for start, end in _wider(text, spans):
        if start < done:
            continue
        parts.append(text[done:start])
        done = _joined_word(text, start, end, parts)
    return "".join(parts) + text[done:]


def _wider(text: str, spans: list[Span]) -> list[Span]:
    """Take the ornaments around each contact too, and put together those that then touch."""
    wide: list[Span] = []
    for at, to in spans:
        before = _ORNAMENT_BEFORE.search(text, max(0, at - 40), at)
        start = before.start() if before else at
        after = _ORNAMENT_AFTER.match(text, to)
        end = after.end() if after else to
        if wide and start <= wide[-1][1]:
            wide[-1] = (wide[-1][0], max(end, wide[-1][1]))
        else:
            wide.append((start, end))
    return wide


def _joined_word(text: str, start: int, end: int, parts: list[str]) -> int:
    """Join the two halves of a word that a contact had cut; else leave one space. Return where to go on."""
    left = _BEFORE_WORD.search(text, max(0, start - 30), start)
    right = _AFTER_WORD.match(text, end)
    if left and right:
        whole = left[0] + right[1]
        if _is_word(whole, text) and not _is_word(left[0], text, but=start):
            return right.start(1)
    if parts and parts[-1] and not parts[-1][-1].isspace() and text[end : end + 1].isalnum():
        parts.append(" ")
    return end


def _is_word(word: str, text: str, but: int = -1) -> bool:
    """Tell whether a word stands in the text on its own, elsewhere than right before the place `but`."""
    for match in re.finditer(rf"(?<![\w'’]){re.escape(word)}(?![\w'’])", text, re.IGNORECASE):
        if match.end() != but:
            return True
    return False


def tidy(line: str) -> str:
    """Return one line without links, marks, emoji and emphasis, in plain letters."""
    line = decode(line).replace(FILL, "")
    line = _LINK.sub(lambda match: match[1].replace("\\", ""), line)
    line = _TAG.sub(" ", line)
    for pattern in (_EMOJI, _MARKS, _EMPHASIS, _DECOR, _EMPTY):
        line = pattern.sub(" " if pattern in {_EMOJI, _DECOR} else "", line)
    line = line.replace("\\", "")
    if line.count("[") != line.count("]"):
        line = line.replace("[", "").replace("]", "")
    line = re.sub(r"\s+([.,;:!?])", r"\1", " ".join(line.split()))
    return line.strip(" -–—·|#>=+")
