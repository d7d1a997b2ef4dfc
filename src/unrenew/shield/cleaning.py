"""A text without its contacts, ornaments and marks of style."""

import re
from collections.abc import Iterable, Mapping

from unrenew.model.contacts import Span, Verdict
from unrenew.shield.folding import decode
from unrenew.shield.glyphs import FILL

_ORNAMENT = re.compile("[^\\w\\s.,;:!?'\"’”)]|_")
_REACH = 40
"""How far before a contact ornaments are taken with it."""
_ORNAMENT_AFTER = re.compile(r"(?:[)}>⟧⟩║|★⇢~^=*]|\](?!\())*")
_LINK = re.compile(r"!?\[((?:\\.|[^\[\]\\\n])*)\]\([^()\s]*(?:\s+\"[^\"\n]*\")?\)")
_TAG = re.compile(r"<[a-zA-Z/!][^<>]*>")
_EMOJI = re.compile(
    "[\u2190-\u21ff\u2300-\u23ff\u2460-\u24ff\u25a0-\u27bf\u2900-\u297f\u2b00-\u2bff\ufe0f\u200d\u20e3"
    "\U0001f000-\U0001faff\U000e0020-\U000e007f]+"
)
_MARKS = re.compile("[™®℠℗©]|\\(tm\\)|\\(r\\)", re.IGNORECASE)
STARS = r"(?<![A-Z0-9]{2})\*+|\*+(?![A-Z0-9]{2})"
"""Stars of emphasis; one between capitals is of a statement's line: `ACM*NETFLIX`."""
_EMPHASIS = re.compile(rf"{STARS}|(?<!\w)_{1, 3}|_{1, 3}(?!\w)|~~|`+")
_EMPTY = re.compile(r"\[(?![^\[\]]*\])|[\[({<]\s*[\])}>]|[\[{(<]{2,}|[\])}>]{2,}")
_DECOR = re.compile(r"[«»❥➤✦•♦◆★☆║]+|\|{2,}|\{[^{}]{0,60}\}")
_AUTOLINK = re.compile(r"<((?:https?://|mailto:)[^<>\s]{1,400})>", re.IGNORECASE)
_REFERENCE = re.compile(r"\[([^\[\]\n]{1,200})\]\[[^\[\]\n]{0,40}\]")
_ARROW = re.compile(r"(?<=\S)[ \t]*(?:[→›»▸⇒➔➜➤►]|->|=>|-->)+[ \t]*(?=\S)")
_CONTROL = re.compile(
    "\x1b\\[[0-9;?]*[A-Za-z]|\x1b\\][^\x07\x1b]*(?:\x07|\x1b\\\\)?"
    "|[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]"
)
_PATH = re.compile(r"[→›▸⇒➔➜➤►]|\s[-=]{1,2}>\s|\w\s»\s\w")
INSERTED = "\ue00f"
"""Before a mark: the contact was dressed with ornaments."""
MARKS = {"phone": "\ue010", "url": "\ue011", "email": "\ue012", "messenger": "\ue013"}
"""Characters of private use: one stands where a contact of its kind was."""
_PLAIN_SIGNS = re.compile(r"(?<![*_])[*_]{1,2}(?![*_])|[\s<`–—-]")
_NO_MARKS = dict.fromkeys(map(ord, (INSERTED, *MARKS.values())))
_CODE_BEFORE = re.compile(
    r"(?:tel|sms|facetime|callto|mailto|whatsapp|viber):(?://)?\Z|(?<![\w.,$€£])\+?1?[x*#. -]{0,2}(?<=[1x*#+])\Z"
)
_EXTENSION = re.compile(
    r"(?:[+-][0-9]{1,3}\b|-(?:zero|oh|one|two|three|four|five|six|seven|eight|nine)\b)?"
    r"(?:,?\s{0,2}(?:ext\.?|extension|durchwahl|poste|int\.|x)\s{0,2}[0-9]{1,5}\b)?",
    re.IGNORECASE,
)
_NEXT_ITEM = re.compile(r"\n\s*[0-9]{1,2}[.)]\s")
_SCHEME = re.compile(r"(?:tel|sms|facetime|callto)", re.IGNORECASE)
_ONLY_LEADS = re.compile(
    r"[^\w\n]*|[^\n]*[0-9][^\n]{0,4}(?:[0-9][^\n]{0,4}){5}[^\n]*|[^\s]+\.[a-z]{2,}\S*|[^\s]+@[^\s]+"
    r"|(?:click |tap |or |klicken sie |clique[rz] |haz clic |clic |clicca )?(?:right )?(?:here|this link|the link"
    r"|this|link|hier"
    r"|ici|aquí|aqui|qui|tutaj|här|her|burada|тут|здесь|ce lien|este enlace|こちら)(?: now)?"
    r"|(?:please )?(?:call|phone|dial|ring|text|chat|e?-?mail|message|contact|whatsapp|telegram|anrufen|jetzt anrufen"
    r"|appelez|llama|llame|ligue|chiama|bel)(?: (?:us|now|today|here|with us|support|an agent|me|nous|nos|ahora"
    r"|agora|ons|now))*",
    re.IGNORECASE,
)
"""Labels of links that are nothing without the target: digits, an address, "here", "call now"."""
_BEFORE_WORD = re.compile(r"[^\W\d_]+\Z")
_AFTER_WORD = re.compile(r"[^\w\n]*([^\W\d_]+)")


def unmarked(text: str) -> str:
    """Return a text without the marks of what was taken out."""
    return text.translate(_NO_MARKS)


def marked(text: str, removed: Iterable[Verdict], notes: Mapping[int, str] | None = None) -> str:
    """Return a text with a mark in place of every contact to remove: `stumps` takes away what only led to it.

    `notes` are words to put behind a place, such as whose number it is.
    """
    spans = [(*_whole(text, start, end), MARKS[v.contact.kind]) for v in removed for start, end in v.contact.spans]
    spans += _links(text, [(start, end) for start, end, _ in spans])
    waiting = sorted((notes or {}).items(), reverse=True)
    parts: list[str] = []
    done = 0
    for start, end, mark in _wider(text, sorted(spans)):
        if start < done:
            continue
        while waiting and waiting[-1][0] <= start:
            place, words = waiting.pop()
            parts += [text[done:place], words]
            done = max(done, place)
        parts.append(text[done:start])
        done = _joined_word(text, start, end, parts, mark)
    for place, words in reversed(waiting):
        parts += [text[done:place], words]
        done = max(done, place)
    return "".join(parts) + text[done:]


def _whole(text: str, start: int, end: int) -> Span:
    """Return a place with what belongs to the contact: a code before it, an extension behind it."""
    line = text.rfind("\n", start, end)
    if line > 0 and _NEXT_ITEM.match(text, line):
        end = line  # the number of the next item is none of it
    while end - start > 3 and text[end - 1] in ".,:!?":
        end -= 1
    before = _CODE_BEFORE.search(text, max(0, start - 14), start)
    after = _EXTENSION.match(text, end)
    return before.start() if before else start, after.end() if after else end


def _links(text: str, spans: list[Span]) -> list[tuple[int, int, str]]:
    """Return the links of Markdown whose target goes, with their labels where those are nothing without it."""
    if "](" not in text or not spans:
        return []
    starts = sorted(spans)
    found: list[tuple[int, int, str]] = []
    place = 0
    for match in _LINK.finditer(text):
        while place < len(starts) and starts[place][1] <= match.start():
            place += 1
        at = place
        while at < len(starts) and starts[at][0] < match.end():
            if starts[at][0] > match.end(1) and _ONLY_LEADS.fullmatch(match[1].strip(" *_`")[:200]):
                scheme = _SCHEME.match(text, match.end(1) + 2)
                found.append((match.start(), match.end(), MARKS["phone"] if scheme else MARKS["url"]))
                break
            at += 1
    return found


def _wider(text: str, spans: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Take the ornaments around each contact too, and put together those that then touch.

    A contact dressed with ornaments is marked so: it was put in, and what is around it is whole without it.
    """
    wide: list[tuple[int, int, str]] = []
    for at, to, mark in spans:
        start = _dressing(text, at)
        after = _ORNAMENT_AFTER.match(text, to)
        end = after.end() if after else to
        dressed = INSERTED + mark if _is_dressed(text[start:at], text[at:to]) else mark
        if wide and start <= wide[-1][1]:
            wide[-1] = (wide[-1][0], max(end, wide[-1][1]), wide[-1][2])
        else:
            wide.append((start, end, dressed))
    return wide


def _dressing(text: str, at: int) -> int:
    """Return where the ornaments before a contact begin, with two spaces at most between and behind them."""
    start = at
    while start > max(0, at - _REACH):
        left = start
        while left and start - left < len("  ") and text[left - 1] in " \t":
            left -= 1
        if not left or not _ORNAMENT.match(text, left - 1):
            break
        start = left - 1
    return start


def _is_dressed(ornament: str, contact: str) -> bool:
    """Tell whether signs before a contact are more than bold print, a dash, or the bracket of an area code."""
    if ornament.strip() == "(" and ")" in contact:
        return False
    return _PLAIN_SIGNS.sub("", ornament) != ""


def _joined_word(text: str, start: int, end: int, parts: list[str], mark: str) -> int:
    """Join the two halves of a word that a contact had cut; else leave its mark. Return where to go on."""
    left = _BEFORE_WORD.search(text, max(0, start - 30), start)
    right = _AFTER_WORD.match(text, end)
    if left and right:
        whole = left[0] + right[1]
        if _is_word(whole, text) and not _is_word(left[0], text, but=start):
            return right.start(1)
    spaced = bool(parts and parts[-1] and not parts[-1][-1].isspace())
    parts.append(f" {mark}" if spaced else mark)
    if text[end : end + 1].isalnum():
        parts.append(" ")
    return end


def _is_word(word: str, text: str, but: int = -1) -> bool:
    """Tell whether a word stands in the text on its own, elsewhere than right before the place `but`."""
    for match in re.finditer(rf"(?<![\w'’]){re.escape(word)}(?![\w'’])", text, re.IGNORECASE):
        if match.end() != but:
            return True
    return False


def tidy(line: str) -> str:
    """Return one line without links, marks, emoji and emphasis, in plain letters, menu paths with one sign."""
    line = _CONTROL.sub("", decode(line).replace(FILL, ""))
    line = _LINK.sub(lambda match: match[1].replace("\\", ""), line)
    line = _REFERENCE.sub(r"\1", _AUTOLINK.sub(r"\1", line))
    line = _TAG.sub(" ", _ARROW.sub(" > ", line) if _PATH.search(line) else line)
    for pattern in (_EMOJI, _MARKS, _EMPHASIS, _DECOR, _EMPTY):
        line = pattern.sub(" " if pattern in {_EMOJI, _DECOR} else "", line)
    line = line.replace("\\", "")
    if line.count("[") != line.count("]"):
        line = line.replace("[", "").replace("]", "")
    line = re.sub(r"\s+([.,;:!?])", r"\1", " ".join(line.split()))
    return re.sub(r"(?:> ){2,}", "> ", line).strip(" -–—·|#>=").lstrip("+ ")
