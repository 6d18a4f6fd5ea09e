"""One page, one set of numbers: Markdown, HTML, Word and JSON of the same quarter print the same rows."""

from __future__ import annotations

import html
import io
import json
import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any

import pytest
from docx import Document

from egov_tracker.text.numbers import format_number
from tests.building import ROOT, open_data
from tests.running import run_egov
from tests.word import check_word, links_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal
    from pathlib import Path

Row = tuple[str, ...]
QUARTERS = [*map(str, open_data(ROOT / "data").quarters)]
NEIGHBOURS = [("2016Q1", "2016Q2"), ("2016Q2", "2016Q3"), ("2017Q4", "2018Q2"), ("2020Q3", "2020Q4")]
BAR = re.compile("[│┆][█▒▓/+: ▏]*")
FIGURE_COLUMNS = ("Chênh lệch", "Điểm phần trăm", "YAML")


@pytest.mark.parametrize(
    ("quarter", "options"),
    [("2016Q2", ("--annex", "-i", "document_interconnection")), ("2018Q2", ()), ("2020Q4", ("-i", "lgsp"))],
)
def test_a_report_has_the_same_rows_as_markdown_html_and_word(
    quarter: str, options: tuple[str, ...], tmp_path: Path
) -> None:
    rows = list(map(filled, rows_of_markdown(printed("report", quarter, *options, "-f", "md"))))
    assert rows
    assert list(map(filled, rows_of_html(printed("report", quarter, *options, "-f", "html")))) == rows
    printed("report", quarter, *options, "-o", str(tmp_path / "r.docx"))
    assert list(map(filled, rows_of_word((tmp_path / "r.docx").read_bytes()))) == rows


@pytest.mark.parametrize("quarter", QUARTERS)
def test_a_report_prints_the_same_numbers_in_every_format_and_word_has_the_links_of_html(
    quarter: str, tmp_path: Path
) -> None:
    raw, page = word_and_html(("report", quarter, "--annex"), tmp_path)
    shown = re.sub(r"(?s)<style>.*?</style>|<[^>]*>", " ", page)
    word = " ".join(text.text for text in Document(io.BytesIO(raw)).element.body.iter("{*}t"))
    markdown = printed("report", quarter, "--annex", "-f", "md")
    assert numbers(html.unescape(shown)) == numbers(markdown) == numbers(word)
    assert_same_links(raw, page)


@pytest.mark.parametrize("command", [("trend", "online_services"), ("agency", "Bộ Tư pháp"), ("reminders",)])
def test_the_notes_and_sources_of_word_are_linked_as_in_html(command: Row, tmp_path: Path) -> None:
    assert_same_links(*word_and_html(command, tmp_path))


def word_and_html(command: Row, folder: Path) -> tuple[bytes, str]:
    """The same page as a Word document and as HTML."""
    printed(*command, "-o", str(folder / "page.docx"))
    return (folder / "page.docx").read_bytes(), printed(*command, "-f", "html")


def assert_same_links(word: bytes, page: str) -> None:
    """The links to notes and sources, and back from them."""
    check_word(word)
    links = re.findall('href="#((?:to-)?(?:note|source)-[0-9]+)"', page)
    assert links
    assert links_of(word) == [link.replace("-", "_") for link in links]


def numbers(text: str) -> set[str]:
    return set(re.findall(r"[0-9][0-9.,/]*[0-9]|[0-9]", text))


@pytest.mark.parametrize("quarter", QUARTERS)
def test_the_status_has_the_same_rows_as_markdown_and_html_and_the_figures_of_the_json(quarter: str) -> None:
    rows = rows_of_markdown(printed("status", quarter, "--all", "--trace", "-f", "md"))
    assert rows_of_html(printed("status", quarter, "--all", "--trace", "-f", "html")) == rows
    records = json.loads(printed("status", quarter, "-f", "json"))["observations"]
    shown = cells(rows, "Số liệu", "Tỷ lệ tính lại", "Chưa rõ", "YAML")
    named = re.compile("nêu tên [0-9]+ đã hoàn thành|–")  # words of the page, where the record has no number
    assert [tuple(named.sub("", cell) for cell in row) for row in shown] == [in_status(record) for record in records]


@pytest.mark.parametrize("quarter", QUARTERS)
def test_the_first_screen_has_the_same_rows_as_markdown_and_html(quarter: str) -> None:
    rows = rows_of_markdown(printed("status", quarter, "-f", "md"))
    assert [filled(row) for row in rows_of_html(printed("status", quarter, "-f", "html"))] == list(map(filled, rows))


def filled(row: Row) -> Row:
    """What stands in a row, each text once, without bars, which are characters in Markdown and drawn elsewhere."""
    return tuple(dict.fromkeys(cell for cell in row if cell.strip("\u00a0\u200b ") and not BAR.fullmatch(cell)))


@pytest.mark.parametrize(("old", "new"), NEIGHBOURS)
def test_a_comparison_has_the_same_rows_as_markdown_and_html_and_the_differences_of_the_json(
    old: str, new: str
) -> None:
    rows = rows_of_markdown(printed("diff", old, new, "--trace", "-f", "md"))
    assert rows_of_html(printed("diff", old, new, "--trace", "-f", "html")) == rows
    changes = json.loads(printed("diff", old, new, "-f", "json"))["changes"]
    compared = (change for change in changes if change["kind"] in {"count", "share", "unchanged"})
    shown = (row for row in cells(rows, *FIGURE_COLUMNS) if any(row[:-1]))  # the others are of lists alone
    assert sorted(shown) == sorted(map(in_comparison, compared))


@pytest.mark.parametrize("subject", ["document_exchange", "online_services", "lgsp"])
def test_a_trend_has_the_same_figures_as_markdown_html_word_and_json(subject: str, tmp_path: Path) -> None:
    rows = marks_of(rows_of_markdown(printed("trend", subject, "-f", "md")))
    assert marks_of(rows_of_html(printed("trend", subject, "-f", "html"))) == rows
    printed("trend", subject, "-o", str(tmp_path / "t.docx"))
    assert marks_of(rows_of_word((tmp_path / "t.docx").read_bytes())) == rows
    lines = json.loads(printed("trend", subject, "-f", "json"))["lines"]
    marks = [row["observation"] for line in lines for row in line["rows"] if row["row"] == "mark"]
    assert len(rows) == len(marks)
    assert all((mark["printed"] or "") in row[1] for mark, row in zip(marks, rows, strict=True))


def marks_of(rows: list[Row]) -> list[Row]:
    """The rows of figures: what stands in them but the bar, without heads and the texts across a chart."""
    across = (row for row in rows if len({*row} - {""}) > 1)
    return [(*row[:2], *row[3:]) for row in across if row[0] != "Tính đến"]


def printed(*args: str) -> str:
    ran = run_egov(*args, cwd=ROOT)
    assert ran.code == 0, ran.err
    return ran.out


def in_status(record: dict[str, Any]) -> Row:
    """What the table of a status prints of a record."""
    share = f"({record['share']['printed']})" if record["share"] else ""
    figure = f"{record['printed'] or ''} {share}".strip()
    ratio = isinstance(record["value"], dict) and record["value"].get("of")
    rate = f"{format_number(record['percent'], 2)}%" if ratio and record["percent"] is not None else ""
    return figure, rate, str(record["unknown"] or ""), str(record["place"]["line"])


def in_comparison(change: dict[str, Any]) -> Row:
    """What the table of a comparison prints of a change."""
    lines = f"{change['old']['place']['line']} → {change['new']['place']['line']}"
    return signed(change["delta"]), signed(change["points"], 2), lines


def signed(number: Decimal | None, decimals: int | None = None) -> str:
    return "" if number is None else f"{'+' if number > 0 else ''}{format_number(number, decimals)}"


def cells(rows: list[Row], *names: str) -> Iterator[Row]:
    """These columns of every table that has the last of them; a column that is left out is empty."""
    columns: Row = ()
    for row in rows:
        if names[-1] in row:
            columns = row if {*names[:-1]} & {*row} else ()
        elif columns:
            yield tuple(row[columns.index(name)] if name in columns else "" for name in names)


def rows_of_markdown(text: str) -> list[Row]:
    lines = (line for line in text.splitlines() if line.startswith("|") and not re.fullmatch(r"[|:-]+", line))
    return [tuple(plain(cell) for cell in re.split(r"(?<!\\)\|", line)[1:-1]) for line in lines]


def plain(cell: str) -> str:
    return html.unescape(re.sub(r"\\(?=[^\w\s])", "", cell)).strip()


class _Rows(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self.inside = False
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        if tag == "tr":
            self.rows.append([])
        if tag in {"td", "th"}:
            self.rows[-1].append("")
            self.inside = True

    def handle_endtag(self, tag: str) -> None:
        self.inside = self.inside and tag not in {"td", "th"}

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.rows[-1][-1] += data


def rows_of_html(text: str) -> list[Row]:
    return [tuple(map(str.strip, row)) for row in _Rows(text).rows]


def rows_of_word(raw: bytes) -> list[Row]:
    tables = Document(io.BytesIO(raw)).tables
    return [tuple(cell.text.strip() for cell in row.cells) for table in tables for row in table.rows]
