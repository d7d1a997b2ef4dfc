"""What a benchmark gives back, and how a whole process is measured."""

import os
import resource
import statistics
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One row of the table: what was measured, what came out, the goal, the command that repeats it."""

    what: str
    value: str
    goal: str = ""
    command: str = ""


def machine() -> str:
    """Return the machine in a few words."""
    return f"{os.cpu_count()} cores"


def processor_seconds() -> float:
    """Return the processor time of all ended child processes; on a busy machine it says more than the wall clock."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def process_seconds(command: Sequence[str], *, runs: int = 5) -> tuple[float, float]:
    """Run a command once to warm up and `runs` times more; return the median wall seconds and the peak MB."""
    walls: list[float] = []
    peak = 0.0
    # As installed: bytecode is kept. The warm-up run writes it where it is not there yet.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    for run in range(runs + 1):
        start = time.perf_counter()
        with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment) as child:
            _, status, usage = os.wait4(child.pid, 0)
            child.returncode = os.waitstatus_to_exitcode(status)
        wall = time.perf_counter() - start
        if child.returncode not in (0, 1):
            raise RuntimeError(f"{command} ended with {child.returncode}")
        if run:
            walls.append(wall)
            peak = max(peak, usage.ru_maxrss / 1024)
    return statistics.median(walls), peak
