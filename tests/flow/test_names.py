"""`egov names` from end to end: a pasted list becomes YAML, and what is unknown is said to be."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
import yaml

from egov_tracker.store.files import MAX_BYTES
from tests.building import LETTERS
from tests.running import run_egov

if TYPE_CHECKING:
    from pathlib import Path


def test_a_list_on_standard_input_becomes_yaml(monkeypatch: pytest.MonkeyPatch) -> None:
    pasted = "1. Bạc Liêu; 2. Bình Dươg; 3. Lưu: VT".encode()
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(pasted)))
    ran = run_egov("names", "-", cwd=LETTERS)
    assert ran == (
        0,
        (
            "- Bạc Liêu\n"
            "- Bình Dươg  # unknown body; did you mean 'Bình Dương', 'Bình Phước' or 'Hải Dương'?\n"
            '- "Lưu: VT"  # unknown body\n'
        ),
        "egov: 3 names, 2 unknown\n",
    )
    assert yaml.safe_load(ran.out) == ["Bạc Liêu", "Bình Dươg", "Lưu: VT"]


def test_a_file_is_read_and_a_file_is_written(tmp_path: Path) -> None:
    (tmp_path / "list.txt").write_text("\ufeffBộ Y tế, Bộ Văn hóa, Thể thao và Du lịch", encoding="utf-8")
    ran = run_egov("names", tmp_path / "list.txt", "-o", tmp_path / "list.yaml", cwd=LETTERS)
    assert ran == (0, "", "egov: 2 names, 0 unknown\n")
    written = (tmp_path / "list.yaml").read_text(encoding="utf-8")
    assert written == '- Bộ Y tế\n- "Bộ Văn hóa, Thể thao và Du lịch"\n'


def test_what_holds_no_list_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "none.txt").write_bytes(b" ;\n")
    (tmp_path / "latin.txt").write_bytes(b"B\xe9")
    assert run_egov("names", "none.txt", cwd=tmp_path) == (
        2,
        "",
        "egov: none.txt: expected a list of names, got none\n",
    )
    assert run_egov("names", "latin.txt", cwd=tmp_path).err == (
        "egov: latin.txt: expected a text in UTF-8, got byte 2, which is none\n"
    )
    assert run_egov("names", "non.txt", cwd=tmp_path).err == (
        "egov: expected a text file, got non.txt, which is not there; did you mean 'none.txt'?\n"
    )


def test_after_a_hundred_unknown_names_no_more_is_guessed(tmp_path: Path) -> None:
    known_as = "\n".join(f"Bình Dươg {number}" for number in range(1, 101))
    (tmp_path / "list.txt").write_text(f"{known_as}\nBình Dươg\nBình Dươg 100", encoding="utf-8")
    ran = run_egov("names", tmp_path / "list.txt", cwd=LETTERS)
    lines = ran.out.splitlines()
    assert lines[100] == "- Bình Dươg  # unknown body"
    assert lines[101] == lines[99]
    assert lines[99].startswith("- Bình Dươg 100  # unknown body; did you mean 'Bình Dương'")
    assert ran.err == "egov: 102 names, 102 unknown\n"


def test_one_name_is_one_name(tmp_path: Path) -> None:
    (tmp_path / "list.txt").write_text("Hà Nội", encoding="utf-8")
    assert run_egov("names", tmp_path / "list.txt", cwd=LETTERS) == (0, "- Hà Nội\n", "egov: 1 name, 0 unknown\n")


@pytest.mark.parametrize(("more", "code"), [(0, 0), (1, 2)])
def test_standard_input_is_read_up_to_a_size(more: int, code: int, monkeypatch: pytest.MonkeyPatch) -> None:
    pasted = "Hà Nội".encode() + b" " * (MAX_BYTES - len("Hà Nội".encode()) + more)
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(pasted)))
    ran = run_egov("names", "-", cwd=LETTERS)
    assert (ran.code, ran.err) == (
        code,
        "egov: standard input: expected at most 4,194,304 bytes, got more\n" if code else "egov: 1 name, 0 unknown\n",
    )
