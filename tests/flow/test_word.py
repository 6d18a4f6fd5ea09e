"""Word documents read back: every cell of their tables beside the Markdown of the same run, and where they may go."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.building import LETTERS, ROOT
from tests.running import run_egov
from tests.word import SPREAD_BAR, tables_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LISTS = (
    "appendix", "2016Q1", "-i", "dossier_publication", "-g", "ministries", "-g", "provinces", "--order", "source",
    "--number", "1375/VPCP-KGVX", "--date", "2016-03-04", "--issuer", "Văn phòng Chính phủ",
)  # fmt: skip
# What is asked for, and the golden Markdown of it; without one, the Markdown of the same run.
DOCUMENTS = {
    "report": (("report", "2016Q2"), "report-2016Q2.md"),
    "report in English": (("report", "2018Q2", "--lang", "en"), "report-2018Q2.en.md"),
    "report with annex": (("report", "2016Q2", "--annex", "--trace"), None),
    "appendix": (LISTS, "appendix-2016Q1.md"),
    "letter of 2016": (("letter", "1375-vpcp-kgvx"), "letter-1375.md"),
    "letter of 2020": (("letter", "ra-soat-2020"), "letter-2020.md"),
    "letter in the other form": (("letter", "1375-vpcp-kgvx", "--regime", "nd30"), None),
}
BAR = re.compile("│.*▏|█[█▓/.:]*")


def in_markdown(text: str) -> Iterator[list[list[str]]]:
    """The cells of each table, row by row; Word needs no head that only counts the columns, as that of a tile map."""
    for table in re.findall(r"(?:^\|.*\|\n)+", text, re.MULTILINE):
        head, _, *rows = map(cells_of, table.splitlines())
        yield rows if head == [str(number) for number in range(1, len(head) + 1)] else [head, *rows]


def cells_of(line: str) -> list[str]:
    return [SPREAD_BAR if BAR.fullmatch(cell) else cell for cell in map(plain, re.split(r"(?<!\\)\|", line)[1:-1])]


def plain(cell: str) -> str:
    return re.sub(r"\\(\W)", r"\1", cell.removeprefix(" ").removesuffix(" "))


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_cell_in_word_is_that_of_the_markdown(name: str, tmp_path: Path) -> None:
    arguments, golden = DOCUMENTS[name]
    out = tmp_path / "document.docx"
    assert run_egov(*arguments, "-o", out, cwd=LETTERS).code == 0
    text = (
        (ROOT / "tests" / "golden" / golden).read_text(encoding="utf-8")
        if golden
        else run_egov(*arguments, "-f", "md", cwd=LETTERS).out
    )
    assert tables_of(out.read_bytes()) == [*in_markdown(text)]


@pytest.mark.parametrize("name", ["report", "appendix", "letter of 2016"])
def test_a_pipe_gets_the_bytes_of_the_file(name: str, tmp_path: Path) -> None:
    arguments, out = DOCUMENTS[name][0], tmp_path / "document.docx"
    assert run_egov(*arguments, "-o", out, cwd=LETTERS).code == 0
    piped = run_egov(*arguments, "-f", "docx", cwd=LETTERS)
    assert (piped.code, piped.out.encode(errors="surrogateescape")) == (0, out.read_bytes())
    assert len(out.read_bytes()) > 9000
