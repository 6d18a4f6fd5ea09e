"""What the commands that make documents share: formats, the reference document, and where the bytes go."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from egov_tracker.errors import EgovError

if TYPE_CHECKING:
    from egov_tracker.render.word.reference import Reference


class DocumentFormat(StrEnum):
    """The formats of a document."""

    MD = "md"
    HTML = "html"
    DOCX = "docx"


class RegimeName(StrEnum):
    """The form of a letter."""

    TT01 = "tt01"
    ND30 = "nd30"


RegimeOption = Annotated[
    RegimeName | None,
    typer.Option("--regime", help="The form: Circular 01/2011 or Decree 30/2020; that of the date by default."),
]
ReferenceDocument = Annotated[
    Path | None,
    typer.Option("--reference-doc", metavar="FILE", help="A .docx whose styles, margins and heads Word output takes."),
]
Format = Annotated[
    DocumentFormat | None, typer.Option("--format", "-f", help="The format; that of FILE by default, else md.")
]


def choose_format(option: DocumentFormat | None, output: Path | None) -> DocumentFormat:
    """The format of the option, else of the file's name, else Markdown; Word does not go to a terminal."""
    named = output.suffix.lstrip(".") if output else ""
    chosen = option or (DocumentFormat(named) if named in set(DocumentFormat) else DocumentFormat.MD)
    if chosen is DocumentFormat.DOCX:
        refuse_terminal(output)
    return chosen


def refuse_terminal(output: Path | None) -> None:
    """An error where Word would go to a terminal."""
    if output is None and sys.stdout.isatty():
        raise EgovError("a Word document does not go to a terminal: name a file with -o FILE.docx")


def read_reference(option: Path | None) -> Reference | None:
    """The reference document; what it had to lose is said."""
    if not option:
        return None
    from egov_tracker.cli.runtime import complain
    from egov_tracker.render.word.reference import MOST_BYTES, open_reference
    from egov_tracker.store.files import read_small_file

    reference = open_reference(read_small_file(option, MOST_BYTES), str(option))
    if reference.note:
        complain(f"egov: {reference.note}")
    return reference


def write_document(content: str | bytes, output: Path | None) -> None:
    """Write a document to the file, whole or not at all; else to stdout."""
    from egov_tracker.cli.runtime import write_bytes, write_text

    if isinstance(content, str):
        write_text(content, output)
    elif output:
        write_bytes(content, output)
    else:
        refuse_terminal(output)
        sys.stdout.buffer.write(content)
        sys.stdout.flush()
