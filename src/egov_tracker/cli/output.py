"""Where the output of a command goes, and in which format."""

from __future__ import annotations

import os
import shutil
import sys
from contextlib import suppress
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Generic

from egov_tracker.cli.runtime import complain, existing_file, existing_folder
from egov_tracker.errors import EgovError, expected
from egov_tracker.render.formats import HTML, OPTIONS, Content, Format, Kind, Means, choose_format, refuse_options
from egov_tracker.render.outputs.shared import template_names
from egov_tracker.values import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from egov_tracker.render.word.reference import Reference
    from egov_tracker.store.exports import Files

TEMPLATED = OPTIONS["--templates"]
PIECE = 1024 * 1024  # a long text is encoded piece by piece


class Target(NamedTuple, Generic[Content]):
    """A kind of output in one of its formats, and the file that it goes to; None is the screen."""

    kind: Kind[Content]
    format: Format
    file: Path | None
    means: Means

    def write(self, content: Content) -> None:
        """Render and write, to the file whole or not at all."""
        made = self.kind.renderers[self.format](content, self.means)
        match made:
            case str():
                write_text(made, self.file)
            case bytes():
                write_bytes(made, self.file)
            case _ if self.file:
                write_files(made, self.file)
            case _:
                raise EgovError(f"{self.format.name}: {expected('the name of a folder', 'none')}")


def choose_target(
    kind: Kind[Content],
    name: str | None,
    output: Path | None,
    given: Mapping[str, Any] = MappingProxyType({}),
    default: Format | None = None,
) -> Target[Content]:
    """The format and the file that the options name, before anything is read.

    `given` are the values of further options, None where one is not given. Raises `EgovError` for a format that there
    is not, for an option that the format cannot honour, and for Word on a terminal.
    """
    chosen = choose_format(kind, name, output, default)
    refuse_options(kind, chosen, given)
    if chosen.binary and not output and is_terminal():
        raise EgovError(f"{expected(f'-o FILE{chosen.suffixes[0]}', 'a terminal')}, which cannot show {chosen.name}")
    if folder := given.get("--templates"):
        require_template(existing_folder("--templates", folder), kind, chosen)
    return Target(kind, chosen, output, _means(chosen, output, given))


def require_template(folder: Path, kind: Kind[Any], chosen: Format) -> None:
    """Raise `EgovError` where none of the templates in a folder has a part in this kind of output and this format."""
    from egov_tracker.errors import one_of
    from egov_tracker.store.discovery import neighbours

    names = template_names(kind.name, chosen)
    there = [name for name in neighbours(folder / "any") if name.endswith((".j2", ".docx"))]
    if not any(name in names or _is_part(name, kind, chosen) for name in there):
        raise EgovError(f"--templates {folder}: {expected(one_of(names), ', '.join(there) or 'no template')}")


def _is_part(name: str, kind: Kind[Any], chosen: Format) -> bool:
    """Whether a template is one that those of a kind of output include, such as the style sheet of HTML."""
    official = kind.name in {"letter", "report"} and name == f"official_form.{chosen.name}.j2"
    return official or (chosen is HTML and name == "style.css.j2")


def _means(chosen: Format, output: Path | None, options: Mapping[str, Any]) -> Means:
    reference = options.get("--reference-doc")
    on_screen = output is None and is_terminal()
    return Means(
        template_folder(options["--templates"]) if "--templates" in options and chosen in TEMPLATED else None,
        _read_reference(reference) if reference else None,
        shutil.get_terminal_size().columns if on_screen else None,
        styled=output is None and in_colours(),
        excel=bool(options.get("--excel")),
    )


def template_folder(option: Path | None) -> Path | None:
    """The folder of templates of the option, else of EGOV_TEMPLATES; `EgovError` where it is not there."""
    if option:
        return existing_folder("--templates", option)
    named = os.environ.get("EGOV_TEMPLATES")
    return existing_folder("EGOV_TEMPLATES", Path(named)) if named else None


def _read_reference(path: Path) -> Reference:
    """The reference document; what it had to lose is said."""
    from egov_tracker.render.word.reference import MOST_BYTES, open_reference
    from egov_tracker.store.files import read_small_file

    found = existing_file("a Word document for --reference-doc", path)
    reference = open_reference(read_small_file(found, MOST_BYTES), str(path))
    if reference.note:
        complain(f"egov: {reference.note}")
    return reference


def is_terminal() -> bool:
    """Whether standard output is a terminal."""
    return sys.stdout is not None and sys.stdout.isatty()


def in_colours() -> bool:
    """Whether standard output is a terminal whose user has not asked for no colours, as https://no-color.org has it."""
    return is_terminal() and not os.environ.get("NO_COLOR")


def write_text(text: str, output: Path | None = None) -> None:
    """Write to the file, whole or not at all; to the screen where there is none."""
    write_bytes(text.encode(errors="backslashreplace"), output) if output else _show(text)


def write_bytes(content: bytes, output: Path | None) -> None:
    """Write to the file, whole or not at all; to standard output where there is none."""
    from egov_tracker.store.files import write_file

    write_file(output, content) if output else _show(content)


def write_files(files: Files, folder: Path) -> None:
    """Write a folder of files, whole or not at all; only one that an export made is replaced."""
    from egov_tracker.store.exports import write_folder

    write_folder(folder, files)


def _show(content: str | bytes) -> None:
    """Write to standard output; `EgovError` where it is closed."""
    screen = sys.stdout
    if screen is None:
        raise EgovError(f"standard output: {expected('-o FILE', 'a closed one')}")
    if isinstance(content, str):
        for start in range(0, len(content), PIECE):
            screen.write(content[start : start + PIECE])
    else:
        screen.buffer.write(content)
    screen.flush()


def line_diff(old: str, new: str, old_name: str, new_name: str) -> str:
    """The lines in which two texts differ, as `diff -u` prints them."""
    from difflib import unified_diff

    lines = unified_diff(old.splitlines(), new.splitlines(), old_name, new_name, lineterm="")
    return "".join(f"{line}\n" for line in lines)


def drop_unwritten() -> None:
    """Lead standard output to nowhere, so that Python does not try at its end to write once more what it could not."""
    with suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
