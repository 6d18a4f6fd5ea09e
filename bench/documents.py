"""Documents: the report and the letter, in units of a bare interpreter."""

from __future__ import annotations

import sys
from pathlib import Path

from bench.timing import compare, report

EGOV = str(Path(sys.executable).with_name("egov"))


def main() -> None:
    """Goals: report as Markdown or HTML at most 22 times the bare interpreter, letter as Word at most 32 times."""
    commands = {
        "egov report 2016Q2 -f md": (EGOV, "report", "2016Q2", "-f", "md"),
        "egov report 2016Q2 -f html": (EGOV, "report", "2016Q2", "-f", "html"),
        "egov report 2020Q4 -f html": (EGOV, "report", "2020Q4", "-f", "html"),
        "egov report 2016Q2 -f docx": (EGOV, "report", "2016Q2", "-f", "docx"),
        "egov letter 1375-vpcp-kgvx -f html": (EGOV, "letter", "1375-vpcp-kgvx", "-f", "html"),
        "egov letter 1375-vpcp-kgvx -f docx": (EGOV, "letter", "1375-vpcp-kgvx", "-f", "docx"),
    }
    report(compare(commands))
