"""The YAML of the documentation is read by the program as what its name says: snapshot, letter, registry, archive."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from egov_tracker.store.archive import read_archived
from tests.building import ROOT
from tests.docs.pages import PAGES, Block, blocks
from tests.running import run_egov

if TYPE_CHECKING:
    from pathlib import Path

EXAMPLES = [block for page in PAGES for block in blocks(page) if block.language == "yaml"]
IN_A_LEDGER = [block for block in EXAMPLES if block.file and block.file.startswith("data/")]


def put(block: Block, folder: Path) -> Path:
    """The example as a file of a ledger; the ledger's other files are the package's, and letters find its quarters."""
    if "letters" in str(block.file):
        shutil.copytree(ROOT / "data", folder / "data")
    path = folder / str(block.file)
    path.parent.mkdir(parents=True, exist_ok=True)
    (folder / "data" / "reports").mkdir(exist_ok=True)
    path.write_text(block.text, encoding="utf-8")
    return path


@pytest.mark.parametrize("block", IN_A_LEDGER, ids=lambda block: block.file)
def test_an_example_of_the_file_format_is_read_without_a_fault(block: Block, tmp_path: Path) -> None:
    path = put(block, tmp_path)
    if "sources" in str(block.file):
        assert read_archived(path.parent.parent, path.parent.name).file
        return
    read = ("letter", "-f", "md") if "letters" in str(block.file) else ("check", "--fail-on", "warning")
    ran = run_egov(*read, path, cwd=tmp_path)
    assert ran.code == 0, f"{block.place}: {ran.out}{ran.err}"


@pytest.mark.parametrize("block", EXAMPLES, ids=lambda block: block.place)
def test_every_example_says_which_file_it_is(block: Block) -> None:
    assert block.file is not None


def test_the_file_format_has_an_example_of_every_kind_of_file() -> None:
    folders = {str(block.file).split("/")[1] for block in IN_A_LEDGER}
    assert folders == {"reports", "letters", "registry", "sources"}
