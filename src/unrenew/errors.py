"""Every exception that leaves the library, as one drawn tree.

UnrenewError                    something stopped; the text says what, where, and what to do
├── UsageError                  the words of the call are off
├── ReadError                   a file could not be read
│   ├── UnknownFormatError      no reader knows the file
│   ├── DamagedFileError        a reader knows the file, but nothing in it could be read
│   └── UnsafeFileError         too large, too deep, a bomb, or a DOCTYPE: not opened further
├── FactsError                  a facts file breaks a rule
├── InputError                  facts, dates or amounts of a case that cannot be
├── StoreError                  the person's data
│   ├── LockedError             another program has it, or the passphrase is wrong
│   └── NotFoundError           no such subscription, case or item
├── EvidenceError               a sealed item is not what was sealed
└── NetError                    a connection that was asked for failed
    └── NoAnswerError           something was handed over, and nobody said whether it arrived
"""


class UnrenewError(Exception):
    """Something stopped. `where` is a file, a line or a fact; `hint` is what the person can do."""

    def __init__(self, what: str, *, where: str | None = None, hint: str | None = None) -> None:
        super().__init__(what)
        self.what = what
        self.where = where
        self.hint = hint

    def __str__(self) -> str:
        """Return one plain line: where, what, what to do."""
        text = f"{self.where}: {self.what}" if self.where else self.what
        stop = "" if text.endswith(("?", "!", "…", ".")) else "."
        return f"{text}{stop} {self.hint}" if self.hint else text


class UsageError(UnrenewError):
    """The words of the call are off."""


class ReadError(UnrenewError):
    """A file could not be read."""


class UnknownFormatError(ReadError):
    """No reader knows the file."""


class DamagedFileError(ReadError):
    """A reader knows the file, but nothing in it could be read."""


class UnsafeFileError(ReadError):
    """Too large, too deep, a bomb, or a DOCTYPE: not opened further."""


class FactsError(UnrenewError):
    """A facts file breaks a rule."""


class InputError(UnrenewError):
    """Facts, dates or amounts of a case that cannot be."""


class StoreError(UnrenewError):
    """The person's data could not be read or kept."""


class LockedError(StoreError):
    """Another program has the data, or the passphrase is wrong."""


class NotFoundError(StoreError):
    """No such subscription, case or item."""


class EvidenceError(UnrenewError):
    """A sealed item is not what was sealed."""


class NetError(UnrenewError):
    """A connection that was asked for failed."""


class NoAnswerError(NetError):
    """Something was handed over, and nobody said whether it arrived."""
