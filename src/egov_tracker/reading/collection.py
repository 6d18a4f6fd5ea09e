"""Forms that were sent back, put together: who has not answered, who answered twice, and a draft of the quarter.

Each form is a source of its own. A total stands in the draft with the parts that it is the sum of; where somebody has
not answered it is only a comment, since it is none of the whole group.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from egov_tracker.model.terms import Kind
from egov_tracker.reading.entries import Given, NewEntry, NewListing, NewSnapshot, NewSource
from egov_tracker.reading.report_form import ANSWERS
from egov_tracker.text.dates import parse_as_of
from egov_tracker.text.figures import parse_count
from egov_tracker.text.numbers import format_number
from egov_tracker.values import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from egov_tracker.model.registry import Body
    from egov_tracker.reading.filled_form import Answer, FilledForm
    from egov_tracker.reading.report_form import Question, ReportForm

EXTRACTOR = "egov collect"
TOTALS = "tong-hop"
WORDS = {name: answer.lower() for answer, name in ANSWERS.items()}


class Collection(NamedTuple):
    """The draft of a quarter, and what there is to say of the forms beside each other."""

    snapshot: NewSnapshot
    sentences: tuple[str, ...]


def collect_forms(asked: ReportForm, forms: Sequence[FilledForm]) -> Collection:
    """Put forms together; the order in which they are given decides only which of two equal ones is kept."""
    kept, sentences = _once_each(forms)
    disputed = {(body, key) for body, key, _ in _disputes(kept)}
    sentences += [text for *_, text in _disputes(kept)]
    there = {form.body.id for form in kept}
    missing = [body.name_vi for body in asked.bodies if body.id not in there]
    if missing:
        sentences.append(f"{len(missing)} of {len(asked.bodies)} have not answered: {'; '.join(missing)}")
    ids = _ids(kept)
    entries = [entry for form in kept for entry in _entries(form, ids[form.file])]
    totals = [
        total
        for name, members in asked.groups.items()
        for question in asked.questions
        for total in _total(question, name, members, _of_group(kept, members, question, disputed), asked)
    ]
    sources = [_source(form, ids[form.file], asked) for form in kept]
    if any(not isinstance(total, str) for total in totals):
        sources.append(_source_of_totals(asked, len(kept)))
    comments = tuple(total for total in totals if isinstance(total, str))
    made = NewSnapshot(
        asked.period, tuple(sources), (*(one for one in totals if isinstance(one, NewEntry)), *entries), comments
    )
    return Collection(made, tuple(sentences))


def _once_each(forms: Sequence[FilledForm]) -> tuple[list[FilledForm], list[str]]:
    """The forms without those that say of a body what an earlier one says, word for word."""
    kept: list[FilledForm] = []
    sentences = []
    for form in forms:
        same = next((one for one in kept if one.body == form.body and _says(one) == _says(form)), None)
        if same:
            sentences.append(f"{form.file}: it says of {form.body.name_vi} what {same.file} says; taken once")
        else:
            kept.append(form)
    return kept, sentences


def _says(form: FilledForm) -> dict[str, tuple[str, str]]:
    return {key: answer.says for key, answer in form.answers.items()}


def _disputes(forms: Sequence[FilledForm]) -> list[tuple[str, str, str]]:
    """The answers of one body that differ between its forms: the body, the question, and a sentence."""
    found = []
    for number, form in enumerate(forms):
        for other in forms[number + 1 :]:
            if other.body == form.body:
                for key in form.answers.keys() & other.answers.keys():
                    one, two = form.answers[key], other.answers[key]
                    if one.says != two.says:
                        found.append((form.body.id, key, _dispute(form, one, two)))
    return sorted(found)


def _dispute(form: FilledForm, one: Answer, two: Answer) -> str:
    what = f"{two.given.origin}: {form.body.name_vi} says {_worded(two)}, and {_worded(one)} at {one.given.origin}"
    return f"{what}; both are kept, and neither is part of a total"


def _worded(answer: Answer) -> str:
    return f"“{WORDS.get(answer.given.text, answer.given.text)}” of {answer.as_of}"


def _ids(forms: Sequence[FilledForm]) -> dict[str, str]:
    """The id of the source of each form: that of its body, numbered where there are several."""
    seen: dict[str, int] = {}
    ids = {}
    for form in forms:
        seen[form.body.id] = seen.get(form.body.id, 0) + 1
        ids[form.file] = form.body.id if seen[form.body.id] == 1 else f"{form.body.id}-{seen[form.body.id]}"
    return ids


def _source(form: FilledForm, name: str, asked: ReportForm) -> NewSource:
    said = {
        "kind": "report",
        "title": f"Biểu báo cáo {asked.period.vi}",
        "publisher": form.body.name_vi,
        "number": form.number,
        "date": form.date,
        "reports": form.body.name_vi,
        "note": f"Tệp {form.file}, sha256 {form.sha256}" + (f"; người lập: {form.contact}" if form.contact else ""),
    }
    return NewSource(name, form.file, _given(said, form.file), EXTRACTOR)


def _given(said: Mapping[str, str | None], origin: str) -> dict[str, Given]:
    return {name: Given(text, origin) for name, text in said.items() if text}


def _source_of_totals(asked: ReportForm, forms: int) -> NewSource:
    said = {"kind": "statistics", "title": f"Tổng hợp {forms} biểu báo cáo {asked.period.vi}"}
    return NewSource(TOTALS, TOTALS, _given(said, TOTALS), EXTRACTOR)


def _entries(form: FilledForm, source: str) -> Iterator[NewEntry]:
    """An observation an answer, of the one body that gives it."""
    for answer in form.answers.values():
        origin = answer.given.origin
        notes = [f"Căn cứ: {answer.evidence}"] if answer.evidence else []
        notes += [f"Ghi chú của cơ quan: {answer.remark}"] if answer.remark else []
        said = {
            "indicator": answer.question.indicator.id,
            "group": form.body.name_vi,
            "as_of": answer.as_of,
            "value": None if answer.question.kind is Kind.ADOPTION else answer.given.text,
            "source": source,
            "at": f"ô {answer.place}",
            "note": "; ".join(notes) or None,
        }
        lists = {answer.given.text: NewListing(names=(Given(form.body.name_vi, origin),))}
        yield NewEntry(
            origin,
            _given(said, origin),
            _given(dict(answer.question.breakdown), origin),
            lists=lists if answer.question.kind is Kind.ADOPTION else {},
        )


def _of_group(
    forms: Sequence[FilledForm], members: Sequence[Body], question: Question, disputed: set[tuple[str, str]]
) -> list[tuple[Body, Answer]]:
    """The undisputed answers of the bodies of a group to a question, in the order of the group, one a body."""
    answers = {
        form.body.id: form.answers[question.key]
        for form in reversed(forms)
        if question.key in form.answers and (form.body.id, question.key) not in disputed
    }
    return [(body, answers[body.id]) for body in members if body.id in answers]


def _total(
    question: Question, group: str, members: Sequence[Body], answers: Sequence[tuple[Body, Answer]], asked: ReportForm
) -> Iterator[NewEntry | str]:
    """The total of a group with its parts, or comments where it is no total of the group."""
    as_of = _common_date(answers, asked)
    if not answers or question.kind is Kind.SHARE:
        return
    if as_of is None:
        yield f"{question.name}, {group}: no total, as not every answer is of {asked.period}"
    elif question.kind is Kind.ADOPTION:
        yield _total_of_lists(question, group, members, answers, as_of)
    else:
        yield from _sum(question, group, members, answers, as_of)


def _common_date(answers: Sequence[tuple[Body, Answer]], asked: ReportForm) -> str | None:
    """The one day of all answers; the quarter, where they are of several days of it; else None."""
    days = {answer.as_of for _, answer in answers}
    if len(days) == 1 and "unknown" not in days:
        return days.pop()
    inside = (parse_as_of(day) for day in days)
    return str(asked.period) if all(day.first and asked.period.contains(day.first) for day in inside) else None


def _total_of_lists(
    question: Question, group: str, members: Sequence[Body], answers: Sequence[tuple[Body, Answer]], as_of: str
) -> NewEntry | str:
    """Who is on which list, and how many; only a comment where somebody of the group has not answered."""
    names: dict[str, list[Given]] = {name: [] for name in ("done", "exempt", "outstanding", "in_progress")}
    for body, answer in answers:
        names[answer.given.text].append(Given(body.name_vi, answer.given.origin))
    parts = " + ".join(f"{len(found)} {WORDS[name]}" for name, found in names.items())
    if len(answers) < len(members):
        left = len(members) - len(answers)
        return f"{question.name}, {group}, {as_of}: {parts} = {len(answers)} cơ quan; {left} chưa trả lời"
    lists = {name: NewListing(Given(str(len(found)), TOTALS), tuple(found)) for name, found in names.items() if found}
    fields = _given(_head(question, group, as_of), TOTALS)
    comment = f"{parts} = {len(members)} cơ quan"
    return NewEntry(TOTALS, fields, _given(dict(question.breakdown), TOTALS), lists=lists, comments=(comment,))


def _head(question: Question, group: str, as_of: str) -> dict[str, str | None]:
    return {"indicator": question.indicator.id, "group": group, "as_of": as_of, "source": TOTALS, "at": "tổng hợp"}


def _sum(
    question: Question, group: str, members: Sequence[Body], answers: Sequence[tuple[Body, Answer]], as_of: str
) -> Iterator[NewEntry | str]:
    """The sum of the numbers, each part in a comment; only a comment where somebody of the group has not answered."""
    numbers = [(body, answer, parse_count(answer.given.text).count) for body, answer in answers]
    exact = [number.value for *_, number in numbers if number and number.exact]
    whole = format_number(sum(exact, Decimal(0)))
    parts = [f"+ {answer.given.text} {body.name_vi} ({answer.given.origin})" for body, answer, _ in numbers]
    if len(answers) == len(members) and len(exact) == len(numbers):
        fields = _given({**_head(question, group, as_of), "value": whole}, TOTALS)
        comments = (f"{whole} = tổng của {len(parts)} biểu:", *parts)
        yield NewEntry(TOTALS, fields, _given(dict(question.breakdown), TOTALS), comments=comments)
        return
    left = len(members) - len(answers)
    vague = f"; {len(numbers) - len(exact)} số ước lượng" if len(exact) < len(numbers) else ""
    yield f"{question.name}, {group}, {as_of}: {whole} = tổng của {len(exact)} biểu; {left} chưa trả lời{vague}"
    yield from parts
