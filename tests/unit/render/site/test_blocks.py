"""The blocks of a page of a site: each as it stands in HTML, with its links, and nothing of a text becomes markup."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from egov_tracker.render.site.blocks import BlockWriter
from egov_tracker.views.page import (
    Across,
    Align,
    Chart,
    Column,
    Drawn,
    Footnote,
    Items,
    Lang,
    Legend,
    Page,
    Paragraph,
    Section,
    Sign,
    Strip,
    Table,
    Tile,
    Tiles,
)
from egov_tracker.views.site.links import Linked
from egov_tracker.views.site.pages import SitePage
from egov_tracker.views.trend.bars import Bar, Fill, Part

if TYPE_CHECKING:
    from collections.abc import Callable

COLUMNS = (Column("Cơ quan"), Column("Hình"), Column("Số", Align.RIGHT))
BAR = Bar((Part(Fill.DONE, Decimal(19)), Part(Fill.UNNAMED, Decimal(9))), Decimal(30), Decimal(30), dashed=True)
CHART = Chart(
    COLUMNS,
    (
        Across(Strip.HEADING, "Liên thông (2)"),
        Drawn(("Bộ Y tế", "", "1"), BAR),
        Drawn(("b", "", "2")),
        Across(Strip.GAP, "quý III"),
    ),
    "Biểu đồ",
    1,
)
PAGE = Page(
    Lang.VI,
    "Trang",
    ("Dữ liệu: <data>", ""),
    (
        Section(
            "Liên thông (2)",
            (Paragraph("Bộ Y tế; Bộ Công an (suy ra). [1] [9]"), Items(("Bộ Y tế: a & b", "hai"))),
        ),
        Section(
            "",
            (
                Table(COLUMNS, (("Bộ Y tế", "✓", "1"), ("Bộ <B>", "x", "2")), "Bảng", {"✓": "done"}),
                CHART,
                Tiles((Tile(0, 1, "Hà Giang", "done", "✓"), Tile(1, 0, "Lai Châu", "unknown", "?")), 'Bản "đồ"'),
                Legend((Sign(Fill.DONE, "█", "xong"),)),
            ),
        ),
        Section("Rộng", (Table((COLUMNS[0], *COLUMNS[2:] * 10), (("a", *"0123456789"),), "Rộng"),)),
    ),
    (Footnote(1, "Ghi chú của Bộ Y tế"),),
    ("[1] Báo cáo",),
    {"footnotes": "Chú thích", "sources": "Nguồn"},
)
LINKS = {"Bộ Y tế": "b/bo-y-te.html", "Liên thông": "i/lien-thong.html", "Bộ Công an": "b/bo-cong-an.html"}


def writer(path: str = "q/2016Q2.html") -> BlockWriter:
    return BlockWriter(SitePage(path, PAGE, LINKS), {"1": "s/1.html"}, {"Liên thông": "lien-thong"}, {})


def test_every_block_stands_in_html_as_it_did(golden: Callable[[str, str], None]) -> None:
    golden("site-blocks.html", "".join(writer().main(PAGE)))


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Bộ Y tế", '<a href="../b/bo-y-te.html">Bộ Y tế</a>'),
        ("a; Bộ Y tế (2).", 'a; <a href="../b/bo-y-te.html">Bộ Y tế</a> (2).'),
        ("Bộ Y tế (2).", "Bộ Y tế (2)."),
        ("Bộ Y tế & Co", "Bộ Y tế &amp; Co"),
        ("a: Bộ Y tế; <b>", 'a: <a href="../b/bo-y-te.html">Bộ Y tế</a>; &lt;b&gt;'),
        ("như [1] và [2]", 'như <a href="../s/1.html">[1]</a> và [2]'),
        (Linked("<đây>", "s/1.html"), '<a href="../s/1.html">&lt;đây&gt;</a>'),
        (Linked("ngoài", "https://example.org/"), '<a href="https://example.org/">ngoài</a>'),
        (Linked("chính nó", "q/2016Q2.html"), "chính nó"),
    ],
)
def test_what_names_another_page_leads_there(text: str, written: str) -> None:
    both = writer()
    assert (both.inline(text), both.inline(text)) == (written, written)


def test_a_page_at_the_root_leads_down_and_does_not_lead_to_itself() -> None:
    assert writer("index.html").inline("Bộ Y tế") == '<a href="b/bo-y-te.html">Bộ Y tế</a>'
    assert writer("b/bo-y-te.html").inline("Bộ Y tế") == "Bộ Y tế"
