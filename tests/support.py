"""What several test files share: a run of the command line, a ledger on disk, observations out of a few lines."""

from __future__ import annotations

import contextlib
import io
import os
import sys
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, NamedTuple
from unittest.mock import patch

from egov_tracker.cli.app import run
from egov_tracker.store.discovery import DataFolder, Origin
from egov_tracker.store.ledger import Ledger
from egov_tracker.store.snapshots import Loaded, read_snapshot
from egov_tracker.text.quarters import Quarter, parse_quarter

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from egov_tracker.model.findings import Finding
    from egov_tracker.model.observation import Observation, Snapshot
    from egov_tracker.store.ledger import Definitions

ROOT = Path(__file__).parents[1]
DATA = ROOT / "data"
LEDGERS = ROOT / "tests" / "ledgers"
QUARTERS = sorted(path.stem for path in (DATA / "reports").glob("*.yaml"))

HEAD = """\
period: 2016Q2
sources:
  press: {kind: press, title: Bài viết}
observations:
"""


class Outcome(NamedTuple):
    """What a run of the command line left: the exit code, stdout and stderr."""

    code: int
    out: str
    err: str


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
        return self.kept.getvalue().decode()


def run_egov(
    *args: str | Path, cwd: Path = ROOT, env: Mapping[str, str] | None = None, terminal: bool = False
) -> Outcome:
    """Run `egov` in this process as if from a shell; only the exit is caught, so that a traceback fails the test."""
    out, err = _Stream(terminal=terminal), _Stream(terminal=terminal)
    with _world(list(map(str, args)), cwd, env or {}), patch("sys.stdout", out), patch("sys.stderr", err):
        try:
            run()
        except SystemExit as done:
            code = done.code if isinstance(done.code, int) else 0
        else:
            code = 0
    return Outcome(code, out.text(), err.text())


@contextlib.contextmanager
def _world(args: list[str], cwd: Path, env: Mapping[str, str]) -> Iterator[None]:
    """The arguments, the working folder and an environment that says nothing to the program but what is asked for.

    The main module is an empty one, since the program reads its own name from there.
    """
    told = ("EGOV_", "_EGOV_", "COMP_", "NO_COLOR", "COLUMNS", "LINES", "FORCE_COLOR", "TERMINAL_WIDTH")
    rest = {name: value for name, value in os.environ.items() if not name.startswith(told)}
    with (
        contextlib.chdir(cwd),
        patch.object(sys, "argv", ["egov", *args]),
        _main_module(ModuleType("__main__")),
        patch.dict(os.environ, {**rest, **env}, clear=True),
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


def open_data(root: Path = DATA) -> Ledger:
    """The ledger in a folder, named as an option would name it."""
    return Ledger(DataFolder(Origin.OPTION, root))


def write_ledger(root: Path, reports: Mapping[str, str], registry: Mapping[str, str] | None = None) -> Path:
    """A ledger of these snapshot texts by quarter; the registry files not given come from the package."""
    for folder, files in (("reports", reports), ("registry", registry or {})):
        for name, text in files.items():
            path = root / folder / f"{name}.yaml"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
    return root


def entry(**fields: str | None) -> str:
    """One observation of a snapshot, sound but for the fields given; None leaves a field out.

    It begins with "  - indicator: …", and every other field stands in a line of its own, in this order.
    """
    sound: dict[str, str | None] = {
        "indicator": "document_interconnection",
        "group": "central",
        "as_of": "2016-06-30",
        "value": "19/30",
        "source": "press",
        "at": "dòng 4",
    }
    lines = [f"{name.rstrip('_')}: {text}" for name, text in (sound | fields).items() if text is not None]
    return "  - " + "\n    ".join(lines) + "\n"


def load(text: str, definitions: Definitions, named: str | None = "2016Q2") -> Loaded:
    """Read the text of a snapshot file called `f`."""
    quarter: Quarter | None = parse_quarter(named) if named else None
    return read_snapshot(text.encode(), "f", quarter, definitions.registry, definitions.catalogue)


def load_one(text: str, definitions: Definitions, named: str = "2016Q2") -> Observation:
    """The only observation of a snapshot that is sound."""
    loaded = load(HEAD.replace("2016Q2", named) + text, definitions, named)
    assert [str(found) for found in loaded.findings if found.level == "error"] == []
    assert loaded.snapshot is not None
    (observation,) = loaded.snapshot.observations
    return observation


def snapshot_of(loaded: Loaded) -> Snapshot:
    """The snapshot that was read, which is there."""
    assert loaded.snapshot is not None
    return loaded.snapshot


def spoken(findings: tuple[Finding, ...]) -> list[str]:
    """Findings as `line:column RULE message`, a level that is no error before the message."""
    return [
        f"{found.location.line}:{found.location.column} {found.rule} "
        f"{'' if found.level == 'error' else f'{found.level}: '}{found.message}"
        for found in findings
    ]
