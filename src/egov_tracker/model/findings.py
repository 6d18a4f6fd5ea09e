"""What a reader or a checker saw in the data: values with a rule id, a level, a place and a sentence."""

from __future__ import annotations

from typing import NamedTuple

from egov_tracker.model.terms import Level
from egov_tracker.text.terminal import spelled_out


class Location(NamedTuple):
    """A spot in a file; line and column count characters from 1."""

    path: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


class Finding(NamedTuple):
    """One thing seen at one place; `related` are the other places it concerns, `remark` the note that explains it."""

    rule: str
    level: Level
    message: str
    location: Location
    related: tuple[Location, ...] = ()
    remark: str | None = None

    @property
    def sort_key(self) -> tuple[Location, str, str]:
        """By place, then rule, then sentence: the order in which findings are printed."""
        return (self.location, self.rule, self.message)

    def __str__(self) -> str:
        return spelled_out(f"{self.location}: {self.rule} {self.level} {self.message}")


def error(rule: str, message: str, location: Location, *related: Location) -> Finding:
    """A finding that stops every command but the checker."""
    return Finding(rule, Level.ERROR, message, location, related)


def errors_only(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """The findings that make a snapshot unusable."""
    return tuple(found for found in findings if found.level is Level.ERROR)
