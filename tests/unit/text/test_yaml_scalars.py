"""Scalars of YAML: plain where nothing else can be meant, and read back as they were."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from egov_tracker.text.yaml_scalars import quoted_scalar, yaml_scalar


@pytest.mark.parametrize(
    ("text", "block", "flow"),
    [
        ("Bộ Tư pháp", "Bộ Tư pháp", "Bộ Tư pháp"),
        ("19/30", "19/30", "19/30"),
        ("63 (100%)", "63 (100%)", "63 (100%)"),
        ("Bà Rịa - Vũng Tàu", "Bà Rịa - Vũng Tàu", "Bà Rịa - Vũng Tàu"),
        ("NN&PTNT", "NN&PTNT", "NN&PTNT"),
        ("96,8%", "96,8%", '"96,8%"'),
        ("Bộ Văn hóa, Thể thao", "Bộ Văn hóa, Thể thao", '"Bộ Văn hóa, Thể thao"'),
        ("Lưu: VT", '"Lưu: VT"', '"Lưu: VT"'),
        ("5 #3", '"5 #3"', '"5 #3"'),
        ("Null", '"Null"', '"Null"'),
        ("", '""', '""'),
        (" 5", '" 5"', '" 5"'),
        ("5 ", '"5 "', '"5 "'),
        ("5,", '"5,"', '"5,"'),
        ("-5", '"-5"', '"-5"'),
        ("%5", '"%5"', '"%5"'),
        ("_id", '"_id"', '"_id"'),
        ('“a” "b" \\', r'"“a” \"b\" \\"', r'"“a” \"b\" \\"'),
        ("hai\ndòng", r'"hai\ndòng"', r'"hai\ndòng"'),
        ("a\u2028b\x85c", r'"a\U00002028b\U00000085c"', r'"a\U00002028b\U00000085c"'),
    ],
)
def test_a_text_is_plain_only_where_nothing_else_can_be_meant(text: str, block: str, flow: str) -> None:
    assert (yaml_scalar(text), yaml_scalar(text, flow=True)) == (block, flow)


any_text = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)


@given(any_text)
def test_what_is_written_is_read_back(text: str) -> None:
    block, flow, quoted = yaml_scalar(text), yaml_scalar(text, flow=True), quoted_scalar(text)
    written = f"a:\n  - {block}\n  - {quoted}\nb: {{c: {flow}, d: [{flow}, x]}}\n"
    read = yaml.load(written, yaml.BaseLoader)  # noqa: S506 - it builds texts, lists and mappings alone
    assert read == {"a": [text, text], "b": {"c": text, "d": [text, "x"]}}
