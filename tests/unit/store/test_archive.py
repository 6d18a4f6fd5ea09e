"""The archive: what is put into it, what comes out, and what is said where it has changed."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from egov_tracker.errors import EgovError
from egov_tracker.model.archive_file import ArchiveFile, QuoteEntry
from egov_tracker.model.findings import Location
from egov_tracker.model.observation import Source
from egov_tracker.model.snapshot_file import SourceEntry
from egov_tracker.model.terms import SourceKind
from egov_tracker.store.archive import (
    Archived,
    ArchiveError,
    Extract,
    archive,
    archive_yaml,
    open_archived,
    read_archived,
)

TEXT = "Đến 30/6/2016, có 19/30 bộ.\nCâu khác.\n"
HASH = sha256(TEXT.encode()).hexdigest()
HASH_OF_PDF = sha256(b"%PDF-1.7").hexdigest()
PLAIN = Extract(TEXT.encode(), ".txt", TEXT, "text/1")
PDF = Extract(b"%PDF-1.7", ".pdf", TEXT, "pdf/1", (0, 28))


def files(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in sorted(folder.iterdir())}


def test_a_text_is_its_own_original(tmp_path: Path) -> None:
    assert files(archive(tmp_path, "a", PLAIN)) == {
        "source.yaml": f'original: text.txt\nsha256: {HASH}\ntext_sha256: {HASH}\nextractor: "text/1"\n',
        "text.txt": TEXT,
    }
    archived = read_archived(tmp_path, "a")
    assert (archived.passage((18, 23)), archived.line_of(18), archived.line_of(30)) == ("19/30", 1, 2)
    assert (archived.page_of(18), archived.passage((18, 99))) == (None, None)


def test_another_document_is_kept_beside_its_text_with_its_pages(tmp_path: Path) -> None:
    kept = files(archive(tmp_path, "a", PDF))
    assert kept["original.pdf"] == "%PDF-1.7"
    assert "pages: [0, 28]\n" in kept["source.yaml"]
    archived = read_archived(tmp_path, "a")
    assert (archived.page_of(18), archived.page_of(28)) == (1, 2)


def test_of_press_only_hashes_and_the_quoted_sentences_are_kept(tmp_path: Path) -> None:
    assert files(archive(tmp_path, "a", PLAIN, [(0, 27)])) == {
        "source.yaml": f'original: null\nsha256: {HASH}\ntext_sha256: {HASH}\nextractor: "text/1"\nquotes:\n'
        '  - start: 0\n    line: 1\n    text: "Đến 30/6/2016, có 19/30 bộ."\n',
    }
    archived = read_archived(tmp_path, "a")
    assert (archived.passage((18, 23)), archived.passage((28, 31)), archived.line_of(18)) == ("19/30", None, 1)
    assert [line.text for line in archived.lines_around([(18, 23)])] == ["Đến 30/6/2016, có 19/30 bộ."]


LINES = "Một.\nHai 19/30.\n\nBa.\nBốn.\n"
QUOTES = (QuoteEntry(start=17, line=4, text="Ba.\nBốn."), QuoteEntry(start=5, line=2, text="Hai 19/30."))


def archived(text: str | None, **more: Any) -> Archived:
    fields: dict[str, Any] = {"sha256": HASH, "text_sha256": HASH, "extractor": "text/1"}
    return Archived(Path("a"), ArchiveFile(**fields | more), text)


@pytest.mark.parametrize(
    ("span", "of_text", "of_quotes"),
    [
        ((5, 15), "Hai 19/30.", "Hai 19/30."),
        ((9, 14), "19/30", "19/30"),
        ((14, 16), ".\n", None),
        ((0, 4), "Một.", None),
        ((17, 25), "Ba.\nBốn.", "Ba.\nBốn."),
        ((24, 26), ".\n", None),
        ((24, 27), None, None),
    ],
)
def test_a_passage_is_given_where_all_of_it_is_kept(
    span: tuple[int, int], of_text: str | None, of_quotes: str | None
) -> None:
    assert archived(LINES).passage(span) == of_text
    assert archived(None, quotes=QUOTES).passage(span) == of_quotes


@pytest.mark.parametrize(
    ("offset", "of_text", "of_quotes"),
    [(0, 1, None), (4, 1, None), (5, 2, 2), (14, 2, 2), (15, 2, None), (17, 4, 4), (20, 4, 4), (21, 5, 5), (24, 5, 5)],
)
def test_a_line_is_told_of_what_is_kept(offset: int, of_text: int, of_quotes: int | None) -> None:
    assert archived(LINES).line_of(offset) == of_text
    assert archived(None, quotes=QUOTES).line_of(offset) == of_quotes


def test_a_blank_line_in_front_counts() -> None:
    assert archived("\nMột").line_of(1) == 2


@pytest.mark.parametrize(("offset", "page"), [(0, 1), (27, 1), (28, 2), (99, 2)])
def test_a_page_begins_at_its_offset(offset: int, page: int) -> None:
    assert archived(LINES, pages=(0, 28)).page_of(offset) == page


def test_figures_come_with_the_lines_around_them_and_other_words_alone() -> None:
    figure, word = (9, 14), (21, 25)
    whole, press = archived(LINES), archived(None, quotes=QUOTES)
    assert [line.number for line in whole.lines_around([figure])] == [1, 2, 4]
    assert [line.number for line in whole.lines_around([], [word])] == [5]
    assert [line.number for line in whole.lines_around([figure], [word])] == [1, 2, 4, 5]
    assert press.lines_around([(9, 14)]) == ((2, 5, "Hai 19/30."),)
    assert press.lines_around([(0, 3)], [word, figure]) == ((2, 5, "Hai 19/30."), (4, 17, "Ba.\nBốn."))


def test_a_quote_is_kept_with_the_line_where_it_begins_and_all_its_signs(tmp_path: Path) -> None:
    kept = files(archive(tmp_path / "deep" / "er", "a", PLAIN._replace(text='Một\n"Hai\\"\nBa'), [(4, 13), (0, 3)]))
    assert kept["source.yaml"].partition("quotes:\n")[2] == (
        '  - start: 4\n    line: 2\n    text: "\\"Hai\\\\\\"\\nBa"\n  - start: 0\n    line: 1\n    text: "Một"\n'
    )
    assert [quote.start for quote in read_archived(tmp_path / "deep" / "er", "a").quotes] == [0, 4]


def test_the_file_of_a_document_without_pages_and_quotes_has_four_lines() -> None:
    file = ArchiveFile(original=None, sha256=HASH, text_sha256=HASH, extractor="text/1")
    assert archive_yaml(file) == f'original: null\nsha256: {HASH}\ntext_sha256: {HASH}\nextractor: "text/1"\n'


def source(text_hash: str | None) -> Source:
    return Source("a", SourceEntry(kind=SourceKind.PRESS, title="t", text_sha256=text_hash), Location("f", 1, 1))


def test_what_the_archive_has_of_a_source_is_held_against_the_hash_in_the_ledger(tmp_path: Path) -> None:
    missing = open_archived(tmp_path, source(HASH))
    assert str(missing) == f"cannot read {tmp_path}/a/source.yaml: No such file or directory"
    archive(tmp_path, "a", PLAIN)
    assert open_archived(tmp_path, source(None)) is None
    assert open_archived(tmp_path, source(HASH)) == read_archived(tmp_path, "a")
    other = open_archived(tmp_path, source("0123456789abcdef" * 4))
    assert str(other) == f"{tmp_path}/a holds another text: its SHA-256 is {HASH[:12]}…, not 0123456789ab…"


def test_a_place_where_no_folder_can_be_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(EgovError) as raised:
        archive(tmp_path / "file" / "below", "a", PLAIN)
    assert str(raised.value) == f"cannot make {tmp_path}/file/below/a: Not a directory"


@pytest.mark.parametrize(
    ("name", "most"), [("text.txt", 16 * 1024**2), ("original.pdf", 32 * 1024**2), ("source.yaml", 32 * 1024**2)]
)
def test_what_is_too_large_is_not_read(tmp_path: Path, name: str, most: int) -> None:
    path = archive(tmp_path, "a", PDF) / name
    with path.open("wb") as file:
        file.truncate(most + 1)
    with pytest.raises(ArchiveError) as raised:
        read_archived(tmp_path, "a")
    assert str(raised.value) == f"cannot read {path}: it has more than {most:,} bytes"


def test_the_same_text_may_be_archived_again_and_another_may_not(tmp_path: Path) -> None:
    archive(tmp_path, "a", PLAIN, [(18, 23)])
    archive(tmp_path, "a", PLAIN)
    with pytest.raises(EgovError) as raised:
        archive(tmp_path, "a", PLAIN._replace(text="Khác"))
    other = f"another text, of SHA-256 {HASH[:12]}…"
    assert str(raised.value) == f"{tmp_path}/a holds {other}; --source gives this one a name of its own"
    assert read_archived(tmp_path, "a").text == TEXT


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        (
            "text.txt",
            TEXT.replace("19", "20"),
            f"{{}}/text.txt is not as it was archived: its SHA-256 is no longer {HASH[:12]}…",
        ),
        (
            "original.pdf",
            "%PDF-1.6",
            f"{{}}/original.pdf is not as it was archived: its SHA-256 is no longer {HASH_OF_PDF[:12]}…",
        ),
        ("text.txt", None, "{}: neither text.txt nor quotes"),
        ("original.pdf", None, "cannot read {}/original.pdf: No such file or directory"),
        ("source.yaml", None, "cannot read {}/source.yaml: No such file or directory"),
        (
            "source.yaml",
            "sha256: 1\n",
            "{}/source.yaml:1:9: SHP003 error sha256: expected the form ^[0-9a-f]{{64}}$, got '1'",
        ),
        ("source.yaml", "[", "{}/source.yaml:2:1: YML002 error not YAML: did not find expected node content"),
    ],
)
def test_what_changed_in_the_archive_is_said(tmp_path: Path, name: str, content: str | None, sentence: str) -> None:
    path = archive(tmp_path, "a", PDF) / name
    path.write_text(content, encoding="utf-8") if content is not None else path.unlink()
    with pytest.raises(ArchiveError) as raised:
        read_archived(tmp_path, "a")
    assert str(raised.value) == sentence.format(tmp_path / "a")


@pytest.mark.parametrize(
    ("raw", "sentence"),
    [
        (b"\xff", "{}/text.txt: not UTF-8: byte 0xff at 0"),
        ("Có\x1b[2J".encode(), "{}/text.txt: the character U+001B at 2 is in no archived text"),
    ],
)
def test_a_text_that_no_extractor_writes_is_refused_whatever_its_hash(
    tmp_path: Path, raw: bytes, sentence: str
) -> None:
    inside = archive(tmp_path, "a", PLAIN)
    (inside / "text.txt").write_bytes(raw)
    file = inside / "source.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace(HASH, sha256(raw).hexdigest()), encoding="utf-8")
    with pytest.raises(ArchiveError) as raised:
        read_archived(tmp_path, "a")
    assert str(raised.value) == sentence.format(tmp_path / "a")


def test_a_text_may_be_kept_without_the_document_that_it_was_taken_from(tmp_path: Path) -> None:
    file = archive(tmp_path, "a", PDF) / "source.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("original.pdf", "null"), encoding="utf-8")
    assert read_archived(tmp_path, "a").text == TEXT


def test_an_original_is_a_file_beside_the_others(tmp_path: Path) -> None:
    file = archive(tmp_path, "a", PDF) / "source.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("original.pdf", "../../secret"), encoding="utf-8")
    with pytest.raises(ArchiveError, match="expected the form"):
        read_archived(tmp_path, "a")
