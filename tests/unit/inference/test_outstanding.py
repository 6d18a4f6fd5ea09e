"""Who is outstanding by the end of a quarter, and on what."""

from __future__ import annotations

import pytest

from egov_tracker.inference.outstanding import outstanding_bodies
from tests.building import definitions, snapshot


@pytest.mark.parametrize(
    ("entries", "outstanding"),
    [
        (["lgsp, group: central, as_of: 2016-06-01, outstanding: {names: [Bộ Y tế]}"], {"Bộ Y tế": ["lgsp"]}),
        (  # a later list without it takes it away only where the source says that it is done
            [
                "lgsp, group: central, as_of: 2016-06-01, outstanding: {names: [Bộ Y tế, Bộ Nội vụ]}",
                "lgsp, group: central, as_of: 2016-06-30, done: {names: [Bộ Y tế]}, outstanding: {names: [Bộ Tư pháp]}",
            ],
            {"Bộ Nội vụ": ["lgsp"], "Bộ Tư pháp": ["lgsp"]},
        ),
        (["lgsp, group: provinces, as_of: 2016-06-01, outstanding: {names: [Hà Nội]}",
          "lgsp, group: provinces, as_of: 2016-06-30, value: 63/63"], {}),
        (["lgsp, group: central, as_of: 2016-06-30, done: {names: [Bộ Y tế]}",
          "lgsp, group: central, as_of: 2016-06-01, outstanding: {names: [Bộ Y tế]}"], {}),
        (["lgsp, group: central, as_of: 2016-06-30, outstanding: {names: [Bộ Y tế]}",
          "lgsp, group: central, as_of: 2016-06-01, done: {names: [Bộ Y tế]}"], {"Bộ Y tế": ["lgsp"]}),
        (["lgsp, group: central, as_of: 2016-06-30, done: {names: [Bộ Y tế]}",
          "lgsp, group: central, as_of: 2016-06-30, outstanding: {names: [Bộ Y tế]}, source: press"],
         {"Bộ Y tế": ["lgsp"]}),
        (["lgsp, group: central, as_of: 2016-06-30, outstanding: {names: [Bộ Y tế]}",
          "lgsp, group: central, as_of: 2016-06-30, done: {names: [Bộ Y tế]}, source: press"], {"Bộ Y tế": ["lgsp"]}),
        (["lgsp, group: central, as_of: 2016-06-01, outstanding: {names: [Bộ Y tế]}",
          "lgsp, group: central, as_of: 2016-06-30, exempt: {names: [Bộ Y tế]}"], {}),
        (["lgsp, group: central, as_of: 2016-06-01, done: {names: [Bộ Y tế]}",
          "lgsp, group: central, as_of: 2016-06-30, outstanding: {names: [Bộ Y tế]}, source: repost"], {}),
        (["lgsp, group: central, as_of: 2016-06-01, in_progress: {names: [Bộ Y tế, VOV]}, outstanding: {names: [VOV]}"],
         {"Đài Tiếng nói Việt Nam": ["lgsp"]}),
        (["lgsp, group: central, as_of: 2016-06-01, in_progress: {names: [Bộ Y tế]}"], {}),
        (["lgsp, group: central, as_of: 2016-06-01, outstanding: {count: 3}"], {}),
        (
            [
                "lgsp, group: central, as_of: 2016-06-01, outstanding: {names: [Bộ Nội vụ, Bộ Y tế]}",
                "wan, group: ministries, as_of: 2016-05-01, outstanding: {names: [Bộ Y tế]}",
            ],
            {"Bộ Y tế": ["lgsp", "wan"], "Bộ Nội vụ": ["lgsp"]},
        ),
    ],
)  # fmt: skip
def test_who_is_outstanding_is_whom_the_last_word_of_a_source_leaves_so(
    entries: list[str], outstanding: dict[str, list[str]]
) -> None:
    found = outstanding_bodies(snapshot([f"indicator: {one}" for one in entries], "2016Q2"), definitions().registry)
    assert {one.body.name_vi: list(one.observations) for one in found} == outstanding
    assert [one.body.name_vi for one in found] == list(outstanding)


def test_of_one_date_the_first_observation_that_leaves_a_body_outstanding_is_told() -> None:
    late = "indicator: lgsp, group: central, as_of: 2016-06-{}, outstanding: {{names: [Bộ Y tế]}}, at: {}"
    read = snapshot([late.format(day, at) for day, at in (("01", "a"), ("30", "b"), ("30", "c"))], "2016Q2")
    (waiting,) = outstanding_bodies(read, definitions().registry)
    assert waiting.observations["lgsp"].at == "b"
