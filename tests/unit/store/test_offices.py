"""Office files: read, or refused with all that is wrong in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from egov_tracker.store.ledger import FaultyDataError
from egov_tracker.store.offices import read_office
from egov_tracker.text.dates import parse_as_of

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "number: 12/BC-VPCP\ndate: 2016-07-08\nplace: Hà Nội\nissuer: V\nsigner: {lines: [T, C], name: N}\ncopies: [C]\n"


def test_an_office_is_read(tmp_path: Path) -> None:
    (tmp_path / "office.yaml").write_text(TEXT, encoding="utf-8")
    office = read_office(tmp_path / "office.yaml")
    assert (office.number, office.date, office.place, office.issuer) == (
        "12/BC-VPCP", parse_as_of("2016-07-08"), "Hà Nội", "V",
    )  # fmt: skip
    assert (office.signer.lines, office.signer.name, office.copies) == (("T", "C"), "N", ("C",))
    assert (office.regime, office.parent, office.recipients) == (None, None, ())


@pytest.mark.parametrize(
    ("text", "findings"),
    [
        ("[", ["2:1: YML002 error not YAML: did not find expected node content"]),
        ("", ["1:1: SHP003 error expected a mapping, got nothing"]),
        (
            TEXT.replace("place: Hà Nội\n", "").replace("2016-07-08", "2016-07"),
            [
                "1:1: SHP002 error the field 'place' is missing",
                '2:7: SHP003 error date: expected the day of the document, such as 2016-03-04, got "2016-07"',
            ],
        ),
        (TEXT.replace("lines: [T, C], ", ""), ["5:9: SHP002 error the field 'lines' is missing in 'signer'"]),
        (f"{TEXT}place: Huế\n", ["7:1: YML003 error the key 'place' is repeated; it stands in line 3 already"]),
    ],
)
def test_a_broken_office_says_so_with_its_places(text: str, findings: list[str], tmp_path: Path) -> None:
    path = tmp_path / "office.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(FaultyDataError) as stopped:
        read_office(path)
    assert str(stopped.value).splitlines() == [f"{path}:{found}" for found in findings]
