"""Rows of figures become entries: which column says what, and what is said where a row contradicts another."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from egov_tracker.errors import EgovError
from egov_tracker.reading.figure_rows import Files, Imported, import_rows
from egov_tracker.text.quarters import Quarter
from tests.building import definitions

if TYPE_CHECKING:
    from pathlib import Path

    from egov_tracker.reading.entries import NewEntry

ROW = {
    "indicator": "document_interconnection", "group": "central", "as_of": "2016-06-30", "printed": "19/30",
    "source": "2016Q2/press", "source_kind": "press",
}  # fmt: skip


def csv(*rows: dict[str, str]) -> str:
    columns = [*dict.fromkeys(name for row in rows for name in row)]
    lines = [",".join(f'"{row.get(name, "")}"' for name in columns) for row in rows]
    return "\n".join([",".join(columns), *lines]) + "\n"


def imported(folder: Path, *rows: dict[str, str], bodies: str = "", sources: str = "") -> Imported:
    for name, text in (("f.csv", csv(*rows)), ("b.csv", bodies), ("s.csv", sources)):
        (folder / name).write_text(text, encoding="utf-8")
    files = Files(folder / "f.csv", folder / "b.csv" if bodies else None, folder / "s.csv" if sources else None)
    return import_rows(files, Quarter(2016, 2), definitions().registry)


def told(entry: NewEntry) -> str:
    """An entry on one line: its fields, its parts, its share, its lists with all that is said of them, comments."""
    parts = [f"{name} {given.text}" for name, given in (*entry.fields.items(), *entry.breakdown.items())]
    parts += [f"share {name} {given.text}" for name, given in entry.share.items()]
    for name, one in entry.lists.items():
        stated, says = one.stated.text if one.stated else "-", one.says.text if one.says else "-"
        asked = " ".join(f"{part}={given.text}" for part, given in one.asked.items())
        parts.append(f"{name} {stated} [{'; '.join(given.text for given in one.names)}] {says} {asked}".rstrip())
    return ", ".join([*parts, *(f"# {comment}" for comment in entry.comments)])


BARE = "indicator document_interconnection, group central, as_of 2016-06-30, value 19/30, source press"


@pytest.mark.parametrize(
    ("more", "entry"),
    [
        ({}, BARE),
        ({"group_id": "provinces"}, BARE.replace("central", "provinces")),
        ({"group_id": "bo-y-te"}, BARE.replace("central", "Bộ Y tế")),
        ({"group": "bo-y-te"}, BARE.replace("central", "Bộ Y tế")),
        ({"group": "Bộ Y tế"}, BARE.replace("central", "Bộ Y tế")),
        ({"kind": "flow", "start": "2016-01-01"}, BARE.replace("as_of", "kind flow, from 2016-01-01, as_of")),
        ({"from": "2016-01-01"}, BARE.replace("as_of", "from 2016-01-01, as_of")),
        ({"at": "trang 1", "note": "lạ"}, f"{BARE}, at trang 1, note lạ"),
        ({"of": "30"}, BARE),
        ({"printed": "19", "of": "30"}, BARE.replace("19/30", "19").replace(", source", ", of 30, source")),
        ({"printed": "lạ", "of": "30"}, BARE.replace("19/30", "lạ")),
        ({"printed": "", "of": "30"}, BARE.replace(" value 19/30,", "")),
        ({"share_printed": "63%", "share_of": "30"}, f"{BARE}, share of 30, share printed 63%"),
        ({"breakdown": "level=3"}, f"{BARE}, level 3"),
        ({"breakdown": " level=3  part=a "}, f"{BARE}, level 3, part a"),
        ({"repeated": "true"}, f"{BARE}, repeats true"),
        ({"repeated": "true", "source_repeats": "khac"}, BARE),
        ({"repeated": "false"}, BARE),
        ({"footnotes": "xem 2"}, f"{BARE}, # footnotes: xem 2"),
        ({"outstanding": "2"}, f"{BARE}, outstanding 2 [] -"),
        ({"outstanding": "2", "outstanding_printed": "hai"}, f"{BARE}, outstanding hai [] -"),
        ({"outstanding_names": "Hà Nam; ; Cà Mau"}, f"{BARE}, outstanding - [Hà Nam; Cà Mau] -"),
        ({"listed_done_names": "Hà Nam", "exempt": "1"}, f"{BARE}, done - [Hà Nam] -, exempt 1 [] -"),
        ({"in_progress_says": "đang làm"}, f"{BARE}, in_progress - [] đang làm"),
        ({"outstanding": "2", "asked_by": "VPCP", "asked_due": "2016-07-01"},
         f"{BARE}, outstanding 2 [] - by=VPCP due=2016-07-01"),
        ({"exempt": "2", "asked_by": "VPCP"}, f"{BARE}, exempt 2 [] -"),
        ({"asked_by": "VPCP"}, BARE),
    ],
)  # fmt: skip
def test_a_row_is_an_entry(more: dict[str, str], entry: str, tmp_path: Path) -> None:
    made = imported(tmp_path, ROW | more)
    assert [told(one) for one in made.entries] == [entry]
    assert made.entries[0].origin.endswith("f.csv:2")
    assert (made.others, [(source.id, source.fields["kind"].text) for source in made.sources]) == (
        0,
        [("press", "press")],
    )


def test_rows_of_other_quarters_are_counted(tmp_path: Path) -> None:
    rows = [ROW | {"quarter": name} for name in ("2016Q1", "2016Q2", "2016Q3", "II/2016")]
    made = imported(tmp_path, *rows)
    assert (len(made.entries), made.others, len(made.rows)) == (2, 2, 2)


BODIES = """\
figure,printed,state,listed_in
1,Hà Nam,outstanding,in_progress
1,Cà Mau,outstanding,
1,Sơn La,done,outstanding;in_progress
1,,done,
2,Lai Châu,done,
"""


def test_bodies_go_to_the_lists_that_name_them(tmp_path: Path) -> None:
    made = imported(tmp_path, ROW | {"id": "1", "outstanding_names": "Phú Yên"}, ROW, bodies=BODIES)
    lists = "outstanding - [Phú Yên; Cà Mau; Sơn La] -, in_progress - [Hà Nam; Sơn La] -"
    assert [told(one) for one in made.entries] == [f"{BARE}, {lists}", BARE]


def test_bodies_without_printed_names_are_called_by_their_names(tmp_path: Path) -> None:
    made = imported(tmp_path, ROW | {"id": "1"}, bodies="figure,name,state\n1,Hà Nam,done\n")
    assert [told(one) for one in made.entries] == [f"{BARE}, done - [Hà Nam] -"]


def test_sources_stand_as_their_own_file_has_them_and_in_its_order(tmp_path: Path) -> None:
    rows = ("2016Q2/letter,2016Q2,letter,Thư", "2016Q1/press,2016Q1,report,Cũ", "2016Q2/press,2016Q2,press,Bài")
    sources = "\n".join(("id,quarter,kind,title", *rows, ""))
    bare = {name: text for name, text in ROW.items() if name != "source_kind"}
    made = imported(tmp_path, bare, bare | {"source": "letter"}, ROW | {"source": "more"}, sources=sources)
    assert [(one.id, {name: given.text for name, given in one.fields.items()}) for one in made.sources] == [
        ("letter", {"kind": "letter", "title": "Thư"}),
        ("press", {"kind": "press", "title": "Bài"}),
        ("more", {"kind": "press"}),
    ]


@pytest.mark.parametrize(
    ("rows", "bodies", "sentence"),
    [
        ([ROW | {"indicator": ""}], "", "f.csv:2: column indicator: expected a text, got nothing"),
        ([ROW | {"source": ""}], "", "f.csv:2: column source: expected a text, got nothing"),
        ([ROW | {"breakdown": "level 3"}], "",
         'f.csv:2: column breakdown: expected dimension=value, such as level=3, got "level 3"'),
        ([ROW | {"quarter": "2016Q5"}], "", "f.csv:2: column quarter: there is no quarter 5: 1 to 4"),
        ([ROW | {"source_kind": ""}], "",
         ("f.csv:2: source press: expected column source_kind, or --sources FILE, to say report, letter, press or "
         "statistics, got neither")),
        ([ROW | {"source_title": "A"}, ROW | {"source_title": "B"}], "",
         'f.csv:3: column source_title: expected "A", got "B", as f.csv:2: column source_title says of press'),
        ([ROW, ROW | {"source_title": "B"}], "",
         "f.csv:3: column source_title: f.csv:2: column source names press without title"),
        ([ROW | {"id": "1"}], "figure,printed,state\n1,Hà Nam,lost\n",
         'b.csv:2: column state: expected done, exempt, outstanding or in_progress, got "lost"'),
        ([ROW | {"id": "1"}], "figure,name,state\n1,,done\n", "b.csv:2: column name: expected a text, got nothing"),
    ],
)  # fmt: skip
def test_what_cannot_be_an_entry_is_said(
    rows: list[dict[str, str]], bodies: str, sentence: str, tmp_path: Path
) -> None:
    with pytest.raises(EgovError) as raised:
        imported(tmp_path, *rows, bodies=bodies)
    assert str(raised.value).replace(f"{tmp_path}/", "") == sentence


def test_a_source_that_is_named_again_may_say_less(tmp_path: Path) -> None:
    made = imported(tmp_path, ROW | {"source_title": "A"}, ROW | {"source_kind": "", "source_title": ""})
    assert [{name: given.text for name, given in one.fields.items()} for one in made.sources] == [
        {"kind": "press", "title": "A"}
    ]
