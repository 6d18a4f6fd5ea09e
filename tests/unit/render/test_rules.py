"""Rules as a table, as lines, and one as a page."""

from __future__ import annotations

from egov_tracker.model.rules import Rule
from egov_tracker.model.terms import Level
from egov_tracker.render.rules import rule_markdown, rule_text, rules_markdown, rules_text

RULES = (
    Rule("FIG001", Level.ERROR, "a ratio | above one", "tỷ lệ", "**What it sees.** More than all.\n\nMend it."),
    Rule("FIG002", Level.NOTE, "fewer names", "ít tên", "Names."),
)


def test_a_table_has_a_row_a_rule_and_a_stroke_ends_no_cell() -> None:
    assert rules_markdown(RULES) == (
        "| rule | level | what |\n|---|---|---|\n"
        "| FIG001 | error | a ratio \\| above one |\n| FIG002 | note | fewer names |\n"
    )


def test_a_line_names_each_rule_with_its_level() -> None:
    assert rules_text(RULES) == "FIG001  error    a ratio | above one\nFIG002  note     fewer names\n"


def test_a_rule_has_a_page_as_markdown_and_as_text() -> None:
    assert rule_markdown(RULES[0]) == (
        "# FIG001: a ratio | above one\n\nLevel: error\n\n**What it sees.** More than all.\n\nMend it.\n"
    )
    text = rule_text(RULES[0], 200)
    assert "What it sees. More than all." in text
    assert max(map(len, text.splitlines())) == 100
    assert max(map(len, rule_text(RULES[0]).splitlines())) == 80
    assert "\x1b[1m" in rule_text(RULES[0], styled=True)
    assert "\x1b" not in text
