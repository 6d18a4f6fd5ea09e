"""A ledger on disk: its quarters, its definitions, and its snapshots, each read only when asked for."""

from __future__ import annotations

import os
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from egov_tracker.errors import EgovError, TextError, expected, hint_at
from egov_tracker.model.catalogue import Indicator
from egov_tracker.model.findings import Finding, errors_only
from egov_tracker.model.groups import Group
from egov_tracker.model.observation import Observation
from egov_tracker.model.registry import Body
from egov_tracker.store.cache import key_of
from egov_tracker.store.columns import Around
from egov_tracker.store.discovery import CATALOGUE_FILE, DEFINITION_FILES, OBLIGATIONS_FILE, bundled
from egov_tracker.store.files import UnreadableError, fingerprint, read_file
from egov_tracker.text.quarters import Quarter, parse_quarter
from egov_tracker.values import Value

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from egov_tracker.model.obligations import PlacedObligation
    from egov_tracker.model.observation import Loaded, Snapshot
    from egov_tracker.model.registry import Registry
    from egov_tracker.store.cache import Cache
    from egov_tracker.store.discovery import DataFolder

T = TypeVar("T")

SUFFIXES = (".yaml", ".yml")
DEFINING_FILES = tuple(name for name in DEFINITION_FILES if name != OBLIGATIONS_FILE)
MOST_TOGETHER = 64  # snapshots in one entry
PACKAGED = "packaged"  # the catalogue that the package brings


class FaultyDataError(EgovError):
    """Data that cannot be used; `findings` are all the errors that were found in it."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__("\n".join(str(found) for found in sorted(findings, key=lambda found: found.sort_key)))
        self.findings = findings


class Definitions(Value):
    """The registry of bodies and groups, and the catalogue of indicators by id."""

    registry: Registry
    catalogue: dict[str, Indicator]

    @cached_property
    def things(self) -> dict[type, tuple[object, ...]]:
        """What snapshots refer to, by kind."""
        registry = self.registry
        groups = (*registry.groups.values(), *registry.cohort_groups.values())
        return {Body: registry.bodies, Indicator: tuple(self.catalogue.values()), Group: groups}

    def __repr__(self) -> str:
        return f"<Definitions indicators: {len(self.catalogue)}, bodies: {len(self.registry.bodies)}>"


class Ledger(Value):
    """The snapshots of a folder with the registry and the catalogue they are read against.

    What is in the `cache` is not read again; the answers are the same.
    """

    folder: DataFolder
    cache: Cache | None = None

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
        return _sound(*self.read_definitions())

    def read_definitions(self) -> tuple[Definitions, tuple[Finding, ...]]:
        """The registry and the catalogue as far as they can be read, and what is wrong with them."""
        return self._defined[:2]

    @cached_property
    def _defined(self) -> tuple[Definitions, tuple[Finding, ...], str | None]:
        """The definitions, what is wrong with them, and a key of what they were read from, if they are sound."""
        ((registry, catalogue), findings), key = self._recalled("definitions", DEFINING_FILES, Around(), self._define)
        return Definitions(registry, catalogue), findings, key

    def _define(self) -> tuple[tuple[Registry, dict[str, Indicator]], tuple[Finding, ...]]:
        from egov_tracker.store.catalogue import read_catalogue
        from egov_tracker.store.definitions import read_registry

        registry, faults = read_registry(self.folder)
        catalogue, more = read_catalogue(self.folder, registry.groups)
        return (registry, catalogue), faults + more

    @cached_property
    def obligations(self) -> tuple[PlacedObligation, ...]:
        """The obligations; raises `FaultyDataError` where their file is wrong."""
        return _sound(*self.read_obligations())

    def read_obligations(self) -> tuple[tuple[PlacedObligation, ...], tuple[Finding, ...]]:
        """The obligations as far as they can be read, and what is wrong with them or unknown to the definitions."""
        return self._obliged[0]

    @cached_property
    def _obliged(self) -> tuple[tuple[tuple[PlacedObligation, ...], tuple[Finding, ...]], str | None]:
        around = Around(paths=(str(self.folder.registry_file(OBLIGATIONS_FILE)),))
        return self._recalled("obligations", DEFINITION_FILES, around, self._oblige)

    def _oblige(self) -> tuple[tuple[PlacedObligation, ...], tuple[Finding, ...]]:
        from egov_tracker.store.definitions import read_obligations

        known, _ = self.read_definitions()
        return read_obligations(self.folder, known.registry, known.catalogue)

    def _recalled(
        self, what: str, names: Sequence[str], around: Around, make: Callable[[], tuple[T, tuple[Finding, ...]]]
    ) -> tuple[tuple[T, tuple[Finding, ...]], str | None]:
        """What follows from some definition files, and the key of these; none where it cannot be told or is unsound.

        It is kept if nothing is wrong with it, and if nobody wrote to the files while they were read.
        """
        key = self._key_of_definitions(names, self._first_prints)
        if not self.cache or not key:
            return make(), None
        if (found := self.cache.recall(key_of(what, key), around)) is not None:
            return found, key
        made = make()
        if made[1] or self.key_of_definitions(names) != key:
            return made, None
        self.cache.keep(key_of(what, key), made, around)
        return made, key

    def key_of_definitions(self, names: Sequence[str] = DEFINITION_FILES) -> str | None:
        """A key of what is in some definition files and of whose they all are; None where one cannot be read.

        Code lists that the ledger's own catalogue does not have are the package's.
        """
        return self._key_of_definitions(names, self._prints())

    def _key_of_definitions(self, names: Sequence[str], prints: Mapping[str, str] | None) -> str | None:
        own = (str(self.folder.is_own(name)) for name in DEFINITION_FILES)
        return key_of(*own, *(prints[name] for name in (*names, PACKAGED))) if prints else None

    @cached_property
    def _first_prints(self) -> dict[str, str] | None:
        """The prints of the definition files before anything was read of them."""
        return self._prints()

    def _prints(self) -> dict[str, str] | None:
        """The fingerprints of the definition files, of each that is there; None where one cannot be read."""
        files = {name: self.folder.registry_file(name) for name in DEFINITION_FILES}
        files[PACKAGED] = bundled("data") / "registry" / CATALOGUE_FILE
        try:
            return {name: fingerprint(read_file(path)) if os.path.lexists(path) else "" for name, path in files.items()}
        except UnreadableError:
            return None

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

    @cached_property
    def _read(self) -> dict[str, str]:
        """The fingerprints of the snapshot files that were read, by path."""
        return {}

    def interpret(self, raw: bytes, path: str) -> Loaded:
        """Read the content of a snapshot file as far as it can be read; `path` is the file to name in findings.

        Raises `FaultyDataError` where the definitions are wrong.
        """
        _sound(*self.read_definitions())
        return self.interpret_as(quarter_named(Path(path)), raw, path)

    def interpret_as(self, named: Quarter | None, raw: bytes, path: str) -> Loaded:
        """The same of a file that is named after this quarter, against the definitions as far as they can be read."""
        known, _, defined_by = self._defined

        def read() -> Loaded:
            from egov_tracker.store.snapshots import read_snapshot

            return read_snapshot(raw, path, named, known.registry, known.catalogue)

        if not self.cache or not defined_by:
            return read()
        self._read[path] = fingerprint(raw)
        key = key_of("snapshot", defined_by, str(named), self._read[path])
        return self.cache.recalled(
            key, Around(known.things, (path,)), read, lambda loaded: not errors_only(loaded.findings)
        )

    def recall_until(self, what: str, last: Snapshot, make: Callable[[], tuple[T, bool]]) -> T:
        """What `make` makes of a snapshot of this ledger, of all earlier ones and of the definitions; `what` names it.

        It says whether that may be kept; it is, if nobody wrote to the files meanwhile.
        """
        key = self._key_until(what, last)
        if not self.cache or not key:
            return make()[0]
        around = self._around_until(last)
        found: T | None = self.cache.recall(key, around)
        if found is not None:
            return found
        made, is_sound = make()
        if is_sound and self._key_until(what, last) == key:
            self.cache.keep(key, made, around)
        return made

    def _key_until(self, what: str, last: Snapshot) -> str | None:
        """A key of what a snapshot and the definitions were read from, and of the files of the quarters before it.

        None where there is no cache, where a file cannot be read, or where it is not what was read before.
        """
        known, obliged = self._defined[2], self._obliged[1]
        try:
            now = {str(path): fingerprint(read_file(path)) for path in self._until(last)} if known and obliged else {}
        except UnreadableError:
            return None
        if not known or not obliged or any(now[path] != raw for path, raw in self._read.items() if path in now):
            return None
        return key_of(what, str(last.period), known, obliged, *now.values())

    def _until(self, last: Snapshot) -> tuple[Path, ...]:
        return tuple(path for quarter, path in self.files.items() if quarter <= last.period)

    def _around_until(self, last: Snapshot) -> Around:
        from egov_tracker.model.obligations import PlacedObligation

        things = self.definitions.things | {PlacedObligation: self.obligations, Observation: last.observations}
        return Around(things, (*map(str, self._until(last)), str(self.folder.registry_file(OBLIGATIONS_FILE))))

    def read_once(self, path: Path, read: Callable[[bytes, str], T], is_sound: Callable[[T], bool]) -> T:
        """What `read` makes of the bytes and the path of a file, and of nothing else; kept if it is sound."""
        return self.understand_once(read_file(path), str(path), read, is_sound)

    def understand_once(
        self, raw: bytes, path: str, read: Callable[[bytes, str], T], is_sound: Callable[[T], bool] = lambda _: True
    ) -> T:
        """The same of the bytes of a file, which are at hand."""
        if not self.cache:
            return read(raw, path)
        key, around = key_of(read.__module__, read.__qualname__, raw), Around(paths=(path,))
        return self.cache.recalled(key, around, lambda: read(raw, path), is_sound)

    def snapshot(self, quarter: Quarter) -> Snapshot:
        """The snapshot of a quarter; raises `FaultyDataError` where its file is wrong."""
        return self.understood(self.read(self.files[quarter]))

    def snapshots(self) -> Iterable[Snapshot]:
        """The snapshots of all quarters, in the order of time; raises `FaultyDataError` where a file of one is wrong.

        Few are kept together too once each of them is kept, as one entry takes a third of the time of many.
        """
        singly = map(self.snapshot, self.quarters)
        if not self.cache or len(self.files) > MOST_TOGETHER:
            return singly
        try:
            prints = {str(path): fingerprint(read_file(path)) for path in self.files.values()}
        except UnreadableError:
            return singly
        return self._together(self.cache, prints, singly)

    def _together(self, cache: Cache, prints: dict[str, str], singly: Iterable[Snapshot]) -> Iterable[Snapshot]:
        around, known = Around(self.definitions.things, tuple(prints)), self._defined[2]
        key = key_of("snapshots", known or "", *map(str, self.quarters), *prints.values())
        found: tuple[Snapshot, ...] | None = cache.recall(key, around) if known else None
        if found is not None:
            self._read.update(prints)
            return found
        before, read = cache.kept, tuple(singly)
        if known and cache.kept == before and self._read == prints:
            cache.keep(key, read, around)
        return read

    def snapshot_or_none(self, quarter: Quarter | None) -> Snapshot | None:
        """The snapshot of a quarter as far as it can be read; None where there is no file of it."""
        return self.read(self.files[quarter]).snapshot if quarter and quarter in self.files else None

    def understood(self, loaded: Loaded) -> Snapshot:
        """The snapshot that was read; raises `FaultyDataError` where its file has errors."""
        faults = errors_only(loaded.findings)
        if faults or not loaded.snapshot:
            raise FaultyDataError(faults)
        return loaded.snapshot


def _sound(read: T, findings: tuple[Finding, ...]) -> T:
    """What was read; raises `FaultyDataError` where errors were found in it."""
    if faults := errors_only(findings):
        raise FaultyDataError(faults)
    return read


def no_snapshots(folder: DataFolder) -> EgovError:
    """The error of a ledger that holds nothing."""
    return EgovError(expected(f"a snapshot such as 2016Q2.yaml in {folder.reports}", "none"))


def quarter_named(path: Path) -> Quarter | None:
    """The quarter that a file is named after; None where its name is no quarter."""
    try:
        return parse_quarter(path.stem)
    except TextError:
        return None
