"""What a type checker knows of the installed package: `mypy --strict` passes code of a caller, and finds mistakes."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.building import ROOT

if TYPE_CHECKING:
    from pathlib import Path

CONSUMER = """\
from decimal import Decimal

import egov_tracker as egov
from egov_tracker import Counts, Ledger, Observation, Timeline

ledger: Ledger = egov.open_ledger("here")
rows: list[dict[str, str | int | float | bool | None]] = ledger.records()
found: list[Observation] = [seen for seen in ledger["2016Q2"].find("lgsp", group="central") if seen.figure]
counts: Counts | None = ledger.body_status(found[0])
names: list[str] = [status.body.name_vi for status in counts.bodies(egov.State.DONE)] if counts else []
timeline: Timeline = ledger.timeline("lgsp", breakdown={"level": "4"})
comparable: list[bool] = [step.comparable for step in timeline.steps]
moved: list[Decimal | None] = [
    change.delta for change in ledger.compare("2016Q1", ledger["2016Q2"]) if isinstance(change, egov.FigureChanged)
]
messages: list[str] = [finding.message for finding in egov.check(ledger)]
late: list[str] = [one.obligation.id for one in ledger.obligations("2016Q2") if one.outcome is egov.Outcome.MISSED]
quarters: list[egov.Quarter] = [*ledger]
"""
MISTAKES = """\
import egov_tracker as egov

ledger = egov.open_ledger(7)
egov.open_leger()
ledger.find("lgsp", "central")
ledger.timeline()
number: int = ledger.records()[0]["done"]
"""


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> list[str]:
    """What `mypy --strict` says of three files outside of the checkout: `mistakes.py:3 [arg-type]`."""
    folder: Path = tmp_path_factory.mktemp("consumer")
    example = (ROOT / "docs" / "example.py").read_text(encoding="utf-8")
    for name, text in {"consumer": CONSUMER, "example": example, "mistakes": MISTAKES}.items():
        (folder / f"{name}.py").write_text(text, encoding="utf-8")
    kept = getattr(request.config, "cache", None)  # pytest may run without its cache
    cache = kept.mkdir("mypy") if kept else folder / "cache"
    command = [sys.executable, "-m", "mypy", "--strict", "--config-file=", f"--cache-dir={cache}", "."]
    environment = {name: value for name, value in os.environ.items() if name != "MYPYPATH"}
    ran = subprocess.run(command, cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False)  # noqa: S603 - mypy
    assert ran.stderr == ""
    return [" ".join(found) for found in re.findall(r"^(\S+:\d+): error: .*(\[[a-z-]+\])$", ran.stdout, re.MULTILINE)]


def test_a_caller_s_code_passes(said: list[str]) -> None:
    assert [line for line in said if not line.startswith("mistakes.py")] == []


def test_a_caller_s_mistakes_do_not(said: list[str]) -> None:
    assert said == [
        "mistakes.py:3 [arg-type]",
        "mistakes.py:4 [attr-defined]",
        "mistakes.py:5 [call-arg]",
        "mistakes.py:6 [call-arg]",
        "mistakes.py:7 [assignment]",
    ]
