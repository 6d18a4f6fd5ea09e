from __future__ import annotations

from egov_tracker.reading.layout import annex_title

TEXT = """Công văn

Đến hết ngày 01/3/2016, còn một số bộ.

PHỤ LỤC 1
Các bộ, ngành Trung ương
chưa ban hành kế hoạch hành động

1\tBộ Ngoại giao
2\tBộ Tư pháp
"""


def test_the_title_of_an_annex_stands_above_its_first_row() -> None:
    title = annex_title(TEXT, TEXT.index("Bộ Tư pháp"))
    assert " ".join(TEXT[start:end].replace("\n", " ") for start, end in title) == (
        "PHỤ LỤC 1 Các bộ, ngành Trung ương chưa ban hành kế hoạch hành động"
    )


def test_the_body_of_a_text_is_no_annex() -> None:
    assert annex_title(TEXT, TEXT.index("Đến hết")) == ()
    assert annex_title("", 0) == ()
