"""Programs that a test needs beside Python: LibreOffice, Chromium, Poppler; without one it skips, or fails in CI."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

from tests.running import need

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


def print_word(document: Path) -> Path:
    """A Word document as PDF, by LibreOffice with a profile of its own."""
    office, folder = need("soffice"), document.parent
    profile = f"-env:UserInstallation={(folder / 'office').as_uri()}"
    run(office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(document))
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
    return run(need("chromium"), *CHROMIUM, profile, "--virtual-time-budget=20000", "--dump-dom", address).stdout


def pages_of(pdf: Path) -> list[str]:
    """The text of each page."""
    text = run(need("pdftotext"), "-layout", str(pdf), "-").stdout
    return text.removesuffix("\f").split("\f")
