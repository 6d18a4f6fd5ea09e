"""The Python that the documentation shows is run line by line, and what it prints is compared."""

from __future__ import annotations

import doctest
from typing import TYPE_CHECKING

import pytest

from tests.docs.pages import PAGES, Block, blocks
from tests.docs.test_commands import prepare

if TYPE_CHECKING:
    from pathlib import Path

SESSIONS = [block for page in PAGES for block in blocks(page) if block.language == "pycon"]


@pytest.mark.parametrize("block", SESSIONS, ids=lambda block: block.place)
def test_a_session_prints_what_it_shows(block: Block, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(prepare(tmp_path, block.page))
    session = doctest.DocTestParser().get_doctest(block.text, {}, block.place, str(block.page), block.line)
    said: list[str] = []
    results = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(session, out=said.append)
    assert (results.failed, results.attempted > 0) == (0, True), "".join(said)


def test_the_readme_has_a_session() -> None:
    assert [block.page.name for block in SESSIONS] == ["README.md"]
