"""Sources and notes are numbered in the order of their first mention, once each, quarter by quarter."""

from __future__ import annotations

from egov_tracker.views.page import Footnote, Lang
from egov_tracker.views.phrases import Phrases
from egov_tracker.views.references import References
from tests.building import snapshot

CONNECTED = "indicator: document_interconnection, group: central, as_of: {}, value: 19/30"
FIRST, NOTED = snapshot(
    [
        CONNECTED.format("2016-03-31"),
        f"{CONNECTED.format('2016-03-30')}, source: press, at: dòng 4, note: Nguồn ghi nhầm.",
    ],
    "2016Q1",
).observations
(AGAIN,) = snapshot([f"{CONNECTED.format('2016-06-30')}, note: Nguồn ghi nhầm."], "2016Q2").observations


def test_the_source_of_each_quarter_has_a_number_and_a_note_has_one_wherever_it_is_said() -> None:
    references = References(Phrases(Lang.VI))
    assert [references.marks(seen) for seen in (NOTED, FIRST, AGAIN, NOTED)] == [
        " [1] (1)",
        " [2]",
        " [3] (1)",
        " [1] (1)",
    ]
    assert [references.place(seen) for seen in (AGAIN, NOTED)] == ["[3] trang 1", "[1] dòng 4"]
    assert references.footnotes == (Footnote(1, "Nguồn ghi nhầm."),)
    assert references.source_keys == ("2016Q1/press", "2016Q1/vpcp", "2016Q2/vpcp")
    assert references.sources == (
        "[1] Bài viết, không rõ ngày",
        "[2] Báo cáo, không rõ ngày",
        "[3] Báo cáo, không rõ ngày",
    )


def test_with_ids_each_source_says_where_it_is_in_the_ledger() -> None:
    references = References(Phrases(Lang.EN), ids=True)
    assert [references.number(seen) for seen in (AGAIN, FIRST)] == ["[1]", "[2]"]
    assert references.sources == (
        "[1] “Báo cáo”, date unknown (2016Q2/vpcp)",
        "[2] “Báo cáo”, date unknown (2016Q1/vpcp)",
    )


def test_where_nothing_was_mentioned_nothing_is_listed() -> None:
    references = References(Phrases(Lang.VI), ids=True)
    assert (references.footnotes, references.sources, references.source_keys) == ((), (), ())
