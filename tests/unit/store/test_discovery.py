"""Where the data comes from, and what is said of a folder that is no ledger."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from egov_tracker import __version__
from egov_tracker.errors import EgovError
from egov_tracker.store.discovery import (
    PACKAGE,
    DataFolder,
    Origin,
    bundled,
    locate_data,
    machine_path,
    missing,
    neighbours,
    repository_around,
)
from tests.building import HEAD, ROOT, entry, write_ledger
from tests.running import run_egov

DATA = bundled("data")


@pytest.fixture
def world(tmp_path: Path) -> Path:
    """A folder with three ledgers: `option`, `environment`, and `data` in `work`."""
    for name in ("option", "environment", "work/data"):
        write_ledger(tmp_path / name, {"2016Q2": "period: 2016Q2\n"})
    (tmp_path / "work" / "deep" / "deeper").mkdir(parents=True)
    (tmp_path / "elsewhere").mkdir()
    return tmp_path


@pytest.mark.parametrize(
    ("option", "environment", "working", "found"),
    [
        ("option", "environment", "work", "{world}/option (--data)"),
        (None, "environment", "work", "{world}/environment (EGOV_DATA)"),
        (None, None, "work", "data (folder)"),
        (None, "", "work", "data (folder)"),
        (None, None, "work/deep/deeper", "../../data (folder)"),
        (None, None, "work/data", ". (folder)"),
        (None, None, "work/data/reports", ".. (folder)"),
        (None, None, "elsewhere", "{package} (package)"),
        ("work", None, "elsewhere", "{world}/work/data (--data)"),
    ],
)
def test_the_option_comes_before_the_environment_before_the_folder_above_before_the_package(
    world: Path, option: str | None, environment: str | None, working: str, found: str
) -> None:
    named = world / option if option else None
    told = str(world / environment) if environment else environment
    assert locate_data(named, told, world / working).named == found.format(world=world, package=DATA)


@pytest.mark.parametrize(
    ("option", "environment", "sentence"),
    [
        (
            "nowhere",
            None,
            "--data: expected a folder, got {world}/nowhere, which is not there; did you mean 'elsewhere'?",
        ),
        ("elsewhere", None, "--data: expected a folder that holds reports/, got {world}/elsewhere, which holds none"),
        ("option/reports", None, "--data: expected the folder above, which holds reports/, got {world}/option/reports"),
        (
            "option/reports/2016Q2.yaml",
            None,
            "--data: expected a folder, got {world}/option/reports/2016Q2.yaml, which is none",
        ),
        (
            None,
            "elsewhere",
            "EGOV_DATA: expected a folder that holds reports/, got {world}/elsewhere, which holds none",
        ),
    ],
)
def test_a_named_folder_that_is_no_ledger_is_refused_and_nothing_stands_in_for_it(
    world: Path, option: str | None, environment: str | None, sentence: str
) -> None:
    with pytest.raises(EgovError, match=f"^{re.escape(sentence.format(world=world))}$"):
        locate_data(
            world / option if option else None, str(world / environment) if environment else None, world / "work"
        )


def test_a_ledger_of_reports_alone_takes_the_rest_from_the_package(world: Path) -> None:
    own = DataFolder(Origin.OPTION, world / "option")
    assert own.reports == world / "option" / "reports"
    assert own.registry_file("agencies.yaml") == DATA / "registry" / "agencies.yaml"
    assert own.letters() == DATA / "letters"


def test_a_ledger_s_own_registry_and_letters_come_first_file_by_file(world: Path) -> None:
    root = write_ledger(world / "option", {}, {"indicators": "indicators: {}\n"})
    (root / "letters").mkdir()
    own = DataFolder(Origin.OPTION, root)
    assert own.registry_file("indicators.yaml") == root / "registry" / "indicators.yaml"
    assert own.registry_file("provinces.yaml") == DATA / "registry" / "provinces.yaml"
    assert own.letters() == root / "letters"


def test_a_ledger_says_what_it_is_and_how_it_was_found(world: Path) -> None:
    own = DataFolder(Origin.ENVIRONMENT, world)
    assert own.named == f"{world} (EGOV_DATA)"


def test_a_ledger_is_named_by_its_folder_and_so_is_what_lies_in_it(world: Path) -> None:
    own, packaged = DataFolder(Origin.OPTION, world / "option"), DataFolder(Origin.PACKAGE, DATA)
    assert (own.title, own.within(own.sources / "press")) == ("option", "option/sources/press")
    assert packaged.title == f"egov-tracker {__version__}"
    assert packaged.within(packaged.reports) == "egov-tracker/data/reports"


def test_a_ledger_says_which_files_are_its_own_and_whether_it_is_another_s(world: Path) -> None:
    own = DataFolder(Origin.FOLDER, write_ledger(world / "option", {}, {"groups": "groups: {}\n"}))
    assert (own.is_own("groups.yaml"), own.is_own("indicators.yaml"), own.warning) == (True, False, None)
    sentence = f"the ledger in use, {own.root}, belongs to another user; --data names one"
    assert own._replace(foreign=True).warning == sentence


@pytest.mark.parametrize(
    ("paths", "found"),
    [
        (["option"], "{world}/option (folder)"),
        (["option/reports"], "{world}/option (folder)"),
        (["option/reports/2016Q2.yaml"], "{world}/option (folder)"),
        (["option/registry"], "{world}/option (folder)"),
        (["option/registry/groups.yaml", "option/reports"], "{world}/option (folder)"),
        (["option/letters/a.yaml"], "data (folder)"),
        (["option/reports/deep/a.yaml"], "data (folder)"),
        (["option", "environment"], "data (folder)"),
        (["option", "elsewhere"], "data (folder)"),
        ([], "data (folder)"),
    ],
)
def test_without_an_option_the_one_ledger_in_which_all_files_lie_is_meant(
    paths: list[str], found: str, world: Path
) -> None:
    assert locate_data(None, None, world / "work", [world / path for path in paths]).named == found.format(world=world)


def test_what_is_missing_is_answered_with_the_nearest_name_beside_it(world: Path) -> None:
    names = ("elsewhere", "environment", "option", "work")
    assert (neighbours(world / "x"), neighbours(world / "nowhere" / "x")) == (names, ())
    sentence = f"expected a folder, got {world}/optoin, which is not there; did you mean 'option'?"
    assert missing("a folder", world / "optoin") == sentence
    assert missing("a file", world / "option") == f"expected a file, got {world}/option, which is none"


@pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="only root may give a folder away")
def test_a_ledger_found_above_that_belongs_to_somebody_else_is_said(tmp_path: Path) -> None:
    write_ledger(tmp_path / "data", {"2016Q2": HEAD + entry()})
    below = tmp_path / "below"
    below.mkdir()
    assert run_egov("status", cwd=below).err == ""
    os.chown(tmp_path / "data", 12345, 12345)
    warning = "egov: the ledger in use, ../data, belongs to another user; --data names one\n"
    assert run_egov("status", cwd=below).err == warning
    assert run_egov("status", "--data", tmp_path / "data", cwd=below).err == ""
    assert run_egov("status", cwd=tmp_path).err == ""


def test_what_is_there_and_cannot_be_read_is_not_passed_over_for_the_packaged(tmp_path: Path) -> None:
    root = write_ledger(tmp_path, {"2016Q2": HEAD.removesuffix("observations:\n")})
    (root / "registry").mkdir()
    (root / "registry" / "indicators.yaml").symlink_to("nowhere")
    ran = run_egov("status", "--data", root)
    assert ran.code == 2
    assert f"cannot read {root}/registry/indicators.yaml: No such file or directory" in ran.err


def test_a_machine_is_told_of_a_file_relative_to_the_repository(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    deep = tmp_path / "deep" / "deeper"
    deep.mkdir(parents=True)
    assert repository_around(deep) == tmp_path
    assert machine_path(str(deep / "x.yaml"), tmp_path) == "deep/deeper/x.yaml"
    assert machine_path(str(DATA / "registry" / "groups.yaml"), tmp_path) == "egov-tracker/data/registry/groups.yaml"
    assert machine_path(str(DATA / "registry" / "groups.yaml"), None) == "egov-tracker/data/registry/groups.yaml"
    assert machine_path(str(DATA / "registry" / "groups.yaml"), ROOT) == "data/registry/groups.yaml"
    assert machine_path(str(PACKAGE / "x.yaml"), ROOT) == str(PACKAGE / "x.yaml")
    assert repository_around(Path("/")) is None
    assert machine_path("/elsewhere/x.yaml", tmp_path) == "/elsewhere/x.yaml"
    assert machine_path("x.yaml", None) == "x.yaml"
