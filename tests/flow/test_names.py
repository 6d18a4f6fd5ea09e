"""`egov names` from end to end: a pasted list becomes YAML, and what is unknown is said to be."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import yaml

from tests.building import LETTERS
from tests.running import run_egov

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


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
