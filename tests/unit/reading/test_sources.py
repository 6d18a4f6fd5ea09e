from __future__ import annotations

import unicodedata
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from egov_tracker.errors import EgovError, TextError
from egov_tracker.reading.sources import MOST_CHARACTERS, clean_text, decode_text, legacy_encoding, read_plain

ODD = "aeô\u0301\u0302\u0323\u00ad\u200b\ufeff\r\n\u2028\x0c\u00a0\u3000đĐ1 "


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("Bộ\u00a0Y tế\r\n", "Bộ Y tế\n"),
        ("Bo\u0323\u0302 Y te\u0302\u0301", "Bộ Y tế"),
        ("Bô\u200b\u0323", "Bộ"),
        ("liên\u00ad thông\x0cTrang 2", "liên thông\nTrang 2"),
        ("e" + "\u0301" * 16, "é" + "\u0301" * 15),
    ],
)
def test_a_text_is_composed_without_invisible_characters_and_with_plain_line_ends(text: str, clean: str) -> None:
    assert clean_text(text) == clean


def test_heaped_marks_are_refused() -> None:
    with pytest.raises(TextError, match=r"^more than 16 combining marks in a row$"):
        clean_text("e" + "\u0301" * 17)


@given(st.text(alphabet=st.sampled_from(ODD), max_size=60))
def test_what_is_archived_is_composed_and_stays_as_it_is(text: str) -> None:
    try:
        clean = clean_text(text)
    except TextError:
        return
    assert unicodedata.is_normalized("NFC", clean)
    assert clean_text(clean) == clean
    assert not set(clean) & set("\r\u2028\u00ad\u200b\ufeff\x0c\u00a0\u3000")


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("Bộ".encode(), "Bộ"),
        ("Bộ".encode("utf-8-sig"), "Bộ"),
        ("Bộ".encode("utf-16"), "Bộ"),
        (b"\xfe\xff\x00B\x1e\xd9", "Bộ"),
        (b"", ""),
        (b"a" * 20_000 + b"\x00", "a" * 20_000 + "\x00"),
        (("𝐀" * MOST_CHARACTERS).encode(), "𝐀" * MOST_CHARACTERS),
    ],
    ids=[
        "UTF-8",
        "UTF-8 with its mark",
        "UTF-16",
        "UTF-16 the other way round",
        "nothing",
        "a late NUL",
        "the longest",
    ],
)
def test_a_text_is_decoded(raw: bytes, text: str) -> None:
    assert decode_text(raw, "a.txt") == text


@pytest.mark.parametrize(
    ("raw", "sentence"),
    [
        (b"Ti\xea\xecng", "a.txt: not UTF-8: byte 0xea at 2"),
        (b"\xff\xfea", "a.txt: not UTF-16: byte 0x61 at 2"),
        (b"a" * 19_999 + b"\x00", "a.txt: it is not a text"),
        (b"a" * (MOST_CHARACTERS + 1), "a.txt: 4,000,001 characters are too many; 4,000,000 are the most"),
        (b"a" * (4 * MOST_CHARACTERS + 1), "a.txt: 16,000,001 bytes are too many; 16,000,000 are the most"),
    ],
)  # fmt: skip
def test_what_is_no_text_is_said(raw: bytes, sentence: str) -> None:
    with pytest.raises(EgovError) as raised:
        decode_text(raw, "a.txt")
    assert str(raised.value) == sentence


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ã¡ " * 8, "UTF-8 read as Latin-1"),
        ("Ã¡ " * 7, ""),
        ("Ã¡ " * 8 + "ạ" * 100, "UTF-8 read as Latin-1"),
        ("coä " * 8, "VNI"),
        ("coä " * 8 + "ạ" * 7, "VNI"),
        ("coä " * 8 + "ạ" * 8, ""),
        ("l\u00b5 " * 8, "TCVN3 (ABC)"),
        ("l\u00b5 " * 8 + "ạ" * 8, ""),
        ("x" * (20_000 - 24) + "Ã¡ " * 8, "UTF-8 read as Latin-1"),
        ("x" * (20_000 - 22) + "Ã¡ " * 8, ""),
        ("Bộ Y tế đã xong.", ""),
    ],
)
def test_an_old_encoding_shows_in_its_letters(text: str, name: str) -> None:
    assert legacy_encoding(text) == name


def test_a_plain_text_is_taken_for_what_it_is() -> None:
    raw = "Bo\u0323\u0302 ".encode() + "Ã¡ ".encode() * 8
    source = read_plain(raw, "a.txt")
    text = "Bộ " + "Ã¡ " * 8
    assert source.text_sha256 == sha256(text.encode()).hexdigest()
    assert source == (text, "text/1", sha256(raw).hexdigest(), (), "UTF-8 read as Latin-1", ())
