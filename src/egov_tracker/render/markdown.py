"""Texts in Markdown: whatever a text is, it is shown as it is."""

from __future__ import annotations

import re

from markupsafe import Markup

_ANYWHERE = re.compile(
    r"[\\`*|<~]|(?<![^\W_])_|_(?![^\W_])|&(?=#?\w+;)|\](?=[(\[])|(?<=\[)\^|(?<=\s)#(?=#*\s*$)|(?<=#)#(?=\[)"
)
_IN_FRONT = re.compile(r"\s*\d*(?=>|::|\[[^\]]*\]:|[#+=.)-](?:[\s=#-]|$))")
_LINE_ENDS = re.compile(r"\r\n?|[\n\x0b\x0c\x85\u2028\u2029]")


def shown(value: object) -> Markup:
    """A value as it stands in Markdown; what is unknown is nothing, and what is Markdown already stays as it is."""
    if isinstance(value, Markup):
        return value
    return Markup("" if value is None else escape_markdown(str(value)))  # noqa: S704 - escaped here


def escape_markdown(text: str) -> str:
    """A text that Markdown shows as it is, in a table cell too: what has a meaning is escaped, a new line is `<br>`."""
    inside = _LINE_ENDS.sub("<br>", _ANYWHERE.sub(_escape, text))
    front = _IN_FRONT.match(inside)
    return f"{front[0]}\\{inside[front.end() :]}" if front else inside


def _escape(found: re.Match[str]) -> str:
    return "&amp;" if found[0] == "&" else f"\\{found[0]}"
