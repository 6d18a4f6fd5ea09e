"""The README and the help texts speak of the same program."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from egov_tracker.cli.app import COMMANDS
from tests.building import ROOT
from tests.docs.pages import PAGES
from tests.running import run_egov

if TYPE_CHECKING:
    from pathlib import Path

README = (ROOT / "README.md").read_text(encoding="utf-8")
# Options of other programs that the documentation names.
OTHER_PROGRAMS = frozenset({
    "--ext-diff", "--no-ext-diff", "--update-goldens", "--strict", "--seconds",
    "--measure", "--messages", "--sample", "--seed",
})  # fmt: skip
LONG = re.compile(r"(?<![\w-])--[a-z][a-z-]+")


@pytest.fixture(scope="module")
def known() -> set[str]:
    """The options of all commands, as their help names them."""
    commands = ([], *([name] for name in COMMANDS))
    return {option for command in commands for option in LONG.findall(run_egov(*command, "--help").out)}


def test_the_program_has_options(known: set[str]) -> None:
    assert {"--quarter", "--data", "--version"} <= known


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_option_in_the_documentation_is_one_of_the_program(page: Path, known: set[str]) -> None:
    assert sorted(set(LONG.findall(page.read_text(encoding="utf-8"))) - OTHER_PROGRAMS - known) == []


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_shown_in_the_readme(command: str) -> None:
    assert re.search(rf"\begov {command}\b", README)


def test_the_rules_in_the_readme_are_those_that_the_program_lists() -> None:
    assert run_egov("explain", "-f", "md").out in README
