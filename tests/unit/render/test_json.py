"""JSON: whole documents for a small ledger."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from egov_tracker.render.json import dump, status_json
from egov_tracker.store.discovery import DataFolder, Origin
from egov_tracker.views.page import Lang
from egov_tracker.views.records import status_record
from egov_tracker.views.status import Filters, view_status
from tests.building import HEAD, entry, load, snapshot_of

if TYPE_CHECKING:
    from egov_tracker.store.ledger import Definitions

FOLDER = DataFolder(Origin.OPTION, Path("data"))


def status_of(text: str, definitions: Definitions, *, agencies: bool = False) -> Any:
    view = view_status(snapshot_of(load(HEAD + text, definitions)), definitions, Filters(), Lang.EN)
    return json.loads(status_json(view, FOLDER, agencies=agencies))


def test_an_observation_has_all_the_keys_that_are_promised(definitions: Definitions) -> None:
    text = entry(
        exempt="{names: [Công an]}",
        outstanding="{count: 9, names: [Đài Tiếng Nói Việt Nam]}",
        remarks="[{rule: FIG002, note: Chỉ nêu tên 1.}]",
    )
    assert status_of(text, definitions) == {
        "schema_version": 1,
        "data": {"origin": "--data", "path": "data"},
        "quarter": "2016Q2",
        "observations": [
            {
                "quarter": "2016Q2",
                "indicator": "document_interconnection",
                "series": "document_exchange",
                "group": "central",
                "breakdown": {},
                "kind": "adoption",
                "from": None,
                "as_of": "2016-06-30",
                "as_of_first": "2016-06-30",
                "as_of_last": "2016-06-30",
                "printed": "19/30",
                "value": {"done": 19, "of": 30},
                "of": 30,
                "qualifier": None,
                "low": 19,
                "high": 19,
                "percent": 63.33,
                "percent_qualifier": None,
                "percent_low": 63.33,
                "percent_high": 63.34,
                "share": None,
                "done": {"count": None, "names": [], "says": None, "asked": None},
                "exempt": {"count": 1, "names": ["Bộ Công an"], "says": None, "asked": None},
                "outstanding": {
                    "count": 9, "names": ["Đài Tiếng nói Việt Nam"], "says": None, "asked": None, "unnamed": 8,
                },
                "in_progress": {"count": None, "names": [], "says": None, "asked": None},
                "counts": {
                    "done": None,
                    "exempt": {
                        "printed": None, "qualifier": None, "low": None, "high": None, "named": 1, "unnamed": 0,
                    },
                    "outstanding": {
                        "printed": "9", "qualifier": None, "low": 9, "high": 9, "named": 1, "unnamed": 8,
                    },
                    "in_progress": None,
                },
                "unknown": 28,
                "inferred": False,
                "source": "press",
                "source_details": {
                    "title": "Bài viết", "kind": "press", "number": None, "publisher": None, "date": None,
                    "reports": None, "url": None, "repeats": None, "supersedes": None,
                },
                "at": "dòng 4",
                "repeated": False,
                "headline": True,
                "place": {"path": "f", "line": 5, "column": 5},
                "footnotes": ["Chỉ nêu tên 1."],
            }
        ],
    }  # fmt: skip


@pytest.mark.parametrize(
    ("printed", "value", "qualifier", "percent"),
    [
        ("19/30", {"done": 19, "of": 30}, None, 63.33),
        ("63/63", {"done": 63, "of": 63}, None, 100),
        ("30,1% (1/3)", {"done": 1, "of": 3}, None, 33.33),
        ("gần 1.400", {"number": 1400}, "gần", None),
        ("12,7 triệu", {"number": 12_700_000}, None, None),
        ("25 (27%)", {"number": 25}, None, 27),
        ("trên 7,5%", {"percent": 7.5}, "trên", 7.5),
    ],
)
def test_a_figure_is_given_as_printed_and_as_numbers(
    printed: str, value: dict[str, float], qualifier: str | None, percent: float | None, definitions: Definitions
) -> None:
    (seen,) = status_of(entry(group="all", value=printed), definitions)["observations"]
    found = [seen[key] for key in ("printed", "value", "qualifier", "percent")]
    assert found == [printed, value, qualifier, percent]


def test_with_agencies_every_body_has_its_state_and_its_reason(definitions: Definitions) -> None:
    text = entry(group="provinces", value="62/63", outstanding="{names: [Hoà Bình]}")
    (seen,) = status_of(text, definitions, agencies=True)["observations"]
    assert len(seen["bodies"]) == 63
    assert seen["bodies"][:2] == [
        {
            "id": "hoa-binh",
            "name": "Hòa Bình",
            "printed": "Hoà Bình",
            "state": "outstanding",
            "inferred": False,
            "reason": "named by the source",
            "place": {"path": "f", "line": 11, "column": 27},
        },
        {
            "id": "ha-noi",
            "name": "Hà Nội",
            "printed": None,
            "state": "done",
            "inferred": True,
            "reason": "inferred: the bodies named and the counts of the source add up to exactly N",
            "place": None,
        },
    ]


def test_letters_are_readable_and_the_last_line_is_ended() -> None:
    assert dump({"tên": "Bộ Y tế"}) == '{\n  "tên": "Bộ Y tế"\n}\n'


@pytest.mark.parametrize("text", ["", entry() + entry(outstanding="{count: 9}")])
@pytest.mark.parametrize("agencies", [False, True])
def test_a_list_written_record_by_record_is_the_whole_record(
    text: str, definitions: Definitions, *, agencies: bool
) -> None:
    snapshot = snapshot_of(
        load(HEAD.replace("observations:\n", "") + (f"observations:\n{text}" if text else ""), definitions)
    )
    view = view_status(snapshot, definitions, Filters(), Lang.EN)
    assert status_json(view, FOLDER, agencies=agencies) == dump(status_record(view, FOLDER, agencies=agencies))
