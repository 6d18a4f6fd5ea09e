from __future__ import annotations

import html

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from egov_tracker.render.html import shown, without_forbidden


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (2.5, "2.5"),
        ("<b> & 'x'", "&lt;b&gt; &amp; &#39;x&#39;"),
        (Markup("<b>"), "<b>"),
        ("a\x00b\x85c\ufffe", "a\ufffdb\ufffdc\ufffd"),
        ("a\n ::error::<b>", "a&#10; ::error::&lt;b&gt;"),  # what the log of GitHub Actions would obey
        ("##[group]&", "#&#35;[group]&amp;"),
        ("a\n:", "a\n:"),
    ],
)
def test_a_value_is_shown_as_it_is_without_what_html_or_a_log_cannot_have(value: object, text: str) -> None:
    assert shown(value) == text


@given(st.text())
def test_whatever_a_text_is_it_becomes_no_markup(text: str) -> None:
    escaped = shown(text)
    assert html.unescape(escaped) == without_forbidden(text)
    assert not {"<", ">", '"'} & set(escaped)
