"""How fast the shield reads: plain text, hostile text, posts read once, and each stage of it."""

import json
import random
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from bench.disguises import FIRST_SEED, honest_texts
from bench.figures import Figure

TEXTS = Path(__file__).parent.parent.parent / "shared" / "shield" / "dev.jsonl"
UNRENEW = str(Path(sys.executable).parent / "unrenew")
COMMAND = "python -m bench shield"
WORDS = [
    "the",
    "plan",
    "that",
    "you",
    "have",
    "will",
    "go",
    "on",
    "to",
    "the",
    "end",
    "of",
    "this",
    "term",
    "and",
    "nothing",
    "is",
    "charged",
    "after",
    "it",
    "unless",
    "they",
    "say",
    "so",
    "in",
    "writing",
    "before",
    "most",
    "people",
    "do",
    "not",
    "know",
    "where",
    "to",
    "look",
    "for",
    "their",
    "own",
    "account",
    "or",
    "how",
    "to",
    "read",
    "what",
    "it",
    "says",
    "about",
    "it",
]
T = TypeVar("T")
PASSES = 9
"""Of each measurement the quickest pass counts: other work on the machine only ever adds."""


def run() -> list[Figure]:
    """Measure processor time on one core; no answer and no host is kept between the posts of a pass."""
    from unrenew.api.guides import directory_of
    from unrenew.shield import screen

    directory = directory_of()
    chance = random.Random(7)
    whole = {
        "ordinary text without digits, MB/s": (" ".join(chance.choice(WORDS) for _ in range(400_000)), ">= 20"),
        "2 MB of one digit, MB/s": ("1" * 2_000_000, ""),
        "2 MB of digits and hyphens, MB/s": ("1-" * 1_000_000, ""),
        "2 MB of brackets, MB/s": ("(" * 2_000_000, ""),
        "2 MB of combining marks, MB/s": ("a" + "\u0301" * 1_000_000, ""),
    }
    screen("call 1-800-555-0199 at https://example.com", directory)
    rows = [
        (what, _speed([text], 3, lambda text: screen(text, directory)), goal) for what, (text, goal) in whole.items()
    ]
    honest = honest_texts(FIRST_SEED, 600)
    rows.append(
        (
            "made logs, bills, code and tables, each once, MB/s",
            _speed(honest, 3, lambda text: screen(text, directory)),
            "",
        )
    )
    found = [Figure(what=what, value=value, goal=goal, command=COMMAND) for what, value, goal in rows]
    return [*found, *_stages()] if TEXTS.exists() else found


def _stages() -> list[Figure]:
    """Measure the shared posts, each on its own, and what each stage takes of it."""
    from unrenew.api.guides import directory_of
    from unrenew.shield import screen
    from unrenew.shield.contacts import find_contacts
    from unrenew.shield.folding import fold
    from unrenew.shield.links import find_links
    from unrenew.shield.phones import find_phones
    from unrenew.shield.verdicts import judge_all
    from unrenew.shield.words import read_words

    directory = directory_of()
    texts = [json.loads(line)["text"] for line in TEXTS.read_text("utf-8").splitlines()]
    folded = [fold(text) for text in texts]
    found = [find_contacts(text) for text in texts]
    speed = _speed(texts, PASSES, lambda text: screen(text, directory))
    stages = {
        "folding": _each(texts, fold),
        "words for digits": _each(folded, lambda one: read_words(one.seen)),
        "numbers (with words for digits)": _each(
            list(zip(texts, folded, strict=True)), lambda one: find_phones(*one, ())
        ),
        "addresses and handles": _each(folded, find_links),
        "verdicts": _each(found, lambda one: judge_all(one, directory)),
        "all": _each(texts, lambda text: screen(text, directory)),
    }
    size = sum(len(text.encode()) for text in texts) / len(texts)
    seconds = _command(texts * 13) - _command(["x"])  # start-up taken off
    again = f"{size * len(texts) * 13 / 1e6 / seconds:.1f}"
    once = f"each of {len(texts)} shared posts once, nothing kept, MB/s"
    return [
        Figure(what=once, value=speed, goal=">= 5", command=COMMAND),
        Figure(what="the same posts 13 times, `screen --lines`, answers kept, MB/s", value=again, command=COMMAND),
        *(
            Figure(what=f"of it {stage}, a post of {size:.0f} bytes", value=f"{micros:.0f} us", command=COMMAND)
            for stage, micros in stages.items()
        ),
    ]


def _command(texts: list[str]) -> float:
    """Return the seconds of processor time that `unrenew screen --lines` takes, in the quickest of three runs."""
    lines = "".join(
        json.dumps({"id": place, "text": text}, ensure_ascii=False) + "\n" for place, text in enumerate(texts)
    ).encode()
    taken: list[float] = []
    for _ in range(3):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([UNRENEW, "screen", "--lines"], input=lines, stdout=subprocess.DEVNULL, check=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        taken.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return min(taken)


def _speed(texts: list[str], passes: int, read: Callable[[str], object]) -> str:
    size = sum(len(text.encode()) for text in texts)
    return f"{size / max(_each(texts, read, passes) * len(texts), 1e-6):.1f}"


def _each(inputs: Sequence[T], work: Callable[[T], object], passes: int = PASSES) -> float:
    """Return the microseconds of processor time that each input takes, in the quickest pass."""
    from unrenew.shield.scenes import near_domain, near_number

    best = float("inf")
    for _ in range(passes):
        near_domain.cache_clear()
        near_number.cache_clear()
        start = time.process_time()
        for one in inputs:
            work(one)
        best = min(best, time.process_time() - start)
    return best * 1e6 / len(inputs)
