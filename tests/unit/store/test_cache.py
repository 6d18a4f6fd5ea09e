"""What is kept on disk: read as it was written, or not at all; what is old or too much goes."""

from __future__ import annotations

import os
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from egov_tracker.store.cache import Cache, key_of
from egov_tracker.store.columns import Around

if TYPE_CHECKING:
    from pathlib import Path

NOW = 2_000_000_000.0
DAY = 24 * 3600
MIB = 1024**2
VALUE = ("Bộ Y tế", 5, None, date(2016, 6, 30))
KEY, OTHER = key_of("one"), key_of("other")


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    return Cache(tmp_path / "kept" / "here", NOW)


def entry_of(cache: Cache) -> Path:
    (path,) = cache.folder.iterdir()
    return path


def age(path: Path, seconds: float) -> None:
    os.utime(path, (NOW - seconds, NOW - seconds))


def aged(folder: Path, name: str, seconds: float, size: int = 0) -> str:
    """A file of this age and size, sparse; its name."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    with (folder / name).open("wb") as file:
        file.truncate(size)
    age(folder / name, seconds)
    return name


def test_what_was_kept_is_recalled_under_its_key_alone(cache: Cache) -> None:
    assert cache.recall(KEY, Around()) is None
    cache.keep(KEY, VALUE, Around())
    assert (cache.recall(KEY, Around()), cache.recall(OTHER, Around())) == (VALUE, None)
    assert (cache.folder.stat().st_mode & 0o777, cache.kept) == (0o700, 1)
    assert "Bộ Y tế".encode() in entry_of(cache).read_bytes()
    entry_of(cache).rename(cache.folder / entry_of(cache).name.replace(KEY, OTHER))
    assert (cache.recall(KEY, Around()), cache.recall(OTHER, Around())) == (None, None)


def test_a_key_is_of_all_its_parts() -> None:
    keys = [key_of(), key_of("one"), key_of("one", "two"), key_of("onetwo"), key_of(b"one", b"")]
    assert len({*keys}) == len(keys)
    assert (key_of("one"), len(KEY)) == (KEY, 32)


def test_what_is_sound_is_made_once_and_what_is_not_each_time(cache: Cache) -> None:
    made = iter("abcd")
    sound = [cache.recalled(KEY, Around(), lambda: next(made), lambda one: one != "a") for _ in range(3)]
    assert sound == ["a", "b", "b"]


@pytest.mark.parametrize("place", [0, 12, 13, 30, 44, 45, 46, 60, -1])
def test_an_entry_of_which_a_letter_changed_is_as_if_it_were_not_there(cache: Cache, place: int) -> None:
    cache.keep(KEY, VALUE, Around())
    raw = bytearray(entry_of(cache).read_bytes())
    raw[place] ^= 1
    entry_of(cache).write_bytes(raw)
    assert cache.recall(KEY, Around()) is None


@pytest.mark.parametrize(
    "change", [lambda raw: raw[:0], lambda raw: raw[:-1], lambda raw: raw + b" ", lambda raw: b"\n" + raw]
)
def test_an_entry_that_is_not_whole_is_as_if_it_were_not_there(cache: Cache, change: Any) -> None:
    cache.keep(KEY, VALUE, Around())
    entry_of(cache).write_bytes(change(entry_of(cache).read_bytes()))
    assert cache.recall(KEY, Around()) is None
    cache.keep(KEY, VALUE, Around())
    assert cache.recall(KEY, Around()) == VALUE


@pytest.mark.parametrize(
    ("mode", "used"), [(0o700, True), (0o755, True), (0o720, False), (0o702, False), (0o777, False)]
)
def test_a_folder_into_which_others_may_write_is_not_used(cache: Cache, mode: int, *, used: bool) -> None:
    cache.keep(KEY, VALUE, Around())
    cache.folder.chmod(mode)
    assert (cache.recall(KEY, Around()) == VALUE) is used
    Cache(cache.folder, NOW).keep(OTHER, VALUE, Around())
    assert cache.size().entries == 1 + used


@pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="only root may give a folder away")
def test_a_folder_of_somebody_else_is_not_used(cache: Cache) -> None:
    cache.keep(KEY, VALUE, Around())
    os.chown(cache.folder, 12345, 12345)
    assert cache.recall(KEY, Around()) is None


def test_where_there_can_be_no_folder_nothing_is_kept(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for folder in (tmp_path / "file", tmp_path / "file" / "below"):
        cache = Cache(folder, NOW)
        cache.keep(KEY, VALUE, Around())
        assert (cache.recall(KEY, Around()), cache.size(), cache.clear()) == (None, (0, 0), 0)
    assert (tmp_path / "file").read_bytes() == b""


def test_the_size_is_rounded_up_and_only_entries_count_and_are_cleared(cache: Cache) -> None:
    names = {
        aged(cache.folder, "a" * 32 + ".egov", 0, 1024),
        aged(cache.folder, "b" * 32 + ".egov", 0, 1),
        aged(cache.folder, "c" * 32 + ".egov.77.tmp", 0),
    }
    others = {
        aged(cache.folder, name, 0, 9999) for name in ("a" * 31 + ".egov", "a" * 33 + ".egov", "a" * 32 + ".txt", "x")
    }
    assert cache.size() == (3, 2)
    assert {path.name for path in cache.folder.iterdir()} == names | others
    assert cache.clear() == 3
    assert {path.name for path in cache.folder.iterdir()} == others


def test_what_cannot_be_removed_does_not_count_as_removed(cache: Cache) -> None:
    aged(cache.folder, "a" * 32 + ".egov", 0)
    (cache.folder / ("b" * 32 + ".egov")).mkdir()
    (cache.folder / ("c" * 32 + ".egov")).symlink_to("nowhere")
    assert (cache.clear(), cache.size().entries) == (2, 1)


def test_what_is_old_goes_when_the_first_entry_is_written(cache: Cache) -> None:
    stays = {
        aged(cache.folder, "a" * 32 + ".egov", 60 * DAY),
        aged(cache.folder, "b" * 32 + ".egov.7.tmp", DAY),
        aged(cache.folder, "c" * 31 + ".egov", 99 * DAY),
    }
    aged(cache.folder, "d" * 32 + ".egov", 60 * DAY + 1)
    aged(cache.folder, "e" * 32 + ".egov.7.tmp", DAY + 1)
    cache.keep(KEY, VALUE, Around())
    aged(cache.folder, "f" * 32 + ".egov", 99 * DAY)
    cache.keep(OTHER, VALUE, Around())
    assert {path.name for path in cache.folder.iterdir()} == stays | {
        f"{KEY}.egov", f"{OTHER}.egov", "f" * 32 + ".egov",
    }  # fmt: skip


@pytest.mark.parametrize(("size", "stays"), [(32 * MIB, True), (32 * MIB + 1, False)])
def test_of_too_much_the_oldest_goes(cache: Cache, size: int, *, stays: bool) -> None:
    oldest = aged(cache.folder, "a" * 32 + ".egov", 3, 32 * MIB)
    newest = aged(cache.folder, "b" * 32 + ".egov", 1, size)
    cache.keep(KEY, VALUE, Around())
    names = {path.name for path in cache.folder.iterdir()}
    assert (oldest in names, newest in names) == (stays, True)


@pytest.mark.parametrize(("seconds", "then"), [(DAY, DAY), (DAY + 1, 0)])
def test_an_entry_that_was_of_use_is_young_again_after_a_day(cache: Cache, seconds: int, then: int) -> None:
    cache.keep(KEY, VALUE, Around())
    age(entry_of(cache), seconds)
    assert cache.recall(KEY, Around()) == VALUE
    assert entry_of(cache).stat().st_mtime == NOW - then


@pytest.mark.parametrize(("letters", "kept"), [(15 * MIB, 1), (16 * MIB, 0)])
def test_what_is_too_large_is_not_kept(cache: Cache, letters: int, kept: int) -> None:
    cache.keep(KEY, "x" * letters, Around())
    assert cache.size().entries == kept
    assert (cache.recall(KEY, Around()) is not None) == kept
