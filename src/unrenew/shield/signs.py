"""What shows that a contact was planted: each sign in words."""

import re
import unicodedata
from dataclasses import dataclass

from unrenew.model.contacts import Contact
from unrenew.shield.glyphs import FILL
from unrenew.shield.numbering import main_country
from unrenew.shield.plans import split
from unrenew.shield.scenes import Scene, near_domain, near_number
from unrenew.shield.vanity import DIALLED


@dataclass(frozen=True, slots=True)
class Sign:
    """One sign. Signs of one `family` count once; `own` is about this contact, the rest about the text around it."""

    family: str
    words: str
    own: bool = True


_NO_DISGUISE = frozenset({"in a web address", "in a part that is not shown", DIALLED})
"""Ways of writing a number that firms use for their own."""
_LEFT = re.compile(r"([^\w.!?:;\n]*)([^\W\d_]+)")
"""What stands before a place, read from there backwards."""
_RIGHT = re.compile(r"([^\w.!?\n]*)([^\W\d_]+)")
_INTRODUCES = frozenset(
    "at call calling called dial dialing dialling number numbers no on to"
    " is or and via phone telephone tel fax line by contact hotline helpline"
    " toll free us them us ring reach with text mobile cell from"
    " through using whatsapp sms support service care desk center centre"
    " nummer telefon unter rufen tel oder und bei der die an numéro"
    " au le ou et par téléphone número al o y del por teléfono"
    " numero il e allo di ao ligue pelo bel naar op".split()
)
_CONTINUES = frozenset(
    "or and for to ext extension if from monday weekdays toll between during when is oder und ou et o y e".split()
)
_DIGITS = re.compile("[0-9]+")
_ORDINARY = re.compile(r"odd separators \([ ·•|/~]+\)")
"""Signs between groups that letterheads have too."""
_STYLE = "digits of another style or script"
_SCRIPTS_OF = {
    "ARABIC-INDIC": ("ARABIC",),
    "EXTENDED": ("ARABIC",),
    "FULLWIDTH": ("CJK", "HIRAGANA", "KATAKANA", "HANGUL"),
    **{
        script: (script,)
        for script in "DEVANAGARI BENGALI GURMUKHI GUJARATI ORIYA TAMIL TELUGU KANNADA MALAYALAM THAI LAO TIBETAN"
        " MYANMAR KHMER MONGOLIAN SINHALA NKO".split()
    },
}
"""The digits of which scripts stand in texts of which: the first words of the names of their characters."""
_ODD_FORM = re.compile(r"[0-9][-.~]\([0-9]{3}\)[-.~]|[0-9]\([0-9]{3}\)[-.~]|\+\([0-9]{1,3}\)-|\(\+[0-9]{1,3}\)-")
_TRADE = "sells what planted posts sell: spells, escorts, lost coins brought back"
_USUAL = frozenset({(10,), (3, 7), (6, 4), (3, 3, 4), (3, 3, 2, 2), (11,), (1, 10)})
"""How the digits of a number of North America are grouped, its code aside."""
_STUFFED = 4
_TELLING = 2.0
"""What must speak for the countries of a text before another country's number is foreign to it."""
_AGENCY = re.compile(r"\W{0,3}(?:[A-Z]{2}\W{1,2})?(?:OTA|TFN)\b")
_AREA_CLOSED = re.compile(r"[0-9]{2,4}\)")
_CLOSES_AREA = frozenset({"HANGUL", "CJK"})
_PAIRS = {")": "(", "]": "[", "}": "{"}
_ORNAMENT = re.compile(r"[^\w\s.,;:!?()\[\]{}`'\"/&@$%+=–—‑-]")
_DRAWN = frozenset("*#~|<>^_\\")
"""Punctuation that is used as an ornament too."""
_ROWS = ("[[", "{{", "***")
_PHONE_SIGNS = frozenset("📞☎📱📲☏\ufe0f")


def signs_of_phone(contact: Contact, scene: Scene) -> list[Sign]:
    """Return the signs that a number was planted."""
    tricks = _tricks(contact, scene)
    found = _signs_of_writing(contact, scene, tricks)
    decoy = not tricks and _beside_disguised(contact, scene)
    shown = scene.shown_spans(contact)
    count = 1 if decoy else len(shown)
    dressed = bool(scene.dressed or scene.styled) and not decoy
    spellings = {scene.found.text[start:end] for start, end in shown}
    if count >= 3 or (count == 2 and (dressed or scene.baits >= _STUFFED)):
        found.append(Sign("push", f"stands {count} times in the text"))
    elif len(spellings) >= 2 and tricks:
        found.append(Sign("push", f"written in {len(spellings)} ways in one text"))
    broken = _intrusions(contact, scene)
    if broken >= 2 or (broken and ((count == 1 and tricks) or dressed)):
        found.append(Sign("intrusion", f"stands in the middle of {_sentences(broken)} whole without it"))
    start, end = scene.title_span
    if any(start <= at < end for at, _ in contact.spans) and (tricks or broken or scene.title_baits):
        found.append(Sign("title", "is put into the title"))
    found += _signs_of_country(contact, scene)
    edges = _signs_of_edges(contact, scene)
    found += edges
    near = near_number(scene.directory, contact.value)
    if near:
        found.append(Sign("near", f"{near.how} of {scene.directory.providers[near.provider].name}"))
    if _STYLE in tricks and scene.described:
        found.append(Sign("unlisted", f"none of the contacts of {scene.described} that the directory knows", own=False))
    return found + _signs_of_text(scene, strong=bool(tricks or broken or edges))


def _tricks(contact: Contact, scene: Scene) -> list[str]:
    """Return the ways in which a number is disguised; the digits of the text's own script are no disguise."""
    tricks = [way for way in contact.ways if way not in _NO_DISGUISE and not _ORDINARY.fullmatch(way)]
    given = [scene.found.text[start:end] for start, end in contact.spans]
    if _STYLE in tricks and all(one.isascii() or _is_native(one, scene) for one in given):
        tricks.remove(_STYLE)
    return tricks


def _is_native(given: str, scene: Scene) -> bool:
    """Tell whether a number is written in digits of the script in which the text around it is."""
    alphabets = {unicodedata.name(char).partition(" ")[0] for char in given if char.isdigit()}
    return len(alphabets) == 1 and not scene.scripts.isdisjoint(_SCRIPTS_OF.get(alphabets.pop(), ()))


def _is_mixed(given: str) -> bool:
    """Tell whether some digits of a number are plain and others of another style."""
    digits = [char for char in given if unicodedata.digit(char, None) is not None]
    return 0 < sum(map(str.isascii, digits)) < len(digits)


def _signs_of_writing(contact: Contact, scene: Scene, tricks: list[str]) -> list[Sign]:
    """Return what the way in which a number is written speaks against it."""
    found: list[Sign] = []
    if tricks:
        found.append(Sign("disguise", f"written so that filters do not see it: {'; '.join(tricks[:3])}"))
        if _STYLE in tricks and any(_is_mixed(scene.found.text[start:end]) for start, end in contact.spans):
            found.append(Sign("mixture", "its digits are taken from several alphabets"))
    elif _ornaments(contact, scene) >= 2:
        found.append(Sign("disguise", "set between rows of signs to catch the eye"))
    if _groupings(contact, scene) >= 2:
        found.append(Sign("grouping", "its digits are grouped in different ways, and not as numbers are"))
    if any(_ODD_FORM.search(scene.found.folded.flat, max(0, start - 2), end) for start, end in contact.spans):
        found.append(Sign("form", "has hyphens on both sides of its brackets, as hardly any firm writes it"))
    return found


def _signs_of_country(contact: Contact, scene: Scene) -> list[Sign]:
    """Return what the country of a number speaks against it: it is none of those that the text speaks of."""
    country = main_country(split(contact.value[1:])[0])
    if scene.subject is None or country is None or country in scene.countries:
        return []
    most = max(scene.countries.values(), default=0.0)
    english = country == "US" and scene.countries.get("GB", 0.0) >= most / 2  # nothing parts it from North America's
    if english or most < _TELLING:
        return []
    name = scene.directory.providers[scene.subject].name
    return [Sign("foreign", f"a number of {country}, which nothing in the text about {name} speaks of")]


def _sentences(count: int) -> str:
    return "a sentence that is" if count == 1 else f"{count} sentences that are"


def _beside_disguised(contact: Contact, scene: Scene) -> bool:
    """Tell whether another number in the text is disguised: then a plain one is likely somebody's own, as a decoy."""
    return any(
        other is not contact and other.kind == "phone" and not _NO_DISGUISE.issuperset(other.ways)
        for other in scene.found.contacts
    )


def _signs_of_edges(contact: Contact, scene: Scene) -> list[Sign]:
    """Return what the characters right at a number speak against it."""
    found: list[Sign] = []
    flat = scene.found.folded.flat
    if any(_AGENCY.match(flat, end) for _, end in contact.spans):
        found.append(Sign("agency", "marked as an agency's (OTA, TFN), and so not the company's own"))
    closed = not _CLOSES_AREA.isdisjoint(scene.scripts)  # `02) 6234-8812`, as Koreans write it
    if any(
        _unpaired(flat, start, end) and not (closed and _AREA_CLOSED.match(flat, start)) for start, end in contact.spans
    ):
        found.append(Sign("brackets", "stands in brackets that do not pair"))
    return found


def _signs_of_text(scene: Scene, *, strong: bool) -> list[Sign]:
    """Return what the text around speaks against its contacts; sales talk counts only beside a strong sign."""
    found: list[Sign] = []
    if scene.baits >= _STUFFED:
        found.append(_stuffing(scene))
    elif scene.title_baits and strong:
        found.append(Sign("bait", "a title made for people who search for a support number", own=False))
    if scene.pushes and len(scene.unrelated) >= 2:
        found.append(Sign("brands", f"one text for several brands: {', '.join(scene.unrelated[:3])}", own=False))
    if scene.dressed:
        found.append(Sign("bait", "a title dressed up with brackets to stand out among search results", own=False))
    if scene.trade:
        found.append(Sign("trade", _TRADE, own=False))
    if scene.styled:
        found.append(Sign("styled", scene.styled, own=False))
    if strong and scene.contradicted:
        found.append(Sign("claim", f"a claim that the directory contradicts: {scene.contradicted}", own=False))
    found += [Sign("lookalike", words, own=False) for words in scene.lookalikes[:1]]
    if strong and scene.pushes >= 2:
        found.append(Sign("talk", "sales talk for calling: live person, around the clock, experts", own=False))
    return found


def _unpaired(flat: str, start: int, end: int) -> bool:
    """Tell whether a bracket in a number opens or closes nothing, or one right behind it closes nothing before it."""
    behind = flat[end : end + 1]
    if behind in _PAIRS and _PAIRS[behind] not in flat[max(0, start - 200) : end]:
        return True
    opened = [flat[start - 1]] if start and flat[start - 1] in _PAIRS.values() else []
    around = len(opened)
    for char in flat[start:end]:
        if char in _PAIRS.values():
            opened.append(char)
        elif char in _PAIRS:
            if not opened or opened.pop() != _PAIRS[char]:
                return True
            around = min(around, len(opened))
    return len(opened) > around


def _ornaments(contact: Contact, scene: Scene) -> int:
    """Return the most ornamental signs found on either side of the number; tags are none."""
    seen = scene.found.folded.seen
    best = 0
    for start, end in contact.spans:
        before, behind = seen[max(0, start - 6) : start].rpartition("\n")[2], seen[end : end + 6].partition("\n")[0]
        sides = before.replace(FILL, ""), behind.replace(FILL, "")
        signs = {sign for side in sides for sign in _ORNAMENT.findall(side) if _is_ornament(sign)}
        best = max(best, len(signs) + sum(side.count(row) for side in sides for row in _ROWS))
    return best


def _is_ornament(sign: str) -> bool:
    """Tell whether a sign is an ornament: no telephone, no punctuation of any script, no vowel written as a mark."""
    return sign not in _PHONE_SIGNS and (sign in _DRAWN or unicodedata.category(sign)[0] == "S")


def _groupings(contact: Contact, scene: Scene) -> int:
    """Return in how many ways the digits of a number of North America are grouped, if one of them is no usual way.

    Elsewhere people write numbers in more ways than their plans say.
    """
    if not contact.value.startswith("+1"):
        return 0
    ways: set[tuple[int, ...]] = set()
    for start, end in contact.spans:
        sizes = tuple(len(group) for group in _DIGITS.findall(scene.found.folded.flat[start:end]))
        ways.add(sizes[1:] if sizes and sizes[0] == 1 else sizes)
    return 0 if ways <= _USUAL else len(ways)


def _intrusions(contact: Contact, scene: Scene) -> int:
    """Return at how many places the sentence runs on before and after the number as if it were not there."""
    seen = scene.found.folded.seen
    count = 0
    for start, end in scene.shown_spans(contact):
        left = _LEFT.match(seen[max(0, start - 40) : start][::-1])
        right = _RIGHT.match(seen, end)
        if left is None:
            continue
        between, word = left[1][::-1], left[2][::-1]
        glued = not between and word.islower() and word.lower() not in _INTRODUCES
        if right is None:
            count += glued
            continue
        runs_on = word[:1].islower() and right[2][:1].islower()
        closed = between.endswith("(") and right[1].startswith(")")
        if (
            (runs_on or glued)
            and word.lower() not in _INTRODUCES
            and right[2].lower() not in _CONTINUES
            and not (closed and not glued)
        ):
            count += 1
    return count


def signs_of_link(contact: Contact, scene: Scene) -> list[Sign]:
    """Return the signs that a web or mail address was planted."""
    host = contact.host
    found = [Sign("disguise", way) for way in contact.ways[:1]]
    near = near_domain(scene.directory, host)
    if near:
        found.append(
            Sign("lookalike", f"the host is {near.how}, and not {scene.directory.providers[near.provider].name}'s")
        )
    if contact.shown:
        owner = scene.directory.owner_of_domain(contact.shown)
        found.append(Sign("text", f"the link shows {contact.shown} and leads to {host}"))
        if owner:
            found.append(
                Sign("owner", f"{contact.shown} belongs to {scene.directory.providers[owner].name}, {host} does not")
            )
    if len(contact.spans) >= 3:
        found.append(Sign("push", f"stands {len(contact.spans)} times in the text"))
    if scene.baits >= _STUFFED:
        found.append(_stuffing(scene))
    return found


def _stuffing(scene: Scene) -> Sign:
    return Sign("stuffing", f'"support number" and the like {scene.baits} times', own=False)
