"""The templates that the documentation shows are filled from a small ledger, and write what is shown under them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.building import ROOT
from tests.docs.pages import PAGES, Block, blocks
from tests.docs.test_commands import prepare
from tests.running import run_egov
from tests.word import paragraphs_of

if TYPE_CHECKING:
    from pathlib import Path

SHOWN = [block for page in PAGES for block in blocks(page) if block.language in {"jinja", "text"} and not block.file]
TEMPLATES = list(zip(SHOWN[::2], SHOWN[1::2], strict=True))


def test_under_every_template_stands_what_it_writes() -> None:
    kinds = [(template.language, written.language, template.page) for template, written in TEMPLATES]
    assert kinds == [("jinja", "text", written.page) for _, written in TEMPLATES]
    assert TEMPLATES


@pytest.mark.parametrize(("template", "written"), TEMPLATES, ids=[template.place for template, _ in TEMPLATES])
def test_a_template_writes_of_a_small_ledger_what_stands_under_it(
    template: Block, written: Block, tmp_path: Path
) -> None:
    (tmp_path / "page.md.j2").write_text(template.text, encoding="utf-8")
    assert run_egov("status", "-f", "md", "--templates", tmp_path) == (0, written.text, "")


def test_the_word_template_of_the_readme_says_what_its_markdown_does(tmp_path: Path) -> None:
    """Both are filled from the ledger of this repository: the same lines, but for what only the Markdown adds."""
    folder = prepare(tmp_path, ROOT / "README.md")
    written = run_egov("report", "2016Q2", "-f", "md", "--templates", "mau", cwd=folder).out.splitlines()
    assert run_egov("report", "2016Q2", "-o", "r.docx", "--templates", "mau", cwd=folder) == (0, "", "")
    head, *lines = paragraphs_of((folder / "r.docx").read_bytes())
    assert f"# {head}" == written[0]
    points = [line for line in written if line.startswith("- ")]
    assert len(lines) == len(points) > 3
    for line, point in zip(lines, points, strict=True):
        figure, _, day = line.rpartition(" (")
        assert point.startswith(f"- {figure}, ")
        assert f"({day.rstrip('.')}" in point
