from __future__ import annotations

import pytest
from markupsafe import Markup

from egov_tracker.render.markdown import escape_markdown, shown


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("LĐTB&XH", "LĐTB&XH"),
        ("document_interconnection", "document_interconnection"),
        ("&lt;", "&amp;lt;"),
        ("a\r\nb\rc", "a<br>b<br>c"),
        ("> x", "\\> x"),
        (">x", "\\>x"),
        ("12. x", "12\\. x"),
        ("12.5", "12.5"),
        ("## x", "\\## x"),
        ("---", "\\---"),
        ("[^1]", "[\\^1]"),
        ("[1]: x", "\\[1]: x"),
        ("x [1]:", "x [1]:"),
        ("", ""),
    ],
)
def test_a_text_is_escaped_only_where_markdown_would_read_more_into_it(text: str, escaped: str) -> None:
    assert escape_markdown(text) == escaped


@pytest.mark.parametrize(("value", "text"), [(None, ""), (3, "3"), ("*", "\\*"), (Markup("*"), "*")])
def test_what_is_unknown_is_nothing_and_what_is_markdown_stays_as_it_is(value: object, text: str) -> None:
    assert shown(value) == text
