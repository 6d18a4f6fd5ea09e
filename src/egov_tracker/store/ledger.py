"""A ledger on disk: its quarters, its definitions, and its snapshots, each read only when asked for."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from egov_tracker.errors import EgovError, TextError, expected, hint_at
from egov_tracker.model.findings import Finding, errors_only
from egov_tracker.store.catalogue import read_catalogue
from egov_tracker.store.definitions import read_obligations, read_registry
from egov_tracker.store.files import read_file
from egov_tracker.store.snapshots import Loaded, read_snapshot
from egov_tracker.text.quarters import Quarter, parse_quarter

if TYPE_CHECKING:
    from egov_tracker.model.catalogue import Indicator
    from egov_tracker.model.obligations import PlacedObligation
    from egov_tracker.model.observation import Snapshot
    from egov_tracker.model.registry import Registry
    from egov_tracker.store.discovery import DataFolder

SUFFIXES = (".yaml", ".yml")


class FaultyDataError(EgovError):
    """Data that cannot be used; `findings` are all the errors that were found in it."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__("\n".join(str(found) for found in sorted(findings, key=lambda found: found.sort_key)))
        self.findings = findings


@dataclass(frozen=True)
class Definitions:
    """The registry of bodies and groups, and the catalogue of indicators by id."""

    registry: Registry
    catalogue: dict[str, Indicator]

    def __repr__(self) -> str:
        return f"<Definitions indicators: {len(self.catalogue)}, bodies: {len(self.registry.bodies)}>"


@dataclass(frozen=True)
class Ledger:
    """The snapshots of a folder with the registry and the catalogue they are read against."""

    folder: DataFolder

    @cached_property
    def files(self) -> dict[Quarter, Path]:
        """The snapshot files by quarter, in the order of time; files named otherwise are not among them.

        Raises `EgovError` where two files are of one quarter.
        """
        named: dict[Quarter, Path] = {}
        for path in self.all_files:
            quarter = quarter_named(path)
            if quarter in named:
                raise EgovError(f"two files of {quarter}: {named[quarter]} and {path}")
            if quarter:
                named[quarter] = path
        return dict(sorted(named.items()))

    @cached_property
    def all_files(self) -> tuple[Path, ...]:
        """Every YAML file of the reports folder, by name."""
        try:
            paths = sorted(self.folder.reports.iterdir())
        except OSError as wrong:
            raise EgovError(f"cannot read {self.folder.reports}: {wrong.strerror}") from wrong
        return tuple(path for path in paths if path.suffix.lower() in SUFFIXES)

    @property
    def quarters(self) -> tuple[Quarter, ...]:
        """The quarters that have a snapshot, in the order of time."""
        return tuple(self.files)

    @cached_property
    def definitions(self) -> Definitions:
        """The registry and the catalogue; raises `FaultyDataError` where they are wrong."""
        definitions, findings = self.read_definitions()
        if errors_only(findings):
            raise FaultyDataError(errors_only(findings))
        return definitions

    def read_definitions(self) -> tuple[Definitions, tuple[Finding, ...]]:
        """The registry and the catalogue as far as they can be read, and what is wrong with them."""
        registry, faults = read_registry(self.folder)
        catalogue, more = read_catalogue(self.folder, registry.groups)
        return Definitions(registry, catalogue), faults + more

    @cached_property
    def obligations(self) -> tuple[PlacedObligation, ...]:
        """The obligations; raises `FaultyDataError` where their file is wrong."""
        obligations, findings = read_obligations(self.folder, self.definitions.registry, self.definitions.catalogue)
        if errors_only(findings):
            raise FaultyDataError(errors_only(findings))
        return obligations

    def resolve(self, wanted: str | None) -> Quarter:
        """The quarter that a text names, or the latest for None; raises `EgovError` where it has no snapshot."""
        if not self.files:
            raise no_snapshots(self.folder)
        if wanted is None:
            return self.quarters[-1]
        there = ", ".join(map(str, self.quarters))
        try:
            quarter = parse_quarter(wanted)
        except TextError as wrong:
            raise EgovError(f"{wrong.sentence}; there are {there}") from wrong
        if quarter not in self.files:
            meant = hint_at((str(self._nearest(quarter)),))
            raise EgovError(f"{expected('a quarter with a snapshot', str(quarter))}{meant} There are {there}")
        return quarter

    def _nearest(self, quarter: Quarter) -> Quarter:
        def distance(other: Quarter) -> int:
            return abs((other.year - quarter.year) * 4 + other.number - quarter.number)

        return min(self.quarters, key=distance)

    def read(self, path: Path) -> Loaded:
        """Read a snapshot file as far as it can be read."""
        return self.interpret(read_file(path), str(path))

    def interpret(self, raw: bytes, path: str) -> Loaded:
        """Read the content of a snapshot file as far as it can be read; `path` is the file to name in findings."""
        registry, catalogue = self.definitions.registry, self.definitions.catalogue
        return read_snapshot(raw, path, quarter_named(Path(path)), registry, catalogue)

    def snapshot(self, quarter: Quarter) -> Snapshot:
        """The snapshot of a quarter; raises `FaultyDataError` where its file is wrong."""
        return self.understood(self.read(self.files[quarter]))

    def snapshot_or_none(self, quarter: Quarter | None) -> Snapshot | None:
        """The snapshot of a quarter as far as it can be read; None where there is no file of it."""
        return self.read(self.files[quarter]).snapshot if quarter and quarter in self.files else None

    def understood(self, loaded: Loaded) -> Snapshot:
        """The snapshot that was read; raises `FaultyDataError` where its file has errors."""
        faults = errors_only(loaded.findings)
        if faults or not loaded.snapshot:
            raise FaultyDataError(faults)
        return loaded.snapshot


def no_snapshots(folder: DataFolder) -> EgovError:
    """The error of a ledger that holds nothing."""
    return EgovError(expected(f"a snapshot such as 2016Q2.yaml in {folder.reports}", "none"))


def quarter_named(path: Path) -> Quarter | None:
    """The quarter that a file is named after; None where its name is no quarter."""
    try:
        return parse_quarter(path.stem)
    except TextError:
        return None
