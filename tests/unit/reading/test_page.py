"""The reading as a web page: whole, for two documents with claims, plans, doubts and what is left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from egov_tracker.reading.draft import describe_all
from egov_tracker.reading.page import write_page
from tests.reading import read

if TYPE_CHECKING:
    from collections.abc import Callable

FIRST = (
    "Tin <mới>\n\nTính đến 30/6/2016, 19/30 bộ, ngành đã liên thông với VPCP; còn 2 cơ quan chưa liên thông, gồm: "
    "Bộ Y tế, Bộ Văn hóa, Thể thao và Du lịch. Có 47.774 dịch vụ công trực tuyến mức độ 3, 4 (96,8%).\n"
    "Đến 30/6/2016, đang liên thông với VPCP gồm: Hà Nam & Cà Mau; ngoại trừ Bộ Công an, Bộ Quốc phòng.\n"
    "Dự kiến đến 31/12/2016 có 30/30 bộ, ngành. Chi 5 tỷ đồng, gọi 1900 1234, xong 3 con mèo trong 2 tháng lúc 10:45. "
    "Phải xong trước khi họp: 7 bộ, ngành."
)
SECOND = "Đến 30/6/2016, 40/63 tỉnh, thành phố đã kết nối liên thông với VPCP."


def test_a_page_shows_the_text_with_its_marks_beside_what_was_read(golden: Callable[[str, str], None]) -> None:
    entries = describe_all([("a.txt", read(FIRST)), ("a.txt", read(SECOND)), ("b.txt", read("Không có gì."))])
    golden("reading/page.html", write_page(entries))
