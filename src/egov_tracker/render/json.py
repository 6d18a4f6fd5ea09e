"""JSON: stable keys, readable letters, one trailing newline."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from egov_tracker.views.records import appendix_record, quarters_record, status_record

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from egov_tracker.store.discovery import DataFolder
    from egov_tracker.views.appendix import BodyList
    from egov_tracker.views.coverage import Coverage
    from egov_tracker.views.diff.changes import DiffView
    from egov_tracker.views.status import StatusView


def dump(record: Mapping[str, object] | Sequence[Mapping[str, object]]) -> str:
    """A record, or several, as indented JSON."""
    return json.dumps(record, ensure_ascii=False, indent=2) + "\n"


def status_json(status: StatusView, folder: DataFolder, *, agencies: bool = False) -> str:
    """The state of a quarter; with `agencies`, the state of every body."""
    return dump(status_record(status, folder, agencies=agencies))


def coverage_json(coverage: Coverage, folder: DataFolder) -> str:
    """The coverage map."""
    return dump(quarters_record(coverage, folder))


def appendix_json(lists: Sequence[BodyList], quarter: str, folder: DataFolder) -> str:
    """The lists of an appendix with the observations they come from."""
    return dump(appendix_record(lists, quarter, folder))


def diff_json(diff: DiffView, folder: DataFolder) -> str:
    """The comparison of two quarters."""
    from egov_tracker.views.diff.records import diff_record

    return dump(diff_record(diff, folder))
