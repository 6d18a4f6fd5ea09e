"""`egov templates`: the templates in use, and copies to start from."""

from pathlib import Path
from typing import Annotated

import typer

from egov_tracker.cli.options import TemplateFolder


def templates(
    names: Annotated[list[str] | None, typer.Argument(metavar="NAME", help="Which to copy; all by default.")] = None,
    copy: Annotated[
        Path | None, typer.Option("--copy", metavar="DIR", help="Write copies here; no file is written over.")
    ] = None,
    folder: TemplateFolder = None,
) -> None:
    """List the templates and where each comes from, or write copies to start from."""
    from egov_tracker.cli.output import template_folder, write_text
    from egov_tracker.render.templates import Templates

    found = Templates(template_folder(folder))
    paths = [found.path(name) for name in names or found.names()]
    if copy:
        paths = copy_files(paths, copy)
    write_text("".join(f"{path.name}\t{path}\n" for path in paths))


def copy_files(paths: list[Path], folder: Path) -> list[Path]:
    """Copies in a folder; `EgovError` where the folder cannot be made or holds a file of such a name."""
    from egov_tracker.cli.output import write_bytes
    from egov_tracker.errors import EgovError
    from egov_tracker.store.files import read_file

    taken = [path.name for path in paths if (folder / path.name).exists()]
    if taken:
        raise EgovError(f"{folder} holds {', '.join(taken)} already; nothing was written")
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as wrong:
        raise EgovError(f"cannot make {folder}: {wrong.strerror}") from wrong
    for path in paths:
        write_bytes(read_file(path), folder / path.name)
    return [folder / path.name for path in paths]
