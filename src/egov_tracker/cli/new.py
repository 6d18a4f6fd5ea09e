"""`egov new`: the file of a quarter to write into, and a ledger around it where there is none."""

from __future__ import annotations

import os
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from egov_tracker.cli.options import Data, QuarterToMake
from egov_tracker.values import NamedTuple

if TYPE_CHECKING:
    from egov_tracker.model.observation import Snapshot
    from egov_tracker.store.ledger import Ledger
    from egov_tracker.text.quarters import Quarter


class DraftSource(StrEnum):
    """The document that the figures come from."""

    REPORT = "report"
    LETTER = "letter"
    PRESS = "press"


def new(
    ctx: typer.Context,
    quarter: QuarterToMake,
    source: Annotated[
        DraftSource, typer.Option("--source", help="The kind of document that it comes from.")
    ] = DraftSource.REPORT,
    data: Data = None,
) -> None:
    """Begin a quarter: a sound file with a source to fill in, earlier lines and what is due; never overwrites."""
    from egov_tracker.cli.runtime import complain, open_ledger
    from egov_tracker.model.terms import SourceKind
    from egov_tracker.render.draft import draft_yaml
    from egov_tracker.views.draft import view_draft

    period = read_quarter(quarter)
    ledger = open_ledger(ctx, data)
    place = place_of(ledger, period)
    draft = view_draft(period, SourceKind(source), last_before(ledger, period), ledger.definitions, ledger.obligations)
    write_quarter(ledger, place, draft_yaml(draft))
    if draft.earlier:
        whose = " of the package" if place.fresh else ""
        complain(f"egov: the lines of {draft.earlier}{whose} are comments in it")


class Place(NamedTuple):
    """The file of a new quarter, and the folder of its ledger, which is made where it is `fresh`."""

    root: Path
    target: Path
    fresh: bool


def place_of(ledger: Ledger, period: Quarter) -> Place:
    """Where the file of a quarter goes: into the ledger, or a fresh one where only the package has one.

    Raises `EgovError` where the quarter has a file already.
    """
    from egov_tracker.store.discovery import Origin

    fresh = ledger.folder.origin is Origin.PACKAGE
    root = Path("data") if fresh else ledger.folder.root
    target = root / "reports" / f"{period}.yaml"
    refuse_taken(ledger, period, target, fresh=fresh)
    return Place(root, target, fresh)


def write_quarter(ledger: Ledger, place: Place, text: str) -> None:
    """Write the file of a quarter and what it needs beside it, and say what was made; nothing is overwritten."""
    from egov_tracker.cli.output import write_text
    from egov_tracker.cli.runtime import complain

    files = {**surroundings(ledger, place.root, fresh=place.fresh), place.target: text}
    made = [path for path in files if not os.path.lexists(path)]
    write_files({path: files[path] for path in made})
    if place.fresh:
        complain(
            f"egov: made a ledger in {place.root.resolve()}; registry, catalogue and letters come from the package"
        )
    for path in [path for path in files if place.fresh and path not in made]:
        complain(f"egov: {path} is there already and was left as it is")
    write_text("".join(f"{path}\n" for path in made))


def read_quarter(text: str) -> Quarter:
    """The quarter that a text names; `EgovError` says what was meant."""
    from egov_tracker.errors import EgovError, TextError
    from egov_tracker.text.quarters import parse_quarter

    try:
        return parse_quarter(text)
    except TextError as wrong:
        raise EgovError(wrong.sentence) from wrong


def last_before(ledger: Ledger, period: Quarter) -> Snapshot | None:
    """The latest earlier snapshot that holds anything; a quarter that was only begun does not count."""
    earlier = (ledger.snapshot(one) for one in reversed(ledger.quarters) if one < period)
    return next((snapshot for snapshot in earlier if snapshot.observations), None)


def refuse_taken(ledger: Ledger, period: Quarter, target: Path, *, fresh: bool) -> None:
    """Raise `EgovError` where the quarter has a file already, under whatever name."""
    from egov_tracker.errors import EgovError

    taken = target if os.path.lexists(target) else None if fresh else ledger.files.get(period)
    if taken:
        raise EgovError(f"{taken} is there already; nothing was written")


def surroundings(ledger: Ledger, root: Path, *, fresh: bool) -> dict[Path, str]:
    """What a snapshot needs beside it, by path: the schema that its first line names; in a new ledger settings too."""
    from egov_tracker.render.draft import ATTRIBUTES, EDITOR_SETTINGS
    from egov_tracker.render.schema import schema_of

    settings = {Path(".gitattributes"): ATTRIBUTES, Path(".vscode/settings.json"): EDITOR_SETTINGS} if fresh else {}
    return {**settings, root / "schema" / "snapshot.schema.json": schema_of("snapshot", lambda: ledger.definitions)}


def write_files(files: dict[Path, str]) -> None:
    """Write files and the folders that they lie in; `EgovError` where a folder cannot be made."""
    from egov_tracker.cli.output import write_text
    from egov_tracker.errors import EgovError

    for path, text in files.items():
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as wrong:
            raise EgovError(f"cannot make {path.parent}: {wrong.strerror}") from wrong
        write_text(text, path)
