"""An export replaces what an export made, whole or not at all, and nothing else."""

from __future__ import annotations

import io
import os
import sqlite3
import zipfile
from contextlib import closing
from hashlib import sha256
from pathlib import Path

import pytest

from egov_tracker.errors import EgovError
from egov_tracker.store import exports
from egov_tracker.store.exports import ARCHIVE_COMMENT, MARK_FILE, mark_database, refuse_foreign, write_folder

OLD = {"a.txt": b"old\n", "deep/b.txt": b"b\n", "deep/c.txt": b"c\n", "deep/er/still/d.txt": b"d\n"}
NEW = {"c.txt": b"new\n"}


def contents(folder: Path) -> dict[str, bytes]:
    files = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    return {name: raw for name, raw in files.items() if name != MARK_FILE}


def test_a_folder_is_written_and_the_next_one_takes_its_place_with_nothing_left_beside_it(tmp_path: Path) -> None:
    write_folder(tmp_path / "out", OLD)
    assert contents(tmp_path / "out") == OLD
    write_folder(tmp_path / "out", NEW)
    assert contents(tmp_path / "out") == NEW
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_the_mark_of_a_folder_lists_its_files_with_their_hashes(tmp_path: Path) -> None:
    write_folder(tmp_path / "out", NEW)
    digest = sha256(NEW["c.txt"]).hexdigest()
    assert (tmp_path / "out" / MARK_FILE).read_text(encoding="utf-8") == (
        f'{{\n "mark": "made by egov",\n "files": {{\n  "c.txt": "{digest}"\n }}\n}}\n'
    )


def test_a_folder_behind_a_link_is_replaced_and_the_link_stays(tmp_path: Path) -> None:
    write_folder(tmp_path / "out", OLD)
    (tmp_path / "link").symlink_to("out")
    write_folder(tmp_path / "link", NEW)
    assert (contents(tmp_path / "out"), (tmp_path / "link").is_symlink()) == (NEW, True)


def test_a_file_of_an_export_is_no_place_for_a_folder(tmp_path: Path) -> None:
    (tmp_path / "out").write_bytes(archive(ARCHIVE_COMMENT))
    with pytest.raises(EgovError) as refusal:
        write_folder(tmp_path / "out", NEW)
    assert str(refusal.value) == f"{tmp_path / 'out'} is a file; expected the name of a folder"


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    with pytest.raises(EgovError) as refusal:
        write_folder(tmp_path / "nowhere" / "out", NEW)
    assert str(refusal.value) == f"cannot write {tmp_path / 'nowhere' / 'out'}: No such file or directory"


def test_an_empty_folder_is_filled(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    write_folder(tmp_path / "out", NEW)
    assert contents(tmp_path / "out") == NEW


NOT_OURS = "out is a folder that egov did not make"
FOREIGN = "{} is there already, and egov did not make it, or somebody changed it since"


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (
            lambda out: (out / "mine.txt").write_bytes(b"mine"),
            FOREIGN.format("out/mine.txt"),
        ),
        (lambda out: (out / "a.txt").write_bytes(b"mine"), FOREIGN.format("out/a.txt")),
        (lambda out: (out / MARK_FILE).unlink(), NOT_OURS),
        (lambda out: (out / MARK_FILE).write_text("[]"), NOT_OURS),
        (lambda out: (out / MARK_FILE).write_text("x"), NOT_OURS),
        (
            lambda out: (out / MARK_FILE).write_text('{"mark": "made by others", "files": {}}'),
            NOT_OURS,
        ),
        (
            lambda out: (out / MARK_FILE).write_text('{"mark": "made by egov"}'),
            NOT_OURS,
        ),
        (
            lambda out: (out / MARK_FILE).write_text('{"mark": "made by egov", "files": {}}'),
            FOREIGN.format("out/a.txt"),
        ),
        (
            lambda out: ((out / "a.txt").unlink(), (out / "a.txt").symlink_to(out / "deep" / "b.txt")),
            FOREIGN.format("out/a.txt"),
        ),
        (lambda out: (out / "a.txt").unlink(), None),
        (lambda out: (out / "link").symlink_to(out / "deep"), FOREIGN.format("out/link")),
    ],
)
def test_a_folder_in_which_something_is_not_of_the_export_is_left_alone(
    change: object, sentence: str | None, tmp_path: Path
) -> None:
    write_folder(tmp_path / "out", OLD)
    assert callable(change)
    change(tmp_path / "out")
    before = contents(tmp_path / "out")
    if sentence is None:
        write_folder(tmp_path / "out", NEW)
        return
    with pytest.raises(EgovError) as raised:
        write_folder(tmp_path / "out", NEW)
    assert str(raised.value) == f"{tmp_path}/{sentence}; nothing was written"
    assert contents(tmp_path / "out") == before


def test_a_folder_survives_a_write_that_fails_and_nothing_is_left_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_folder(tmp_path / "out", OLD)
    monkeypatch.setattr(exports, "MARK_FILE", "no/such/folder")
    with pytest.raises(EgovError):
        write_folder(tmp_path / "out", {})
    monkeypatch.undo()
    assert contents(tmp_path / "out") == OLD
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def archive(comment: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as book:
        book.writestr("x", "y")
        book.comment = comment
    return made.getvalue()


def database() -> bytes:
    with closing(sqlite3.connect(":memory:")) as made:
        made.execute("CREATE TABLE x (y)")
        return mark_database(made.serialize())


def test_a_database_bears_the_id_of_the_program_and_the_count_of_its_changes() -> None:
    raw = mark_database(bytes(24) + b"\x01\x02\x03\x04" + bytes(72))
    assert raw == bytes(24) + b"\x01\x02\x03\x04" + bytes(32) + b"\x01\x02\x03\x04" + bytes(4) + b"egov" + bytes(28)
    with closing(sqlite3.connect(":memory:")) as made:
        made.deserialize(database())
        (marked,) = made.execute("PRAGMA application_id").fetchone()
    assert marked.to_bytes(4) == b"egov"


def test_what_is_not_there_or_keeps_nothing_may_be_written_to(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "link").symlink_to("nowhere")
    for name in ("missing", "pipe", "link"):
        refuse_foreign(tmp_path / name)


@pytest.mark.skipif(not Path("/proc/self/mem").is_file(), reason="no such file here")
def test_what_cannot_be_read_is_said() -> None:
    with pytest.raises(EgovError, match=r"^cannot read /proc/self/mem: Input/output error$"):
        refuse_foreign(Path("/proc/self/mem"))


@pytest.mark.parametrize("raw", [archive(ARCHIVE_COMMENT), database()], ids=["archive", "database"])
def test_a_file_that_an_export_made_may_be_replaced(raw: bytes, tmp_path: Path) -> None:
    (tmp_path / "out").write_bytes(raw)
    refuse_foreign(tmp_path / "out")


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"text\n",
        archive(b""),
        archive(ARCHIVE_COMMENT) + b"\n",
        b"SQLite format 3\x00" + bytes(84),
        b"SQLite format 4\x00" + database()[16:],
    ],
    ids=["empty", "text", "another archive", "more behind", "another database", "another format"],
)
def test_a_file_that_no_export_made_is_left_alone(raw: bytes, tmp_path: Path) -> None:
    (tmp_path / "out").write_bytes(raw)
    with pytest.raises(EgovError) as raised:
        refuse_foreign(tmp_path / "out")
    assert str(raised.value) == f"{FOREIGN.format(tmp_path / 'out')}; nothing was written"


def test_a_database_that_was_changed_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "out").write_bytes(database())
    with closing(sqlite3.connect(tmp_path / "out")) as changed, changed:
        changed.execute("INSERT INTO x VALUES (1)")
    with pytest.raises(EgovError) as raised:
        refuse_foreign(tmp_path / "out")
    assert str(raised.value) == f"{FOREIGN.format(tmp_path / 'out')}; nothing was written"
