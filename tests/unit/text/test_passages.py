from __future__ import annotations

import pytest

from egov_tracker.text.passages import LineOfText, apart, lines_around, marked, prints

TEXT = "Đầu bài\n\nCâu một có 19/30. Câu hai, tại TP. HCM, có 63.\nDòng ba.\n\nCuối."


@pytest.mark.parametrize(
    ("passage", "printed", "same"),
    [
        ("19/30", "19/30", True),
        ("Bà Rịa -\nVũng Tàu", "Bà Rịa - Vũng Tàu", True),
        ("Bộ Tài\n  chính", "Bộ Tài chính", True),
        ("Bộ Tài chí-\nnh", "Bộ Tài chính", True),
        ("LĐTB-\nXH", "LĐTB- XH", True),
        ("Bộ Tài Chính", "Bộ Tài chính", False),
        ("Hoà Bình", "Hòa Bình", False),
        ("19/3", "19/30", False),
        ("19-30", "1930", False),
    ],
)
def test_a_passage_prints_a_text_letter_by_letter_but_for_broken_lines(
    passage: str, printed: str, *, same: bool
) -> None:
    assert prints(passage, printed) is same


def at(words: str) -> tuple[int, int]:
    return TEXT.index(words), TEXT.index(words) + len(words)


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        ("19/30", [1, 3, 4]),
        ("có 63.", [1, 3, 4]),
        ("có 63.\n", [1, 3, 4]),
        ("D", [3, 4, 6]),
        ("Dòng ba", [3, 4, 6]),
        ("Đầu", [1, 3]),
        ("63.\nDòng", [1, 3, 4, 6]),
        ("Cuối", [4, 6]),
    ],
)
def test_the_lines_around_a_passage_are_those_with_words(words: str, numbers: list[int]) -> None:
    assert [line.number for line in lines_around(TEXT, [at(words)])] == numbers


def test_only_as_many_lines_around_are_given_as_are_asked_for() -> None:
    numbers = [[line.number for line in lines_around(TEXT, [at("Dòng ba")], around)] for around in range(3)]
    assert numbers == [[4], [3, 4, 6], [1, 3, 4, 6]]


def test_a_line_begins_where_it_says() -> None:
    assert all(
        TEXT[line.start : line.start + len(line.text)] == line.text for line in lines_around(TEXT, [(0, len(TEXT))])
    )


@pytest.mark.parametrize(
    ("spans", "merged"),
    [
        ([], ()),
        ([(5, 9), (1, 3)], ((1, 3), (5, 9))),
        ([(1, 3), (3, 5)], ((1, 3), (3, 5))),
        ([(1, 4), (3, 9), (2, 3)], ((1, 9),)),
    ],
)
def test_spans_that_overlap_are_one(spans: list[tuple[int, int]], merged: tuple[tuple[int, int], ...]) -> None:
    assert apart(spans) == merged


def test_what_reaches_both_ends_of_a_line_is_marked_and_what_lies_on_another_is_not() -> None:
    line = LineOfText(2, 9, "Bộ Y tế")
    assert marked(line, [(0, 8), (9, 16), (17, 20)]) == "‹Bộ Y tế›"
    assert marked(line, [(0, 9), (9, 11), (12, 16), (16, 17)]) == "‹Bộ› ‹Y tế›"
    assert marked(LineOfText(1, 0, "Bộ"), [(0, 1), (1, 3)]) == "‹B›ộ"


def test_what_was_taken_from_a_line_is_marked_on_it() -> None:
    line = LineOfText(3, 9, "Câu một  có 19/30\tbộ")
    assert marked(line, [(0, 4), (9, 12), (21, 26), (27, 40)]) == "‹Câu› một có ‹19/30› bộ"
