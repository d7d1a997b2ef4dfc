"""Rows that are no transactions: counted by reason, with lines."""

from collections.abc import Iterable

from unrenew.model.values import Problem, Severity

_NAMED = 5


class Tally:
    """Collects problems of one file. Rows with the same problem become one problem that counts and names them."""

    def __init__(self, word: str) -> None:
        self.word = word
        self._rows: dict[tuple[str, Severity], list[int]] = {}
        self._notes: dict[tuple[str, Severity, str], None] = {}

    def rows(self, what: str, places: Iterable[int], severity: Severity = "warning") -> None:
        """Take rows that look like bookings and were not taken as transactions."""
        self._rows.setdefault((what, severity), []).extend(places)

    def note(self, what: str, severity: Severity = "info", where: str = "file") -> None:
        """Take something that is wrong or was decided about rows that are transactions all the same."""
        self._notes.setdefault((what, severity, where))

    def places(self, places: Iterable[int]) -> str:
        """Return lines as people say them: "lines 3, 4 and 12 more"."""
        found = sorted(places)
        if len(found) == 1:
            return f"{self.word} {found[0]}"
        named = ", ".join(map(str, found[:_NAMED]))
        return f"{self.word}s {named}" + (f" and {len(found) - _NAMED} more" if len(found) > _NAMED else "")

    def problems(self) -> list[Problem]:
        """Return everything, rows first."""
        rows = [
            Problem(where=self.places(places), what=what, severity=severity, rows=len(places))
            for (what, severity), places in self._rows.items()
            if places
        ]
        return rows + [Problem(where=where, what=what, severity=severity) for what, severity, where in self._notes]
