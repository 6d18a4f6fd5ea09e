"""A closed room for templates: they see the values of their page, in bounded time and memory, and nothing else."""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from jinja2 import BaseLoader, Template, TemplateNotFound
from jinja2.exceptions import SecurityError
from jinja2.runtime import BlockReference, LoopContext, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import Cycler, Joiner, Namespace

from egov_tracker.errors import EgovError
from egov_tracker.store.files import UnreadableError, read_small_file

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path
    from types import FrameType

    from jinja2 import Environment

MOST_SECONDS = 30  # of processor time
MOST_MEMORY = 128 * 1024 * 1024
MOST_OUTPUT = 16 * 1024 * 1024
MOST_BYTES = 1024 * 1024
LARGEST_POWER = 64
OWN = (Macro, LoopContext, BlockReference, Cycler, Joiner, Namespace, type(range))
TEXTS = (str, bytes, list, tuple, dict)


class LimitError(Exception):
    """A template that takes more than it may."""


class Sandbox(ImmutableSandboxedEnvironment):
    """Jinja's sandbox, in which only macros, loops and the methods of texts and lists can be called."""

    intercepted_binops = frozenset({"**"})

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """A power only of small numbers: a great one takes hours in one step."""
        if operator == "**" and not all(
            isinstance(side, int | float) and abs(side) <= LARGEST_POWER for side in (left, right)
        ):
            raise LimitError(f"a power of more than {LARGEST_POWER}")
        return super().call_binop(context, operator, left, right)

    def is_safe_callable(self, obj: Any) -> bool:
        """Macros, loops, `range`, and the methods of plain values; no method of what the page is made of."""
        if obj is range or isinstance(obj, OWN):
            return bool(super().is_safe_callable(obj))
        owner = getattr(obj, "__self__", None)
        plain = isinstance(owner, TEXTS) and type(owner).__module__ in {"builtins", "markupsafe"}
        local = str(getattr(obj, "__module__", "")).startswith(("jinja2.", "markupsafe"))
        return (plain or local) and bool(super().is_safe_callable(obj))


class FolderLoader(BaseLoader):
    """The templates of one folder: regular files of UTF-8 in it; what is there and cannot be read is an error."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:  # noqa: ARG002
        """The text of a template; `EgovError` where it cannot be read, so that no other takes its place unseen."""
        parts = template.split("/")
        path = self.folder.joinpath(*parts)
        if any(part in {"", os.curdir, os.pardir} for part in parts) or not os.path.lexists(path):
            raise TemplateNotFound(template)
        if not os.path.realpath(path).startswith(os.path.realpath(self.folder) + os.sep):
            raise EgovError(f"template {path}: the link leads out of the folder of templates")
        try:
            text = read_small_file(path, MOST_BYTES).decode().removeprefix("\ufeff")
        except UnreadableError as wrong:
            raise EgovError(f"template {path}: {wrong}") from wrong
        except UnicodeDecodeError as wrong:
            raise EgovError(f"template {path}: not UTF-8: byte 0x{wrong.object[wrong.start]:02x}") from wrong
        return text, str(path), lambda: True


def collect(parts: Iterable[str]) -> str:
    """The output of a template, part by part; `LimitError` where it grows too long."""
    kept, length = [], 0
    for part in parts:
        length += len(part)
        if length > MOST_OUTPUT:
            raise LimitError(f"it writes more than {MOST_OUTPUT:,} characters")
        kept.append(part)
    return "".join(kept)


class BoundedTemplate(Template):
    """A template whose output is bounded also where another library asks for it."""

    def render(self, *args: Any, **kwargs: Any) -> str:
        """The output; `LimitError` where it grows too long."""
        return collect(self.generate(*args, **kwargs))


@contextmanager
def limits() -> Iterator[None]:
    """Bound the processor time and the memory of what runs inside, where the system can."""
    with _time_limit(), _memory_limit():
        try:
            yield
        except MemoryError as wrong:
            raise LimitError("it takes too much memory") from wrong


@contextmanager
def _time_limit() -> Iterator[None]:
    """The alarm of processor time is raised in the main thread only; in others there is no limit."""
    import signal
    import threading

    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return

    def stop(_number: int, _frame: FrameType | None) -> None:
        raise LimitError(f"it takes more than {MOST_SECONDS} seconds")

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, MOST_SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


@contextmanager
def _memory_limit() -> Iterator[None]:
    """The room for addresses that the process may take on top of what it has."""
    try:
        import resource

        with open("/proc/self/statm", encoding="ascii") as file:  # noqa: PTH123 - a line of the kernel
            pages = int(file.read().split()[0])
        soft, hard = resource.getrlimit(resource.RLIMIT_AS)
        most = pages * resource.getpagesize() + MOST_MEMORY
    except (ImportError, OSError):
        yield
        return
    if soft == resource.RLIM_INFINITY or most < soft:
        resource.setrlimit(resource.RLIMIT_AS, (most, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))


__all__ = ["BoundedTemplate", "FolderLoader", "LimitError", "Sandbox", "SecurityError", "collect", "limits"]
