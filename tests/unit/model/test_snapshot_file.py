from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import TypeAdapter

from egov_tracker.model.snapshot_file import SnapshotFile
from egov_tracker.render.json import dump

if TYPE_CHECKING:
    from collections.abc import Callable


def test_an_editor_is_told_all_limits_and_meanings_of_a_snapshot(golden: Callable[[str, str], None]) -> None:
    golden("schema-snapshot.json", dump(TypeAdapter(SnapshotFile).json_schema()))
