"""Writes the table of rules into the README, between its two comments; a test compares them.

.venv/bin/python tools/rule_table.py
"""

from __future__ import annotations

from pathlib import Path

from egov_tracker.model.rules import RULES
from egov_tracker.render.rules import rules_markdown

README = Path(__file__).parents[1] / "README.md"
BEGIN, END = "<!-- rules: tools/rule_table.py -->\n", "<!-- end of rules -->\n"


def with_table(readme: str) -> str:
    """The README with the table of today."""
    before, _, rest = readme.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n{rules_markdown(RULES)}\n{END}{after}"


if __name__ == "__main__":
    README.write_text(with_table(README.read_text(encoding="utf-8")), encoding="utf-8")
