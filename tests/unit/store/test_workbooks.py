"""Workbooks of strangers: what is unsafe is refused with a sentence, what is not followed is said."""

from __future__ import annotations

import io
import zipfile
from contextlib import suppress
from datetime import date, datetime
from typing import TYPE_CHECKING

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from egov_tracker.errors import TextError
from egov_tracker.store.workbooks import MOST_UNPACKED, open_workbook

if TYPE_CHECKING:
    from collections.abc import Mapping


def workbook() -> bytes:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet["A1"], sheet["B1"], sheet["D2"] = "một", "=1+1", 7.5
    sheet["A3"], sheet["C3"], sheet["D3"] = date(2016, 6, 30), True, "#REF!"
    sheet["B3"] = datetime(2016, 6, 30, 23)  # noqa: DTZ001 - as a workbook has it
    sheet["A4"] = "=1+1"
    sheet["A4"].data_type = "s"
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


SOUND = workbook()


def with_parts(parts: Mapping[str, bytes], without: str = "") -> bytes:
    """The sound workbook with further parts in place of those of their names."""
    made = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(SOUND)) as old,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as new,
    ):
        for name in old.namelist():
            if name not in {*parts, without}:
                new.writestr(name, old.read(name))
        for name, content in parts.items():
            new.writestr(name, content)
    return made.getvalue()


def with_password(raw: bytes) -> bytes:
    """The workbook with its first part marked as encrypted."""
    flags = raw.index(b"PK\x01\x02") + 8
    return raw[:flags] + bytes([raw[flags] | 1]) + raw[flags + 1 :]


with zipfile.ZipFile(io.BytesIO(SOUND)) as sound_parts:
    PARTS = len(sound_parts.infolist())
    ROOM = MOST_UNPACKED - sum(part.file_size for part in sound_parts.infolist())
ENTITIES = "defines entities, which no workbook needs; it was not opened"


def test_cells_are_read_with_their_places_and_formulas_are_not_reckoned() -> None:
    (rows,) = open_workbook(SOUND).sheets.values()
    nothing = ("", None, False, False)
    assert {cell for row in rows for cell in row[4:]} == {nothing}
    assert tuple(row[:4] for row in rows) == (
        (("A1", "một", False, False), ("B1", None, True, False), nothing, nothing),
        (nothing, nothing, nothing, ("D2", 7.5, False, False)),
        (
            ("A3", date(2016, 6, 30), False, False),
            ("B3", date(2016, 6, 30), False, False),
            ("C3", True, False, False),
            ("D3", None, False, True),
        ),
        (("A4", "=1+1", False, False), nothing, nothing, nothing),
    )


@pytest.mark.parametrize(
    ("raw", "sentence"),
    [
        (b"", "expected a workbook (.xlsx), got something else"),
        (
            b"\xd0\xcf\x11\xe0" + bytes(600),
            "it is a workbook of before 2007 (.xls) or one with a password; expected .xlsx without one",
        ),
        (SOUND[:900], "it is broken: File is not a zip file"),
        (with_password(SOUND), "it has a password; expected a workbook without one"),
        (with_parts({}, without="xl/workbook.xml"), "expected a workbook (.xlsx), got another kind of file"),
        (
            with_parts({"xl/worksheets/sheet1.xml": b"<worksheet"}),
            "it is broken: ParseError at a part of it",
        ),
        (
            with_parts({"xl/media/zeros": bytes(ROOM + 1)}),
            "it unpacks to 33,554,433 bytes; at most 33,554,432 are opened",
        ),
        (
            with_parts({f"xl/{number}": b"" for number in range(201 - PARTS)}),
            "it has 201 parts; at most 200 are opened",
        ),
        (
            with_parts({"xl/workbook.xml": b'<!DOCTYPE x [<!ENTITY a "b">]><x/>'}),
            f"its part xl/workbook.xml {ENTITIES}",
        ),
        (with_parts({"_rels/.rels": b"<!DOCTYPE x><x/>"}), f"its part _rels/.rels {ENTITIES}"),
        (
            with_parts({"xl/workbook.xml": '<!ENTITY a "b"><x/>'.encode("utf-16-le")}),
            f"its part xl/workbook.xml {ENTITIES}",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "file",
)
def test_what_is_unsafe_or_broken_is_refused(raw: bytes, sentence: str) -> None:
    with pytest.raises(TextError) as raised:
        open_workbook(raw)
    assert str(raised.value) == sentence


@pytest.mark.parametrize(
    "parts",
    [
        {"xl/media/zeros": bytes(ROOM)},
        {f"xl/{number}": b"" for number in range(200 - PARTS)},
        {"xl/media/picture": b"<!DOCTYPE x>"},
    ],
    ids=["bytes", "parts", "picture"],
)
def test_what_is_just_within_the_limits_is_opened(parts: dict[str, bytes]) -> None:
    assert open_workbook(with_parts(parts)).sheets == open_workbook(SOUND).sheets


def test_macros_links_and_embedded_files_are_said_and_not_followed() -> None:
    parts = {"xl/vbaProject.bin": b"x", "xl/externalLinks/externalLink1.xml": b"<x/>", "xl/embeddings/a.bin": b"x"}
    assert open_workbook(with_parts(parts)).not_followed == (
        "it holds macros, which were not run",
        "it holds links to other files, which were not followed",
        "it holds embedded files, which were not opened",
    )


def test_a_sheet_that_claims_a_million_rows_is_read_as_far_as_forms_go() -> None:
    sheet = b"".join(b'<row r="%d"><c r="M%d"><v>1</v></c></row>' % (row, row) for row in range(1, 502))
    head = (
        b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><dimension ref="A1:ZZ1048576"/>'
    )
    raw = with_parts({"xl/worksheets/sheet1.xml": head + b"<sheetData>" + sheet + b"</sheetData></worksheet>"})
    (rows,) = open_workbook(raw).sheets.values()
    assert (len(rows), {len(row) for row in rows}) == (500, {12})


@given(st.integers(0, len(SOUND) - 1), st.binary(min_size=1, max_size=8))
@settings(max_examples=60)
def test_whatever_bytes_are_changed_it_opens_or_says_why_not(place: int, other: bytes) -> None:
    with suppress(TextError):
        open_workbook(SOUND[:place] + other + SOUND[place + len(other) :])
