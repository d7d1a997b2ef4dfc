"""What the shield still sees when the reading made for a disguise is left out."""

import importlib
import random
import re
from collections.abc import Callable, Generator
from contextlib import contextmanager

from bench.disguises import FIRST_SEED, HONEST_TEXTS, MARKUP, OVERLAYS, load
from bench.figures import Figure

COMMAND = "python -m bench shield"
TIMES = 4
MIXES = 200
NEVER = re.compile(r"(?!)")


def _nothing(*_: object, **__: object) -> tuple[()]:
    return ()


def _as_given(text: str) -> str:
    return text


def _no(_: str) -> bool:
    return False


def _never() -> re.Pattern[str]:
    return NEVER


def _no_tags(text: str) -> tuple[str, tuple[()]]:
    return text, ()


READINGS: dict[str, tuple[tuple[str, str, object], ...]] = {
    "words for digits": (("phones", "read_words", _as_given),),
    "letters that look like digits": (
        ("phones", "read_lookalikes", _as_given),
        ("phones", "may_hide_digits", _no),
    ),
    "letters of the dial": (("phones", "read_vanity", _nothing),),
    "words between digits": (("weighing", "read_prose", _nothing), ("weighing", "read_told", _nothing)),
    "backwards": (("weighing", "read_backwards", _nothing),),
    "other styles and scripts, unseen characters": (("folding", "special", _never),),
    "entities": (("folding", "_ENTITY", NEVER),),
    "escapes": (("folding", "_ESCAPE", NEVER),),
    "percent signs": (("folding", "_PERCENT", NEVER), ("folding", "_QUOTED", NEVER)),
    "tags": (("folding", "_without_tags", _no_tags),),
    "attributes": (("phones", "_in_tag", _nothing),),
    "words of addresses": (("contacts", "numbers_in_urls", _nothing),),
    "base64": (("phones", "_in_base64", _nothing),),
}
"""Each reading, and what stands for it when it is left out."""


@contextmanager
def left_out(reading: str) -> Generator[None]:
    """Leave one reading out for a while."""
    kept: list[tuple[object, str, object]] = []
    for module_name, name, instead in READINGS[reading]:
        module = importlib.import_module(f"unrenew.shield.{module_name}")
        kept.append((module, name, getattr(module, name)))
        setattr(module, name, instead)
    try:
        yield
    finally:
        for module, name, value in kept:
            setattr(module, name, value)


def run() -> list[Figure]:
    """Leave each reading out in turn, and count what is still found of all tricks and of mixes of two."""
    from unrenew.shield import find_contacts

    tricks: dict[str, Callable[[str], str]] = load("tricks").TRICKS
    areas: tuple[str, ...] = load("tricks").AREAS
    honest: Callable[[int], tuple[str, str]] = load("honest").honest
    chance = random.Random(23)

    def text_of(name: str, overlay: str | None) -> tuple[str, str, str]:
        ten = f"{chance.choice(areas)}55501{chance.randrange(100):02d}"
        written = tricks[name](ten)
        written = OVERLAYS[overlay](written) if overlay else written
        around = honest(FIRST_SEED + chance.randrange(HONEST_TEXTS))[1]
        return name, "+1" + ten, f"{around}\n\nCall {written} today.\n\n{around}"

    singles = [text_of(name, None) for name in tricks for _ in range(TIMES)]
    plain = [
        name for name in sorted(tricks) if not any(sign in tricks[name]("8555550142") for sign in [*MARKUP, "://"])
    ]
    mixes = [text_of(chance.choice(plain), chance.choice(sorted(OVERLAYS))) for _ in range(MIXES)]

    def found(texts: list[tuple[str, str, str]]) -> list[bool]:
        return [any(contact.value == number for contact in find_contacts(text).contacts) for _, number, text in texts]

    whole, mixed = found(singles), found(mixes)
    figures: list[Figure] = []
    for reading in READINGS:
        with left_out(reading):
            now, also = found(singles), found(mixes)
        made_for = sorted({name for (name, _, _), was, is_ in zip(singles, whole, now, strict=True) if was and not is_})
        hits = [is_ for (name, _, _), is_ in zip(singles, now, strict=True) if name in made_for]
        print(f"without {reading}: {', '.join(made_for) or 'nothing is lost'}")
        still = f"{sum(hits)} of {len(hits)}" if hits else "-"
        value = f"{_share(now)}; mixes {_share(also)}; of the {len(made_for)} tricks it is made for {still}"
        figures.append(Figure(what=f"recall without: {reading}", value=value, command=COMMAND))
    value = f"{_share(whole)}; mixes {_share(mixed)}"
    return [Figure(what="recall with every reading", value=value, command=COMMAND), *figures]


def _share(hits: list[bool]) -> str:
    return f"{sum(hits) / len(hits):.3f}"
