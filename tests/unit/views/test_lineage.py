"""The life of a body in words."""

from __future__ import annotations

import pytest

from egov_tracker.views.lineage import life_of
from egov_tracker.views.page import Lang
from egov_tracker.views.phrases import Phrases
from tests.building import definitions

COMMISSION = "uy-ban-quan-ly-von-nha-nuoc-tai-doanh-nghiep"


@pytest.mark.parametrize(
    ("body", "lang", "points"),
    [
        (COMMISSION, Lang.VI, (
            "Tên tiếng Anh: Commission for the Management of State Capital at Enterprises",
            ("Tên khác: UBQLVNN; CMSC; Uỷ ban Quản lý vốn nhà nước tại doanh nghiệp; "
            "Ủy ban Quản lý vốn Nhà nước tại doanh nghiệp"),
            "Từ 03/02/2018, theo Nghị quyết 09/NQ-CP ngày 03/02/2018, chưa kiểm chứng",
            "Đến 28/02/2025",
            "Kế tục: Bộ Tài chính",
            ("Chức năng, nhiệm vụ theo Nghị định 131/2018/NĐ-CP ngày 29/9/2018; "
            "ngày thành lập và ngày kết thúc chưa kiểm chứng."),
        )),
        (COMMISSION, Lang.EN, (
            "Vietnamese name: “Ủy ban Quản lý vốn nhà nước tại doanh nghiệp”",
            ("Other names: UBQLVNN; CMSC; “Uỷ ban Quản lý vốn nhà nước tại doanh nghiệp”; "
            "“Ủy ban Quản lý vốn Nhà nước tại doanh nghiệp”"),
            "From 3 February 2018, under Resolution 09/NQ-CP of 3 February 2018, not verified",
            "Until 28 February 2025",
            "Successors: Ministry of Finance",
            ("“Chức năng, nhiệm vụ theo Nghị định 131/2018/NĐ-CP ngày 29/9/2018; "
            "ngày thành lập và ngày kết thúc chưa kiểm chứng.”"),
        )),
        ("ninh-binh", Lang.VI, (
            "Tên đầy đủ: tỉnh Ninh Bình",
            "Tên tiếng Anh: Ninh Binh",
            "Mã định danh: H42",
            "Đến 30/6/2025, theo Nghị quyết 202/2025/QH15 ngày 12/6/2025",
            "Kế tục: Ninh Bình (từ 01/7/2025)",
        )),
        ("ninh-binh", Lang.EN, (
            "Full name: “tỉnh Ninh Bình”",
            "Vietnamese name: “Ninh Bình”",
            "Identifier: H42",
            "Until 30 June 2025, under Resolution 202/2025/QH15 of 12 June 2025",
            "Successors: Ninh Binh (from 1 July 2025)",
        )),
        ("bo-tai-chinh", Lang.VI, (
            "Tên tiếng Anh: Ministry of Finance",
            "Tên khác: Tài chính; Bộ Tài Chính; BTC",
            "Mã định danh: G12",
            "Tiếp nhận ngày 01/3/2025, theo Nghị quyết 176/2025/QH15: Bộ Kế hoạch và Đầu tư",
        )),
        ("bo-tai-chinh", Lang.EN, (
            "Vietnamese name: “Bộ Tài chính”",
            "Other names: “Tài chính”; “Bộ Tài Chính”; BTC",
            "Identifier: G12",
            "Took over on 1 March 2025, under Resolution 176/2025/QH15: Ministry of Planning and Investment",
        )),
    ],
)  # fmt: skip
def test_names_dates_documents_and_neighbours_stand_in_their_order(
    body: str, lang: Lang, points: tuple[str, ...]
) -> None:
    registry = definitions().registry
    assert life_of(registry.by_id[body], registry, Phrases(lang)) == points
