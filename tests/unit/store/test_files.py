"""A file is written whole or not at all."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from egov_tracker.errors import EgovError
from egov_tracker.store.files import read_file, write_file


def test_a_new_file_holds_the_content_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    write_file(tmp_path / "out.csv", b"one\n")
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"out.csv": b"one\n"}


def test_a_new_file_has_the_mode_that_the_user_s_mask_gives(tmp_path: Path) -> None:
    mask = os.umask(0o027)
    try:
        write_file(tmp_path / "out.csv", b"one\n")
    finally:
        os.umask(mask)
    assert (tmp_path / "out.csv").stat().st_mode & 0o7777 == 0o640


def test_an_existing_file_is_replaced_and_keeps_its_mode(tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    path.write_bytes(b"a much longer content\n")
    path.chmod(0o604)
    write_file(path, b"new\n")
    assert (path.read_bytes(), path.stat().st_mode & 0o7777) == (b"new\n", 0o604)


def test_a_symbolic_link_stays_a_link_and_its_target_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "out.csv").write_bytes(b"old\n")
    (tmp_path / "link.csv").symlink_to("real/out.csv")
    write_file(tmp_path / "link.csv", b"new\n")
    assert (tmp_path / "link.csv").is_symlink()
    assert (tmp_path / "real" / "out.csv").read_bytes() == b"new\n"


def test_an_existing_file_survives_a_write_that_fails_and_nothing_is_left_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "out.csv"
    path.write_bytes(b"old\n")

    def fail(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(EgovError, match=f"^cannot write {re.escape(str(path))}: No space left on device$"):
        write_file(path, b"new\n")
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"out.csv": b"old\n"}


@pytest.mark.parametrize(
    ("name", "reason"),
    [("nowhere/out.csv", "No such file or directory"), ("file/out.csv", "Not a directory"), ("dir", "Is a directory")],
)
def test_what_cannot_be_written_is_said_in_a_sentence(tmp_path: Path, name: str, reason: str) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "dir").mkdir()
    path = tmp_path / name
    with pytest.raises(EgovError, match=f"^cannot write {re.escape(str(path))}: {reason}$"):
        write_file(path, b"new\n")
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["dir", "file"]


def test_a_pipe_is_written_to_and_stays_a_pipe(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        write_file(pipe, b"new\n")
        assert os.read(reader, 100) == b"new\n"
    finally:
        os.close(reader)
    assert pipe.is_fifo()


@pytest.mark.skipif(not Path("/dev/full").is_char_device(), reason="no such device here")
def test_a_device_that_is_full_is_said_to_be_full() -> None:
    with pytest.raises(EgovError, match=r"^cannot write /dev/full: No space left on device$"):
        write_file(Path("/dev/full"), b"new\n")
    assert Path("/dev/full").is_char_device()


@pytest.mark.parametrize(("name", "reason"), [("nowhere", "No such file or directory"), (".", "Is a directory")])
def test_what_cannot_be_read_is_said_in_a_sentence(tmp_path: Path, name: str, reason: str) -> None:
    path = tmp_path / name
    with pytest.raises(EgovError, match=f"^cannot read {re.escape(str(path))}: {reason}$"):
        read_file(path)
