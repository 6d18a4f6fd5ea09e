"""Programs that a test needs beside Python: LibreOffice, Chromium, Poppler; without one it skips, or fails in CI."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from xml.etree import ElementTree as ET

from tests.running import KEPT, need, need_file

if TYPE_CHECKING:
    from tests.browser import Browser


def run(*command: str) -> subprocess.CompletedProcess[str]:
    """Run a program to its end."""
    return subprocess.run(  # noqa: S603 - found by `need`
        command, capture_output=True, encoding="utf-8", check=True, timeout=240
    )


def print_word(document: Path, *more: Path) -> Path:
    """A Word document as PDF, by LibreOffice with a profile of the tests; `more` of the same folder in the same run."""
    office, folder = need("soffice"), document.parent
    profile = f"-env:UserInstallation={(Path(KEPT.name) / 'office').as_uri()}"
    run(office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *map(str, (document, *more)))
    return document.with_suffix(".pdf")


def print_page(browser: Browser, page: Path) -> tuple[Path, list[str]]:
    """An HTML file as PDF, by Chromium; and what its console said."""
    out = page.with_suffix(".pdf")
    opened = browser.open(page.as_uri())
    out.write_bytes(opened.printed())
    return out, opened.console()


# What axe-core finds wrong in a page, and whether it reaches beyond the window.
FAULTS = """axe.run({preload: false}).then((found) => [
  ...found.violations.map((one) => `${one.id}: ${one.nodes[0].target}`),
  ...(document.documentElement.scrollWidth > innerWidth ? ["wider than the window"] : []),
])"""


def faults_for_readers(browser: Browser, page: Path) -> object:
    """What axe-core finds in an HTML page on a phone, and whether the page has to be moved sideways there."""
    opened = browser.open(page.as_uri())
    opened.value_of(f"{need_file('EGOV_AXE').read_text(encoding='utf-8')}; 0")
    return opened.value_of(FAULTS)


def pages_of(pdf: Path) -> list[str]:
    """The text of each page."""
    text = run(need("pdftotext"), "-layout", str(pdf), "-").stdout
    return text.removesuffix("\f").split("\f")


MILLIMETRE = 72 / 25.4  # points


class Line(NamedTuple):
    """A line on a page as Poppler reads it: its size in points, how it looks, and its sides in millimetres."""

    text: str
    size: int
    look: str
    left: float
    top: float
    right: float
    bottom: float

    @property
    def middle(self) -> float:
        """How far from the left edge of the page its middle is."""
        return (self.left + self.right) / 2


class Sheet(NamedTuple):
    """A page that was printed, in millimetres, with its lines from the top, and the fonts of all lines so far."""

    width: float
    height: float
    lines: tuple[Line, ...]
    fonts: frozenset[str]


def sheets_of(pdf: Path) -> list[Sheet]:
    """The pages of a PDF with what stands where on them."""
    root = ET.fromstring(run(need("pdftohtml"), "-xml", "-stdout", "-i", "-zoom", "1", str(pdf)).stdout)  # noqa: S314
    sizes = {font.get("id"): int(font.get("size", 0)) for font in root.iter("fontspec")}
    fonts = frozenset(font.get("family", "").rpartition("+")[2] for font in root.iter("fontspec"))
    sheets = []
    for page in root.iter("page"):
        lines = sorted((_line(text, sizes) for text in page.iter("text")), key=lambda one: (one.top, one.left))
        width, height = _millimetres(page, "width", "height")
        sheets.append(Sheet(width, height, tuple(line for line in lines if line.text), fonts))
    return sheets


def _line(text: ET.Element, sizes: dict[str | None, int]) -> Line:
    look = " ".join(word for word, tag in (("bold", "b"), ("italic", "i")) if text.find(f".//{tag}") is not None)
    left, top, width, height = _millimetres(text, "left", "top", "width", "height")
    said, size = "".join(text.itertext()).strip(), sizes[text.get("font")]
    return Line(said, size, look or "upright", left, top, left + width, top + height)


def _millimetres(element: ET.Element, *names: str) -> list[float]:
    return [int(element.get(name, 0)) / MILLIMETRE for name in names]
