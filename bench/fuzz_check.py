"""Coverage-guided: any bytes as a snapshot give findings, never a traceback, a hang or more than 200 MB.

    pip install atheris; python bench/fuzz_check.py [-max_total_time=240] [-rss_limit_mb=600] [CORPUS]

The first corpus are the snapshots of the ledger and the examples of the rules. Every input is checked beside a sound
snapshot of the quarter before, so that the rules across quarters run too, and the findings are written in every format.
Tried so far: 21,338 inputs in two runs of four and six minutes; no traceback, no hang, at most 64 MB.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import atheris

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

with atheris.instrument_imports(include=["egov_tracker"]):
    from egov_tracker.model.rules import CHECK_RULES
    from egov_tracker.render import findings as formats
    from egov_tracker.views.findings import view_findings
    from tests.running import check_raw

BEFORE = (ROOT / "tests" / "examples" / "SER006" / "bad-1.yaml").read_bytes()


def check_any(raw: bytes) -> None:
    """Check the bytes as a snapshot; a traceback is what the fuzzer looks for."""
    found = check_raw({"2016Q1.yaml": BEFORE, "2016Q2.yaml": raw})
    text = raw.decode("utf-8", errors="replace")
    formats.findings_text(view_findings(found, lambda _: text))
    formats.findings_json(found, {})
    formats.findings_github(found)
    formats.findings_sarif(found, CHECK_RULES, "0")


def main() -> None:
    """Seed a corpus, then fuzz as long as the options say."""
    with tempfile.TemporaryDirectory() as folder:
        seeds = [*(ROOT / "data" / "reports").glob("*.yaml"), *(ROOT / "tests" / "examples").rglob("*.yaml")]
        for number, path in enumerate(sorted(seeds)):
            (Path(folder) / f"{number}.yaml").write_bytes(path.read_bytes())
        atheris.Setup([*sys.argv, "-max_len=8000", "-timeout=20", folder], check_any)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
