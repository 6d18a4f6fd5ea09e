"""JSON: stable keys, readable letters, one trailing newline."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from egov_tracker.views.records import appendix_record, envelope_record, observation_record, quarters_record

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from egov_tracker.store.discovery import DataFolder
    from egov_tracker.views.appendix import BodyList
    from egov_tracker.views.coverage import Coverage
    from egov_tracker.views.diff.changes import DiffView
    from egov_tracker.views.status import StatusView


def dump(record: Mapping[str, object] | Sequence[Mapping[str, object]]) -> str:
    """A record, or several, as indented JSON."""
    return json.dumps(record, ensure_ascii=False, indent=2) + "\n"


def dump_list(head: Mapping[str, object], name: str, records: Iterable[Mapping[str, object]]) -> str:
    """The same for facts of which the last are a long list: one record after the other takes a tenth of the memory."""
    inner = ",".join(
        "\n    " + json.dumps(one, ensure_ascii=False, indent=2).replace("\n", "\n    ") for one in records
    )
    front = json.dumps(head, ensure_ascii=False, indent=2).removesuffix("\n}")
    return f'{front},\n  "{name}": [{inner}\n  ]\n}}\n' if inner else f'{front},\n  "{name}": []\n}}\n'


def status_json(status: StatusView, folder: DataFolder, *, agencies: bool = False) -> str:
    """The state of a quarter, as `status_record` has it; with `agencies`, the state of every body."""
    head = {**envelope_record(folder), "quarter": str(status.snapshot.period)}
    return dump_list(head, "observations", (observation_record(view, bodies=agencies) for view in status.views))


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
