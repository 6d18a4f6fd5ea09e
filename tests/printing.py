"""Programs that a test needs beside Python: LibreOffice, Chromium, Poppler; without one it skips, or fails in CI."""

from __future__ import annotations

import json
import re
import subprocess
from html import unescape
from typing import TYPE_CHECKING, NamedTuple
from xml.etree import ElementTree as ET

from tests.running import need, need_file

if TYPE_CHECKING:
    from pathlib import Path

CHROMIUM = (
    "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--enable-logging=stderr", "--no-pdf-header-footer",
)  # fmt: skip


def run(*command: str) -> subprocess.CompletedProcess[str]:
    """Run a program to its end."""
    return subprocess.run(  # noqa: S603 - found by `need`
        command, capture_output=True, encoding="utf-8", check=True, timeout=240
    )


def print_word(document: Path, *more: Path) -> Path:
    """A Word document as PDF, by LibreOffice with a profile of its own; `more` of the same folder in the same run."""
    office, folder = need("soffice"), document.parent
    profile = f"-env:UserInstallation={(folder / 'office').as_uri()}"
    run(office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *map(str, (document, *more)))
    return document.with_suffix(".pdf")


def print_page(page: Path) -> tuple[Path, str]:
    """An HTML file as PDF, by Chromium with a profile of its own; and what its console said."""
    browser, out = need("chromium"), page.with_suffix(".pdf")
    profile = f"--user-data-dir={page.parent / 'chromium'}"
    ran = run(browser, *CHROMIUM, profile, f"--print-to-pdf={out}", page.as_uri())
    return out, "\n".join(line for line in ran.stderr.splitlines() if "CONSOLE" in line)


def dump_page(address: str, folder: Path) -> str:
    """The document of a page after its scripts have run, by Chromium with a profile in a folder."""
    profile = f"--user-data-dir={folder / 'chromium'}"
    return run(
        need("chromium"),
        *CHROMIUM,
        profile,
        "--window-size=390,1800",
        "--virtual-time-budget=20000",
        "--dump-dom",
        address,
    ).stdout


# Asks axe-core for what is wrong with a page, and how far it reaches beyond the window, and writes both into the page.
SAY = """\
axe.run().then((found) => {
  const said = document.createElement("pre"), faults = found.violations.map((one) => `${one.id}: ${one.nodes[0].html}`);
  if (document.documentElement.scrollWidth > innerWidth) faults.push("wider than the window");
  said.id = "axe";
  said.textContent = JSON.stringify(faults);
  document.body.append(said);
});
"""


def faults_for_readers(page: str, folder: Path) -> list[str]:
    """What axe-core finds in an HTML page on a phone, and whether the page has to be moved sideways there."""
    axe = need_file("EGOV_AXE").read_text(encoding="utf-8").replace("</script", "<\\/script")
    path = folder / "page.html"
    path.write_text(page.replace("</body>", f"<script>{axe}</script><script>{SAY}</script></body>"), encoding="utf-8")
    (said,) = re.findall(r'<pre id="axe">(.*?)</pre>', dump_page(path.as_uri(), folder), re.DOTALL)
    faults: list[str] = json.loads(unescape(said))
    return faults


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
