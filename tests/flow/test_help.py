"""What every command says of itself and of its options: whole pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from egov_tracker.cli.app import COMMANDS
from tests.running import run_egov

if TYPE_CHECKING:
    from collections.abc import Callable


def test_the_help_of_every_command_is_as_kept(golden: Callable[[str, str], None]) -> None:
    pages = []
    for arguments in ((), *((name,) for name in COMMANDS)):
        ran = run_egov(*arguments, "--help", env={"COLUMNS": "100"})
        assert (ran.code, ran.err) == (0, "")
        pages.append(f"$ egov {' '.join([*arguments, '--help'])}\n{ran.out}")
    golden("help.txt", "\n".join(pages))


def test_help_has_a_short_name() -> None:
    assert run_egov("status", "-h") == run_egov("status", "--help")
    assert run_egov("-h") == run_egov("--help")
