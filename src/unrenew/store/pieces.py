"""Pieces of bytes, read like a file."""

from collections.abc import Iterator


class Pieces:
    """Gives one piece for each `read`, b"" at the end: all that copying a stream needs."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._pieces = pieces

    def read(self, _size: int = -1, /) -> bytes:
        """Return the next piece."""
        return next((piece for piece in self._pieces if piece), b"")
