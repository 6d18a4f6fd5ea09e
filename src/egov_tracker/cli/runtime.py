"""What a command needs from the world: the ledger, the language, and someone to speak to."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from egov_tracker.errors import EgovError, expected, one_of, quoted

if TYPE_CHECKING:
    from collections.abc import Iterable

    from typer import Context

    from egov_tracker.model.terms import Lang
    from egov_tracker.store.cache import Cache
    from egov_tracker.store.ledger import Ledger


def open_ledger(ctx: Context, data: Path | None, paths: Iterable[Path] = ()) -> Ledger:
    """The ledger that `--data` names, behind the command or before it, else the one that `open_data` finds."""
    return open_data(data or ctx.obj, paths)


def open_data(option: Path | None, paths: Iterable[Path] = ()) -> Ledger:
    """The ledger that the option, the environment, the paths or the working folder name; else the package's."""
    from egov_tracker.store.discovery import locate_data
    from egov_tracker.store.ledger import Ledger

    folder = locate_data(option, os.environ.get("EGOV_DATA"), working_folder(), paths)
    if folder.warning:
        complain(f"egov: {folder.warning}")
    return Ledger(folder, open_cache())


def open_cache() -> Cache | None:
    """What was read before; None where `EGOV_NO_CACHE` forbids it, or where this user has no folder for it."""
    from egov_tracker.store.cache import Cache

    folder = cache_folder()
    return Cache(folder, time.time()) if folder and os.environ.get("EGOV_NO_CACHE", "0") in {"", "0"} else None


def cache_folder() -> Path | None:
    """EGOV_CACHE_DIR, else `egov-tracker` in the user's folder for such things, as the XDG standard has it."""
    if own := os.environ.get("EGOV_CACHE_DIR"):
        return Path(own)
    base = os.environ.get("XDG_CACHE_HOME", "")
    if not os.path.isabs(base):  # noqa: PTH117 - it may be empty
        base = os.path.expanduser("~/.cache")  # noqa: PTH111 - no error where there is no home
    return Path(base, "egov-tracker") if os.path.isabs(base) else None  # noqa: PTH117


def working_folder() -> Path:
    """The working folder; `EgovError` where it is gone."""
    try:
        return Path.cwd()
    except OSError as wrong:
        raise EgovError(f"the working folder: {wrong.strerror}") from wrong


def choose_language(option: Lang | None) -> Lang:
    """The language of the option, else of EGOV_LANG, else Vietnamese."""
    from egov_tracker.model.terms import Lang

    wanted = option or os.environ.get("EGOV_LANG") or Lang.VI
    if wanted not in set(Lang):
        raise EgovError(f"EGOV_LANG: {expected(one_of(Lang), quoted(wanted))}")
    return Lang(wanted)


def existing_folder(option: str, path: Path) -> Path:
    """A folder that has to be there; `EgovError` says which of its neighbours was probably meant."""
    from egov_tracker.store.discovery import missing

    if not os.path.isdir(path):  # noqa: PTH112 - a name too long is no folder
        raise EgovError(f"{option}: {missing('a folder', path)}")
    return path


def existing_file(what: str, path: Path) -> Path:
    """What is no folder and has to be there; `EgovError` says which of its neighbours was probably meant."""
    from egov_tracker.store.discovery import missing

    if not os.path.lexists(path):
        raise EgovError(missing(what, path))
    return path


def complain(message: str) -> None:
    """Say something to the person at the screen, beside the data."""
    from egov_tracker.text.terminal import quiet, spelled_out

    if sys.stderr:
        sys.stderr.write("".join(f"{quiet(spelled_out(line))}\n" for line in message.split("\n")))
