"""docs/reference/glossary.md, from the docstrings of the nouns."""

import importlib
import inspect
import pkgutil
from enum import Enum

import unrenew.model

HEAD = """# Glossary

Written by `make docs` from the docstrings in `src/unrenew/model/`: one word for each thing, used everywhere.
"""


def text() -> str:
    """Return the page."""
    words: dict[str, str] = {}
    for info in pkgutil.iter_modules(unrenew.model.__path__):
        module = importlib.import_module(f"unrenew.model.{info.name}")
        for name, thing in vars(module).items():
            own = inspect.isclass(thing) and thing.__module__ == module.__name__ and not name.startswith("_")
            if own and thing.__doc__ and not issubclass(thing, Enum | BaseException):
                words[name] = inspect.cleandoc(thing.__doc__).split("\n\n")[0].replace("\n", " ")
    return HEAD + "".join(f"\n**{name}**: {words[name]}\n" for name in sorted(words, key=str.lower))
