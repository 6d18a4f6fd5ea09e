"""The command line: reads options, loads, calls, writes, exits."""

from __future__ import annotations

import atexit
import gc
import os
import signal
import sys
from importlib.machinery import PathFinder
from importlib.util import module_from_spec
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable
    from types import FrameType
    from typing import Never

INTERRUPTED = 130  # 128 and the number of the signal, as shells have it
# Modules of the standard library that Typer's imports import, and of which a usual run uses nothing.
POSTPONED = ("bz2", "ipaddress", "linecache", "lzma", "subprocess", "textwrap", "tokenize")


def main() -> Never:
    """Run the command line and exit; a short process, so nothing is collected and no plugin is looked for."""
    code: str | int | None = None
    signal.signal(signal.SIGINT, _leave)
    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    gc.disable()
    _skip_pydantic_plugins()
    _postpone(POSTPONED)
    try:
        from egov_tracker.cli.app import run

        run()
    except SystemExit as leaving:
        code = leaving.code
    except Exception as wrong:  # noqa: BLE001 - the last guard: no traceback reaches a user
        _report(wrong)
    _end(code)


def _end(code: str | int | None) -> Never:
    """Exit at once: Python would take every object apart first, which the system has no need of."""
    try:
        atexit._run_exitfuncs()  # noqa: SLF001 - what has to be done at the end, and then what was said has to be out
        for stream in (sys.stdout, sys.stderr):
            if stream:
                stream.flush()
    except (OSError, ValueError):
        sys.exit(code)
    if isinstance(code, str):
        sys.exit(code)
    os._exit(code or 0)


def _leave(_number: int, _frame: FrameType | None) -> Never:
    sys.exit(INTERRUPTED)


def _report(wrong: Exception) -> Never:
    """Exit with 2 and one sentence on what is a fault of ours; with a traceback where EGOV_DEBUG asks for it."""
    import traceback

    from egov_tracker.text.terminal import spelled_out

    if os.environ.get("EGOV_DEBUG"):
        traceback.print_exception(wrong)
    place = traceback.extract_tb(wrong.__traceback__)[-1]
    what = spelled_out(" ".join(f"{type(wrong).__name__}: {wrong}".split()))
    where = f"{os.path.basename(place.filename)}:{place.lineno}"  # noqa: PTH119 - pathlib may not be imported yet
    sys.stderr.write(f"egov: internal error: {what} ({where}); please report it, with what EGOV_DEBUG=1 shows\n")
    sys.exit(2)


def _skip_pydantic_plugins() -> None:
    """Stand in for the loader of pydantic's plugins, which imports `importlib.metadata` even when told to load none."""
    loader = ModuleType("pydantic.plugin._loader")
    loader.get_plugins = tuple  # type: ignore[attr-defined]
    sys.modules.setdefault(loader.__name__, loader)


class _Postponed(ModuleType):
    """A module that is loaded when something of it is first asked for."""

    def __getattr__(self, name: str) -> Any:
        self.__class__ = ModuleType  # type: ignore[assignment]
        self.__spec__.loader.exec_module(self)  # type: ignore[union-attr]
        return getattr(self, name)


def _postpone(names: Iterable[str]) -> None:
    """Let these modules be imported without being loaded."""
    for name in names:
        spec = PathFinder.find_spec(name)
        if name not in sys.modules and spec:
            sys.modules[name] = module_from_spec(spec)
            sys.modules[name].__class__ = _Postponed
