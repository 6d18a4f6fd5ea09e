"""`egov git-diff` as git runs it, and the steps of the GitHub Action as a runner runs them."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.building import HEAD, ROOT, SMALL, entry
from tests.running import need, run_egov, silent_environment

FILE = "data/reports/2016Q2.yaml"
EGOV = Path(sys.executable).with_name("egov")


def git(folder: Path, *args: str) -> str:
    """What git prints; `egov` is the one under test."""
    environment = silent_environment({"PATH": f"{EGOV.parent}{os.pathsep}{os.environ['PATH']}", "COLUMNS": "100"})
    words = [need("git"), "-c", "user.name=a", "-c", "user.email=a@example.org", *args]
    ran = subprocess.run(words, cwd=folder, check=True, capture_output=True, env=environment)  # noqa: S603
    return ran.stdout.decode()


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """The small ledger in git, with the attributes that `egov new` writes and the settings that docs/git.md prints."""
    shutil.copytree(SMALL / "data", tmp_path / "data")
    (tmp_path / ".gitattributes").write_text("data/reports/*.yaml text eol=lf diff=egov\n", encoding="utf-8")
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "first")
    page = (ROOT / "docs" / "git.md").read_text(encoding="utf-8")
    settings = re.findall(r"^- `git config (\S+) '(.+)'`$", page, re.MULTILINE)
    assert [name for name, _ in settings] == ["diff.egov.command", "diff.egov.xfuncname"]
    for name, value in settings:
        git(tmp_path, "config", name, value)
    return tmp_path


def correct(repository: Path, old: str, new: str) -> None:
    """Change the words of the snapshot."""
    path = repository / FILE
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_git_shows_the_comparison_under_the_real_path(repository: Path) -> None:
    correct(repository, "value: 868", "value: 869")
    blob = git(repository, "rev-parse", f"HEAD:{FILE}")[:7]
    lines = git(repository, "diff").splitlines()
    assert lines[0] == f"diff --egov a/{FILE} b/{FILE}"
    assert f"{FILE} ({blob})" in lines[1]
    assert any("868" in line and "869" in line for line in lines)
    assert not any("git-blob" in line for line in lines)


def test_without_the_driver_each_hunk_is_headed_by_its_indicator(repository: Path) -> None:
    correct(repository, "value: 868", "value: 869")
    heads = re.findall(r"^@@ .* @@ (.*)$", git(repository, "diff", "--no-ext-diff", "-U0"), re.MULTILINE)
    assert heads
    assert all("indicator: " in head for head in heads)


def test_a_new_a_deleted_and_a_renamed_file_are_shown(repository: Path) -> None:
    git(repository, "mv", "data/reports/2016Q1.yaml", "data/reports/2015Q4.yaml")
    git(repository, "rm", "-q", FILE)
    (repository / "data/reports/2017Q1.yaml").write_text("period: 2017Q1\n", encoding="utf-8")
    git(repository, "add", ".")
    heads = [line for line in git(repository, "diff", "HEAD", "-M").splitlines() if line.startswith(HEADS)]
    assert heads == [
        "diff --egov a/data/reports/2016Q1.yaml b/data/reports/2015Q4.yaml",
        "rename from data/reports/2016Q1.yaml",
        "rename to data/reports/2015Q4.yaml",
        f"diff --egov a/{FILE} b/{FILE}",
        "deleted file",
        "diff --egov a/data/reports/2017Q1.yaml b/data/reports/2017Q1.yaml",
        "new file",
    ]


HEADS = ("diff --egov", "new file", "deleted file", "rename ")


def test_a_file_that_is_no_sound_snapshot_is_shown_with_its_faults_and_line_by_line(repository: Path) -> None:
    correct(repository, "value: 868", "value: 8 68")
    printed = git(repository, "diff")
    location, _, rest = printed.partition("\n")[2].partition(": ")
    assert location.startswith(f"{FILE}:")
    assert rest.startswith('SHP004 error value: expected a Vietnamese number, got "8 68"')
    assert re.search(r"^-.*868", printed, re.MULTILINE)
    assert re.search(r"^\+.*8 68", printed, re.MULTILINE)


def test_a_pager_that_is_left_early_is_no_error_for_git(repository: Path) -> None:
    correct(repository, "value: 868", "value: 869")
    read, write = os.pipe()
    os.close(read)
    old = repository / "old.yaml"
    old.write_text(git(repository, "show", f"HEAD:{FILE}"), encoding="utf-8")
    command = [str(EGOV), "git-diff", FILE, str(old), "a" * 40, "100644", FILE, "0" * 40, "100644"]
    ran = subprocess.run(command, cwd=repository, stdout=write, stderr=subprocess.PIPE, check=False)  # noqa: S603
    os.close(write)
    assert (ran.returncode, ran.stderr) == (0, b"")


def test_an_unmerged_path_is_named_and_a_wrong_number_of_arguments_is_an_error() -> None:
    assert run_egov("git-diff", FILE) == (0, f"* Unmerged path {FILE}\n", "")
    sentence = "egov: expected the 7, 9 or 1 arguments that git passes to a diff driver, got 2\n"
    assert run_egov("git-diff", "a", "b") == (2, "", sentence)


# The GitHub Action


ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))


def run_step(name: str, folder: Path, told: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """Run a step of the action with bash; `told` are the variables that the runner sets."""
    (step,) = [step for step in ACTION["runs"]["steps"] if step.get("name") == name]
    command = [need("bash"), "-e", "-o", "pipefail", "-c", step["run"]]
    environment = silent_environment({"RUNNER_TEMP": str(folder / "runner"), "GITHUB_ACTIONS": "true", **told})
    return subprocess.run(  # noqa: S603
        command, cwd=folder, check=False, capture_output=True, encoding="utf-8", env=environment
    )


@pytest.fixture
def runner(repository: Path) -> Path:
    """The repository on a runner where the step that installs is done."""
    programs = repository / "runner" / "egov" / "bin"
    programs.mkdir(parents=True)
    (programs / "egov").symlink_to(EGOV)
    return repository


def test_the_action_annotates_and_fails_from_the_level_that_is_asked_for(runner: Path) -> None:
    faulty = HEAD.replace("2016Q2", "2017Q1") + entry(as_of="2017-03-31", value="1/5 (80%)")
    (runner / "data/reports/2017Q1.yaml").write_text(faulty, encoding="utf-8")
    told = {"EGOV_DATA": "data", "FAIL_ON": "warning"}
    ran = run_step("Check", runner, told)
    assert (ran.returncode, "::warning file=data/reports/2017Q1.yaml,line=" in ran.stdout) == (1, True)
    assert run_step("Check", runner, told | {"FAIL_ON": "error"}).returncode == 0


def test_the_action_puts_what_moved_and_new_quarters_into_the_summary(runner: Path) -> None:
    correct(runner, "value: 868", "value: 869")
    (runner / "data/reports/2017Q1.yaml").write_text("period: 2017Q1\n", encoding="utf-8")
    git(runner, "add", "data")
    summary = runner / "summary.md"
    told = {"EGOV_DATA": "data", "EGOV_LANG": "en", "BASE": "HEAD", "GITHUB_STEP_SUMMARY": str(summary)}
    assert run_step("Summarize", runner, told).returncode == 0
    text = summary.read_text(encoding="utf-8")
    assert "868" in text
    assert "869" in text
    assert "Q1 2017" in text


@pytest.mark.parametrize("kind", ["actions", "workflows"])
def test_action_and_workflow_are_as_the_official_schemas_ask(kind: str, tmp_path: Path) -> None:
    page = (ROOT / "docs" / "git.md").read_text(encoding="utf-8")
    (workflow,) = re.findall(r"^```text\n(on: .*?)^```$", page, re.MULTILINE | re.DOTALL)
    (tmp_path / "ledger.yml").write_text(workflow, encoding="utf-8")
    file = {"actions": ROOT / "action.yml", "workflows": tmp_path / "ledger.yml"}[kind]
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.github-{kind}", str(file)]
    ran = subprocess.run(command, check=False, capture_output=True, encoding="utf-8")  # noqa: S603
    assert ran.returncode == 0, ran.stdout + ran.stderr
