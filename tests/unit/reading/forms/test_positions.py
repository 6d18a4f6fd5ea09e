"""Lines from drawn characters, and paragraphs and rows from lines; sizes and places in points."""

from __future__ import annotations

import pytest

from egov_tracker.reading.forms.positions import Char, Line, Segment, join_lines, order_lines, split_page_numbers


def draw(text: str, left: float = 50, baseline: float = 700, size: float = 10) -> list[Char]:
    """Letters of five points, one beside the other."""
    return [Char(char, left + 5 * at, left + 5 * at + 5, baseline, size) for at, char in enumerate(text)]


@pytest.mark.parametrize(
    ("chars", "texts"),
    [
        ([], []),
        (draw(" "), []),
        (draw("dưới", baseline=600) + draw("trên"), ["trên", "dưới"]),
        (draw("sau", 100) + draw("trước"), ["trước\tsau"]),
        (draw("một hai"), ["một hai"]),
        (draw("36") + draw("a", 60, 704.5), ["36a"]),
        (draw("36") + draw("a", 60, 704.6), ["a", "36"]),
        (draw("36") + draw("a", 60, 709, size=20), ["36a"]),
        (draw("36", size=20) + draw("a", 60, 709), ["36a"]),
        (draw("1", 50, 700) + draw("2", 50, 680) + draw("3", 60, 680), ["1", "2 3"]),
        (draw("ab", size=50) + draw("c", 69, size=50), ["abc"]),
        (draw("ab", size=50) + draw("c", 69.1, size=50), ["ab c"]),
        (draw("ab") + draw("c", 76), ["ab c"]),
        (draw("ab") + draw("c", 76.1), ["ab\tc"]),
        (draw("ab", size=20) + draw("c", 76.1), ["ab c"]),
        ([Char("o", 50, 60, 700, 10), Char("^", 52, 54, 700, 10), Char("i", 61, 66, 700, 10)], ["o^i"]),
    ],
    ids=[
        "nothing", "a blank", "from top to bottom", "from left to right", "a printed blank", "raised a little",
        "raised too far", "a large letter beside", "a large letter before", "the row above is another",
        "a narrow gap", "a gap is a blank", "a wide blank", "a cell", "a wide blank of large letters",
        "a mark drawn over",
    ],
)  # fmt: skip
def test_characters_become_lines_by_where_they_stand(chars: list[Char], texts: list[str]) -> None:
    assert [line.text for line in order_lines(chars)] == texts


def test_a_line_knows_its_place_and_its_cells() -> None:
    assert order_lines(draw("ab", size=8) + draw("c", 90, 702, size=12)) == [
        Line((Segment("ab", 50, 60), Segment("c", 90, 95)), 702, 12)
    ]


def line(text: str, baseline: float = 700, left: float = 50, right: float = 150) -> Line:
    """A line of one segment, or of cells 60 points apart and 20 wide where there are tabs."""
    if "\t" not in text:
        return Line((Segment(text, left, right),), baseline, 10)
    cells = enumerate(text.split("\t"))
    return Line(tuple(Segment(cell, left + 60 * at, left + 60 * at + 20) for at, cell in cells if cell), baseline, 10)


@pytest.mark.parametrize(
    ("texts", "body", "numbers"),
    [
        (["1"], ["1"], []),
        (["1", "a"], ["a"], ["1"]),
        (["a", "2"], ["a"], ["2"]),
        (["1", "2"], [], ["1", "2"]),
        (["1", "a", "2"], ["a"], ["1", "2"]),
        (["a", "3", "b"], ["a", "3", "b"], []),
        (["Trang 2/10", "a"], ["a"], ["Trang 2/10"]),
        (["- 2 -", "a"], ["a"], ["- 2 -"]),
        (["12345", "a"], ["12345", "a"], []),
        (["năm 2016", "a"], ["năm 2016", "a"], []),
        (["1\t2", "a"], ["1\t2", "a"], []),
        ([], [], []),
    ],
)
def test_the_number_of_a_page_is_taken_from_its_edge(texts: list[str], body: list[str], numbers: list[str]) -> None:
    kept, taken = split_page_numbers([line(text) for text in texts])
    assert ([each.text for each in kept], taken) == (body, numbers)


FULL = [line("đầu dòng"), line("thứ hai", 685)]  # what sets the margins to 50 and 150 and the step to 15


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        ([line("một"), line("hai", 685)], ["một hai"]),
        ([line("một"), line("hai", 685), line("ba", 670)], ["một hai ba"]),
        ([*FULL, line("ba", 664.75)], ["đầu dòng thứ hai ba"]),
        ([*FULL, line("ba", 664.7)], ["đầu dòng thứ hai", "", "ba"]),
        ([line("một", right=136), line("hai", 685)], ["một hai"]),
        ([line("một", right=135.9), line("hai", 685)], ["một", "hai"]),
        ([line("một"), line("- hai", 685)], ["một", "- hai"]),
        ([line("một"), line("1. hai", 685)], ["một", "1. hai"]),
        ([line("một"), line("Điều 2", 685)], ["một", "Điều 2"]),
        ([line("một", left=110), line("hai", 685, 110), line("ba", 670)], ["một hai ba"]),
        ([line("một"), line("hai", 685, 110)], ["một hai"]),
        ([line("một"), line("hai", 685, 110.5)], ["một", "hai"]),
        ([line("một."), line("hai", 685, 56)], ["một. hai"]),
        ([line("một."), line("hai", 685, 56.5)], ["một.", "hai"]),
        ([line("một"), line("hai", 685, 56.5)], ["một hai"]),
        ([line("Một."), line("Hai", 685)], ["Một. Hai"]),
        ([line("một"), line("x\ty", 685)], ["một", "x\ty"]),
        ([line("x\ty", 685), line("một", 670)], ["x\ty", "một"]),
        ([line("Một", right=400), line("x\ty", 685), line("hai", 670), line("ba", 655)], ["Một", "x\ty", "hai", "ba"]),
    ],
    ids=[
        "a full line goes on", "and on", "near enough", "after a gap", "just full", "not full", "an item",
        "a number", "an article", "left of the one before", "moved in", "too far in", "moved in a little",
        "a new paragraph", "moved in without an end", "two sentences", "a row behind prose", "prose behind a row",
        "the right margin is that of prose",
    ],
)  # fmt: skip
def test_wrapped_lines_are_one_paragraph(lines: list[Line], joined: list[str]) -> None:
    assert join_lines(lines) == joined


def cell(text: str, left: float, baseline: float) -> Line:
    return Line((Segment(text, left, left + 20),), baseline, 10)


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        ([line("1\tBộ Văn hóa,"), cell("Thể thao", 110, 685)], ["1\tBộ Văn hóa, Thể thao"]),
        ([line("1\tBộ"), cell("Y", 110, 685), cell("tế", 110, 670)], ["1\tBộ Y tế"]),
        ([line("1\tBộ\tđã"), cell("rồi", 170, 685)], ["1\tBộ\tđã rồi"]),
        ([line("1\tBộ\tđã"), line("\tY tế\trồi", 685)], ["1\tBộ Y tế\tđã rồi"]),
        ([line("1\tBộ"), cell("Y tế", 114, 685)], ["1\tBộ Y tế"]),
        ([line("1\tBộ"), cell("Y tế", 106, 685)], ["1\tBộ Y tế"]),
        ([line("1\tBộ"), cell("Y tế", 114.1, 685)], ["1\tBộ", "Y tế"]),
        ([line("1\tBộ"), cell("Y tế", 50, 685)], ["1\tBộ", "Y tế"]),
        ([line("1\tBộ\tđã"), line("\tY tế", 685), line("2\tBộ\tđã", 670)], ["1\tBộ Y tế\tđã", "2\tBộ\tđã"]),
        ([line("1\tBộ"), cell("2", 110, 685)], ["1\tBộ", "2"]),
        ([line("1\tBộ"), cell("2.)", 110, 685)], ["1\tBộ", "2.)"]),
        ([line("1\tBộ"), line("2\tBộ", 685), cell("Y tế", 110, 660)], ["1\tBộ", "2\tBộ", "", "Y tế"]),
        ([line("một"), cell("hai", 110, 685)], ["một hai"]),
    ],
    ids=[
        "below its cell", "twice", "in the third cell", "in two cells", "a little to the right", "a little to the left",
        "too far", "in the first cell", "then the next row", "a number", "a number with its sign", "after a gap",
        "below prose",
    ],
)  # fmt: skip
def test_wrapped_cells_go_on_in_their_row(lines: list[Line], joined: list[str]) -> None:
    assert join_lines(lines) == joined


@pytest.mark.parametrize(("wide", "blanks"), [(5, 5), (6, 0)])
def test_the_step_of_a_page_is_the_smallest_that_is_common(wide: int, blanks: int) -> None:
    baselines = [700.0, 690.0, *(690.0 - 20 * step for step in range(1, wide + 1))]
    rows = join_lines([line(f"- {at}", baseline) for at, baseline in enumerate(baselines)])
    assert rows.count("") == blanks
