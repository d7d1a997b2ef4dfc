"""A sentence with marks of what was taken out, to one without stumps.

A contact goes with the clause whose object it is ("or call us at …", "unter … anrufen"). Where it stood beside a clause
that is whole without it, only the words that led to it go. What could not be made whole gets a word in brackets.
"""

import re

from unrenew.shield.cleaning import INSERTED, MARKS
from unrenew.shield.doing import begins_with_doing, doings
from unrenew.shield.reaching import CONDITIONS, JOINING, MOTION, NOUNS, VERBS

_MARK = re.compile(rf"{INSERTED}?([{''.join(MARKS.values())}])")
_AND = (
    "and|or|then|but|und|oder|sowie|et|ou|puis|y|o|u|e|oppure|en|of|i|lub|albo|och|eller|og|ve|veya|ya da|и|или|либо"
    "|and then|and/or|und dann|et puis|y luego|e poi|e depois|ou então"
)
_CUT = re.compile(
    rf"(\s*[,;、，]\s*(?:(?:{_AND})\s+)?|\s+(?:{_AND})\s+|\s+[-–—]\s+|\s*\|\s*|\s+#(?=\w)|:\s+|\s*\((?=[^()]*\))|\)\s*)",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"(?<=[.!?…。！？])\s+|(?<=[。！？])")
_WORD = re.compile(r"[^\W_]+(?:[-'’:][^\W_]+)*")
_STUMP = re.compile(rf"\A(?:(?:{_AND})\s+)+", re.IGNORECASE)
_END = re.compile(r"[\s.!?…,;:()\]\"”’'。]*\Z")
_PLACEHOLDER = {"phone": "[number removed]", "url": "[address removed]", "email": "[address removed]"}
_ASIDE = re.compile(rf"\s*[(\[]\s*(?:{_MARK.pattern})\s*[)\]]")
_LEADING = re.compile(rf"([^\W_]+)\s{{0,2}}[:=]\s{{0,2}}(?={_MARK.pattern})")
_UNSPACED_VERBS = re.compile("電話|連絡|问い合わせ|お問い合わせ|致电|拨打|联系|전화|문의|연락")
_PRONOUNS = frozenset("it us them him her me uns ihn sie nous le la les nos lo ons oss now today".split())
_BEFORE_SIGN = re.compile(r"\s+([.,;:!?)])")
_ANDS = frozenset("and or und oder et ou y o e oppure en of i lub och eller og questions fragen preguntas".split())
_THERE = frozenset(
    "as there somewhere hier dort als ici là comme aquí como ali qui lì come daar tam där der burada".split()
)
_NEAR = 8
"""Words between a verb and its object, at most."""


def is_marked(text: str) -> bool:
    """Tell whether something was taken out of a text."""
    return _MARK.search(text) is not None


def is_cut(text: str) -> bool:
    """Tell whether words would go together with what was taken out of a text: it led to a contact."""
    return is_marked(text) and mended(text) != _spaced(_MARK.sub("", text))


def mended(text: str) -> str:
    """Return a text without marks: what only led to a contact goes too, to the last word of it if need be."""
    if not is_marked(text):
        return text
    kept = [_mended_sentence(one) if is_marked(one) else one for one in _SENTENCE.split(text)]
    return " ".join(one for one in kept if one and _WORD.search(one))


def _mended_sentence(sentence: str) -> str:
    sentence = _LEADING.sub(_unparted, _ASIDE.sub("", sentence))
    pieces = _CUT.split(sentence)
    clauses = pieces[::2]
    separators = ["", *pieces[1::2]]
    after = [*clauses[1:], ""]
    done = [
        _mended_clause(one, follows) if is_marked(one) else one for one, follows in zip(clauses, after, strict=True)
    ]
    if all(one is not None for one in done):
        whole = "".join(sep + (one or "") for sep, one in zip(separators, done, strict=True))
        return _spaced(_MARK.sub("", whole))
    return _spaced(_joined(_kept(separators, done), sentence))


def _unparted(match: re.Match[str]) -> str:
    """Take the colon out between a word of reaching and a contact: they are one."""
    word = match[1].lower()
    return f"{match[1]} " if word in VERBS or word in NOUNS or word in JOINING else match[0]


def _spaced(text: str) -> str:
    return _BEFORE_SIGN.sub(r"\1", " ".join(text.split()))


def _kept(separators: list[str], clauses: list[str | None]) -> list[tuple[str, str]]:
    """Return the clauses that stay, without the condition before one that went, or the aside behind it: "(toll"
    " free)".
    """
    kept: list[tuple[str, str]] = []
    gone = False
    for separator, clause in zip(separators, clauses, strict=True):
        sign = separator.strip()
        if clause is None:
            gone = True
            while kept and (_is_condition(kept[-1][1]) or (sign == ":" and _only_leads(kept[-1][1]))):
                kept.pop()
        elif gone and (sign == "(" or (sign == ")" and not begins_with_doing(clause))):
            continue
        else:
            gone = gone and not clause.strip()
            kept.append((separator, clause))
    return kept


def _is_condition(clause: str) -> bool:
    """Tell whether a clause is nothing on its own: "if nobody answers"."""
    word = _WORD.search(clause)
    return word is not None and word[0].lower() in CONDITIONS and not doings(clause)


def _only_leads(clause: str) -> bool:
    """Tell whether a clause only names a way to reach somebody: "Or Signal", "Call us", before a colon."""
    words = {word.lower() for word in _WORD.findall(clause)}
    return words <= VERBS | NOUNS | JOINING | _ANDS


def _joined(kept: list[tuple[str, str]], sentence: str) -> str:
    """Put the clauses that stay together, if they are something on their own; else return nothing."""
    while kept and not _stands(kept, sentence):
        kept = kept[1:]
    if not kept:
        return ""
    text = kept[0][1] + "".join(separator + clause for separator, clause in kept[1:])
    if not sentence.lstrip().startswith(text[:20].lstrip()):
        text = _STUMP.sub("", text, count=1)
    text = text.strip(" ,;:-–—(")
    mark = sentence.rstrip()[-1:]
    if mark in ".!?。" and not text.endswith(mark):
        text += mark
    return text[:1].upper() + text[1:]


def _stands(kept: list[tuple[str, str]], sentence: str) -> bool:
    """Tell whether the first clause left can begin a sentence: what began it, or something to do."""
    first = kept[0][1].strip()
    words = [word.lower() for word in _WORD.findall(first)]
    if not words:
        return False
    if words[0] in CONDITIONS and not doings(first):
        return len(kept) > 1 and any(doings(clause) for _, clause in kept[1:]) and sentence.lstrip().startswith(first)
    return begins_with_doing(first) or sentence.lstrip().startswith(kept[0][1].lstrip()[:40])


def _mended_clause(clause: str, follows: str) -> str | None:
    """Return one clause without its mark, or None where it goes with it."""
    match = _MARK.search(clause)
    if match is None:
        return clause
    kind = next(name for name, sign in MARKS.items() if sign == match[1])
    before, behind = clause[: match.start()], _MARK.sub("", clause[match.end() :])
    if match[0].startswith(INSERTED):
        return _without_inserted(before, behind, follows)
    words = [(word[0].lower(), word.start()) for word in _WORD.finditer(before)]
    names = [word for word, _ in words]
    if _is_object(names, behind, kind):
        return None
    led = len(names)
    while led and _leads(names[:led]):
        led -= 1
    led_by_noun = any(word in NOUNS for word in names[led:])
    rest = before[: words[led][1]] if led < len(words) else before
    if kind == "phone" and not led_by_noun and _WORD.search(behind) and not _is_joined(behind):
        return f"{before}{behind}"  # put into the middle of words that go on
    left = f"{rest.rstrip()} {behind.strip()}".strip()
    if not _says_enough(left, kind, led_by_noun=led_by_noun):
        return None
    if led == len(names) and names and _is_joined(behind) and begins_with_doing(names[-1]):
        return f"{before.rstrip()} {_PLACEHOLDER.get(kind, '[contact removed]')}{behind}"
    return left


_PARTICLES = frozenset("in on into inn ind an ein".split())
_SIGNING = frozenset("sign log signed logged signing logging logga loggar logg logger log sich dich euch".split())
"""With these before it a particle is a part of the verb: "sign in", "logga in", "melden Sie sich an"."""


def _leads(names: list[str]) -> bool:
    """Tell whether the last of some words only leads to what follows: "by", "on the number", but not "sign in"."""
    last, before = names[-1], names[-2] if len(names) > 1 else ""
    if last in _PARTICLES and before in _SIGNING:
        return False
    return (last in JOINING and last not in _PRONOUNS) or last in NOUNS


def _without_inserted(before: str, behind: str, follows: str) -> str | None:
    """Take out what was dressed with ornaments: its clause goes only where it ends right behind a verb of calling."""
    names = [word.lower() for word in _WORD.findall(before)]
    while names and names[-1] not in VERBS and (names[-1] in JOINING or names[-1] in NOUNS):
        names.pop()
    ends = _END.match(behind) is not None or _is_joined(behind)
    if names and names[-1] in VERBS and ends:
        return None
    if not _WORD.search(before) and not _WORD.search(behind) and not _WORD.search(follows):
        return None
    return f"{before.rstrip()}{'' if behind[:1] in '.,;:!?)' else ' '}{behind.lstrip()}"


def _is_joined(behind: str) -> bool:
    """Tell whether what follows a contact only says when, why or for whom."""
    word = _WORD.search(behind)
    return word is None or word[0].lower() in JOINING or word[0].lower() in CONDITIONS or word[0].lower() in _THERE


def _is_object(names: list[str], behind: str, kind: str) -> bool:
    """Tell whether the clause is there for the contact: a verb of reaching before or right behind, or going there."""
    if VERBS.intersection(names[-_NEAR - 1 :]) or (names and names[0] in VERBS):
        return True
    if not behind.isascii() and _UNSPACED_VERBS.search(behind):
        return True
    after = [word.lower() for word in _WORD.findall(behind)][:3]
    if VERBS.intersection(after[:2] if names else after):
        return True
    if kind in {"phone", "email"}:
        return names[-2:] == ["go", "to"]
    close = names[-3:]
    while close and close[-1] in JOINING and close[-1] not in MOTION:
        close.pop()
    return bool(close) and close[-1] in MOTION


def _says_enough(left: str, kind: str, *, led_by_noun: bool) -> bool:
    """Tell whether a clause is more than a stump without the words that led to its contact."""
    words = [word.lower() for word in _WORD.findall(left)]
    telling = [word for word in words if word not in JOINING and word not in NOUNS]
    if doings(left):
        return kind == "url" or len(telling) >= 2
    return len(telling) >= 2 and not led_by_noun
