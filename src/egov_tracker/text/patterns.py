"""Regular expressions that are compiled when they are first used, since most runs of the program use few of them."""

import re
from functools import cached_property
from typing import Any, cast


class _Late:
    def __init__(self, pattern: str, flags: re.RegexFlag) -> None:
        self.source = (pattern, flags)

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        return re.compile(*self.source)

    def __getattr__(self, name: str) -> Any:
        self.__dict__[name] = found = getattr(self.compiled, name)
        return found


def late(pattern: str, flags: re.RegexFlag = re.NOFLAG) -> re.Pattern[str]:
    """What `re.compile` returns, but for the time of the compilation."""
    return cast("re.Pattern[str]", _Late(pattern, flags))
