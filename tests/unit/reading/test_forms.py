from __future__ import annotations

import io
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest

from egov_tracker.errors import EgovError
from egov_tracker.reading.claims import Code
from egov_tracker.reading.forms import open_source
from egov_tracker.reading.reader import read_text
from tests.documents import make_docx, make_pdf, pack_docx
from tests.reading import lexicon, told

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
SENTENCE = (
    "Tính đến hết ngày 30/6/2016, đã có 19/30 bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ và 63/63 tỉnh, thành phố "
    "trực thuộc Trung ương hoàn thành kết nối liên thông phần mềm quản lý văn bản với Văn phòng Chính phủ."
)
ANNEX = (
    "PHỤ LỤC\nCác bộ, ngành, địa phương chưa ban hành kế hoạch hành động thực hiện Nghị quyết 36a\n\n"
    "1\tBộ Lao động - Thương binh và Xã hội\t3\tHà Nam\n2\tBộ Y tế\t4\tBà Rịa - Vũng Tàu"
)
TEXTS = Path(__file__).parents[3] / "bench" / "reading" / "tuned"


def claims_of(raw: bytes, name: str = "text.txt") -> list[tuple[str, list[str]]]:
    """Give what is claimed, with the doubts about it."""
    reading = read_text(open_source(raw, name), lexicon())
    assert reading.digits.runs == reading.digits.classified
    return [(told(claim), [each.code for each in claim.doubts]) for claim in reading.claims]


@pytest.mark.parametrize("make", [make_docx, make_pdf])
@pytest.mark.parametrize("path", sorted(TEXTS.glob("*.txt")), ids=lambda path: path.stem)
def test_word_and_pdf_give_the_same_claims_as_the_text(path: Path, make: object) -> None:
    if make is make_pdf:
        pytest.importorskip("pypdfium2")
    text = path.read_text(encoding="utf-8").partition("====\n")[2]
    assert callable(make)
    assert claims_of(make(text)) == claims_of(text.encode())


def test_a_list_cut_by_the_end_of_a_page_is_one_list() -> None:
    pytest.importorskip("pypdfium2")
    rows = "\n".join(f"{number}\t{name}" for number, name in enumerate(("Hà Nam", "Cà Mau", "Phú Yên", "Sơn La"), 1))
    text = "PHỤ LỤC\nCác tỉnh chưa ban hành kế hoạch hành động thực hiện Nghị quyết 36a\n\n" + rows + "\n0567890"
    pdf = make_pdf(text, lines_per_page=5, page_numbers=True)
    assert claims_of(pdf) == claims_of(text.encode())


def test_accented_letters_drawn_out_of_order_stay_in_their_words() -> None:
    pytest.importorskip("pypdfium2")
    assert open_source(make_pdf(SENTENCE), "x.pdf").text == SENTENCE


def test_wrapped_cells_of_a_pdf_go_on_in_their_row() -> None:
    from egov_tracker.reading.forms.positions import Char, join_lines, order_lines

    def draw(text: str, left: float, baseline: float) -> list[Char]:
        return [Char(char, left + 5 * at, left + 5 * at + 5, baseline, 10) for at, char in enumerate(text)]

    chars = (
        draw("1", 50, 700)
        + draw("Ban Quản lý Lăng", 90, 700)
        + draw("Chủ tịch", 90, 688)
        + draw("2", 50, 676)
        + draw("VTV", 90, 676)
    )
    assert join_lines(order_lines(chars)) == ["1\tBan Quản lý Lăng Chủ tịch", "2\tVTV"]


def test_what_was_deleted_in_review_is_left_out() -> None:
    body = (
        f"<w:document "
        f"{W}><w:body><w:p><w:del><w:r><w:delText>63</w:delText><w:t>62</w:t></w:r></w:del>"
        "<w:r><w:t>19/30</w:t></w:r></w:p></w:body></w:document>"
    )
    assert open_source(pack_docx(body), "x.docx").text.strip() == "19/30"


def zip_bomb() -> bytes:
    packed = io.BytesIO()
    with (
        zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive,
        archive.open("word/document.xml", "w", force_zip64=True) as entry,
    ):
        entry.write(f"<w:document {W}><w:body><w:p><w:r><w:t>".encode())
        for _ in range(100):
            entry.write(b" " * 1_000_000)
    return packed.getvalue()


@pytest.mark.parametrize(
    ("raw", "complaint"),
    [
        (
            pack_docx(f'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><w:document {W}>&a;</w:document>'),
            "entities",
        ),
        (pack_docx(f'<!DOCTYPE x [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><w:document {W}>&b;</w:document>'), "entities"),
        (pack_docx("<w:document"), "document.xml:1"),
        (pack_docx(b"\xff\xfe\x00"), "document.xml"),
        (b"PK\x03\x04 nothing", "not a readable Word document"),
        (make_docx("x")[:200], "not a readable Word document"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "before 2007"),
        (b"\xff\xd8\xff\xe0", "not UTF-8"),
        (b"Ti\xea\xecng Vi\xea\xf2t", "not UTF-8"),
    ],
)
def test_what_cannot_be_read_is_said_in_a_sentence(raw: bytes, complaint: str) -> None:
    with pytest.raises(EgovError, match=complaint):
        open_source(raw, "x.docx")


def test_what_unpacks_to_too_much_is_said_in_a_sentence() -> None:
    with pytest.raises(EgovError, match="too large"):
        open_source(zip_bomb(), "x.docx")


def test_a_pdf_that_lies_about_itself_is_an_error_or_a_text_and_never_a_crash() -> None:
    pytest.importorskip("pypdfium2")
    pdf = make_pdf(SENTENCE)
    lies = [
        pdf[: len(pdf) // 2],
        pdf.replace(b"/Count 1", b"/Count 999999999"),
        pdf.replace(b"/MediaBox [0 0 595 842]", b"/MediaBox [0 0 9e30 -1]"),
        pdf.replace(b"/Length", b"/Length 99999999 /X", 1),
        b"%PDF-1.7",
        b"%PDF-1.7\n" + b"\x00" * 1000,
    ]
    for lie in lies:
        with suppress(EgovError):
            assert len(open_source(lie, "x.pdf").text) < len(SENTENCE) * 4


def test_a_character_at_no_place_is_an_error() -> None:
    pytest.importorskip("pypdfium2")
    pdf = make_pdf(SENTENCE).replace(b"[0.001 0 0 0.001 0 0]", b"[99999 0 0 99999 0 0]")
    with pytest.raises(EgovError, match="not a readable PDF: a character stands at no place"):
        open_source(pdf, "x.pdf")


def test_heaped_marks_are_an_error() -> None:
    with pytest.raises(EgovError, match="more than 16 combining marks in a row"):
        open_source(("e" + "\u0301\u0323" * 40_000).encode(), "x.txt")


def test_ocr_is_refused_where_there_is_nothing_to_recognise() -> None:
    with pytest.raises(EgovError, match="--ocr is for PDF"):
        open_source(b"text", "x.txt", ocr=True)


def page(body: str) -> bytes:
    head = '<head><meta charset="utf-8"><script>var a = 12345</script></head>'
    return f"<!DOCTYPE html><html>{head}<body>{body}</body></html>".encode()


@pytest.mark.parametrize(
    "beside",
    [
        "<nav><p>{}</p></nav>",
        "<aside><p>{}</p></aside>",
        "<footer>{}</footer>",
        '<div class="sidebar"><p>{}</p></div>',
        '<div id="comments"><div><p>{}</p></div></div>',
        '<ul class="tin-lien-quan related"><li>{}</li></ul>',
        "<figure><figcaption>{}</figcaption></figure>",
    ],
)
def test_what_stands_beside_an_article_is_kept_and_never_clean(beside: str) -> None:
    article = SENTENCE.replace("30/6/2016", "31/7/2016").replace("19/30", "22/30")
    claims = claims_of(page(f"{beside.format(SENTENCE)}<article><p>{article}</p></article>"), "x.html")
    clean = [claim for claim, doubts in claims if not doubts]
    assert clean == [
        "document_interconnection central value 22/30 2016-07-31",
        "document_interconnection provinces value 63/63 2016-07-31",
    ]
    assert sum(Code.BOILERPLATE in doubts for _, doubts in claims) == 2


def test_a_page_is_read_like_its_text() -> None:
    rows = "".join(
        f"<tr>{''.join(f'<td>{cell}</td>' for cell in row.split(chr(9)))}</tr>" for row in ANNEX.split("\n")[3:]
    )
    title = "".join(f"<p>{line}</p>" for line in ANNEX.split("\n")[:2])
    assert claims_of(page(f"{title}<table>{rows}</table>"), "x.html") == claims_of(ANNEX.encode())


def test_scripts_and_styles_are_no_text() -> None:
    assert open_source(page("<style>p{margin:12px}</style><p>19/30</p>"), "x.html").text.strip() == "19/30"
