from __future__ import annotations

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from egov_tracker.render.inline import Inline
from egov_tracker.views.page import Footnote, Lang, Page

ADDRESS = '<a href="https://x.vn/a?b=1&amp;c=2">https://x.vn/a?b=1&amp;c=2</a>'


def page(lang: Lang = Lang.VI) -> Page:
    return Page(lang, "Trang", (), (), (Footnote(1, "một"), Footnote(2, "hai")), ("[1] Báo cáo", "[2] Bài"))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("29/30", "29/30"),
        ("(1)", '<a href="#note-1" id="to-note-1">(1)</a>'),
        ("[2] (2)", '<a href="#source-2" id="to-source-2">[2]</a> <a href="#note-2" id="to-note-2">(2)</a>'),
        ("[1] dòng (2)", '<a href="#source-1" id="to-source-1">[1]</a> dòng <a href="#note-2" id="to-note-2">(2)</a>'),
        ("(1) (7)", '<a href="#note-1" id="to-note-1">(1)</a> (7)'),  # there is no note 7
        ("Chưa hoàn thành (1): Bộ Y tế", "Chưa hoàn thành (1): Bộ Y tế"),  # a count
        ("[1]: còn (2)", '<a href="#source-1" id="to-source-1">[1]</a>: còn (2)'),
        ("xem https://x.vn/a?b=1&c=2.", f"xem {ADDRESS}."),
        ("“https://x.vn/a?b=1&c=2”", f"“{ADDRESS}”"),
        ("https://x.vn/[1](1)", '<a href="https://x.vn/[1](1">https://x.vn/[1](1</a>)'),
        ("ftp://x.vn (a)", "ftp://x.vn (a)"),
        ('https://x.vn/"><b>', '<a href="https://x.vn/">https://x.vn/</a>&#34;&gt;&lt;b&gt;'),
    ],
)  # fmt: skip
def test_references_and_addresses_in_a_text_are_links(text: str, shown: str) -> None:
    assert str(Inline(page()).text(text)) == shown


def test_a_note_leads_back_to_where_it_is_referred_to_first() -> None:
    inline = Inline(page())
    assert [inline.text("[1] (1)"), inline.text("[1]")] == [
        '<a href="#source-1" id="to-source-1">[1]</a> <a href="#note-1" id="to-note-1">(1)</a>',
        '<a href="#source-1">[1]</a>',
    ]
    assert inline.entry("một", "note", 1) == '<li id="note-1"><a href="#to-note-1">(1)</a> một</li>'
    assert inline.entry("hai", "note", 2) == '<li id="note-2">(2) hai</li>'
    assert inline.entry("[1] Báo cáo", "source", 1) == '<li id="source-1"><a href="#to-source-1">[1]</a> Báo cáo</li>'


def test_what_an_english_page_quotes_in_vietnamese_says_its_language() -> None:
    said = "It says “kết nối” and “none”."
    assert Inline(page(Lang.EN)).text(said) == 'It says <span lang="vi">“kết nối”</span> and “none”.'
    assert Inline(page()).text(said) == said


@given(st.lists(st.sampled_from([*"[]()12 &;\"'<>.“”ế", "(1)", "[1]", "https://", "x&amp;", "&#39;"])).map("".join))
def test_whatever_a_text_is_it_reads_the_same_and_nothing_of_it_becomes_markup(text: str) -> None:
    shown = Inline(page(Lang.EN)).text(text)
    if shown is not text:
        tag = r'</?(?:a(?: href="[^"<>]*")?(?: id="to-[a-z]+-\d")?|span(?: lang="vi")?)>'
        assert html.unescape(re.sub(tag, "", shown)) == text
