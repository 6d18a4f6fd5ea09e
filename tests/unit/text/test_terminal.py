from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from egov_tracker.text.terminal import find_control, one_line, quiet, spelled_out


@pytest.mark.parametrize(
    ("text", "shown", "spelled"),
    [
        ("Bộ Tài chính", "Bộ Tài chính", "Bộ Tài chính"),
        ("a\nb\tc", "a b c", "a\\nb\\tc"),
        ("\x1b[31mred\x1b]0;title\x07", "\\x1b[31mred\\x1b]0;title\\x07", "\\x1b[31mred\\x1b]0;title\\x07"),
        ("\x9b31m", "\\x9b31m", "\\x9b31m"),
        ("\u202eevil", "\\u202eevil", "\\u202eevil"),
        ("\udc80", "\\udc80", "\\udc80"),
        ("tờ\u00a0trình\u200b", "tờ\u00a0trình\u200b", "tờ\u00a0trình\u200b"),
    ],
)
def test_a_text_is_shown_and_not_obeyed(text: str, shown: str, spelled: str) -> None:
    assert (one_line(text), spelled_out(text)) == (shown, spelled)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("::error file=x::y", "\\::error file=x::y"),
        ("   ::stop-commands::x", "   \\::stop-commands::x"),
        ("a ##[error]b", "a #\\#[error]b"),
        ("a::b", "a::b"),
        ("# x", "# x"),
    ],
)
def test_a_line_is_no_command_of_a_ci_service(line: str, expected: str) -> None:
    assert quiet(line) == expected


@given(st.text())
def test_whatever_is_written_the_line_is_one_and_has_no_controls(text: str) -> None:
    for line in (one_line(text), spelled_out(text)):
        assert find_control(line) is None
        assert len(line.splitlines()) <= 1
        assert not quiet(line).lstrip().startswith("::")
        assert "##[" not in quiet(line)
