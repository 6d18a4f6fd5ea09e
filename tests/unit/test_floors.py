from __future__ import annotations

import ast
from pathlib import Path

import pytest

PACKAGE = "egov_tracker"
SOURCES = Path(__file__).parents[2] / "src" / PACKAGE

# A module imports only from its own part, from its neighbours, and from the floors before its own.
FLOORS = (
    ("errors", "text"),
    ("model",),
    ("store",),
    ("standing", "reading"),
    ("checks", "changes"),
    ("views",),
    ("render",),
    ("cli", "__main__"),
)
STRANGERS = ({"checks", "changes"}, {"standing", "reading"})  # neighbours that do not know each other
FLOOR_OF = {part: floor for floor, parts in enumerate(FLOORS) for part in parts}

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


def imports_of(tree: ast.AST) -> list[str]:
    """Full dotted names of all that is imported, wherever in the file; relative ones begin with a dot."""
    names = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names += [f"{'.' * node.level}{node.module or ''}.{alias.name}" for alias in node.names]
    return names


def wrong_imports(module: str, source: str) -> list[str]:
    """One sentence for each import that goes where this module may not."""
    here = part_of(module)
    if here and here not in FLOOR_OF:
        return [f"{here} has no floor"]
    complaints = []
    for name in imports_of(ast.parse(source)):
        if name.startswith("."):
            complaints.append(f"{name} is relative")
        elif part_of(name) == PACKAGE:
            there = part_of(name.removeprefix(PACKAGE).removeprefix("."))
            complaints += [f"{name} is {why}" for why in why_not(here, there)]
    return complaints


def why_not(here: str, there: str) -> list[str]:
    """Why a module of part `here` may not import from part `there`; nothing where it may."""
    if there not in FLOOR_OF:
        return []  # a name of the package itself, such as __version__
    if not here:
        return ["imported by the package itself"]
    if FLOOR_OF[there] > FLOOR_OF[here]:
        return ["above"]
    return ["a neighbour"] if here != there and {here, there} in STRANGERS else []


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
    if part_of(module) in FLOORS[-1]:
        return []
    return sorted(full_names(ast.parse(source)) & COMMAND_LINE_ONLY)


MODULES = read_modules()


def test_the_walk_finds_the_package_and_every_floor_it_has() -> None:
    """An empty walk would let everything pass."""
    assert {"", "errors", "model.registry", "store.nodes"} <= MODULES.keys()


@pytest.mark.parametrize("module", MODULES)
def test_a_module_imports_only_downward(module: str) -> None:
    assert wrong_imports(module, MODULES[module]) == []


@pytest.mark.parametrize("module", MODULES)
def test_nothing_below_the_command_line_prints_exits_or_reads_the_clock_or_the_environment(module: str) -> None:
    assert forbidden_uses(module, MODULES[module]) == []


@pytest.mark.parametrize(
    ("module", "source", "expected"),
    [
        ("model.body", "from egov_tracker.text.names import fold", []),
        ("model.body", "import datetime", []),
        ("model.body", "from egov_tracker import __version__", []),
        ("model.body", "from egov_tracker.store.loading import load", ["egov_tracker.store.loading.load is above"]),
        ("model.body", "from egov_tracker import store", ["egov_tracker.store is above"]),
        ("model.body", "import egov_tracker.cli as cli", ["egov_tracker.cli is above"]),
        ("model.body", "def f():\n    import egov_tracker.views", ["egov_tracker.views is above"]),
        ("model.body", "if TYPE_CHECKING:\n    import egov_tracker.render", ["egov_tracker.render is above"]),
        ("model.body", "from .registry import Body", [".registry.Body is relative"]),
        ("model.body", "from .. import store", ["...store is relative"]),
        ("model.body", "import egov_tracker_views", []),
        ("text.names", "from egov_tracker.errors import TextError", []),
        ("errors", "from egov_tracker.text import names", []),
        ("checks.figures", "from egov_tracker.standing.bounds import Bounds", []),
        ("checks.figures", "from egov_tracker.checks.series import walk", []),
        ("checks.figures", "from egov_tracker.changes import diff", ["egov_tracker.changes.diff is a neighbour"]),
        ("changes.diff", "import egov_tracker.checks", ["egov_tracker.checks is a neighbour"]),
        ("changes", "import egov_tracker.checks", ["egov_tracker.checks is a neighbour"]),
        ("views.status", "import egov_tracker.checks, egov_tracker.changes", []),
        ("__main__", "from egov_tracker.cli import main", []),
        ("cli.status", "import egov_tracker.render, egov_tracker.views", []),
        ("", "from egov_tracker.text import names", ["egov_tracker.text.names is imported by the package itself"]),
        ("utils", "import os", ["utils has no floor"]),
    ],
)
def test_an_import_is_judged_by_its_floor(module: str, source: str, expected: list[str]) -> None:
    assert wrong_imports(module, source) == expected


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
