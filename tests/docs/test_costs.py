"""What one more of anything costs: the files that name an existing one are counted, and CONTRIBUTING says how many.

Tests, their examples and golden files, and the changelog are not counted; nor is prose: a comment, a docstring, a page
of documentation other than the README.
"""

from __future__ import annotations

import ast
import re
from functools import cache
from typing import TYPE_CHECKING

import pytest

from tests.building import ROOT, definitions

if TYPE_CHECKING:
    from pathlib import Path

CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
FOLDERS = ("src", "templates", "tools", "tests/smoke")
FILES = (
    ROOT / "README.md",
    ROOT / "pyproject.toml",
    *(path for folder in FOLDERS for path in sorted((ROOT / folder).rglob("*")) if path.suffix in {".py", ".j2"}),
)


def allowed(what: str) -> int:
    """The number that CONTRIBUTING names: `**rule** (at most 4 files)`."""
    found = re.search(rf"^\*\*{what}\*\* \((?:at most )?(\d+) files?\)", CONTRIBUTING, re.MULTILINE)
    assert found, f"CONTRIBUTING.md does not say what one more {what} costs"
    return int(found[1])


@cache
def words_of(path: Path) -> tuple[str, ...]:
    """What a file says to a machine: its name, names and strings of code; of another file the whole text."""
    text = path.read_text(encoding="utf-8")
    if path.suffix != ".py":
        return (path.name, text)
    tree = ast.parse(text)
    prose = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    return (path.name, *(said for node in ast.walk(tree) if id(node) not in prose for said in names_in(node)))


def names_in(node: ast.AST) -> list[str]:
    match node:
        case ast.Constant(value=str() as text):
            return [text]
        case ast.Name(id=name) | ast.Attribute(attr=name) | ast.FunctionDef(name=name) | ast.ClassDef(name=name):
            return [name]
        case ast.ImportFrom(module=module, names=names):
            return [module or "", *(alias.name for alias in names)]
        case _:
            return []


def naming(pattern: str) -> list[str]:
    """The files that say something in which the pattern is found, upper or lower case."""
    wanted = re.compile(pattern, re.IGNORECASE)
    return [str(path.relative_to(ROOT)) for path in FILES if any(wanted.search(words) for words in words_of(path))]


@pytest.mark.parametrize("rule", ["FIG004", "FIG007", "REG006", "SRC004", "SER001", "SER006", "OBL001", "REM002"])
def test_a_rule_is_named_in_no_more_files_than_promised(rule: str) -> None:
    """The module of its function counts, whether it names the rule or not."""
    files = naming(rf"\b{rule}\b")
    files += [] if [name for name in files if "/checks/" in name and "bindings" not in name] else ["its function"]
    assert 2 <= len(files) <= allowed("rule"), files


@pytest.mark.parametrize("form", ["sqlite", "sarif"])
def test_a_format_is_named_in_no_more_files_than_promised(form: str) -> None:
    files = naming(rf"(?<![a-z]){form}(?![a-z])")
    assert 2 <= len(files) <= allowed("format"), files


@pytest.mark.parametrize("command", ["quarters", "templates", "schema"])
def test_a_command_is_named_in_no_more_files_than_promised(command: str) -> None:
    """Its own module, the one that puts commands together, the README, the smoke test, and its test in tests/flow."""
    files = naming(rf"\begov {command}\b|^cli[./]{command}\b")
    files += [f"src/egov_tracker/cli/{command}.py", f"tests/flow/test_{command}.py"]
    files += [
        str(path.relative_to(ROOT)) for path in (ROOT / "src/egov_tracker/cli").glob("*.py") if adds(path, command)
    ]
    assert 2 <= len(set(files)) <= allowed("command"), sorted(set(files))


def adds(path: Path, command: str) -> bool:
    """Whether the module of another name adds the command to the program."""
    return path.stem != command and command in words_of(path) and "app" in words_of(path)


@pytest.mark.parametrize("indicator", definitions().catalogue)
def test_an_indicator_is_named_in_the_catalogue_alone(indicator: str) -> None:
    assert allowed("indicator") == 1
    assert [file for file in naming(rf"\b{indicator}\b") if file.startswith(("src", "templates", "tools"))] == []
