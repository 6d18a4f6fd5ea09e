"""Where the data and the templates are: named by the user, found by the working folder, or inside the package."""

from __future__ import annotations

import os
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from egov_tracker.errors import EgovError

PACKAGE = Path(__file__).resolve().parent.parent


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

    @property
    def named(self) -> str:
        """The folder and, in brackets, how it was found: `data (--data)`."""
        return f"{self.root} ({self.origin})"

    @property
    def facts(self) -> dict[str, object]:
        """The folder and how it was found, as fields of JSON outputs."""
        return {"origin": str(self.origin), "path": str(self.root)}

    @property
    def reports(self) -> Path:
        """The folder of snapshots."""
        return self.root / "reports"

    def registry_file(self, name: str) -> Path:
        """A file of the registry: the ledger's own, else the package's."""
        return self._own_or_packaged(f"registry/{name}")

    def is_own(self, name: str) -> bool:
        """Whether the ledger holds this file of the registry itself."""
        return (self.root / "registry" / name).exists()

    def letters(self) -> Path:
        """The folder of letters: the ledger's own, else the package's."""
        return self._own_or_packaged("letters")

    def _own_or_packaged(self, name: str) -> Path:
        own = self.root / name
        return own if own.exists() else bundled("data") / name


def bundled(name: str) -> Path:
    """A folder that the package brings: inside a wheel, else at the root of the checkout."""
    inside = PACKAGE / "bundled" / name
    return inside if inside.is_dir() else PACKAGE.parent.parent / name


def locate_data(option: Path | None, environment: str | None, working: Path) -> DataFolder:
    """The ledger to use: the option, else the environment, else `data/reports` here or above, else the package's.

    Raises `EgovError` where the named folder holds no snapshots.
    """
    if option:
        return _named(Origin.OPTION, option)
    if environment:
        return _named(Origin.ENVIRONMENT, Path(environment))
    for folder in (working, *working.parents):
        if (folder / "data" / "reports").is_dir():
            return DataFolder(Origin.FOLDER, _shown(folder / "data", working))
    return DataFolder(Origin.PACKAGE, bundled("data"))


def _shown(root: Path, working: Path) -> Path:
    return Path(os.path.relpath(root, working))


def _named(origin: Origin, root: Path) -> DataFolder:
    if not root.is_dir():
        raise EgovError(f"{origin} {root}: no such folder")
    if (root / "reports").is_dir():
        return DataFolder(origin, root)
    if (root / "data" / "reports").is_dir():
        return DataFolder(origin, root / "data")
    if root.name == "reports":
        raise EgovError(f"{origin} {root}: name the folder above it, which holds reports/")
    raise EgovError(f"{origin} {root}: no reports/ folder in it, so it is no ledger")
