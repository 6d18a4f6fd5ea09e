from __future__ import annotations

import pytest

from egov_tracker.reading.layout import (
    LONGEST_SENTENCE,
    MOST_WORDLESS,
    Block,
    Shape,
    annex_title,
    cells,
    find_blocks,
    find_sentences,
    is_rule,
    sections,
)

LINE = "a" * 58 + " b"  # sixty characters, as wide as a line that may be wrapped


def shown(text: str) -> list[str]:
    """Each block as its shape and its text, with the number of its annex and its label."""
    return [
        f"{block.shape}{f' {block.annex}{block.label}' if block.annex else ''}: {text[block.start : block.end]}"
        for block in find_blocks(text)
    ]


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("", []),
        ("\n \n", []),
        ("Một.\nHai.", ["paragraph: Một.", "paragraph: Hai."]),
        ("Một\nHai", ["heading: Một", "heading: Hai"]),
        ("Một\nhai.", ["paragraph: Một\nhai."]),
        ("Một\nhai", ["heading: Một\nhai"]),
        ("Một\n\nhai.", ["heading: Một", "paragraph: hai."]),
        ("\n\nMột\nhai.", ["paragraph: Một\nhai."]),
        ("Một.\nhai.", ["paragraph: Một.", "paragraph: hai."]),
        ("Một;\nhai.", ["paragraph: Một;\nhai."]),
        ("Một:\nhai.", ["paragraph: Một:\nhai."]),
        ("Một,\nHai", ["paragraph: Một,\nHai"]),
        ("- Một,\nHai.", ["item: - Một,\nHai."]),
        ("Một,\n- hai", ["paragraph: Một,", "item: - hai"]),
        ("Một,\n1. hai", ["paragraph: Một,", "item: 1. hai"]),
        ("Một,\nx\ty", ["paragraph: Một,", "row: x\ty"]),
        ("x\ty,\nhai", ["row: x\ty,", "heading: hai"]),
        ("x\ty\nz\tw", ["row: x\ty", "row: z\tw"]),
        ("a | b\na | b | c", ["heading: a | b", "row: a | b | c"]),
        ("# Một.\n**Hai.**\nBa.", ["heading: # Một.", "heading: **Hai.**", "paragraph: Ba."]),
        ("a" * 220, ["heading: " + "a" * 220]),
        ("a" * 221, ["paragraph: " + "a" * 221]),
        ("Một,\nPHỤ LỤC 1\nHai", ["paragraph: Một,", "heading 11: PHỤ LỤC 1", "heading 11: Hai"]),
        ("PHỤ LỤC\nMột\n\nPhụ lục II\nHai",
         ["heading 1: PHỤ LỤC", "heading 1: Một", "heading 2II: Phụ lục II", "heading 2II: Hai"]),
        (f"{LINE}\n30 bộ.", [f"paragraph: {LINE}\n30 bộ."]),
        (f"{LINE}\n(30 bộ).", [f"paragraph: {LINE}\n(30 bộ)."]),
        (f"{LINE}\nBa bộ.", [f"heading: {LINE}", "paragraph: Ba bộ."]),
        (f"{LINE}\n30 bộ", [f"heading: {LINE}", "heading: 30 bộ"]),
        (f"{LINE}\n30 bộ. ", [f"paragraph: {LINE}\n30 bộ. "]),
        (f"{LINE[1:]}\n30 bộ.", [f"heading: {LINE[1:]}", "paragraph: 30 bộ."]),
        (f"{LINE[1:]};\n30 bộ.", [f"paragraph: {LINE[1:]};", "paragraph: 30 bộ."]),
        (f"Một,\n{LINE}\n30 bộ.", [f"paragraph: Một,\n{LINE}\n30 bộ."]),
        (f"{LINE}\nhai\n30 bộ.", [f"heading: {LINE}\nhai", "paragraph: 30 bộ."]),
        (f"\n{LINE}\n30 bộ.", [f"paragraph: {LINE}\n30 bộ."]),
    ],
)  # fmt: skip
def test_lines_are_blocks_of_one_shape(text: str, blocks: list[str]) -> None:
    assert shown(text) == blocks


@pytest.mark.parametrize(("length", "blocks"), [(LONGEST_SENTENCE, 1), (LONGEST_SENTENCE + 1, 2)])
def test_a_block_that_is_long_enough_takes_no_more_lines(length: int, blocks: int) -> None:
    assert len(find_blocks(f"\n{'A' * length}\nhai")) == blocks


@pytest.mark.parametrize(
    ("text", "blocks", "numbers"),
    [
        ("1\n" * MOST_WORDLESS, MOST_WORDLESS, []),
        ("a\n" + "1\n" * MOST_WORDLESS, MOST_WORDLESS + 1, []),
        ("1\n" * (MOST_WORDLESS + 1), MOST_WORDLESS, ["1\n1"]),
        ("1\n" * (MOST_WORDLESS + 2), MOST_WORDLESS, ["1\n1\n1"]),
        ("1\n" * MOST_WORDLESS + "A\n" + "1\n" * MOST_WORDLESS, 2 * MOST_WORDLESS + 1, []),
    ],
)
def test_very_many_lines_without_a_word_are_one_block_of_numbers(text: str, blocks: int, numbers: list[str]) -> None:
    found = find_blocks(text)
    assert len(found) == blocks
    assert [text[each.start : each.end] for each in found if each.shape is Shape.NUMBERS] == numbers


def sentences(text: str, shape: Shape = Shape.PARAGRAPH) -> list[str]:
    return [text[start:end] for start, end in find_sentences(text, Block(0, len(text), shape, 0, ""))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Một. Hai.", ["Một.", " Hai."]),
        ("Một! Hai? Ba… Bốn.", ["Một!", " Hai?", " Ba…", " Bốn."]),
        ("Một.Hai.", ["Một.", "Hai."]),
        ("Một. hai.", ["Một. hai."]),
        ("Ở TP. HCM có.", ["Ở TP. HCM có."]),
        ("TP. HCM có.", ["TP. HCM có."]),
        ("Xong ở (TP. HCM).", ["Xong ở (TP. HCM)."]),
        ("Một STP. Hai.", ["Một STP.", " Hai."]),
        ("1. Một. 2. Hai.", ["1. Một.", " 2. Hai."]),
        ("Có 30. Hai.", ["Có 30.", " Hai."]),
        ("Một.” “Hai.", ["Một.”", " “Hai."]),
        ("Một.  ", ["Một.  "]),
        ("  ", []),
    ],
)
def test_a_paragraph_is_cut_after_its_sentences(text: str, found: list[str]) -> None:
    assert sentences(text) == found


def test_a_row_is_one_sentence() -> None:
    assert sentences("Một. Hai.\tBa", Shape.ROW) == ["Một. Hai.\tBa"]


@pytest.mark.parametrize(
    ("text", "lengths"),
    [
        ("a" * 2000, [2000]),
        ("a" * 2001, [2000, 1]),
        ("a" * 4001, [2000, 2000, 1]),
        ("a" * 1200 + " " + "a" * 1299, [1200, 1300]),
        ("a" * 1200 + " " + "a" * 300 + " " + "a" * 998, [1501, 999]),
        ("a" * 1000 + " " + "a" * 1499, [1000, 1500]),
        ("a" * 999 + " " + "a" * 1500, [2000, 500]),
        ("a" * 2000 + "1" * 9, [2000, 9]),
        ("a" * 1999 + "1" * 6 + "a", [2005, 1]),
        ("a" * 1990 + "1" * 30, [2020]),
    ],
)
def test_a_sentence_without_end_is_cut_at_a_blank_and_never_within_a_number(text: str, lengths: list[int]) -> None:
    assert [len(sentence) for sentence in sentences(text)] == lengths


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("a\tb", ["a", "b"]),
        (" a \t b c\t", [" a ".strip(), "b c", ""]),
        ("a\t\tb", ["a", "", "b"]),
        ("a\t  \tb", ["a", "", "b"]),
        ("|a|b|", ["a", "b"]),
        ("  | a | b c |  ", ["a", "b c"]),
        ("a | b | c", ["a", "b", "c"]),
        ("|a||", ["a", ""]),
        ("||a|b|", ["", "a", "b"]),
        ("a | b\tc | d", ["a | b", "c | d"]),
    ],
)
def test_the_cells_of_a_row_are_trimmed_and_none_is_lost(line: str, found: list[str]) -> None:
    text = f"trước\n{line}"
    spans = cells(text, Block(6, len(text), Shape.ROW, 0, ""))
    assert [text[start:end] for start, end in spans] == found
    assert all(start <= end for start, end in spans)


@pytest.mark.parametrize(("line", "rule"), [("|---|:-:|", True), ("--- | ---", True), ("|a|---|", False)])
def test_a_row_that_only_draws_a_line_is_known(line: str, *, rule: bool) -> None:
    assert is_rule(line, Block(0, len(line), Shape.ROW, 0, "")) is rule


TEXT = """Công văn

Đến hết ngày 01/3/2016, còn một số bộ.

PHỤ LỤC 1
Các bộ, ngành Trung ương
chưa ban hành kế hoạch hành động

1\tBộ Ngoại giao
2\tBộ Tư pháp

PHỤ LỤC 2
Các tỉnh
"""


def title(text: str, words: str) -> str:
    spans = annex_title(text, text.index(words))
    return " ".join(text[start:end].replace("\n", " ") for start, end in spans)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Bộ Tư pháp", "PHỤ LỤC 1 Các bộ, ngành Trung ương chưa ban hành kế hoạch hành động"),
        ("PHỤ LỤC 1", "PHỤ LỤC 1 Các bộ, ngành Trung ương chưa ban hành kế hoạch hành động"),
        ("Các tỉnh", "PHỤ LỤC 2 Các tỉnh"),
        ("Đến hết", ""),
    ],
)
def test_the_title_of_an_annex_stands_above_its_first_row(words: str, expected: str) -> None:
    assert title(TEXT, words) == expected
    assert annex_title("", 0) == ()


def test_a_title_has_no_more_than_six_lines() -> None:
    assert title("PHỤ LỤC 1\nMột\nHai\nBa\nBốn\nNăm\nSáu\nx\ty", "x\ty") == "PHỤ LỤC 1 Một Hai Ba Bốn Năm"


def test_the_blocks_of_a_text_are_those_of_its_body_and_of_each_annex() -> None:
    assert {annex: len(blocks) for annex, blocks in sections(find_blocks(TEXT)).items()} == {0: 2, 1: 4, 2: 2}
