from __future__ import annotations

import re

from egov_tracker.model.findings import Finding, Location
from egov_tracker.model.terms import Level
from egov_tracker.render.findings import findings_text
from egov_tracker.views.findings import FindingView, Snippet

PLACE = Location("data/reports/2016Q2.yaml", 12, 7)
ELSEWHERE = Location("a\x1b[2J.yaml", 3, 1)
FOUND = Finding("FIG002", Level.WARNING, "'outstanding' states 9 and names 2", PLACE, (ELSEWHERE,), "Nguồn ghi 9.")
VIEW = FindingView(FOUND, Snippet("    outstanding: 9", " " * 6))
PLAIN = """\
data/reports/2016Q2.yaml:12:7: FIG002 warning 'outstanding' states 9 and names 2
  12 |     outstanding: 9
     |       ^
  see also a\\x1b[2J.yaml:3:1
  explained: Nguồn ghi 9.
"""


def test_a_finding_shows_its_line_its_places_and_its_remark() -> None:
    assert findings_text([VIEW]) == PLAIN


def test_colours_change_no_word() -> None:
    styled = findings_text([VIEW, VIEW], styled=True)
    assert re.sub(r"\x1b\[[\d;]*m", "", styled) == PLAIN * 2
    assert styled.startswith("\x1b[1mdata/reports/2016Q2.yaml:12:7\x1b[0m: FIG002 \x1b[1;33mwarning\x1b[0m ")


def test_without_a_line_only_the_sentence_is_shown() -> None:
    bare = FOUND._replace(related=(), remark=None)
    assert findings_text([FindingView(bare, None)]) == PLAIN.splitlines()[0] + "\n"
