"""The shield: recall and false alarms on the shared texts, where they are, and speed."""

import json
import random
import subprocess
import sys
import time
from pathlib import Path

from bench import disguises
from bench.figures import Figure

TITLE = "Shield: contacts in any text"
SHARED = Path(__file__).parent.parent.parent / "shared"
SCORER = SHARED / "measure" / "score_shield.py"
TEXTS = SHARED / "shield" / "dev.jsonl"
UNRENEW = str(Path(sys.executable).parent / "unrenew")
COMMAND = "score_shield.py --data dev.jsonl --cmd 'unrenew screen --lines' --tricks"
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


def run() -> list[Figure]:
    """Measure: the shared texts as a whole process, then the engine alone, on one core."""
    return [*(_scores() if SCORER.exists() else []), *disguises.run(), *_speeds()]


def _scores() -> list[Figure]:
    call = [sys.executable, str(SCORER), "--data", str(TEXTS), "--cmd", f"{UNRENEW} screen --lines"]
    scored = json.loads(subprocess.run([*call, "--json"], capture_output=True, text=True, check=True).stdout)
    spam, made, honest = scored["positive"], scored["constructed"], scored["negative"]
    print(subprocess.run([*call, "--tricks", "--no-speed"], capture_output=True, text=True, check=True).stdout)
    rows = (
        ("recall of planted numbers, real spam", f"{spam['recall']:.3f}", ">= 0.98"),
        ("recall, constructed tricks", f"{made['recall']:.3f}", ">= 0.95"),
        ("honest texts with a false number", f"{honest['docs_with_false_number']:.3f}", "<= 0.01"),
        ("genuine numbers found", f"{honest['genuine_recall']:.3f}", ">= 0.95"),
        ("genuine numbers accused", f"{honest['accused_wrong'] + spam['accused_wrong']}", "0"),
        ("planted numbers accused, with two signs or more", f"{spam['accused_right']} of {spam['planted']}", ""),
        ("the same texts again and again (answers kept), MB/s", f"{scored['mb_per_s']:.1f}", ""),
    )
    return [Figure(what=what, value=value, goal=goal, command=COMMAND) for what, value, goal in rows]


def _speeds() -> list[Figure]:
    from unrenew.api.guides import directory_of
    from unrenew.shield import screen

    directory = directory_of()
    chance = random.Random(7)
    ordinary = " ".join(chance.choice(WORDS) for _ in range(400_000))
    texts = {
        "ordinary text without digits, MB/s": (ordinary, ">= 20"),
        "2 MB of one digit, MB/s": ("1" * 2_000_000, ""),
        "2 MB of digits and hyphens, MB/s": ("1-" * 1_000_000, ""),
        "2 MB of brackets, MB/s": ("(" * 2_000_000, ""),
        "2 MB of combining marks, MB/s": ("a" + "\u0301" * 1_000_000, ""),
    }
    if TEXTS.exists():
        lines = [json.loads(line)["text"] for line in TEXTS.read_text("utf-8").splitlines()]
        texts["each shared text once, nothing kept, MB/s"] = ("\n\n\n".join(lines), ">= 5")
    screen("call 1-800-555-0199 at https://example.com", directory)
    found: list[Figure] = []
    for what, (text, goal) in texts.items():
        start = time.process_time()
        screen(text, directory)
        seconds = time.process_time() - start
        speed = len(text.encode()) / 1e6 / max(seconds, 1e-6)
        found.append(Figure(what=what, value=f"{speed:.1f}", goal=goal, command="python -m bench shield"))
    return found
