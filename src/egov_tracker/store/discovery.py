"""Where the data and the templates are: named by the user, found by the working folder, or inside the package."""

from __future__ import annotations

import os
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from egov_tracker import __version__
from egov_tracker.errors import EgovError, about, did_you_mean, expected
from egov_tracker.values import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

PACKAGE = Path(__file__).resolve().parent.parent
REGISTRY_FILES = ("agencies.yaml", "provinces.yaml")
COHORTS_FILE = "cohorts.yaml"
GROUPS_FILE = "groups.yaml"
CATALOGUE_FILE = "indicators.yaml"
OBLIGATIONS_FILE = "obligations.yaml"
DEFINITION_FILES = (*REGISTRY_FILES, GROUPS_FILE, COHORTS_FILE, CATALOGUE_FILE, OBLIGATIONS_FILE)


class Origin(StrEnum):
    """How the data was found."""

    OPTION = "--data"
    ENVIRONMENT = "EGOV_DATA"
    FOLDER = "folder"
    PACKAGE = "package"


class DataFolder(NamedTuple):
    """A ledger on disk; what it does not hold itself comes from the package."""

    origin: Origin
    root: Path
    foreign: bool = False

    @property
    def warning(self) -> str | None:
        """What is said of a ledger that was found in a folder above and belongs to somebody else."""
        return f"the ledger in use, {self.root}, belongs to another user; --data names one" if self.foreign else None

    @property
    def named(self) -> str:
        """The folder and, in brackets, how it was found: `data (--data)`."""
        return f"{self.root} ({self.origin})"

    @property
    def title(self) -> str:
        """A name for documents, which have no path in them: the name of the folder, or of the package."""
        return f"egov-tracker {__version__}" if self.origin is Origin.PACKAGE else self.root.resolve().name

    def within(self, path: Path) -> str:
        """What lies in the folder, as documents name it, wherever the ledger lies: `data/sources/press`."""
        top = "egov-tracker/data" if self.origin is Origin.PACKAGE else self.title
        return (top / path.relative_to(self.root)).as_posix()

    @property
    def reports(self) -> Path:
        """The folder of snapshots."""
        return self.root / "reports"

    @property
    def sources(self) -> Path:
        """The folder of archived documents."""
        return self.root / "sources"

    def registry_file(self, name: str) -> Path:
        """A file of the registry: the ledger's own, else the package's."""
        return self._own_or_packaged(f"registry/{name}")

    def is_own(self, name: str) -> bool:
        """Whether the ledger holds this file of the registry itself."""
        return self.registry_file(name) == self.root / "registry" / name

    def letters(self) -> Path:
        """The folder of letters: the ledger's own, else the package's."""
        return self._own_or_packaged("letters")

    def _own_or_packaged(self, name: str) -> Path:
        """What is there and cannot be read is not passed over: reading it will say why."""
        own = self.root / name
        try:
            own.lstat()
        except (FileNotFoundError, NotADirectoryError):
            return bundled("data") / name
        except OSError:
            return own
        return own


def bundled(name: str) -> Path:
    """A folder that the package brings: inside a wheel, else at the root of the checkout."""
    inside = PACKAGE / "bundled" / name
    return inside if inside.is_dir() else PACKAGE.parent.parent / name


def repository_around(working: Path) -> Path | None:
    """The nearest folder, from the working folder upwards, that git keeps; None outside any repository."""
    return next((folder for folder in (working, *working.parents) if os.path.lexists(folder / ".git")), None)


def machine_path(path: str, repository: Path | None) -> str:
    """How a machine is told of a file: relative to the repository, with slashes.

    A file that the package brings is `egov-tracker/data/...`, wherever the package lies; any other is left as it is.
    """
    found = Path(os.path.abspath(path))  # noqa: PTH100 - what a link leads to is another name
    packaged = bundled("data")
    if repository and found.is_relative_to(repository) and not found.is_relative_to(PACKAGE):
        return found.relative_to(repository).as_posix()
    return f"egov-tracker/data/{found.relative_to(packaged).as_posix()}" if found.is_relative_to(packaged) else path


def locate_data(option: Path | None, environment: str | None, working: Path, paths: Iterable[Path] = ()) -> DataFolder:
    """The ledger to use: the option, else the environment, else the one in which all of `paths` lie.

    Without any of these, `data/reports` here or above, else the package's. Raises `EgovError` where the named folder
    holds no snapshots.
    """
    if option:
        return _named(Origin.OPTION, option)
    if environment:
        return _named(Origin.ENVIRONMENT, Path(environment))
    if root := _root_of(paths):
        return DataFolder(Origin.FOLDER, root)
    for folder in (working, *working.parents):
        if _is_folder(folder / "data" / "reports"):
            foreign = folder != working and _owner_of(folder / "data") != _owner_of_process()
            return DataFolder(Origin.FOLDER, _shown(folder / "data", working), foreign=foreign)
    return DataFolder(Origin.PACKAGE, bundled("data"))


def _root_of(paths: Iterable[Path]) -> Path | None:
    """The one ledger that all of the paths are, or that holds them as reports or as definitions."""
    roots = {_ledger_around(path) for path in paths}
    return roots.pop() if len(roots) == 1 else None


def _ledger_around(path: Path) -> Path | None:
    candidates = (path, path.parent, path.parent.parent)
    return next((root for root in candidates if _is_folder(root / "reports") and _belongs(path, root)), None)


def _belongs(path: Path, root: Path) -> bool:
    return path == root or path in {root / "reports", root / "registry"} or path.parent.name in {"reports", "registry"}


def _owner_of(path: Path) -> int | None:
    try:
        return path.stat().st_uid
    except OSError:
        return None


def _owner_of_process() -> int:
    return os.geteuid() if hasattr(os, "geteuid") else 0


def _shown(root: Path, working: Path) -> Path:
    return Path(os.path.relpath(root, working))


def _is_folder(path: Path) -> bool:
    """Whether a folder is there; a loop of links and a name too long are none."""
    return os.path.isdir(path)  # noqa: PTH112


def _named(origin: Origin, root: Path) -> DataFolder:
    with about(origin):
        return DataFolder(origin, ledger_root(root))


def ledger_root(named: Path) -> Path:
    """The folder that holds reports/: the one named, or data/ in it; `EgovError` where neither does."""
    if not _is_folder(named):
        raise EgovError(missing("a folder", named))
    if _is_folder(named / "reports"):
        return named
    if _is_folder(named / "data" / "reports"):
        return named / "data"
    if named.name == "reports":
        raise EgovError(expected("the folder above, which holds reports/", str(named)))
    raise EgovError(f"{expected('a folder that holds reports/', str(named))}, which holds none")


def missing(what: str, path: Path) -> str:
    """`expected a folder, got repots, which is not there`, with the nearest of the names beside it."""
    if os.path.lexists(path):
        return expected(what, f"{path}, which is none")
    return f"{expected(what, str(path))}, which is not there{did_you_mean(path.name, neighbours(path))}"


def neighbours(path: Path) -> tuple[str, ...]:
    """The names in the folder where a path would be."""
    try:
        return tuple(sorted(os.listdir(path.parent)))  # noqa: PTH208 - names, not paths
    except OSError:
        return ()
