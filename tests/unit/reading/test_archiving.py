from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from egov_tracker.reading.archiving import sentences_around

TEXT = "Đầu bài\n\nCâu một có 19/30. Câu hai, tại TP. HCM, có 63.\nDòng ba.\n\nCuối."


def at(words: str) -> tuple[int, int]:
    return TEXT.index(words), TEXT.index(words) + len(words)


@pytest.mark.parametrize(
    ("words", "sentences"),
    [
        (("19/30",), ["Câu một có 19/30."]),
        (("63",), ["Câu hai, tại TP. HCM, có 63."]),
        (("19/30", "63"), ["Câu một có 19/30.", "Câu hai, tại TP. HCM, có 63."]),
        (("Dòng", "ba"), ["Dòng ba."]),
        (("19/30. Câu",), ["Câu một có 19/30. Câu hai, tại TP. HCM, có 63."]),
        ((), []),
    ],
)
def test_the_sentences_around_passages_are_whole(words: tuple[str, ...], sentences: list[str]) -> None:
    assert [TEXT[start:end] for start, end in sentences_around(TEXT, map(at, words))] == sentences


@given(st.text(alphabet="a. \nB1\t", max_size=80), st.integers(0, 79), st.integers(1, 20))
def test_a_sentence_holds_its_passage(text: str, start: int, length: int) -> None:
    if text[start : start + length].strip() == text[start : start + length] != "":
        (found,) = sentences_around(text, [(start, start + length)])
        assert found[0] <= start
        assert start + length <= found[1]


def test_sentences_without_a_blank_between_are_two_passages() -> None:
    text = "Có hai câu.Câu này nữa."
    assert sentences_around(text, [(0, 2), (11, 14)]) == ((0, 11), (11, 23))
    assert sentences_around(text, [(0, 2), (5, 14)]) == ((0, 23),)
