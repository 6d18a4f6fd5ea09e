"""A form that somebody filled in and sent back: what can be taken from it, and a sentence for whatever cannot."""

from __future__ import annotations

import re
from datetime import date
from hashlib import sha256
from typing import TYPE_CHECKING

from egov_tracker.errors import TextError, expected, hint_at, one_of, quoted
from egov_tracker.model.terms import Kind
from egov_tracker.reading.entries import Given
from egov_tracker.reading.report_form import (
    ANSWER,
    ANSWER_AS_OF,
    ANSWERS,
    AS_OF,
    BODY,
    CONTACT,
    DATE,
    EVIDENCE,
    HEAD_ANSWER,
    KEY,
    MARK,
    NUMBER,
    REMARK,
    list_of_answer,
    mark_of,
)
from egov_tracker.store.workbooks import WorkbookCell, open_workbook
from egov_tracker.text.dates import parse_as_of
from egov_tracker.text.figures import parse_count, parse_percent
from egov_tracker.text.names import normalize
from egov_tracker.text.numbers import format_number
from egov_tracker.values import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from egov_tracker.model.registry import Body, Registry
    from egov_tracker.reading.report_form import Question, ReportForm
    from egov_tracker.text.quarters import Quarter

EMPTY = WorkbookCell("", None)
WRITTEN_DAY = re.compile(r"[0-9]{1,2}[-/.][0-9]{1,2}[-/.][0-9]{4}|[0-9]{4}-[0-9]{2}-[0-9]{2}")
MOST_TEXT = 500


class Answer(NamedTuple):
    """An answer to a question: the list it puts the body on, or the figure; of when, on what it rests, and its cell."""

    question: Question
    given: Given
    as_of: str
    place: str
    evidence: str | None
    remark: str | None

    @property
    def says(self) -> tuple[str, str]:
        """What it says, and of when."""
        return self.given.text, self.as_of


class FilledForm(NamedTuple):
    """A form of one body; `answers` are by the key of the question."""

    file: str
    body: Body
    as_of: str
    number: str | None
    date: str | None
    contact: str | None
    sha256: str
    answers: Mapping[str, Answer]


class OpenedForm(NamedTuple):
    """A file that is a form: its rows by key, its hash, and what of it is not followed."""

    file: str
    rows: Mapping[str, list[tuple[WorkbookCell, ...]]]
    sha256: str
    not_followed: tuple[str, ...]


class ReadForm(NamedTuple):
    """What became of a form: None where nothing can be taken from it, and what there is to say of it."""

    form: FilledForm | None
    sentences: tuple[str, ...]


def open_form(raw: bytes, file: str, period: Quarter) -> OpenedForm:
    """Open a file that should be a form of a quarter; `TextError` says why it is none."""
    book = open_workbook(raw)
    return OpenedForm(file, _rows_of_form(book.sheets, period), sha256(raw).hexdigest(), book.not_followed)


def read_form(opened: OpenedForm, asked: ReportForm, registry: Registry) -> ReadForm:
    """Take the answers to what is asked; whatever the form holds beside them only leads to sentences."""
    reader = _Reader(opened.file, asked, opened.rows)
    made = reader.form(registry, opened.sha256)
    return ReadForm(made, tuple(f"{opened.file}: {text}" for text in (*opened.not_followed, *reader.sentences)))


def _rows_of_form(
    sheets: Mapping[str, tuple[tuple[WorkbookCell, ...], ...]], period: Quarter
) -> dict[str, list[tuple[WorkbookCell, ...]]]:
    """The rows of the form by key; `TextError` where no sheet is one, or it is that of another quarter."""
    marks = {name: _mark(rows) for name, rows in sheets.items()}
    ours = [name for name, mark in marks.items() if mark.startswith(f"{MARK} ")]
    if not ours:
        raise TextError(expected(f"the form of {period} that egov form writes", "another workbook"))
    if marks[ours[0]] != mark_of(period):
        raise TextError(expected(f"the form {quoted(mark_of(period))}", quoted(marks[ours[0]])))
    found: dict[str, list[tuple[WorkbookCell, ...]]] = {}
    for row in sheets[ours[0]][1:]:
        if row and isinstance(key := row[KEY].value, str):
            found.setdefault(key, []).append(row)
    return found


def _mark(rows: Sequence[Sequence[WorkbookCell]]) -> str:
    return str(rows[0][0].value) if rows and rows[0] else ""


class _Reader:
    """Reads the rows of one form, and collects what there is to say."""

    def __init__(self, file: str, asked: ReportForm, rows: Mapping[str, list[tuple[WorkbookCell, ...]]]) -> None:
        self.file, self.asked, self.rows = file, asked, rows
        self.sentences: list[str] = []

    def form(self, registry: Registry, digest: str) -> FilledForm | None:
        """The form, None where it does not say whose it is."""
        body = self._body(registry)
        if not body:
            self.sentences.append("nothing was taken from it")
            return None
        as_of = self._day(self._cell(AS_OF, HEAD_ANSWER))
        if not as_of:
            self.sentences.append("it does not say of which day it speaks; what has no day of its own is undated")
        answers = dict(self._answers(as_of or "unknown"))
        unanswered = [question.name for question in self.asked.questions if question.key not in answers]
        if unanswered:
            self.sentences.append(
                f"no answer to {len(unanswered)} of {len(self.asked.questions)}: {'; '.join(unanswered)}"
            )
        number, contact = (self._text(self._cell(key, HEAD_ANSWER)) for key in (NUMBER, CONTACT))
        day = self._day(self._cell(DATE, HEAD_ANSWER))
        return FilledForm(self.file, body, as_of or "unknown", number, day, contact, digest, answers)

    def _cell(self, key: str, column: int) -> WorkbookCell:
        rows = self.rows.get(key, [])
        if len(rows) > 1:
            self._say(rows[1][KEY], f"a second row of {key}, which was passed over")
        return rows[0][column] if rows and len(rows[0]) > column else EMPTY

    def _say(self, cell: WorkbookCell, text: str) -> None:
        self.sentences.append(f"{cell.place}: {text}" if cell.place else text)

    def _body(self, registry: Registry) -> Body | None:
        cell = self._cell(BODY, HEAD_ANSWER)
        name = self._text(cell)
        if not name:
            self._say(cell, "it does not say which body reports")
            return None
        found = registry.find(name, parse_as_of(self.asked.period.last_day.isoformat()))
        if not found:
            self._say(cell, f"unknown body {quoted(name)}{hint_at(registry.suggest(name)[:1])}")
        elif found not in self.asked.bodies:
            self._say(cell, f"{found.name_vi} is none of the {len(self.asked.bodies)} bodies that are asked")
            return None
        return found

    def _answers(self, as_of: str) -> Iterator[tuple[str, Answer]]:
        known = {question.key for question in self.asked.questions}
        for key, rows in self.rows.items():
            if key not in known and not key.startswith("@"):
                self._say(rows[0][KEY], f"{quoted(key)} is no question of this form; the row was passed over")
        for question in self.asked.questions:
            cell = self._cell(question.key, ANSWER)
            if text := self._answer(question, cell):
                own = self._day(self._cell(question.key, ANSWER_AS_OF))
                given = Given(text, f"{self.file}: {cell.place}")
                evidence, remark = (self._text(self._cell(question.key, column)) for column in (EVIDENCE, REMARK))
                yield question.key, Answer(question, given, own or as_of, cell.place, evidence, remark)

    def _answer(self, question: Question, cell: WorkbookCell) -> str | None:
        """The list or the figure of an answer; None where there is none, or none that may be taken."""
        if question.kind is Kind.ADOPTION:
            text = self._text(cell)
            found = list_of_answer(text) if text else None
            if text and not found:
                self._say(cell, f"{expected(one_of(ANSWERS), quoted(text))}; not taken")
            return found
        return self._figure(cell, percent=question.kind is Kind.SHARE)

    def _figure(self, cell: WorkbookCell, *, percent: bool) -> str | None:
        wanted = "a percentage from 0 to 100" if percent else "a whole number"
        number, text = cell.value, self._text(cell)
        if text is None:
            return None
        try:
            if isinstance(number, int | float) and not isinstance(number, bool):
                return self._printed(number, percent=percent)
            (parse_percent if percent else parse_count)(text)
        except TextError:
            self._say(cell, f"{expected(wanted, quoted(text))}; not taken")
            return None
        return text

    def _printed(self, number: float, *, percent: bool) -> str:
        """A number of a sheet as Vietnamese reports print it; `TextError` where it is none that is asked for."""
        from decimal import Decimal

        value = Decimal(repr(number))
        whole = value.is_finite() and value == value.to_integral_value()
        if not value.is_finite() or value < 0 or (value > 100 if percent else not whole):  # noqa: PLR2004
            raise TextError("not a number that is asked for")
        text = format_number(Decimal(int(value)) if whole else value)
        return f"{text}%" if percent else text

    def _text(self, cell: WorkbookCell) -> str | None:
        """What stands in a cell, as one line; a formula is not reckoned, and not taken."""
        if cell.formula or cell.error:
            self._say(cell, f"{'a formula' if cell.formula else 'an error of the sheet'}, which was not taken")
            return None
        text = normalize(str(cell.value)) if cell.value is not None else ""
        if len(text) > MOST_TEXT:
            self._say(cell, f"a text of {len(text):,} characters, of which the first {MOST_TEXT} were taken")
        return "".join(char if char.isprintable() else "?" for char in text[:MOST_TEXT]) or None

    def _day(self, cell: WorkbookCell) -> str | None:
        """The day of a cell, be it a date of the sheet or written as 30/9/2016; None where there is none."""
        if isinstance(cell.value, date):
            return cell.value.isoformat()
        text = self._text(cell)
        if not text:
            return None
        try:
            if WRITTEN_DAY.fullmatch(text):
                return str(parse_as_of(text))
        except TextError as wrong:
            if wrong.meant:
                return wrong.meant
        self._say(cell, f"{expected('a day such as 30/9/2016', quoted(text))}; not taken")
        return None
