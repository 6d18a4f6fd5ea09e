"""The one registry of formats: what each is called, which files have it, and which one a command is to write.

A further format is a `Format` here and a line in each kind of output that has it, in `render/outputs/`. Renderers, and
what they need, are imported when they run, so that reading the kinds of output costs a command nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, TypeVar

from egov_tracker.errors import EgovError, did_you_mean, expected, one_of, quoted
from egov_tracker.values import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from egov_tracker.render.csv import Dialect
    from egov_tracker.render.word.reference import Reference
    from egov_tracker.store.exports import Files


class Format(NamedTuple):
    """A format under the name that `-f` takes; `suffixes` are the ends of the names of its files.

    One without suffixes is a folder of files.
    """

    name: str
    suffixes: tuple[str, ...] = ()
    binary: bool = False


TABLE = Format("table", (".txt",))
TEXT = Format("text", (".txt",))
MD = Format("md", (".md", ".markdown"))
HTML = Format("html", (".html", ".htm"))
DOCX = Format("docx", (".docx",), binary=True)
JSON = Format("json", (".json",))
CSV = Format("csv", (".csv",))
YAML = Format("yaml", (".yaml", ".yml"))
SVG = Format("svg", (".svg",))
XLSX = Format("xlsx", (".xlsx",), binary=True)
CSV_FOLDER = Format("csv")
PAGES = (TABLE, MD, HTML)
DOCUMENTS = (MD, HTML, DOCX)


# The options that only some formats can honour, whatever the command.
OPTIONS = {"--templates": (MD, HTML, DOCX), "--reference-doc": (DOCX,), "--excel": (CSV, CSV_FOLDER)}


class Means(NamedTuple):
    """What a renderer may use beside the content; `width` and `styled` are those of a terminal.

    `excel` asks for CSV as Excel opens it.
    """

    templates: Path | None
    reference: Reference | None
    width: int | None
    styled: bool
    excel: bool

    @property
    def dialect(self) -> Dialect:
        """How CSV is written."""
        from egov_tracker.render.csv import EXCEL, PLAIN

        return EXCEL if self.excel else PLAIN


Content = TypeVar("Content")


class Kind(NamedTuple, Generic[Content]):
    """A kind of output: what writes it in each of its formats, the default first.

    `options` are the options of its command that only some formats can honour; `asked_by` are the option that names the
    format and the one that names the file, as messages have them.
    """

    name: str
    renderers: Mapping[Format, Callable[[Content, Means], str | bytes | Files]]
    options: Mapping[str, tuple[Format, ...]] = {}
    asked_by: tuple[str, str] = ("-f", "-o ")

    @property
    def formats(self) -> tuple[Format, ...]:
        """Its formats, the default first."""
        return tuple(self.renderers)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of its formats, the default first."""
        return tuple(one.name for one in self.renderers)


def choose_format(kind: Kind[Any], name: str | None, output: Path | None, default: Format | None = None) -> Format:
    """The format that `-f` names, else that of the file's suffix, else the default.

    Raises `EgovError` with the formats there are, where the kind of output has none of that name or suffix, or where
    name and suffix contradict each other. A file without a suffix may hold any format.
    """
    named = _named(kind, name) if name else None
    held = _held_by(kind, output) if output else ()
    if named and held and named not in held:
        option, target = kind.asked_by
        raise EgovError(f"{option} {named.name} and {target}{output} contradict each other: expected {_ends(named)}")
    return named or next(iter(held), default or kind.formats[0])


def refuse_options(kind: Kind[Any], chosen: Format, given: Mapping[str, object]) -> None:
    """Raise `EgovError` for an option that is given and that the format cannot honour."""
    for option, honoured in {**OPTIONS, **kind.options}.items():
        if given.get(option) is not None and chosen not in honoured:
            able = tuple(one.name for one in kind.formats if one in honoured)
            if not able:
                raise EgovError(f"egov {kind.name} takes no {option}")
            raise EgovError(f"{option}: {expected(f'the format {one_of(able)}', chosen.name)}")


def _named(kind: Kind[Any], name: str) -> Format:
    for one in kind.formats:
        if one.name == name:
            return one
    raise EgovError(f"{kind.asked_by[0]}: {expected(one_of(kind.names), quoted(name))}{did_you_mean(name, kind.names)}")


def _held_by(kind: Kind[Any], output: Path) -> tuple[Format, ...]:
    """The formats that a file of this name may hold; those of the longest suffix, none where it has no suffix."""
    ends = {suffix for one in kind.formats for suffix in one.suffixes if output.name.lower().endswith(suffix)}
    if ends:
        return tuple(one for one in kind.formats if max(ends, key=len) in one.suffixes)
    if not output.suffix:
        return ()
    known = [suffix for one in kind.formats for suffix in one.suffixes]
    hint = did_you_mean(output.suffix, known)
    ends_wanted = expected(f"a name that ends in {_all_ends(kind)}", quoted(output.suffix))
    raise EgovError(f"{kind.asked_by[1]}{output}: {ends_wanted}{hint}")


def _all_ends(kind: Kind[Any]) -> str:
    return one_of(dict.fromkeys(f"{suffix} ({one.name})" for one in kind.formats for suffix in one.suffixes[:1]))


def _ends(one: Format) -> str:
    return f"a name that ends in {one_of(one.suffixes)}" if one.suffixes else "a folder, a name without such an end"
