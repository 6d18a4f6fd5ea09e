"""Runs the installed `egov` from an empty folder and looks at exit codes, at key facts and at what was left behind.

    PYTHON tests/smoke/run.py

PYTHON belongs to an environment where the wheel is installed, and nothing of this repository.
"""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

EGOV = Path(sys.executable).with_name("egov")
README = Path(__file__).parents[2] / "README.md"
OFFICE = Path(__file__).parents[1] / "ledgers" / "letters" / "office.yaml"
MAIN_JOB = "python3 -m venv .venv && .venv/bin/pip install . && "


@dataclass(frozen=True)
class Case:
    """A command, the exit code it owes, and words that stdout must hold."""

    command: str
    words: tuple[str, ...] = ()
    code: int = 0


PARTS = (
    "py.typed",
    "bundled/data/reports/2016Q2.yaml",
    "bundled/data/registry/agencies.yaml",
    "bundled/data/sources/letter-1375/text.txt",
    "bundled/templates/page.md.j2",
)
FACTS_OF_2016Q2 = ("19/30", "63,33%", "63/63", "13/30", "55/63")

CASES = (
    Case("egov --version", ("0.", "data")),
    Case("egov --help", ("status", "quarters", "schema")),
    Case("egov status --quarter 2016Q2", FACTS_OF_2016Q2),
    Case("egov status 2016Q2 --all", (*FACTS_OF_2016Q2, "83", "44")),
    Case("egov status --quarter 2018Q2", ("28/29", "1.578", "47.774", "gần 50.000", "36,95%")),
    Case(
        "egov diff 2016Q1 2016Q2", ("Những thay đổi chính", "25", "19/30", "gián đoạn chuỗi số liệu", "Bộ Ngoại giao")
    ),
    Case("egov schema diff", ('"changes"', '"comparability"')),
    Case("egov diff 2016Q1 1999Q1", code=2),
    Case('egov agency "Bộ Tài chính"', ("1375/VPCP-KGVX", "chưa hoàn thành, quá hạn")),
    Case("egov agency Nowhere", code=2),
    Case("egov reminders --at-least 2", ("16 cơ quan", "Thanh tra Chính phủ")),
    Case("egov trend document_exchange -g central", ("19/30", "26/30", "28/29", "khác tổng số: 30 → 29")),
    Case("egov site out --check"),
    Case("egov quarters", ("16 Q1", "20 Q4", "document_interconnection")),
    Case("egov indicators online_services", ("breakdown level: all, 3, 4, 3-4",)),
    Case("egov check", (" note ",)),
    Case("egov check --all", ("OBL004", "FIG002")),
    Case("egov explain FIG002", ("What to do",)),
    Case("egov report 2016Q2 -f md", ("19/30", "63,33%", "V. Nhiệm vụ")),
    Case(f"egov report 2016Q2 --office {shlex.quote(str(OFFICE))}", ("BÁO CÁO", "Kính gửi", "./.", "Nơi nhận")),
    Case("egov schema office", ('"issuer"', '"signer"')),
    Case("egov report 2018Q2 -f html --lang en", ("36.95%", '<html lang="en">')),
    Case("egov letter 1375-vpcp-kgvx -f html", ("PHỤ LỤC 3", "Bộ Lao động - Thương binh và Xã hội")),
    Case("egov letter --check ra-soat-2020"),
    Case("egov appendix 2016Q1 -i action_plan -g central", ("Ban Quản lý Lăng Chủ tịch Hồ Chí Minh",)),
    Case("egov read --help", ("--into", "--dated")),
    Case("egov review --help", ("--list", "--accept")),
    Case("egov trace 2016Q2 3", ("‹83›", "data/sources/q2-report-press")),
    Case("egov templates", ("page.md.j2", "letter.html.j2")),
    Case("egov schema letter", ('"appendices"',)),
    Case("egov schema snapshot", ('"observations"', '"sources"')),
    Case("egov new 2017Q5", code=2),
    Case("egov names missing.txt", code=2),
    Case("egov git-diff data/reports/2016Q2.yaml", ("Unmerged",)),
    Case("egov fmt --check"),
    Case("egov check -f gitlab", ('"fingerprint"',)),
    Case("egov import missing.csv --into 2016Q3", code=2),
    Case("egov form 2016Q5", code=2),
    Case("egov collect 2016Q3 missing.xlsx", code=2),
    Case("egov export no/such/folder.xlsx", code=2),
    Case("egov cache", (" entries, ",)),
    Case("egov status --quarter 1999Q1", code=2),
    # Of each format one file, so that a module that is missing from the wheel is seen.
    Case("egov report 2016Q2 -o ../made/report.docx"),
    Case("egov trend action_plan -g provinces -o ../made/trend.svg"),
    Case("egov letter 1375-vpcp-kgvx -o ../made/letter.docx"),
    Case("egov letter 1375-vpcp-kgvx -f md", ("PHỤ LỤC 3",)),
    Case("egov appendix 2016Q1 -i action_plan -g central -o ../made/appendix.docx"),
    Case("egov status 2016Q2 -f csv --excel", ("quarter;", "19/30")),
    Case("egov check -f sarif", ('"2.1.0"',)),
    Case("egov export ../made/tables.xlsx"),
    Case("egov export ../made/tables.sqlite"),
    Case("egov export ../made/package"),
    Case("egov form 2016Q3 -o ../made/form.xlsx"),
    Case("egov site ../made/site"),
)


def main() -> int:
    """Print every complaint; exit 1 if there is any."""
    with tempfile.TemporaryDirectory() as outer:
        folder = f"{outer}/empty"
        for name in ("empty", "made"):
            Path(outer, name).mkdir()
        complaints = [
            *find_sources(folder),
            *try_python(folder),
            *(each for case in all_cases() for each in try_case(case, folder)),
        ]
        complaints += [f"left in the folder: {path.name}" for path in Path(folder).iterdir()]
    print(*complaints, sep="\n", end="\n" if complaints else "")
    print(f"smoke test: {len(all_cases())} commands, {len(complaints)} complaints")
    return 1 if complaints else 0


def all_cases() -> tuple[Case, ...]:
    """The cases above, then what the README tells a newcomer to run."""
    return (*CASES, *(Case(command, FACTS_OF_2016Q2) for command in commands_of_the_readme()))


def commands_of_the_readme() -> list[str]:
    """Every `egov` command of the README's main job."""
    lines = [line for line in README.read_text(encoding="utf-8").splitlines() if line.startswith(MAIN_JOB)]
    return [command for line in lines for command in re.findall(r"\.venv/bin/(egov [^&|;]+)", line)] or ["missing"]


def try_case(case: Case, folder: str) -> list[str]:
    """What is wrong with one command's exit code, stdout and stderr."""
    name, *options = shlex.split(case.command)
    if name != EGOV.name:
        return [f"{README.name} does not print the main job: {MAIN_JOB}…"]
    ran = run([str(EGOV), *options], folder)
    complaints = [f"'{word}' is not in stdout" for word in case.words if word not in ran.stdout]
    if ran.returncode != case.code:
        complaints.append(f"exit code {ran.returncode}, not {case.code}")
    if "Traceback" in ran.stderr:
        complaints.append("a traceback")
    if case.command.startswith("egov schema"):
        json.loads(ran.stdout)
    said = f"\n{ran.stderr}" if complaints else ""
    return [f"{case.command}: {complaint}{said}" for complaint in complaints]


def find_sources(folder: str) -> list[str]:
    """The package must come from the environment, with its data inside, and the repository must be out of reach."""
    code = "import egov_tracker, pathlib; print(pathlib.Path(egov_tracker.__file__).parent)"
    package = Path(run([sys.executable, "-c", code], folder).stdout.strip())
    complaints = [] if package.is_relative_to(sys.prefix) else [f"egov_tracker comes from {package}"]
    return complaints + [f"the wheel lacks {part}" for part in PARTS if not (package / part).is_file()]


def try_python(folder: str) -> list[str]:
    """From Python the same ledger is found."""
    code = "import egov_tracker; print(*egov_tracker.open_ledger()['2016Q2'].find('document_interconnection'))"
    ran = run([sys.executable, "-c", code], folder)
    return [] if "19/30" in ran.stdout else [f"open_ledger() does not show 19/30\n{ran.stderr}"]


def run(command: list[str], folder: str) -> subprocess.CompletedProcess[str]:
    """Run in the folder, with nothing of the caller's Python or ledger in the environment."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "EGOV_"))}
    kept |= {"PYTHONUTF8": "1", "EGOV_CACHE_DIR": f"{folder}/../kept"}
    return subprocess.run(command, cwd=folder, env=kept, capture_output=True, encoding="utf-8", check=False)


if __name__ == "__main__":
    sys.exit(main())
