"""Changes the source in one place at a time and looks whether a test notices.

.venv/bin/python tools/mutate.py text model --measure tests/unit/text tests/unit/model --sample 60 --seed 1
.venv/bin/python tools/mutate.py checks --messages --measure tests/unit/checks
.venv/bin/python tools/mutate.py --only src/egov_tracker/text/dates.py:42

Packages are folders of src/egov_tracker; all by default. Of each package an equal share of the sample is drawn. A
change runs the tests that reach its line, in their process or in one that they start, those of its module and the
quick ones first, as many as a budget of time allows: `--measure` finds out who does, with all tests or with those of
some paths, and keeps it in `.mutate/` for the next runs. Tests that fail without a change, or where coverage looks on,
are left out. A change that cannot be noticed is listed with its reason in
`tools/mutate-equivalent.txt`. Prints each survivor, killed and survived by package, and the seconds; exits with 1
where the share of killed changes is under `--at-least`. With `--nothing` nothing is changed, so that whatever is
noticed is noticed wrongly. A changed program may write anywhere: do not run it as root, nor where that matters.
"""

from __future__ import annotations

import argparse
import ast
import json
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from concurrent.futures import ThreadPoolExecutor
from itertools import accumulate
from pathlib import Path
from queue import Queue
from typing import TYPE_CHECKING, NamedTuple
from xml.etree import ElementTree as ET

from coverage import CoverageData

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "egov_tracker"
KEPT = ROOT / ".mutate"
EQUIVALENT = Path(__file__).with_name("mutate-equivalent.txt")
LEFT_OUT = (".*", "*.egg-info", "build", "dist", "node_modules")  # of the repository, in its copies
BUDGET = 60  # seconds that the tests of one change may have taken while they were measured
LOADED = ""  # in place of a test, where a module is loaded before any of them runs
TIMEOUT = 180  # seconds, for the tests of one change
# How a child process says which test has started it: by what pytest tells the environment.
SETTINGS = """
[run]
parallel = true
source_pkgs = egov_tracker
data_file = {data}
context = ${{PYTEST_CURRENT_TEST-}}
"""
# Children only, since pytest-cov measures the process of the tests.
START = (
    "import os, sys, pytest; os.environ['COVERAGE_PROCESS_START'] = sys.argv[1]; sys.exit(pytest.main(sys.argv[2:]))"
)
COMPARISONS = {
    ast.Lt: ("<", "<="), ast.LtE: ("<=", "<"), ast.Gt: (">", ">="), ast.GtE: (">=", ">"), ast.Eq: ("==", "!="),
    ast.NotEq: ("!=", "=="), ast.Is: ("is", "is not"), ast.IsNot: ("is not", "is"), ast.In: ("in", "not in"),
    ast.NotIn: ("not in", "in"),
}  # fmt: skip
SUMS = {ast.Add: ("+", "-"), ast.Sub: ("-", "+"), ast.Mult: ("*", "+"), ast.BitOr: ("|", "&"), ast.BitAnd: ("&", "|")}


class Change(NamedTuple):
    """One change of the source: `start` and `end` are offsets in bytes, `kind` is `code` or `message`.

    Its statement begins in the line `first`; 0 is said of what runs when the module is loaded.
    """

    path: Path
    first: int
    line: int
    start: int
    end: int
    before: str
    after: str
    kind: str

    @property
    def key(self) -> str:
        """`text/dates.py: < → <= in the line`: what the list of equivalent changes knows it by."""
        line = self.path.read_bytes().splitlines()[self.line - 1].decode().strip()
        return f"{self.path.relative_to(SOURCE)}: {self.before} → {self.after} in {line}"

    @property
    def package(self) -> str:
        """The folder of the source that holds it."""
        return self.path.relative_to(SOURCE).parts[0].removesuffix(".py")


class Outcome(NamedTuple):
    """What became of a change."""

    change: Change
    noticed: bool
    why: str


# Which changes there are.


def changes_of(path: Path) -> Iterator[Change]:
    """Every change that can be made in a file."""
    raw = path.read_bytes()
    starts = [0]
    for line in raw.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))

    def offset(line: int, column: int) -> int:
        return starts[line - 1] + column

    for node, first in _code(ast.parse(raw), 0):
        start = offset(node.lineno, node.col_offset)
        end = offset(node.end_lineno or node.lineno, node.end_col_offset or 0)
        yield from (Change(path, first, node.lineno, *one) for one in _edits(node, raw, start, end, offset))


# A change of a node: its start and end, what stands there, what is put there, and the kind.
Edit = tuple[int, int, str, str, str]


def _edits(node: ast.expr, raw: bytes, start: int, end: int, offset: Callable[[int, int], int]) -> Iterator[Edit]:
    """The changes of one expression."""
    match node:
        case ast.Compare(left=left, ops=[op], comparators=[right]) if type(op) in COMPARISONS:
            yield from _operator(raw, left, right, offset, COMPARISONS[type(op)])
        case ast.BinOp(left=left, op=op, right=right) if type(op) in SUMS:
            yield from _operator(raw, left, right, offset, SUMS[type(op)])
        case ast.BoolOp(op=op, values=[left, right, *_]):
            yield from _operator(raw, left, right, offset, ("and", "or") if isinstance(op, ast.And) else ("or", "and"))
        case ast.UnaryOp(op=ast.Not()):
            yield start, start + len("not"), "not", "", "code"
        case ast.IfExp(test=test):
            first = offset(test.lineno, test.col_offset)
            last = offset(test.end_lineno or 0, test.end_col_offset or 0)
            asked = raw[first:last].decode()
            yield first, last, asked, f"not ({asked})", "code"
        case ast.Constant(value=bool() | int() as value):
            yield start, end, str(value), str(not value if isinstance(value, bool) else value + 1), "code"
        case ast.Constant(value=str()):
            yield from _rewording(raw, start, end)
        case _:
            pass


def _operator(
    raw: bytes, left: ast.expr, right: ast.expr, offset: Callable[[int, int], int], pair: tuple[str, str]
) -> Iterator[Edit]:
    """The change of the operator between two operands."""
    first = offset(left.end_lineno or 0, left.end_col_offset or 0)
    between = raw[first : offset(right.lineno, right.col_offset)].decode()
    if found := re.search(rf"(?<![\w<>=!]){re.escape(pair[0])}(?![\w<>=])", between):
        yield first + found.start(), first + found.end(), *pair, "code"


def _rewording(raw: bytes, start: int, end: int) -> Iterator[Edit]:
    """The change of one word of an English text that people read: it grows by a letter."""
    text = raw[start:end]
    found = re.search(r"[a-z]{3,}", text.decode(errors="replace"))
    if found and b" " in text and text.isascii():
        yield start + found.start(), start + found.end(), found[0], f"{found[0]}x", "message"


def _code(node: ast.AST, first: int) -> Iterator[tuple[ast.expr, int]]:
    """The expressions that run, each with the `first` line of its change: no docstrings, no annotations."""
    for name, value in ast.iter_fields(node):
        if name in {"annotation", "returns", "decorator_list", "type_params"}:
            continue
        called = first or (name == "body" and isinstance(node, ast.FunctionDef))
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST) and not _is_silent(child):
                if isinstance(child, ast.expr):
                    yield child, first
                yield from _code(child, child.lineno if called and isinstance(child, ast.stmt) else first)


def _is_silent(node: ast.AST) -> bool:
    """Whether a statement does nothing when it runs, or nothing that people read."""
    match node:
        case ast.FunctionDef(name="__repr__") | ast.AnnAssign(annotation=ast.Name(id="TypeAlias")):
            return True
        case ast.Expr(value=ast.Constant()) | ast.If(test=ast.Name(id="TYPE_CHECKING")):
            return True
        case ast.Assign(value=ast.Constant(value=str(text))):
            return " " not in text or "[" in text  # a name of a type
        case _:
            return False


def sample(packages: Iterable[str], size: int, seed: int, kind: str) -> list[Change]:
    """An equal share of each package, drawn by the seed."""
    drawn = random.Random(seed)  # noqa: S311 - the same each time
    names = [*packages]
    found = []
    for name in names:
        files = sorted((SOURCE / name).rglob("*.py")) or [SOURCE / f"{name}.py"]
        there = [change for path in files for change in changes_of(path) if change.kind == kind]
        found += drawn.sample(there, min(len(there), max(size // len(names), 1)))
    return found


# Which tests reach a line.


class Reach:
    """By file and line of the source the tests that reach it, as coverage has measured them."""

    def __init__(self) -> None:
        self.lines: dict[str, dict[int, set[str]]] = defaultdict(lambda: defaultdict(set))
        self.seconds: dict[str, float] = {}
        for part in KEPT.iterdir():
            self._add(part)

    def _add(self, part: Path) -> None:
        """What one process of tests has measured."""
        failed = part / "cache" / "v" / "cache" / "lastfailed"
        failing = set(json.loads(failed.read_text(encoding="utf-8"))) if failed.exists() else set()
        for case in ET.parse(part / "times.xml").iter("testcase"):  # noqa: S314 - written by pytest
            self.seconds[f"{case.get('file')}::{case.get('name')}"] = float(case.get("time", "0"))
        for test in failing:
            self.seconds.pop(test, None)
        measured = CoverageData(part / "coverage")
        measured.read()
        for path in measured.measured_files():
            inside = path.rpartition("src/egov_tracker/")[2]
            for number, contexts in measured.contexts_by_lineno(path).items():
                self.lines[inside][number] |= {_test(context) for context in contexts} - failing

    def tests_of(self, change: Change) -> list[str]:
        """The tests that reach the statement; those of the module come first, then the quick ones.

        What runs while the module is loaded is tried with all tests of the module and all that reach its file.
        """
        inside = change.path.relative_to(SOURCE)
        lines = self.lines[inside.as_posix()]
        own = f"tests/unit/{inside.parent}/test_{inside.stem}.py::".replace("/./", "/")
        asked = range(change.first, change.line + 1) if change.first else ()
        tests = set[str]().union(*(lines[number] for number in asked if number in lines))
        if not change.first or LOADED in tests:
            tests = set[str]().union(*lines.values(), (test for test in self.seconds if test.startswith(own)))
        return sorted(tests - {LOADED}, key=lambda test: (not test.startswith(own), self._time(test), test))

    def affordable(self, tests: list[str]) -> list[str]:
        """The first of the tests, as many as the budget allows, one at least; those of one file stand together."""
        spent = accumulate(self._time(test) for test in tests)
        chosen = [test for test, seconds in zip(tests, spent, strict=True) if seconds <= BUDGET] or tests[:1]
        files = {file: place for place, file in enumerate(dict.fromkeys(map(_file_of, chosen)))}
        return sorted(chosen, key=lambda test: files[_file_of(test)])

    def _time(self, test: str) -> float:
        return self.seconds.get(test, 1.0)


def _file_of(test: str) -> str:
    return test.partition("::")[0]


def _test(context: str) -> str:
    """The test of a context, `x.py::test_y|run` in the process of the tests, `x.py::test_y (call)` in one below."""
    return re.sub(r"\|(setup|run|teardown)$| \((setup|call|teardown)\)$", "", context)


def measure(paths: list[str], jobs: int) -> None:
    """Run tests once with coverage, in copies as any change has; keep who reaches what, who fails, and the times."""
    shutil.rmtree(KEPT, ignore_errors=True)
    files = sorted(file for path in paths or ["tests"] for file in _test_files(ROOT / path))
    parts = [files[number::jobs] for number in range(min(jobs, len(files)))]
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(jobs) as pool:
        free = copies(Path(folder), len(parts))
        kept = [KEPT / str(number) for number in range(len(parts))]
        list(pool.map(_measure_part, parts, kept, [free.get() for _ in parts]))


def _test_files(path: Path) -> list[Path]:
    return [path] if path.is_file() else [*path.rglob("test_*.py")]


def _measure_part(files: list[Path], kept: Path, copy: Path) -> None:
    """Run the tests of some files in one process."""
    kept.mkdir(parents=True)
    settings = kept / "settings"
    settings.write_text(SETTINGS.format(data=kept / "coverage"), encoding="utf-8")
    cover = ["--cov", f"--cov-config={settings}", "--cov-context=test", "--cov-report=", "--cov-fail-under=0"]
    noted = ["-o", f"cache_dir={kept / 'cache'}", "-o", "junit_family=xunit1", f"--junitxml={kept / 'times.xml'}"]
    tests = [str(file.relative_to(ROOT)) for file in files]
    command = [sys.executable, "-c", START, str(settings), "-q", *noted, *cover, *tests]
    subprocess.run(command, cwd=copy, env=environment(copy), stdout=sys.stderr, check=False)  # noqa: S603


def refuse_old(changes: Iterable[Change]) -> None:
    """Stop where a file has changed since it was measured: its lines are others."""
    measured = min((part / "coverage").stat().st_mtime for part in KEPT.iterdir())
    for path in sorted({change.path for change in changes}):
        if path.stat().st_mtime > measured:
            sys.exit(f"{path.relative_to(ROOT)} has changed since it was measured: --measure")


# What becomes of a change.


def try_change(change: Change, reach: Reach, copy: Path) -> Outcome:
    """Make a change in a copy of the repository, and run the tests that reach it."""
    tests = reach.tests_of(change)
    if not tests:
        return Outcome(change, noticed=False, why="no test reaches it")
    asked = reach.affordable(tests)
    target = copy / change.path.relative_to(ROOT)
    raw = change.path.read_bytes()
    target.write_bytes(raw[: change.start] + change.after.encode() + raw[change.end :])
    os.utime(target, (change.start, change.start))  # so that what was compiled of another change is not taken for it
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", *asked]
    try:
        ran = subprocess.run(  # noqa: S603
            command, cwd=copy, env=environment(copy), capture_output=True, timeout=TIMEOUT, check=False
        )
    except subprocess.TimeoutExpired:
        return Outcome(change, noticed=True, why="never ends")
    finally:
        shutil.copy2(change.path, target)
    return Outcome(change, ran.returncode != 0, f"{len(asked)} of {len(tests)} tests that reach it")


def environment(copy: Path) -> dict[str, str]:
    """The environment of the tests of a copy: its source goes before the one that is installed."""
    told = {name: value for name, value in os.environ.items() if not name.startswith(("PYTEST_", "COVERAGE_", "COV_"))}
    return told | {"PYTHONPATH": str(copy / "src")}


def copies(folder: Path, count: int) -> Queue[Path]:
    """Copies of the repository to change, one for each process."""
    there: Queue[Path] = Queue()
    for number in range(count):
        shutil.copytree(ROOT, folder / str(number), ignore=shutil.ignore_patterns(*LEFT_OUT), symlinks=True)
        there.put(folder / str(number))
    return there


def run(changes: list[Change], jobs: int) -> Iterator[Outcome]:
    """Try each change, so many at a time."""
    reach = Reach()
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(jobs) as pool:
        free = copies(Path(folder), jobs)

        def attempt(change: Change) -> Outcome:
            copy = free.get()
            try:
                return try_change(change, reach, copy)
            finally:
                free.put(copy)

        yield from pool.map(attempt, changes)


def equivalent() -> dict[str, str]:
    """The changes that no test can notice, with the reason: a line each, `key  # reason`."""
    lines = EQUIVALENT.read_text(encoding="utf-8").splitlines() if EQUIVALENT.exists() else []
    return {key: reason for line in lines if line for key, _, reason in [line.rpartition("  # ")]}


def report(outcomes: Iterable[Outcome], started: float) -> dict[str, float]:
    """Print the survivors, then killed and survived by package; the killed share of each package."""
    known = equivalent()
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for change, noticed, why in outcomes:
        word = "killed" if noticed else "equivalent" if change.key in known else "survived"
        counts[change.package][word] += 1
        if word == "survived":
            print(f"{change.path.relative_to(ROOT)}:{change.line}: {change.key.partition(': ')[2]} ({why})", flush=True)
    for package, count in counts.items():
        numbers = f"{count['killed']:4} killed {count['survived']:4} survived {count['equivalent']:4} equivalent"
        print(f"{package:12} {numbers} {_share(count):5.0%}")
    print(f"{time.monotonic() - started:.0f} s")
    return {package: _share(count) for package, count in counts.items()}


def _share(count: Counter[str]) -> float:
    """How many were killed of those that could be; all of none."""
    could = count["killed"] + count["survived"]
    return count["killed"] / could if could else 1


def read_options() -> argparse.Namespace:
    """What is asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    every = sorted(path.name for path in SOURCE.iterdir() if (path / "__init__.py").exists())
    parser.add_argument("packages", nargs="*", default=every)
    parser.add_argument("--sample", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--messages", action="store_true", help="change the words of messages instead of the code")
    parser.add_argument("--measure", nargs="*", metavar="TESTS", help="measure anew who reaches what, with these tests")
    parser.add_argument("--only", metavar="FILE:LINE", help="every change of one line")
    parser.add_argument("--nothing", action="store_true", help="change nothing: all that is noticed is noticed wrongly")
    parser.add_argument("--at-least", type=float, default=0.0, metavar="SHARE")
    return parser.parse_args()


def main() -> int:
    """Measure, draw, try, report."""
    asked = read_options()
    if asked.measure is not None or not KEPT.exists():
        measure(asked.measure or [], asked.jobs)
    if asked.only:
        path, _, line = asked.only.rpartition(":")
        changes = [change for change in changes_of(ROOT / path) if change.line == int(line)]
    else:
        changes = sample(asked.packages, asked.sample, asked.seed, "message" if asked.messages else "code")
    refuse_old(changes)
    if asked.nothing:
        changes = [change._replace(after=change.before) for change in changes]
    shares = report(run(changes, asked.jobs), time.monotonic())
    return int(any(share < asked.at_least for share in shares.values()))


if __name__ == "__main__":
    sys.exit(main())
