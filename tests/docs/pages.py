"""The documentation as its tests read it: fenced blocks, the commands in them, and the files that a page shows."""

from __future__ import annotations

import re
import shlex
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from tests.building import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PAGES = (ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md")))

FENCE = re.compile(
    r"(?:<!-- file: (?P<file>\S+) -->\n\n?)?```(?P<language>\w+)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL
)
INLINE = re.compile(r"`(egov [^`]+)`")
# What installs or tests is run by .ci/run and by nobody else.
INSTALLS = ("python3 -m venv", ".venv/bin/pip", ".venv/bin/pytest", "tools/dev", "pytest")
PLACEHOLDER = re.compile(r"[A-Z]{3,}|…")


@dataclass(frozen=True)
class Block:
    """A fenced block: where it stands, its language, its text, and the file that it is, if it is marked as one."""

    page: Path
    line: int
    language: str
    text: str
    file: str | None = None

    @property
    def place(self) -> str:
        """`README.md:24`, the line of the first line inside."""
        return f"{self.page.relative_to(ROOT)}:{self.line}"


class Shown(NamedTuple):
    """A command as a page shows it, and the output shown under it; None where the page shows none."""

    command: str
    output: tuple[str, ...] | None = None


def blocks(page: Path) -> list[Block]:
    """The fenced blocks of a page, in order."""
    text = page.read_text(encoding="utf-8")
    return [
        Block(page, text.count("\n", 0, found.start("text")) + 1, found["language"], found["text"], found["file"])
        for found in FENCE.finditer(text)
    ]


def shown_in(block: Block) -> list[Shown]:
    """The commands of an `sh` block, one a line; or of a `console` block, each after `$ ` and above its output."""
    lines = block.text.splitlines()
    if block.language == "sh":
        return [Shown(line) for line in lines if line]
    starts = [number for number, line in enumerate(lines) if line.startswith("$ ")]
    assert starts[:1] == [0], f"{block.place}: a console block begins with a command, `$ egov …`"
    ends = [*starts[1:], len(lines)]
    return [
        Shown(lines[start].removeprefix("$ "), tuple(lines[start + 1 : end]))
        for start, end in zip(starts, ends, strict=True)
    ]


def runs_of(command: str) -> Iterator[list[str]]:
    """The arguments of each `egov` in a command line; what installs is passed over, and anything else refused."""
    for part in command.split(" && "):
        words = shlex.split(part, comments=True)
        if part.startswith(INSTALLS):
            continue
        assert words[0] in {"egov", ".venv/bin/egov"}, f"only egov and what installs it are run: {part}"
        yield words[1:]


def inline_lines(page: Path) -> list[tuple[int, list[str]]]:
    """The lines of a page's prose and tables that name commands, `egov …`, and those commands."""
    text = FENCE.sub(lambda found: "\n" * found[0].count("\n"), page.read_text(encoding="utf-8"))
    named = [(number, INLINE.findall(line)) for number, line in enumerate(text.splitlines(), 1)]
    return [(number, commands) for number, commands in named if commands]


def stands_for_something(command: str) -> bool:
    """Whether a word of the command is one to be replaced, such as FILE."""
    return any(PLACEHOLDER.fullmatch(word) for word in command.split())
