"""Runs what is under test: the command line, in this process or in one of its own; the checker; the comparison."""

from __future__ import annotations

import contextlib
import io
import os
import re
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, NamedTuple
from unittest.mock import patch

import pytest

from egov_tracker.changes.compare import DIRECT, compare_snapshots
from egov_tracker.checks.judgement import context_of, judge
from egov_tracker.cli.app import run
from egov_tracker.store.definitions import read_obligations
from egov_tracker.store.snapshots import read_snapshot
from egov_tracker.views.appendix import Query, list_of, named_in
from egov_tracker.views.observation import view_observation
from egov_tracker.views.page import Lang
from egov_tracker.views.records import appendix_record
from tests.building import ROOT, SMALL, definitions, snapshot_text, write_ledger

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from egov_tracker.changes.compare import Route
    from egov_tracker.changes.model import Change
    from egov_tracker.model.findings import Finding, Location
    from egov_tracker.model.obligations import PlacedObligation
    from egov_tracker.model.observation import Snapshot
    from egov_tracker.store.ledger import Ledger
    from egov_tracker.views.record_types import AppendixRecord

# What in the caller's environment speaks to the program, to its terminal, or to the tests' own Python.
TOLD = (
    "EGOV_", "_EGOV_", "COMP_", "GITHUB_", "NO_COLOR", "COLUMNS", "LINES", "FORCE_COLOR", "TERMINAL_WIDTH", "TTY_",
    "COV_CORE_", "COVERAGE_PROCESS_CONFIG",
)  # fmt: skip


# Where the tests keep what the program keeps between runs: never where the caller's own is.
KEPT = tempfile.TemporaryDirectory(prefix="egov-tests-", ignore_cleanup_errors=True)


def need(name: str) -> str:
    """The path of a program; EGOV_REQUIRE_PROGRAMS=1 turns the skip into a failure."""
    if path := shutil.which(name):
        return path
    if os.environ.get("EGOV_REQUIRE_PROGRAMS"):
        pytest.fail(f"{name} is not installed, and EGOV_REQUIRE_PROGRAMS asks for it")
    pytest.skip(f"{name} is not installed")


NAMED = {name: os.environ.get(name) for name in ("EGOV_SARIF_SCHEMA", "EGOV_AXE")}


def need_file(variable: str) -> Path:
    """The file that a variable of the caller's environment names, skipped or asked for like a program."""
    if path := NAMED[variable]:
        return Path(path)
    if os.environ.get("EGOV_REQUIRE_PROGRAMS"):
        pytest.fail(f"{variable} is not set, and EGOV_REQUIRE_PROGRAMS asks for it")
    pytest.skip(f"{variable} names no file")


def only_as_locked(package: str) -> pytest.MarkDecorator:
    """Skip a test of what a package makes in the very words of one release, where it is not that of constraints.txt."""
    pinned = re.search(rf"^{package}==(\S+)", (ROOT / "constraints.txt").read_text(encoding="utf-8"), re.MULTILINE)
    assert pinned, f"constraints.txt does not pin {package}"
    return pytest.mark.skipif(version(package) != pinned[1], reason=f"{package} is not {pinned[1]}")


class Outcome(NamedTuple):
    """What a run of the command line left: the exit code, stdout and stderr."""

    code: int
    out: str
    err: str


def silence_environment() -> None:
    """Take out of this process's environment what the caller says to the program, for good."""
    for name in [*os.environ]:
        if name.startswith(("EGOV_", "_EGOV_")) and name not in {"EGOV_REQUIRE_PROGRAMS", *NAMED}:
            del os.environ[name]
    os.environ["EGOV_CACHE_DIR"] = KEPT.name


def silent_environment(told: Mapping[str, str] | None = None) -> dict[str, str]:
    """The caller's environment without what speaks to the program, and with what is told to it."""
    silent = {name: value for name, value in os.environ.items() if not name.startswith(TOLD)}
    return silent | {"EGOV_CACHE_DIR": KEPT.name} | dict(told or {})


def counted() -> dict[str, str]:
    """What a child process has to be told so that coverage, where it counts, counts there too."""
    return {name: value for name, value in os.environ.items() if name == "COVERAGE_PROCESS_CONFIG"}


class _Stream(io.TextIOWrapper):
    """A stream that keeps what is written to it, and may say that it is a terminal."""

    def __init__(self, *, terminal: bool) -> None:
        self.kept = io.BytesIO()
        self.terminal = terminal
        super().__init__(self.kept, encoding="utf-8")

    def isatty(self) -> bool:
        return self.terminal

    def text(self) -> str:
        self.flush()
        return self.kept.getvalue().decode(errors="surrogateescape")  # what is no text comes back with `encode`


def run_egov(
    *args: str | Path, cwd: Path = SMALL, env: Mapping[str, str] | None = None, terminal: bool = False
) -> Outcome:
    """Run `egov` in this process as if from a shell; only the exit is caught, so that a traceback fails the test."""
    out, err = _Stream(terminal=terminal), _Stream(terminal=terminal)
    with _shell(list(map(str, args)), cwd, env or {}), patch("sys.stdout", out), patch("sys.stderr", err):
        try:
            run()
        except SystemExit as done:
            code = done.code if isinstance(done.code, int) else 0
        else:
            code = 0
    return Outcome(code, out.text(), err.text())


def part_of_report(folder: Path, reports: Mapping[str, Sequence[str]], heading: str, *options: str) -> list[str]:
    """The lines, without empty ones, of a part of the report of 2016Q2 on snapshots of entries of one line each."""
    data = folder / "data"
    write_ledger(data, {quarter: snapshot_text(entries, quarter) for quarter, entries in reports.items()})
    ran = run_egov("report", "2016Q2", "-f", "md", *options, "--data", data)
    assert ran.code == 0, ran.err
    _, found, rest = ran.out.partition(f"## {heading}\n")
    return [line for line in rest.partition("\n## ")[0].splitlines() if line] if found else []


@contextlib.contextmanager
def _shell(args: list[str], cwd: Path, env: Mapping[str, str]) -> Iterator[None]:
    """The arguments, the working folder and an environment that says nothing to the program but what is asked for.

    The main module is an empty one, since the program reads its own name from there.
    """
    with (
        contextlib.chdir(cwd),
        patch.object(sys, "argv", ["egov", *args]),
        _main_module(ModuleType("__main__")),
        patch.dict(os.environ, silent_environment(env), clear=True),
    ):
        yield


@contextlib.contextmanager
def _main_module(module: ModuleType) -> Iterator[None]:
    before = sys.modules["__main__"]
    sys.modules["__main__"] = module
    try:
        yield
    finally:
        sys.modules["__main__"] = before


def spawn_egov(
    *args: str | Path,
    cwd: Path = SMALL,
    env: Mapping[str, str] | None = None,
    prepare: Callable[[], None] | None = None,
) -> Outcome:
    """Run `egov` in a process of its own, for what this process cannot give it: a hash seed, a locale, a limit."""
    ran = subprocess.run(  # noqa: S603 - the program under test
        [sys.executable, "-m", "egov_tracker", *(str(arg).encode() for arg in args)],  # whatever the locale
        cwd=cwd,
        env=silent_environment({"PYTHONUTF8": "1", **({} if prepare else counted()), **(env or {})}),
        capture_output=True,
        encoding="utf-8",
        check=False,
        preexec_fn=prepare,
    )
    return Outcome(ran.returncode, ran.stdout, ran.stderr)


def check_raw(
    files: Mapping[str, bytes],
    obligations: tuple[PlacedObligation, ...] = (),
    *,
    whole: bool = True,
    sources: Path | None = None,
) -> tuple[Finding, ...]:
    """The findings on some snapshots, seen as one ledger; `sources` is its archive, which is not looked at without."""
    known = definitions()
    loaded = [read_snapshot(raw, path, None, known.registry, known.catalogue) for path, raw in files.items()]
    read = tuple(found for one in loaded for found in one.findings)
    return judge(context_of(loaded, known, obligations, whole=whole, sources=sources), read)


def check_texts(*texts: str) -> list[str]:
    """`1.yaml:15:12 FIG001 error` for each finding on some snapshots, seen as one ledger."""
    files = {f"{number}.yaml": text.encode() for number, text in enumerate(texts, 1)}
    return [f"{found.location} {found.rule} {found.level}" for found in check_raw(files)]


def said_by(
    rule: str,
    quarters: Mapping[str, Sequence[str]],
    obligations: Sequence[PlacedObligation] = (),
    *,
    whole: bool = True,
) -> list[str]:
    """What a rule says of entries of one line, or of a whole text, by quarter: `warning at 20/30: words (see 19/30)`.

    At what it says it, and what it sees beside, is said by what stands there.
    """
    texts = {
        f"{quarter}.yaml": entries if isinstance(entries, str) else snapshot_text(entries, quarter)
        for quarter, entries in quarters.items()
    }
    found = check_raw({path: text.encode() for path, text in texts.items()}, tuple(obligations), whole=whole)
    return [_as_said(one, texts) for one in found if one.rule == rule]


def _as_said(found: Finding, texts: Mapping[str, str]) -> str:
    at, *also = (_standing_at(place, texts) for place in (found.location, *found.related))
    see = f" (see {'; '.join(also)})" if also else ""
    return f"{found.level} at {at}: {found.message}{see}{f' [{found.remark}]' if found.remark else ''}"


def _standing_at(place: Location, texts: Mapping[str, str]) -> str:
    """What stands at a place, up to the next comma or the end of a mapping; a place in no text as it is."""
    if place.path not in texts:
        return str(place)
    line = texts[place.path].splitlines()[place.line - 1]
    return re.split(r"[,}]", line[place.column - 1 :])[0].strip()


@dataclass(frozen=True)
class OneFile:
    """A folder of definitions that holds a single file."""

    path: Path

    def registry_file(self, _: str) -> Path:
        """The file, whichever is asked for."""
        return self.path

    def is_own(self, _: str) -> bool:
        """The file is not the package's, so that every name in it has to be known."""
        return True


def check_group(paths: Sequence[Path]) -> tuple[Finding, ...]:
    """The findings on example files: snapshots, obligations if one is named so, an archive if one lies beside them."""
    known = definitions()
    obligations: tuple[PlacedObligation, ...] = ()
    for path in paths:
        if "obligations" in path.name:
            obligations, faults = read_obligations(OneFile(path), known.registry, known.catalogue)  # type: ignore[arg-type]
            assert not faults
    sources = next((path.parent / "sources" for path in paths if (path.parent / "sources").is_dir()), None)
    files = {str(path): path.read_bytes() for path in paths if "obligations" not in path.name}
    return check_raw(files, obligations, sources=sources)


def every_list(ledger: Ledger) -> AppendixRecord:
    """The lists of all outstanding bodies that the quarters of a ledger give, as one appendix."""
    views = [
        view_observation(seen, ledger.definitions.registry, Lang.VI)
        for quarter in ledger.quarters
        for seen in ledger.snapshot(quarter).observations
    ]
    lists = [
        list_of(view, Query(view.observation.indicator.id, view.observation.group.id), bodies, Lang.VI)
        for view in views
        if (bodies := named_in(view, Query("", "").state))
    ]
    return appendix_record(lists, str(ledger.quarters[0]), ledger.folder)


def compare(
    old: Snapshot, new: Snapshot, obligations: Sequence[PlacedObligation] = (), route: Route = DIRECT
) -> list[Change]:
    """All changes from the old side to the new one."""
    return list(compare_snapshots(old, new, definitions(), obligations, route))
