"""The records of the machine outputs: bounds beside every number, lists apart, and the same facts in flat rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from egov_tracker.changes.compare import DIRECT
from egov_tracker.views import columns
from egov_tracker.views.columns import flat_records
from egov_tracker.views.diff.changes import view_diff
from egov_tracker.views.diff.records import change_records, diff_record
from egov_tracker.views.observation import view_observation
from egov_tracker.views.page import Lang
from egov_tracker.views.records import observation_record
from tests.building import SMALL, definitions, entry, load, load_one, open_data, snapshot, sound

if TYPE_CHECKING:
    from egov_tracker.store.ledger import Definitions
    from egov_tracker.views.observation import ObservationView


def view_of(definitions: Definitions, **fields: str | None) -> ObservationView:
    return view_observation(load_one(entry(**fields), definitions), definitions.registry, Lang.VI)


def record_of(definitions: Definitions, **fields: str | None) -> dict[str, Any]:
    return {**observation_record(view_of(definitions, **fields))}


@pytest.mark.parametrize(
    ("printed", "qualifier", "low", "high"),
    [
        ("19/30", None, 19, 19),
        ("gần 1.400", "gần", 1259.5, 1400),
        ("hơn 54.000", "hơn", 54000, 59400.5),
        ("chưa đến 20", "chưa đến", None, 20),
        ("tối thiểu 20", "tối thiểu", 19.5, None),
        ("12,7 triệu", None, 12_600_000, 12_800_000),
        ("gần 10%", "gần", 8.5, 10),
        ("36,95%", None, 36.94, 36.96),
    ],
)
def test_a_figure_has_its_word_of_doubt_and_its_bounds(
    printed: str, qualifier: str | None, low: float | None, high: float | None, definitions: Definitions
) -> None:
    seen = record_of(definitions, group="all", value=printed)
    assert (seen["qualifier"], seen["low"], seen["high"]) == (qualifier, low, high)


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"value": "19/30"}, (63.33, None, 63.33, 63.34)),
        ({"value": "15/24"}, (62.5, None, 62.5, 62.5)),
        ({"value": "gần 15/30"}, (50, "gần", 43.33, 50)),
        ({"value": "36,95% (583/1.578)"}, (36.95, None, 36.94, 36.95)),
        ({"value": "25 (27%)"}, (27, None, 26, 28)),
        ({"value": "trên 75%"}, (75, "trên", 75, 83)),
        ({"value": "10.872", "share": "{of: 109.644, printed: gần 10%}"}, (10, "gần", 8.5, 10)),
        ({"value": "10.872"}, (None, None, None, None)),
    ],
)
def test_a_percentage_has_a_word_of_doubt_and_bounds_of_its_own(
    fields: dict[str, str], expected: tuple[object, ...], definitions: Definitions
) -> None:
    seen = record_of(definitions, group="all", **fields)
    found = tuple(seen[key] for key in ("percent", "percent_qualifier", "percent_low", "percent_high"))
    assert found == expected


def test_no_share_of_nearly_ten_per_cent_is_a_bare_ten_in_json_or_csv(definitions: Definitions) -> None:
    view = view_of(definitions, group="all", value="10.872", share="{of: 109.644, printed: gần 10%}")
    assert observation_record(view)["share"] == {"printed": "gần 10%", "of": "109.644"}
    (row,) = flat_records([view])
    assert [row[name] for name in ("percent", "percent_qualifier", "percent_low", "share_printed", "share_of")] == [
        10, "gần", 8.5, "gần 10%", "109.644",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("as_of", "first", "last"),
    [
        ("2016-06-30", "2016-06-30", "2016-06-30"),
        ("2016-06", "2016-06-01", "2016-06-30"),
        ("2016Q2", "2016-04-01", "2016-06-30"),
        ("2016", "2016-01-01", "2016-12-31"),
        ("unknown", None, None),
    ],
)
def test_a_date_says_between_which_days_it_lies(
    as_of: str, first: str | None, last: str | None, definitions: Definitions
) -> None:
    seen = record_of(definitions, as_of=as_of)
    assert (seen["as_of"], seen["as_of_first"], seen["as_of_last"]) == (as_of, first, last)


def test_84_in_progress_are_never_84_outstanding(definitions: Definitions) -> None:
    seen = record_of(definitions, group="all", value=None, of="95", in_progress="{count: 84, names: [Bộ Y tế]}")
    assert (seen["outstanding"]["count"], seen["outstanding"]["names"]) == (None, [])
    assert (seen["in_progress"]["count"], seen["in_progress"]["names"]) == (84, ["Bộ Y tế"])
    assert (seen["value"], seen["of"]) == (None, 95)
    assert (seen["counts"]["outstanding"], seen["counts"]["in_progress"]["unnamed"]) == (None, 83)


@pytest.mark.parametrize(
    ("listing", "count", "unnamed", "counts"),
    [
        ("{count: 1, names: [Bộ Y tế, Bộ Tư pháp]}", 1, 0, ("1", None, 1, 1, 2, 0)),
        ("{count: 3, names: [Bộ Y tế, Bộ Tư pháp]}", 3, 1, ("3", None, 3, 3, 2, 1)),
        ("{count: gần 20, names: [Bộ Y tế]}", 20, None, ("gần 20", "gần", 17.5, 20, 1, None)),
        ("{names: [Bộ Y tế, Bộ Y tế]}", 1, 0, (None, None, None, None, 1, 0)),
    ],
)
def test_a_list_says_what_is_stated_and_what_is_named_and_unnamed_is_no_guess(
    listing: str, count: int, unnamed: int | None, counts: tuple[object, ...], definitions: Definitions
) -> None:
    seen = record_of(definitions, outstanding=listing)
    assert (seen["outstanding"]["count"], seen["outstanding"]["unnamed"]) == (count, unnamed)
    assert tuple(seen["counts"]["outstanding"].values()) == counts


LETTER = """\
period: 2016Q1
sources:
  letter-1: {kind: letter, title: V/v gửi báo cáo, number: 1/VPCP-KGVX, date: 2016-03-04, url: 'https://example.org/1'}
observations:
"""


def test_a_source_is_told_with_title_number_date_and_address(definitions: Definitions) -> None:
    (seen,) = sound(load(LETTER + entry(source="letter-1", as_of="2016-03-01"), definitions, None)).observations
    view = view_observation(seen, definitions.registry, Lang.VI)
    assert observation_record(view)["source_details"] == {
        "title": "V/v gửi báo cáo", "kind": "letter", "number": "1/VPCP-KGVX", "publisher": None, "date": "2016-03-04",
        "reports": None, "url": "https://example.org/1", "repeats": None, "supersedes": None,
    }  # fmt: skip
    (row,) = flat_records([view])
    assert {name: value for name, value in row.items() if name.startswith("source")} == {
        "source": "letter-1", "source_title": "V/v gửi báo cáo", "source_number": "1/VPCP-KGVX",
        "source_publisher": None, "source_date": "2016-03-04", "source_url": "https://example.org/1",
    }  # fmt: skip


@pytest.mark.parametrize("table", ["STATUS", "AGENCIES", "APPENDIX", "QUARTERS", "DIFF"])
def test_no_two_columns_of_a_row_have_one_name(table: str) -> None:
    names = [column.name for column in getattr(columns, table)]
    assert len(names) == len(set(names))


MERGED = (
    "indicator: lgsp, group: central, as_of: {day}, value: {value}, outstanding: {{names: [Bộ Nội vụ, Bộ Xây dựng]}}"
)


def diff_of_mergers() -> Any:
    old = snapshot([MERGED.format(day="2025-02-28", value="28/30")], "2025Q1")
    new = snapshot([MERGED.format(day="2025-09-30", value="20/22")], "2025Q3")
    return view_diff(old, new, definitions(), (), Lang.VI, DIRECT)


def test_one_reorganisation_is_told_once_though_a_figure_and_a_list_both_meet() -> None:
    view = diff_of_mergers()
    assert sum(type(change).__name__ == "Reorganised" for change in view.changes) == 1
    kinds = [str(change["kind"]) for change in change_records(view)]
    assert kinds == ["not_comparable", "bodies", "reorganised"]


def test_observations_that_meet_across_a_reorganisation_are_among_what_can_be_compared() -> None:
    record = diff_record(diff_of_mergers(), open_data(SMALL / "data").folder)
    assert [(one["comparable"], one["reasons"]) for one in record["comparability"]] == [
        (False, ["different_n"]),
        (True, []),
    ]


def test_a_reorganisation_is_a_row_a_merger() -> None:
    rows = list(columns.diff_rows(change_records(diff_of_mergers())))
    merged = {row["merged"]: (row["merged_parts"], row["merged_on"]) for row in rows if row["kind"] == "reorganised"}
    assert merged["Bộ Xây dựng"] == ("Bộ Xây dựng; Bộ Giao thông vận tải", "2025-03-01")
