"""The form of a file: what is put right, what is left as it is, and that nothing of what it says changes."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from egov_tracker.errors import EgovError
from egov_tracker.store.form import put_in_form
from egov_tracker.store.yaml_reader import RefusedError, read_document
from tests.building import EXAMPLES, LEDGERS

if TYPE_CHECKING:
    from pathlib import Path

UNTIDY = """\
# yaml-language-server: $schema=../schema/snapshot.schema.json
period:   2016Q2\x20\x20
sources:
  press:
    # As the page names it.
    title:  Bài viết
    kind: press
    note: >-
      Hai  dòng,

      với dòng trống.


  report: {kind: report, title:  Báo cáo}
observations:

  - group: central
    # The number of the press.
    indicator: document_interconnection   # of both
    as_of: 2016-06-30
    at: dòng 4
    source: press
    value:    19/30
    outstanding:
      names: [Bộ Tư pháp,
              Bộ Tài chính]
      count: 9
  # The next one.
  - {indicator: lgsp, group: central, as_of: 2016, value:  3, source: report, at: mục 1}
  - indicator: lgsp
    group: provinces
    as_of: 2016
    value: "3"
    source: report
    at: mục 2

"""
TIDY = """\
# yaml-language-server: $schema=../schema/snapshot.schema.json
period: 2016Q2

sources:
  press:
    kind: press
    # As the page names it.
    title: Bài viết
    note: >-
      Hai  dòng,

      với dòng trống.

  report: {kind: report, title:  Báo cáo}

observations:

    # The number of the press.
  - indicator: document_interconnection   # of both
    group: central
    as_of: 2016-06-30
    value: 19/30
    outstanding:
      count: 9
      names: [Bộ Tư pháp,
              Bộ Tài chính]
    source: press
    at: dòng 4
  # The next one.
  - {indicator: lgsp, group: central, as_of: 2016, value:  3, source: report, at: mục 1}

  - indicator: lgsp
    group: provinces
    as_of: 2016
    value: "3"
    source: report
    at: mục 2
"""


def is_sound(path: Path) -> bool:
    """Whether a file is YAML without a repeated key, of which the first counts, so that the order would matter."""
    try:
        return not read_document(path.read_bytes(), "x.yaml").findings
    except RefusedError:
        return False


FILES = sorted(filter(is_sound, {*EXAMPLES.rglob("*.yaml"), *LEDGERS.rglob("reports/*.yaml")}))


def test_fields_blanks_and_blank_lines_are_put_in_order_and_the_rest_stays() -> None:
    assert put_in_form(UNTIDY.encode(), "x.yaml").decode() == TIDY


@pytest.mark.parametrize(
    ("untidy", "tidy"),
    [
        ("period: 2016Q2", "period: 2016Q2\n"),
        ("\ufeffperiod: 2016Q2\r\n\r\n\r\nsources: {}\r\n", "period: 2016Q2\n\nsources: {}\n"),
        ("period: 2016Q2\nnote: |+\n  a  \n\n", "period: 2016Q2\n\nnote: |+\n  a  \n\n"),
        ("a: &x {b: 1}\nperiod: *x\n", "a: &x {b: 1}\n\nperiod: *x\n"),
        ("- 1\n-   2\n", "- 1\n-   2\n"),
        ("period: # x\n", "period: # x\n"),
        ("period :\nsources : {}\n", "period:\n\nsources: {}\n"),
        ("draft:    # x\n    read: {}\n", "draft:    # x\n    read: {}\n"),
        ("# c\nsources: {a: b & c}\nperiod: 2016Q2\n", "# c\nperiod: 2016Q2\n\nsources: {a: b & c}\n"),
        ("draft:\n  accepted: []\n  read: {}\n", "draft:\n  read: {}\n  accepted: []\n"),
        ("observations:\n- at: a\n  group: b\n- at: c\n", "observations:\n- group: b\n  at: a\n\n- at: c\n"),
        (
            "sources:\n  a:\n    kind: x\n  # B.\n  b:\n    kind: y\n",
            "sources:\n  a:\n    kind: x\n\n  # B.\n  b:\n    kind: y\n",
        ),
        ("period: 2016Q2\nnote: a\n  b  \n\n  c\n", "period: 2016Q2\n\nnote: a\n  b  \n\n  c\n"),
        ("note: |-  # x\n  a\n\n\nperiod: 2016Q2\n", "period: 2016Q2\n\nnote: |-  # x\n  a\n"),
        ("note: |  # + x\n  a\n\n\nperiod: 2016Q2\n", "period: 2016Q2\n\nnote: |  # + x\n  a\n"),
        ("note: |-\n  a  \n  b  \n\nperiod: 2016Q2\n", "period: 2016Q2\n\nnote: |-\n  a  \n  b  \n"),
        ("note: |+\n  a\n\n\nperiod: 2016Q2\n", "period: 2016Q2\n\nnote: |+\n  a\n\n\n"),
        ("\n\n\n", "\n"),
        ("", "\n"),
    ],
)
def test_neighbouring_cases(untidy: str, tidy: str) -> None:
    assert put_in_form(untidy.encode(), "x.yaml").decode() == tidy


@pytest.mark.parametrize("path", FILES, ids=lambda path: "/".join(path.parts[-3:]))
def test_what_a_file_says_is_the_same_in_form_however_its_fields_were_shuffled(path: Path) -> None:
    raw = path.read_bytes()
    document = read_document(raw, "x.yaml")
    made = put_in_form(shuffled(raw.decode()).encode(), "x.yaml")
    assert read_document(made, "x.yaml").content == document.content
    assert put_in_form(made, "x.yaml") == made


def shuffled(text: str) -> str:
    """The text with the one-line fields of its entries in another order and with more blanks and blank lines."""
    lines = text.split("\n")
    drawn = random.Random(text)  # noqa: S311 - the same each time
    runs = [n for n in range(len(lines) - 1) if all(is_field(lines[m]) for m in (n, n + 1))]
    for number in drawn.sample(runs, len(runs) // 3):
        if all(is_field(lines[m]) for m in (number, number + 1)):
            lines[number : number + 2] = reversed(lines[number : number + 2])
    return "\n".join(line.replace(": ", ":  ", 1) + "  " if is_field(line) else line for line in lines)


def is_field(line: str) -> bool:
    """Whether a line is a field with a short value at the depth of the fields of an entry."""
    name, colon, value = line.partition(": ")
    return (
        bool(colon)
        and name[:4] == "    "
        and name[4:].isidentifier()
        and value[:1] not in {"", "|", ">", "'", '"', "{", "["}
    )


def test_a_file_that_would_say_something_else_in_form_is_left_alone() -> None:
    with pytest.raises(EgovError) as refusal:
        put_in_form(b"note: >\n  a\n   \nperiod: 2016Q2", "x.yaml")
    assert str(refusal.value) == "x.yaml: the form would change what the file says; nothing was changed"


def test_what_is_no_yaml_is_refused_at_its_place() -> None:
    with pytest.raises(RefusedError) as caught:
        put_in_form(b"period: [", "x.yaml")
    assert str(caught.value.finding).startswith("x.yaml:2:1: YML002 error not YAML")
