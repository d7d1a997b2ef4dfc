"""The providers that a text names, and the one that it is about."""

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from unrenew.directory import Directory
from unrenew.model.contacts import Contact
from unrenew.shield.brand_names import PLANS, SELLERS, Grade, Name, names_of
from unrenew.shield.glyphs import BRAND_LETTERS
from unrenew.shield.languages import ENGLISH, LANGUAGES
from unrenew.shield.publishing import anybody_writes_there

_LATIN = str.maketrans(BRAND_LETTERS)
_LIKE_LATIN = re.compile(f"[{''.join(BRAND_LETTERS)}]")
_LETTER = re.compile("[0-9a-z\u00df-\u024f]")
_PLUS = re.compile("\\+|(?<![0-9a-z\u00df-\u024f])plus(?![0-9a-z\u00df-\u024f])")
_ASCII_TOKEN = re.compile("[0-9a-z]+|\\+")
_TOKEN = re.compile("[0-9a-z\u00df-\u024f]+|\\+|[^\\W_0-9a-z\u00df-\u024f]+")
"""A word of Latin letters, a plus, or a word of any other script: these need no space between them."""
_ABOUT = re.compile(
    r"(?<![^\W_])(?:cancel|unsubscri|subscri|member|account|re(?:new|fund)|auto-?renew|trial|plans?\b|billing|charg"
    r"|downgrad|terminat|leav|quit|end(?:ed|ing)?\b|stop|paus|delet|clos|turn|sign|log|rid of|payment|contract"
    r"|support\b|help|desk\b|hotline|customer|service|kunden|atención|servicio|assisten"
    r"|kündig|kuendig|abo(?![^\Wns])|abonn|konto|mitglied|vertrag|abbestell|abmeld|beend|lösch|widerruf|verläng"
    r"|désactiv|renouvel"
    r"|résili|resili|annul|désabonn|désinscri|rembours|compte\b|adhés|arrêt"
    r"|darse|baja\b|suscri|cuenta|reembols|renov|disd|abbonam|recess|rimbors|rinnov|assinat|conta\b"
    r"|opzeg|opge|abonnement|beëindig|stopzet|stopge|verleng|rezygn|zrezyg|anulo|subskr|wypowie|odnow"
    r"|säg|uppsäg|avslut|prenum|medlem|opsig|avbest|peru|tilau|irtisan|iptal|abonel|üyel|отмен|подпис|отказ|скас)"
    r"|解約|退会|キャンセル|解除|取消|订阅|退订|续费|해지|구독|취소|탈퇴",
    re.IGNORECASE,
)
"""Words of leaving and of having a subscription, in the languages of guides."""
_ORDINARY = PLANS | ENGLISH | frozenset(word for words in LANGUAGES.values() for word in words.split())
_REACH = re.compile(
    r"(?<![^\W_])(?:call|talk|phone|number|contact|chat|rufnummer|anruf|numéro|número|numero)", re.IGNORECASE
)
_LONG = 6
"""Letters of a plain word that is more often a name than anything else, when it is capitalised."""
_GLUED = frozenset("./@=&?%_")
_CAPITAL = re.compile(r"(?<![\w.@/])[A-Z\u00c0-\u00de][\w+-]*")
_NEAR = 60
_SURE = 2
_CLOSE = 28
_PARTED = re.compile(r"[.!?:;,|(\[\"“”„»«*_#>/-]\s*\Z|\n\s*\Z|\A\s*\Z")
_BEGINS = re.compile(r"[.!?:|*#>-]\s*\Z|\n\s*\Z|\A\s*\Z")


class Named(NamedTuple):
    """A provider or seller that a text names, and where."""

    owner: str
    start: int


class _Place(NamedTuple):
    """Where a name stands in a text, and the words beside it."""

    text: str
    low: str
    start: int
    end: int
    before: str
    after: str


def names_in(text: str, directory: Directory) -> tuple[Named, ...]:
    """Return the providers and sellers that a text names, one for each place, look-alike letters read as Latin ones."""
    low = _low(text)
    names = names_of(directory)
    words = (_ASCII_TOKEN if text.isascii() else _TOKEN).findall(low)
    firsts = names.firsts
    hits = [at for at, word in enumerate(words) if word in firsts]
    if not hits:
        return ()
    if "+" in words:
        words = ["plus" if word == "+" else word for word in words]
    found: list[Named] = []
    done, start = 0, -1
    for at in hits:
        start = _place_of(words[at], low, start + 1)
        name = _longest(names.by_first[words[at]], words, at) if at >= done else None
        if name is None or (start and low[start - 1] in _GLUED and _in_address(low, start)):
            continue
        if name.grade is Grade.SURE or _meant(name, _placed(name, words, at, (text, low, start))):
            found.append(Named(name.owner, start))
            done = at + len(name.words)
    return tuple(found)


def _in_address(low: str, start: int) -> bool:
    """Tell whether a word stands within an address: what is glued to it there names nobody."""
    chunk = low[max(0, start - 60) : start].rsplit(maxsplit=1)[-1]
    return chunk[-1] != "/" or "." in chunk or "://" in chunk


def _placed(name: Name, words: list[str], at: int, where: tuple[str, str, int]) -> _Place:
    text, low, start = where
    end = start
    for word in name.words:
        end = _place_of(word, low, end) + (
            1 if word == "plus" and low[end : end + 2].lstrip()[:1] == "+" else len(word)
        )
    last = at + len(name.words)
    return _Place(text, low, start, end, words[at - 1] if at else "", words[last] if last < len(words) else "")


def _place_of(word: str, low: str, start: int) -> int:
    """Return where a word that the text has stands next; a plus may be a sign."""
    if word == "plus":
        sign = _PLUS.search(low, start)
        return sign.start() if sign else start
    at = low.find(word, start)
    while at >= 0 and ((at and _LETTER.match(low, at - 1)) or _LETTER.match(low, at + len(word))):
        at = low.find(word, at + len(word))
    return max(at, start)


def counts_of(names: Iterable[Named], directory: Directory, *, sellers: bool = True) -> dict[str, int]:
    """Return how often each provider is named, in the order in which they come."""
    found: dict[str, int] = {}
    for one in names:
        if sellers or directory.providers[one.owner].kind not in SELLERS:
            found[one.owner] = found.get(one.owner, 0) + 1
    return found


def _low(text: str) -> str:
    """Return a text in lower case and of the same length, look-alike letters read as Latin ones."""
    if text.isascii():
        return text.lower()
    read = text.translate(_LATIN) if _LIKE_LATIN.search(text) else text
    low = read.lower()
    return low if len(low) == len(read) else "".join(char.lower()[0] for char in read)


def _longest(names: Iterable[Name], words: list[str], at: int) -> Name | None:
    for one in names:
        if len(one.words) == 1 or tuple(words[at : at + len(one.words)]) == one.words:
            return one
    return None


def _meant(name: Name, place: _Place) -> bool:
    """Tell whether a name is meant as one where it stands: the plainer the word, the more must speak for it."""
    if name.words[0] == "the":  # "The Guardian", but neither "the guardian" nor "The Guardian Angel Fund"
        return place.text[place.end - len(name.words[-1])].isupper() and not _names_another(
            place.after, place, behind=True
        )
    capital = place.text[place.start].isupper() or not place.text[place.start].isascii()
    if name.grade is Grade.TELLING:
        return capital or _about(place, _CLOSE)
    return _stands_as_name(place) if capital else _among_small_letters(place)


def _about(place: _Place, reach: int) -> bool:
    """Tell whether a word of leaving or subscribing stands near, on the same line."""
    before = place.text[max(0, place.start - reach) : place.start].rpartition("\n")[2]
    after = place.text[place.end : place.end + reach].partition("\n")[0]
    return _ABOUT.search(before) is not None or _ABOUT.search(after) is not None


def _stands_as_name(place: _Place) -> bool:
    """Tell whether a capitalised word is a name of its own: no part of a longer one, no first word of a sentence."""
    left = place.text[max(0, place.start - 4) : place.start]
    right = place.text[place.end : place.end + 3]
    spaced = right[:1] == " " and right.lstrip()[:1].isalnum()
    if not _PARTED.search(left) and _names_another(place.before, place, behind=False):
        return False
    if spaced and _names_another(place.after, place, behind=True):
        return False
    begins = spaced and _BEGINS.search(left) is not None
    compound = right[:1] == "-" and right[1:2].isalpha()
    if (begins or compound) and not _is_ordinary(place.after, about=True):
        return False
    return _about(place, _NEAR) or (place.end - place.start >= _LONG and _reached(place))


def _reached(place: _Place) -> bool:
    line = place.text[max(0, place.start - _NEAR) : place.end + _NEAR]
    return _REACH.search(line) is not None


def _names_another(word: str, place: _Place, *, behind: bool) -> bool:
    """Tell whether a neighbour is capitalised and no usual word: then both are one name, and another one."""
    at = place.low.find(word, place.end) if behind else place.low.rfind(word, 0, place.start)
    return bool(word) and place.text[at].isupper() and not _is_ordinary(word)


def _is_ordinary(word: str, *, about: bool = False) -> bool:
    if word in PLANS or _ABOUT.match(word) is not None:
        return True
    return not about and (word in _ORDINARY or word.isdigit())


def _among_small_letters(place: _Place) -> bool:
    """Tell whether a plain word is a name on a line without capitals: right beside a word of leaving."""
    start = place.text.rfind("\n", 0, place.start) + 1
    end = place.text.find("\n", place.end)
    line = place.text[start : end if end >= 0 else len(place.text)]
    if len(line) > 200 or line != line.lower():
        return False
    return any(_ABOUT.match(word) is not None for word in (place.before, place.after) if word)


def subject_of(
    names: Iterable[Named], title: tuple[int, str], contacts: Iterable[Contact], directory: Directory
) -> str | None:
    """Return the provider that a text is about: named in its title, else most often; its addresses count as names.

    Sellers count in the title alone, as most texts that name one are about what was bought there. A title that names
    something unknown takes more than a word in passing. `title`: where it stands, and its words.
    """
    names = tuple(names)
    start, end = title[0], title[0] + len(title[1])
    titled = counts_of((one for one in names if start <= one.start < end), directory)
    counts = counts_of(names, directory)
    own = _own(titled, directory) if titled else titled
    if own:
        return max(own, key=lambda one: own[one] + counts.get(one, 0))
    addresses = _owners(contacts, directory)
    counts = _with(counts, addresses) if addresses else counts
    if titled:
        seller = max(titled, key=lambda one: counts.get(one, 0))
        return next((one for one in counts if directory.providers[one].parent == seller), seller)
    pool = _own(counts, directory)
    best = max(pool, key=lambda one: pool[one], default=None)
    return None if best is None or (pool[best] <= _SURE and _names_unknown(title[1])) else best


def _names_unknown(title: str) -> bool:
    """Tell whether a title has a capitalised word, not its first, that is no usual one."""
    first, *rest = [match[0].lower() for match in _CAPITAL.finditer(title.strip(" #*"))] or [""]
    begins = title.strip(" #*")[: len(first)].lower() == first
    return any(not _is_ordinary(word) for word in (rest if begins else [first, *rest]) if word)


def _own(counts: Mapping[str, int], directory: Directory) -> dict[str, int]:
    return {one: count for one, count in counts.items() if directory.providers[one].kind not in SELLERS}


def _with(counts: dict[str, int], more: dict[str, int]) -> dict[str, int]:
    return {one: counts.get(one, 0) + more.get(one, 0) for one in (*counts, *more)}


def _owners(contacts: Iterable[Contact], directory: Directory) -> dict[str, int]:
    """Return whose addresses and numbers stand in a text, where they speak for their owner; each weighs two names."""
    found: dict[str, int] = {}
    owners = directory.owners
    for one in contacts:
        owner: str | None = None
        if one.kind == "phone":
            known = owners.contacts.get(("phone", one.value))
            owner = known.provider if known else None
        elif one.kind != "messenger" and one.shown is None:
            host = one.host
            owned = owners.domain(host)
            owner = owned[0] if owned and anybody_writes_there(host, one.value) is None else None
        if owner:
            found[owner] = found.get(owner, 0) + _SURE * len(one.spans)
    return found
