"""Every command that the documentation shows is run, and every output that it shows is compared."""

from __future__ import annotations

import re
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.building import ROOT
from tests.docs.excerpts import first_missing, fits, renew
from tests.docs.pages import PAGES, Block, Shown, blocks, inline_lines, runs_of, shown_in, stands_for_something
from tests.goldens import updating
from tests.running import Outcome, need, run_egov
from tests.word import write_paragraphs

if TYPE_CHECKING:
    from pathlib import Path

COMMANDS = [block for page in PAGES for block in blocks(page) if block.language in {"sh", "console"}]
INLINE = [(page, number, commands) for page in PAGES for number, commands in inline_lines(page)]
OTHERS = frozenset({"--install-completion"})  # writes into the shell of whoever runs it
TERMINAL = {"COLUMNS": "120", "NO_COLOR": "1"}  # a console block shows what such a terminal shows


def prepare(folder: Path, page: Path) -> Path:
    """A copy of the ledger of this repository, and the files that the page shows and names outside of it."""
    shutil.copytree(ROOT / "data", folder / "data")
    for block in blocks(page):
        if block.file and not (folder / block.file).exists():
            write_shown(folder / block.file, block.text)
    return folder


def write_shown(path: Path, text: str) -> None:
    """A file that a page shows; of a Word document the page shows the paragraphs."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.suffix == ".docx":
        write_paragraphs(path, text.splitlines())
    else:
        path.write_text(text, encoding="utf-8")


def commit_twice(folder: Path) -> None:
    """Make the folder a git repository whose last revision but one differs in a snapshot."""
    git = need("git")
    snapshot = folder / "data" / "reports" / "2016Q2.yaml"
    text = snapshot.read_text(encoding="utf-8")
    for message, content in (("first", text.replace("19/30", "18/30")), ("second", text)):
        snapshot.write_text(content, encoding="utf-8")
        for words in (["init", "-q"], ["add", "."], ["commit", "-qm", message]):
            who = ["-c", "user.name=a", "-c", "user.email=a@example.org"]
            subprocess.run([git, *who, *words], cwd=folder, check=True, capture_output=True)  # noqa: S603 - found by `need`


def run_all(command: str, folder: Path) -> list[str]:
    """Run the commands of a line; the lines they print on a terminal, those of standard error last."""
    if "HEAD" in command and not (folder / ".git").exists():
        commit_twice(folder)
    printed: list[str] = []
    for arguments in runs_of(command):
        ran = run_egov(*arguments, cwd=folder, env=TERMINAL, terminal=True)
        assert_useful(ran, command)
        printed += (ran.out + ran.err).splitlines()
    return printed


def assert_useful(ran: Outcome, command: str) -> None:
    """Exit code 2 says that the command could not do its work."""
    assert ran.code in {0, 1}, f"{command}\n{ran.err}"


@pytest.mark.parametrize("block", COMMANDS, ids=lambda block: block.place)
def test_the_commands_of_a_block_run_and_print_what_it_shows(
    block: Block, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    folder = prepare(tmp_path, block.page)
    shown = [(one, run_all(one.command, folder)) for one in shown_in(block)]
    if updating(request):
        shown = [(renewed(block, one, printed), printed) for one, printed in shown]
        write(block, [one for one, _ in shown])
    for one, printed in shown:
        assert one.output is None or fits(one.output, printed), (
            f"{block.place}: {one.command}: {first_missing(one.output, printed)}; pytest --update-goldens renews it"
        )


def renewed(block: Block, shown: Shown, printed: list[str]) -> Shown:
    """The command with its output as it is now, left out where it was left out before."""
    if shown.output is None or fits(shown.output, printed):
        return shown
    output = renew(shown.output, printed)
    assert output is not None, f"{block.place}: {shown.command}: choose another excerpt by hand"
    return shown._replace(output=tuple(output))


def write(block: Block, shown: list[Shown]) -> None:
    """Put the commands and outputs into the page in place of the block's text."""
    if block.language == "console":
        text = "".join(f"{line}\n" for one in shown for line in (f"$ {one.command}", *(one.output or ())))
        page = block.page.read_text(encoding="utf-8")
        block.page.write_text(page.replace(f"\n{block.text}```", f"\n{text}```"), encoding="utf-8", newline="\n")


@pytest.mark.parametrize(
    ("page", "commands"),
    [pytest.param(page, commands, id=f"{page.name}:{number}") for page, number, commands in INLINE],
)
def test_the_commands_of_a_line_run(page: Path, commands: list[str], tmp_path: Path) -> None:
    """The bare name of a command, as in `egov diff`, is a mention of it: there has to be such a command."""
    prepare(tmp_path, page)
    for command in commands:
        if not stands_for_something(command) and not OTHERS & set(command.split()):
            run_all(command if len(command.split()) > 2 else f"{command} --help", tmp_path)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_page_has_no_block_that_nothing_verifies(page: Path) -> None:
    assert {block.language for block in blocks(page)} <= {"sh", "console", "yaml", "jinja", "text", "pycon", "sql"}
    assert page.read_text(encoding="utf-8").count("```") == 2 * len(blocks(page))


def test_the_tasks_of_the_developers_entry_are_those_it_has() -> None:
    usage = (ROOT / "tools" / "dev").read_text(encoding="utf-8").partition("usage: tools/dev ")[2].partition('"')[0]
    tasks = {part.split()[0] for part in usage.split(" | ")}
    for page in PAGES:
        assert set(re.findall(r"tools/dev ([a-z]+)", page.read_text(encoding="utf-8"))) <= tasks


def test_the_documentation_has_commands_and_outputs() -> None:
    """Nothing found would let everything pass."""
    outputs = [one for block in COMMANDS for one in shown_in(block) if one.output]
    assert (len(COMMANDS) > 5, len(outputs) > 3, len(INLINE) > 20) == (True, True, True)
