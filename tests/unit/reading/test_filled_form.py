"""What is taken from a form that was sent back, and what is said of the rest; the cells are those of a workbook."""

from __future__ import annotations

from datetime import date

import pytest

from egov_tracker.model.terms import Kind
from egov_tracker.reading.filled_form import FilledForm, OpenedForm, read_form
from egov_tracker.reading.report_form import ANSWER, ANSWERS, HEAD_ANSWER, Question, ReportForm
from egov_tracker.store.workbooks import WorkbookCell
from egov_tracker.text.quarters import Quarter
from tests.building import definitions

REGISTRY, CATALOGUE = definitions().registry, definitions().catalogue
EXCHANGE = Question(CATALOGUE["document_interconnection"], Kind.ADOPTION)
SERVICES = Question(CATALOGUE["online_services"], Kind.STOCK, (("level", "3"),))
SHARE = Question(CATALOGUE["edocument_share"], Kind.SHARE)
HEALTH, HOME, PROVINCE = (REGISTRY.by_id[name] for name in ("bo-y-te", "bo-noi-vu", "ha-nam"))
ASKED = ReportForm(Quarter(2016, 3), {"central": (HEALTH, HOME), "provinces": (PROVINCE,)}, (EXCHANGE, SERVICES, SHARE))
CHOICE = "Đã hoàn thành, Chưa hoàn thành, Đang thực hiện or Đặc thù, không áp dụng"
WHOLE = {"@body": "Bộ Y tế", "@as_of": date(2016, 9, 15), EXCHANGE.key: "Đã hoàn thành", SERVICES.key: 7, SHARE.key: 5}


def row(number: int, key: str, values: object) -> tuple[WorkbookCell, ...]:
    """A row of a form: a value stands where a head or a question is answered, a list fills the columns behind it."""
    given = values if isinstance(values, list) else [values]
    first = HEAD_ANSWER if key.startswith("@") else ANSWER
    columns = "ABCDEFGHI"
    cells = [WorkbookCell(f"A{number}", key), *(WorkbookCell(f"{column}{number}", None) for column in columns[1:])]
    for at, value in enumerate(given, first):
        cells[at] = value if isinstance(value, WorkbookCell) else WorkbookCell(f"{columns[at]}{number}", value)
    return tuple(cells)


def read(told: dict[str, object], more: tuple[tuple[str, object], ...] = ()) -> tuple[FilledForm | None, list[str]]:
    rows: dict[str, list[tuple[WorkbookCell, ...]]] = {}
    for number, (key, value) in enumerate([*told.items(), *more], 1):
        rows.setdefault(key, []).append(row(number, key, value))
    form, sentences = read_form(OpenedForm("a.xlsx", rows, "hash", ()), ASKED, REGISTRY)
    return form, [text.removeprefix("a.xlsx: ") for text in sentences]


def test_a_whole_form_is_taken_as_it_is_written() -> None:
    told = WHOLE | {
        "@number": "12/BC-BYT", "@date": "20/9/2016", "@contact": "Bà Lan",
        SERVICES.key: [1200, "30/9/2016", "Quyết định 5", "chưa đủ"],
    }  # fmt: skip
    form, sentences = read(told)
    assert sentences == []
    assert form is not None
    assert form[:7] == ("a.xlsx", HEALTH, "2016-09-15", "12/BC-BYT", "2016-09-20", "Bà Lan", "hash")
    answers = form.answers.values()
    assert [(one.given, one.as_of, one.place, one.evidence, one.remark) for one in answers] == [
        (("done", "a.xlsx: F3"), "2016-09-15", "F3", None, None),
        (("1.200", "a.xlsx: F4"), "2016-09-30", "F4", "Quyết định 5", "chưa đủ"),
        (("5%", "a.xlsx: F5"), "2016-09-15", "F5", None, None),
    ]
    assert form.answers[EXCHANGE.key].says == ("done", "2016-09-15")


def answer_to(question: Question, value: object) -> tuple[str | None, list[str]]:
    form, sentences = read(WHOLE | {question.key: value})
    assert form is not None
    answer = form.answers.get(question.key)
    return answer.given.text if answer else None, [text for text in sentences if not text.startswith("no answer")]


@pytest.mark.parametrize(
    ("value", "text", "said"),
    [
        (0, "0", None),
        (7, "7", None),
        (7.0, "7", None),
        (1234567, "1.234.567", None),
        ("1.200", "1.200", None),
        ("hơn 20", "hơn 20", None),
        (7.5, None, "7.5"),
        (-1, None, "-1"),
        (True, None, "True"),
        (float("inf"), None, "inf"),
        ("12,5%", None, "12,5%"),
        ("nhiều", None, "nhiều"),
        ("", None, None),
        ("  ", None, None),
    ],
)
def test_a_number_is_whole_and_as_vietnamese_reports_print_it(
    value: object, text: str | None, said: str | None
) -> None:
    sentence = [] if said is None else [f'F4: expected a whole number, got "{said}"; not taken']
    assert answer_to(SERVICES, value) == (text, sentence)


@pytest.mark.parametrize(
    ("value", "text", "said"),
    [
        (0, "0%", None),
        (12.5, "12,5%", None),
        (100.0, "100%", None),
        ("12,5%", "12,5%", None),
        (100.5, None, "100.5"),
        (-0.5, None, "-0.5"),
        ("12", None, "12"),
    ],
)
def test_a_percentage_lies_between_nothing_and_all(value: object, text: str | None, said: str | None) -> None:
    sentence = [] if said is None else [f'F5: expected a percentage from 0 to 100, got "{said}"; not taken']
    assert answer_to(SHARE, value) == (text, sentence)


@pytest.mark.parametrize(
    ("value", "text", "said"),
    [
        *((answer, name, None) for answer, name in ANSWERS.items()),
        ("  ĐÃ  hoàn thành ", "done", None),
        ("xong", None, f'F3: expected {CHOICE}, got "xong"; not taken'),
        (WorkbookCell("F3", None, formula=True), None, "F3: a formula, which was not taken"),
        (WorkbookCell("F3", None, error=True), None, "F3: an error of the sheet, which was not taken"),
        (None, None, None),
    ],
)
def test_an_answer_is_one_of_those_that_are_offered(value: object, text: str | None, said: str | None) -> None:
    assert answer_to(EXCHANGE, value) == (text, [said] if said else [])


@pytest.mark.parametrize(
    ("day", "as_of", "said"),
    [
        (date(2016, 9, 15), "2016-09-15", None),
        ("15/9/2016", "2016-09-15", None),
        ("15-9-2016", "2016-09-15", None),
        ("2016-09-15", "2016-09-15", None),
        ("9/2016", "unknown", 'D2: expected a day such as 30/9/2016, got "9/2016"; not taken'),
        ("31/9/2016", "unknown", 'D2: expected a day such as 30/9/2016, got "31/9/2016"; not taken'),
        ("mai", "unknown", 'D2: expected a day such as 30/9/2016, got "mai"; not taken'),
        (None, "unknown", None),
    ],
)
def test_a_form_speaks_of_a_day(day: object, as_of: str, said: str | None) -> None:
    form, sentences = read(WHOLE | {"@as_of": day})
    assert form is not None
    undated = ["it does not say of which day it speaks; what has no day of its own is undated"]
    assert (form.as_of, sentences) == (as_of, [*([said] if said else []), *(undated if as_of == "unknown" else [])])
    assert {answer.as_of for answer in form.answers.values()} == {as_of}


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (None, "D1: it does not say which body reports"),
        ("Bộ Y té", "D1: unknown body \"Bộ Y té\"; did you mean 'Bộ Y tế'?"),
        ("Cà Mau", "D1: Cà Mau is none of the 3 bodies that are asked"),
    ],
)
def test_of_a_form_of_nobody_who_is_asked_nothing_is_taken(body: object, said: str) -> None:
    assert read(WHOLE | {"@body": body}) == (None, [said, "nothing was taken from it"])


def test_a_form_without_its_head_has_no_places_to_speak_of() -> None:
    assert read({EXCHANGE.key: "Đã hoàn thành"}) == (
        None, ["it does not say which body reports", "nothing was taken from it"]
    )  # fmt: skip


def test_what_is_left_open_asked_twice_or_never_asked_is_said() -> None:
    told = {"@body": "Bộ Y tế", "@as_of": date(2016, 9, 15), EXCHANGE.key: "Đã hoàn thành"}
    form, sentences = read(told, ((EXCHANGE.key, "Chưa hoàn thành"), ("no_such", 1), ("@other", 1)))
    assert form is not None
    assert form.answers[EXCHANGE.key].given.text == "done"
    twice = "A4: a second row of document_interconnection, which was passed over"
    assert sentences[0] == 'A5: "no_such" is no question of this form; the row was passed over'
    assert set(sentences[1:-1]) == {twice}
    assert sentences[-1] == f"no answer to 2 of 3: {SERVICES.name}; {SHARE.name}"


@pytest.mark.parametrize(
    ("length", "said"), [(500, []), (501, ["H3: a text of 501 characters, of which the first 500 were taken"])]
)
def test_a_text_is_taken_up_to_a_length(length: int, said: list[str]) -> None:
    form, sentences = read(WHOLE | {EXCHANGE.key: ["Đã hoàn thành", None, "x" * length]})
    assert form is not None
    assert (form.answers[EXCHANGE.key].evidence, sentences) == ("x" * 500, said)


def test_what_cannot_be_printed_is_a_question_mark() -> None:
    form, _ = read(WHOLE | {EXCHANGE.key: ["Đã hoàn thành", None, "a\x07b\nc"]})
    assert form is not None
    assert form.answers[EXCHANGE.key].evidence == "a?b c"


def test_a_short_row_has_no_answer() -> None:
    rows = {"@body": [row(1, "@body", "Bộ Y tế")], EXCHANGE.key: [row(2, EXCHANGE.key, "Đã hoàn thành")[:ANSWER]]}
    form, sentences = read_form(OpenedForm("a.xlsx", rows, "hash", ("a picture",)), ASKED, REGISTRY)
    assert form is not None
    assert form.answers == {}
    assert sentences[0] == "a.xlsx: a picture"
