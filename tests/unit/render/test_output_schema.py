"""JSON Schema of the outputs: what is promised is accepted, and nothing that differs from it in one point."""

from __future__ import annotations

import copy
import json
from enum import StrEnum
from hashlib import sha256
from typing import TYPE_CHECKING, Any, TypeAlias

import pytest
from jsonschema import Draft202012Validator

from egov_tracker.checks.examined import examine_quarter
from egov_tracker.cli.operands import review_sides
from egov_tracker.cli.sides import load_side
from egov_tracker.model.findings import Finding, Location
from egov_tracker.model.terms import Level
from egov_tracker.render.schema import OUTPUTS, output_schema
from egov_tracker.store.archive import Extract, archive
from egov_tracker.views import columns
from egov_tracker.views.agency import AgencyViews
from egov_tracker.views.agency_records import agency_record, reminders_record
from egov_tracker.views.coverage import view_coverage
from egov_tracker.views.diff.changes import view_diff
from egov_tracker.views.diff.records import diff_record
from egov_tracker.views.indicators import indicators_record, view_indicators
from egov_tracker.views.page import Lang
from egov_tracker.views.records import (
    envelope_record,
    finding_record,
    quarters_record,
    report_record,
    status_record,
)
from egov_tracker.views.report.content import view_report
from egov_tracker.views.status import Filters, view_status
from egov_tracker.views.trace import trace_record, view_trace
from egov_tracker.views.trend.columns import GAPS, HEAD, TILES, TREND
from egov_tracker.views.trend.lines import Trends, find_subject, view_trend
from egov_tracker.views.trend.records import trend_record
from egov_tracker.views.trend.tiles import tiles_record, view_tiles
from tests.building import LEDGERS, open_data
from tests.running import every_list

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from egov_tracker.store.ledger import Ledger
    from egov_tracker.views.columns import Column
    from egov_tracker.views.diff.changes import DiffView
    from egov_tracker.views.record_types import IndicatorsRecord, QuartersRecord, ReportRecord
    from egov_tracker.views.trend.record_types import TilesRecord, TrendRecord


def quarters_of(ledger: Ledger) -> QuartersRecord:
    coverage = view_coverage(map(ledger.snapshot, ledger.quarters), ledger.definitions.catalogue)
    return quarters_record(coverage, ledger.folder)


def report_of(ledger: Ledger, last: str) -> ReportRecord:
    """The report of a quarter, with all that the ledger holds of the earlier ones."""
    snapshots = [ledger.snapshot(quarter) for quarter in ledger.quarters if str(quarter) <= last]
    view = view_report(snapshots, ledger.definitions, examine_quarter(ledger, snapshots), Filters(), Lang.VI)
    return report_record(view, ledger.folder)


def trends_of(ledger: Ledger) -> list[TrendRecord]:
    snapshots, known = [*map(ledger.snapshot, ledger.quarters)], ledger.definitions
    views = [
        view_trend(find_subject(name, known.catalogue), snapshots, known, ledger.obligations)
        for name in (
            "lgsp",
            "document_exchange",
            "action_plan",
            "online_services",
            "level4_share",
            "feedback",
            "wan",
            "dossier_publication",
        )
    ]
    asked = [Trends((view,), ledger.quarters) for view in views]
    asked.append(Trends(tuple(views[:1]), ledger.quarters, "lgsp"))
    return [trend_record(trends, known, ledger.folder, Lang.VI) for trends in asked]


def indicators_of(ledger: Ledger) -> IndicatorsRecord:
    coverage = view_coverage(map(ledger.snapshot, ledger.quarters), ledger.definitions.catalogue)
    return indicators_record(view_indicators(coverage), ledger.folder)


def tiles_of(ledger: Ledger) -> TilesRecord:
    snapshots, known = [*map(ledger.snapshot, ledger.quarters)], ledger.definitions
    trend = view_trend(find_subject("document_exchange", known.catalogue), snapshots, known, (), ("provinces",))
    return tiles_record(view_tiles(trend, known, None, Lang.VI), "document_exchange", ledger.folder)


HEADED = """\
period: 2016Q4
sources:
  letter:
    kind: letter
    title: Công văn
    number: 1/VPCP
    publisher: Văn phòng Chính phủ
    date: 2016-07-01
    reports: Văn phòng Chính phủ
    url: https://example.org/1
    supersedes: other
  repost:
    kind: press
    title: Đăng lại
    number: 2/VPCP
    publisher: Bộ Nội vụ
    date: 2016-07-01
    reports: Bộ Nội vụ
    url: https://example.org/2
    repeats: letter
    supersedes: letter
  other: {kind: press, title: Bài khác, reports: Văn phòng Chính phủ}
observations:
"""
EVERY = LEDGERS / "every" / "data"
QUARTERS = ("2016Q1", "2016Q2", "2016Q3", "2025Q1", "2025Q3")
BODIES = ("dai-tieng-noi-viet-nam", "bo-y-te", "bo-giao-thong-van-tai", "bo-xay-dung", "bo-nong-nghiep-va-moi-truong")
STEPS = (("2016Q1", "2016Q2"), ("2016Q2", "2016Q3"), ("2025Q1", "2025Q3"))


def traced_text(sources: Path) -> str:
    """A snapshot of an archived source with pages, and of one whose archived text is missing."""
    text = "Đến 12/2016, 62/63 tỉnh."
    inside = archive(sources, "letter", Extract(b"%PDF", ".pdf", text, "pdf/1", (0,)))
    entry = "indicator: document_interconnection, group: provinces, from: 2016-01-01, as_of: 2016-12, value: 62/63"
    head = HEADED.replace("title: Công văn", f"title: C\n    text_sha256: {hash_in(inside)}")
    return (
        head.replace("kind: press, title: Bài khác", f"kind: press, title: B, text_sha256: {'0' * 64}")
        + f"  - {{{entry}, source: letter, at: a, anchors: {{value: [13, 18], as_of: [4, 11]}}}}\n"
        + f"  - {{{entry}, source: other, at: a}}\n  - {{{entry}, source: repost, at: a}}\n"
    )


def hash_in(inside: Path) -> str:
    return sha256((inside / "text.txt").read_bytes()).hexdigest()


def review_of(ledger: Ledger, corrected: Path) -> DiffView:
    """A quarter beside a file in which one of its figures is corrected."""
    path = EVERY / "reports" / "2016Q2.yaml"
    corrected.write_text(path.read_text(encoding="utf-8").replace("value: 19/30", "value: 20/30"), encoding="utf-8")
    return review_sides(ledger, load_side(ledger, "2016Q2"), load_side(ledger, str(corrected)), Lang.VI)


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Any]]:
    """Of every output documents in which every key is filled at least once; words of a closed list are enum members."""
    ledger = open_data(EVERY)
    known = {quarter: ledger.snapshot(ledger.resolve(quarter)) for quarter in QUARTERS}
    status = view_status(known["2016Q1"], ledger.definitions, Filters(), Lang.VI)
    diffs = [view_diff(known[old], known[new], ledger.definitions, ledger.obligations, Lang.VI) for old, new in STEPS]
    diffs.append(review_of(ledger, tmp_path_factory.mktemp("draft") / "draft.yaml"))
    traced = ledger.understood(ledger.interpret(traced_text(ledger.folder.sources).encode(), "2016Q4"))
    location = Location("f", 1, 2)
    found = Finding("FIG002", Level.WARNING, "message", location, (location,), "remark")
    return {
        "status": [status_record(status, ledger.folder, agencies=True)],
        "report": [report_of(ledger, quarter) for quarter in ("2016Q1", "2016Q2", "2016Q3")],
        "diff": [diff_record(view, ledger.folder) for view in diffs],
        "check": [{**envelope_record(ledger.folder), "findings": [finding_record(found)]}],
        "appendix": [every_list(ledger)],
        "quarters": [quarters_of(ledger)],
        "trace": [trace_record(view_trace(traced, ledger.folder.sources), ledger.folder)],
        "trend": trends_of(ledger),
        "indicators": [indicators_of(ledger)],
        "tiles": [tiles_of(ledger)],
        **of_bodies(),
    }


def of_bodies() -> dict[str, list[Any]]:
    """The records of some bodies, and of all reminders, of a ledger of their own."""
    ledger = open_data(LEDGERS / "bodies" / "data")
    snapshots = [ledger.snapshot(quarter) for quarter in ledger.quarters]
    views = AgencyViews(snapshots, ledger.definitions, ledger.obligations, Lang.VI)
    found = (ledger.definitions.registry.by_id[name] for name in BODIES)
    return {
        "agency": [agency_record(views.of(body), ledger.folder) for body in found],
        "reminders": [reminders_record(views.reminders((), None, 1), ledger.folder)],
    }


KeyPath: TypeAlias = "tuple[str | int, ...]"


def nodes_of(document: object, path: KeyPath = ()) -> Iterator[tuple[KeyPath, Any]]:
    """Every value of a document with the keys that lead to it."""
    yield path, document
    if isinstance(document, dict | list):
        for key, value in document.items() if isinstance(document, dict) else enumerate(document):
            yield from nodes_of(value, (*path, key))


def is_open(path: KeyPath) -> bool:
    """Whether a mapping has keys of the data's own: parts of an indicator, indicators, quarters."""
    of_quarters = "indicators" in path[-2:-1] and not isinstance(path[-1], int)
    return bool({"breakdown", "indicators"} & {*path[-1:]} or of_quarters)


def pattern_of(path: KeyPath) -> str:
    """The keys without the numbers of list items and the keys of open mappings; both sides of a diff are alike."""
    keys = ["*" if isinstance(key, int) or is_open(path[:depth]) else key for depth, key in enumerate(path)]
    return ".".join(keys).replace(".new.", ".old.")


def changed(document: Any, path: KeyPath, value: object) -> Any:
    """A copy of a document with another value at a path."""
    if not path:
        return value
    there = copy.copy(document)
    there[path[0]] = changed(document[path[0]], path[1:], value)
    return there


def narrowed(document: Any, path: KeyPath, value: object) -> Any:
    """The same, of a document in which each list on the path holds nothing else and every other one is cut short."""
    if not path:
        return value
    if isinstance(document, list):
        return [narrowed(document[int(path[0])], path[1:], value)]
    beside = {key: shortened(one) for key, one in document.items() if key != path[0]}
    return beside | {path[0]: narrowed(document[path[0]], path[1:], value)}


def shortened(value: Any) -> Any:
    """A value with no more than the first item of each list in it."""
    match value:
        case dict():
            return {key: shortened(one) for key, one in value.items()}
        case [first, *_]:
            return [shortened(first)]
        case _:
            return value


def wrong_values(path: KeyPath, value: Any) -> Iterator[tuple[str, object]]:
    """What may not stand in place of a value."""
    match value:
        case dict() if is_open(path):
            yield "a list", []
            yield "a wrong entry", {**value, "x": []}
        case dict():
            yield "a list", []
            yield "a further key", {**value, "colour": "red"}
            yield from ((f"no {key}", {k: v for k, v in value.items() if k != key}) for key in value)
        case list():
            yield "a mapping", {}
        case StrEnum():
            yield "an unknown word", "zzz"
            yield "a number", 7
        case bool() | str():
            yield "a number", 7
        case int() | float():
            yield "a text", "x"
        case _:
            pass


def filled_nodes(documents: list[Any]) -> dict[str, tuple[int, KeyPath, Any]]:
    """Under each pattern of keys a value that is not null, of the shortest document, with document and path."""
    found: dict[str, tuple[int, KeyPath, Any]] = {}
    for number, document in sorted(enumerate(documents), key=lambda one: len(str(one[1]))):
        for path, value in nodes_of(document):
            if value is not None:
                found.setdefault(pattern_of(path), (number, path, value))
    return found


@pytest.mark.parametrize("name", OUTPUTS)
def test_every_key_is_filled_in_a_sample(name: str, samples: dict[str, list[Any]]) -> None:
    filled = filled_nodes(samples[name])
    everywhere = {pattern_of(path) for document in samples[name] for path, _ in nodes_of(document)}
    lists = {pattern for pattern, (_, _, value) in filled.items() if isinstance(value, list)}
    never = {
        "changes.*.old.source_details.repeats",
        "headlines.*.source_details.repeats",
    }  # what only restates is neither
    assert sorted(everywhere - set(filled) - never) == []
    empty = {pattern for pattern in lists if f"{pattern}.*" not in filled}
    assert sorted(empty - {"changes.*.reorganisation.created"}) == []  # no body was founded out of nothing


@pytest.mark.parametrize("name", OUTPUTS)
def test_a_document_that_differs_in_one_point_is_refused(name: str, samples: dict[str, list[Any]]) -> None:
    validator = Draft202012Validator(output_schema(name))
    assert all(validator.is_valid(document) for document in samples[name])
    nodes = filled_nodes(samples[name])
    assert [
        pattern
        for pattern, (number, path, value) in nodes.items()
        if not validator.is_valid(narrowed(samples[name][number], path, value))
    ] == []
    passed = [
        f"{pattern}: {what}"
        for pattern, (number, path, value) in nodes.items()
        for what, wrong in wrong_values(path, value)
        if validator.is_valid(narrowed(samples[name][number], path, wrong))
    ]
    assert passed == {
        "status": ["observations.*: no headline", "observations.*: no bodies"],
        "report": ["observations.*: no headline"],
    }.get(name, [])


def promises_of(name: str) -> Iterator[str]:
    """What a schema says of each key of each record, a line each: type, words of a closed list, items, meaning."""
    schema = output_schema(name)
    records = {schema["title"]: schema, **schema.pop("$defs")}
    for record, said in records.items():
        keys = said.pop("properties", {})
        yield f"{record}: {json.dumps(said, ensure_ascii=False)}\n"
        yield from (f"{record}.{key}: {json.dumps(one, ensure_ascii=False)}\n" for key, one in keys.items())


def test_what_the_schemas_promise_is_what_they_promised(golden: Callable[[str, str], None]) -> None:
    """No word of a closed list, no type of the items of a list and no required key is lost without being seen."""
    golden("schema-outputs.txt", "".join(sorted({line for name in OUTPUTS for line in promises_of(name)})))


@pytest.mark.parametrize(
    ("name", "path", "wrong"),
    [
        ("status", ("quarter",), "II/2016"),
        ("status", ("observations", 0, "as_of"), "30/6/2016"),
        ("status", ("observations", 0, "as_of_first"), "2016-06"),
        ("status", ("observations", 0, "from"), "01/01/2016"),
        ("status", ("observations", 0, "kind"), "heap"),
        ("status", ("observations", 0, "qualifier"), "chừng"),
        ("status", ("observations", 0, "value"), {"number": 1, "percent": 2}),
        ("status", ("observations", 0, "outstanding", "unnamed"), -1),
        ("status", ("observations", 0, "in_progress", "count"), 1.5),
        ("status", ("observations", 0, "unknown"), -1),
        ("status", ("observations", 0, "footnotes"), [None]),
        ("status", ("observations", 0, "place", "line"), 0),
        ("diff", ("changes", 0, "kind"), "grown"),
        ("diff", ("changes", 0, "reasons"), ["because"]),
        ("diff", ("changes", 0, "bodies", "unknown"), -1),
        ("check", ("findings", 0, "rule"), "fig1"),
        ("check", ("findings", 0, "level"), "fatal"),
        ("appendix", ("lists", 0, "columns"), 4),
        ("appendix", ("lists", 0, "bodies", 0, "number"), 0),
        ("quarters", ("indicators", "lgsp", "2016Q1"), 0),
        ("quarters", ("indicators", "lgsp"), {"first": 1}),
        ("quarters", ("schema_version",), 2),
    ],
)
def test_a_word_or_number_that_is_not_promised_is_refused(
    name: str, path: KeyPath, wrong: object, samples: dict[str, list[Any]]
) -> None:
    assert not Draft202012Validator(output_schema(name)).is_valid(changed(samples[name][0], path, wrong))


ROOTS = {
    "tile.": "tiles.*.",
    "body.": "bodies.*.",
    "transition.": "transitions.*.",
    "merger.": "reorganisation.mergers.*.",
}


@pytest.mark.parametrize(
    ("name", "root", "table"),
    [
        ("status", "observations.*.", columns.STATUS),
        ("status", "observations.*.", columns.AGENCIES),
        ("appendix", "lists.*.", columns.APPENDIX),
        ("diff", "changes.*.", columns.DIFF),
        ("tiles", "maps.*.", TILES),
        ("trend", "lines.*.rows.*.", TREND[len(HEAD) :]),
        ("indicators", "indicators.*.", columns.INDICATORS),
    ],
)
def test_every_column_leads_to_a_key_of_the_records(
    name: str, root: str, table: tuple[Column, ...], samples: dict[str, list[Any]]
) -> None:
    there = {pattern_of(path) for document in samples[name] for path, _ in nodes_of(document)}
    flat = {column for column in table if column in GAPS}  # they are made of the quarters of a gap
    assert [one.name for one in table if one not in flat and root + _in_lists(one.path) not in there] == []


def _in_lists(path: str) -> str:
    for start, root in ROOTS.items():
        path = f"{root}{path.removeprefix(start)}" if path.startswith(start) else path
    return f".{path}".replace(".new.", ".old.").removeprefix(".")


def test_the_sentences_below_the_keys_are_in_the_schema_also_those_that_a_record_inherits() -> None:
    records = output_schema("diff")["$defs"]
    said = {name: records["ObservationRecord"]["properties"][name].get("description") for name in ("percent", "from")}
    assert said == {
        "percent": "In per cent: recomputed from a ratio, half up at two decimals, else as printed.",
        "from": "The first day of a flow or of a running total.",
    }
    assert records["ChangeRecord"]["properties"]["delta"]["description"].startswith("New minus old, in units")
