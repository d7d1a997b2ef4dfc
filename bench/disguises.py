"""How well the shield sees each disguise, and mixes of two and three."""

import importlib.util
import random
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

from bench.figures import Figure

SHIELD = Path(__file__).parent.parent / "tests" / "shield"
HONEST_TEXTS = 2300
FIRST_SEED = 100_000
"""Seeds that the tests do not use."""
MARKUP = "&<%\\"


def _bold(text: str) -> str:
    return "".join(chr(0x1D7CE + int(char)) if char in "0123456789" else char for char in text)


def _fullwidth(text: str) -> str:
    return "".join(chr(0xFF10 + int(char)) if char in "0123456789" else char for char in text)


OVERLAYS: dict[str, Callable[[str], str]] = {
    "zero width": "\u200b".join,
    "struck out": "\u0336".join,
    "O for 0": lambda text: text.replace("0", "O"),
    "bold digits": _bold,
    "fullwidth digits": _fullwidth,
    "bold tags": lambda text: text.replace("-", "-<b></b>").replace(" ", " <i></i>"),
    "arrows": lambda text: text.replace("-", "→"),
    "repeated": lambda text: f"{text} / {text}",
}
"""Disguises that can be laid over another one."""


def load(name: str) -> ModuleType:
    """Load one of the modules with which the tests of the shield make texts."""
    spec = importlib.util.spec_from_file_location(name, SHIELD / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def honest_texts(first: int, count: int) -> list[str]:
    """Return made texts without a phone number: logs, bills, code, tables and the like."""
    honest: Callable[[int], tuple[str, str]] = load("honest").honest
    return [honest(first + seed)[1] for seed in range(count)]


def run() -> list[Figure]:
    """Measure the recall of fictional numbers in honest texts, and print the table of what is missed."""
    from unrenew.shield import find_contacts

    tricks: dict[str, Callable[[str], str]] = load("tricks").TRICKS
    areas: tuple[str, ...] = load("tricks").AREAS
    honest: Callable[[int], tuple[str, str]] = load("honest").honest
    chance = random.Random(11)

    def numbers(text: str) -> set[str]:
        return {contact.value for contact in find_contacts(text).contacts if contact.kind == "phone"}

    def seen(name: str, overlays: list[str]) -> bool:
        ten = f"{chance.choice(areas)}55501{chance.randrange(100):02d}"
        written = tricks[name](ten)
        for overlay in overlays:
            written = OVERLAYS[overlay](written)
        around = honest(FIRST_SEED + chance.randrange(HONEST_TEXTS))[1]
        return "+1" + ten in numbers(f"{around}\n\nCall {written} today.\n\n{around}")

    plain = [name for name in tricks if not any(sign in tricks[name]("8555550142") for sign in [*MARKUP, "://"])]
    single = {name: [seen(name, []) for _ in range(8)] for name in tricks}
    both = {(name, one): [seen(name, [one])] for name in plain for one in OVERLAYS}
    three: dict[tuple[str, ...], list[bool]] = {}
    for _ in range(600):
        name, overlays = chance.choice(plain), chance.sample(sorted(OVERLAYS), 2)
        three.setdefault((name, *overlays), []).append(seen(name, overlays))
    alarms = sum(bool(numbers(honest(FIRST_SEED + seed)[1])) for seed in range(HONEST_TEXTS))
    for table in (single, both):
        for key, hits in table.items():
            if not all(hits):
                print(f"{key}: {sum(hits)} of {len(hits)}")
    command = "python -m bench shield"
    rows = (
        (f"recall, {len(single)} tricks in honest texts", _share(single), ">= 0.95"),
        (f"recall, {len(both)} mixes of two tricks", _share(both), ">= 0.95"),
        ("recall, 600 mixes of three tricks", _share(three), ">= 0.95"),
        (f"{HONEST_TEXTS} made honest texts with a number", f"{alarms / HONEST_TEXTS:.4f}", "<= 0.001"),
    )
    return [Figure(what=what, value=value, goal=goal, command=command) for what, value, goal in rows]


def _share(table: dict[str, list[bool]] | dict[tuple[str, str], list[bool]] | dict[tuple[str, ...], list[bool]]) -> str:
    hits = [hit for each in table.values() for hit in each]
    return f"{sum(hits) / len(hits):.3f}"
