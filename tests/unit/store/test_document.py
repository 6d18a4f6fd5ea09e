"""Where what is in a file stands, and what is there."""

from __future__ import annotations

import pytest

from egov_tracker.store.document import Validated
from egov_tracker.store.yaml_reader import read_document

TEXT = "a:\n  b: [x, {c: y}]\nd: z\n"
DOCUMENT = read_document(TEXT.encode(), "f")


@pytest.mark.parametrize(
    ("where", "of_value", "of_key"),
    [
        ((), "1:1", "1:1"),
        (("a",), "2:3", "1:1"),
        (("a", "b"), "2:6", "2:3"),
        (("a", "b", 0), "2:7", "2:7"),
        (("a", "b", 1, "c"), "2:14", "2:11"),
        # What is not there is told with what is around it
        (("a", "b", 9), "2:6", "2:3"),
        (("a", "q", 0), "2:3", "1:1"),
        (("d", "q"), "3:4", "3:1"),
        (("q",), "1:1", "1:1"),
    ],
)
def test_a_place_is_that_of_a_value_or_of_its_key(where: tuple[str | int, ...], of_value: str, of_key: str) -> None:
    assert str(DOCUMENT.location(*where)) == f"f:{of_value}"
    assert str(DOCUMENT.location(*where, key=True)) == f"f:{of_key}"


@pytest.mark.parametrize(
    ("where", "value", "there"),
    [
        ((), {"a": {"b": ["x", {"c": "y"}]}, "d": "z"}, True),
        (("a", "b", 1), {"c": "y"}, True),
        (("d",), "z", True),
        (("a", "q"), None, False),
        (("d", "q"), None, False),
    ],
)
def test_a_value_is_found_by_the_way_to_it(where: tuple[str | int, ...], value: object, *, there: bool) -> None:
    assert (DOCUMENT.value(*where), DOCUMENT.node(*where) is not None) == (value, there)


def test_the_items_of_a_list_have_their_places() -> None:
    assert DOCUMENT.item_marks("a", "b") == [(1, 6), (1, 9)]
    assert DOCUMENT.item_marks("d") == DOCUMENT.item_marks("q") == []


@pytest.mark.parametrize(
    ("mark", "around"),
    [((1, 6), ("[", "x, {c: y}]")), ((0, 0), ("", "a:")), ((0, 1), ("a", ":")), ((3, 0), ("", ""))],
)
def test_the_text_at_a_place_is_given_with_the_sign_before_it(mark: tuple[int, int], around: tuple[str, str]) -> None:
    assert DOCUMENT.text_around(mark) == around


def test_no_more_text_is_given_than_a_message_quotes() -> None:
    assert read_document(b"a: " + b"x" * 400, "f").text_around((0, 3)) == (" ", "x" * 300)


def test_the_items_that_were_kept_have_the_numbers_of_the_file() -> None:
    assert [*Validated(None, {"list": (0, 2)}, ()).numbered("list", "ab")] == [(0, "a"), (2, "b")]
    assert [*Validated(None, {}, ()).numbered("list", "ab")] == [(0, "a"), (1, "b")]
    with pytest.raises(ValueError, match="longer"):
        list(Validated(None, {"list": (0,)}, ()).numbered("list", "ab"))
