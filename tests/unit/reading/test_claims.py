from __future__ import annotations

import pytest

from egov_tracker.reading.claims import Code
from egov_tracker.reading.reader import read_text
from egov_tracker.reading.sources import Region, SourceText, read_plain
from tests.reading import lexicon, read, told

CENTRAL = "bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ"
EXCHANGE = "kết nối liên thông phần mềm quản lý văn bản với Văn phòng Chính phủ"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            f"Tính đến hết tháng 6/2016, đã có 19/30 {CENTRAL} và 63/63 tỉnh, thành phố hoàn thành {EXCHANGE}.",
            [
                "document_interconnection central value 19/30 2016-06-30",
                "document_interconnection provinces value 63/63 2016-06-30",
            ],
        ),
        (
            (
                "Đến ngày 28/6/2016, ngoại trừ Bộ Công an và Bộ Quốc phòng là 2 cơ "
                "quan đặc thù, vẫn còn 15 bộ, ngành và "
                "8 địa phương chưa công khai tiến độ xử lý hồ sơ trên Cổng thông tin điện tử Chính phủ."
            ),
            [
                "dossier_publication central exempt 2 2016-06-28: Bộ Công an; Bộ Quốc phòng",
                "dossier_publication central outstanding 15 2016-06-28",
                "dossier_publication provinces outstanding 8 2016-06-28",
            ],
        ),
        (
            (
                "Tính đến ngày 20/5/2016, Bộ Tài chính, Bộ Tư pháp và 2 tỉnh Cà Mau, "
                "Phú Yên chưa ban hành kế hoạch hành động "
                "thực hiện Nghị quyết 36a."
            ),
            [
                "action_plan central outstanding - 2016-05-20: Bộ Tài chính; Bộ Tư pháp",
                "action_plan provinces outstanding 2 2016-05-20: Cà Mau; Phú Yên",
            ],
        ),
        (
            (
                "Văn phòng Chính phủ đã gửi, nhận văn bản điện tử có chữ ký số với 2 "
                "bộ: Y tế, Văn hóa-Thể thao và Du lịch; "
                "đang hoàn thiện việc gửi, nhận văn bản có chữ ký số với 2 tỉnh gồm Hà Nam, Thừa Thiên-Huế."
            ),
            [
                "signed_exchange central value 2 unknown: Y tế; Văn hóa-Thể thao và Du lịch",
                "signed_exchange provinces in_progress 2 unknown: Hà Nam; Thừa Thiên-Huế",
            ],
        ),
        (
            "Đến hết quý II/2018, các địa phương cung cấp 47.774 dịch vụ công trực tuyến mức độ 3, 4 (96,8%).",
            ["online_services[level=3-4] provinces value 47.774 2018-06-30"],
        ),
        (
            (
                "Tỷ lệ dịch vụ có phát sinh hồ sơ trong quý II/2018 của các bộ, ngành "
                "đạt 36,95% (583/1.578), tăng hơn 10%."
            ),
            ["services_with_dossiers central value 36,95% (583/1.578) 2018Q2"],
        ),
        (
            (
                "Từ ngày 9/12/2019 đến ngày 23/11/2021, Cổng Dịch vụ công quốc gia có "
                "hơn 1,2 triệu tài khoản đăng ký; hơn 274 "
                "triệu lượt truy cập; hơn 83 triệu hồ sơ đồng bộ trạng thái; hơn 2,3 "
                "triệu hồ sơ trực tuyến thực hiện từ Cổng."
            ),
            [
                "portal_accounts national value hơn 1,2 triệu 2021-11-23",
                "portal_visits national value hơn 274 triệu 2021-11-23",
                "portal_synced_dossiers national value hơn 83 triệu 2021-11-23",
                "portal_dossiers national value hơn 2,3 triệu 2021-11-23",
            ],
        ),
        (
            "Về Chính phủ điện tử, Việt Nam xếp hạng 86/193 quốc gia năm 2020, tăng 2 bậc.",
            ["un_egdi_rank national value 86/193 2020"],
        ),
        (
            "Tỷ lệ dịch vụ công trực tuyến mức độ 4 tăng từ 10,76% năm 2019 lên 30,1%.",
            ["level4_share national value 30,1% unknown"],
        ),
        (
            (
                "Trong tháng 2/2020, có 25 bộ, tỉnh có nền tảng tích hợp, chia sẻ dữ "
                "liệu; đến tháng 7/2020, đã có 76 bộ, tỉnh có nền tảng này."
            ),
            ["lgsp all value 25 2020-02", "lgsp all value 76 2020-07"],
        ),
    ],
)
def test_a_sentence_is_read_into_claims(text: str, expected: list[str]) -> None:
    assert [told(claim) for claim in read(text).claims] == expected


@pytest.mark.parametrize(
    ("text", "due"),
    [
        (f"Dự kiến đến tháng 12/2019 sẽ có 63/63 tỉnh, thành phố hoàn thành {EXCHANGE}.", "2019-12"),
        ("Phấn đấu đến hết năm 2016, có 100% dịch vụ công trực tuyến ở mức độ 3.", "2016-12-31"),
        (
            "Chính phủ yêu cầu 100% bộ, ngành kết nối với Trục liên thông văn bản quốc gia trước ngày 30/6/2019.",
            "2019-06-30",
        ),
        ("Đề nghị các bộ, ngành hoàn thành kết nối trước ngày 1/7/2016.", "2016-07-01"),
        ("II. Mục tiêu đến hết năm 2019\n- 100% bộ, ngành, địa phương gửi, nhận văn bản điện tử có ký số.", None),
    ],
)
def test_a_plan_is_a_proposal_and_never_a_claim(text: str, due: str | None) -> None:
    reading = read(text)
    assert ([told(claim) for claim in reading.claims], [each.due for each in reading.proposals]) == ([], [due])


@pytest.mark.parametrize(
    ("text", "classes"),
    [
        ("Số dịch vụ tăng gần 1.300 dịch vụ so với quý I/2019.", ["change"]),
        ("Trung bình mỗi tháng có khoảng 200.000 văn bản qua Trục liên thông văn bản quốc gia.", ["average"]),
        ("Tiết kiệm 1.200 tỷ đồng/năm.", ["money"]),
        ("Tỉnh có 14/14 huyện, thị xã kết nối liên thông.", ["unread"]),
        ("Có 110.230 dịch vụ công trực tuyến mức độ 2.", ["unread", "level"]),
        ("Hệ thống giữa 2 cơ quan đã liên thông với VPCP.", ["unread"]),
    ],
)
def test_what_is_no_observation_is_a_passage_with_its_class(text: str, classes: list[str]) -> None:
    reading = read(text)
    assert [told(claim) for claim in reading.claims] == []
    assert [each.kind.value for each in reading.unread if each.kind.value != "date"] == classes


def test_an_unknown_name_is_kept_as_printed_and_doubted() -> None:
    (claim,) = read(
        "Còn 3 cơ quan chưa liên thông với Văn phòng Chính phủ, gồm: Bộ Y tế, "
        "Ủy ban Giám sát tài chính quốc gia, Bộ Nội vụ."
    ).claims
    assert [(name.printed, name.known) for name in claim.names] == [
        ("Bộ Y tế", True),
        ("Ủy ban Giám sát tài chính quốc gia", False),
        ("Bộ Nội vụ", True),
    ]
    assert "UNKNOWN_NAME" in [each.code for each in claim.doubts]


def test_a_stated_number_that_differs_from_the_names_is_doubted() -> None:
    (claim,) = read("Còn 9 cơ quan chưa liên thông với Văn phòng Chính phủ, gồm: Bộ Y tế, Bộ Nội vụ.").claims
    assert "the number does not equal the number of names: 9 against 2" in [each.message for each in claim.doubts]


def test_a_percentage_that_does_not_recompute_is_doubted() -> None:
    (claim,) = read("Có 44/71 nhiệm vụ được giao tại Nghị quyết 36a đã hoàn thành (51,9%).").claims
    assert "SUM" in [each.code for each in claim.doubts]


def test_dated_resolves_den_nay_and_says_so() -> None:
    text = "Đến nay, 19/30 bộ, ngành đã liên thông với Văn phòng Chính phủ."
    assert [claim.as_of for claim in read(text).claims] == ["unknown"]
    (claim,) = read(text, dated="2016-07-05").claims
    assert claim.as_of == "2016-07-05"
    assert "DATE_DATED" in [each.code for each in claim.doubts]


def test_a_year_is_never_supplied() -> None:
    text = "Đến ngày 3/5, 29 bộ, ngành, địa phương đã liên thông với Văn phòng Chính phủ."
    assert [claim.as_of for claim in read(text).claims] == ["unknown"]
    assert [claim.as_of for claim in read(text, period="2016Q2").claims] == ["2016-05-03"]


def test_every_anchor_leads_to_the_printed_words() -> None:
    reading = read("Đến 30/6/2016, còn 2 tỉnh chưa liên thông với VPCP gồm: Hà Nam và TP. HCM.")
    (claim,) = reading.claims
    text = reading.source.text
    assert claim.value is not None
    assert claim.date is not None
    assert text[slice(*claim.value)] == "2"
    assert text[slice(*claim.date)] == "30/6/2016"
    assert [text[slice(*name.anchor)] for name in claim.names] == ["Hà Nam", "TP. HCM"]


PLAIN = read_plain(f"Đến 30/6/2016, 19/30 {CENTRAL} đã {EXCHANGE}.".encode(), "a.txt")
LISTED = "còn 9 bộ chưa liên thông với VPCP"


@pytest.mark.parametrize(
    ("source", "sentence"),
    [
        (PLAIN._replace(legacy="VNI"), "the text seems to be in a font encoding of the time before Unicode: VNI"),
        (PLAIN._replace(regions=(Region(0, 9, Code.OCR),)), "the text was recognised from a picture"),
        (PLAIN._replace(regions=(Region(0, 9, Code.BOILERPLATE),)),
         "it stands beside the article: navigation, sidebar, caption or footer"),
        (PLAIN._replace(regions=(Region(len(PLAIN.text) - 1, 999, Code.OCR),)),
         "the text was recognised from a picture"),
        (PLAIN._replace(regions=(Region(len(PLAIN.text), 999, Code.OCR),)), None),
        (PLAIN._replace(text=f"Xong.\n\n{PLAIN.text}", regions=(Region(0, 7, Code.OCR),)), None),
    ],
    ids=["an old encoding", "a picture", "beside", "the last letter", "behind", "before"],
)  # fmt: skip
def test_what_a_text_comes_from_is_a_doubt(source: SourceText, sentence: str | None) -> None:
    (claim,) = read_text(source, lexicon()).claims
    assert [each.message for each in claim.doubts] == ([sentence] if sentence else [])


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (f"Đến 30/6/2016, {LISTED} như Bộ Y tế, Bộ Nội vụ.", "the names are examples"),
        (f"Đến nay, {LISTED}.", "the date is the day given with --dated"),
        (f"Đến 30/6/2016, {LISTED} {'a ' * 300}.", "the sentence is too long or too full to be read with certainty"),
    ],
)
def test_a_doubt_is_a_sentence(text: str, sentence: str) -> None:
    (claim,) = read(text, dated="2016-07-05").claims
    assert sentence in [each.message for each in claim.doubts]
