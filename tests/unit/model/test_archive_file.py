from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import TypeAdapter

from egov_tracker.model.archive_file import ArchiveFile
from egov_tracker.render.json import dump
from tests.running import only_as_locked

if TYPE_CHECKING:
    from collections.abc import Callable


@only_as_locked("pydantic")
def test_an_editor_is_told_all_limits_and_meanings_of_a_source(golden: Callable[[str, str], None]) -> None:
    golden("schema-source.json", dump(TypeAdapter(ArchiveFile).json_schema()))
