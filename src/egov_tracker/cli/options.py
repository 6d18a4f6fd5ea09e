"""The options that commands share, and what they complete to."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

import typer

from egov_tracker.model.terms import Lang as Language
from egov_tracker.model.terms import Regime

if TYPE_CHECKING:
    from collections.abc import Callable

    from egov_tracker.model.observation import Observation
    from egov_tracker.render.formats import Kind
    from egov_tracker.store.ledger import Ledger

Known = TypeVar("Known")


def read_output_path(text: str) -> Path:
    """The file to write to; `EgovError` where a slash at the end says that a folder is meant."""
    from egov_tracker.errors import EgovError, expected, quoted

    if not text or text.endswith(("/", os.sep)):
        raise EgovError(f"--output: {expected('a file', quoted(text))}")
    return Path(text)


def complete_quarter(incomplete: str) -> list[str]:
    """The quarters of the ledger in use."""
    return [name for name in _known("quarters") if name.startswith(incomplete)]


def complete_indicator(incomplete: str) -> list[str]:
    """The ids of the catalogue."""
    return [name for name in _known("indicators") if name.startswith(incomplete)]


def complete_subject(incomplete: str) -> list[str]:
    """The ids of the catalogue, and the series."""
    return [name for name in (*_known("series"), *_known("indicators")) if name.startswith(incomplete)]


def complete_group(incomplete: str) -> list[str]:
    """The groups and, once a letter is typed, the bodies of the registry: by id, which has no blanks and no marks."""
    bodies = _known("bodies") if incomplete else []
    return [name for name in (*_known("groups"), *bodies) if name.startswith(incomplete)]


def complete_letter(incomplete: str) -> list[str]:
    """The letters of the ledger in use."""
    return [name for name in _known("letters") if name.startswith(incomplete)]


def complete_as_of(ctx: typer.Context, incomplete: str) -> list[str]:
    """The dates of which the quarter that the line names speaks, of the latest where it names none."""
    dates = dict.fromkeys(seen.as_of for seen in _observations(ctx))
    return [text for date in sorted(dates, key=lambda one: one.sort_key) if (text := str(date)).startswith(incomplete)]


def complete_source(ctx: typer.Context, incomplete: str) -> list[str]:
    """The sources of the quarter that the line names, of the latest where it names none."""
    return [
        name for name in dict.fromkeys(seen.source.id for seen in _observations(ctx)) if name.startswith(incomplete)
    ]


def _observations(ctx: typer.Context) -> "tuple[Observation, ...]":
    def found(ledger: "Ledger") -> "tuple[Observation, ...]":
        quarter = ctx.params.get("quarter") or ctx.params.get("quarter_option")
        return ledger.snapshot(ledger.resolve(quarter)).observations

    return _from_ledger(found, ())


def complete_body(incomplete: str) -> list[str]:
    """The ids of the bodies of the registry."""
    return [name for name in _known("bodies") if name.startswith(incomplete)]


def _known(what: str) -> list[str]:
    def found(ledger: "Ledger") -> list[str]:
        match what:
            case "quarters":
                return [str(quarter) for quarter in ledger.quarters]
            case "series":
                return [*dict.fromkeys(one.series for one in ledger.definitions.catalogue.values() if one.series)]
            case "groups":
                return [*ledger.definitions.registry.groups]
            case "bodies":
                return [*ledger.definitions.registry.by_id]
            case "letters":
                return sorted(path.stem for path in ledger.folder.letters().glob("*.y*ml"))
            case _:
                return [*ledger.definitions.catalogue]

    return _from_ledger(found, [])


def _from_ledger(found: "Callable[[Ledger], Known]", nothing: Known) -> Known:
    """What is found in the ledger in use; nothing where there is none or where its data is wrong."""
    from egov_tracker.cli.runtime import open_data
    from egov_tracker.errors import EgovError

    try:
        return found(open_data(None))
    except EgovError:
        return nothing


def format_option(kind: "Kind[Any]", default: str = "") -> typer.models.OptionInfo:
    """`--format` with the formats of a kind of output; `default` says what it is where it is not simply the first."""
    names = "|".join(kind.names)
    text = f"The format; by default that of FILE, else {default or kind.names[0]}."
    info: typer.models.OptionInfo = typer.Option(
        "--format", "-f", metavar=f"[{names}]", help=text, autocompletion=_completing(kind.names)
    )
    return info


def _completing(names: tuple[str, ...]) -> "Callable[[str], list[str]]":
    def complete_name(incomplete: str) -> list[str]:
        return [name for name in names if name.startswith(incomplete)]

    return complete_name


Data = Annotated[
    Path | None,
    typer.Option("--data", metavar="DIR", help="The ledger to use: a folder that holds reports/. [EGOV_DATA]"),
]
QuarterArgument = Annotated[
    str, typer.Argument(metavar="QUARTER", help="The quarter, 2016Q2.", autocompletion=complete_quarter)
]
QuarterToMake = Annotated[str, typer.Argument(metavar="QUARTER", help="The quarter to make, 2017Q3.")]
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
        "--output",
        "-o",
        metavar="FILE",
        help="Write here, in the format of its suffix, not to the screen.",
        parser=read_output_path,
    ),
]
Trace = Annotated[bool, typer.Option("--trace", help="Beside each figure its lines in the files of the ledger.")]
Lang = Annotated[Language | None, typer.Option("--lang", help="The language of the page; vi by default. [EGOV_LANG]")]
Excel = Annotated[
    bool,
    typer.Option("--excel", help="CSV as Excel opens it where Vietnamese is set: a UTF-8 mark, semicolons, 63,33."),
]
TemplateFolder = Annotated[
    Path | None,
    typer.Option("--templates", metavar="DIR", help="Templates of your own, found first. [EGOV_TEMPLATES]"),
]
ReferenceDocument = Annotated[
    Path | None,
    typer.Option("--reference-doc", metavar="FILE", help="A .docx whose styles, margins and heads Word output takes."),
]
RegimeOption = Annotated[
    Regime | None,
    typer.Option("--regime", help="The form: Circular 01/2011 or Decree 30/2020; that of the date by default."),
]
