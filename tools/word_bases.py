"""Makes the empty Word documents of both regimes out of python-docx's template, so that no run has to; a test compares.

.venv/bin/python tools/word_bases.py
"""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.shared import Mm

from egov_tracker.model.terms import Regime
from egov_tracker.render.word.document import EARLIEST_IN_ZIP, STYLES, base_of, empty, number_pages, set_style

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.section import Section

NUMBERED = ("List Bullet", "List Number")  # what numbering.xml refers to
UNUSED_PARTS = ("/stylesWithEffects", "/thumbnail")


def make_base(regime: Regime) -> bytes:
    """The document, without compression, so that the same comes out everywhere."""
    document = Document()
    empty(document)
    _drop_unused_parts(document)
    _drop_unused_styles(document)
    for name, spec in STYLES.items():
        known = name in document.styles
        set_style(document.styles[name] if known else document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH), spec)
    _lay_out(document.sections[-1])
    number_pages(document.sections[-1], regime)
    raw = io.BytesIO()
    document.save(raw)
    return _stored(raw)


def _drop_unused_parts(document: WordDocument) -> None:
    """Remove what python-docx's template brings along: a thumbnail, and a copy of the styles for Word 2010."""
    for relations in (document.part.rels, document.part.package.rels):
        for name in [name for name, relation in relations.items() if relation.reltype.endswith(UNUSED_PARTS)]:
            del relations[name]


def _drop_unused_styles(document: WordDocument) -> None:
    """Remove unused styles: python-docx's template brings 160, and every lookup of a style walks through all."""
    styles = document.styles.element
    kept = {style.name_val.lower() for style in styles.style_lst if style.default}
    kept |= {name.lower() for name in STYLES} | {"table grid", "header", "footer"}
    kept |= {f"{name} char" for name in kept}
    for style in styles.style_lst:
        if style.name_val.lower() not in kept and not style.name_val.startswith(NUMBERED):
            styles.remove(style)


def _lay_out(section: Section) -> None:
    """A4 with margins that both regimes allow."""
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin = section.bottom_margin = section.right_margin = Mm(20)
    section.left_margin = Mm(30)
    section.header_distance = section.footer_distance = Mm(10)


def _stored(raw: io.BytesIO) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(raw) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            info = zipfile.ZipInfo(name, EARLIEST_IN_ZIP)
            info.create_system = 0
            new.writestr(info, old.read(name))
    return out.getvalue()


if __name__ == "__main__":
    for one in Regime:
        base_of(one).write_bytes(make_base(one))
