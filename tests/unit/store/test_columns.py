"""Values written as columns and read back: the same, of every kind that a ledger can hold."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, get_args, get_type_hints

import pytest

from egov_tracker.checks.run import check_files
from egov_tracker.model import (
    catalogue,
    findings,
    groups,
    letter,
    obligations,
    observation,
    registry,
    snapshot_file,
    terms,
)
from egov_tracker.model.letter import LetterFile
from egov_tracker.model.registry import Body
from egov_tracker.model.terms import BodyKind
from egov_tracker.store import document
from egov_tracker.store.columns import DICTS, KINDS, RAW, TABLES, Around, read_value, write_value
from egov_tracker.store.discovery import DataFolder, Origin
from egov_tracker.store.ledger import Ledger
from egov_tracker.store.validation import validate_document
from egov_tracker.store.yaml_reader import read_document
from egov_tracker.text import dates, figures, numbers, quarters
from egov_tracker.text.dates import parse_as_of
from tests.building import LETTERS, SMALL

if TYPE_CHECKING:
    from collections.abc import Iterator

MODULES = (
    catalogue, document, findings, groups, letter, obligations, observation, registry, snapshot_file, terms, dates,
    figures, numbers, quarters,
)  # fmt: skip
NAMES = {name: thing for module in MODULES for name, thing in vars(module).items()}


@pytest.mark.parametrize("root", [SMALL / "data", LETTERS / "data"], ids=["small", "letters"])
def test_what_is_read_is_what_was_written(root: Any) -> None:
    ledger = Ledger(DataFolder(Origin.OPTION, root))
    known = ledger.definitions
    assert_same((known.registry, known.catalogue), Around())
    assert_same(ledger.obligations, Around(paths=(str(ledger.folder.registry_file("obligations.yaml")),)))
    for path in ledger.files.values():
        loaded = ledger.read(path)
        assert_same(loaded, Around(known.things, (str(path),)))
        assert_same(loaded, Around())
    assert_same(check_files(ledger).findings, Around())


def test_a_letter_is_read_as_it_was_written() -> None:
    for path in sorted((LETTERS / "data" / "letters").iterdir()):
        content = read_document(path.read_bytes(), str(path))
        assert_same((content, validate_document(LetterFile, content)), Around(paths=(str(path),)))


def assert_same(value: Any, around: Around) -> None:
    written = json.loads(json.dumps(write_value(value, around)))
    read = read_value(written, around)
    assert read == value
    assert write_value(read, around) == write_value(value, around)  # of the same kinds, too


def test_what_is_the_same_in_a_whole_column_is_written_once() -> None:
    for value in (((),) * 1000, (terms.BodyKind.PROVINCE,) * 1000, (("a", "b"),) * 1000, ("a",) * 1000):
        written = write_value(value, Around())
        assert len(json.dumps(written)) < 100
        assert read_value(written, Around()) == value


def test_what_is_equal_but_printed_otherwise_stays_apart() -> None:
    value = ((Decimal("1.0"),), (Decimal("1.00"),), (True,), (1,))
    assert repr(read_value(write_value(value, Around()), Around())) == repr(value)


def test_names_that_are_printed_as_the_registry_has_them_are_not_written_again() -> None:
    ledger = Ledger(DataFolder(Origin.OPTION, SMALL / "data"))
    bodies = ledger.definitions.registry.bodies[:2]
    around = Around(ledger.definitions.things)
    for printed in ([one.name_vi for one in bodies], [bodies[0].name_vi, "ANOTHER"]):
        mentions = observation.Mentions("", printed, bodies, (1, 2), (3, 4))
        written = write_value(mentions, around)
        assert bodies[0].name_vi not in json.dumps(written, ensure_ascii=False)
        assert read_value(written, around).printed == tuple(printed)


def test_a_path_is_not_written_so_that_a_file_may_move() -> None:
    ledger = Ledger(DataFolder(Origin.OPTION, SMALL / "data"))
    loaded = ledger.read(ledger.files[ledger.quarters[-1]])
    written = write_value(loaded, Around(ledger.definitions.things, (loaded.path,)))
    assert loaded.path not in json.dumps(written, ensure_ascii=False)
    moved = read_value(written, Around(ledger.definitions.things, ("elsewhere.yaml",)))
    assert {str(moved.path), moved.snapshot.path, moved.snapshot.observations[0].location.path} == {"elsewhere.yaml"}


@pytest.mark.parametrize(
    "root",
    [
        registry.Registry,
        catalogue.Indicator,
        obligations.PlacedObligation,
        observation.Loaded,
        findings.Finding,
        letter.LetterFile,
        document.Document,
    ],
)
def test_every_kind_that_a_kept_value_may_hold_is_known(root: type) -> None:
    assert {kind.__name__ for kind in kinds_in(root, set())} <= KINDS.keys()


def kinds_in(annotation: Any, seen: set[type]) -> Iterator[type]:
    """The kinds of our own that an annotation reaches, by the fields of each."""
    for part in get_args(annotation):
        yield from kinds_in(part, seen)
    if isinstance(annotation, type) and annotation.__module__.startswith("egov_tracker") and annotation not in seen:
        seen.add(annotation)
        yield annotation
        for hint in hints_of(annotation):
            yield from kinds_in(hint, seen)


def hints_of(kind: type) -> list[Any]:
    """What the fields of a kind may be."""
    hints = get_type_hints(kind, localns=NAMES | {"Mapping": dict, "Decimal": Decimal, "date": date})
    names = [one.name for one in fields(kind)] if is_dataclass(kind) else list(getattr(kind, "_fields", ()))
    return [hints[name] if name in hints else get_type_hints(getattr(kind, name).fget)["return"] for name in names]


DAY = date(2016, 6, 30)
PLACE = findings.Location("f", 1, 2)
NO_TABLES = [[RAW]] * len(TABLES)


def kinds(value: Any) -> Any:
    """The kinds of a value and of what is in it."""
    if isinstance(value, dict):
        return dict, [(kinds(key), kinds(inside)) for key, inside in value.items()]
    return type(value), [kinds(one) for one in value] if isinstance(value, tuple | list) else value


@pytest.mark.parametrize(
    "value",
    [
        "a",
        ("a", 1, True, None),
        ("a", "a"),
        (1, True, 1),
        (True, 1),
        (0, False, None),
        ("a", "a", "b"),
        ((), ("a",), ("b", "c")),
        ["a", "b"],
        (["a"], ("a",)),
        {"k": 1, "l": 2},
        ({}, {"k": (1, 2)}),
        frozenset("ba"),
        DAY,
        (DAY, DAY),
        (Decimal("1.50"), Decimal("1.5"), Decimal(2)),
        ("a", DAY, None, "b", DAY),
        (DAY, "a"),
        (terms.Kind.STOCK, terms.Kind.STOCK, terms.Kind.FLOW),
        (PLACE, PLACE._replace(line=3)),
        numbers.Number(Decimal(1), Decimal(1)),
    ],
    ids=lambda value: type(value).__name__,  # a set is written in another order each time
)
def test_a_value_is_read_with_the_kinds_that_were_written(value: object) -> None:
    read = read_value(json.loads(json.dumps(write_value(value, Around()))), Around())
    assert read == value
    assert kinds(read) == kinds(value)


@pytest.mark.parametrize("value", ["a", 1, None, DAY, PLACE, parse_as_of("2016"), ("a", "b")], ids=str)
def test_what_is_the_same_in_many_places_takes_little_room(value: object) -> None:
    few, many = (len(json.dumps(write_value((value,) * times, Around()))) for times in (3, 900))
    assert many - few < 900 * 3


def test_a_path_that_is_known_is_written_by_its_number() -> None:
    written = write_value((PLACE, PLACE._replace(path="e")), Around(paths=("e", "f")))
    assert '"f"' not in json.dumps(written)
    first, second = read_value(written, Around(paths=("h", "g")))
    assert (first, second) == (PLACE._replace(path="g"), PLACE._replace(path="h"))


def test_a_thing_is_written_once_and_one_that_is_known_not_at_all() -> None:
    one, same, fresh, last = (Body(id=name, kind=BodyKind.CITY, name_vi="v", name_en="e") for name in "aabc")
    around = Around({Body: (one, last)})
    written = json.dumps(write_value((one, same, fresh, one, same, last), around))
    assert (written.count('"a"'), written.count('"b"'), written.count('"c"')) == (1, 1, 0)
    read = read_value(json.loads(written), around)
    assert read == (one, same, fresh, one, same, last)
    assert (read[0] is one, read[3] is one, read[5] is last) == (True, True, True)
    assert (read[1] is read[4], read[1] is one) == (True, False)


def test_days_that_are_equal_are_one() -> None:
    one, same, other = read_value(write_value(tuple(map(parse_as_of, ("2016", "2016", "2017"))), Around()), Around())
    assert (one is same, one == other, str(other)) == (True, False, "2017")


@pytest.mark.parametrize(
    ("written", "wrong"),
    [
        ([*NO_TABLES[1:], [RAW, "a"]], ValueError),
        ([*NO_TABLES, [RAW], [RAW, "a"]], ValueError),
        ([*NO_TABLES, [RAW, "a", "b"]], ValueError),
        ([*NO_TABLES, [DICTS, [1], [RAW, "k"], [RAW]]], ValueError),
        ([*NO_TABLES, ["Location", [RAW, "f", "g"], [RAW, 1], [RAW, 2]]], ValueError),
        ([*NO_TABLES, ["Location", [RAW, "f"], [RAW, 1]]], TypeError),
        ([*NO_TABLES, ["Listing", [RAW, None], [RAW, 1]]], TypeError),
        ([*NO_TABLES, ["Path", [RAW, "f"]]], KeyError),
        ([*NO_TABLES, [99, "f"]], KeyError),
    ],
    ids=str,
)
def test_what_was_not_written_so_is_not_read(written: list[Any], wrong: type[Exception]) -> None:
    with pytest.raises(wrong):
        read_value(written, Around())


def test_a_kind_that_is_not_known_is_refused() -> None:
    with pytest.raises(TypeError, match="is no kind of value that is kept"):
        write_value(1.5, Around())
