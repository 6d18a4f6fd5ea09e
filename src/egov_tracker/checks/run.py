"""One run of the checker: which files, against what, and everything that was found in them."""

from __future__ import annotations

import os
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from egov_tracker.errors import EgovError, expected
from egov_tracker.model.findings import Finding, Location, error, errors_only
from egov_tracker.model.observation import Loaded
from egov_tracker.store.cache import key_of
from egov_tracker.store.columns import Around
from egov_tracker.store.discovery import DEFINITION_FILES, missing
from egov_tracker.store.files import UnreadableError, fingerprint_of_file, read_file
from egov_tracker.store.ledger import SUFFIXES, Definitions, Ledger, no_snapshots, quarter_named
from egov_tracker.values import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from egov_tracker.model.obligations import PlacedObligation
    from egov_tracker.store.discovery import DataFolder
    from egov_tracker.text.quarters import Quarter

# What cannot be said while the registry or the catalogue is faulty.
NEEDS_DEFINITIONS = ("REG", "FIG")
# What a library may word otherwise in its next version.
WORDED_BY_OTHERS = ("YML", "SHP")


class Report(NamedTuple):
    """The findings of one run, and the paths of the files that were checked, as the user wrote them."""

    findings: tuple[Finding, ...]
    snapshots: tuple[str, ...]
    definitions: tuple[str, ...]


def check_files(ledger: Ledger, paths: Sequence[Path] = ()) -> Report:
    """Check the named files and folders, or the whole ledger; a file of the ledger is checked beside all the others.

    Raises `EgovError` where a path does not exist or leads to no YAML file.
    """
    run = _Run(ledger, tuple(_expand(paths, ledger.folder)))
    return run.report(run.recalled())


def check_and_read(ledger: Ledger) -> tuple[Report, tuple[Loaded, ...]]:
    """Check the whole ledger, of which each file is read once; with the files of the quarters in the order of time."""
    run = _Run(ledger, ())
    report = run.report(tuple(run.findings()))
    return report, tuple(run.loaded[path] for path in run.kept_in_time if path in run.loaded)


def check_beside(ledger: Ledger, new: Loaded) -> tuple[Finding, ...]:
    """The findings that a snapshot not yet in the ledger would bring: those in it, and those that it is a part of.

    The snapshot of its quarter that the ledger may hold is not compared with it. Raises `FaultyDataError` where the
    definitions are wrong.
    """
    from egov_tracker.checks.judgement import context_of, judge

    if not new.snapshot:
        return new.findings
    period = new.snapshot.period
    others = [ledger.read(path) for quarter, path in ledger.files.items() if quarter != period]
    context = context_of([*others, new], ledger.definitions, ledger.obligations, whole=False)
    found = judge(context, new.findings)
    return tuple(one for one in found if new.path in {one.location.path, *(place.path for place in one.related)})


class _Run:
    """One run of the checker. `own` are the files of the ledger to check, `others` those that they are compared with.

    `free` are files outside the ledger: they are compared with each other only.
    """

    def __init__(self, ledger: Ledger, named: tuple[Path, ...]) -> None:
        self.ledger = ledger
        self.loaded: dict[Path, Loaded] = {}
        defined = {_real(path): path for path in map(ledger.folder.registry_file, DEFINITION_FILES)}
        reports = {_real(path): path for path in _ledger_files(ledger, needed=not named)}
        asked = {_real(path): path for path in named}
        checked = reports.keys() & asked.keys() if named else reports.keys()
        self.own = tuple(asked.get(real, path) for real, path in reports.items() if real in checked)
        self.others = tuple(path for real, path in reports.items() if real not in checked)
        self.free = tuple(path for real, path in asked.items() if real not in reports and real not in defined)
        inside = [path for path in defined.values() if path.is_relative_to(ledger.folder.root)]
        self.defined = tuple(path for real, path in defined.items() if real in asked) if named else tuple(inside)

    @property
    def definition_files(self) -> tuple[str, ...]:
        """The paths of the definition files that are to be checked."""
        return tuple(str(path) for path in self.defined)

    @cached_property
    def definitions(self) -> tuple[Definitions, tuple[Finding, ...]]:
        """The registry and the catalogue as far as they can be read, and what is wrong with them."""
        return self.ledger.read_definitions()

    @cached_property
    def obligations(self) -> tuple[tuple[PlacedObligation, ...], tuple[Finding, ...]]:
        """The obligations as far as they can be read, and what is wrong with them."""
        return self.ledger.read_obligations()

    def report(self, findings: tuple[Finding, ...]) -> Report:
        """The findings with the files that were checked."""
        return Report(findings, tuple(map(str, self.own + self.free)), self.definition_files)

    def recalled(self) -> tuple[Finding, ...]:
        """The findings, which are those of the run before where nothing changed that they follow from."""
        key = self.key() if self.ledger.cache else None
        if not self.ledger.cache or not key:
            return tuple(self.findings())

        def is_sound(found: tuple[Finding, ...]) -> bool:
            return not any(one.rule.startswith(WORDED_BY_OTHERS) for one in found) and self.key() == key

        return self.ledger.cache.recalled(key, Around(), lambda: tuple(self.findings()), is_sound)

    def key(self) -> str | None:
        """A key of all that the findings follow from and of the paths that they name; None where one cannot be read."""
        folder = self.ledger.folder
        known = self.ledger.key_of_definitions()
        parts = ["check", known or "", *(str(folder.registry_file(name)) for name in DEFINITION_FILES)]
        archived = sorted(path for path in folder.sources.rglob("*") if not path.is_dir())
        roles = {"own": self.own, "other": self.others, "free": self.free, "defined": self.defined, "source": archived}
        try:
            for role, paths in roles.items():
                for path in paths:
                    parts += [role, str(path), fingerprint_of_file(path)]
        except UnreadableError:
            return None
        return key_of(*parts) if known else None

    def findings(self) -> Iterator[Finding]:
        """Every finding in or related to a file that is to be checked, sorted; and all on definitions."""
        scope = {str(path) for path in (*self.own, *self.free, *self.defined)}
        found = [*self.definitions[1], *self.obligations[1]]
        if self.own or self.defined:
            found += self.judged(self.ledger_files, whole=True)
        if self.free:
            found += self.judged([(path, None) for path in self.free], whole=False)
        found += list(self.misnamed())
        for one in sorted(dict.fromkeys(found), key=lambda one: one.sort_key):
            faulty = one in self.definitions[1]
            if faulty or one.location.path in scope or any(location.path in scope for location in one.related):
                yield one

    @property
    def ledger_files(self) -> list[tuple[Path, Quarter | None]]:
        """The snapshots of the ledger as the user named them, one a quarter."""
        kept = {_real(path) for path in self.kept.values()}
        return [(path, quarter_named(path)) for path in (*self.own, *self.others) if _real(path) in kept]

    @property
    def kept_in_time(self) -> list[Path]:
        """The files of the quarters that are to be checked, in the order of time."""
        kept = {_real(path): quarter for quarter, path in self.kept.items()}
        return sorted((path for path in self.own if _real(path) in kept), key=lambda path: kept[_real(path)])

    @cached_property
    def kept(self) -> dict[Quarter, Path]:
        """The first file of each quarter, by name."""
        named = [(quarter_named(path), path) for path in reversed(_ledger_files(self.ledger, needed=False))]
        return {quarter: path for quarter, path in named if quarter}

    def judged(self, files: list[tuple[Path, Quarter | None]], *, whole: bool) -> tuple[Finding, ...]:
        """The findings on some snapshots, each compared with the others."""
        loaded = [self.load(path, quarter) for path, quarter in files]
        read = tuple(found for one in loaded for found in one.findings)
        if errors_only(self.definitions[1]):
            return tuple(found for found in read if not found.rule.startswith(NEEDS_DEFINITIONS))
        from egov_tracker.checks.judgement import context_of, judge

        sources = self.ledger.folder.sources
        return judge(context_of(loaded, self.definitions[0], self.obligations[0], whole=whole, sources=sources), read)

    def load(self, path: Path, quarter: Quarter | None) -> Loaded:
        """Read one snapshot; one that cannot be read is a finding beside the others."""
        try:
            raw = read_file(path)
        except UnreadableError as wrong:
            return Loaded(str(path), None, (error("YML002", str(wrong), Location(str(path), 1, 1)),))
        self.loaded[path] = self.ledger.interpret_as(quarter, raw, str(path))
        return self.loaded[path]

    def misnamed(self) -> Iterator[Finding]:
        """Findings on the files of the reports folder that other commands do not read, because of their names."""
        kept = {_real(path) for path in self.kept.values()}
        for path in self.own:
            if _real(path) not in kept:
                yield error("SHP003", self._why_passed_over(path), Location(str(path), 1, 1))
                yield from self.load(path, None).findings

    def _why_passed_over(self, path: Path) -> str:
        quarter = quarter_named(path)
        if quarter:
            return f"a second file of {quarter}, beside {self.kept[quarter].name}; other commands refuse both"
        return f"the file's name '{path.name}' is no quarter such as 2016Q2.yaml; the file is passed over"


def _ledger_files(ledger: Ledger, *, needed: bool) -> tuple[Path, ...]:
    if not needed and not ledger.folder.reports.is_dir():
        return ()
    if needed and not ledger.all_files:
        raise no_snapshots(ledger.folder)
    return ledger.all_files


def _expand(paths: Sequence[Path], folder: DataFolder) -> Iterator[Path]:
    """The files among the paths, and the YAML files in the folders among them, at any depth.

    Of a ledger's folder that are its snapshots and definitions: its letters and its archive are checked by other means.
    """
    for path in paths:
        if os.path.isdir(path):  # noqa: PTH112 - a name too long is no folder
            files = (file for file in path.rglob("*") if file.suffix.lower() in SUFFIXES and not file.is_dir())
            found = sorted(file for file in files if _is_checked(file, folder))
            if not found:
                raise EgovError(f"{path}: {expected('a folder of snapshots', 'a folder without any')}")
            yield from found
        elif os.path.lexists(path):
            yield path
        else:
            raise EgovError(missing("a file or folder", path))


def _is_checked(file: Path, folder: DataFolder) -> bool:
    """Whether a file in a folder is a snapshot or a definition, as far as its place in the ledger says it."""
    root, real = _real(folder.root), _real(file)
    if not real.is_relative_to(root) or real.is_relative_to(root / "reports"):
        return True
    return real in {_real(folder.registry_file(name)) for name in DEFINITION_FILES}


def _real(path: Path) -> Path:
    """The path behind all links; a loop of links stays as it is."""
    return Path(os.path.realpath(path))
