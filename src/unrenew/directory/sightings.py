"""What a cited page looked like, then and now, to a verdict for review.

Nothing is changed by it: a person looks, and edits the facts.
"""

import hashlib
import re
from dataclasses import dataclass
from typing import Literal

State = Literal["same", "first", "changed", "gone", "soft-404", "moved", "not-allowed", "failed"]

ALARMS: frozenset[State] = frozenset({"gone", "soft-404", "moved"})

ALIKE = 0.9
"""Two pages that share this part of their words are taken as the same page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """One source, looked at: its state, and the mark of its words to compare with next time."""

    source: str
    state: State
    what: str
    status: int | None = None
    mark: str | None = None


def words_of(text: str) -> tuple[str, ...]:
    """Return the words of a page, without digits: dates and counters change every day."""
    return tuple(re.findall(r"[^\W\d_]{2,}", text.lower()))


def mark_of(words: tuple[str, ...]) -> str:
    """Return a short mark of a page's words in their order."""
    return hashlib.sha256(" ".join(words).encode()).hexdigest()[:32]


def alike(one: tuple[str, ...], other: tuple[str, ...]) -> float:
    """Return the part of their distinct words that two pages share (0 to 1)."""
    first, second = set(one), set(other)
    return len(first & second) / len(first | second) if first | second else 1.0


def judge(
    source: str,
    *,
    status: int,
    text: str = "",
    left_for: str | None = None,
    probe: str | None = None,
    before: str | None = None,
) -> Sighting:
    """Judge one fetched source.

    `left_for`: the stranger's address it redirects to. `probe`: the text that the same site gives, with a good status,
    for a page that cannot exist (W3C, A Well-Known URL for Changing Passwords, section 4). `before`: the last mark.
    """
    if left_for is not None:
        return Sighting(source=source, state="moved", status=status, what=f"leads to another domain: {left_for}")
    if status in {404, 410}:
        return Sighting(source=source, state="gone", status=status, what=f"the page is gone ({status})")
    if status >= 400 or status < 200:
        return Sighting(source=source, state="failed", status=status, what=f"the server answered {status}")
    words = words_of(text)
    if probe is not None and alike(words, words_of(probe)) >= ALIKE:
        return Sighting(
            source=source, state="soft-404", status=status, what="looks like the site's page for what is gone"
        )
    mark = mark_of(words)
    if before is None:
        return Sighting(source=source, state="first", status=status, mark=mark, what="seen for the first time")
    if before != mark:
        return Sighting(source=source, state="changed", status=status, mark=mark, what="its words have changed")
    return Sighting(source=source, state="same", status=status, mark=mark, what="reads as before")
