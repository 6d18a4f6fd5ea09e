"""JSON Schema: what an editor accepts is what the loader reads."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from egov_tracker.cli.schema import SchemaName
from egov_tracker.errors import TextError
from egov_tracker.render.schema import FILES, OUTPUTS, file_schema, schema_of
from egov_tracker.store.yaml_reader import read_document
from egov_tracker.text.figures import FIGURE_PATTERN, parse_figure
from egov_tracker.text.numbers import Qualifier
from tests import building
from tests.building import HEAD, as_an_editor_reads, entry
from tests.editor import marks

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from egov_tracker.store.ledger import Definitions


@pytest.fixture(scope="session")
def validator(definitions: Definitions) -> Draft202012Validator:
    return Draft202012Validator(file_schema("snapshot", definitions))


def complaints(schema: Mapping[str, Any], document: object) -> list[str]:
    return [f"{error.json_path}: {error.message}" for error in Draft202012Validator(schema).iter_errors(document)]


# Of every schema.


@pytest.mark.parametrize("name", [*FILES, *OUTPUTS])
def test_a_schema_is_a_schema(name: str) -> None:
    Draft202012Validator.check_schema(json.loads(schema_of(name, building.definitions)))


def test_every_file_and_every_output_has_a_schema_to_print() -> None:
    assert sorted(SchemaName) == sorted([*FILES, *OUTPUTS])


# Of the files.


OBLIGATION = {
    "task": "t", "group": "all", "by": "Các bộ", "what_vi": "v", "what_en": "e", "due": "2016-06", "under": "NQ 36a",
}  # fmt: skip
BODY = {"kind": "ministry", "name_vi": "v", "name_en": "e"}
INDICATOR = {
    "kind": "stock", "unit": "bodies", "name_vi": "v", "name_en": "e", "definition_vi": "v", "definition_en": "e",
}  # fmt: skip


@pytest.mark.parametrize(
    ("name", "root", "sound", "wrong"),
    [
        ("obligations", "obligations", OBLIGATION, {"indicator": "zzz"}),
        ("obligations", "obligations", OBLIGATION, {"due": "30/6/2016"}),
        ("obligations", "obligations", OBLIGATION, {"target_is": "about"}),
        ("obligations", "obligations", OBLIGATION, {"id": "x"}),
        ("obligations", "obligations", OBLIGATION, {"breakdown": ["level"]}),
        ("registry", "bodies", BODY, {"kind": "club"}),
        ("registry", "bodies", BODY, {"aliases": "one"}),
        ("registry", "bodies", BODY, {"colour": "red"}),
        ("catalogue", "indicators", INDICATOR, {"kind": "heap"}),
        ("catalogue", "indicators", INDICATOR, {"kind": ["stock", "heap"]}),
        ("catalogue", "indicators", INDICATOR, {"unit": "apples"}),
        ("catalogue", "indicators", INDICATOR, {"breakdown": {"level": "3"}}),
        ("catalogue", "indicators", INDICATOR | {"breakdown": ["level"]}, {"breakdown": "level"}),
        ("catalogue", "indicators", INDICATOR | {"breakdown": {"level": [3, "3-4"]}}, {"groups": "central"}),
    ],
)
def test_an_editor_marks_what_is_wrong_with_an_entry_by_id(
    name: str, root: str, sound: dict[str, object], wrong: dict[str, object]
) -> None:
    schema = file_schema(name, building.definitions())
    assert complaints(schema, {root: {"x": sound}}) == []
    assert complaints(schema, {root: {"x": sound | wrong}}) != []


@pytest.mark.parametrize(
    ("fields", "path"),
    [
        ({"valeu": "1"}, "$.observations[0]"),
        ({"at": None}, "$.observations[0]"),
        ({"indicator": "zzz"}, "$.observations[0].indicator"),
        ({"value": "1,5.7"}, "$.observations[0].value"),
        ({"value": "x19/30"}, "$.observations[0].value"),
        ({"as_of": "30/6/2016"}, "$.observations[0].as_of"),
        ({"remarks": "[{note: n, rule: fig1}]"}, "$.observations[0].remarks[0].rule"),
    ],
)
def test_an_editor_marks_what_the_loader_would_refuse(
    fields: dict[str, str | None], path: str, validator: Draft202012Validator
) -> None:
    content = as_an_editor_reads(read_document((HEAD + entry(**fields)).encode(), "f").content)
    marked = {error.json_path for error in validator.iter_errors(content)}
    assert marked == {path}


FIGURES = (
    "83", "02", "0", "109.644", "1.578", "1.234.567", "gần 1.400", "Khoảng 50", "không quá 5", "12,7 triệu",
    "hơn 1.200 tỷ", "134 nghìn", "19/30", "583/1.578", "tất cả 95", "Cả 95", "36,95%", "trên 75%", "chưa đến 7%",
    "36,95% (583/1.578)",
    "44/71 (61,9%)", "25 (27%)", "27% (25)", "63 (100%)",
)  # fmt: skip
NO_FIGURES = (
    "36.95", "1.57", "36,95", "1,578", "1.5.7", "1.23.456", "-3", "gần", "gần như 10%", "tròn 30", "19/", "/30",
    "19/30/40", "19/30 (20)", "27% (25%)", "30 bộ", "2016-06-30", "٣٠", "0,5",
)  # fmt: skip
UNDECIDED = "1.570"  # an editor sees the number 1.57; in quotes it is a figure
PIECES = (
    "1",
    "02",
    "578",
    "30%",
    ".",
    ",",
    "/",
    "%",
    " (",
    ")",
    " ",
    "gần ",
    "Hơn ",
    "cả ",
    "Tất cả ",
    " triệu",
    "tỷ",
    "-",
)


@pytest.mark.parametrize("figure", FIGURES)
def test_an_editor_and_the_loader_accept_a_figure(figure: str, validator: Draft202012Validator) -> None:
    assert is_read(figure)
    assert is_accepted(figure, validator)


@pytest.mark.parametrize("text", NO_FIGURES)
def test_an_editor_and_the_loader_refuse_what_is_no_figure(text: str, validator: Draft202012Validator) -> None:
    assert not is_read(text)
    assert not is_accepted(text, validator)


def test_thousands_that_end_in_zero_want_quotes_in_an_editor(validator: Draft202012Validator) -> None:
    assert is_read(UNDECIDED)
    assert not is_accepted(UNDECIDED, validator)
    assert re.search(FIGURE_PATTERN, UNDECIDED)


@pytest.mark.parametrize("word", Qualifier)
def test_an_editor_takes_each_word_of_doubt_in_small_letters_or_with_a_capital(word: Qualifier) -> None:
    for printed in (f"{word} 19/30", f"{word.capitalize()} 36,95%"):
        assert re.search(FIGURE_PATTERN, printed)
        assert is_read(printed)


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=5).map("".join).map(str.strip))
def test_the_pattern_of_figures_is_what_the_loader_reads(text: str) -> None:
    assume("  " not in text)
    assert bool(re.search(FIGURE_PATTERN, text)) == is_read(text)


def test_an_editor_marks_exactly_what_is_no_figure(tmp_path: Path) -> None:
    schema = schema_of("snapshot", building.definitions)
    (tmp_path / "s.json").write_text(schema, encoding="utf-8")
    texts = [*FIGURES, *NO_FIGURES]
    entries = "".join(entry(value=text) for text in texts)
    path = tmp_path / "f.yaml"
    path.write_text(f"# yaml-language-server: $schema=s.json\n{HEAD}{entries}", encoding="utf-8")
    lines = path.read_text(encoding="utf-8").splitlines()
    marked = [lines[int(mark.partition(":")[0]) - 1].partition("value: ")[2] for mark in marks([path])["f.yaml"]]
    assert marked == [*NO_FIGURES]


def is_read(text: str) -> bool:
    try:
        parse_figure(text)
    except TextError:
        return False
    return True


def is_accepted(text: str, validator: Draft202012Validator) -> bool:
    content = as_an_editor_reads(read_document((HEAD + entry(value=text)).encode(), "f").content)
    return validator.is_valid(content)
