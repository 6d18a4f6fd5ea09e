"""What is mended by itself: what one certain hint speaks of, in its place, and nothing else."""

from __future__ import annotations

import pytest

from egov_tracker.model.findings import Finding, error
from egov_tracker.model.findings import Location as At
from egov_tracker.store.fixes import Fixed, fix_text

TEXT = "valeu: 1\nas_of:  30/6/2016  \nlist: [a b, c]\n"


def meant(rule: str, line: int, column: int, *hints: str) -> Finding:
    said = " or ".join(f"'{hint}'" for hint in hints)
    return error(rule, f"wrong; did you mean {said}?" if hints else "wrong", At("f", line, column))


@pytest.mark.parametrize(
    ("findings", "text", "mended"),
    [
        ([], "valeu: 1\nas_of: 30/6/2016\nlist: [a b, c]\n", 0),
        ([meant("SHP001", 1, 1, "value")], "value: 1\nas_of: 30/6/2016\nlist: [a b, c]\n", 1),
        ([meant("SHP003", 2, 9, "2016-06-30")], "valeu: 1\nas_of: 2016-06-30\nlist: [a b, c]\n", 1),
        (
            [meant("SRC001", 3, 8, "x"), meant("REG005", 3, 13, "long-id"), meant("SHP001", 1, 1, "value")],
            "value: 1\nas_of: 30/6/2016\nlist: [x, long-id]\n",
            3,
        ),
        # What a source prints, what has several hints or none, what is no plain word, what is no value
        ([meant("SHP004", 1, 8, "2")], "valeu: 1\nas_of: 30/6/2016\nlist: [a b, c]\n", 0),
        ([meant("REG001", 3, 8, "x")], "valeu: 1\nas_of: 30/6/2016\nlist: [a b, c]\n", 0),
        ([meant("SHP001", 1, 1, "value", "values")], "valeu: 1\nas_of: 30/6/2016\nlist: [a b, c]\n", 0),
        ([meant("SHP001", 1, 1)], "valeu: 1\nas_of: 30/6/2016\nlist: [a b, c]\n", 0),
        ([meant("SHP003", 3, 8, "x, y")], "valeu: 1\nas_of: 30/6/2016\nlist: [a b, c]\n", 0),
        ([meant("SHP003", 3, 7, "x")], "valeu: 1\nas_of: 30/6/2016\nlist: [a b, c]\n", 0),
    ],
)
def test_only_what_one_hint_speaks_of_is_mended(findings: list[Finding], text: str, mended: int) -> None:
    assert fix_text(TEXT, findings) == Fixed(text, mended)
    assert fix_text(f"\ufeff{TEXT}", findings) == Fixed(text, mended)


def test_a_text_of_several_lines_is_left_to_a_person() -> None:
    text = "a: >-\n  one\n  two\n"
    assert fix_text(text, [meant("SHP003", 1, 4, "x")]) == Fixed(text, 0)


def test_an_empty_file_stays_empty() -> None:
    assert fix_text("", []) == Fixed("", 0)
