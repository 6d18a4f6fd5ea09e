"""Findings with the line of the file and a caret, their counts by level, and contradictions as footnotes."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from pathlib import Path
from typing import TYPE_CHECKING

from egov_tracker.model.rules import RULES_BY_ID
from egov_tracker.model.terms import Level
from egov_tracker.values import NamedTuple
from egov_tracker.views.phrases import Phrases, plural

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from egov_tracker.model.findings import Finding, Location
    from egov_tracker.model.observation import Snapshot
    from egov_tracker.store.discovery import DataFolder
    from egov_tracker.views.page import Lang

# The line breaks of YAML 1.1, as the reader counts them.
LINE_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
BEFORE, AFTER = 60, 100
UNPRINTABLE = "\ufffd"
WIDE = frozenset("WF")


class Snippet(NamedTuple):
    """A shortened line of a file, and the blanks that put a caret under the column of a finding."""

    line: str
    blanks: str


class FindingView(NamedTuple):
    """A finding and its line, where the file still has that line."""

    finding: Finding
    snippet: Snippet | None


def view_findings(findings: Iterable[Finding], read: Callable[[str], str]) -> tuple[FindingView, ...]:
    """Add to each finding its line; `read` returns the text of a file."""
    lines: dict[str, list[str]] = {}
    views = []
    for found in findings:
        path = found.location.path
        if path not in lines:
            lines[path] = LINE_BREAK.split(read(path).removeprefix("\ufeff"))
        views.append(FindingView(found, cut_snippet(lines[path], found.location)))
    return tuple(views)


def by_weight(findings: Iterable[Finding], folder: DataFolder) -> list[Finding]:
    """Errors first, then warnings, then notes; of one level, the ledger's own files before those of the package."""
    levels = list(Level)  # the worst first

    def weight(found: Finding) -> tuple[object, ...]:
        own = Path(found.location.path).resolve().is_relative_to(folder.root.resolve())
        return (levels.index(found.level), not own, found.sort_key)

    return sorted(findings, key=weight)


def cut_snippet(lines: list[str], location: Location) -> Snippet | None:
    """Cut the line of a location; the blanks allow for tabs, wide letters and combining marks. None if blank."""
    if location.line > len(lines) or not lines[location.line - 1].strip():
        return None
    line, column = lines[location.line - 1], location.column - 1
    start = max(0, column - BEFORE)
    before, rest = line[start:column], line[column : column + AFTER]
    head, tail = "…" if start else "", "…" if len(line) > column + AFTER else ""
    blanks = " " * len(head) + "".join(map(_blank, printable(before)))
    return Snippet(head + printable(before) + printable(rest) + tail, blanks)


def printable(text: str) -> str:
    """Replace control characters by U+FFFD, so that a terminal does not act on them; tabs stay."""
    return text if text.isprintable() else "".join(c if c.isprintable() or c == "\t" else UNPRINTABLE for c in text)


def count_levels(findings: Iterable[Finding]) -> dict[Level, int]:
    """How many findings there are of each level."""
    levels = [found.level for found in findings]
    return {level: levels.count(level) for level in Level}


def summarize(findings: tuple[Finding, ...], snapshots: int, definitions: int, *, hidden: bool) -> str:
    """One sentence: what was checked, and how many findings of each level there are, the explained ones apart."""
    counts = count_levels(findings)
    said = ", ".join(plural(count, level) for level, count in counts.items())
    explained = sum(found.remark is not None for found in findings)
    looked = f"{plural(snapshots, 'snapshot')}, {plural(definitions, 'definition file')}"
    return f"{looked}: {said}" + (
        f" ({explained} explained by remarks{'; --all shows them' if hidden else ''})" if explained else ""
    )


def _blank(char: str) -> str:
    if char == "\t":
        return char
    if unicodedata.category(char) in {"Mn", "Me"}:
        return ""
    return "  " if unicodedata.east_asian_width(char) in WIDE else " "


def view_contradictions(
    contradictions: Iterable[Finding], snapshot: Snapshot, lang: Lang
) -> dict[Location, tuple[str, ...]]:
    """Footnotes on the unexplained contradictions in a snapshot, by the location of the observation."""
    say = Phrases(lang)
    locations = sorted(observation.location for observation in snapshot.observations)
    notes: dict[Location, list[str]] = {}
    for found in contradictions:
        if before := bisect_right(locations, found.location):
            notes.setdefault(locations[before - 1], []).append(_note(found, say))
    return {location: tuple(texts) for location, texts in notes.items()}


def _note(found: Finding, say: Phrases) -> str:
    head = say(f"Chưa có giải thích: {RULES_BY_ID[found.rule].title_vi}", f"Not explained: {found.message}")
    return f"{head} ({found.rule})."
