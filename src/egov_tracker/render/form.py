"""The form of a quarter as a workbook: what is to be filled in is yellow and checked, all else is locked."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING, Any

from egov_tracker.model.terms import Kind
from egov_tracker.reading.report_form import (
    ANSWER,
    ANSWER_AS_OF,
    ANSWERS,
    AS_OF,
    BODY,
    CONTACT,
    DATE,
    DEFINITION,
    EVIDENCE,
    HEAD_ANSWER,
    KEY,
    NAME,
    NUMBER,
    REMARK,
    RUNNING,
    UNIT,
    mark_of,
)
from egov_tracker.render.xlsx import finish, workbook_of
from egov_tracker.values import NamedTuple

if TYPE_CHECKING:
    from egov_tracker.reading.report_form import Question, ReportForm

SHEET, LISTS = "Biểu báo cáo", "DanhMuc"
WIDTHS = {
    KEY: 4,
    RUNNING: 5,
    NAME: 38,
    DEFINITION: 52,
    UNIT: 12,
    ANSWER: 24,
    ANSWER_AS_OF: 14,
    EVIDENCE: 40,
    REMARK: 30,
}
HEADINGS = {
    RUNNING: "STT",
    NAME: "Chỉ tiêu",
    DEFINITION: "Định nghĩa",
    UNIT: "Đơn vị",
    ANSWER: "Trả lời",
    ANSWER_AS_OF: "Tính đến ngày (nếu khác)",
    EVIDENCE: "Căn cứ (văn bản, địa chỉ)",
    REMARK: "Ghi chú",
}
HEAD = (
    (BODY, "Cơ quan báo cáo (chọn trong danh sách)"),
    (AS_OF, "Số liệu tính đến ngày"),
    (NUMBER, "Số, ký hiệu văn bản gửi kèm"),
    (DATE, "Ngày văn bản"),
    (CONTACT, "Người lập biểu, điện thoại"),
)
FIRST_HEAD_ROW, CHARACTERS_A_LINE, POINTS_A_LINE = 3, 50, 15
FIRST_DAY, LAST_DAY = date(1990, 1, 1), date(2100, 12, 31)
UNITS = {Kind.ADOPTION: "chọn", Kind.STOCK: "số nguyên", Kind.SHARE: "%"}
MOST = 10**9


class Styles(NamedTuple):
    """The formats of cells."""

    title: Any
    label: Any
    head: Any
    text: Any
    open: Any
    open_date: Any
    hint: Any


def render_form(form: ReportForm) -> bytes:
    """The workbook of a form; the same form gives the same bytes."""
    made = BytesIO()
    book, _ = workbook_of(made)
    sheet = book.add_worksheet(SHEET)
    _write_lists(book.add_worksheet(LISTS), form)
    styles = _styles(book)
    _write_head(sheet, form, styles)
    first = FIRST_HEAD_ROW + len(HEAD) + 1
    sheet.set_row(first, 2 * POINTS_A_LINE + 3)
    for column, title in HEADINGS.items():
        sheet.write_string(first, column, title, styles.head)
    for number, question in enumerate(form.questions, 1):
        _write_question(sheet, first + number, number, question, styles)
    _lay_out(sheet, first, len(form.questions))
    return finish(book, made)


def _styles(book: Any) -> Styles:
    wrapped = {"text_wrap": True, "valign": "top", "border": 1}
    yellow = {**wrapped, "bg_color": "#FFF9DB", "locked": False}
    return Styles(
        book.add_format({"bold": True, "font_size": 14}),
        book.add_format({"bold": True, "valign": "top"}),
        book.add_format({**wrapped, "bold": True, "bg_color": "#DDE7F0", "align": "center", "valign": "vcenter"}),
        book.add_format(wrapped),
        book.add_format(yellow),
        book.add_format({**yellow, "num_format": "dd/mm/yyyy", "align": "left"}),
        book.add_format({"italic": True, "font_color": "#666666"}),
    )


def _write_lists(sheet: Any, form: ReportForm) -> None:
    """The names and answers to choose from, on a sheet that nobody sees."""
    for row, body in enumerate(form.bodies):
        sheet.write_string(row, 0, body.name_vi)
    for row, answer in enumerate(ANSWERS):
        sheet.write_string(row, 1, answer)
    sheet.very_hidden()


def _write_head(sheet: Any, form: ReportForm, styles: Styles) -> None:
    quarter = form.period.vi.replace("/", " năm ")
    sheet.write_string(0, KEY, mark_of(form.period))
    sheet.write_string(0, RUNNING, f"BIỂU BÁO CÁO {quarter.upper()}", styles.title)
    sheet.write_string(1, RUNNING, "Tình hình thực hiện Nghị quyết số 36a/NQ-CP về Chính phủ điện tử", styles.label)
    for row, (key, label) in enumerate(HEAD, FIRST_HEAD_ROW):
        sheet.write_string(row, KEY, key)
        sheet.write_string(row, RUNNING, label, styles.label)
        sheet.write_blank(row, HEAD_ANSWER, None, styles.open_date if key in {AS_OF, DATE} else styles.open)
    names = {"validate": "list", "source": f"={LISTS}!$A$1:$A${len(form.bodies)}"}
    sheet.data_validation(
        FIRST_HEAD_ROW, HEAD_ANSWER, FIRST_HEAD_ROW, HEAD_ANSWER, {**names, **_refused("một tên trong danh sách")}
    )
    for row, (key, _) in enumerate(HEAD, FIRST_HEAD_ROW):
        if key in {AS_OF, DATE}:
            sheet.data_validation(row, HEAD_ANSWER, row, HEAD_ANSWER, _day())
    note = "Chỉ điền vào các ô màu vàng. Chỉ tiêu nào chưa có số liệu thì để trống; không ghi 0 thay cho chưa rõ."
    sheet.write_string(2, RUNNING, note, styles.hint)


def _refused(wanted: str) -> dict[str, str]:
    return {"error_title": "Chưa hợp lệ", "error_message": f"Ô này nhận {wanted}."}


def _day() -> dict[str, object]:
    between = {"validate": "date", "criteria": "between", "minimum": FIRST_DAY, "maximum": LAST_DAY}
    return {**between, **_refused("một ngày, ví dụ 30/9/2016")}


def _write_question(sheet: Any, row: int, number: int, question: Question, styles: Styles) -> None:
    one = question.indicator
    definition = " ".join(one.definition_vi.split())
    sheet.write_string(row, KEY, question.key)
    sheet.write_number(row, RUNNING, number, styles.text)
    for column, text in ((NAME, question.name), (DEFINITION, definition), (UNIT, UNITS[question.kind])):
        sheet.write_string(row, column, text, styles.text)
    for column in (ANSWER, EVIDENCE, REMARK):
        sheet.write_blank(row, column, None, styles.open)
    sheet.write_blank(row, ANSWER_AS_OF, None, styles.open_date)
    sheet.data_validation(row, ANSWER, row, ANSWER, _allowed(question.kind))
    sheet.data_validation(row, ANSWER_AS_OF, row, ANSWER_AS_OF, _day())
    lines = max(-(-len(definition) // CHARACTERS_A_LINE), -(-len(question.name) // (WIDTHS[NAME] - 2)))
    sheet.set_row(row, POINTS_A_LINE * lines + 3)


def _allowed(kind: Kind) -> dict[str, object]:
    match kind:
        case Kind.ADOPTION:
            wanted = _refused("một trong các câu trả lời của danh sách")
            return {"validate": "list", "source": f"={LISTS}!$B$1:$B${len(ANSWERS)}", **wanted}
        case Kind.SHARE:
            bounds = {"validate": "decimal", "criteria": "between", "minimum": 0, "maximum": 100}
            return {**bounds, **_refused("một tỷ lệ phần trăm từ 0 đến 100")}
        case _:
            bounds = {"validate": "integer", "criteria": "between", "minimum": 0, "maximum": MOST}
            return {**bounds, **_refused("một số nguyên không âm")}


def _lay_out(sheet: Any, first: int, questions: int) -> None:
    for column, width in WIDTHS.items():
        sheet.set_column(column, column, width, None, {"hidden": column == KEY})
    sheet.freeze_panes(first + 1, NAME + 1)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(first)
    sheet.print_area(0, RUNNING, first + questions, REMARK)
    sheet.protect("", {"format_columns": True, "format_rows": True})
