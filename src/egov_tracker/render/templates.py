"""Templates: the user's first, then the package's; strict about undefined names, escaped by the format they make."""

from __future__ import annotations

import os
import re
import traceback
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from egov_tracker.errors import EgovError, did_you_mean, expected, quoted
from egov_tracker.store.discovery import bundled

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from jinja2 import Environment
    from markupsafe import Markup

    from egov_tracker.views.page import Page

SUFFIX = ".j2"
PACKAGED = "packaged"

_NOT_IN_HTML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]")
# A line that the log of GitHub Actions would take for a command.
_COMMANDED = r"[\n\r](?=\s*::)"
_TO_CLEAN = re.compile(rf"{_NOT_IN_HTML.pattern}|##\[|{_COMMANDED}")
_ANYWHERE = re.compile(
    r"[\\`*|<~]|(?<![^\W_])_|_(?![^\W_])|&(?=#?\w+;)|\](?=[(\[])|(?<=\[)\^|(?<=\s)#(?=#*\s*$)|(?<=#)#(?=\[)"
)
_IN_FRONT = re.compile(r"\s*\d*(?=>|::|\[[^\]]*\]:|[#+=.)-](?:[\s=#-]|$))")
_LINE_ENDS = re.compile(r"\r\n?|[\n\x0b\x0c\x85\u2028\u2029]")


@dataclass(frozen=True)
class Templates:
    """Where templates are looked for, before the package's own; a user's template reaches those as `packaged/…`."""

    folder: Path | None = None
    filters: Mapping[str, Callable[..., str]] = field(default_factory=dict)

    def choose(self, *names: str) -> str:
        """The first of these names that the user has a template of, else the last."""
        return next((name for name in names if self.folder and os.path.lexists(self.folder / name)), names[-1])

    def render(self, name: str, **values: object) -> str:
        """Fill a template; `EgovError` names the template and the line that are wrong."""
        from jinja2 import TemplateNotFound, TemplateSyntaxError

        from egov_tracker.render.sandbox import LimitError, SecurityError, collect, limits

        try:
            with limits():
                return collect(self._environment(name).get_template(name).generate(**values))
        except EgovError:
            raise
        except TemplateSyntaxError as wrong:
            raise EgovError(f"template {wrong.filename or wrong.name}:{wrong.lineno}: {wrong.message}") from wrong
        except TemplateNotFound as wrong:
            wanted = str(wrong.name)
            said = expected("a template that is there", quoted(wanted)) + did_you_mean(wanted, self.names())
            raise EgovError(f"template {name}: {said}") from wrong
        except (RecursionError, SyntaxError) as wrong:
            raise EgovError(f"template {self._place_of(wrong) or self.path(name)}: it is nested too deep") from wrong
        except (LimitError, SecurityError) as wrong:
            raise EgovError(f"template {self._place_of(wrong) or self.path(name)}: {wrong}") from wrong
        except Exception as wrong:
            if location := self._place_of(wrong):
                raise EgovError(f"template {location}: {wrong}") from wrong
            raise

    def names(self) -> tuple[str, ...]:
        """The package's templates by name."""
        return tuple(sorted(path.name for path in bundled("templates").glob(f"*{SUFFIX}")))

    def path(self, name: str) -> Path:
        """The file that a name leads to; `EgovError` says which templates there are."""
        own = self.folder is not None and os.path.lexists(self.folder / name)
        if not own and name not in self.names():
            raise EgovError(expected("a template", quoted(name)) + did_you_mean(name, self.names(), or_list=True))
        return next(path for folder in self._folders for path in [folder / name] if os.path.lexists(path))

    @cached_property
    def _folders(self) -> tuple[Path, ...]:
        own = (self.folder,) if self.folder else ()
        return (*own, bundled("templates"))

    def _environment(self, name: str) -> Environment:
        from jinja2 import ChoiceLoader, PrefixLoader

        from egov_tracker.render.sandbox import FolderLoader

        packaged = PrefixLoader({PACKAGED: FolderLoader(bundled("templates"))})
        return _sandbox(
            {**self.filters, **_inline_filters(name)},
            loader=ChoiceLoader([*map(FolderLoader, self._folders), packaged]),
            finalize=_finalizer(name),
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
        )

    def _place_of(self, wrong: Exception) -> str | None:
        """The innermost line of a template on the way to the error."""
        frames = [
            frame
            for frame in traceback.extract_tb(wrong.__traceback__)
            if any(Path(frame.filename).is_relative_to(folder) for folder in self._folders)
        ]
        return f"{frames[-1].filename}:{frames[-1].lineno}" if frames else None


def _sandbox(filters: Mapping[str, Callable[..., str]], **options: Any) -> Environment:
    """The room that every template is filled in: strict about names, escaping what is put in."""
    from jinja2 import StrictUndefined

    from egov_tracker.render.sandbox import Sandbox

    # Each template is compiled once and filled once, so that nothing is gained by optimizing it.
    room = Sandbox(undefined=StrictUndefined, autoescape=True, optimized=False, **options)
    room.filters.update(filters)
    return room


def _inline_filters(name: str) -> dict[str, Callable[..., str]]:
    """What HTML alone has: references, addresses and quotations within a text."""
    if not name.removesuffix(SUFFIX).endswith(".html"):
        return {}
    from egov_tracker.render.inline import InlineFilters

    made = InlineFilters(_shown_in_html)
    return {"linked": made.linked, "entry": made.entry}


def word_environment(filters: Mapping[str, Callable[..., str]]) -> Environment:
    """The same room for the tags of a Word document, which includes no other file."""
    from egov_tracker.render.sandbox import BoundedTemplate

    room = _sandbox(filters, finalize=_shown_in_word)
    room.template_class = BoundedTemplate
    return room


def page_context(page: Page, records: Mapping[str, object] | None = None) -> dict[str, object]:
    """The names in a page's template: `page` as it is worded, and `records`, the same facts as JSON prints them.

    Where there are no records, a template that asks for them is stopped, as for every name that is not there.
    """
    return {"page": page} if records is None else {"page": page, "records": records}


def _finalizer(name: str) -> Callable[[object], object]:
    """What every value goes through on its way into a template; HTML is escaped by Jinja after that."""
    return _escaped_for_markdown if name.removesuffix(SUFFIX).endswith(".md") else _shown_in_html


def _shown_in_word(value: object) -> object:
    """A text without the characters that XML cannot hold; nothing for what is unknown."""
    if value is None:
        return ""
    return _NOT_IN_HTML.sub("\ufffd", value) if type(value) is str else value


def _shown_in_html(value: object) -> object:
    """A text without the characters that HTML cannot hold, and with no line that a CI log would obey.

    What is unknown is written as nothing, in every format.
    """
    from markupsafe import escape

    if value is None:
        return ""
    if type(value) is not str or not _TO_CLEAN.search(value):
        return value
    escaped = str(escape(_NOT_IN_HTML.sub("\ufffd", value)))
    return _markup(re.sub(_COMMANDED, "&#10;", escaped).replace("##[", "#&#35;["))


def _escaped_for_markdown(value: object) -> object:
    from jinja2 import Undefined
    from markupsafe import Markup

    if isinstance(value, (Markup, Undefined)):
        return value
    if value is None:
        return ""
    return _markup(escape_markdown(str(value)))


def _markup(text: str) -> Markup:
    from markupsafe import Markup

    return Markup(text)  # noqa: S704 - escaped just before


def escape_markdown(text: str) -> str:
    """A text that Markdown shows as it is, in a table cell too: what has a meaning is escaped, a new line is `<br>`."""
    inside = _LINE_ENDS.sub("<br>", _ANYWHERE.sub(_escape, text))
    front = _IN_FRONT.match(inside)
    return f"{front[0]}\\{inside[front.end() :]}" if front else inside


def _escape(found: re.Match[str]) -> str:
    return "&amp;" if found[0] == "&" else f"\\{found[0]}"
