"""What the tests of the checker share: the package's definitions, and texts or files judged as one ledger."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from egov_tracker.checks.run import context_of, judge
from egov_tracker.store.definitions import read_obligations
from egov_tracker.store.discovery import DataFolder, Origin, bundled
from egov_tracker.store.ledger import Definitions, Ledger
from egov_tracker.store.snapshots import read_snapshot

if TYPE_CHECKING:
    from pathlib import Path

    from egov_tracker.model.findings import Finding
    from egov_tracker.model.obligations import PlacedObligation


@cache
def definitions() -> Definitions:
    """The registry and the catalogue that the package brings."""
    return Ledger(DataFolder(Origin.PACKAGE, bundled("data"))).definitions


def check_raw(
    files: dict[str, bytes], obligations: tuple[PlacedObligation, ...] = (), *, whole: bool = True
) -> tuple[Finding, ...]:
    """The findings on some snapshots, seen as one ledger."""
    known = definitions()
    loaded = [read_snapshot(raw, path, None, known.registry, known.catalogue) for path, raw in files.items()]
    read = tuple(found for one in loaded for found in one.findings)
    return judge(context_of(loaded, known, obligations, whole=whole), read)


def check_texts(*texts: str) -> list[str]:
    """`1.yaml:15:12 FIG001 error` for each finding on some snapshots, seen as one ledger."""
    files = {f"{number}.yaml": text.encode() for number, text in enumerate(texts, 1)}
    return [f"{found.location} {found.rule} {found.level}" for found in check_raw(files)]


@dataclass(frozen=True)
class OneFile:
    """A folder of definitions that holds a single file."""

    path: Path

    def registry_file(self, _: str) -> Path:
        """The file, whichever is asked for."""
        return self.path


def check_group(paths: list[Path]) -> tuple[Finding, ...]:
    """The findings on example files: snapshots, and obligations if one is named so."""
    known = definitions()
    obligations: tuple[PlacedObligation, ...] = ()
    for path in paths:
        if "obligations" in path.name:
            obligations, faults = read_obligations(OneFile(path), known.registry, known.catalogue)  # type: ignore[arg-type]
            assert not faults
    return check_raw({str(path): path.read_bytes() for path in paths if "obligations" not in path.name}, obligations)
