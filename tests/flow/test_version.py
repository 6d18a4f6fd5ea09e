"""`egov --version`, `--help`, where the data comes from, and what the shell completes."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING

import pytest

from egov_tracker import __version__
from egov_tracker.cli.app import COMMANDS as LISTED
from egov_tracker.store.discovery import bundled
from tests.building import LEDGERS, LETTERS, SMALL, write_ledger
from tests.running import run_egov, spawn_egov

if TYPE_CHECKING:
    from pathlib import Path

DATA = SMALL / "data"
TWO = "2 quarters, 2016Q1 to 2016Q2"


@pytest.mark.parametrize(
    ("args", "env", "cwd", "data"),
    [
        (("--version",), {}, SMALL, f"{DATA} (folder), {TWO}"),
        (("--version",), {"EGOV_DATA": str(DATA)}, LETTERS, f"{DATA} (EGOV_DATA), {TWO}"),
        (("--data", str(DATA), "--version"), {}, LETTERS, f"{DATA} (--data), {TWO}"),
        (("--version", "--data", "small/data"), {}, LEDGERS, f"{DATA} (--data), {TWO}"),
    ],
    ids=["of the folder", "of the environment", "of an option", "of an option behind"],
)
def test_the_version_names_the_data_in_use(args: tuple[str, ...], env: dict[str, str], cwd: Path, data: str) -> None:
    assert run_egov(*args, env=env, cwd=cwd) == (0, f"egov {__version__}\ndata: {data}\n", "")


def test_the_version_of_an_empty_ledger_says_none(tmp_path: Path) -> None:
    (tmp_path / "reports").mkdir()
    outcome = run_egov("--version", "--data", tmp_path)
    assert outcome == (0, f"egov {__version__}\ndata: {tmp_path} (--data), 0 quarters, none to none\n", "")


def test_an_empty_folder_outside_any_ledger_uses_the_data_of_the_package(tmp_path: Path) -> None:
    outcome = run_egov("--version", cwd=tmp_path)
    assert outcome.out.splitlines()[1].startswith(f"data: {bundled('data')} (package), ")
    assert run_egov("status", cwd=tmp_path).code == 0
    assert list(tmp_path.iterdir()) == []


def test_the_data_may_be_named_before_or_after_the_command(tmp_path: Path) -> None:
    write_ledger(tmp_path / "other", {"2019Q1": "period: 2019Q1\n"})
    before = run_egov("--data", DATA, "status", cwd=tmp_path)
    assert before == run_egov("status", "--data", DATA, cwd=tmp_path)
    assert before == run_egov("--data", "other", "status", "--data", DATA, cwd=tmp_path)
    assert before.code == 0


READING = (
    "status", "agency 'Bộ Y tế'", "reminders", "diff 2016Q1 2016Q2", "trend document_interconnection", "quarters",
    "indicators", "trace 2016Q2", "report 2016Q2", "appendix 2016Q2 -i document_interconnection -g central",
    "schema snapshot",
)  # fmt: skip


@pytest.mark.parametrize("command", READING)
def test_every_command_reads_the_data_that_is_named(command: str, tmp_path: Path) -> None:
    words = shlex.split(command)
    inside = run_egov(*words, cwd=SMALL)
    assert inside.code == 0
    assert inside.out != run_egov(*words, cwd=tmp_path).out
    assert run_egov("--data", DATA, *words, cwd=tmp_path) == inside
    assert run_egov(*words, "--data", DATA, cwd=tmp_path) == inside


def test_a_site_is_written_of_the_data_that_is_named(tmp_path: Path) -> None:
    named: list[tuple[str | Path, ...]] = [("--data", DATA, "site"), ("site", "--data", DATA)]
    for number, words in enumerate(named):
        assert run_egov(*words, tmp_path / str(number), "--lang", "vi", cwd=tmp_path).code == 0
    assert (tmp_path / "0/index.html").read_bytes() == (tmp_path / "1/index.html").read_bytes()
    assert sorted(path.name for path in (tmp_path / "0/q").iterdir()) == ["2016Q1.html", "2016Q2.html"]


def test_a_letter_is_written_from_the_data_that_is_named(tmp_path: Path) -> None:
    inside, data = run_egov("letter", "1375-vpcp-kgvx", cwd=LETTERS), LETTERS / "data"
    assert inside.code == 0
    assert inside.out != run_egov("letter", "1375-vpcp-kgvx", cwd=tmp_path).out
    assert inside.out == run_egov("--data", data, "letter", "1375-vpcp-kgvx", cwd=tmp_path).out
    assert inside.out == run_egov("letter", "1375-vpcp-kgvx", "--data", data, cwd=tmp_path).out


COMMANDS = (
    "status",
    "agency",
    "reminders",
    "diff",
    "trend",
    "quarters",
    "indicators",
    "check",
    "explain",
    "read",
    "review",
    "trace",
    "report",
    "appendix",
    "letter",
    "templates",
    "schema",
    "new",
    "names",
    "fmt",
    "git-diff",
    "export",
    "site",
    "cache",
    "import",
    "form",
    "collect",
)


@pytest.mark.parametrize("args", [("--help",), ("-h",), ()])
def test_help_lists_the_commands(args: tuple[str, ...]) -> None:
    outcome = run_egov(*args)
    text = outcome.out + outcome.err
    assert outcome.code == (0 if args else 2)
    assert [line.split()[0] for line in text.partition("Commands:\n")[2].splitlines()] == [*COMMANDS]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_in_english_that_the_list_repeats(command: str) -> None:
    outcome = run_egov(command, "--help")
    assert (outcome.code, outcome.err) == (0, "")
    usage, help_, _ = outcome.out.split("\n\n", 2)
    assert usage.startswith(f"Usage: egov {command} [OPTIONS]")
    assert "".join(help_.split()) == "".join(LISTED[command].split())


def test_an_unknown_command_is_told_from_those_that_there_are() -> None:
    outcome = run_egov("reprot")
    assert outcome.code == 2
    assert "No such command 'reprot'. Did you mean 'report', 'export'?" in outcome.err


def test_the_module_runs_as_the_command_does() -> None:
    assert spawn_egov("quarters", "-f", "csv") == run_egov("quarters", "-f", "csv")


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("egov status --quarter ", ["2016Q1", "2016Q2"]),
        ("egov status -q 2016Q2", ["2016Q2"]),
        ("egov status -q 2017", []),
        ("egov status --indicator ", [
            "document_interconnection", "online_services", "feedback", "level4_share", "un_egdi_rank"]),
        ("egov status -i f", ["feedback"]),
        ("egov status --group ", ["central", "ministries", "government_agencies", "provinces", "all", "national"]),
        ("egov status -g pro", ["provinces"]),
        ("egov status -g bo", ["bo-cong-an", "bo-tai-chinh", "bo-y-te"]),
        ("egov status -q 2016Q2 --as-of 2016-0", ["2016-06-14", "2016-06", "2016-06-30"]),
        ("egov appendix 2016Q2 --source pr", ["press"]),
        ("egov letter 1375", ["1375-vpcp-kgvx"]),
        ("egov indicators level4_s", ["level4_share"]),
        ("egov status -f ", ["table", "md", "html", "json", "csv"]),
        ("egov status --lang ", ["vi", "en"]),
        ("egov schema ", [
            "snapshot", "status", "report", "diff", "check", "letter", "office", "appendix", "quarters", "trace",
            "agency", "reminders", "trend", "tiles", "indicators", "catalogue", "registry", "groups", "cohorts",
            "obligations", "source"]),
        ("egov sta", ["status"]),
    ],
)  # fmt: skip
def test_the_shell_completes_quarters_indicators_and_groups(line: str, offered: list[str]) -> None:
    env = {
        "_EGOV_COMPLETE": "complete_bash",
        "COMP_WORDS": line,
        "COMP_CWORD": str(len(line.split(" ")) - 1),
    }
    outcome = run_egov(env=env)
    assert (outcome.out.split(), outcome.err) == (offered, "")


@pytest.mark.parametrize("line", ["egov status -q ", "egov status -i "])
def test_completion_is_silent_where_the_data_is_broken(tmp_path: Path, line: str) -> None:
    env = {
        "_EGOV_COMPLETE": "complete_bash",
        "COMP_WORDS": line,
        "COMP_CWORD": "3",
        "EGOV_DATA": str(tmp_path / "nowhere"),
    }
    outcome = run_egov(env=env)
    assert (outcome.out.split(), outcome.err) == ([], "")
