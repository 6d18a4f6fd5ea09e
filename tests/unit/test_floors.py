"""Only the command line prints, exits, or reads the clock or the environment; `lint-imports` holds the imports."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

PACKAGE = "egov_tracker"
SOURCES = Path(__file__).parents[2] / "src" / PACKAGE

COMMAND_LINE = frozenset({"cli", "__main__"})

# What only the command line may do: print, exit, read the clock, read the environment.
COMMAND_LINE_ONLY = frozenset(
    {
        "print",
        "exit",
        "quit",
        "SystemExit",
        "sys.exit",
        "sys.argv",
        "sys.stdout",
        "sys.stderr",
        "os._exit",
        "os.environ",
        "os.environb",
        "os.getenv",
        "datetime.datetime.now",
        "datetime.datetime.today",
        "datetime.datetime.utcnow",
        "datetime.date.today",
        "time.time",
        "time.localtime",
        "time.gmtime",
    }
)


def read_modules() -> dict[str, str]:
    """Source by dotted name inside the package; the package itself is the empty name."""
    modules = {}
    for path in sorted(SOURCES.rglob("*.py")):
        parts = path.relative_to(SOURCES).with_suffix("").parts
        name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        modules[name] = path.read_text(encoding="utf-8")
    return modules


def part_of(module: str) -> str:
    """The first name below the package; empty for the package itself."""
    return module.partition(".")[0]


def full_names(tree: ast.AST) -> set[str]:
    """Every name and attribute in use, spelled out in full through the imports of the file."""
    known: dict[str, str] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            known |= {alias.asname: alias.name for alias in node.names if alias.asname}
        elif isinstance(node, ast.ImportFrom):
            known |= {alias.asname or alias.name: f"{node.module}.{alias.name}" for alias in node.names}
    return {spell(node, known) for node in ast.walk(tree) if isinstance(node, ast.Name | ast.Attribute)}


def spell(node: ast.expr, known: dict[str, str]) -> str:
    """`dt.now` as `datetime.datetime.now`, where `dt` was imported as such; empty where it is no dotted name."""
    if isinstance(node, ast.Name):
        return known.get(node.id, node.id)
    if isinstance(node, ast.Attribute) and (before := spell(node.value, known)):
        return f"{before}.{node.attr}"
    return ""


def forbidden_uses(module: str, source: str) -> list[str]:
    """What this module does that only the command line may."""
    if part_of(module) in COMMAND_LINE:
        return []
    return sorted(full_names(ast.parse(source)) & COMMAND_LINE_ONLY)


MODULES = read_modules()


def test_the_walk_finds_the_package() -> None:
    """An empty walk would let everything pass."""
    assert {"", "errors", "model.registry", "store.yaml_reader"} <= MODULES.keys()


@pytest.mark.parametrize("module", MODULES)
def test_nothing_below_the_command_line_prints_exits_or_reads_the_clock_or_the_environment(module: str) -> None:
    assert forbidden_uses(module, MODULES[module]) == []


@pytest.mark.parametrize(
    ("module", "source", "expected"),
    [
        ("views.status", "print('x')", ["print"]),
        ("views.status", "import sys\nsys.exit(1)", ["sys.exit"]),
        ("views.status", "from sys import exit as leave\nleave()", ["sys.exit"]),
        ("views.status", "raise SystemExit(2)", ["SystemExit"]),
        ("store.data", "import os\nos.environ['EGOV_DATA']", ["os.environ"]),
        ("store.data", "from os import environ\nenviron.get('X')", ["os.environ"]),
        ("store.data", "import os\nos.getenv('X')", ["os.getenv"]),
        ("store.data", "import os\nos.replace('a', 'b')", []),
        ("model.body", "import datetime\ndatetime.datetime.now()", ["datetime.datetime.now"]),
        ("model.body", "import datetime as dt\nwhen = dt.date.today()", ["datetime.date.today"]),
        ("model.body", "from datetime import datetime as d\nd.today", ["datetime.datetime.today"]),
        ("model.body", "from datetime import date\ndate(2016, 6, 30).isoformat()", []),
        ("model.body", "class Period:\n    def today(self): ...\nPeriod().today()", []),
        ("render.table", "import sys\nsys.stdout.write('x')", ["sys.stdout"]),
        ("cli.status", "import os\nprint(os.environ)", []),
        ("__main__", "import sys\nsys.exit()", []),
    ],
)
def test_a_use_is_forbidden_below_the_command_line(module: str, source: str, expected: list[str]) -> None:
    assert forbidden_uses(module, source) == expected
