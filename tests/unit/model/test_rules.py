"""The catalogue of rules: whatever the program reports can be looked up, in both languages."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from egov_tracker.model.findings import Finding, Location
from egov_tracker.model.rules import CHECK_RULES, LETTER_RULES, RULES, Rule, finding
from egov_tracker.model.terms import Level

if TYPE_CHECKING:
    from collections.abc import Callable

SOURCES = Path(__file__).parents[3] / "src"
REPORTED = re.compile(r'"([A-Z]{3}[0-9]{3})"')


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_has_titles_in_both_languages_and_a_page_that_says_what_to_do(rule: Rule) -> None:
    assert rule.title_en
    assert rule.title_vi
    assert rule.title_en != rule.title_vi
    assert rule.page.count("**What to do.**") == 1
    assert rule.summary.endswith(".")


def test_an_id_stands_for_one_rule() -> None:
    assert len({rule.id for rule in RULES}) == len(RULES)


def test_the_rules_on_letters_are_a_family_of_their_own() -> None:
    assert {rule.id[:3] for rule in LETTER_RULES} == {"LTR"}
    assert "LTR" not in {rule.id[:3] for rule in CHECK_RULES}


def test_the_source_code_reports_no_rule_that_the_catalogue_lacks() -> None:
    named = {name for path in SOURCES.rglob("*.py") for name in REPORTED.findall(path.read_text(encoding="utf-8"))}
    assert named == {rule.id for rule in RULES}


def test_the_pages_say_what_they_say(golden: Callable[[str, str], None]) -> None:
    pages = (
        f"# {one.id} ({one.level})\n\n{one.title_en}  \n{one.title_vi}\n\n> {one.summary}\n\n{one.page}\n"
        for one in RULES
    )
    golden("rules.md", "\n".join(pages))


def test_the_summary_of_a_page_is_its_first_paragraph_in_one_line() -> None:
    assert Rule("X", Level.NOTE, "t", "t", "It is\nso.\n\nMore.\n\nStill more.").summary == "It is so."


def test_a_finding_has_the_level_of_its_rule() -> None:
    place = Location("f", 1, 2)
    assert finding("LTR012", "x", place, place) == Finding("LTR012", Level.WARNING, "x", place, (place,), None)
    with pytest.raises(KeyError):
        finding("XYZ001", "x", place)
