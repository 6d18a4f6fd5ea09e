"""Named tuples as those of `typing`, frozen values as those of `dataclasses`; their methods are written once."""

from __future__ import annotations

import copy
import typing
from dataclasses import FrozenInstanceError, fields, replace
from typing import Any, ClassVar, Generic, TypeVar

import pytest

from egov_tracker.values import NamedTuple, Value, field

Held = TypeVar("Held")


class Plain(NamedTuple):
    """Of this package."""

    name: str
    place: tuple[int, int] = (1, 1)
    said: str | None = None

    @property
    def line(self) -> int:
        """Its line."""
        return self.place[0]


class Typed(typing.NamedTuple):
    """Of the standard library."""

    name: str
    place: tuple[int, int] = (1, 1)
    said: str | None = None


class Numbered(NamedTuple):
    """With a number."""

    number: int


class Positive(Numbered):
    """With a number that is checked."""

    __slots__ = ()

    def __new__(cls, number: int) -> typing.Self:
        """Raise ValueError for what is not positive."""
        if number <= 0:
            raise ValueError(number)
        return super().__new__(cls, number)


class Box(NamedTuple, Generic[Held]):
    """Holds one thing."""

    held: Held


class Person(Value):
    """A value."""

    legs: ClassVar[int] = 2
    name: str
    age: int = 1


class Worker(Person):
    """A value with a field more."""

    at: str = "home"
    skills: list[str] = field(default_factory=list)


def test_it_is_made_as_one_of_the_standard_library() -> None:
    for values, named in ((("a",), {}), (("a", (2, 3)), {}), (("a",), {"said": "x"}), ((), {"name": "a"})):
        ours, theirs = Plain(*values, **named), Typed(*values, **named)  # type: ignore[arg-type]
        assert tuple(ours) == tuple(theirs)
        assert repr(ours) == repr(theirs).replace("Typed", "Plain")
        assert ours._asdict() == theirs._asdict()
        assert (ours.name, ours.place, ours.said) == (theirs.name, theirs.place, theirs.said)
    assert (Plain._fields, Plain._field_defaults) == (Typed._fields, Typed._field_defaults)
    assert Plain("a").line == 1


@pytest.mark.parametrize(
    ("values", "named"), [((), {}), (("a", 1, 2, 3), {}), (("a",), {"nmae": 1}), (("a",), {"name": 1})]
)
def test_what_does_not_fit_its_fields_is_refused(values: tuple[Any, ...], named: dict[str, Any]) -> None:
    for _ in range(2):  # the first of a class, and a later one
        with pytest.raises(TypeError):
            Plain(*values, **named)


def test_it_is_made_of_a_row_and_with_other_values() -> None:
    assert Plain._make(["a", (1, 1), None]) == Plain("a")
    assert Plain("a")._replace(said="x") == Plain("a", said="x")
    with pytest.raises(TypeError, match="expected 3 values, got 2"):
        Plain._make(["a", (1, 1)])
    with pytest.raises(TypeError, match="unknown: nmae"):
        Plain("a")._replace(nmae="x")  # type: ignore[call-arg]


def test_it_takes_no_other_attribute_and_no_other_value() -> None:
    with pytest.raises(AttributeError):
        Plain("a").other = 1  # type: ignore[attr-defined]
    with pytest.raises(AttributeError):
        Plain("a").name = "b"  # type: ignore[misc]


def test_copies_and_patterns_know_its_fields() -> None:
    assert copy.deepcopy(Plain("a", [])) == copy.copy(Plain("a", [])) == Plain("a", [])  # type: ignore[arg-type]
    match Plain("a", (2, 3)):
        case Plain(name, (line, _)):
            assert (name, line) == ("a", 2)


def test_a_class_below_one_checks_every_value_that_it_makes() -> None:
    for _ in range(2):
        assert Positive(1) == (1,)
        assert type(Positive(1)) is Positive
        with pytest.raises(ValueError, match="0"):
            Positive(0)
    assert type(Numbered(0)) is Numbered


def test_it_may_be_generic() -> None:
    assert Box[int](1).held == 1


def test_a_value_is_made_by_place_and_by_name() -> None:
    assert Worker("a", at="work") == Worker(name="a", age=1, at="work") != Worker("a")
    assert Person("a") != Worker("a")
    assert hash(Person("a")) == hash(Person("a", 1))
    assert repr(Worker("a")) == "Worker(name='a', age=1, at='home', skills=[])"
    assert Worker.field_names() == ("name", "age", "at", "skills")
    assert Worker("a").skills is not Worker("a").skills


@pytest.mark.parametrize(
    ("values", "named", "said"),
    [((), {}, "name"), (("a",), {"legs": 3}, "legs"), (("a", 1, "b", [], 5), {}, "too many")],
)
def test_what_a_value_lacks_or_has_no_field_for_is_named(
    values: tuple[Any, ...], named: dict[str, Any], said: str
) -> None:
    with pytest.raises(TypeError, match=said):
        Worker(*values, **named)


def test_a_value_does_not_change() -> None:
    with pytest.raises(FrozenInstanceError):
        Worker("a").name = "b"  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        del Worker("a").name


def test_a_value_is_a_dataclass_for_those_who_ask() -> None:
    for kind in (Worker, Person):
        assert tuple(one.name for one in fields(kind)) == kind.field_names()
    assert replace(Worker("a"), age=2) == Worker("a", 2)


def test_a_value_is_made_of_another_one() -> None:
    assert Worker("a", at="work").changed(age=2) == Worker("a", 2, "work")
    with pytest.raises(TypeError, match="legs"):
        Worker("a").changed(legs=3)
