"""The report of a quarter as a page: six parts, and with the annex every printed figure and every obligation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from egov_tracker.views.page import Items, Page, Paragraph, Section
from egov_tracker.views.report.gaps import gap_sentences
from egov_tracker.views.report.late import late_blocks
from egov_tracker.views.report.results import result_sentences, result_table
from egov_tracker.views.report.summary import summary_sentences
from egov_tracker.views.report.tasks import task_blocks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from egov_tracker.views.page import Block
    from egov_tracker.views.report.content import ReportView

PARTS = {
    "summary": ("I. Tóm tắt", "I. Summary"),
    "table": ("II. Bảng tổng hợp", "II. Overview"),
    "results": ("III. Kết quả theo chỉ tiêu", "III. Results by indicator"),
    "late": ("IV. Cơ quan còn chậm", "IV. Who is late"),
    "tasks": ("V. Nhiệm vụ", "V. Obligations"),
    "gaps": ("VI. Khoảng trống", "VI. Gaps"),
}


def report_page(report: ReportView, title: str, data: str, *, annex: bool) -> Page:
    """The parts in their order, with the notes and sources that they refer to."""
    table, count = report.table, report.source_count
    return Page(
        lang=report.say.lang,
        title=title,
        lead=tuple(_lead(report, data)),
        sections=(*_parts(report), *(_annex(report) if annex else ())),
        footnotes=table.footnotes if annex else report.footnotes,
        sources=table.sources if annex else table.bare_sources[:count],
        source_keys=table.source_keys if annex else table.source_keys[:count],
        headings=report.say.headings,
    )


def _annex(report: ReportView) -> Iterator[Section]:
    from egov_tracker.views.report.annex import annex_sections

    return annex_sections(report)


def _lead(report: ReportView, data: str) -> Iterator[str]:
    say, period = report.say, report.snapshot.period
    first, last = say.day(period.first_day), say.day(period.last_day)
    yield say(f"Kỳ báo cáo: từ ngày {first} đến ngày {last}", f"Period: {first} to {last}") + f". {say.data(data)}"
    if report.table.trace:
        yield say.file(report.snapshot.path)


def _parts(report: ReportView) -> Iterator[Section]:
    heading = {name: report.say(*pair) for name, pair in PARTS.items()}
    if not report.headlines:
        nothing = report.say("Không có số liệu nào.", "There is no figure.")
        yield Section(heading["summary"], (Paragraph(nothing),))
    else:
        waiting = report.waiting
        yield Section(heading["summary"], (Items(summary_sentences(report, waiting)),))
        yield Section(heading["table"], result_table(report, heading["table"]))
        yield Section(heading["results"], tuple(result_sentences(report)))
        yield Section(heading["late"], tuple(late_blocks(report, waiting, heading["late"])))
    yield Section(heading["tasks"], tuple(task_blocks(report, heading["tasks"])))
    if gaps := gap_sentences(report):
        blocks: tuple[Block, ...] = (Items(gaps),)
        yield Section(heading["gaps"], blocks)
