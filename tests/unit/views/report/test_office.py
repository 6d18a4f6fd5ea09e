from __future__ import annotations

import pytest

from egov_tracker.model.letter import SignerEntry
from egov_tracker.model.office import OfficeFile
from egov_tracker.text.dates import parse_as_of
from egov_tracker.views.page import Align, Block, Column, Items, Lang, Page, Paragraph, Section, Table
from egov_tracker.views.report.office import framed

OFFICE = OfficeFile(
    number="7/BC-VPCP",
    date=parse_as_of("2016-07-08"),
    place="Hà Nội",
    issuer="Văn phòng Chính phủ",
    signer=SignerEntry(lines=("Chủ nhiệm",)),
    copies=("Như trên",),
)
TABLE = Table((Column("a", Align.LEFT),), (("b",),))


@pytest.mark.parametrize(
    ("last", "ended"),
    [
        (Paragraph("Hết."), (Paragraph("Hết./."),)),
        (Items(("một.", "hai.")), (Items(("một.", "hai./.")),)),
        (TABLE, (TABLE, Paragraph("./."))),
    ],
)
def test_the_last_part_is_ended_and_the_foot_stands_below_it(last: Block, ended: tuple[Block, ...]) -> None:
    parts = (Section("I. Tóm tắt", (Paragraph("a."),)), Section("V. Nhiệm vụ", (Paragraph("b."), last)))
    annex = Section("Phụ lục: Danh sách", (Paragraph("c."),))
    page = framed(Page(Lang.VI, "T", (), (*parts, annex)), OFFICE, "Tình hình")
    assert page.signed == (parts[0], Section("V. Nhiệm vụ", (Paragraph("b."), *ended)))
    assert page.evidence == (annex,)
    assert page.frame
    assert (page.frame.kind, page.frame.title, page.frame.form.number) == ("BÁO CÁO", "Tình hình", "Số: 07/BC-VPCP")
