"""The bench measures like work: every program sees the same differences, passes sound files and finds the seeded fault.

Programs that are not there are left out: BENCH_PEERS names the folder in which they are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bench import check, diff
from bench.generated import bodies_2016, communes, write_ledger
from bench.growth import LEAST, SPOTS
from bench.peers import DIFFERS
from bench.promises import MARGIN, PROMISES, broken
from bench.timing import Result, Run
from tests.building import ROOT
from tests.running import run_egov

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(("bodies", "moved", "changed"), [(bodies_2016(), 0.2, 114), (communes(500), 0.002, 6)])
def test_every_program_sees_the_states_that_changed(tmp_path: Path, bodies: object, moved: float, changed: int) -> None:
    assert diff.write_case(tmp_path, bodies, moved) == changed  # type: ignore[arg-type]
    seen = diff.counts(tmp_path)
    assert seen == dict.fromkeys(seen, changed)
    assert set(seen) - {"egov"} <= set(DIFFERS)


def test_every_program_passes_sound_files_and_says_where_the_seeded_fault_is(tmp_path: Path) -> None:
    check.write_case(tmp_path, 4)
    check.check_faults(tmp_path, 4)


def test_forty_generated_quarters_are_sound(tmp_path: Path) -> None:
    ran = run_egov("check", "--data", write_ledger(tmp_path / "data", 40, bodies_2016()))
    assert (ran.code, ran.out, ran.err) == (0, "", "40 snapshots, 3 definition files: 0 errors, 0 warnings, 0 notes\n")


@pytest.mark.parametrize("name", SPOTS)
def test_a_command_exits_as_expected_on_the_ledger_that_is_to_grow(name: str) -> None:
    assert SPOTS[name].run(LEAST) > 0  # or the bench stops


@pytest.mark.parametrize(("cpu", "said"), [(12.0 * MARGIN, 0), (12.1 * MARGIN, 1)])
def test_a_promise_is_broken_by_a_quarter_more(monkeypatch: pytest.MonkeyPatch, cpu: float, said: int) -> None:
    monkeypatch.setitem(PROMISES, "one", 12)
    results = [Result(name, (Run(seconds, 0, 0, 0, ""),)) for name, seconds in (("bare", 1.0), ("one", cpu))]
    assert len([*broken(results)]) == said


def test_the_readme_promises_what_the_bench_holds_it_to() -> None:
    lines = (ROOT / "README.md").read_text(encoding="utf-8").splitlines()
    rows = (line.strip("| ").split(" | ") for line in lines if line.startswith("| egov ") and line.count("|") == 5)
    said = {}
    for name, *cells in rows:
        for mode, cell in zip(("cold", "warm", "one changed"), cells, strict=True):
            if cell.strip() != "–":
                said[f"{name}, {mode}"] = float(cell)
    assert said == PROMISES
