"""YAML as text with places: what is refused and where, what means the same, what stays text."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from egov_tracker.store.files import MAX_BYTES
from egov_tracker.store.yaml_reader import MAX_DEPTH, RefusedError, read_document


def refusal(raw: bytes) -> str:
    with pytest.raises(RefusedError) as refused:
        read_document(raw, "f")
    return str(refused.value.finding)


def repeats(raw: bytes) -> list[str]:
    return [str(found) for found in read_document(raw, "f").findings]


TOO_MUCH = "YML004 error more than 70,000 values or 40 levels, aliases expanded"
BOMB = (
    b"a: &a [x, x, x, x, x, x, x, x, x]\n"
    b"b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]\n"
    b"c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b]\n"
    b"d: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c]\n"
    b"e: &e [*d, *d, *d, *d, *d, *d, *d, *d, *d]\n"
    b"f: [*e, *e, *e, *e, *e, *e, *e, *e, *e]\n"
)


@pytest.mark.parametrize(
    ("raw", "finding"),
    [
        # The encoding; the column counts characters, not bytes
        (b"a: 1\nb: x\xff\n", "f:2:5: YML001 error not UTF-8: byte 0xff"),
        ("tên: Bộ".encode() + b"\xc3\n", "f:1:8: YML001 error not UTF-8: byte 0xc3"),
        ("a: 1\n".encode("utf-16"), "f:1:1: YML001 error not UTF-8: byte 0xff"),
        ("a: Bộ\n".encode("cp1258", "replace") + b"\xd0", "f:2:1: YML001 error not UTF-8: byte 0xd0"),
        (b"a: \xed\xa0\x80\n", "f:1:4: YML001 error not UTF-8: byte 0xed"),
        # The form
        (b"a: [1, 2\nb: 3\n", "f:2:2: YML002 error not YAML: did not find expected ',' or ']'"),
        (b"a: b: c\n", "f:1:5: YML002 error not YAML: mapping values are not allowed in this context"),
        (b"a: 1\n b: 2\n", "f:2:3: YML002 error not YAML: mapping values are not allowed in this context"),
        (b"a: 'x\nb: 1\n", "f:3:1: YML002 error not YAML: found unexpected end of stream"),
        (b"a: @x\n", "f:1:4: YML002 error not YAML: found character that cannot start any token"),
        (b"a:\n\tb: 1\n", "f:2:1: YML002 error not YAML: a tab where YAML wants blanks"),
        (b"a:\n  - b\n\t- c\n", "f:3:1: YML002 error not YAML: a tab where YAML wants blanks"),
        (b"a: 1\nb: \x00\n", "f:2:4: YML002 error not YAML: the character U+0000 is not allowed"),
        (b"a: 1\nb: x\x07y\n", "f:2:5: YML002 error not YAML: the character U+0007 is not allowed"),
        ("a: Bộ\uff1a\nb: \x84\n".encode(), "f:2:4: YML002 error not YAML: the character U+0084 is not allowed"),
        ("tên: \uffff\n".encode(), "f:1:6: YML002 error not YAML: the character U+FFFF is not allowed"),
        (b"a: *b\n", "f:1:4: YML002 error not YAML: the alias *b has no finished anchor"),
        (b"a: &x [1, *x]\n", "f:1:11: YML002 error not YAML: the alias *x has no finished anchor"),
        (b"a: &x {b: *x}\n", "f:1:11: YML002 error not YAML: the alias *x has no finished anchor"),
        (b"a: 1\n---\nb: 2\n", "f:2:1: YML002 error not YAML: a file holds one document; a second one begins here"),
        (b"a: !foo 3\n", "f:1:4: YML002 error the tag !foo is not used in a ledger"),
        (b"a: !!str 3\n", "f:1:4: YML002 error the tag tag:yaml.org,2002:str is not used in a ledger"),
        (
            b"a: !!python/object/apply:os.system [ls]\n",
            "f:1:4: YML002 error the tag tag:yaml.org,2002:python/object/apply:os.system is not used in a ledger",
        ),
        (b"? [a]\n: b\n", "f:1:3: YML002 error a key is a plain text here, not a list, a mapping or an alias"),
        (b"a: &x b\n*x : c\n", "f:2:1: YML002 error a key is a plain text here, not a list, a mapping or an alias"),
        # The size and the depth
        (b"#" * 50 * 1024 * 1024, "f:1:1: YML004 error the file has more than 4,194,304 bytes"),
        (BOMB, f"f:5:36: {TOO_MUCH}"),
        (b"[" * 60 + b"]" * 60, f"f:1:42: {TOO_MUCH}"),
        (b"".join(b" " * level + b"a:\n" for level in range(60)), f"f:42:42: {TOO_MUCH}"),
        (b"a: &x " + b"[" * 30 + b"]" * 30 + b"\nb: " + b"[" * 30 + b"*x" + b"]" * 30, f"f:2:34: {TOO_MUCH}"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_broken_file_is_refused_with_its_rule_and_its_place(raw: bytes, finding: str) -> None:
    assert refusal(raw) == finding


def test_every_repeated_key_is_reported_and_the_rest_is_still_read() -> None:
    raw = b"a: 1\nb:\n  c: 1\n  c: 2\na: [3]\nd: [x]\na: 4\n"
    document = read_document(raw, "f")
    assert repeats(raw) == [
        "f:4:3: YML003 error the key 'c' is repeated; it stands in line 3 already",
        "f:5:1: YML003 error the key 'a' is repeated; it stands in line 1 already",
        "f:7:1: YML003 error the key 'a' is repeated; it stands in line 1 already",
    ]
    assert [str(found.related[0]) for found in document.findings] == ["f:3:3", "f:1:1", "f:1:1"]
    assert document.content == {"a": "1", "b": {"c": "1"}, "d": ["x"]}


def test_keys_that_differ_only_in_their_composition_are_one_key() -> None:
    raw = f"{unicodedata.normalize('NFC', 'tỉnh')}: 1\n{unicodedata.normalize('NFD', 'tỉnh')}: 2\n".encode()
    assert repeats(raw) == ["f:2:1: YML003 error the key 'tỉnh' is repeated; it stands in line 1 already"]


@pytest.mark.parametrize("raw", [b"", b"\n\n", b"# nothing yet\n", b"\xef\xbb\xbf", b"~\n"])
def test_an_empty_file_is_read_as_nothing(raw: bytes) -> None:
    document = read_document(raw, "f")
    assert (document.content, document.findings, str(document.location("period"))) == (None, (), "f:1:1")


PLAIN = "period: 2016Q2\nsources:\n  bài: {kind: press, title: Hoà Bình và Điện Biên}\nnote: |\n  một\n  hai\n"


@pytest.mark.parametrize(
    "raw",
    [
        unicodedata.normalize("NFD", PLAIN).encode(),
        b"\xef\xbb\xbf" + PLAIN.encode(),
        PLAIN.replace("\n", "\r\n").encode(),
        b"\xef\xbb\xbf" + unicodedata.normalize("NFD", PLAIN).replace("\n", "\r\n").encode(),
        b"---\n" + PLAIN.encode() + b"...\n",
    ],
    ids=["NFD", "BOM", "CRLF", "all three", "markers"],
)
def test_other_ways_of_storing_the_same_text_mean_the_same(raw: bytes) -> None:
    assert read_document(raw, "f").content == read_document(PLAIN.encode(), "f").content


@pytest.mark.parametrize("raw", [b"\xef\xbb\xbf" + PLAIN.encode(), PLAIN.replace("\n", "\r\n").encode()])
def test_a_bom_and_windows_line_ends_move_no_place(raw: bytes) -> None:
    document, plain = read_document(raw, "f"), read_document(PLAIN.encode(), "f")
    for where in (("period",), ("sources", "bài"), ("sources", "bài", "title"), ("note",)):
        assert document.location(*where) == plain.location(*where)


@pytest.mark.parametrize(
    "written",
    ["no", "yes", "on", "true", "010", "0x1F", "12:30", "1:30", "109.644", "1e3", ".inf", "2016-06-30", "1_000", "=",
     "+1", "nUll", "None"],
)  # fmt: skip
def test_what_yaml_would_guess_at_stays_text(written: str) -> None:
    assert read_document(f"a: {written}\n".encode(), "f").content == {"a": written}


@pytest.mark.parametrize("written", ["", "~", "null", "Null", "NULL", "&x", "# a remark"])
def test_a_null_is_nothing(written: str) -> None:
    assert read_document(f"a: {written}\n".encode(), "f").content == {"a": None}


@pytest.mark.parametrize(("written", "text"), [("''", ""), ('"~"', "~"), ("'null'", "null"), ("'1.578'", "1.578")])
def test_what_is_quoted_is_text(written: str, text: str) -> None:
    assert read_document(f"a: {written}\n".encode(), "f").content == {"a": text}


def test_a_merge_key_is_a_key_like_any_other() -> None:
    assert read_document(b"a: &x {b: 1}\nc: {<<: *x}\n", "f").content == {"a": {"b": "1"}, "c": {"<<": {"b": "1"}}}


def test_an_alias_stands_for_what_its_anchor_names() -> None:
    document = read_document(b"a: &x [1, 2]\nb: *x\n", "f")
    assert document.content == {"a": ["1", "2"], "b": ["1", "2"]}
    assert str(document.location("b", 1)) == "f:1:11"


@pytest.mark.parametrize("opened", [1, MAX_DEPTH])
def test_what_is_deep_but_not_too_deep_is_read(opened: int) -> None:
    content = read_document(b"[" * opened + b"]" * opened, "f").content
    assert str(content) == "[" * opened + "]" * opened


def values(more: int, step: int) -> bytes:
    """A file of 69,994 values and some more, behind its aliases or before them; an alias counts a hundred and one."""
    items = (["*a"] * 692 + ["x"] * more)[::step]
    return f"a: &a [{', '.join('x' * 99)}]\nb: [{', '.join(items)}]\n".encode()


@pytest.mark.parametrize("step", [1, -1])
def test_a_file_may_have_as_many_values_as_a_quarter_never_has(step: int) -> None:
    assert len(read_document(values(6, step), "f").content["b"]) == 698
    assert refusal(values(7, step)).endswith(TOO_MUCH)


@pytest.mark.parametrize(
    ("outer", "inner", "read"),
    [(19, 20, True), (20, 20, False), (1, 38, True), (2, 38, False), (38, 1, True), (39, 1, False)],
)
def test_an_alias_is_as_deep_as_what_it_stands_for(outer: int, inner: int, *, read: bool) -> None:
    raw = f"a: &x {'[' * inner}{']' * inner}\nb: {'[' * outer}*x{']' * outer}\n".encode()
    if read:
        assert str(read_document(raw, "f").content["b"]) == "[" * (outer + inner) + "]" * (outer + inner)
    else:
        assert refusal(raw) == f"f:2:{4 + outer}: {TOO_MUCH}"


@pytest.mark.parametrize(("letters", "read"), [(4_302, True), (4_303, False)])
def test_a_file_may_have_as_many_letters_as_bytes_aliases_expanded(letters: int, *, read: bool) -> None:
    raw = f"a: &a {'x' * 10_000}\nb: [{'y' * letters}{', *a' * 418}]\n".encode()
    if read:
        assert len(read_document(raw, "f").content["b"]) == 419
    else:
        assert refusal(raw).endswith("YML004 error more than 4,194,304 characters, aliases expanded")


def test_a_key_may_have_two_hundred_letters() -> None:
    assert read_document(b"k" * 200 + b": 1", "f").content == {"k" * 200: "1"}


def test_a_file_of_the_greatest_size_is_read() -> None:
    assert read_document(b"a: 1\n#" + b"x" * (MAX_BYTES - 6), "f").content == {"a": "1"}


NESTED = """\
period: 2016Q2
sources:
  press: {kind: press, title: Bài viết}
observations:
  - indicator: action_plan
    done:
      names: [Hà Nội, "Huế"]
  - - một
    - [hai,
       ba]
"""


@pytest.mark.parametrize(
    ("where", "value", "key"),
    [
        ((), "1:1", "1:1"),
        (("period",), "1:9", "1:1"),
        (("sources",), "3:3", "2:1"),
        (("sources", "press"), "3:10", "3:3"),
        (("sources", "press", "title"), "3:31", "3:24"),
        (("observations",), "5:3", "4:1"),
        (("observations", 0), "5:5", "5:5"),
        (("observations", 0, "indicator"), "5:16", "5:5"),
        (("observations", 0, "done", "names"), "7:14", "7:7"),
        (("observations", 0, "done", "names", 1), "7:23", "7:23"),
        (("observations", 1, 1, 1), "10:8", "10:8"),
        (("observations", 0, "value"), "5:5", "5:5"),
        (("observations", 9, "value"), "5:3", "4:1"),
        (("period", "year"), "1:9", "1:1"),
        (("nothing",), "1:1", "1:1"),
    ],
)
def test_every_key_and_value_has_its_place_and_what_is_missing_has_its_container_s(
    where: tuple[str | int, ...], value: str, key: str
) -> None:
    document = read_document(NESTED.encode(), "f")
    assert str(document.location(*where)) == f"f:{value}"
    assert str(document.location(*where, key=True)) == f"f:{key}"


def test_a_column_counts_letters_not_bytes() -> None:
    assert str(read_document("{tỉnh: [Điện Biên, 😀, Huế]}".encode(), "f").location("tỉnh", 2)) == "f:1:23"


YAML_LIKE = st.text("ab:-[]{}&*!|>'\"#%@,? \n\t~<=.0é\u0301\u2028\ufeff\uffff\x00\x85", max_size=60)


@given(st.one_of(st.binary(max_size=200), YAML_LIKE.map(str.encode)))
@example(b"%TAG ! tag:x,2000:\n---\na: !y 1\n")
@example(b"...\n")
@example(b"a: 1\n...\nb: 2\n")
@example(b"? &a a\n: *a\n")
@example("a: x\u2028b: [\n".encode())
def test_any_bytes_are_read_or_refused_with_a_place_in_the_file(raw: bytes) -> None:
    try:
        findings = read_document(raw, "f").findings
    except RefusedError as refused:
        findings = (refused.finding,)
    lines = raw.count(b"\n") + raw.count(b"\r") + raw.count("\x85".encode()) + raw.count("\u2028".encode()) + 1
    assert all(found.rule.startswith("YML") and 1 <= found.location.line <= lines + 1 for found in findings)
    assert all(found.location.column >= 1 for found in findings)


@given(
    st.recursive(
        st.none() | st.text("aàảbcđ 109.,:~-#'\"/%", max_size=12),
        lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text("abcđ", min_size=1), inner, max_size=4),
        max_leaves=20,
    )
)
def test_what_is_written_quoted_is_read_again(content: object) -> None:
    assert read_document(_written(content).encode(), "f").content == content


def _written(content: object) -> str:
    match content:
        case None:
            return "~"
        case dict():
            return "{" + ", ".join(f"{_written(name)}: {_written(value)}" for name, value in content.items()) + "}"
        case list():
            return "[" + ", ".join(map(_written, content)) + "]"
        case _:
            return "'" + str(content).replace("'", "''") + "'"


MARK = "\u0301"


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("a: " + "x" * 10_001, "f:1:4: YML004 error a text of 10,001 characters; 10,000 are the most"),
        ("x" * 201 + ": 1", "f:1:1: YML004 error a key of 201 characters; 200 are the most"),
        ("a: e" + MARK * 80_000, "f:1:5: YML004 error more than 16 combining marks in a row"),
        ("a: e" + "\u0f73" * 80_000, "f:1:5: YML004 error more than 16 combining marks in a row"),
        ('a: "e' + "\\u0301" * 1_000 + '"', "f:1:4: YML004 error more than 16 combining marks in a row"),
        ('a: "\\e[31m"', "f:1:4: YML002 error the character U+001B is in no printed document"),
        ('a: "\\x9b"', "f:1:4: YML002 error the character U+009B is in no printed document"),
        ('a: "x\\0"', "f:1:4: YML002 error the character U+0000 is in no printed document"),
        ('"\\b": 1', "f:1:1: YML002 error the character U+0008 is in no printed document"),
        ("a: x\u202ey", "f:1:4: YML002 error the character U+202E is in no printed document"),
        (
            "a: &a " + "x" * 9_000 + "\nb: &b [" + "*a, " * 100 + "]\nc: [" + "*b, " * 100 + "]",
            "f:3:17: YML004 error more than 4,194,304 characters, aliases expanded",
        ),
    ],
)
def test_what_is_too_long_or_no_text_is_refused_at_its_place(text: str, finding: str) -> None:
    with pytest.raises(RefusedError) as refused:
        read_document(text.encode(), "f")
    assert str(refused.value.finding) == finding


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("a: e" + MARK * 16, "é" + MARK * 15),
        ('a: "\\u0065\\u0301"', "é"),
        ('a: "x\\ny\\tz"', "x\ny\tz"),
        ("a: |\n  x\n  y\n", "x\ny\n"),
        ("a: Hà\u200b\u00a0Nội", "Hà\u200b\u00a0Nội"),
        ("a: " + "x" * 10_000, "x" * 10_000),
    ],
)
def test_a_text_that_a_document_may_hold_is_read(text: str, content: str) -> None:
    assert read_document(text.encode(), "f").content == {"a": content}
