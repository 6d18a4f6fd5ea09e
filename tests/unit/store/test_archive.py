"""The archive: what is put into it, what comes out, and what is said where it has changed."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

import pytest

from egov_tracker.errors import EgovError
from egov_tracker.store.archive import ArchiveError, Extract, archive, read_archived

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "Đến 30/6/2016, có 19/30 bộ.\nCâu khác.\n"
HASH = sha256(TEXT.encode()).hexdigest()
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


def test_the_same_text_may_be_archived_again_and_another_may_not(tmp_path: Path) -> None:
    archive(tmp_path, "a", PLAIN, [(18, 23)])
    archive(tmp_path, "a", PLAIN)
    with pytest.raises(EgovError, match=r"a holds another text, of SHA-256 \w{12}…; --source gives this one"):
        archive(tmp_path, "a", PLAIN._replace(text="Khác"))
    assert read_archived(tmp_path, "a").text == TEXT


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("text.txt", TEXT.replace("19", "20"), "a/text.txt is not as it was archived: its SHA-256 is no longer"),
        ("original.pdf", "%PDF-1.6", "a/original.pdf is not as it was archived"),
        ("text.txt", None, "a: neither text.txt nor quotes"),
        ("original.pdf", None, "a/original.pdf: No such file or directory"),
        ("source.yaml", None, "a/source.yaml: No such file or directory"),
        ("source.yaml", "sha256: 1\n", "a/source.yaml:1:9: SHP003 error sha256: expected the form"),
        ("source.yaml", "[", "YML002 error not YAML"),
    ],
)
def test_what_changed_in_the_archive_is_said(tmp_path: Path, name: str, content: str | None, sentence: str) -> None:
    path = archive(tmp_path, "a", PDF) / name
    path.write_text(content, encoding="utf-8") if content is not None else path.unlink()
    with pytest.raises(ArchiveError) as raised:
        read_archived(tmp_path, "a")
    assert sentence in str(raised.value)


@pytest.mark.parametrize(
    ("raw", "sentence"),
    [
        (b"\xff", "a/text.txt: not UTF-8: byte 0xff at 0"),
        ("Có\x1b[2J".encode(), "a/text.txt: the character U+001B at 2 is in no archived text"),
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
    assert sentence in str(raised.value)


def test_an_original_is_a_file_beside_the_others(tmp_path: Path) -> None:
    file = archive(tmp_path, "a", PDF) / "source.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("original.pdf", "../../secret"), encoding="utf-8")
    with pytest.raises(ArchiveError, match="expected the form"):
        read_archived(tmp_path, "a")
