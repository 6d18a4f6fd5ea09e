"""PDF by pypdfium2, with our own ordering of characters; scanned pages by tesseract, every claim of theirs doubted."""

from __future__ import annotations

import ctypes
import shutil
import subprocess
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from egov_tracker.errors import EgovError, TextError
from egov_tracker.reading.claims import Code
from egov_tracker.reading.forms.positions import Char, join_lines, order_lines, split_page_numbers
from egov_tracker.reading.sources import MOST_CHARACTERS, Region, SourceText, clean_text, legacy_encoding

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

MOST_PAGES = 1_000
_SMALLEST, _LARGEST = 2.0, 200.0
_SCALE = 300 / 72
_FARTHEST = 100_000.0  # from the origin, in points: 35 metres
_LARGEST_SIDE = 6_000
_SECONDS = 120


def pdf_reader(*, ocr: bool) -> Callable[[bytes, str], SourceText]:
    """Give the reader of PDF files, which recognises scanned pages if `ocr` is asked for."""
    return lambda raw, name: read_pdf(raw, name, ocr=ocr)


def read_pdf(raw: bytes, name: str, *, ocr: bool = False) -> SourceText:
    """Take the text of a PDF; `EgovError` for what is none, is locked, too large, or has no text and no `ocr`."""
    pdfium = _pdfium(name)
    try:
        document = pdfium.PdfDocument(raw)
        pages = len(document)
    except (pdfium.PdfiumError, OverflowError, ValueError) as wrong:
        raise EgovError(f"{name}: not a readable PDF: {wrong}") from wrong
    try:
        if pages > MOST_PAGES:
            raise EgovError(f"{name}: {pages:,} pages are too many; {MOST_PAGES:,} are the most")
        return _source(raw, name, [_page(document, number, name, pdfium, ocr=ocr) for number in range(pages)], pdfium)
    except pdfium.PdfiumError as wrong:
        raise EgovError(f"{name}: a page cannot be read: {wrong}") from wrong
    finally:
        document.close()


def _pdfium(name: str) -> Any:
    try:
        import pypdfium2
    except ImportError:
        raise EgovError(f"{name}: PDF needs pypdfium2: pip install 'egov-tracker[pdf]'") from None
    return pypdfium2


class _Page:
    """The lines of a page, its page numbers, and whether it was recognised from a picture."""

    def __init__(self, lines: list[str], numbers: list[str], *, scanned: bool) -> None:
        self.lines, self.numbers, self.scanned = lines, numbers, scanned


def _page(document: Any, number: int, name: str, pdfium: Any, *, ocr: bool) -> _Page:
    page = document[number]
    try:
        lines = order_lines(_chars(page, pdfium))
        if not lines and pdfium.raw.FPDFPage_CountObjects(page) > 0:
            return _scanned(page, number, name, ocr=ocr)
        body, numbers = split_page_numbers(lines)
        return _Page(join_lines(body), numbers, scanned=False)
    finally:
        page.close()


def _chars(page: Any, pdfium: Any) -> Iterator[Char]:
    """Give the printed characters of a page, without those that the library adds; TextError where it cannot be read."""
    raw, textpage = pdfium.raw, page.get_textpage()
    try:
        handle, count = textpage.raw, textpage.count_chars()
        if count > MOST_CHARACTERS:
            raise TextError(f"a page has {count:,} characters; {MOST_CHARACTERS:,} are the most")
        x, y, box = ctypes.c_double(), ctypes.c_double(), raw.FS_RECTF()
        for index in range(count):
            code = raw.FPDFText_GetUnicode(handle, index)
            if raw.FPDFText_IsGenerated(handle, index) or code in {0, 0xFFFE, 0xFFFF} or 0xD800 <= code < 0xE000:  # noqa: PLR2004
                continue
            raw.FPDFText_GetCharOrigin(handle, index, x, y)
            raw.FPDFText_GetLooseCharBox(handle, index, box)
            size = raw.FPDFText_GetFontSize(handle, index)
            if not all(
                abs(one) < _FARTHEST for one in (x.value, y.value, box.left, box.right, box.top, box.bottom, size)
            ):
                raise TextError("not a readable PDF: a character stands at no place")
            height = abs(box.top - box.bottom)
            yield Char(
                chr(code),
                min(x.value, box.left),
                max(box.right, x.value),
                y.value,
                height if _SMALLEST < height < _LARGEST else max(size, _SMALLEST),
            )
    finally:
        textpage.close()


def _source(raw: bytes, name: str, pages: list[_Page], pdfium: Any) -> SourceText:
    """Put the pages together; the page numbers stand at the end, marked as beside the text."""
    parts: list[str] = []
    regions: list[Region] = []
    starts: list[int] = []
    length = 0
    for page in pages:
        starts.append(length)
        text = clean_text("\n".join(page.lines)).strip("\n")
        if page.scanned:
            regions.append(Region(length, length + len(text), Code.OCR))
        parts.append(text)
        length += len(text) + 1
    numbers = clean_text("\n".join(number for page in pages for number in page.numbers))
    if numbers:
        parts.append(f"\n{numbers}")
        regions.append(Region(length, length + len(numbers) + 1, Code.BOILERPLATE))
    text = "\n".join(parts)
    if len(text) > MOST_CHARACTERS:
        raise EgovError(f"{name}: {len(text):,} characters are too many; {MOST_CHARACTERS:,} are the most")
    version = pdfium.PYPDFIUM_INFO.version
    extractor = f"pdf/1 pypdfium2 {version}"
    return SourceText(text, extractor, sha256(raw).hexdigest(), tuple(regions), legacy_encoding(text), tuple(starts))


def _scanned(page: Any, number: int, name: str, *, ocr: bool) -> _Page:
    if not ocr:
        raise EgovError(f"{name}: page {number + 1} is a picture without text; --ocr recognises it with tesseract")
    program = shutil.which("tesseract")
    if program is None:
        raise EgovError(f"{name}: --ocr needs tesseract with its language vie, which is not installed")
    scale = min(_SCALE, _LARGEST_SIDE / max(*page.get_size(), 1))
    bitmap = page.render(scale=scale, grayscale=True)
    picture = b"P5 %d %d 255\n" % (bitmap.width, bitmap.height) + _pixels(bitmap)
    return _Page(_recognise(program, picture, name), [], scanned=True)


def _pixels(bitmap: Any) -> bytes:
    raw = bytes(bitmap.buffer)
    return b"".join(raw[row * bitmap.stride : row * bitmap.stride + bitmap.width] for row in range(bitmap.height))


def _recognise(program: str, picture: bytes, name: str) -> list[str]:
    try:
        run = subprocess.run(  # noqa: S603 - a fixed program, no shell
            [program, "stdin", "stdout", "-l", "vie", "--psm", "4"],
            input=picture,
            capture_output=True,
            check=False,
            timeout=_SECONDS,
        )
    except (OSError, subprocess.TimeoutExpired) as wrong:
        raise EgovError(f"{name}: tesseract failed: {wrong}") from wrong
    if run.returncode:
        message = run.stderr.decode(errors="replace").strip().splitlines()
        raise EgovError(f"{name}: tesseract failed: {message[-1] if message else run.returncode}")
    return run.stdout.decode("utf-8", errors="replace").splitlines()
