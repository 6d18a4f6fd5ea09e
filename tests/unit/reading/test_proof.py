from __future__ import annotations

import pytest

from tests.reading import read

CENTRAL = "bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ"
EXCHANGE = "kết nối liên thông phần mềm quản lý văn bản với Văn phòng Chính phủ"
PLAN = "kế hoạch hành động thực hiện Nghị quyết 36a"
PUBLICATION = "công khai tiến độ giải quyết hồ sơ trên Cổng Thông tin điện tử Chính phủ"
AXIS = "kết nối với Trục liên thông văn bản quốc gia"


@pytest.mark.parametrize(
    "text",
    [
        f"Tính đến hết ngày 30/6/2016, đã có 19/30 {CENTRAL} hoàn thành {EXCHANGE}.",
        f"Đến hết quý II/2017, 29/30 {CENTRAL} đã ban hành {PLAN}/NQ-CP.",
        f"Tính đến ngày 28/6/2016, còn 8 tỉnh, thành phố chưa {PUBLICATION}.",
        f"Theo Văn phòng Chính phủ, đến 31/8/2019, 27/31 {CENTRAL} đã {AXIS}.",
        "Có 60/63 tỉnh, thành phố đã ban hành Kiến trúc Chính quyền điện tử tính đến ngày 30/9/2018.",
    ],
)
def test_a_sentence_that_proves_everything_is_clean(text: str) -> None:
    (claim,) = read(text).claims
    assert claim.doubts == ()


@pytest.mark.parametrize(
    "text",
    [
        f"Tính đến 30/6/2016, 19/30 {CENTRAL} cho rằng đã hoàn thành {EXCHANGE}.",
        f"Tính đến 30/6/2016, 19/30 {CENTRAL} được hướng dẫn {EXCHANGE}.",
        f"Tính đến 30/6/2016, 19/30 {CENTRAL} đã ký cam kết hoàn thành {EXCHANGE}.",
        f"Tính đến 30/6/2016, đã cấp kinh phí cho 19/30 {CENTRAL} để {EXCHANGE}.",
        f"Tính đến 30/6/2016, Bộ Nội vụ đã hỗ trợ 40/63 tỉnh, thành phố {EXCHANGE}.",
        f"Tính đến 30/6/2016, 40/63 tỉnh, thành phố gặp khó khăn khi {EXCHANGE}.",
        f"Đến 30/6/2016, 40/63 tỉnh, thành phố đã lấy ý kiến về việc ban hành {PLAN}.",
        f"Đến 30/6/2016, 40/63 tỉnh, thành phố ban hành {PLAN} của tỉnh về du lịch.",
        f"Đến 30/6/2016, 40/63 tỉnh, thành phố đã công khai quy trình, chưa {PUBLICATION}.",
        f"Đến 30/6/2016, 40/63 tỉnh, thành phố {EXCHANGE} bằng phần mềm thử nghiệm.",
        f"Đến 12/3/2019, 60/63 tỉnh, thành phố có trên 50% đơn vị {AXIS}.",
        f"Đến 12/3/2019, 60/63 tỉnh, thành phố đánh giá cao việc {AXIS}.",
        "Đến 31/12/2019, 40/63 tỉnh, thành phố ban hành Kiến trúc Chính quyền điện tử phiên bản 1.0.",
        "Đến 31/12/2019, 40/63 tỉnh, thành phố hoàn thành tích hợp 100 dịch vụ lên Cổng Dịch vụ công quốc gia.",
        f"Đến 30/6/2016, có phải 40/63 tỉnh, thành phố đã {EXCHANGE}?",
        f"Đến nay, 40/63 tỉnh, thành phố đã {EXCHANGE}.",
        f"Đến 30/6, 40/63 tỉnh, thành phố đã {EXCHANGE}.",
        f"Đến 30/6/2016, 40/63 bộ, ngành đã {EXCHANGE}.",
        f"Đến 30/6/2016, 9 cơ quan đã {EXCHANGE}.",
        f"Tại Hàn Quốc, đến 30/6/2016, 17/17 tỉnh, thành phố đã {EXCHANGE}.",
        f"Đến 30/6/2016, 40/63 tỉnh, thành phố và 14 huyện đã {EXCHANGE}.",
        f"Đến 30/6/2016, 40/63 tỉnh đã {EXCHANGE}. Đến 30/6/2016, 41/63 tỉnh đã {EXCHANGE}.",
        "Đến 30/6/2020, cả nước có 54.000 dịch vụ công trực tuyến mức độ 3, 4.",
        f"# Đến 30/6/2016, 40/63 tỉnh, thành phố đã {EXCHANGE}",
    ],
)
def test_a_sentence_that_leaves_anything_open_is_never_clean(text: str) -> None:
    assert [claim.printed for claim in read(text).claims if claim.is_clean] == []
