"""The command line: reads options, loads, calls, writes, exits."""

from __future__ import annotations

import gc
import sys
from types import ModuleType


def main() -> None:
    """Run the command line and exit; a short process, so nothing is collected and no plugin is looked for."""
    gc.disable()
    _skip_pydantic_plugins()
    from egov_tracker.cli.app import run

    run()


def _skip_pydantic_plugins() -> None:
    """Stand in for the loader of pydantic's plugins, which imports `importlib.metadata` even when told to load none."""
    loader = ModuleType("pydantic.plugin._loader")
    loader.get_plugins = tuple  # type: ignore[attr-defined]
    sys.modules.setdefault(loader.__name__, loader)
