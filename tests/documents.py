"""Makes DOCX and PDF files out of lines of text, for tests of reading."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from itertools import groupby
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

if TYPE_CHECKING:
    from collections.abc import Iterator

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def make_docx(text: str) -> bytes:
    """Make a Word document: a paragraph for each line, a table for lines with tabs."""
    return pack_docx(f"<w:document {W}><w:body>{_body(text)}</w:body></w:document>")


def pack_docx(document: str | bytes) -> bytes:
    """Put a document.xml into the archive that Word expects; the same bytes at any time."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, content in (("[Content_Types].xml", "<Types/>"), ("word/document.xml", document)):
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def _body(text: str) -> str:
    parts, rows = [], []
    for line in [*text.split("\n"), ""]:
        if "\t" in line:
            rows.append(line)
            continue
        if rows:
            parts.append(f"<w:tbl>{''.join(map(_row, rows))}</w:tbl>")
            rows = []
        parts.append(f"<w:p>{_run(line)}</w:p>")
    return "".join(parts)


def _row(line: str) -> str:
    return f"<w:tr>{''.join(f'<w:tc><w:p>{_run(cell)}</w:p></w:tc>' for cell in line.split(chr(9)))}</w:tr>"


def _run(text: str) -> str:
    """Split the text in two runs, as Word does wherever an editor has touched it."""
    half = len(text) // 2
    return "".join(f'<w:r><w:t xml:space="preserve">{escape(part)}</w:t></w:r>' for part in (text[:half], text[half:]))


WIDTH, HEIGHT, LEFT, TOP, SIZE, PITCH = 595, 842, 60.0, 780.0, 11.0, 15.0
_ADVANCE = 0.5
_IN_LINE = 86
_GUTTER = 30.0


def make_pdf(text: str, *, lines_per_page: int = 46, page_numbers: bool = False) -> bytes:
    """Make a PDF: lines wrapped at a margin, cells at column positions, every accented letter drawn by itself.

    A ToUnicode map tells what each glyph is, as in files of office programs.
    """
    letters = sorted(set(text) - {"\n", "\t"})
    codes = {letter: index + 1 for index, letter in enumerate(letters)}
    drawn = list(_drawn(text.split("\n")))
    pages = [drawn[at : at + lines_per_page] for at in range(0, len(drawn), lines_per_page)]
    streams = [
        _page_stream(page, codes, number if page_numbers and set("0123456789") <= set(codes) else 0)
        for number, page in enumerate(pages, 1)
    ]
    return _assemble(streams, codes)


def _drawn(lines: list[str]) -> Iterator[list[tuple[float, str]]]:
    """Give the drawn lines of a text: pairs of a left edge and words."""
    for tabbed, group in groupby(lines, key=lambda line: "\t" in line):
        rows = list(group)
        if tabbed:
            yield from _drawn_table([row.split("\t") for row in rows])
        else:
            yield from (each for row in rows for each in _wrapped(row))


def _drawn_table(rows: list[list[str]]) -> Iterator[list[tuple[float, str]]]:
    """Give every column the room of its longest cell."""
    columns = max(map(len, rows))
    widths = [max(len(row[column]) if column < len(row) else 0 for row in rows) for column in range(columns)]
    edges = [LEFT + sum(SIZE * _ADVANCE * width + _GUTTER for width in widths[:column]) for column in range(columns)]
    for row in rows:
        yield [(edge, cell) for edge, cell in zip(edges, row, strict=False) if cell]


def _wrapped(line: str) -> Iterator[list[tuple[float, str]]]:
    rows: list[str] = [""]
    for word in line.split(" "):
        if len(rows[-1]) + len(word) + 1 > _IN_LINE and rows[-1]:
            rows.append("")
        rows[-1] = f"{rows[-1]} {word}".strip()
    for row in rows:
        yield [(LEFT, row)]


def _page_stream(rows: list[list[tuple[float, str]]], codes: dict[str, int], number: int) -> bytes:
    parts = ["BT /F1 11 Tf"]
    for index, row in enumerate(rows):
        for left, words in row:
            parts += _words(left, TOP - index * PITCH, words, codes)
    if number:
        parts += _words(WIDTH / 2, 40, str(number), codes)
    return (" ".join(parts) + " ET").encode()


def _words(left: float, top: float, words: str, codes: dict[str, int]) -> list[str]:
    """Draw plain runs in one piece and each accented letter in a piece of its own, last of all."""
    plain: list[str] = []
    accented: list[str] = []
    at = left
    for letter in words:
        if letter != " ":
            target = plain if letter.isascii() else accented
            target.append(f"1 0 0 1 {at:.2f} {top:.2f} Tm <{codes[letter]:02X}> Tj")
        at += SIZE * _ADVANCE
    return plain + accented


def _assemble(streams: list[bytes], codes: dict[str, int]) -> bytes:
    pages = [5 + 2 * index for index in range(len(streams))]
    mapped = "\n".join(f"<{code:02X}> <{letter.encode('utf-16-be').hex()}>" for letter, code in codes.items())
    chunks = [mapped.splitlines()[at : at + 100] for at in range(0, len(codes), 100)]
    body = "".join(f"{len(chunk)} beginbfchar\n{chr(10).join(chunk)}\nendbfchar\n" for chunk in chunks)
    cmap = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def\n"
        f"1 begincodespacerange <00> <FF> endcodespacerange\n{body}endcmap end end"
    ).encode()
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {len(pages)} /Kids [{' '.join(f'{number} 0 R' for number in pages)}] >>".encode(),
        _font(codes, 5 + 2 * len(streams)),
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(cmap), cmap),
    ]
    for number, stream in zip(pages, streams, strict=True):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] "
            f"/Resources << /Font << /F1 3 0 R >> >> /Contents {number + 1} 0 R >>".encode()
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
    glyph = b"500 0 d0 50 0 400 700 re f"
    objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(glyph), glyph))
    return _file(objects)


def make_scan(pages: list[bytes]) -> bytes:
    """Make a PDF of pictures, each a PGM of 200 dots per inch as `pdftoppm -gray -r 200` writes it."""
    numbers = [3 + 3 * index for index in range(len(pages))]
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {len(pages)} /Kids [{' '.join(f'{number} 0 R' for number in numbers)}] >>".encode(),
    ]
    for number, page in zip(numbers, pages, strict=True):
        _, width, height, _, dots = re.split(rb"\s", page, maxsplit=4)
        across, down = int(width) * 72 / 200, int(height) * 72 / 200
        packed, drawn = zlib.compress(dots), f"{across} 0 0 {down} 0 0 cm /I Do".encode()
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {across} {down}] "
            f"/Resources << /XObject << /I {number + 2} 0 R >> >> /Contents {number + 1} 0 R >>".encode()
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawn), drawn))
        objects.append(
            b"<< /Type /XObject /Subtype /Image /Width %s /Height %s /ColorSpace /DeviceGray /BitsPerComponent 8 "
            b"/Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream" % (width, height, len(packed), packed)
        )
    return _file(objects)


def _file(objects: list[bytes]) -> bytes:
    """Give a PDF of these objects, the first of which is its catalogue."""
    written = bytearray(b"%PDF-1.7\n")
    offsets = []
    for number, content in enumerate(objects, 1):
        offsets.append(len(written))
        written += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(written)
    written += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    written += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    written += b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    return bytes(written)


def _font(codes: dict[str, int], glyph: int) -> bytes:
    """Give a font of boxes: one drawn shape for every letter, each as wide as the next."""
    names = " ".join(f"/g{code}" for code in codes.values())
    procs = " ".join(f"/g{code} {glyph} 0 R" for code in codes.values())
    widths = " ".join(["500"] * len(codes))
    return (
        f"<< /Type /Font /Subtype /Type3 /FontBBox [0 0 500 700] /FontMatrix [0.001 0 0 0.001 0 0] /FirstChar 1 "
        f"/LastChar {len(codes)} /Widths [{widths}] /Encoding << /Type /Encoding /Differences [1 {names}] >> "
        f"/CharProcs << {procs} >> /Resources << >> /ToUnicode 4 0 R >>"
    ).encode()
