"""The shield: recall and false alarms on the shared texts, where they are, and speed."""

import json
import subprocess
import sys
from pathlib import Path

from bench import disguises, left_out, shield_speeds
from bench.figures import Figure

TITLE = "Shield: contacts in any text"
SHARED = Path(__file__).parent.parent.parent / "shared"
SCORER = SHARED / "measure" / "score_shield.py"
TEXTS = SHARED / "shield" / "dev.jsonl"
UNRENEW = str(Path(sys.executable).parent / "unrenew")
COMMAND = "score_shield.py --data dev.jsonl --cmd 'unrenew screen --lines' --tricks"


def run() -> list[Figure]:
    """Measure: the shared texts as a whole process, then the engine alone, on one core."""
    return [
        *(_scores() if SCORER.exists() else []),
        *disguises.run(),
        *left_out.run(),
        *shield_speeds.run(),
    ]


def _scores() -> list[Figure]:
    call = [sys.executable, str(SCORER), "--data", str(TEXTS), "--cmd", f"{UNRENEW} screen --lines"]
    scored = json.loads(
        subprocess.run([*call, "--json", "--no-speed"], capture_output=True, text=True, check=True).stdout
    )
    spam, made, honest = scored["positive"], scored["constructed"], scored["negative"]
    print(subprocess.run([*call, "--tricks", "--no-speed"], capture_output=True, text=True, check=True).stdout)
    rows = (
        ("recall of planted numbers, real spam", f"{spam['recall']:.3f}", ">= 0.98"),
        ("recall, constructed tricks", f"{made['recall']:.3f}", ">= 0.95"),
        ("honest texts with a false number", f"{honest['docs_with_false_number']:.3f}", "<= 0.01"),
        ("genuine numbers found", f"{honest['genuine_recall']:.3f}", ">= 0.95"),
        ("genuine numbers accused", f"{honest['accused_wrong'] + spam['accused_wrong']}", "0"),
        ("planted numbers accused, with two signs or more", f"{spam['accused_right']} of {spam['planted']}", ""),
    )
    return [Figure(what=what, value=value, goal=goal, command=COMMAND) for what, value, goal in rows]
