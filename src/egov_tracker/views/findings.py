"""Findings as a page shows them: the line of the file, a caret under the place, how many of each level."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from egov_tracker.checks.context import CheckContext
from egov_tracker.checks.run import judge
from egov_tracker.model.terms import Level
from egov_tracker.views import phrases

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from egov_tracker.model.findings import Finding, Location
    from egov_tracker.model.observation import Snapshot
    from egov_tracker.store.ledger import Definitions
    from egov_tracker.views.page import Lang

# The line breaks of YAML 1.1, as the reader counts them.
LINE_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
BEFORE, AFTER = 60, 100
UNPRINTABLE = "\ufffd"
WIDE = frozenset("WF")


class Snippet(NamedTuple):
    """A line of a file, shortened, and the blanks that bring a caret under the place."""

    line: str
    blanks: str


class FindingView(NamedTuple):
    """A finding and its line, where the file still has that line."""

    finding: Finding
    snippet: Snippet | None


def view_findings(findings: Iterable[Finding], read: Callable[[str], str]) -> tuple[FindingView, ...]:
    """The findings with their lines; `read` gives the text of a file."""
    lines: dict[str, list[str]] = {}
    views = []
    for found in findings:
        path = found.location.path
        if path not in lines:
            lines[path] = LINE_BREAK.split(read(path).removeprefix("\ufeff"))
        views.append(FindingView(found, cut_snippet(lines[path], found.location)))
    return tuple(views)


def cut_snippet(lines: list[str], location: Location) -> Snippet | None:
    """The line of a place, with a caret that stands right under tabs, wide letters and combining marks."""
    if location.line > len(lines) or not lines[location.line - 1].strip():
        return None
    line, column = lines[location.line - 1], location.column - 1
    start = max(0, column - BEFORE)
    before, rest = line[start:column], line[column : column + AFTER]
    head, tail = "…" if start else "", "…" if len(line) > column + AFTER else ""
    blanks = " " * len(head) + "".join(map(_blank, printable(before)))
    return Snippet(head + printable(before) + printable(rest) + tail, blanks)


def printable(text: str) -> str:
    """The text without characters that a terminal would obey; tabs stay."""
    return text if text.isprintable() else "".join(c if c.isprintable() or c == "\t" else UNPRINTABLE for c in text)


def count_levels(findings: Iterable[Finding]) -> dict[Level, int]:
    """How many findings there are of each level."""
    levels = [found.level for found in findings]
    return {level: levels.count(level) for level in Level}


def summarize(findings: tuple[Finding, ...], snapshots: int, definitions: int) -> str:
    """One sentence: what was checked, and how many findings of each level there are."""
    counts = count_levels(findings)
    said = ", ".join(plural(count, level) for level, count in counts.items())
    explained = sum(found.remark is not None for found in findings)
    looked = f"{plural(snapshots, 'snapshot')}, {plural(definitions, 'definition file')}"
    return f"{looked}: {said}" + (f" ({explained} explained by remarks)" if explained else "")


def plural(count: int, noun: str) -> str:
    """A number with its noun."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _blank(char: str) -> str:
    if char == "\t":
        return char
    if unicodedata.category(char) in {"Mn", "Me"}:
        return ""
    return "  " if unicodedata.east_asian_width(char) in WIDE else " "


SEEN = {
    "REG004": "một cơ quan được nêu tên hai lần",
    "REG006": "tổng số của nguồn khác số cơ quan trong danh bạ",
    "FIG002": "số lượng nguồn ghi khác số tên được nêu",
    "FIG003": "đã hoàn thành, chưa hoàn thành và đặc thù cộng lại không bằng tổng số",
    "FIG004": "tỷ lệ nguồn in không khớp khi tính lại",
    "FIG005": "các phần cộng lại không bằng tổng mà nguồn in",
    "FIG006": "số ước lượng khác xa số chính xác",
    "FIG007": "một cơ quan được nêu ở hai trạng thái",
    "SRC003": "số liệu tính đến ngày sau ngày của văn bản",
    "SRC004": "số liệu tính đến ngày ngoài kỳ",
    "SER001": "chỉ tiêu đã đạt thì không giảm, nay lại giảm so với kỳ trước",
    "SER002": "tổng số thay đổi so với kỳ trước",
    "SER004": "hai số liệu khác nhau về cùng một nội dung, tính đến cùng một ngày",
    "SER005": "số lũy kế giảm",
    "SER006": "cơ quan đã hoàn thành ở kỳ trước nay lại chưa hoàn thành",
}


def view_contradictions(
    snapshots: Sequence[Snapshot], definitions: Definitions, lang: Lang
) -> dict[Location, tuple[str, ...]]:
    """The footnotes of the last snapshot by the places of its observations; the earlier ones are compared with it."""
    snapshot = snapshots[-1]
    locations = sorted(observation.location for observation in snapshot.observations)
    notes: dict[Location, tuple[str, ...]] = {}
    for found in judge(CheckContext(tuple(snapshots), definitions.registry, whole=False)):
        before = [location for location in locations if location <= found.location]
        if found.location.path == snapshot.path and found.level is not Level.NOTE and found.rule in SEEN and before:
            notes[before[-1]] = (*notes.get(before[-1], ()), _note(found, lang))
    return notes


def _note(found: Finding, lang: Lang) -> str:
    seen = SEEN[found.rule]
    pair = (f"Chưa có giải thích: {seen} ({found.rule}).", f"Not explained: {found.message} ({found.rule}).")
    return phrases.pick(pair, lang)
