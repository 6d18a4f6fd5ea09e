"""Texts in HTML: whatever a text is, it is shown as it is, and becomes no markup."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

from egov_tracker.text.patterns import late

_FORBIDDEN = "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]"
_NOT_IN_HTML = late(_FORBIDDEN)
# A line that the log of GitHub Actions would take for a command.
_COMMANDED = r"[\n\r](?=\s*::)"
_TO_CLEAN = re.compile(rf"{_FORBIDDEN}|##\[|{_COMMANDED}")


def without_forbidden(text: str) -> str:
    """A text with a sign in place of each character that neither HTML nor XML can hold."""
    return _NOT_IN_HTML.sub("\ufffd", text)


def cleaned(value: object) -> object:
    """A text without the characters that HTML cannot hold, and with no line that a CI log would obey.

    What is unknown is written as nothing, in every format. What is not cleaned has to be escaped yet.
    """
    if value is None:
        return ""
    if type(value) is not str or not _TO_CLEAN.search(value):
        return value
    escaped = re.sub(_COMMANDED, "&#10;", str(escape(without_forbidden(value))))
    return Markup(escaped.replace("##[", "#&#35;["))  # noqa: S704 - escaped just before


def shown(value: object) -> str:
    """A value as it stands in HTML."""
    return escape(cleaned(value))
