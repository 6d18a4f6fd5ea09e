"""JSON: stable keys, readable letters, one trailing newline."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from egov_tracker.views.records import Record, list_record, observation_record

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from egov_tracker.views.appendix import BodyList
    from egov_tracker.views.coverage import Coverage
    from egov_tracker.views.diff.changes import DiffView
    from egov_tracker.views.status import StatusView

SCHEMA_VERSION = 1


def dump(facts: Record) -> str:
    """Facts as indented JSON."""
    return json.dumps(facts, ensure_ascii=False, indent=2) + "\n"


def dump_list(head: Record, name: str, records: Iterable[Record]) -> str:
    """The same for facts of which the last are a long list: one record after the other takes a tenth of the memory."""
    inner = ",".join(
        "\n    " + json.dumps(one, ensure_ascii=False, indent=2).replace("\n", "\n    ") for one in records
    )
    front = json.dumps(head, ensure_ascii=False, indent=2).removesuffix("\n}")
    return f'{front},\n  "{name}": [{inner}\n  ]\n}}\n' if inner else f'{front},\n  "{name}": []\n}}\n'


def status_json(status: StatusView, data: Record, *, agencies: bool = False) -> str:
    """The state of a quarter; with `agencies`, the standing of every body."""
    records = (observation_record(view, bodies=agencies) for view in status.views)
    quarter = str(status.snapshot.period)
    head = {"schema_version": SCHEMA_VERSION, "data": data, "quarter": quarter}
    return dump_list(head, "observations", records)


def coverage_json(coverage: Coverage, data: Record) -> str:
    """The coverage map: quarters, and per indicator the number of observations in each quarter that has any."""
    indicators = {
        indicator.id: {
            str(quarter): count
            for quarter in coverage.quarters
            if (count := coverage.counts.get((indicator.id, quarter)))
        }
        for indicator in coverage.indicators
    }
    quarters = [{"quarter": str(quarter), "snapshot": quarter in coverage.present} for quarter in coverage.quarters]
    return dump({"schema_version": SCHEMA_VERSION, "data": data, "quarters": quarters, "indicators": indicators})


def appendix_json(lists: Sequence[BodyList], quarter: str, data: Record) -> str:
    """The lists of an appendix with the observations they come from."""
    facts = [list_record(made) for made in lists]
    return dump({"schema_version": SCHEMA_VERSION, "data": data, "quarter": quarter, "lists": facts})


def diff_json(diff: DiffView, data: Record) -> str:
    """The comparison of two quarters."""
    from egov_tracker.views.diff.records import diff_record

    return dump({"schema_version": SCHEMA_VERSION, "data": data, **diff_record(diff)})
