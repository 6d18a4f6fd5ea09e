"""`egov review`: a person decides on a draft, one observation after the other."""

import os
import shlex
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from egov_tracker.cli.options import Data
from egov_tracker.errors import EgovError, expected

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from egov_tracker.model.observation import Loaded
    from egov_tracker.reading.review import Draft, Item
    from egov_tracker.store.ledger import Ledger

Keys = list[str] | None


def review(
    ctx: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="DRAFT", help="A draft, as egov read -o writes it.")],
    listed: Annotated[
        bool, typer.Option("--list", help="List the observations: state, key, figure, codes of doubts.")
    ] = False,
    accept: Annotated[Keys, typer.Option("--accept", metavar="KEY", help="Accept this one; may be repeated.")] = None,
    reject: Annotated[
        Keys, typer.Option("--reject", metavar="KEY", help="This one is no figure; may be repeated.")
    ] = None,
    enter: Annotated[
        bool, typer.Option("--enter", help="Put what is decided into the file of its quarter in the ledger.")
    ] = False,
    data: Data = None,
) -> None:
    """Review a draft: see quote, claim and doubts, and press one key; every decision is kept at once."""
    from egov_tracker.cli.runtime import complain, open_ledger

    if sum(map(bool, (listed, accept or reject, enter))) > 1:
        raise EgovError(expected("one of --list, --enter, or --accept and --reject", "several"))
    ledger = open_ledger(ctx, data)
    if enter:
        complain(f"egov: {_enter(ledger, file)}")
        return
    session = Session(ledger, file)
    if listed:
        session.show_list()
    elif accept or reject:
        session.decide_by_key(accept or [], reject or [])
    else:
        session.ask()


class Session:
    """A review of one file, which is written anew with every decision."""

    def __init__(self, ledger: "Ledger", file: Path) -> None:
        self.ledger, self.file = ledger, file
        self.draft = self._read()

    def _read(self) -> "Draft":
        from egov_tracker.reading.review import read_draft
        from egov_tracker.store.files import read_small_file

        return read_draft(read_small_file(self.file), str(self.file))

    @property
    def text(self) -> str:
        """The draft as it stands in its file."""
        return "\n".join(self.draft.lines) + "\n"

    def show_list(self) -> None:
        """Print every observation on a line of its own."""
        from egov_tracker.cli.output import write_text
        from egov_tracker.render.review import list_items

        write_text(list_items(self.draft))

    def decide_by_key(self, accepted: "Iterable[str]", rejected: "Iterable[str]") -> None:
        """Accept and reject the named ones, all or none; `EgovError` for a key that is not there, or a faulty one."""
        items = [self.draft.item(key) for key in accepted]
        for key in rejected:
            self.draft.item(key)
        if faults := [fault for item in items for fault in self.faults(item)]:
            raise EgovError("\n".join(faults))
        for item in items:
            if not item.accepted:
                self.accept(item)
        for key in dict.fromkeys(rejected):
            self.reject(self.draft.item(key))
        self.say_what_is_left()

    def ask(self) -> None:
        """Show one after the other and read a key for each, until all are decided, skipped, or somebody stops."""
        skipped: set[str] = set()
        before: list[str] = []
        while item := next((one for one in self.draft.open if one.key not in skipped), None):
            self.show(item)
            text = self.text
            match read_key():
                case "a" if not self.faults(item):
                    self.accept(item)
                case "e":
                    self.edit(item)
                case "s":
                    skipped.add(item.key)
                case "n":
                    self.reject(item)
                case "u" if before:
                    self._write(before.pop())
                    skipped.clear()
                    continue
                case "q" | "":
                    break
                case _:
                    pass
            before += [text] if text != self.text else []
        self.say_what_is_left()

    def show(self, item: "Item") -> None:
        """Show an observation; on a terminal alone on the screen."""
        from egov_tracker.cli.output import in_colours, is_terminal, write_text
        from egov_tracker.render.review import CLEAR, Known, screen

        width = shutil.get_terminal_size().columns
        indicator = self.ledger.definitions.catalogue.get(item.entry.indicator)
        known = Known(indicator.name_vi if indicator else "", self.faults(item), self.unlike(item))
        text = screen(self.draft, item, known, width, styled=in_colours())
        write_text(f"{CLEAR if is_terminal() else ''}{text}\n")

    def faults(self, item: "Item") -> list[str]:
        """What is wrong with an observation, so that it cannot be accepted: an unknown name, a missing field."""
        from egov_tracker.model.findings import errors_only

        return [str(one) for one in errors_only(self.loaded.findings) if item.start < one.location.line <= item.end]

    def unlike(self, item: "Item") -> list[str]:
        """Where an observation differs from the archived text that its anchors lead to: a person may have edited it."""
        from egov_tracker.checks.anchors import find_misplaced
        from egov_tracker.checks.context import CheckContext

        snapshot, definitions = self.loaded.snapshot, self.ledger.definitions
        if not snapshot:
            return []
        context = CheckContext((snapshot,), definitions.registry, sources=self.ledger.folder.sources)
        return [one.message for one in find_misplaced(context) if item.start < one.location.line <= item.end]

    @property
    def loaded(self) -> "Loaded":
        """The draft as the ledger understands it."""
        return self.ledger.interpret(self.text.encode(), str(self.file))

    def accept(self, item: "Item") -> None:
        """Keep an observation."""
        from egov_tracker.reading.review import accept

        self._write(accept(self.draft, item.key))

    def reject(self, item: "Item") -> None:
        """Take an observation out that is no figure."""
        from egov_tracker.reading.review import reject

        self._write(reject(self.draft, item.key))

    def edit(self, item: "Item") -> None:
        """Open the YAML of an observation in the editor of the user; what cannot be read is said, and not kept."""
        from egov_tracker.cli.runtime import complain
        from egov_tracker.reading.review import read_draft, replace

        block, again = "\n".join(item.block) + "\n", "e"
        while again == "e":
            block = edited(block)
            text = replace(self.draft, item.key, block) if block.strip() else ""
            try:
                if text and len(read_draft(text.encode(), str(self.file)).items) == len(self.draft.items):
                    self._write(text)
                break
            except EgovError as wrong:
                complain(f"egov: not kept: {wrong}\n  e edits it again, any other key leaves it as it was")
                again = read_key()

    def _write(self, text: str) -> None:
        from egov_tracker.store.files import write_file

        write_file(self.file, text.encode())
        self.draft = self._read()

    def say_what_is_left(self) -> None:
        """Say how many are decided; where all are, take out the mark of a draft and say what comes next."""
        from egov_tracker.cli.runtime import complain
        from egov_tracker.reading.review import finish
        from egov_tracker.store.files import write_file
        from egov_tracker.views.phrases import plural

        left = len(self.draft.open)
        if left:
            complain(f"egov: {plural(left, 'observation')} of {self.file} left to decide")
            return
        write_file(self.file, finish(self.draft).encode())
        complain(f"egov: all of {self.file} is decided; egov review --enter {self.file} puts it into the ledger")


def edited(text: str) -> str:
    """A text as the editor of the user leaves it: that of VISUAL or EDITOR, else vi; `EgovError` where it fails."""
    editor = os.environ.get("VISUAL") or os.environ.get("EDITOR") or "vi"
    with tempfile.TemporaryDirectory(prefix="egov-") as folder:
        path = Path(folder) / "observation.yaml"
        path.write_text(text, encoding="utf-8")
        try:
            done = subprocess.run([*shlex.split(editor), path], check=False).returncode  # noqa: S603 - the user's own
        except (OSError, ValueError) as wrong:
            raise EgovError(f"EDITOR: cannot run {editor}: {getattr(wrong, 'strerror', wrong)}") from wrong
        if done:
            raise EgovError(f"EDITOR: {editor} ended with {done}")
        return path.read_text(encoding="utf-8", errors="replace")


def read_key() -> str:
    """One key of the terminal, or one letter of what is piped in; nothing at its end."""
    if not sys.stdin.isatty():
        return next(_letters(), "")
    try:
        return typer.getchar().lower()
    except EOFError:
        return ""


def _letters() -> "Iterator[str]":
    while letter := sys.stdin.read(1):
        if not letter.isspace():
            yield letter.lower()


def _enter(ledger: "Ledger", file: Path) -> str:
    """Put a reviewed file into the ledger; says where. `EgovError` where something in it is not decided yet."""
    from egov_tracker.reading.entering import enter_into, read_reviewed
    from egov_tracker.store.discovery import Origin
    from egov_tracker.store.files import read_small_file, write_file

    if ledger.folder.origin is Origin.PACKAGE:
        raise EgovError("--enter: the ledger of the package is not written to; --data names another")
    reviewed = read_reviewed(read_small_file(file), str(file))
    quarter = reviewed.file.period
    path = ledger.files.get(quarter, ledger.folder.reports / f"{quarter}.yaml")
    before = read_small_file(path) if quarter in ledger.files else None
    entered = enter_into(reviewed, before, str(path))
    ledger.understood(ledger.interpret(entered.text.encode(), str(path)))
    write_file(path, entered.text.encode())
    return f"{entered.entered} of {len(reviewed.items)} observations entered into {path}"
