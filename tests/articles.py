"""What the law says of how a letter looks, article by article, for whatever it is read back from.

Circular 01/2011/TT-BNV, articles 5 to 15 and the specimen of its appendix IV, holds until 2020-03-04; from then on
Decree 30/2020/NĐ-CP, appendix I, part I, sections I to III. Both are named in each line, the circular first.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from egov_tracker.model.terms import Regime


class Side(StrEnum):
    """Where the lines of a part stand; None is said where the law leaves it free."""

    CENTRE = "centre"
    BOTH = "both"
    RIGHT = "right"


class Part(NamedTuple):
    """How a part is printed: `starts` is its beginning in either letter, `sizes` are points, `half` is of the page."""

    starts: tuple[str, ...]
    sizes: tuple[int, int]
    look: str
    side: Side | None = None
    half: str | None = None


FORM = {
    "name of the state: article 6; II.1": Part(
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",), (12, 13), "bold", Side.CENTRE, "right"
    ),
    "motto: article 6; II.1": Part(("Độc lập - Tự do - Hạnh phúc",), (13, 14), "bold", Side.CENTRE, "right"),
    "issuing body: article 7; II.2": Part(("VĂN PHÒNG CHÍNH PHỦ",), (12, 13), "bold", Side.CENTRE, "left"),
    "number: article 8; II.3": Part(("Số: ",), (13, 13), "upright", Side.CENTRE, "left"),
    "place and date: article 9; II.4": Part(("Hà Nội, ngày",), (13, 14), "italic", Side.CENTRE, "right"),
    "subject: article 10; II.5": Part(("V/v ",), (12, 13), "upright", Side.CENTRE, "left"),
    "text: article 11; II.6": Part(("Văn phòng Chính phủ đề nghị",), (13, 14), "upright", Side.BOTH),
    "recipients: article 14; II.9": Part(("Nơi nhận:",), (12, 12), "bold italic", None, "left"),
    "list of recipients: article 14; II.9": Part(("- Như trên;", "- Lưu: VT"), (11, 11), "upright", None, "left"),
    "number of an appendix: III.1": Part(("PHỤ LỤC 1", "Phụ lục I"), (14, 14), "bold", Side.CENTRE),
    "reference of an appendix: III.1": Part(("(Ban hành kèm", "(Kèm theo"), (13, 14), "italic", Side.CENTRE),
}
LATER = {
    "addressees: II.9": Part(("Kính gửi:",), (13, 14), "upright"),
    "authority and title: II.7": Part(("KT. ", "PHÓ CHỦ NHIỆM"), (13, 14), "bold", Side.CENTRE, "right"),
}
# Each letter of the ledger, and what it has to show.
LETTER_FORMS = {"1375-vpcp-kgvx": FORM, "ra-soat-2020": FORM | LATER}

# Millimetres, of every page.
SHEET = {
    "width: article 5; I.1": (210, 210),
    "height: article 5; I.1": (297, 297),
    "top: article 5; I.3": (20, 25),
    "bottom: article 5; I.3": (20, 25),
    "left: article 5; I.3": (30, 35),
    "right: article 5; I.3": (15, 20),
}
# Of the paragraphs of the text: article 11; II.6.
INDENT = (10, 12.7)  # millimetres of a first line
LINES = (1, 1.5)  # of the height of a line
LEAST_BETWEEN = 6  # points between paragraphs
# The line under the issuing body is a third to a half as long as its name, that under the motto as long as the motto.
RULES = {"VĂN PHÒNG CHÍNH PHỦ": (1 / 3, 1 / 2), "Độc lập - Tự do - Hạnh phúc": (0.95, 1.05)}


class Number(NamedTuple):
    """Where the number of a page stands; it is upright, and the first page of a letter or an appendix has none."""

    band: str
    side: Side
    sizes: tuple[int, int] = (13, 14)


NUMBERS = {Regime.TT01: Number("footer", Side.RIGHT), Regime.ND30: Number("header", Side.CENTRE)}  # article 15; I.7
