from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import TypeAdapter

from egov_tracker.model.snapshot_file import SnapshotFile
from egov_tracker.render.json import dump
from tests.running import only_as_locked

if TYPE_CHECKING:
    from collections.abc import Callable


@only_as_locked("pydantic")
def test_an_editor_is_told_all_limits_and_meanings_of_a_snapshot(golden: Callable[[str, str], None]) -> None:
    golden("schema-snapshot.json", dump(TypeAdapter(SnapshotFile).json_schema()))
