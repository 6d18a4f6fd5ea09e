"""Every page in English as a whole, so that no word of it changes unseen."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from tests.building import LETTERS, SMALL
from tests.running import run_egov

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PAGES: dict[str, tuple[Path, tuple[str, ...]]] = {
    "report": (LETTERS, ("report", "2016Q2", "--annex", "--trace")),
    "status": (LETTERS, ("status", "2016Q2", "--all", "--trace")),
    "diff": (LETTERS, ("diff", "2016Q1", "2016Q2", "--all", "--trace")),
    "diff-backwards": (LETTERS, ("diff", "2016Q2", "2016Q1", "--all")),
    "trend": (LETTERS, ("trend", "document_interconnection")),
    "trends": (LETTERS, ("trend",)),
    "trend-small": (SMALL, ("trend", "level4_share")),
    "tiles": (LETTERS, ("trend", "action_plan", "-g", "provinces", "--tiles", "--as-of", "2016-06-28")),
    "agency": (LETTERS, ("agency", "Bộ Tư pháp")),
    "agency-merged": (LETTERS, ("agency", "Bình Dương")),
    "indicator": (LETTERS, ("indicators", "document_interconnection")),
    "indicators": (SMALL, ("indicators",)),
    "quarters": (LETTERS, ("quarters",)),
    "trace": (LETTERS, ("trace", "2016Q2")),
    "trace-one": (LETTERS, ("trace", "2016Q2", "1")),
}


@pytest.mark.parametrize("name", PAGES)
def test_the_whole_page_in_english(name: str, golden: Callable[[str, str], None]) -> None:
    ledger, arguments = PAGES[name]
    shown = run_egov(*arguments, "--lang", "en", "-f", "md", cwd=ledger)
    assert shown.code == 0
    golden(f"english-{name}.md", shown.err + shown.out)


def test_all_words_of_the_site_in_english(tmp_path: Path, golden: Callable[[str, str], None]) -> None:
    assert run_egov("site", tmp_path / "site", "--lang", "en", cwd=SMALL).code == 0
    pages = sorted((tmp_path / "site").rglob("*.html"))
    golden("english-site.txt", "".join(words_of(path.read_text(encoding="utf-8")) for path in pages))


def words_of(page: str) -> str:
    """The texts of an HTML page, and what its attributes say to a reader, one a line."""
    said = re.sub(r'<[^>]*? (?:title|aria-label|placeholder|data-found)="([^"]*)"[^>]*>', r"\n\1\n", page)
    lines = re.sub(r"<[^>]*>", "\n", said).splitlines()
    return "".join(f"{line.strip()}\n" for line in lines if line.strip())


def test_the_tables_say_what_their_rows_and_columns_are(tmp_path: Path, golden: Callable[[str, str], None]) -> None:
    assert run_egov("export", tmp_path / "out", "--to", "datapackage", cwd=SMALL).code == 0
    package = json.loads((tmp_path / "out" / "datapackage.json").read_text(encoding="utf-8"))
    tables = [(one["name"], one["description"], one["schema"]["fields"]) for one in package["resources"]]
    said = [
        f"{name}: {text}\n" + "".join(f"  {f['name']}: {f['description']}\n" for f in fields)
        for name, text, fields in tables
    ]
    golden("english-tables.txt", "".join(said))
