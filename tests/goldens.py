"""Golden files: whole outputs that a test compares, and the one flag that writes them, `pytest --update-goldens`."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from tests.building import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

TEMPLATES = ROOT / "templates"
MARKS = (TEMPLATES / "marks.css.j2").read_text(encoding="utf-8")
ET.register_namespace("w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main")
STYLE_SHEET = (TEMPLATES / "style.css.j2").read_text(encoding="utf-8").replace('{% include "marks.css.j2" %}\n', MARKS)


def add_option(parser: pytest.Parser) -> None:
    """The flag that writes what is otherwise compared."""
    parser.addoption(
        "--update-goldens", action="store_true", help="write golden files and the output blocks of the documentation"
    )


def updating(request: pytest.FixtureRequest) -> bool:
    """Whether what is expected is to be written anew."""
    return bool(request.config.getoption("--update-goldens"))


def folder_of(test: Path) -> Path:
    """The nearest folder `golden` beside a test or above it."""
    return next(above / "golden" for above in test.parents if (above / "golden").is_dir())


def without_style(page: str) -> str:
    """An HTML page without the style sheet that all pages have; what one adds to it stays."""
    return page.replace(STYLE_SHEET, "")


def parts_as_text(raw: bytes, names: str) -> str:
    """The parts of an Office file whose names match, as indented XML."""
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        wanted = [name for name in sorted(archive.namelist()) if re.fullmatch(names, name)]
        return "".join(f"=== {name}\n{_indented(archive.read(name))}\n" for name in wanted)


def _indented(part: bytes) -> str:
    root = ET.fromstring(part)  # noqa: S314 - our own
    ET.indent(root, " ")
    return ET.tostring(root, encoding="unicode")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """A function of a name and a text: it compares the text with that golden file, or writes it there."""

    def compare(name: str, text: str) -> None:
        path, found = folder_of(request.path) / name, without_style(text) if name.endswith(".html") else text
        if updating(request):
            path.write_text(found, encoding="utf-8", newline="\n")
        assert path.is_file(), f"{name} is missing: pytest --update-goldens writes it"
        assert found == path.read_text(encoding="utf-8")

    return compare
