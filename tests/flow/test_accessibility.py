"""One HTML page of each kind: what a validator and the rules of accessibility find wrong in it, on a phone too."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.building import LETTERS, SMALL
from tests.printing import faults_for_readers, run
from tests.running import need, run_egov

if TYPE_CHECKING:
    from pathlib import Path

    from tests.browser import Browser

KINDS: dict[str, tuple[Path, tuple[str, ...]]] = {
    "status": (SMALL, ("status", "2016Q2", "--all")),
    "report": (LETTERS, ("report", "2016Q2", "--lang", "en")),
    "report of an office": (LETTERS, ("report", "2016Q2", "--annex", "--office", "office.yaml")),
    "diff": (LETTERS, ("diff", "2016Q1", "2016Q2", "--trace")),
    "trend": (LETTERS, ("trend", "dossier_publication", "--lang", "en")),
    "tiles": (LETTERS, ("trend", "action_plan", "-g", "provinces", "--tiles", "--as-of", "2016-06-28")),
    "agency": (LETTERS, ("agency", "Bộ Tư pháp")),
    "reminders": (LETTERS, ("reminders",)),
    "indicators": (SMALL, ("indicators", "--lang", "en")),
    "quarters": (SMALL, ("quarters",)),
    "appendix": (LETTERS, ("appendix", "2016Q1", "-i", "action_plan", "-g", "provinces")),
    "letter": (LETTERS, ("letter", "1375-vpcp-kgvx")),
}


def written(kind: str, folder: Path) -> Path:
    """The page of a kind as a file."""
    ledger, arguments = KINDS[kind]
    out = folder / f"{kind}.html"
    outcome = run_egov(*arguments, "-o", out, cwd=ledger)
    assert outcome.code == 0, outcome.err
    return out


@pytest.mark.parametrize("kind", KINDS)
def test_the_rules_of_accessibility_find_nothing_and_a_phone_shows_the_whole_width(
    browser: Browser, kind: str, tmp_path: Path
) -> None:
    assert faults_for_readers(browser, written(kind, tmp_path)) == []


def test_what_is_wrong_with_a_page_is_seen(browser: Browser, tmp_path: Path) -> None:
    page = tmp_path / "bad.html"
    page.write_text("<!DOCTYPE html><title>x</title><main><h1 style='width: 999px'>x</h1></main>", encoding="utf-8")
    assert faults_for_readers(browser, page) == ["html-has-lang: html", "wider than the window"]


def test_a_validator_of_html_finds_nothing(tmp_path: Path) -> None:
    validator = need("html-validate")
    run(validator, "--preset", "standard", *(str(written(kind, tmp_path)) for kind in KINDS))
