"""What is asked for and cannot be had: one clear sentence, the exit code 2, and nothing written."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.building import LETTERS, ROOT
from tests.running import counted, run_egov, silent_environment

if TYPE_CHECKING:
    from pathlib import Path

LISTS = ("appendix", "2016Q1", "-i", "action_plan", "-g", "provinces")


@pytest.mark.parametrize(
    ("args", "sentence"),
    [
        (("status", "-f", "csv", "--templates", "templates"), "--templates: expected the format md or html, got csv"),
        (("status", "--templates", "templates"), "--templates: expected the format md or html, got table"),
        (("report", "2016Q2", "-f", "docx", "-o", "r.docx", "--templates", "none"), (
            "--templates: expected a folder, got none, which is not there"
        )),
        (("report", "2016Q2", "--reference-doc", "r.docx"), "--reference-doc: expected the format docx, got md"),
        (("letter", "ra-soat-2020", "-f", "html", "--reference-doc", "r.docx"), (
            "--reference-doc: expected the format docx, got html"
        )),
        (("letter", "--check", "ra-soat-2020", "--templates", "templates"), "egov letter --check takes no --templates"),
        (("letter", "--check", "ra-soat-2020", "-f", "md"), '-f: expected text, got "md"'),
        (("quarters", "-f", "json", "--lang", "en"), "--lang: expected the format table, md or html, got json"),
        (("diff", "2016Q1", "2016Q2", "-f", "csv", "--lang", "vi"), (
            "--lang: expected the format table, md, html or json, got csv"
        )),
        (("diff", "2016Q1", "2016Q2", "-f", "json", "--trace"), (
            "--trace: expected the format table, md or html, got json"
        )),
        (("status", "-f", "csv", "--trace"), "--trace: expected the format table, md or html, got csv"),
        ((*LISTS, "-f", "json", "--title", "T"), "--title: expected the format table, md, html or docx, got json"),
        ((*LISTS, "-f", "csv", "--number", "1/A"), "--number: expected the format table, md, html or docx, got csv"),
        ((*LISTS, "-f", "csv", "--columns", "2"), (
            "--columns: expected the format table, md, html, docx or json, got csv"
        )),
        (("schema", "status", "-o", "s.yaml"), '-o s.yaml: expected a name that ends in .json (json), got ".yaml"'),
        (("check", "-f", "sarif", "-o", "f.json"), (
            "-f sarif and -o f.json contradict each other: expected a name that ends in .sarif or .sarif.json"
        )),
    ],
)  # fmt: skip
def test_an_option_that_the_format_cannot_honour_is_refused(
    args: tuple[str, ...], sentence: str, tmp_path: Path
) -> None:
    assert run_egov(*args, cwd=tmp_path) == (2, "", f"egov: {sentence}\n")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("args", "meant"),
    [
        (("status", "-g", "Bo Tai chinh"), "'Bộ Tài chính'"),
        (("status", "-g", "vinh long"), "'Vĩnh Long'"),
        (("status", "-g", "Hà Nôi"), "'Hà Nội'"),
        (("status", "-g", "provincs"), "'provinces'"),
        (("status", "-i", "feedbak"), "'feedback'"),
        (("letter", "ra-soat-202"), "'ra-soat-2020'"),
        (("letter", "data/letters/1375-vpcp-kgv.yaml"), "'1375-vpcp-kgvx.yaml'"),
        (("diff", "2016Q1", "data/reports/2016Q22.yaml"), "'2016Q2.yaml'"),
        (("check", "data/report"), "'reports'"),
        (("--data", "dta", "status"), "'data'"),
        (("templates", "page.html"), "'page.html.j2'"),
        (("report", "2016Q2", "--templates", "dat"), "'data'"),
        (("report", "2016Q2", "-f", "docx", "-o", "r.docx", "--reference-doc", "dataa"), "'data'"),
        (("explain", "FIG02"), "'FIG002'"),
        (("check", "--ignore", "fig02"), "'FIG002'"),
        (("status", "-q", "Q2 of 2016"), "'2016Q2'"),
        (("report", "2016Q2", "-f", "dox"), "'docx'"),
        (("report", "2016Q2", "-o", "report.dcox"), "'.docx'"),
    ],
)
def test_a_name_that_there_is_not_is_answered_with_the_nearest(args: tuple[str, ...], meant: str) -> None:
    outcome = run_egov(*args, cwd=LETTERS)
    assert (outcome.code, outcome.out) == (2, "")
    assert "expected " in outcome.err
    assert f"; did you mean {meant}?" in outcome.err


@pytest.mark.parametrize("text", ["2016Q2", "II/2016", "Q2/2016", "quý II năm 2016", "quy 2/2016", "2016-q2"])
def test_a_quarter_is_read_as_people_write_it(text: str) -> None:
    assert run_egov("status", text) == run_egov("status", "-q", text) == run_egov("status", "--quarter", "2016Q2")
    assert run_egov("diff", "2016Q1", text, "-f", "csv") == run_egov("diff", "2016Q1", "2016Q2", "-f", "csv")


def test_the_quarter_may_be_given_twice_if_it_is_one() -> None:
    assert run_egov("status", "2016Q2", "-q", "quý II/2016").code == 0
    sentence = "egov: QUARTER and -q: expected one quarter, got 2016Q2 and 2016Q1\n"
    assert run_egov("status", "2016Q2", "-q", "2016Q1") == (2, "", sentence)


def test_agencies_of_figures_that_speak_of_no_body_are_said_to_be_none() -> None:
    outcome = run_egov("status", "2018Q2", "-i", "feedback", "--agencies", cwd=LETTERS)
    assert outcome.code == 0
    assert outcome.err == "egov: none of these figures speaks of bodies one by one, so --agencies lists none\n"


# The last guard, signals, and a standard output that takes nothing.

MAIN = "import sys; sys.argv = ['egov', 'status']; from egov_tracker.cli import main"
BROKEN = f"{MAIN}, app\ndef run(): return {{}}['key']\napp.run = run; main()"
INTERRUPTED_IMPORT = f"""{MAIN}
import os, signal
class Interrupting:
    def find_spec(self, name, *_):
        if name == "egov_tracker.cli.app":
            os.kill(os.getpid(), signal.SIGINT)
sys.meta_path.insert(0, Interrupting())
main()
"""
POSTPONING = f"""{MAIN}, POSTPONED
import atexit
before = {{*sys.modules}}
def use():
    loaded = [name for name in POSTPONED if name not in before and type(sys.modules[name]).__name__ == "module"]
    import subprocess, textwrap
    made = textwrap.dedent(" x"), subprocess.run([sys.executable, "-c", ""]).returncode, type(textwrap).__name__
    print(loaded, *made, file=sys.stderr)
atexit.register(use)
main()
"""


def run_python(code: str, **env: str) -> tuple[int, str, str]:
    ran = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", code], env=silent_environment(env), cwd=ROOT, capture_output=True, encoding="utf-8",
        check=False,
    )  # fmt: skip
    return ran.returncode, ran.stdout, ran.stderr


def run_shell(command: str) -> tuple[int, str]:
    """Run `egov` as a shell does; its exit code, and what it said."""
    line = f"{sys.executable} -m egov_tracker {command}; exit ${{PIPESTATUS[0]}}"
    ran = subprocess.run(  # noqa: S603 - our own program
        ["/bin/bash", "-c", line], env=silent_environment(counted()), cwd=ROOT, capture_output=True, encoding="utf-8",
        check=False,
    )  # fmt: skip
    return ran.returncode, ran.stderr


def test_modules_that_no_run_uses_are_loaded_when_they_are_used() -> None:
    code, _, said = run_python(POSTPONING)
    assert (code, said) == (0, "[] x 0 module\n")


def test_a_fault_of_the_program_is_one_sentence_and_exits_with_2() -> None:
    code, out, err = run_python(BROKEN)
    assert (code, out) == (2, "")
    assert err == (
        "egov: internal error: KeyError: 'key' (<string>:2); please report it, with what EGOV_DEBUG=1 shows\n"
    )


def test_egov_debug_shows_the_traceback_of_a_fault() -> None:
    code, out, err = run_python(BROKEN, EGOV_DEBUG="1")
    assert (code, out) == (2, "")
    assert err.startswith("Traceback (most recent call last):\n")
    assert "egov: internal error: KeyError: 'key'" in err.splitlines()[-1]


def test_an_interrupt_is_quiet_while_the_program_is_imported() -> None:
    assert run_python(INTERRUPTED_IMPORT) == (130, "", "")


def test_an_interrupt_is_quiet_while_a_command_writes(tmp_path: Path) -> None:
    pipe = tmp_path / "out.json"
    os.mkfifo(pipe)
    command = [sys.executable, "-m", "egov_tracker", "status", "2016Q2", "--agencies", "-o", str(pipe)]
    with (
        subprocess.Popen(command, cwd=ROOT, env=silent_environment(), stderr=subprocess.PIPE) as running,  # noqa: S603
        pipe.open("rb") as reader,  # opens when the program does, which then waits, since nothing is read
    ):
        running.send_signal(signal.SIGINT)
        reader.read()
        _, err = running.communicate(timeout=30)
    assert (running.returncode, err) == (130, b"")


@pytest.mark.parametrize("command", ["status 2016Q2 -f json --agencies", "--help", "check"])
def test_a_reader_that_goes_away_is_no_failure(command: str) -> None:
    code, err = run_shell(f"{command} 2> >(grep -v ' snapshots, ' >&2) | true")
    assert code in {0, 141}
    assert err == ""


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no such device here")  # noqa: PTH110
def test_a_full_disk_behind_standard_output_is_a_sentence() -> None:
    assert run_shell("status > /dev/full") == (2, "egov: No space left on device\n")


def test_a_closed_standard_output_is_a_sentence() -> None:
    assert run_shell("status >&-") == (2, "egov: standard output: expected -o FILE, got a closed one\n")
