"""What a command needs from the world: the ledger, the language, the terminal, the place to write to."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from egov_tracker.errors import EgovError

if TYPE_CHECKING:
    from egov_tracker.cli.options import Language
    from egov_tracker.render.templates import Templates
    from egov_tracker.store.ledger import Ledger
    from egov_tracker.views.page import Lang, Page


PIECE = 1024 * 1024  # a long text is encoded piece by piece


def open_ledger(option: Path | None) -> Ledger:
    """The ledger that the option, the environment or the working folder names; else the package's."""
    from egov_tracker.store.discovery import locate_data
    from egov_tracker.store.ledger import Ledger

    folder = locate_data(option, os.environ.get("EGOV_DATA"), working_folder())
    if folder.warning:
        complain(f"egov: {folder.warning}")
    return Ledger(folder)


def working_folder() -> Path:
    """The working folder; `EgovError` where it is gone."""
    try:
        return Path.cwd()
    except OSError as wrong:
        raise EgovError(f"the working folder: {wrong.strerror}") from wrong


def choose_language(option: Language | None) -> Lang:
    """The language of the option, else of EGOV_LANG, else Vietnamese."""
    from egov_tracker.views.page import Lang

    wanted = option or os.environ.get("EGOV_LANG") or Lang.VI
    if wanted not in set(Lang):
        raise EgovError(f"EGOV_LANG={wanted}: the languages are {', '.join(Lang)}")
    return Lang(wanted)


def write_text(text: str, output: Path | None) -> None:
    """Write to the file, whole or not at all; to the screen where there is none."""
    if output:
        write_bytes(text.encode(errors="backslashreplace"), output)
    else:
        for start in range(0, len(text), PIECE):
            sys.stdout.write(text[start : start + PIECE])
        sys.stdout.flush()


def write_bytes(content: bytes, output: Path) -> None:
    """Write a file, whole or not at all."""
    from egov_tracker.store.files import write_file

    write_file(output, content)


def write_page(page: Page, format: str, output: Path | None, templates: Path | None = None) -> None:  # noqa: A002
    """Write a page as `table`, `md` or `html`."""
    if format == "table":
        _write_table(page, output)
    else:
        write_text(render_page(page, format, templates), output)


def render_page(page: Page, format: str, templates: Path | None) -> str:  # noqa: A002
    """A page as `md` or `html`, through the templates of the option or the environment."""
    if format == "md":
        from egov_tracker.render.markdown import render_markdown

        return render_markdown(page, open_templates(templates))
    from egov_tracker.render.html import render_html

    return render_html(page, open_templates(templates))


def _write_table(page: Page, output: Path | None) -> None:
    """Write a page as text: wrapped and in bold on a terminal, plain and unwrapped elsewhere."""
    from egov_tracker.render.text import render_text

    on_screen = output is None and sys.stdout.isatty()
    width = shutil.get_terminal_size().columns if on_screen else None
    write_text(render_text(page, width, styled=on_screen and not os.environ.get("NO_COLOR")), output)


def open_templates(option: Path | None) -> Templates:
    """The templates of the option, else of EGOV_TEMPLATES, before the package's."""
    from egov_tracker.render.templates import Templates

    folder, origin = option, "--templates"
    if not folder and (named := os.environ.get("EGOV_TEMPLATES")):
        folder, origin = Path(named), "EGOV_TEMPLATES"
    if folder and not folder.is_dir():
        raise EgovError(f"{origin} {folder}: no such folder")
    return Templates(folder)


def complain(message: str) -> None:
    """Say something to the person at the screen, beside the data."""
    from egov_tracker.text.terminal import quiet, spelled_out

    sys.stderr.write("".join(f"{quiet(spelled_out(line))}\n" for line in message.split("\n")))
