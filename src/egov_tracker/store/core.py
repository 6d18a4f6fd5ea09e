"""The compiled core of pydantic by itself: the Python around it is for those who write schemas, and imports slowly.

Whoever imports `pydantic` or `pydantic_core` before or later in the same process gets this very core.
"""

from __future__ import annotations

import sys
from importlib.machinery import PathFinder
from importlib.util import find_spec, module_from_spec
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pydantic_core import SchemaValidator, ValidationError, __version__

NAME = "pydantic_core._pydantic_core"


def _core() -> Any:
    """The extension module; the whole package where it is not a file of its own."""
    if NAME not in sys.modules:
        package = find_spec("pydantic_core")
        spec = PathFinder.find_spec(NAME, package.submodule_search_locations if package else None)
        if not spec or not spec.loader:
            import pydantic_core

            return pydantic_core
        sys.modules[NAME] = module_from_spec(spec)
        spec.loader.exec_module(sys.modules[NAME])
    return sys.modules[NAME]


if not TYPE_CHECKING:
    _CORE = _core()
    SchemaValidator, ValidationError, __version__ = _CORE.SchemaValidator, _CORE.ValidationError, _CORE.__version__

__all__ = ["SchemaValidator", "ValidationError", "__version__"]
