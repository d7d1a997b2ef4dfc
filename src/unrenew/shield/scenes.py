"""What a text as a whole looks like: its title, its brands, its tone."""

import re
import unicodedata
from functools import cached_property, lru_cache

from unrenew.directory import Directory
from unrenew.model.contacts import Contact
from unrenew.model.ways import Likeness
from unrenew.shield.brands import Named, counts_of, names_in, subject_of
from unrenew.shield.claims import refund_claims
from unrenew.shield.contacts import Found
from unrenew.shield.glyphs import FILL
from unrenew.shield.regions import votes_of
from unrenew.shield.surroundings import speaks_for
from unrenew.shield.topics import SALES, WARNS

_NUMBER = re.compile(r"numbers?\b")
_BAITS = (
    *(
        "support",
        "customer service",
        "customer care",
        "help line",
        "helpline",
        "help desk",
        "helpdesk",
        "contact",
        "toll free",
    ),
    *("toll-free", "cancellation", "cancelation", "refund", "reservation", "recovery"),
)
_STYLED = re.compile("[\U0001d400-\U0001d7cb\U0001f130-\U0001f189Ⓐ-ⓩ]")
_DRESSED = re.compile(r"\(\([^()]*\)\)|\[\[[^\[\]|]*\]\]|\{\{[^{}|]* [^{}|]*\}\}|<<|>>|\{[^{}:\"]* [^{}:\"]*\}|⟢|⟣")
_MARKS = re.compile("[™®℠℗©]")
_NOT_LATIN = re.compile(r"(?![\u0000-\u024f])[^\W\d_]")
_SCRIPT = re.compile(r"<script\b[^<>]*>[^<]*(?:<(?!/script)[^<]*)*</script", re.IGNORECASE)
_DO_NOT = re.compile(r"(?:do not|don['’]t|never) call")
_WORD = re.compile(r"[^\W_]+")
_ONE_LINE = 200


class Scene:
    """One text, looked at as a whole; everything is worked out once, and only when asked for."""

    def __init__(self, found: Found, directory: Directory) -> None:
        self.found = found
        self.directory = directory
        self.flat = found.folded.flat.replace(FILL, "") if FILL in found.folded.flat else found.folded.flat

    @cached_property
    def title_span(self) -> tuple[int, int]:
        """Return where the first line with letters stands, if more text follows it."""
        text = self.found.text
        at = 0
        for line in text[:2000].splitlines(keepends=True):
            if any(map(str.isalpha, line)):
                rest = len(text) - at - len(line)
                return (at, at + len(line)) if rest > len(line) / 2 and len(line) < 400 else (at, at)
            at += len(line)
        return (0, 0)

    @property
    def title(self) -> str:
        """Return the title, without what is not seen."""
        start, end = self.title_span
        return self.found.folded.flat[start:end].replace(FILL, "").strip(" #*=\n\r\t")

    @cached_property
    def low(self) -> str:
        """Return the text in lower case, the first part of a very long one."""
        return self.flat[:50_000].lower()

    @cached_property
    def baits(self) -> int:
        """Return how often the text says "support number" and the like."""
        return _count_baits(self.low)

    @cached_property
    def title_baits(self) -> bool:
        """Tell whether the title says "support number" and the like."""
        return _count_baits(self.title.lower()) > 0

    @cached_property
    def dressed(self) -> bool:
        """Tell whether the title has words in doubled brackets, or several brackets round words."""
        return _DRESSED.search(self.title) is not None

    @cached_property
    def pushes(self) -> int:
        """Return how many kinds of sales talk the text has."""
        return sum(topic in self.found.folded.topics for topic in SALES)

    @cached_property
    def styled(self) -> str | None:
        """Return how names are written in styled letters or strewn with trade marks, in words."""
        text = self.found.text[:50_000]
        if not text.isascii():
            if len(_STYLED.findall(text)) >= 5:
                return "names are written in styled letters that filters do not read"
            marks = len(_MARKS.findall(text))
            if marks >= 4 and marks * 60 > len(text.split()):
                return "the name is strewn with trade-mark signs"
        return None

    @property
    def trade(self) -> bool:
        """Tell whether the text sells what planted posts sell: spells, escorts, lost coins brought back."""
        return "trade" in self.found.folded.topics

    @cached_property
    def scripts(self) -> frozenset[str]:
        """Return the scripts of the letters other than Latin ones, by the first words of their names."""
        letters = set(_NOT_LATIN.findall(self.flat[:50_000]))
        return frozenset(unicodedata.name(letter, "").partition(" ")[0] for letter in letters)

    @cached_property
    def countries(self) -> dict[str, float]:
        """Return the countries that the text speaks of, with their votes; its numbers themselves say nothing here."""
        flat = self.found.folded.flat[:50_000]
        parts: list[str] = []
        done = 0
        for start, end in sorted(span for one in self.found.contacts if one.kind == "phone" for span in one.spans):
            parts.append(flat[done:start])
            done = max(done, end)
        return votes_of(" ".join([*parts, flat[done:]]))

    @cached_property
    def _not_shown(self) -> list[tuple[int, int]]:
        """Return where tags and scripts stand, in order: what is in them is written once more for machines."""
        text = self.found.text
        scripts = [match.span() for match in _SCRIPT.finditer(text)] if "<script" in text else []
        return sorted([*self.found.folded.tags, *scripts])

    def shown_spans(self, contact: Contact) -> tuple[tuple[int, int], ...]:
        """Return the places of a contact that a reader sees: none in a tag or in a script."""
        places = self._not_shown
        if not places:
            return contact.spans
        hidden = [place for place in places if place[0] < contact.spans[-1][1]]
        return tuple(
            (start, end) for start, end in contact.spans if not any(at <= start and end <= to for at, to in hidden)
        )

    def warns_near(self, start: int, end: int) -> bool:
        """Tell whether the text warns, close to a place."""
        if "warning" not in self.found.folded.topics:
            return False
        around = self.found.folded.flat[max(0, start - 160) : end + 160].lower()
        return not WARNS.isdisjoint(_WORD.findall(around)) or _DO_NOT.search(around) is not None

    def asks_to_call(self, contact: Contact) -> bool:
        """Tell whether anybody is asked to call a number: by words or signs near it, or by a text about a provider."""
        flat = self.found.folded.flat
        near = any(speaks_for(flat, start, end) for start, end in contact.spans)
        return near or self.baits > 0 or self.pushes > 0 or self.trade or bool(self.brands)

    @cached_property
    def _named(self) -> tuple[Named, ...]:
        return names_in(self.flat[:50_000], self.directory)

    @cached_property
    def brands(self) -> dict[str, int]:
        """Return the providers that the text names, with how often; those that only sell for others are left out."""
        return counts_of(self._named, self.directory, sellers=False)

    @cached_property
    def subject(self) -> str | None:
        """Return the provider that the text is about: named in the title, or most often, or by its addresses."""
        flat = self.found.folded.flat
        start, end = self.title_span
        if start == end and len(flat) < _ONE_LINE:  # a single line is a title
            start, end = 0, len(flat)
        title = start - flat.count(FILL, 0, start), flat[start:end].replace(FILL, "")
        return subject_of(self._named, title, self.found.contacts, self.directory)

    @cached_property
    def described(self) -> str | None:
        """Return the name of the provider that the text is about, if the directory knows contacts of it."""
        provider = self.directory.providers[self.subject] if self.subject else None
        return provider.name if provider and provider.contacts else None

    @cached_property
    def unrelated(self) -> tuple[str, ...]:
        """Return the names of providers in the text that do not belong together, if there are two or more."""
        homes = {
            (self.directory.providers[name].parent or name): self.directory.providers[name].name for name in self.brands
        }
        kinds = {self.directory.providers[name].kind for name in self.brands}
        return tuple(sorted(homes.values())) if len(homes) >= 2 and len(kinds) <= 2 else ()

    @cached_property
    def contradicted(self) -> str | None:
        """Return the refund term that the text gives and the facts about its provider contradict, in words."""
        subject = self.subject
        if subject is None:
            return None
        claims = refund_claims(self.flat[:50_000], self.directory.providers[subject], self.directory)
        return next((f"{c.claim}, but {c.facts_say}" for c in claims if c.verdict == "contradicted"), None)

    @cached_property
    def lookalikes(self) -> tuple[str, ...]:
        """Return the look-alike hosts in the text, with what they imitate."""
        found: list[str] = []
        for contact in self.found.contacts:
            if contact.kind in {"url", "email"}:
                host = contact.host
                near = near_domain(self.directory, host)
                if near:
                    found.append(f"{host} is {near.how}")
        return tuple(dict.fromkeys(found))


@lru_cache(maxsize=8192)
def near_domain(directory: Directory, host: str) -> Likeness | None:
    """Return whose name a host imitates; the same hosts stand in many texts."""
    return directory.near_domain(host)


@lru_cache(maxsize=8192)
def near_number(directory: Directory, number: str) -> Likeness | None:
    """Return which official number this one is nearly; the same numbers stand in many texts."""
    return directory.near_number(number)


def _count_baits(low: str) -> int:
    if "number" not in low:
        return 0
    count = 0
    for match in _NUMBER.finditer(low):
        before = low[max(0, match.start() - 34) : match.start()]
        count += any(word in before for word in _BAITS)
    return count
