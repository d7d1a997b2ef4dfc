"""The moment in which a notice begins to leave, said before it comes.

Python tells of every HTTP request before its bytes leave, whichever library makes it (an audit event, PEP 578); a mail
says so itself.
"""

import logging
import sys
import threading
from collections.abc import Callable
from contextvars import ContextVar
from functools import cache
from typing import Any

from unrenew.errors import NetError, NoAnswerError

CHECK_ADDRESS = "Check the address, and that the server runs"


class Handover:
    """A notice on its way: says when the first of it leaves, forbids that once nobody waits any more, knows the end."""

    def __init__(self, handing: Callable[[], None]) -> None:
        self._handing = handing
        self._lock = threading.Lock()
        self._settled = threading.Event()
        self._is_late = False
        self._error: BaseException | None = None
        self.handed = False
        self.words: list[str] = []

    def begin(self) -> None:
        """Say, before bytes leave, that they do. What this raises stops them."""
        with self._lock:
            if self._is_late:
                raise TimeoutError("nobody waits for this notice any more")
            if not self.handed:
                try:
                    self._handing()
                except BaseException as error:
                    self._error = error  # the library that carries it may have other words for it
                    raise
                self.handed = True

    def settle(self, error: BaseException | None) -> None:
        """Say how it ended; the first end counts."""
        with self._lock:
            if not self._settled.is_set():
                self._error = self._error or error
                self._settled.set()

    def wait(self, seconds: float, *, where: str) -> None:
        """Wait for the end, and raise what went wrong."""
        try:
            self._settled.wait(seconds)
        finally:
            with self._lock:
                self._is_late = True
        with self._lock:
            if not self._settled.is_set() and self._error is None:
                self._error = self.failed(f"no answer within {seconds:.0f} seconds", where)
        if self._error is not None:
            raise self._error

    def failed(self, what: str, where: str) -> NetError:
        """Return the error for an end without an answer."""
        return NoAnswerError(what, where=where) if self.handed else NetError(what, where=where, hint=CHECK_ADDRESS)


UNDER_WAY: ContextVar[Handover | None] = ContextVar("under_way", default=None)
"""What is being sent in this thread."""


class _Words(logging.Handler):
    """Keeps what Apprise logs of the notice that is being sent in this thread."""

    def emit(self, record: logging.LogRecord) -> None:
        if (handover := UNDER_WAY.get()) is not None:
            handover.words.append(record.getMessage())


@cache
def listen() -> None:
    """Hear of every HTTP request before its bytes leave (an audit event, PEP 578), and of what Apprise says of it."""

    def hear(event: str, _: tuple[Any, ...]) -> None:
        if event == "http.client.send" and (handover := UNDER_WAY.get()) is not None:
            handover.begin()

    sys.addaudithook(hear)
    logger = logging.getLogger("apprise")
    logger.addHandler(_Words())
    logger.setLevel(min(logger.getEffectiveLevel(), logging.INFO))
