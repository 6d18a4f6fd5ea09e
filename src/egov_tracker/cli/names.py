"""`egov names`: a pasted list of names as a list of YAML."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from egov_tracker.cli.options import Data, Output

if TYPE_CHECKING:
    from collections.abc import Container

    from egov_tracker.model.registry import Registry

STANDARD_INPUT = Path("-")
MOST_HINTS = 100  # as looking for one is slow


def names(
    ctx: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A text file with the list; - is standard input.")],
    output: Output = None,
    data: Data = None,
) -> None:
    """Print a pasted list of bodies as a YAML list, as written; a comment says what an unknown name may mean."""
    from egov_tracker.cli.output import write_text
    from egov_tracker.cli.runtime import complain, open_ledger
    from egov_tracker.errors import EgovError, expected
    from egov_tracker.text.name_lists import split_names
    from egov_tracker.views.phrases import plural

    text = read_list(file)
    registry = open_ledger(ctx, data).definitions.registry
    found = split_names(text, lambda name: bool(registry.named(name)))
    if not found:
        raise EgovError(f"{file}: {expected('a list of names', 'none')}")
    unknown = [name for name in found if not registry.named(name)]
    hinted = frozenset([*dict.fromkeys(unknown)][:MOST_HINTS])
    write_text("".join(f"- {item(name, registry, hinted)}\n" for name in found), output)
    complain(f"egov: {plural(len(found), 'name')}, {len(unknown)} unknown")


def read_list(file: Path) -> str:
    """The text of a file or of standard input; `EgovError` where it is not UTF-8."""
    from egov_tracker.cli.runtime import existing_file
    from egov_tracker.errors import EgovError, expected
    from egov_tracker.store.files import MAX_BYTES, read_small_file

    if file == STANDARD_INPUT:
        raw = sys.stdin.buffer.read(MAX_BYTES + 1)
        if len(raw) > MAX_BYTES:
            raise EgovError(f"standard input: {expected(f'at most {MAX_BYTES:,} bytes', 'more')}")
    else:
        raw = read_small_file(existing_file("a text file", file))
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        raise EgovError(f"{file}: {expected('a text in UTF-8', f'byte {wrong.start + 1}, which is none')}") from wrong


def item(name: str, registry: "Registry", hinted: "Container[str]") -> str:
    """A name as YAML, in quotes where it needs them; with a comment where no body has it."""
    from egov_tracker.errors import hint_at
    from egov_tracker.text.yaml_scalars import yaml_scalar

    hint = (
        "" if registry.named(name) else f"  # unknown body{hint_at(registry.suggest(name) if name in hinted else ())}"
    )
    return f"{yaml_scalar(name, flow=True)}{hint}"
