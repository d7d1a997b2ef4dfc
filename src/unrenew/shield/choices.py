"""Runs and paragraphs of a guide to the steps that it has, in order.

A list is taken whole or not at all. From paragraphs come the sentences that say what to do about ending something, and
those beside them. What only tells what to do on the phone with a number that was taken out goes.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from unrenew.shield.about import AGAIN, BOUGHT, CANCEL, CHANNEL, CHATTER, PLACE
from unrenew.shield.cleaning import tidy
from unrenew.shield.doing import PATH, begins_with_doing, doings
from unrenew.shield.reaching import PHONE_TALK, VERBS
from unrenew.shield.runs import Item, Loose, Parts, Run, is_elsewhere, is_links
from unrenew.shield.stumps import is_cut, is_marked, mended

MOST_STEPS = 40
_ENOUGH = {"step": 0.3, "number": 0.34, "letter": 0.5, "roman": 0.5, "bullet": 0.5}
"""Which share of the items must say to do something."""
_LONGEST = 500
_STUMP = 3
_FEW = 14
"""Sentences in a text that is short: whoever writes so few of them digresses little."""
_SENTENCE = re.compile(r"(?<=[.!?…。！？])\s+(?=[^a-zß-ÿ\s])|(?<=[。！？])")
_LABEL = re.compile(
    r"(?:[QAFR]|question|answer|frage|antwort|tip|tipp|hinweis|note|n\.?b|edit|update|ps|p\.s)\s?\d?\s*[:.)]\s*",
    re.IGNORECASE,
)
_REMARK = re.compile(
    r"(?:tip|tipp|hinweis|note|n\.?b|edit|update|ps|p\.s|warning|warnung|question|frage|q|f)\b", re.IGNORECASE
)
_CALLED = re.compile(r"[0-9](?:[^\w\n]{0,3}[0-9]){6}")
_TITLE = re.compile(
    r"(?:how|so|wie|comment|cómo|como|come|hoe|zo|jak|hur|så|hvordan|sådan|slik|nasıl)\b", re.IGNORECASE
)
_STEPS = re.compile(
    r"\b(?:how|steps?|instructions?|guide|anleitung|so geht|étapes?|pasos?|passos?|passaggi|stappen|kroki|steg)\b",
    re.IGNORECASE,
)
_OR = re.compile(r"(?:or|oder|ou|o|oppure|of|lub|albo|eller|veya|или)\s+", re.IGNORECASE)
_HUMS = re.compile(r"\A(?:(?:and|okay|ok|so|um|uh|well|now|alright|then)\s+)+(?=[a-z])")
_WORD = re.compile(r"[^\W_]+")
_BOUGHT_QUESTION = re.compile(
    r"(?:bought|billed|paid|purchased|subscribed|gekauft|bezahlt|acheté|payé|comprad|comprou|acquistat|gekocht"
    r"|kupion|köpt|købt|"
    r"(?:do|did) you (?:pay|buy)|using)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Choice:
    """A step as the guide has it, without what was taken out: its heading, its lines, and the list that it begins."""

    title: str
    lines: tuple[str, ...]
    place: int
    lead: str = ""
    group: str = ""
    """The heading of its list, which says what it is about."""


@dataclass(slots=True)
class Choices:
    """The steps of a guide, and in words what was thrown away."""

    steps: list[Choice] = field(default_factory=list[Choice])
    notes: list[str] = field(default_factory=list[str])


def choose(parts: Parts) -> Choices:
    """Return the steps of a guide."""
    taken = _good_runs(parts.runs)
    dropped = 0
    steps: list[Choice] = []
    for run in taken:
        kept = _items_of(run)
        dropped += len(run.items) - len(kept)
        steps += kept
    sentences = _beside(parts.loose, taken) if taken else _of_prose(parts.loose)
    steps = _led(_once(sorted([*steps, *sentences], key=lambda one: one.place)), {run.place for run in taken})
    found = Choices(steps[:MOST_STEPS])
    if dropped:
        found.notes.append(f"{_many(dropped)} left out: nothing remains without the contact that was removed")
    if len(steps) > MOST_STEPS:
        found.notes.append(f"only the first {MOST_STEPS} of {len(steps)} steps are shown")
    return found


def _many(count: int) -> str:
    return "1 step was" if count == 1 else f"{count} steps were"


# --- lists


def _good_runs(runs: Sequence[Run]) -> list[Run]:
    """Return the runs that say what to do; those about something else only where there is no other."""
    told = [
        run for run in runs if run.share >= _ENOUGH[run.kind] and (len(run.items) > 1 or PATH.search(tidy(run.text)))
    ]
    told = [run for run in told if not is_links(run) and not _is_chatter(run)]
    near = [run for run in told if not is_elsewhere(run.lead)]
    near = near or [run for run in told if run.kind in {"step", "number"} and not AGAIN.search(run.lead)]
    meant = [run for run in near if CANCEL.search(run.text) or PLACE.search(run.text)]
    if not meant and not near:
        numbered = [
            run for run in runs if run.kind in {"step", "number"} and len(run.items) > 1 and not is_elsewhere(run.lead)
        ]
        return [run for run in numbered if CANCEL.search(run.text) and not _asks(run)][:1]
    return _different(meant or near)


def _asks(run: Run) -> bool:
    return sum(item.title.rstrip(" *_").endswith("?") for item in run.items) * 2 > len(run.items)


def _is_chatter(run: Run) -> bool:
    return sum(CHATTER.search(item.title) is not None for item in run.items) * 2 > len(run.items) or _asks(run)


def _different(runs: list[Run]) -> list[Run]:
    """Return the runs without those that say the same once more."""
    seen: set[str] = set()
    found: list[Run] = []
    for run in runs:
        key = "\n".join(_key(item.title) for item in run.items)
        if key not in seen:
            seen.add(key)
            found.append(run)
    return found


def _key(text: str) -> str:
    return " ".join(_WORD.findall(tidy(text).lower()))


def _items_of(run: Run) -> list[Choice]:
    """Return the items of a run that are something without what was taken out of them."""
    whole = [_mended_item(item) for item in run.items]
    lost = any(is_cut(tidy(line)) for item in run.items for line in (item.title, *item.lines))
    calls = lost and not any(_CALLED.search(title) and _is_call(title) for title, _ in whole)
    found: list[Choice] = []
    gone = False
    for item, (title, lines) in zip(run.items, whole, strict=True):
        kept = _left_of(item, title, lines, calls=calls)
        if kept:
            first = _OR.sub("", kept[0], count=1) if gone and _OR.match(kept[0]) else kept[0]
            found.append(Choice(_begun(first), tuple(kept[1:]), run.place, "", run.lead))
        gone = not kept
    starts = calls and not whole[0][0]
    if starts and len(found) * 2 < len(run.items):  # the list is there for the call that it begins with
        found = [one for one in found if CANCEL.search(one.title)]
    return found


def _left_of(item: Item, title: str, lines: Sequence[str], *, calls: bool) -> list[str]:
    """Return what is left of an item: nothing where it was a call; `calls`: no talk on the phone."""
    cut = any(is_cut(tidy(line)) for line in (item.title, *item.lines))
    if cut and (_only_calls(title) or _was_a_call(item.title, title)):
        return []
    kept = [one for one in (title, *lines) if one and not (calls and PHONE_TALK.search(one))]
    said = " ".join(kept)
    stump = is_marked(tidy(item.title)) and len(_WORD.findall(said)) < _STUMP  # "Questions: ..."
    return [] if (stump or not title) and not doings(said) else kept


def _only_calls(title: str) -> bool:
    """Tell whether the first words of a step say to call and no number is left: all of it is for the phone."""
    words = [word.lower() for word in _WORD.findall(title)]
    return bool(words) and not VERBS.isdisjoint(words[:1]) and not _CALLED.search(title)


def _was_a_call(before: str, left: str) -> bool:
    """Tell whether a step began with calling, and says nothing to do without it."""
    first = _WORD.search(tidy(before).lower())
    return first is not None and first[0] in VERBS and not doings(left)


def _begun(text: str) -> str:
    """Return a step without what a speaker hums before it, its first letter large if that was in the way."""
    return text[:1].upper() + text[1:] if text[:1].islower() and text[1:2].islower() else text


def _is_call(text: str) -> bool:
    return not VERBS.isdisjoint(_WORD.findall(text.lower()))


def _mended_item(item: Item) -> tuple[str, tuple[str, ...]]:
    title = mended(tidy(item.title))
    lines = [mended(tidy(line)) for line in item.lines]
    lines = [line for line in lines if _key(line) != _key(title)]
    return (title if _WORD.search(title) else ""), tuple(line for line in lines if _WORD.search(line))


# --- sentences


@dataclass(slots=True)
class _Told:
    """A sentence of a paragraph, as it was and as it is without contacts, and what speaks for it."""

    text: str
    place: int
    number: int
    lead: str
    does: int
    begins: bool
    about: bool


def _sentences(loose: Sequence[Loose]) -> Iterator[_Told]:
    """Yield the sentences that are left, in order; after one that went, no talk on the phone."""
    number = 0
    for one in loose:
        lost = False
        question = ""
        for raw in _SENTENCE.split(tidy(one.text)):
            number += 1
            text = mended(_LABEL.sub("", raw, count=1) if _LABEL.match(raw) else raw)
            if is_cut(raw) and len(_WORD.findall(text)) <= _STUMP and CANCEL.search(text):
                text = ""  # "Cancel Acme: call ..." is a title
            lost = lost or (is_marked(raw) and not text)
            if not text or (lost and PHONE_TALK.search(text)) or _is_no_step(text, raw):
                continue
            if text.endswith("?"):
                question = text if _BOUGHT_QUESTION.search(text) and len(text) < 90 else ""
                continue
            whole = f"{question} {text}".strip()
            question = ""
            yield _Told(whole, one.place, number, one.lead, doings(text), begins_with_doing(text), _is_about(whole))


def _is_about(text: str) -> bool:
    return bool(CANCEL.search(text) or PLACE.search(text) or PATH.search(text))


def _is_no_step(text: str, raw: str) -> bool:
    """Tell whether a sentence is talk to readers, a remark, or about going in again."""
    if CHATTER.search(text) or _REMARK.match(raw) or len(text) > _LONGEST:
        return True
    if _TITLE.match(text) and CANCEL.search(text) and "," not in text:
        return True
    return AGAIN.search(text) is not None and not CANCEL.search(text)


def _of_prose(loose: Sequence[Loose]) -> list[Choice]:
    """Return the sentences that say what to do, of a guide without a list."""
    chosen = [one for one in loose if not is_elsewhere(one.lead)] or list(loose)
    asked = [one for one in chosen if one.lead.endswith("?")]
    if any(CANCEL.search(one.lead) for one in asked):
        chosen = [one for one in chosen if not one.lead.endswith("?") or CANCEL.search(one.lead)]
    told = list(_sentences(chosen))
    strong = [one for one in told if one.does and one.about]
    short = len(told) <= _FEW
    near = {one.number + step for one in strong for step in ((-2, -1, 0, 1, 2) if short else (-1, 0, 1))}
    kept = [
        one
        for one in told
        if (one.does and one.about and (one.begins or one.does > 1 or short))
        or (one.begins and (short or one.number in near))
        or (one.does and one.number in near and short)
    ]
    return [
        Choice(
            _begun(_HUMS.sub("", one.text, count=1)) if one.text[:1].islower() else one.text,
            (),
            one.place,
            "",
            one.lead,
        )
        for one in kept
    ]


def _beside(loose: Sequence[Loose], runs: Sequence[Run]) -> list[Choice]:
    """Return the sentences that add a way to what the lists say: another channel, or a heading of their own."""
    leads = {run.lead for run in runs}
    first = min(run.place for run in runs)  # what stands before the lists only leads up to them
    found: list[Choice] = []
    for one in _sentences(
        [part for part in loose if (part.place > first or part.lead) and not is_elsewhere(part.lead)]
    ):
        channel = BOUGHT.search(one.text) is not None and one.does > 0
        apart = bool(one.lead) and one.lead not in leads and one.does > 0 and one.about
        way = apart and any(words.search(one.lead) for words in (CHANNEL, CANCEL, _STEPS))
        if (channel and one.place > first) or (way and (one.begins or one.does > 1)):
            found.append(Choice(one.text, (), one.place, "", one.lead))
    return found


# --- together


def _once(steps: list[Choice]) -> list[Choice]:
    """Return the steps without those said before in the same list, or anywhere in the same words at length."""
    seen: set[tuple[str, str]] = set()
    found: list[Choice] = []
    for one in steps:
        key = _key(" ".join([one.title, *one.lines]))
        if (one.group, key) in seen:
            continue
        seen.add((one.group, key))
        found.append(one)
    return found


def _led(steps: list[Choice], lists: set[int]) -> list[Choice]:
    """Put the heading of each list before its first step where there are several, so that they do not read as one."""
    groups = list(dict.fromkeys((one.group, one.place) for one in steps if one.group))
    several = len({group for group, _ in groups}) > 1
    last: str | None = None
    found: list[Choice] = []
    for one in steps:
        starts = one.group != last
        last = one.group
        shown = one.group.strip(" :?") if several and starts and _tells(one, lists) else ""
        found.append(Choice(one.title, one.lines, one.place, shown, one.group))
    return found


def _tells(one: Choice, lists: set[int]) -> bool:
    """Tell whether a heading says more than the step under it: that of a list, or of a way."""
    asks = one.group.endswith("?") and not _BOUGHT_QUESTION.match(one.group)
    if not one.group or asks or _key(one.group) in _key(one.title):
        return False
    return one.place in lists or CHANNEL.search(one.group) is not None
