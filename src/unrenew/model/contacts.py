"""What a text is found to contain: contacts, verdicts, claims and steps."""

from dataclasses import dataclass
from typing import Any, Literal

from unrenew.model.domains import host_of

Kind = Literal["phone", "url", "email", "messenger"]
VerdictWord = Literal["official", "unknown", "planted"]
ClaimVerdict = Literal["supported", "contradicted", "unknown"]
Span = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """One contact in a text, however often and however disguised it stands there.

    `value` is normal: E.164 for a number, `https://host/path` for an address, `telegram:name` for a messenger.
    `spans` are character offsets into the text as given; `ways` says how it is disguised, in words.
    """

    kind: Kind
    value: str
    spans: tuple[Span, ...]
    ways: tuple[str, ...] = ()
    shown: str | None = None
    """For a link: the address that its text shows, where that is another one than the target."""

    @property
    def host(self) -> str:
        """Return the host of a web or mail address."""
        return self.value.rpartition("@")[2] if self.kind == "email" else host_of(self.value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """A contact and what we think of it. An official number is for dialling out only: caller ID can be forged."""

    contact: Contact
    word: VerdictWord = "unknown"
    of: str | None = None
    as_of: str | None = None
    source: str | None = None
    reasons: tuple[str, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """Return the contact as the interface has it."""
        return {
            "kind": self.contact.kind,
            "value": self.contact.value,
            "spans": [list(span) for span in self.contact.spans],
            "verdict": self.word,
            "of": self.of,
            "as_of": self.as_of,
            "reasons": list(self.reasons),
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Screening:
    """All contacts of one text with their verdicts, and how hostile the whole is (0 to 1)."""

    verdicts: tuple[Verdict, ...] = ()
    hostile: float = 0.0

    @property
    def numbers(self) -> list[str]:
        """Every phone number that is really in the text, E.164, sorted."""
        return sorted({v.contact.value for v in self.verdicts if v.contact.kind == "phone"})

    @property
    def planted(self) -> list[str]:
        """The phone numbers that are accused, E.164, sorted."""
        return sorted({v.contact.value for v in self.verdicts if v.contact.kind == "phone" and v.word == "planted"})

    def to_json(self) -> dict[str, Any]:
        """Return the screening as the interface has it, without an id."""
        return {
            "numbers": self.numbers,
            "planted": self.planted,
            "contacts": [v.to_json() for v in self.verdicts],
            "hostile": self.hostile,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class GuideStep:
    """One step of a cleaned guide; `url` is official or None."""

    n: int
    text: str
    origin: Literal["guide", "directory"]
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """Something that a guide says and that can be checked, beside what the facts say."""

    claim: str
    about: str
    verdict: ClaimVerdict
    guide_says: str
    facts_say: str | None = None
    source: str | None = None
    as_of: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CleanGuide:
    """Somebody's guide without what was planted in it."""

    title: str
    provider: str | None
    steps: tuple[GuideStep, ...]
    removed: tuple[Verdict, ...]
    claims: tuple[Claim, ...]
    notes: tuple[str, ...] = ()
    """In words, what of it is not shown and why: for people, not part of the interface."""

    def to_json(self) -> dict[str, Any]:
        """Return the guide as the interface has it."""
        return {
            "title": self.title,
            "provider": self.provider,
            "steps": [{"n": s.n, "text": s.text, "from": s.origin, "url": s.url} for s in self.steps],
            "removed": [v.to_json() for v in self.removed],
            "claims": [
                {
                    "claim": c.claim,
                    "about": c.about,
                    "verdict": c.verdict,
                    "guide_says": c.guide_says,
                    "facts_say": c.facts_say,
                    "source": c.source,
                    "as_of": c.as_of,
                }
                for c in self.claims
            ],
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """The text of one file or of one part of it (a mail's body, a page), hidden parts and attributes included.

    `hidden` is what a browser would not show: it is part of `text` too, at its end.
    """

    name: str
    text: str
    title: str | None = None
    hidden: str = ""
    sources: tuple[str, ...] = ()
    """For a guide: every text that is judged, where that is more than `text` (a page's source, all parts of a mail)."""
