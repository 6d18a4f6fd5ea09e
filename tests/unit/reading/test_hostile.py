from __future__ import annotations

import time
import unicodedata

import pytest

from egov_tracker.reading.draft import describe, write_draft
from egov_tracker.reading.forms import open_source
from egov_tracker.reading.reader import read_text
from egov_tracker.reading.sources import read_plain
from egov_tracker.text.quarters import Quarter
from tests.reading import lexicon, read, told

SIZE = 40_000
SECONDS = 3  # each takes a small part of one; what is not linear takes many
SENTENCE = "Đến ngày 30/6/2016, đã có 19/30 bộ, ngành và 63/63 tỉnh liên thông với Văn phòng Chính phủ."
UNITS = {
    "digits": "7", "digits and blanks": "1 ", "digits and dots": "1.", "digits and lines": "12\n",
    "digits and tabs": "12\t",
    "names": "Bộ Tư pháp, ", "hyphens": "Bà Rịa - Vũng Tàu; ", "brackets": "(", "bracketed": "(1", "dots": ".",
    "letters": "a",
    "cues": "kết nối liên thông phần mềm ", "groups": "bộ, ", "annexes": "PHỤ LỤC 1\n", "pipes": "|",
    "dates": "ngày 30/6/2016 ",
    "addresses": "a@", "headings": "# 1\n", "lines": "\n", "sentences": f"{SENTENCE} ", "paragraphs": f"{SENTENCE}\n",
    "one sentence": SENTENCE[:-1] + ", ", "rows": "1\tBộ Tư pháp\t12\t19/30\n", "stars": "**",
    "annexed names": "PHỤ LỤC 1\nchưa ban hành kế hoạch hành động thực hiện Nghị quyết 36a\n1. Bộ Tư pháp\n",
}  # fmt: skip
PAGES = {
    "nested divisions": "<div>" * SIZE + "19/30", "paragraphs": "<p>19/30 bộ" * 2_000, "opened": "<" * SIZE,
    "attributes": '<a href="' * 10_000, "comments": "<!--" * 20_000, "entities": "&#" * 40_000,
    "tables": "<table><td>1" * 8_000,
    "closings": "</p>" * 20_000, "declarations": "<![" * 20_000, "cells": "<td>1" * 20_000,
}  # fmt: skip


@pytest.mark.parametrize("unit", UNITS.values(), ids=UNITS)
def test_a_crafted_text_takes_no_longer_than_another(unit: str) -> None:
    began = time.process_time()
    reading = read(unit * (SIZE // len(unit)))
    write_draft([describe(reading, "x.txt")], Quarter(2016, 2))
    assert time.process_time() - began < SECONDS
    assert reading.digits.runs == reading.digits.classified


@pytest.mark.parametrize("body", PAGES.values(), ids=PAGES)
def test_a_crafted_page_takes_no_longer_than_another(body: str) -> None:
    began = time.process_time()
    reading = read_text(open_source(f"<html>{body}".encode(), "x.html"), lexicon())
    assert time.process_time() - began < SECONDS
    assert reading.digits.runs == reading.digits.classified


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam, ñoäc laäp töï do haïnh phuùc. " * 3, "VNI"),
        ("Céng hßa x· héi chñ nghÜa ViÖt Nam, §éc lËp tù do h¹nh phóc, v¨n phßng ChÝnh phñ. " * 3, "TCVN3 (ABC)"),
        ("VÄƒn phÃ²ng ChÃ\xadnh phá»§ káº¿t ná»‘i liÃªn thÃ´ng vÄƒn báº£n. " * 3, "UTF-8 read as Latin-1"),
    ],
)
def test_an_old_encoding_is_recognised_and_said_and_nothing_is_converted(text: str, encoding: str) -> None:
    source = read_plain(f"{text}{SENTENCE}".encode(), "x.txt")
    assert (source.legacy, source.text.startswith(unicodedata.normalize("NFC", text)[:10])) == (encoding, True)
    claims = read_text(source, lexicon()).claims
    assert claims
    assert all(claim.doubts[0].code == "LEGACY_ENCODING" for claim in claims)


@pytest.mark.parametrize(
    "spell",
    [
        lambda text: unicodedata.normalize("NFD", text),
        lambda text: text.replace("liên", "li\u00adên"),
        lambda text: text.replace(" ", "\u00a0"),
        lambda text: text.replace("thông", "th\u200bông"),
        lambda text: text.replace(" và ", "\r\nvà "),
        lambda text: "\ufeff" + text,
    ],
)
def test_invisible_differences_change_no_claim(spell: object) -> None:
    assert callable(spell)
    assert [told(claim) for claim in read(spell(SENTENCE)).claims] == [told(claim) for claim in read(SENTENCE).claims]
