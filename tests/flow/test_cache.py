"""What is kept between runs changes no byte of what is said: cold, warm, broken, written by two at once, and edited."""

from __future__ import annotations

import os
import resource
import shutil
import stat
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from egov_tracker.cli.app import asked_for
from egov_tracker.store.cache import CODE
from egov_tracker.store.discovery import PACKAGE
from tests.building import LETTERS, SMALL
from tests.running import Outcome, run_egov, silent_environment, spawn_egov

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

RUNS = (
    ("status",),
    ("status", "2016Q1", "-f", "json", "--lang", "en"),
    ("quarters",),
    ("check", "--all"),
    ("check", "-f", "json", "data/reports/2016Q2.yaml"),
    ("diff", "2016Q1", "2016Q2"),
    ("report", "2016Q2", "--annex"),
    ("report", "2016Q2", "-f", "html"),
    ("appendix", "2016Q1", "-i", "document_interconnection", "-g", "ministries"),
    ("schema", "letter"),
)
# Of each thing that is kept, one command that asks for it.
ASKING = (RUNS[0], RUNS[2], RUNS[3], RUNS[4], RUNS[5], RUNS[6])
COLD = {"EGOV_NO_CACHE": "1"}
LOOSE = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)


def run_all(cwd: Path, env: dict[str, str], runs: tuple[tuple[str, ...], ...] = RUNS) -> list[Outcome]:
    """What every command says."""
    return [run_egov(*command, cwd=cwd, env=env) for command in runs]


def warmed(tmp_path: Path, name: str = "kept") -> tuple[dict[str, str], Path]:
    """An environment with a cache that every command has filled, and its folder."""
    folder = tmp_path / name
    env = {"EGOV_CACHE_DIR": str(folder)}
    run_all(SMALL, env)
    return env, folder


@pytest.fixture(scope="module")
def cold() -> list[Outcome]:
    """What every command says without a cache."""
    return run_all(SMALL, COLD)


def test_every_command_says_the_same_cold_and_warm(tmp_path: Path, cold: list[Outcome]) -> None:
    assert [outcome.code for outcome in cold] == [0] * len(RUNS)
    env = {"EGOV_CACHE_DIR": str(tmp_path / "kept")}
    assert run_all(SMALL, env) == cold
    there = {path.name: path.stat().st_mtime_ns for path in (tmp_path / "kept").iterdir()}
    assert run_all(SMALL, env) == cold
    assert {path.name: path.stat().st_mtime_ns for path in (tmp_path / "kept").iterdir()} == there


def test_a_letter_is_the_same_cold_and_warm(tmp_path: Path) -> None:
    env = {"EGOV_CACHE_DIR": str(tmp_path)}
    letters = sorted((LETTERS / "data" / "letters").glob("*.yaml"))
    assert letters
    for letter in letters:
        plain = run_egov("letter", letter, cwd=LETTERS, env=COLD)
        assert plain.code == 0
        assert [run_egov("letter", letter, cwd=LETTERS, env=env) for _ in range(2)] == [plain, plain]


def test_a_file_is_known_again_under_another_path_and_named_by_it(tmp_path: Path) -> None:
    env, folder = warmed(tmp_path)
    count = len([*folder.iterdir()])
    outcome = run_egov("check", "--data", SMALL / "data", "-f", "json", cwd=tmp_path, env=env)
    assert outcome == run_egov("check", "--data", SMALL / "data", "-f", "json", cwd=tmp_path, env=COLD)
    assert len([*folder.iterdir()]) == count + 1  # the findings, which name files


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, str], Path, dict[str, bytes]]:
    """A filled cache, and what its entries hold."""
    env, folder = warmed(tmp_path_factory.mktemp("cache"))
    return env, folder, {path.name: path.read_bytes() for path in folder.iterdir()}


@LOOSE
@given(data=st.data())
def test_a_broken_entry_is_as_if_it_were_not_there(
    data: st.DataObject, kept: tuple[dict[str, str], Path, dict[str, bytes]], cold: list[Outcome]
) -> None:
    env, folder, entries = kept
    for name, content in entries.items():
        (folder / name).write_bytes(content)
    name = data.draw(st.sampled_from(sorted(entries)))
    broken = bytearray(entries[name])
    place = data.draw(st.integers(0, len(broken) - 1))
    match data.draw(st.sampled_from(["byte", "cut", "longer", "other", "nothing"])):
        case "byte":
            broken[place] ^= data.draw(st.integers(1, 255))
        case "cut":
            del broken[place:]
        case "longer":
            broken += b" "
        case "other":
            broken = bytearray(entries[data.draw(st.sampled_from(sorted(entries.keys() - {name})))])
        case _:
            broken.clear()
    (folder / name).write_bytes(broken)
    command = data.draw(st.integers(0, len(RUNS) - 1))
    assert run_egov(*RUNS[command], cwd=SMALL, env=env) == cold[command]


def test_many_that_write_at_once_leave_whole_entries(tmp_path: Path, cold: list[Outcome]) -> None:
    env = {"EGOV_CACHE_DIR": str(tmp_path / "kept"), "PYTHONUTF8": "1"}
    running = [
        subprocess.Popen(  # noqa: S603 - the program under test
            [sys.executable, "-m", "egov_tracker", *command],
            cwd=SMALL,
            env=silent_environment(env),
            stdout=subprocess.PIPE,
            encoding="utf-8",
        )
        for command in RUNS[:4] * 2
    ]
    assert [one.communicate()[0] for one in running] == [outcome.out for outcome in cold[:4] * 2]
    assert {path.suffix for path in (tmp_path / "kept").iterdir()} == {".egov"}
    assert run_all(SMALL, env) == cold


def edited(path: str, old: str, new: str) -> Callable[[Path], None]:
    """Write something else in a file of the ledger."""

    def edit(root: Path) -> None:
        text = (root / path).read_text(encoding="utf-8")
        assert old in text
        (root / path).write_text(text.replace(old, new), encoding="utf-8")

    return edit


def touched(root: Path) -> None:
    """Write again what is there."""
    for path in root.rglob("*.yaml"):
        os.utime(path, (0, 0))


OBLIGATION = """obligations:
  interconnection:
    task: interconnection
    indicator: document_interconnection
    group: ministries
    by: Các bộ
    what_vi: Kết nối, liên thông phần mềm quản lý văn bản
    what_en: Connect the document management software
    target: null
    due: 2016-02-29
    force: order
    under: Công văn 1/VPCP
    announced: 2016-01-04
    told_by: 2016Q1/letter
    at: phụ lục 2
"""

EDITS: dict[str, Callable[[Path], object]] = {
    "nothing but the time": touched,
    "a comment, so that all lines move": edited("data/reports/2016Q2.yaml", "period:", "# moved\nperiod:"),
    "a name of a body": edited("data/registry/agencies.yaml", "name_vi: ", "name_vi: Mới "),
    "a catalogue": edited("data/registry/indicators.yaml", "name_vi: ", "name_vi: Mới "),
    "an obligation": lambda root: (root / "data/registry/obligations.yaml").write_text(OBLIGATION, encoding="utf-8"),
    "its due date": edited("data/registry/obligations.yaml", "due: 2016-02-29", "due: 2016-03-01"),
    "an earlier quarter": edited("data/reports/2016Q1.yaml", "outstanding:", "done:"),
    "an earlier quarter as it was": edited("data/reports/2016Q1.yaml", "done:", "outstanding:"),
    "a figure": lambda root: shutil.copy(root / "data/reports/2016Q1.yaml", root / "data/reports/2016Q3.yaml"),
    "a file less": lambda root: (root / "data/reports/2016Q2.yaml").unlink(),
    "a file that is broken": edited("data/reports/2016Q1.yaml", "observations:", "observations: ["),
    "a file that is mended": edited("data/reports/2016Q1.yaml", "observations: [", "observations:"),
    "definitions that are broken": edited("data/registry/indicators.yaml", "indicators:", "indicator:"),
    "no definitions": lambda root: shutil.rmtree(root / "data/registry"),
}


def test_after_each_kind_of_edit_the_answers_are_those_of_a_run_without_a_cache(tmp_path: Path) -> None:
    shutil.copytree(SMALL, tmp_path / "ledger")
    env = {"EGOV_CACHE_DIR": str(tmp_path / "kept")}
    for name, edit in EDITS.items():
        edit(tmp_path / "ledger")
        plain = run_all(tmp_path / "ledger", COLD, ASKING)
        assert run_all(tmp_path / "ledger", env, ASKING) == plain, name
        assert run_all(tmp_path / "ledger", env, ASKING) == plain, name


def test_a_folder_that_others_may_write_is_not_used(tmp_path: Path, cold: list[Outcome]) -> None:
    _, folder = warmed(tmp_path)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()} == {0o600}
    (tmp_path / "open").mkdir()
    (tmp_path / "open").chmod(0o777)
    assert run_all(SMALL, {"EGOV_CACHE_DIR": str(tmp_path / "open")}) == cold
    assert [*(tmp_path / "open").iterdir()] == []


@pytest.mark.parametrize("place", ["file/kept", "file", "/proc/egov", "/dev/null"])
def test_where_nothing_can_be_kept_the_files_are_read(tmp_path: Path, place: str, cold: list[Outcome]) -> None:
    (tmp_path / "file").write_bytes(b"")
    assert run_all(SMALL, {"EGOV_CACHE_DIR": str(tmp_path / place)}) == cold


def test_a_disk_that_is_full_leaves_nothing_half(tmp_path: Path, cold: list[Outcome]) -> None:
    env = {"EGOV_CACHE_DIR": str(tmp_path / "kept")}
    small = lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))  # noqa: E731
    assert spawn_egov("status", env=env, prepare=small) == cold[0]
    assert [*(tmp_path / "kept").iterdir()] == []


@pytest.mark.parametrize(("args", "env"), [(("--no-cache",), {}), ((), {"EGOV_NO_CACHE": "1"})])
def test_without_a_cache_nothing_is_kept(tmp_path: Path, args: tuple[str, ...], env: dict[str, str]) -> None:
    assert run_egov(*args, "status", env={"XDG_CACHE_HOME": str(tmp_path), "EGOV_CACHE_DIR": "", **env}).code == 0
    assert [*tmp_path.iterdir()] == []
    assert run_egov("status", env={"XDG_CACHE_HOME": str(tmp_path), "EGOV_CACHE_DIR": ""}).code == 0
    assert [path.name for path in tmp_path.iterdir()] == ["egov-tracker"]


def test_the_cache_says_where_it_is_and_how_large_and_is_cleared_of_what_is_its_own(tmp_path: Path) -> None:
    env, folder = warmed(tmp_path)
    (folder / "notes.egov").write_text("mine")
    sizes = [path.stat().st_size for path in folder.iterdir() if path.name != "notes.egov"]
    count = len(sizes)
    assert run_egov("cache", env=env).out == f"{folder}: {count} entries, {-(-sum(sizes) // 1024)} KiB\n"
    assert run_egov("cache", "--clear", env=env).out == f"{folder}: {count} entries removed\n"
    assert [path.name for path in folder.iterdir()] == ["notes.egov"]
    assert run_egov("cache", env={"EGOV_CACHE_DIR": str(tmp_path / "none")}).out.endswith(": 0 entries, 0 KiB\n")


def test_what_is_old_or_too_much_goes_when_something_new_comes(tmp_path: Path) -> None:
    env, folder = warmed(tmp_path)
    ages = {"0.egov": 61, "1.egov.7.tmp": 2, "2.egov": 1, "3.egov": 59}
    for name, days in ages.items():
        path = folder / (name[0] * 31 + name)
        path.touch()
        os.truncate(path, 65 * 1024 * 1024 if name == "2.egov" else 1)
        os.utime(path, (0, time.time() - days * 24 * 3600))
    assert run_egov("status", "2016Q1", cwd=LETTERS, env=env).code == 0
    assert not [path for path in folder.iterdir() if path.name[:31] in {digit * 31 for digit in "0123"}]
    assert run_all(SMALL, env | {"EGOV_CACHE_DIR": str(folder)}) == run_all(SMALL, COLD)


LOADED = """
import atexit, sys
before = {*sys.modules, *sys.stdlib_module_names}
def show():
    names = {name if name.startswith("egov") else name.partition(".")[0] for name in sys.modules
        if not name.startswith(("_", "cython"))}
    print(*sorted((names - before) & {*sys.modules}), sep="\\n", file=sys.stderr)
atexit.register(show)
sys.argv[0] = "egov"
from egov_tracker.cli import main
main()
"""


def test_what_is_kept_follows_from_all_code_below_the_checks() -> None:
    """A change of any of it makes every entry one of another program: no floor has modules in folders of its own."""
    kept = {path for floor in CODE for path in (PACKAGE / floor).glob("*.py")}
    above = {"cli", "render", "views", "changes", "reading"}
    below = {path for path in PACKAGE.rglob("*.py") if path.relative_to(PACKAGE).parts[0] not in above}
    assert below <= kept


STARTS = {
    "help": ["--help"],
    "status": ["status"],
    "cold": ["--no-cache", "check"],
    "page": ["report", "2016Q2", "-f", "html"],
}


@pytest.mark.parametrize("name", STARTS)
def test_a_start_loads_no_more_than_it_did(name: str, tmp_path: Path, golden: Callable[[str, str], None]) -> None:
    """A new module is paid for by everybody, each time: import it where it is used, or say why it is worth that."""
    for _ in range(2):
        ran = subprocess.run(  # noqa: S603 - the program under test
            [sys.executable, "-c", LOADED, *STARTS[name]],
            cwd=SMALL,
            env=silent_environment({"EGOV_CACHE_DIR": str(tmp_path), "PYTHONUTF8": "1"}),
            capture_output=True,
            encoding="utf-8",
            check=True,
        )
    commands = {f"egov_tracker.cli.{command.replace('-', '_')}" for command in asked_for(STARTS[name])}
    loaded = (one for one in ran.stderr.splitlines() if one.rstrip("_") not in commands and " " not in one)
    golden(f"modules-{name}.txt", "".join(f"{one}\n" for one in loaded))
