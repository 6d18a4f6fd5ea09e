from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from egov_tracker.errors import EgovError
from egov_tracker.render.templates import Templates
from egov_tracker.views.page import Align, Column, Footnote, Items, Lang, Page, Paragraph, Section, Table

if TYPE_CHECKING:
    from pathlib import Path

NASTY = "LĐTB&XH | <b>\"đậm\"</b> 'x' *sao* a_b _c_ `m` [a](b) &amp;\nhai \\ Hòa"
COLUMNS = (Column("Cơ | quan"), Column("Số", Align.RIGHT), Column("T", Align.CENTER))
PAGE = Page(
    lang=Lang.VI,
    title="Tình hình & <kết quả>",
    lead=("Dữ liệu: a_b",),
    sections=(
        Section("Mục", (Paragraph("1. Đoạn"), Items(("# một", "- hai")), Table(COLUMNS, ((NASTY, "1", ""),), "Bảng"))),
    ),
    footnotes=(Footnote(1, "Ghi < chú"),),
    sources=("[1] Nguồn",),
    headings={"footnotes": "Chú thích", "sources": "Nguồn"},
)
MARKDOWN = r"""# Tình hình & \<kết quả>

Dữ liệu: a_b

## Mục

1\. Đoạn

- \# một
- \- hai

| Cơ \| quan | Số | T |
|---|---:|:---:|
| LĐTB&XH \| \<b>"đậm"\</b> 'x' \*sao\* a_b \_c\_ \`m\` [a\](b) &amp;amp;<br>hai \\ Hòa | 1 |  |

## Chú thích

- (1) Ghi \< chú

## Nguồn

- [1] Nguồn
"""


def test_markdown_shows_every_character_as_it_is() -> None:
    assert Templates().render("page.md.j2", page=PAGE) == MARKDOWN


def test_html_escapes_every_text_and_says_its_language() -> None:
    page = Templates().render("page.html.j2", page=PAGE)
    assert '<html lang="vi">' in page
    assert "LĐTB&amp;XH | &lt;b&gt;&#34;đậm&#34;&lt;/b&gt; &#39;x&#39;" in page
    assert "<title>Tình hình &amp; &lt;kết quả&gt;</title>" in page
    assert "<caption>Bảng</caption>" in page
    assert page.count('<th scope="col">') == len(COLUMNS)
    assert "<script" not in page
    assert "http" not in page


def test_the_same_page_gives_the_same_bytes() -> None:
    assert Templates().render("page.html.j2", page=PAGE) == Templates().render("page.html.j2", page=PAGE)
    assert Templates().render("page.md.j2", page=PAGE) == Templates().render("page.md.j2", page=PAGE)


def test_a_users_template_is_found_first_and_may_extend_the_packages(tmp_path: Path) -> None:
    (tmp_path / "page.md.j2").write_text('Bộ Tư pháp\n{% include "packaged/page.md.j2" %}', encoding="utf-8")
    assert Templates(tmp_path).render("page.md.j2", page=PAGE) == "Bộ Tư pháp\n" + MARKDOWN


@pytest.mark.parametrize(
    ("template", "said"),
    [
        ("một\n{{ pgae.title }}\n", "page.md.j2:2: 'pgae' is undefined"),
        ("{{ page.titel }}", "page.md.j2:1: 'egov_tracker.views.page.Page object' has no attribute 'titel'"),
        ("\n{% for %}", "page.md.j2:2: Expected an expression, got 'end of statement block'"),
        (
            '{% include "none.md.j2" %}',
            "page.md.j2: expected a template that is there, got \"none.md.j2\"; did you mean 'page.md.j2'?",
        ),
        ("\n\n{{ 1 / 0 }}", "page.md.j2:3: division by zero"),
        ("\n{{ 2 ** 100 }}", "page.md.j2:2: a power of more than 64"),
        ("\n\n{{ page.__class__ }}", "page.md.j2:3: access to attribute '__class__' of 'Page' object is unsafe."),
    ],
)
def test_a_wrong_template_is_an_error_that_names_template_and_line(tmp_path: Path, template: str, said: str) -> None:
    (tmp_path / "page.md.j2").write_text(template, encoding="utf-8")
    with pytest.raises(EgovError) as raised:
        Templates(tmp_path).render("page.md.j2", page=PAGE)
    place = "" if said.startswith("page.md.j2: ") else f"{tmp_path}/"
    assert str(raised.value) == f"template {place}{said}"


def test_a_template_that_is_nested_too_deep_is_named(tmp_path: Path) -> None:
    (tmp_path / "page.md.j2").write_text("{% if 1 %}" * 3_000 + "{% endif %}" * 3_000, encoding="utf-8")
    with pytest.raises(EgovError) as raised:
        Templates(tmp_path).render("page.md.j2", page=PAGE)
    assert str(raised.value) == f"template {tmp_path}/page.md.j2: it is nested too deep"
