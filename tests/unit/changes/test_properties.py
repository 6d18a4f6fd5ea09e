"""What holds for any two quarters: nothing against itself, the mirror, and no matter in which order things stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from egov_tracker.changes.compare import Route
from tests.building import snapshot
from tests.mirroring import mirrored, told
from tests.running import compare

if TYPE_CHECKING:
    import random

NAMES = ["Bộ Y tế", "Bộ Nội vụ", "VTV", "VOV", "Thanh tra Chính phủ", "Bộ Tư pháp"]
DATES = ["01-31", "02-10", "03-31"], ["04-30", "05-15", "06-30"]
VALUES = ["19/30", "28/29", "30/30", "0/30", "7", "khoảng 20", "25 (27%)", "61,9%"]
SOURCES = ["vpcp", "mic", "press", "repost"]


@st.composite
def entries(draw: st.DrawFn, side: int) -> list[str]:
    return draw(st.lists(entry(side), max_size=6))


@st.composite
def entry(draw: st.DrawFn, side: int) -> str:
    indicator = draw(st.sampled_from(["document_connection", "document_interconnection", "lgsp"]))
    group = draw(st.sampled_from(["central", "ministries", "all"]))
    day = draw(
        st.sampled_from(
            [f"2016-{day}" for day in DATES[side]] + [f"2016-{3 * side + 2:02}", f"2016Q{side + 1}", "unknown"]
        )
    )
    late = draw(st.lists(st.sampled_from(NAMES), max_size=3, unique=True))
    done = draw(st.lists(st.sampled_from([name for name in NAMES if name not in late]), max_size=2, unique=True))
    value = draw(st.sampled_from([*VALUES, ""])) or ("" if late or done else "5")
    parts = [f"indicator: {indicator}", f"group: {group}", f"as_of: {day}", f"source: {draw(st.sampled_from(SOURCES))}"]
    parts += [f"value: '{value}'"] if value else []
    parts += [f"outstanding: {{names: [{', '.join(late)}]}}"] if late else []
    parts += [f"done: {{names: [{', '.join(done)}]}}"] if done else []
    return ", ".join(parts)


def fit(found: list[str]) -> list[str]:
    """Entries whose bodies belong to their group."""
    return [text for text in found if "group: ministries" not in text or not ("VTV" in text or "VOV" in text)]


@settings(max_examples=50)
@given(entries(0))
def test_a_quarter_compared_with_itself_yields_nothing(one: list[str]) -> None:
    assert compare(snapshot(fit(one), "2016Q1"), snapshot(fit(one), "2016Q1")) == []


@settings(max_examples=50)
@given(entries(0), entries(1), st.booleans())
def test_the_way_back_mirrors_the_way_there(one: list[str], other: list[str], every: bool) -> None:  # noqa: FBT001
    old, new = snapshot(fit(one), "2016Q1"), snapshot(fit(other), "2016Q2")
    route = Route(every=every)
    there, back = compare(old, new, (), route), compare(new, old, (), route)
    assert told([mirrored(change) for change in there]) == told(back)


@settings(max_examples=50)
@given(entries(0), entries(1), st.randoms(use_true_random=False))
def test_the_order_of_entries_does_not_matter(one: list[str], other: list[str], chance: random.Random) -> None:
    mixed = chance.sample(fit(other), len(fit(other)))
    old = snapshot(fit(one), "2016Q1")
    assert told(compare(old, snapshot(fit(other), "2016Q2"))) == told(compare(old, snapshot(mixed, "2016Q2")))
