"""What a ledger says of one body: accounts, figures of its own, and figures that are silent about it."""

from __future__ import annotations

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from egov_tracker.inference.body_history import BodyHistories, conflicting
from tests.building import definitions, snapshot

NAMES = ("Bộ Y tế", "Bộ Xây dựng", "VTV", "VOV", "Hà Nam", "Cà Mau")


def histories(*entries: str) -> BodyHistories:
    return BodyHistories((snapshot(entries, "2016Q2"),), definitions().registry)


def told(found: BodyHistories, name: str) -> tuple[list[str], int, int]:
    """The states of a body by the accounts of it, and how many figures are its own and how many silent."""
    (body,) = found.registry.named(name)
    history = found.of(body)
    states = [f"{one.status.state}{'+' if one.status.inferred else ''}" for one in history.accounts]
    return states, len(history.figures), len(history.silent)


def test_a_figure_tells_of_a_body_or_is_silent_about_it_or_is_its_own() -> None:
    found = histories(
        "indicator: lgsp, group: central, as_of: 2016-06-30, value: 29/30, outstanding: {names: [VTV]}",
        "indicator: lgsp, group: provinces, as_of: 2016-06-30, value: 62/63",
        "indicator: level4_share, group: VOV, as_of: 2016-06-30, value: 12%",
        "indicator: level4_share, group: central, as_of: 2016-06-30, value: 10%",
        "indicator: feedback, breakdown: {stage: received}, kind: flow, group: national, from: 2016-01-01, "
        "as_of: 2016-06-30, value: 5",
    )
    assert told(found, "VTV") == (["outstanding"], 0, 1)
    assert told(found, "VOV") == (["done+"], 1, 1)
    assert told(found, "Hà Nam") == ([], 0, 1)
    assert [body.name_vi for body in found.named] == ["Đài Tiếng nói Việt Nam", "Đài Truyền hình Việt Nam"]


def test_the_accounts_stand_in_the_order_of_time_and_the_undated_last() -> None:
    found = histories(
        "indicator: lgsp, group: central, as_of: unknown, done: {names: [VTV]}",
        "indicator: lgsp, group: central, as_of: 2016-06-30, in_progress: {names: [VTV]}",
        "indicator: lgsp, group: central, as_of: 2016-05-30, outstanding: {names: [VTV]}",
    )
    (body,) = found.registry.named("VTV")
    accounts = found.of(body).accounts
    assert [str(one.observation.as_of) for one in accounts] == ["2016-05-30", "2016-06-30", "unknown"]
    assert [one.on_trial for one in accounts] == [False, True, False]


def test_sources_contradict_each_other_only_where_both_speak_of_one_known_date() -> None:
    late = "indicator: lgsp, group: central, as_of: 2016-06-30, outstanding: {names: [VTV, VOV]}"
    done = "indicator: lgsp, group: central, as_of: 2016-06-30, done: {names: [VTV]}, source: mic"
    (body,) = definitions().registry.named("VTV")
    assert conflicting(histories(late, done).of(body).accounts)
    for date, same in (("2016-06", True), ("2016Q2", True), ("unknown", False)):
        both = (one.replace("2016-06-30", date) for one in (late, done))
        assert conflicting(histories(*both).of(body).accounts) is same
    for other in (
        done.replace("2016-06-30", "2016-06-29"),
        done.replace("2016-06-30", "2016-06"),
        done.replace("mic", "repost"),
        done.replace("VTV", "Bộ Y tế"),
    ):
        assert not conflicting(histories(late, other).of(body).accounts)


LISTS = st.lists(
    st.tuples(
        st.sampled_from(["done", "exempt", "outstanding", "in_progress"]),
        st.lists(st.sampled_from(NAMES), min_size=1, max_size=8),
    ),
    max_size=5,
)


@settings(max_examples=60)
@given(lists=LISTS)
def test_every_name_of_a_ledger_is_in_the_accounts_of_exactly_one_body(
    lists: list[tuple[str, list[str]]],
) -> None:
    found = histories(
        *(
            f"indicator: lgsp, group: all, as_of: 2016-06-30, {state}: {{names: [{', '.join(names)}]}}"
            for state, names in lists
        )
    )
    accounted = Counter(
        (body.id, mention.printed)
        for body in found.registry.bodies
        for account in found.of(body).accounts
        for mention in account.mentions
    )
    registry = found.registry
    assert accounted == Counter((registry.named(name)[0].id, name) for _, names in lists for name in names)
