"""`egov review` from end to end: from a document to figures of the ledger, one decision after the other."""

from __future__ import annotations

import io
import os
import pty
import re
import select
import sys
import termios
import time
from typing import TYPE_CHECKING
from unittest.mock import patch

import pytest

from tests.building import write_ledger
from tests.running import Outcome, run_egov, silent_environment

if TYPE_CHECKING:
    from pathlib import Path

TEXT = """\
Tính đến hết ngày 28/6/2016, đã có 55/63 tỉnh, thành phố công khai tiến độ xử lý hồ sơ trên Cổng Thông tin điện tử \
Chính phủ.
Tính đến hết ngày 28/6/2016, đã có 13/30 bộ, ngành công khai tiến độ xử lý hồ sơ trên Cổng Thông tin điện tử Chính phủ.
"""
FIRST, SECOND = "dossier_publication/provinces/2016-06-28@35", "dossier_publication/central/2016-06-28@161"
SCREEN = """\
draft.yaml, 2016Q2: 1 of 2, 0 decided

  Tính đến hết ngày 28/6/2016, đã có ‹55/63› tỉnh, thành phố công khai tiến độ
  xử lý hồ sơ trên Cổng Thông tin điện tử Chính phủ.

  bai-bao, dòng 1

    Công khai tiến độ giải quyết hồ sơ trên Cổng Thông tin điện tử Chính phủ
    indicator: dossier_publication
    group: provinces
    as_of: 2016-06-28
    value: 55/63

  no doubt

  a accept   e edit   s skip   n not a figure   u undo   q stop

"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A ledger without figures, an article in its archive, and a draft of it."""
    write_ledger(tmp_path / "data", {"2016Q1": "period: 2016Q1\n"})
    (tmp_path / "bai-bao.txt").write_text(TEXT, encoding="utf-8")
    assert run_egov("read", "bai-bao.txt", "--archive", "-o", "draft.yaml", cwd=tmp_path).code == 0
    return tmp_path


def press(keys: str, folder: Path, **env: str) -> Outcome:
    """Review with keys from a pipe."""
    with patch("sys.stdin", io.StringIO(keys)):
        return run_egov("review", "draft.yaml", cwd=folder, env={"COLUMNS": "80", **env})


def listed(folder: Path) -> list[str]:
    return [line.split("\t")[0] + " " + line.split("\t")[1] for line in show(folder).out.splitlines()]


def show(folder: Path) -> Outcome:
    return run_egov("review", "draft.yaml", "--list", cwd=folder)


def test_the_screen_shows_quote_claim_doubts_and_keys(folder: Path) -> None:
    assert press("q", folder) == (0, SCREEN, "egov: 2 observations of draft.yaml left to decide\n")


def test_a_doubt_is_shown_with_its_code_in_the_place_of_no_doubt(folder: Path) -> None:
    draft = folder / "draft.yaml"
    text = draft.read_text(encoding="utf-8")
    doubt = "the page was scanned, so that every figure wants a look at the original"
    lead, entry, rest = text.partition("  - indicator: dossier_publication\n")
    draft.write_text(f"{lead}  # doubt: OCR {doubt}\n{entry}{rest}", encoding="utf-8")
    wrapped = f"? {doubt} (OCR)".replace(" (OCR)", "\n    (OCR)")
    assert press("q", folder).out == SCREEN.replace("no doubt", wrapped)


@pytest.mark.parametrize(
    ("keys", "left"),
    [
        ("", [f"open {FIRST}", f"open {SECOND}"]),
        ("x?q", [f"open {FIRST}", f"open {SECOND}"]),
        ("a", [f"accepted {FIRST}", f"open {SECOND}"]),
        ("sa", [f"open {FIRST}", f"accepted {SECOND}"]),
        ("ss", [f"open {FIRST}", f"open {SECOND}"]),
        ("n", [f"open {SECOND}"]),
        ("u", [f"open {FIRST}", f"open {SECOND}"]),
        ("nu", [f"open {FIRST}", f"open {SECOND}"]),
        ("au", [f"open {FIRST}", f"open {SECOND}"]),
        ("nuau", [f"open {FIRST}", f"open {SECOND}"]),
    ],
)
def test_one_key_decides_and_the_rest_stays(folder: Path, keys: str, left: list[str]) -> None:
    press(keys, folder)
    assert listed(folder) == left


def test_what_is_undone_leaves_no_trace(folder: Path) -> None:
    before = (folder / "draft.yaml").read_text(encoding="utf-8")
    press("nu", folder)
    assert (folder / "draft.yaml").read_text(encoding="utf-8") == before


def test_a_document_becomes_figures_of_the_ledger_that_lead_back_to_it(folder: Path) -> None:
    ran = press("aa", folder)
    assert ran.err == "egov: all of draft.yaml is decided; egov review --enter draft.yaml puts it into the ledger\n"
    entered = run_egov("review", "draft.yaml", "--enter", cwd=folder)
    assert entered == (0, "", "egov: 2 of 2 observations entered into data/reports/2016Q2.yaml\n")
    assert run_egov("check", "--fail-on", "warning", cwd=folder).code == 0
    assert "đã có ‹13/30› bộ, ngành" in run_egov("trace", "2016Q2", "2", cwd=folder).out
    again = run_egov("review", "draft.yaml", "--enter", cwd=folder)
    assert again.err == "egov: 0 of 2 observations entered into data/reports/2016Q2.yaml\n"


def test_reading_again_asks_only_what_is_new(folder: Path) -> None:
    press("an", folder)
    assert run_egov("review", "draft.yaml", "--enter", cwd=folder).code == 0
    again = run_egov("read", "bai-bao.txt", "--into", "2016Q2", cwd=folder).out
    assert again.startswith("# bai-bao: claims 2, without doubt 2; plans and orders 0; decided before 2.\n")
    assert "\nobservations: []\n" in again
    (folder / "bai-bao.txt").write_text("Tin mới. " + TEXT, encoding="utf-8")
    assert "value: 55/63" in run_egov("read", "bai-bao.txt", "--into", "2016Q2", cwd=folder).out


def test_a_document_that_the_quarter_has_goes_by_its_name_there(folder: Path) -> None:
    press("aa", folder)
    assert run_egov("review", "draft.yaml", "--enter", cwd=folder).code == 0
    (folder / "bai-bao.txt").rename(folder / "tải về.txt")
    again = run_egov("read", "tải về.txt", "--into", "2016Q2", "--archive", "-o", "again.yaml", cwd=folder)
    assert (again.code, again.err) == (0, "egov: archived data/sources/bai-bao\n")
    other = run_egov("read", "tải về.txt", "--into", "2016Q2", "--source", "khac", cwd=folder)
    assert (other.code, "\n  khac:\n" in other.out, "value: 55/63" in other.out) == (0, True, True)


def test_a_draft_that_is_written_anew_keeps_its_decisions(folder: Path) -> None:
    press("na", folder)
    finished = (folder / "draft.yaml").read_text(encoding="utf-8")
    assert "draft:" not in finished
    ran = run_egov("read", "bai-bao.txt", "-o", "draft.yaml", cwd=folder)
    assert (ran.code, ran.err) == (2, "egov: draft.yaml: expected a draft, got a file without the field draft\n")
    assert run_egov("read", "bai-bao.txt", "-o", "b.yaml", cwd=folder).code == 0
    assert run_egov("review", "b.yaml", "--accept", FIRST, cwd=folder).code == 0
    before = (folder / "b.yaml").read_text(encoding="utf-8")
    assert run_egov("read", "bai-bao.txt", "-o", "b.yaml", cwd=folder).code == 0
    after = (folder / "b.yaml").read_text(encoding="utf-8")
    assert after == before.replace("plans and orders 0.", "plans and orders 0; decided before 1.")
    (folder / "bai-bao.txt").write_text("Tin mới. " + TEXT, encoding="utf-8")
    lost = run_egov("read", "bai-bao.txt", "-o", "b.yaml", cwd=folder)
    sentence = "egov: b.yaml holds decisions about another text of 'bai-bao'; -o writes to another file\n"
    assert (lost.code, lost.err) == (2, sentence)
    assert (folder / "b.yaml").read_text(encoding="utf-8") == after


def test_scripts_decide_by_key_all_or_none(folder: Path) -> None:
    wrong = run_egov("review", "draft.yaml", "--accept", FIRST, "--accept", f"{SECOND}0", cwd=folder)
    assert (wrong.code, wrong.err) == (
        2,
        f"egov: expected the key of an observation, got \"{SECOND}0\"; did you mean '{SECOND}'?\n",
    )
    assert listed(folder) == [f"open {FIRST}", f"open {SECOND}"]
    ran = run_egov("review", "draft.yaml", "--accept", FIRST, "--reject", SECOND, cwd=folder)
    assert (ran.code, ran.out, ran.err) == (
        0,
        "",
        "egov: all of draft.yaml is decided; egov review --enter draft.yaml puts it into the ledger\n",
    )


def test_what_has_an_error_cannot_be_accepted(folder: Path) -> None:
    path = folder / "draft.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("group: provinces", "group: tỉnh"), encoding="utf-8")
    shown = press("aq", folder).out
    assert "  ! draft.yaml:21:12: REG001 error unknown body 'tỉnh'" in shown
    assert "a accept" not in shown
    key = FIRST.replace("provinces", "tỉnh")
    ran = run_egov("review", "draft.yaml", "--accept", key, cwd=folder)
    assert (ran.code, ran.err.startswith("egov: draft.yaml:21:12: REG001 error unknown body")) == (2, True)


@pytest.mark.parametrize(
    ("script", "shown"),
    [
        ("s/55/54/", "value: 54/63"),
        ("s/value: 55.63/value: 54.63/", "SHP004 error value"),
        ("s/.*//", "value: 55/63"),
    ],
)
def test_an_edit_is_shown_again_and_kept_where_it_can_be_read(folder: Path, script: str, shown: str) -> None:
    ran = press("e q", folder, EDITOR=f"sed -i '{script}'")
    assert shown in ran.out + ran.err
    assert listed(folder)[0].startswith("open dossier_publication/provinces")


def test_what_is_edited_against_the_document_is_said_and_left_to_the_person(folder: Path) -> None:
    ran = press("ea", folder, EDITOR="sed -i s,55/63,54/63,")
    assert '  ? value: "54/63" does not stand at [35, 40]; there stands "55/63"\n' in ran.out
    assert listed(folder)[0] == f"accepted {FIRST}"


@pytest.mark.parametrize(
    ("editor", "complaint"), [("false", "false ended with 1"), ("/none", "cannot run /none: No such file or directory")]
)
def test_an_editor_that_fails_is_said(folder: Path, editor: str, complaint: str) -> None:
    ran = press("e", folder, EDITOR=editor)
    assert (ran.code, ran.err) == (2, f"egov: EDITOR: {complaint}\n")


def test_options_that_contradict_each_other_are_refused(folder: Path) -> None:
    ran = run_egov("review", "draft.yaml", "--list", "--accept", FIRST, cwd=folder)
    assert (ran.code, ran.err) == (2, "egov: expected one of --list, --enter, or --accept and --reject, got several\n")


def test_an_undecided_draft_is_not_entered(folder: Path) -> None:
    ran = run_egov("review", "draft.yaml", "--enter", cwd=folder)
    assert (ran.code, ran.out, ran.err) == (
        2,
        "",
        "egov: draft.yaml: expected a reviewed file, got a draft; egov review decides what is left\n",
    )


def test_nothing_is_lost_when_somebody_interrupts(folder: Path) -> None:
    pid, terminal = pty.fork()
    if pid == 0:  # pragma: no cover - the child is another process
        os.chdir(folder)
        os.execve(  # noqa: S606 - the program under test
            sys.executable, [sys.executable, "-m", "egov_tracker", "review", "draft.yaml"], environment()
        )
    wait_for(terminal, "q stop")
    os.write(terminal, b"a")
    assert "2 of 2, 1 decided" in wait_for(terminal, "q stop")
    os.write(terminal, b"\x03")
    assert os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == 130
    os.close(terminal)
    assert listed(folder) == [f"accepted {FIRST}", f"open {SECOND}"]


def environment() -> dict[str, str]:
    return silent_environment({"PYTHONUTF8": "1", "NO_COLOR": "1"})


def wait_for(terminal: int, words: str, seconds: float = 60) -> str:
    """What the program has written up to these words."""
    seen, end = b"", time.monotonic() + seconds
    while words.encode() not in seen and time.monotonic() < end:
        if select.select([terminal], [], [], 0.5)[0]:
            seen += os.read(terminal, 65536)
    while termios.tcgetattr(terminal)[3] & termios.ICANON and time.monotonic() < end:
        time.sleep(0.01)  # until it listens to single keys, it throws away what is pressed
    text = seen.decode(errors="replace")
    assert words in text, re.sub(r"\s+", " ", text)
    return text
