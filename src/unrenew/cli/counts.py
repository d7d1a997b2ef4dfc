"""A number with what it counts, in the singular where it is one."""


def counted(number: int, noun: str, plural: str | None = None) -> str:
    """Return "1 file", "2 files"; `plural` where it is not the noun with an s."""
    return f"{number} {noun if number == 1 else plural or f'{noun}s'}"
