"""What is read out of the sentences of a letter, and what is left alone."""

from __future__ import annotations

import pytest

from egov_tracker.text.dates import parse_as_of
from egov_tracker.text.figures import parse_figure
from egov_tracker.text.statements import (
    Count,
    Naming,
    Reference,
    Relation,
    StatedDate,
    Statement,
    read_statements,
    replace_labels,
)


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("còn 13 bộ, ngành và 21 địa phương", ["13 bộ, ngành: central", "21 địa phương: local"]),
        ("18 bộ, cơ quan ngang bộ", ["18 bộ, cơ quan ngang bộ: central"]),
        ("34 bộ, ngành, địa phương", ["34 bộ, ngành, địa phương: central local"]),
        ("có 02 bộ", ["02 bộ: central"]),
        ("đã có 19/30 cơ quan", ["19/30 cơ quan:"]),
        ("hơn 40 tỉnh, thành phố", ["hơn 40 tỉnh, thành phố: local"]),
        ("tất cả 63 Ủy ban nhân dân", ["63 Ủy ban nhân dân: local"]),
        ("13 (mười ba) bộ", ["13 (mười ba) bộ: central"]),
        ("chín bộ và ba tỉnh", ["chín bộ: central", "ba tỉnh: local"]),
        ("2 Bộ đặc thù", ["2 Bộ: central"]),
        ("tổng số 30 bộ, ngành", ["30 bộ, ngành: central"]),
        # What is counted is no body, or the number is no count
        ("2 bộ hồ sơ, 1 bộ thủ tục, 3 bộ luật", []),
        ("5 cơ quan báo chí, 7 đơn vị sự nghiệp", []),
        ("hằng năm bộ, ngành báo cáo", []),
        ("năm 2016 bộ, ngành báo cáo", []),
        ("36,95% dịch vụ; mức độ 3 các bộ", []),
        ("một số bộ, ngành", []),
        ("Nghị quyết số 36a/NQ-CP", []),
    ],
)
def test_a_number_of_bodies_is_read_with_its_nouns(text: str, counts: list[str]) -> None:
    found = [
        f"{one.printed}:{' central' if one.central else ''}{' local' if one.local else ''}"
        for statement in read_statements(text)
        for one in statement.counts
    ]
    assert found == counts


def test_a_statement_has_all_that_a_sentence_says_with_its_place() -> None:
    first, second = read_statements(text := "Một. Từ năm 2016, 02 bộ không nêu rõ tên các phòng (phụ lục 1).")
    assert first == Statement("Một.", 0, (), (), (), ())
    assert second == Statement(
        text=text[4:],
        sentence=1,
        counts=(Count("02 bộ", parse_figure("02"), central=True, local=False, start=14, end=19),),
        references=(Reference(("1",), counted=False, start=48),),
        dates=(StatedDate(parse_as_of("2016"), Relation.SINCE),),
        namings=(),
    )


def test_what_is_said_of_names_has_its_words_and_those_behind() -> None:
    (statement,) = read_statements("Tuy vậy, báo cáo chưa nêu rõ tên các phòng; 3")[:1]
    assert statement.namings == (Naming("chưa nêu rõ tên", denied=True, behind="các phòng"),)


def test_small_numbers_are_read_as_words() -> None:
    words = "hai ba bốn sáu bảy tám chín mười"
    (statement,) = read_statements(", ".join(f"{word} tỉnh" for word in words.split()))
    assert [int(one.figure.count.value) for one in statement.counts if one.figure.count] == [2, 3, 4, 6, 7, 8, 9, 10]


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("đến hết ngày 01 tháng 3 năm 2016", ["2016-03-01 at"]),
        ("đến 30/6/2016", ["2016-06-30 at"]),
        ("tháng 9 năm 2016 và tháng 10/2016", ["2016-09 at", "2016-10 at"]),
        ("báo cáo quý II/2018, quý IV năm 2015", ["2018Q2 at", "2015Q4 at"]),
        ("Năm 2017", ["2017 at"]),
        ("từ năm 2016 đến nay", ["2016 since"]),
        ("sau ngày 30/6/2016", ["2016-06-30 after"]),
        # Nothing is said to hold on the date of a document, or on a due date
        ("Nghị quyết số 36a/NQ-CP ngày 14 tháng 10 năm 2015", []),
        ("trước ngày 25 tháng 3 năm 2016, chậm nhất là ngày 30/4/2016", []),
        ("ngày 31/6/2016", []),
    ],
)
def test_the_dates_for_which_something_is_said(text: str, dates: list[str]) -> None:
    found = [f"{one.when} {one.relation}" for statement in read_statements(text) for one in statement.dates]
    assert found == dates


@pytest.mark.parametrize(
    ("text", "references"),
    [
        ("(phụ lục 1 kèm theo)", ["1"]),
        ("Phụ lục I, II và III kèm theo", ["I II III"]),
        ("(phụ lục kèm theo)", [""]),
        ("(đếm theo phụ lục 2)", ["2 counted"]),
        ("phụ lục số 01", ["01"]),
        ("phụ lục II kèm theo Công văn này", ["II"]),
        ("Phụ lục I và 13 bộ", ["I"]),
        # Appendices of other documents
        ("Phụ lục II của Nghị định 30/2020/NĐ-CP", []),
        ("phụ lục 3 ban hành kèm theo Quyết định số 5", []),
    ],
)
def test_the_appendices_that_are_referred_to(text: str, references: list[str]) -> None:
    found = [
        " ".join(one.labels) + (" counted" if one.counted else "")
        for statement in read_statements(text)
        for one in statement.references
    ]
    assert found == references


@pytest.mark.parametrize(
    ("text", "namings"),
    [
        ("Các báo cáo sau đó không nêu tên từng cơ quan", ["denied"]),
        ("không còn nêu rõ tên; chưa nêu đích danh; không kèm theo", ["denied", "denied"]),
        ("báo cáo không ghi danh sách", ["denied"]),
        ("cơ quan được nêu tên là Bộ Quốc phòng", ["said: là Bộ Quốc phòng"]),
        # A number of bodies without names is a count; the name of a document is no name of a body
        ("2 cơ quan không được nêu tên", []),
        ("nguồn không in tên bài và ngày đăng", []),
        ("các cơ quan có tên trong hai phụ lục", []),
    ],
)
def test_what_is_said_of_names(text: str, namings: list[str]) -> None:
    found = [
        "denied" if one.denied else f"said: {one.behind}"
        for statement in read_statements(text)
        for one in statement.namings
    ]
    assert found == namings


@pytest.mark.parametrize(
    ("paragraph", "parts"),
    [
        ("Một. Hai; ba. Bốn.", ["0 Một.", "1 Hai;", "1 ba.", "2 Bốn."]),
        ("Có TP. HCM và KT. Bộ trưởng (xem 1; 2. Ba). Hai", ["0 Có TP. HCM và KT. Bộ trưởng (xem 1; 2. Ba).", "1 Hai"]),
        ("Nghị quyết 36a./.", ["0 Nghị quyết 36a./."]),
        ("Các bộ, v.v. và tỉnh… Hai!", ["0 Các bộ, v.v. và tỉnh…", "1 Hai!"]),
        ("Gồm 30. Có (1). Bốn", ["0 Gồm 30.", "1 Có (1).", "2 Bốn"]),
        ("", ["0 "]),
    ],
)
def test_a_paragraph_falls_into_sentences_and_their_parts(paragraph: str, parts: list[str]) -> None:
    found = [f"{one.sentence} {one.text.strip()}" for one in read_statements(paragraph) if one.text or not paragraph]
    assert found == parts


def test_labels_are_replaced_where_they_are_of_the_letter_itself() -> None:
    text = "(phụ lục 1 kèm theo), Phụ lục 2 và 3; phụ lục 1 của Nghị định 30; phụ lục kèm theo; khoản 1"
    assert replace_labels(text, {"1": "I", "2": "II", "3": "III"}) == (
        "(phụ lục I kèm theo), Phụ lục II và III; phụ lục 1 của Nghị định 30; phụ lục kèm theo; khoản 1"
    )
