"""The options that commands share, and what they complete to."""

from __future__ import annotations

import os
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class PageFormat(StrEnum):
    """The formats of a command that prints a page or its facts."""

    TABLE = "table"
    MD = "md"
    HTML = "html"
    JSON = "json"
    CSV = "csv"


class Language(StrEnum):
    """The language of a page."""

    VI = "vi"
    EN = "en"


def read_output_path(text: str) -> Path:
    """The file to write to; `EgovError` where a slash at the end says that a folder is meant."""
    from egov_tracker.errors import EgovError

    if not text or text.endswith(("/", os.sep)):
        raise EgovError(f"--output {text}: a file is meant, not a folder")
    return Path(text)


def complete_quarter(incomplete: str) -> list[str]:
    """The quarters of the ledger in use."""
    return [name for name in _known("quarters") if name.startswith(incomplete)]


def complete_indicator(incomplete: str) -> list[str]:
    """The ids of the catalogue."""
    return [name for name in _known("indicators") if name.startswith(incomplete)]


def complete_group(incomplete: str) -> list[str]:
    """The named groups."""
    from egov_tracker.model.registry import GROUPS

    return [name for name in GROUPS if name.startswith(incomplete)]


def _known(what: str) -> list[str]:
    from egov_tracker.cli.runtime import open_ledger
    from egov_tracker.errors import EgovError

    try:
        ledger = open_ledger(None)
        return [str(quarter) for quarter in ledger.quarters] if what == "quarters" else [*ledger.definitions.catalogue]
    except EgovError:
        return []


Data = Annotated[
    Path | None,
    typer.Option("--data", metavar="DIR", help="The ledger to use: a folder that holds reports/. [EGOV_DATA]"),
]
Quarter = Annotated[
    str | None,
    typer.Option(
        "--quarter", "-q", metavar="2016Q2", help="The quarter; the latest by default.", autocompletion=complete_quarter
    ),
]
Indicators = Annotated[
    list[str] | None,
    typer.Option(
        "--indicator",
        "-i",
        metavar="ID",
        help="Only this indicator; may be repeated.",
        autocompletion=complete_indicator,
    ),
]
Groups = Annotated[
    list[str] | None,
    typer.Option(
        "--group",
        "-g",
        metavar="GROUP",
        help="Only this group or body; may be repeated.",
        autocompletion=complete_group,
    ),
]
Output = Annotated[
    Path | None,
    typer.Option(
        "--output", "-o", metavar="FILE", help="Write here instead of to the screen.", parser=read_output_path
    ),
]
Lang = Annotated[Language | None, typer.Option("--lang", help="The language of the page; vi by default. [EGOV_LANG]")]
TemplateFolder = Annotated[
    Path | None,
    typer.Option("--templates", metavar="DIR", help="Templates of your own, found first. [EGOV_TEMPLATES]"),
]
