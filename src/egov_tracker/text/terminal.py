"""Texts of others on a screen: shown, and not obeyed by a terminal or by the log of a CI service."""

from __future__ import annotations

from egov_tracker.text.patterns import late

# C0 and C1 controls, line separators, and the marks that turn the direction of what follows.
_CONTROLS = late("[\\x00-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069\\ud800-\\udfff]")
_OBEYED = late("[\\x00-\\x08\\x0e-\\x1f\\x7f-\\x84\\x86-\\x9f\\u202a-\\u202e\\u2066-\\u2069\\ud800-\\udfff]")
_BLANKS = late("\r\n|[\\t\\n\\r\\x0b\\x0c\\x85\\u2028\\u2029]")
# What the log of GitHub Actions takes for a command: `::error::` in front, `##[error]` anywhere.
_COMMAND = late(r"^(\s*)(?=::)|(?<=#)(?=#\[)")


def find_control(text: str) -> int | None:
    """Where the first character stands that no printed document has: a control that is neither line end nor tab."""
    found = _OBEYED.search(text)
    return found.start() if found else None


def one_line(text: str) -> str:
    r"""A text as one line: line ends and tabs are blanks, other controls are spelled out (\x1b)."""
    if not _CONTROLS.search(text):
        return text
    return _CONTROLS.sub(lambda found: ascii(found[0])[1:-1], _BLANKS.sub(" ", text))


def spelled_out(text: str) -> str:
    r"""A text as one line, with line ends and tabs spelled out too (\n)."""
    return _CONTROLS.sub(lambda found: ascii(found[0])[1:-1], text)


def quiet(line: str) -> str:
    """A line that no CI service takes for a command of its own: a backslash stands before its colons."""
    return _COMMAND.sub(lambda found: f"{found[1] or ''}\\", line) if "::" in line or "##[" in line else line
