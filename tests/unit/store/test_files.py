"""A file is written whole or not at all."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest

from egov_tracker.errors import EgovError
from egov_tracker.store import files
from egov_tracker.store.files import (
    UnreadableError,
    fingerprint,
    fingerprint_of_file,
    put_file,
    read_file,
    read_small_file,
    signals_held,
    write_file,
)

if TYPE_CHECKING:
    from collections.abc import Callable


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


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (os.mkfifo, "expected a regular file, got a pipe"),
        (lambda path: path.symlink_to("/dev/zero"), "expected a regular file, got a device"),
        (lambda path: path.symlink_to(path), "Too many levels of symbolic links"),
        (lambda path: path.symlink_to("/proc/self/mem"), "Input/output error"),
    ],
)
def test_only_regular_files_are_read(tmp_path: Path, make: Callable[[Path], None], reason: str) -> None:
    path = tmp_path / "2016Q2.yaml"
    make(path)
    with pytest.raises(UnreadableError, match=f"^cannot read {re.escape(str(path))}: {re.escape(reason)}$"):
        read_file(path)


def test_no_more_is_read_than_the_limit_and_one_byte(tmp_path: Path) -> None:
    path = tmp_path / "sparse.yaml"
    with path.open("wb") as file:
        file.truncate(3 * 1024**3)
    assert len(read_file(path, 1000)) == 1001
    with pytest.raises(UnreadableError, match="it has more than 1,000 bytes"):
        read_small_file(path, 1000)


@pytest.mark.parametrize(
    "name", ["/dev/stdin", "/dev/stdout", "/dev/stderr", "/dev/fd/9", "/proc/self/fd/9", "link", "folder/9"]
)
def test_a_stream_that_the_shell_opened_is_written_through(tmp_path: Path, name: str) -> None:
    (tmp_path / "link").symlink_to("/dev/stdout")
    (tmp_path / "folder").symlink_to("/dev/fd")
    (tmp_path / "write.py").write_text(
        "import sys; from pathlib import Path; from egov_tracker.store.files import write_file\n"
        "write_file(Path(sys.argv[1]), b'new\\n')\n",
        encoding="utf-8",
    )
    descriptor = {"/dev/stdout": "1", "link": "1", "/dev/stderr": "2", "/dev/stdin": "0"}.get(name, "9")
    program = f"{sys.executable} write.py {name}"
    script = f"exec {descriptor}>out.txt; echo before >&{descriptor}; {program}; echo after >&{descriptor}"
    subprocess.run(["bash", "-c", script], cwd=tmp_path, check=True)  # noqa: S603, S607
    assert (tmp_path / "out.txt").read_text(encoding="utf-8") == "before\nnew\nafter\n"


def test_a_file_that_is_called_as_a_stream_is_a_file(tmp_path: Path) -> None:
    for name in ("1", "stdout"):
        write_file(tmp_path / name, b"new\n")
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"1": b"new\n", "stdout": b"new\n"}
    with pytest.raises(EgovError, match=r"^cannot write /dev/fd/x: No such file or directory$"):
        write_file(Path("/dev/fd/x"), b"new\n")


def test_what_only_looks_like_a_file_left_behind_stays(tmp_path: Path) -> None:
    prefix = files._prefix(tmp_path / "out.csv")
    names = {"mine.tmp", f"{prefix}x", f"x{prefix}.tmp", f"{prefix}link.tmp"}
    (tmp_path / f"{prefix}link.tmp").symlink_to("mine.tmp")
    for name in names - {f"{prefix}link.tmp"}:
        (tmp_path / name).touch()
    (tmp_path / f"{prefix}left.tmp").touch()
    write_file(tmp_path / "out.csv", b"new\n")
    assert {path.name for path in tmp_path.iterdir()} == names | {"out.csv"}


def test_a_stream_that_nobody_opened_is_said_to_be_none() -> None:
    with pytest.raises(EgovError, match=r"^cannot write /dev/fd/987: Bad file descriptor$"):
        write_file(Path("/dev/fd/987"), b"new\n")


def test_a_name_as_long_as_the_system_allows_is_written(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(("Đ" * 125 + ".html").encode())  # whatever the locale
    write_file(path, b"new\n")
    assert path.read_bytes() == b"new\n"


def test_a_loop_of_links_is_not_written_over(tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    path.symlink_to(path)
    with pytest.raises(EgovError, match="Too many levels of symbolic links"):
        write_file(path, b"new\n")
    assert path.is_symlink()


def test_what_a_killed_program_left_is_removed_by_the_next_write(tmp_path: Path) -> None:
    program = (
        "import os, sys; from pathlib import Path; from egov_tracker.store import files\n"
        "os.fsync = lambda handle: os.kill(os.getpid(), 9)\n"
        "files.write_file(Path('out.csv'), b'half')\n"
    )
    subprocess.run([sys.executable, "-c", program], cwd=tmp_path, check=False)  # noqa: S603
    assert len([*tmp_path.iterdir()]) == 1
    write_file(tmp_path / "other.csv", b"new\n")
    assert len([*tmp_path.iterdir()]) == 2
    write_file(tmp_path / "out.csv", b"new\n")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["other.csv", "out.csv"]


def test_what_another_program_is_writing_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    write_file(path, b"old\n")
    prefix = files._prefix(path)
    handle, name = files._temporary(tmp_path, prefix)
    write_file(path, b"new\n")
    assert Path(name).exists()
    os.close(handle)
    write_file(path, b"newer\n")
    assert [one.name for one in tmp_path.iterdir()] == ["out.csv"]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_signal_waits_until_the_file_is_whole_and_leaves_nothing_beside_it(tmp_path: Path, number: int) -> None:
    program = (
        "import os, signal; from pathlib import Path; from egov_tracker.store import files\n"
        f"signal.signal({int(number)}, signal.SIG_DFL); sync = os.fsync\n"
        f"os.fsync = lambda handle: (os.kill(os.getpid(), {int(number)}), sync(handle))\n"
        "files.write_file(Path('out.csv'), b'whole')\n"
    )
    ran = subprocess.run([sys.executable, "-c", program], cwd=tmp_path, check=False)  # noqa: S603
    assert ran.returncode == -number
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"out.csv": b"whole"}


@pytest.mark.skipif(not hasattr(signal, "pthread_sigmask"), reason="no such masks here")
def test_the_signals_that_end_a_program_are_held_and_no_others() -> None:
    before = signal.pthread_sigmask(signal.SIG_BLOCK, ())
    with signals_held():
        held = signal.pthread_sigmask(signal.SIG_BLOCK, ())
    assert held - before == {signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT}
    assert signal.pthread_sigmask(signal.SIG_BLOCK, ()) == before


def test_no_setuid_bit_outlives_its_content(tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    path.write_bytes(b"old\n")
    path.chmod(0o6755)
    write_file(path, b"new\n")
    assert path.stat().st_mode & 0o7777 == 0o755


@pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="only root may give a file away")
def test_a_replaced_file_keeps_its_owner(tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    path.write_bytes(b"old\n")
    path.chmod(0o640)
    os.chown(path, 12345, 23456)
    write_file(path, b"new\n")
    made = path.stat()
    assert (made.st_uid, made.st_gid, made.st_mode & 0o7777) == (12345, 23456, 0o640)


@pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="only root may become somebody else")
@pytest.mark.parametrize(
    ("before", "after", "own"),
    [
        (0o664, 0o644, False),
        (0o640, 0o600, False),
        (0o606, 0o666, False),
        (0o673, 0o633, False),
        (0o664, 0o664, True),
        (0o640, 0o640, True),
    ],
)
def test_what_a_group_might_do_is_given_to_no_other_group(before: int, after: int, *, own: bool) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "out.csv"
        path.write_bytes(b"old\n")
        path.chmod(before)
        os.chown(path, 12345, 23456)
        os.chown(folder, 12345, 23456)
        groups = os.getgroups()
        os.setgroups([23456] if own else [])
        os.seteuid(12345)
        try:
            write_file(path, b"new\n")
        finally:
            os.seteuid(0)
            os.setgroups(groups)
        made = path.stat()
    assert (made.st_uid, made.st_gid, made.st_mode & 0o7777) == (12345, 23456 if own else os.getegid(), after)


def test_a_file_of_our_own_is_put_where_it_can_be_and_nothing_is_left_where_it_cannot(tmp_path: Path) -> None:
    assert put_file(tmp_path / "a", b"one", ".tmp")
    assert put_file(tmp_path / "a", b"two", ".tmp")
    (tmp_path / "folder").mkdir()
    assert not put_file(tmp_path / "folder", b"x", ".tmp")
    assert not put_file(tmp_path / "nowhere" / "a", b"x", ".tmp")
    assert (tmp_path / "a").read_bytes() == b"two"
    assert (tmp_path / "a").stat().st_mode & 0o777 == 0o600
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a", "folder"]


def test_what_another_program_has_begun_is_not_put(tmp_path: Path) -> None:
    (tmp_path / f"a.{os.getpid()}.tmp").write_bytes(b"half")
    assert not put_file(tmp_path / "a", b"x", ".tmp")
    assert [path.name for path in tmp_path.iterdir()] == [f"a.{os.getpid()}.tmp"]


def test_a_fingerprint_is_of_each_part_by_itself() -> None:
    parts: list[tuple[str | bytes, ...]] = [(), ("",), ("", ""), ("ab",), ("a", "b"), ("b", "a"), ("a\udc80",), ("đ",)]
    found = [fingerprint(*one) for one in parts]
    assert len(set(found)) == len(parts)
    assert {len(one) for one in found} == {32}
    assert fingerprint("đ") == fingerprint("đ".encode())


def test_the_fingerprint_of_a_file_is_that_of_all_its_bytes(tmp_path: Path) -> None:
    digests = []
    for number, tail in enumerate((b"", b"x", b"y")):
        (tmp_path / str(number)).write_bytes(bytes(1024**2) + tail)
        digests.append(fingerprint_of_file(tmp_path / str(number)))
    (tmp_path / "again").write_bytes(bytes(1024**2) + b"x")
    assert len(set(digests)) == 3
    assert (fingerprint_of_file(tmp_path / "again"), len(digests[1])) == (digests[1], 32)


def test_a_socket_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as one:
        one.bind("x.yaml")
        with pytest.raises(UnreadableError, match=r"^cannot read x\.yaml: No such device or address$"):
            read_file(Path("x.yaml"))


@pytest.mark.parametrize(("size", "read"), [(1000, True), (1001, False)])
def test_a_file_may_have_as_many_bytes_as_are_allowed(size: int, *, read: bool, tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(bytes(size))
    if read:
        assert read_small_file(tmp_path / "x", 1000) == bytes(size)
        return
    with pytest.raises(UnreadableError, match=r"x: it has more than 1,000 bytes$"):
        read_small_file(tmp_path / "x", 1000)


def test_four_mebibytes_are_read_where_nothing_else_is_said(tmp_path: Path) -> None:
    with (tmp_path / "x").open("wb") as file:
        file.truncate(8 * 1024**2)
    assert len(read_file(tmp_path / "x")) == 4 * 1024**2 + 1
    with pytest.raises(UnreadableError, match=r"x: it has more than 4,194,304 bytes$"):
        read_small_file(tmp_path / "x")
