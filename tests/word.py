"""What makes a Word file valid beyond opening: the order of properties, references that lead somewhere, no clock."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from docx import Document

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"

SPREAD_BAR = "a bar"  # of no-break spaces before a shade, which end in a space of no width

# The sequences of ECMA-376, part 1, 17.3 to 17.6, as far as the documents use them.
ORDER = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore widowControl numPr pBdr shd tabs spacing ind "
    "contextualSpacing jc outlineLvl rPr sectPr",
    "rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike color spacing w kern position sz szCs highlight u "
    "bdr shd lang",
    "tblPr": "tblStyle tblW jc tblInd tblBorders tblLayout tblCellMar tblLook tblCaption tblDescription",
    "tcPr": "tcW gridSpan vMerge tcBorders shd vAlign",
    "sectPr": "headerReference footerReference type pgSz pgMar pgBorders pgNumType cols titlePg docGrid",
}


def write_paragraphs(path: Path, lines: Iterable[str]) -> None:
    """A Word document as an office types it: a paragraph a line."""
    document = Document()
    for line in lines:
        document.add_paragraph(line)
    document.save(str(path))


def paragraphs_of(raw: bytes) -> list[str]:
    """The text of each paragraph that has some."""
    return [one.text for one in Document(io.BytesIO(raw)).paragraphs if one.text]


def tables_of(raw: bytes) -> list[list[list[str]]]:
    """The texts of the cells of each table with a caption, row by row; one that spans others is followed by empty ones.

    A table without a caption only lays out the head or the foot of an official document.
    """
    tables = [table for table in Document(io.BytesIO(raw)).tables if table._tbl.findall(f".//{W}tblCaption")]
    return [
        [[text for cell in row.iter(f"{W}tc") for text in _cell(cell)] for row in one._tbl.tr_lst] for one in tables
    ]


def _cell(cell: ET.Element) -> list[str]:
    """The text of a cell, or the sign for a bar; and as many empty texts as it spans further columns."""
    text = "\n".join(
        "".join({f"{W}t": one.text or "", f"{W}br": "\n"}.get(one.tag, "") for one in paragraph.iter())
        for paragraph in cell.iter(f"{W}p")
    )
    spans = [int(one.get(f"{W}val", "1")) for one in cell.iter(f"{W}gridSpan")]
    return [SPREAD_BAR if re.fullmatch("\u00a0+\u200b", text) else text, *[""] * (sum(spans, 0) - 1)]


def read_parts(raw: bytes) -> dict[str, bytes]:
    """The files inside, each of which has to have the pinned time and no trace of the system."""
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        assert {(info.date_time, info.create_system) for info in archive.infolist()} == {((1980, 1, 1, 0, 0, 0), 0)}
        return {name: archive.read(name) for name in archive.namelist()}


def check_word(raw: bytes) -> None:
    """Every part is XML of the right order, every relation leads to a part, every style is defined."""
    parts = read_parts(raw)
    trees = {name: ET.fromstring(part) for name, part in parts.items() if name.endswith((".xml", ".rels"))}  # noqa: S314
    for name, tree in trees.items():
        if name.startswith("word/"):
            check_order(name, tree)
    check_relations(trees, set(parts))
    check_links(trees["word/document.xml"])
    check_styles(trees)


def check_order(name: str, tree: ET.Element) -> None:
    for tag, words in ORDER.items():
        order = words.split()
        for found in tree.iter(W + tag):
            children = [child.tag.removeprefix(W) for child in found]
            unknown = set(children) - set(order)
            if name == "word/document.xml":
                assert not unknown, f"{name}: {tag} holds {unknown}"
            known = [child for child in children if child in order]
            assert known == sorted(known, key=order.index), f"{name}: {tag} holds {children}"


def check_relations(trees: dict[str, ET.Element], parts: set[str]) -> None:
    for name, tree in trees.items():
        if not name.endswith(".rels"):
            continue
        base = name.replace("_rels/", "").removesuffix(".rels").rpartition("/")[0]
        targets = {each.get("Id"): each.get("Target", "") for each in tree if each.get("TargetMode") != "External"}
        for target in targets.values():
            path = target.lstrip("/") if target.startswith("/") else f"{base}/{target}".lstrip("/")
            while "../" in path:
                path = re.sub(r"[^/]+/\.\./", "", path, count=1)
            assert path in parts, f"{name} leads to {target}"
        if name == "word/_rels/document.xml.rels":
            used = {value for each in trees["word/document.xml"].iter() if (value := each.get(f"{R}id"))}
            assert used <= set(targets)


def check_links(tree: ET.Element) -> None:
    """No two bookmarks have one name or number, each ends, and every link within the document leads to one."""
    starts = list(tree.iter(f"{W}bookmarkStart"))
    names, numbers = ([start.get(W + key) for start in starts] for key in ("name", "id"))
    assert len({*names}) == len(names)
    assert len({*numbers}) == len(numbers)
    assert [end.get(f"{W}id") for end in tree.iter(f"{W}bookmarkEnd")] == numbers
    assert set(anchors_of(tree)) <= {*names}


def anchors_of(tree: ET.Element) -> list[str]:
    """The bookmarks that the links lead to, in the order of the document."""
    return [anchor for link in tree.iter(f"{W}hyperlink") if (anchor := link.get(f"{W}anchor"))]


def links_of(raw: bytes) -> list[str]:
    """The bookmarks that the links of a document lead to, in its order."""
    return anchors_of(ET.fromstring(read_parts(raw)["word/document.xml"]))  # noqa: S314


def check_styles(trees: dict[str, ET.Element]) -> None:
    defined = {style.get(f"{W}styleId") for style in trees["word/styles.xml"].iter(f"{W}style")}
    for name, tree in trees.items():
        for tag in ("pStyle", "rStyle", "tblStyle", "basedOn", "link", "next"):
            for found in tree.iter(W + tag):
                if name.startswith("word/"):
                    assert found.get(f"{W}val") in defined, f"{name}: no style {found.get(f'{W}val')}"
