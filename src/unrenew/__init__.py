"""The library: every public name, and nothing else."""

import importlib
from typing import Any

__version__ = "0.1.0"

PUBLIC: dict[str, str] = {
    "Directory": "unrenew.directory",
    "clean_guide": "unrenew.api.guides",
    "find_streams": "unrenew.find",
    "load_facts": "unrenew.facts",
    "open_directory": "unrenew.api.directory",
    "read_case": "unrenew.api.rights",
    "read_statement": "unrenew.readers",
    "read_statements": "unrenew.readers",
    "rights_of": "unrenew.api.rights",
    "scan": "unrenew.api.scan",
    "screen": "unrenew.shield",
}
"""Public name to the module that has it: imported when the name is first used, so that the command line starts fast."""

__all__ = [  # noqa: PLE0604
    "__version__",
    *PUBLIC,  # pyright: ignore[reportUnsupportedDunderAll]
]  # the names come when they are asked for


def __getattr__(name: str) -> Any:
    if name not in PUBLIC:
        raise AttributeError(f"module 'unrenew' has no attribute {name!r}")
    found = getattr(importlib.import_module(PUBLIC[name]), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return sorted({*globals(), *PUBLIC})
