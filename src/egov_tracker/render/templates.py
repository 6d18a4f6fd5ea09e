"""Templates: the user's first, then the package's; strict about undefined names, escaped by the format they make."""

from __future__ import annotations

import os
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

SUFFIX = ".j2"
PACKAGED = "packaged"

# How the tags of the package's templates and of users' own stand in lines.
LAYOUT: dict[str, Any] = {"trim_blocks": True, "lstrip_blocks": True, "keep_trailing_newline": True}


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
                return collect(self._environment(name, values).get_template(name).generate(**values))
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

    def _environment(self, name: str, values: Mapping[str, object]) -> Environment:
        from jinja2 import ChoiceLoader, PrefixLoader

        from egov_tracker.render.packaged import page_filters
        from egov_tracker.render.sandbox import FolderLoader

        packaged = PrefixLoader({PACKAGED: FolderLoader(bundled("templates"))})
        return _sandbox(
            {**self.filters, **page_filters(name, values)},
            loader=ChoiceLoader([*map(FolderLoader, self._folders), packaged]),
            finalize=_finalizer(name),
            **LAYOUT,
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


def _finalizer(name: str) -> Callable[[object], object]:
    """What every value goes through on its way into a template; HTML is escaped by Jinja after that."""
    if name.removesuffix(SUFFIX).endswith(".md"):
        from egov_tracker.render.markdown import shown

        return shown
    from egov_tracker.render.html import cleaned

    return cleaned


def word_environment(filters: Mapping[str, Callable[..., str]]) -> Environment:
    """The same room for the tags of a Word document, which includes no other file."""
    from egov_tracker.render.sandbox import BoundedTemplate

    room = _sandbox(filters, finalize=_shown_in_word)
    room.template_class = BoundedTemplate
    return room


def _shown_in_word(value: object) -> object:
    """A text without the characters that XML cannot hold; nothing for what is unknown."""
    from egov_tracker.render.html import without_forbidden

    if value is None:
        return ""
    return without_forbidden(value) if type(value) is str else value
