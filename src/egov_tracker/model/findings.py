"""Findings: what the loader or the checker reports about the data, with rule, level, location and message."""

from __future__ import annotations

from typing import TYPE_CHECKING

from egov_tracker.model.terms import Level
from egov_tracker.text.terminal import spelled_out
from egov_tracker.values import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable


class Location(NamedTuple):
    """A position in a file; line and column count from 1, columns in characters."""

    path: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


class Finding(NamedTuple):
    """One finding; `related` are the other locations that it concerns, `remark` the note that explains it, if any."""

    rule: str
    level: Level
    message: str
    location: Location
    related: tuple[Location, ...] = ()
    remark: str | None = None

    @property
    def sort_key(self) -> tuple[Location, str, str]:
        """By location, rule and message: the order in which findings are printed."""
        return (self.location, self.rule, self.message)

    def with_paths(self, named: Callable[[str], str]) -> Finding:
        """The finding with its files under other names."""
        locations = (self.location, *self.related)
        first, *related = (one._replace(path=named(one.path)) for one in locations)
        return self._replace(location=first, related=tuple(related))

    def __str__(self) -> str:
        return spelled_out(f"{self.location}: {self.rule} {self.level} {self.message}")

    def __repr__(self) -> str:
        return f"<Finding {self}>"


def error(rule: str, message: str, location: Location, *related: Location) -> Finding:
    """A finding of level error, which stops every command but `egov check`."""
    return Finding(rule, Level.ERROR, message, location, related)


def errors_only(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """The findings of level error, which make a snapshot unusable."""
    return tuple(found for found in findings if found.level is Level.ERROR)
