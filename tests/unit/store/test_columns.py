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
from egov_tracker.store.columns import (
    DATES,
    DECIMALS,
    DICTS,
    KINDS,
    LISTS,
    MIXED,
    PATHS,
    RAW,
    SAME,
    SETS,
    SHARED,
    TABLES,
    TUPLES,
    Around,
    read_value,
    write_value,
)
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


@pytest.mark.parametrize(
    ("value", "column"),
    [
        ("a", [RAW, "a"]),
        (("a", 1, True, None), [TUPLES, [4], [RAW, "a", 1, True, None]]),
        (("a", "a"), [TUPLES, [2], [SAME, 2, "a"]]),
        ((1, True, 1), [TUPLES, [3], [RAW, 1, True, 1]]),
        (("a", "a", "b"), [TUPLES, [3], [RAW, "a", "a", "b"]]),
        (((), ("a",)), [TUPLES, [2], [TUPLES, [0, 1], [RAW, "a"]]]),
        (["a", "b"], [LISTS, [2], [RAW, "a", "b"]]),
        ({"k": 1, "l": 2}, [DICTS, [2], [RAW, "k", "l"], [RAW, 1, 2]]),
        (frozenset("ba"), [SETS, [2], [RAW, "a", "b"]]),
        (DAY, [DATES, "2016-06-30"]),
        ((Decimal("1.50"), Decimal(2)), [TUPLES, [2], [DECIMALS, "1.50", "2"]]),
        (("a", DAY, None), [TUPLES, [3], [MIXED, [0, 1, 0], [RAW, "a", None], [DATES, "2016-06-30"]]]),
        ((DAY, "a"), [TUPLES, [2], [MIXED, [0, 1], [DATES, "2016-06-30"], [RAW, "a"]]]),
        (terms.Kind.STOCK, ["Kind", [RAW, "stock"]]),
        (PLACE, ["Location", [RAW, "f"], [RAW, 1], [RAW, 2]]),
        (numbers.Number(Decimal(1), Decimal(1)), ["Number", [DECIMALS, "1"], [DECIMALS, "1"], [RAW, None]]),
    ],
    ids=str,
)
def test_a_value_is_written_in_columns_and_read_out_of_them(value: object, column: list[Any]) -> None:
    written = json.loads(json.dumps(write_value(value, Around())))
    assert written == [*NO_TABLES, column]
    assert read_value(written, Around()) == value


def test_a_path_that_is_known_is_written_by_its_number() -> None:
    around = Around(paths=("e", "f"))
    written = write_value(PLACE, around)
    assert written[-1] == ["Location", [PATHS, 1], [RAW, 1], [RAW, 2]]
    assert read_value(written, Around(paths=("e", "g"))) == PLACE._replace(path="g")


def test_a_thing_is_written_once_and_one_that_is_known_not_at_all() -> None:
    one, same, fresh = (Body(id=name, kind=BodyKind.CITY, name_vi="v", name_en="e") for name in ("a", "a", "b"))
    days = parse_as_of("2016"), parse_as_of("2016"), parse_as_of("2017")
    around = Around({Body: (one,)})
    written = write_value((one, same, fresh, one, same), around)
    assert written[-1] == [TUPLES, [5], [SHARED, "Body", [0, 1, 2, 0, 1]]]
    read = read_value(written, around)
    assert read == (one, same, fresh, one, same)
    assert (read[0], read[1] is read[4], read[1] is read[0]) == (one, True, False)
    assert write_value(days, Around())[-1] == [TUPLES, [3], [SHARED, "AsOf", [0, 0, 1]]]


@pytest.mark.parametrize(
    ("written", "wrong"),
    [
        ([*NO_TABLES[1:], [RAW, "a"]], ValueError),
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
