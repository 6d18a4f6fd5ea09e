"""Sentences: a style guide of observations, then changes and verdicts, and what holds for every sentence."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from egov_tracker.inference.headlines import build_headlines
from egov_tracker.inference.obligations import Outcome, Verdict
from egov_tracker.model.findings import Location
from egov_tracker.model.obligations import Obligation, PlacedObligation
from egov_tracker.store.core_schemas import file_reader
from egov_tracker.views.page import Lang
from egov_tracker.views.phrases import Phrases
from egov_tracker.views.sentences import (
    change_sentence,
    headline_sentence,
    indicator_sentence,
    observation_sentence,
    verdict_sentence,
)
from tests.building import definitions, snapshot

if TYPE_CHECKING:
    from collections.abc import Iterator

    from egov_tracker.inference.headlines import Headline
    from egov_tracker.model.observation import Observation

VI, EN = Phrases(Lang.VI), Phrases(Lang.EN)


def guide() -> Iterator[tuple[str, str, str]]:
    """The cases of the style guide: an observation, its Vietnamese sentence, its English one."""
    text = (Path(__file__).parent / "sentences.txt").read_text(encoding="utf-8")
    for block in text.strip().split("\n\n"):
        entry, vi, en = block.split("\n")
        yield entry, vi.strip(), en.strip()


def observed(entry: str) -> Observation:
    (observation,) = snapshot([f"indicator: {entry}"], "2018Q1").observations
    return observation


@pytest.mark.parametrize(("entry", "vi", "en"), tuple(guide()))
def test_an_observation_is_said_in_a_sentence_of_each_language(entry: str, vi: str, en: str) -> None:
    observation = observed(entry)
    assert (observation_sentence(observation, VI), observation_sentence(observation, EN)) == (vi, en)


CENTRAL = "indicator: lgsp, group: central"
PROVINCES = "indicator: lgsp, group: provinces"
DONE_VI = "đã có nền tảng tích hợp, chia sẻ dữ liệu"
DONE_EN = "have a data integration and sharing platform"


def headlines(new: list[str], old: list[str] | None = None) -> tuple[Headline, ...]:
    earlier = [snapshot(old, "2016Q1")] if old else []
    return build_headlines((*earlier, snapshot(new, "2016Q2")))


@pytest.mark.parametrize(
    ("before", "now", "vi", "en"),
    [
        (
            "value: 13/30",
            "value: 19/30",
            "So với ngày 31/3/2016 (13/30), tăng 6 cơ quan (20,00 điểm phần trăm).",
            "Since 31 March 2016 (13/30), up 6 bodies (20.00 percentage points).",
        ),
        (
            "value: 13/30",
            "value: 12/30",
            "So với ngày 31/3/2016 (13/30), giảm 1 cơ quan (3,33 điểm phần trăm).",
            "Since 31 March 2016 (13/30), down 1 body (3.33 percentage points).",
        ),
        (
            "value: 13/30",
            "value: 13/30",
            "So với ngày 31/3/2016 (13/30), không thay đổi.",
            "Since 31 March 2016 (13/30), no change.",
        ),
        (
            "value: 88%",
            "value: 90%",
            "So với ngày 31/3/2016 (88%), tăng 2,00 điểm phần trăm.",
            "Since 31 March 2016 (88%), up 2.00 percentage points.",
        ),
        (
            "outstanding: {count: 13}",
            "value: 29/30, outstanding: {count: 1}",
            "Số cơ quan chưa hoàn thành giảm từ 13 (ngày 31/3/2016) xuống còn 1.",
            "The outstanding went down from 13 (31 March 2016) to 1.",
        ),
        (
            "outstanding: {count: 6}",
            "value: 19/30, outstanding: {count: 9}",
            "Số cơ quan chưa hoàn thành tăng từ 6 (ngày 31/3/2016) lên 9.",
            "The outstanding went up from 6 (31 March 2016) to 9.",
        ),
        (
            "outstanding: {count: 9}",
            "value: 19/30, outstanding: {count: 9}",
            "Số cơ quan chưa hoàn thành vẫn là 9 như ngày 31/3/2016.",
            "As on 31 March 2016, 9 are outstanding.",
        ),
        (
            "value: 26/30",
            "value: 28/29",
            "Không so sánh được với số liệu ngày 31/3/2016 (26/30): khác tổng số: 30 → 29.",
            "Not comparable with the figure of 31 March 2016 (26/30): different N: 30 → 29.",
        ),
        (
            "value: gần 26/30",
            "value: 28/30",
            "Không so sánh được với số liệu ngày 31/3/2016 (gần 26/30): số liệu ước tính hoặc làm tròn.",
            "Not comparable with the figure of 31 March 2016 (nearly 26/30): approximate or rounded.",
        ),
    ],
)
def test_a_change_is_said_or_why_there_is_none(before: str, now: str, vi: str, en: str) -> None:
    (found,) = headlines([f"{CENTRAL}, as_of: 2016-06-30, {now}"], [f"{CENTRAL}, as_of: 2016-03-31, {before}"])
    assert (change_sentence(found, VI), change_sentence(found, EN)) == (vi, en)


def test_without_an_earlier_figure_it_is_said_that_there_is_none() -> None:
    (found,) = headlines([f"{CENTRAL}, as_of: 2016-06-30, value: 5/30"])
    said = change_sentence(found, VI), change_sentence(found, EN)
    assert said == ("Chưa có số liệu kỳ trước để so sánh.", "There is no earlier figure to compare with.")


def test_a_list_of_another_date_is_said_with_its_date() -> None:
    (found,) = headlines(
        [f"{CENTRAL}, as_of: 2016-06-28, value: 13/30", f"{CENTRAL}, as_of: 2016-06, outstanding: {{count: 15}}"]
    )
    assert headline_sentence(found, VI) == (
        f"Tính đến ngày 28/6/2016, 13/30 bộ, ngành (43,33%) {DONE_VI}; "
        "theo số liệu tháng 6/2016, còn 15 cơ quan chưa hoàn thành (nguồn không nêu tên)."
    )
    assert headline_sentence(found, EN) == (
        f"As of 28 June 2016, 13/30 central bodies (43.33%) {DONE_EN}; "
        "by figures of June 2016, 15 are outstanding (the source names none)."
    )


def test_groups_of_one_date_share_a_sentence() -> None:
    found = headlines(
        [
            f"{CENTRAL}, as_of: 2016-06-28, value: 29/30, outstanding: {{names: [Bộ Y tế]}}",
            f"{PROVINCES}, as_of: 2016-06-28, value: 63/63",
        ]
    )
    assert indicator_sentence(found, VI) == (
        f"Tính đến ngày 28/6/2016, 29/30 bộ, ngành (96,67%) và 63/63 tỉnh, thành phố (100%) {DONE_VI}; "
        "còn 1 cơ quan chưa hoàn thành: Bộ Y tế."
    )


@pytest.mark.parametrize(
    ("outcome", "due", "vi", "en"),
    [
        (
            Outcome.MISSED,
            {"due": "2016-07-01", "before": "true"},
            "Không hoàn thành đúng thời hạn (trước ngày 01/7/2016; Công văn 1375).",
            "Not done by the due date (before 1 July 2016; “Công văn 1375”).",
        ),
        (
            Outcome.MET,
            {"due": "2020-12-31", "target": "100%"},
            "Mục tiêu 100%: hoàn thành đúng thời hạn (ngày 31/12/2020; Công văn 1375).",
            "Target 100%: done by the due date (31 December 2020; “Công văn 1375”).",
        ),
        (
            Outcome.OVERDUE,
            {"due": "2016-09"},
            "Đã quá thời hạn, chưa rõ kết quả (tháng 9/2016; Công văn 1375).",
            "Overdue, with no result known (September 2016; “Công văn 1375”).",
        ),
        (
            Outcome.NO_DUE_DATE,
            {"due": "unknown"},
            "Nguồn không nêu thời hạn (Công văn 1375).",
            "No due date is printed (“Công văn 1375”).",
        ),
    ],
)
def test_a_verdict_is_said_with_target_due_date_and_document(
    outcome: Outcome, due: dict[str, str], vi: str, en: str
) -> None:
    texts = {"id": "x", "task": "x", "indicator": "lgsp", "group": "central", "by": "Các bộ", "under": "Công văn 1375"}
    obligation = file_reader(Obligation).validate_python({**texts, "what_vi": "a", "what_en": "a", **due})
    verdict = Verdict(PlacedObligation(obligation, Location("f", 1, 1), Location("f", 1, 1)), outcome)
    assert (verdict_sentence(verdict, VI), verdict_sentence(verdict, EN)) == (vi, en)


# What holds for every sentence.

FIGURES = st.builds(lambda done, of, doubt: f"{doubt}{min(done, of)}/{of}", st.integers(0, 63), st.integers(1, 63),
                    st.sampled_from(["", "", "gần ", "hơn ", "khoảng "]))  # fmt: skip
COUNTS = st.builds(lambda count, doubt: f"{doubt}{count}", st.integers(1, 30), st.sampled_from(["", "gần ", "hơn "]))
NAMES = st.lists(st.sampled_from(["Bộ Y tế", "Bộ Nội vụ", "Bộ Tư pháp", "Bộ Công an"]), max_size=4, unique=True)
DATES = st.sampled_from(["2017-06-28", "2017-06", "2017Q2", "2017", "unknown"])


@st.composite
def entries(draw: st.DrawFn) -> str:
    """An observation of adoption with any of figure, N beside it, and lists."""
    fields = [f"value: {draw(FIGURES | COUNTS)}"] if draw(st.booleans()) else []
    fields += [
        f"{name}: {{count: {draw(COUNTS)}, names: [{', '.join(draw(NAMES))}]}}"
        for name in ("done", "outstanding", "in_progress", "exempt")
        if draw(st.booleans())
    ]
    return ", ".join((f"lgsp, group: central, as_of: {draw(DATES)}", *(fields or ["value: 5/30"])))


@given(entries())
def test_every_number_of_a_sentence_is_one_of_the_observation(entry: str) -> None:
    observation = observed(entry)
    for say in (VI, EN):
        said = observation_sentence(observation, say, 9).replace(say.group(observation.group, short=True), "")
        known = set(re.findall(r"\d+", f"{say.value(observation)} {say.figure(observation)} {say.days(observation)}"))
        for listing in observation.listings.values():
            known |= {str(len(listing.bodies)), *re.findall(r"\d+", listing.stated.printed if listing.stated else "")}
        if observation.rate is not None:
            known |= set(re.findall(r"\d+", say.percent(observation.rate)))
        assert set(re.findall(r"\d+", said)) <= known


@given(entries())
def test_what_is_unknown_is_never_said_to_be_none(entry: str) -> None:
    observation = observed(entry)
    vi, en = observation_sentence(observation, VI), observation_sentence(observation, EN)
    printed = " ".join([observation.figure.printed if observation.figure else "", *(
        listing.stated.printed for listing in observation.listings.values() if listing.stated)])  # fmt: skip
    if "0" not in re.findall(r"\d+", printed):
        assert not re.search(r"\b0\b(?![,./])|không có cơ quan nào", vi)
        assert not re.search(r"\b0\b(?![,./])|\bno bod", en)
    assert ("còn" in vi) == bool(observation.outstanding and (observation.figure or observation.done))
    assert vi.endswith(".")
    assert en.endswith(".")


def test_every_indicator_of_the_catalogue_has_the_words_of_its_sentences() -> None:
    for indicator in definitions().catalogue.values():
        adoption = (indicator.done_vi, indicator.done_en, indicator.outstanding_vi, indicator.outstanding_en)
        assert all(adoption if "adoption" in indicator.kind else (indicator.measure_vi, indicator.measure_en))
        assert indicator.short_vi
        assert indicator.short_en
