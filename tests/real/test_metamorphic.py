"""What must not change what is said: the order of lines, a quarter about something else, the side one starts from."""

from __future__ import annotations

import re
from collections import Counter
from itertools import combinations, pairwise
from random import Random
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from egov_tracker.changes.compare import Route, compare_snapshots
from egov_tracker.changes.model import Appeared, Disappeared
from egov_tracker.checks.judgement import context_of, judge
from egov_tracker.inference.obligations import History, judge_obligations
from egov_tracker.inference.timeline import series_key
from egov_tracker.text.quarters import parse_quarter
from tests.building import ROOT, entry, open_data, snapshot_of
from tests.mirroring import mirrored, told
from tests.wording import spell_verdict

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from egov_tracker.model.observation import Loaded, Snapshot
    from egov_tracker.text.quarters import Quarter

LEDGER = open_data(ROOT / "data")
RAW = {quarter: path.read_bytes() for quarter, path in LEDGER.files.items()}
GAPS = [parse_quarter(text) for text in ("2017Q1", "2018Q3", "2019Q3")]


# The order of lines.


@pytest.mark.parametrize("seed", range(3))
def test_the_order_of_observations_sources_and_names_changes_nothing_that_is_said(seed: int) -> None:
    mixed = {quarter: shuffled(quarter, Random(seed)) for quarter in RAW}  # noqa: S311 - no secret
    assert findings(mixed) == findings(RAW)
    assert verdicts(mixed) == verdicts(RAW)
    assert neighbours(mixed) == neighbours(RAW)


def shuffled(quarter: Quarter, random: Random) -> bytes:
    """A snapshot in another order, but for sources of which the first is to speak: see `rivals`."""
    document = yaml.compose(RAW[quarter].decode(), yaml.BaseLoader)
    assert isinstance(document, yaml.MappingNode)
    fields = {key.value: value for key, value in document.value}
    random.shuffle(fields["observations"].value)
    for names in lists_of_names(fields["observations"]):
        random.shuffle(names.value)
    sources = fields["sources"]
    by_id = {key.value: (key, value) for key, value in sources.value}
    sources.value = [by_id[name] for name in mixed_sources(list(by_id), rivals(quarter), random)]
    return yaml.serialize(document, Dumper=yaml.BaseDumper, allow_unicode=True).encode()


def lists_of_names(node: yaml.Node) -> Iterator[yaml.SequenceNode]:
    children: Sequence[Any] = node.value if isinstance(node, yaml.CollectionNode) else ()
    for child in children:
        key, value = child if isinstance(child, tuple) else (None, child)
        if key and key.value == "names":
            yield value
        else:
            yield from lists_of_names(value)


def rivals(quarter: Quarter) -> tuple[frozenset[str], ...]:
    """Sources that speak of one series at one date: there the first under `sources` speaks, as documented."""
    meeting: dict[object, set[str]] = {}
    for seen in LEDGER.snapshot(quarter).observations:
        meeting.setdefault((series_key(seen), seen.as_of), set()).add(seen.source.id)
    return tuple(frozenset(names) for names in meeting.values() if len(names) > 1)


def mixed_sources(names: list[str], bound: Sequence[frozenset[str]], random: Random) -> list[str]:
    """The sources in an order by chance in which those that are bound together keep theirs."""
    left, mixed = [*names], []
    while left:
        first = [
            name
            for at, name in enumerate(left)
            if not any({name, other} <= one for one in bound for other in left[:at])
        ]
        mixed.append(random.choice(first))
        left.remove(mixed[-1])
    return mixed


# A quarter about something else.


@pytest.mark.parametrize("gap", GAPS, ids=str)
def test_a_quarter_about_something_else_changes_nothing_between_two_others(gap: Quarter) -> None:
    more = dict(sorted({**RAW, gap: unrelated(gap)}.items()))
    assert findings(more) == findings(RAW)
    assert {at: said for at, said in verdicts(more).items() if at != gap} == verdicts(RAW)
    old, new = max(at for at in RAW if at < gap), min(at for at in RAW if at > gap)
    (between,) = (one for one in snapshots(more) if one.period == gap)
    itself = told(kind(seen) for seen in between.observations for kind in (Appeared, Disappeared))
    assert [one for one in through(old, new, between) if one not in itself] == through(old, new)


def unrelated(quarter: Quarter) -> bytes:
    """A snapshot of one figure, of a series of its own."""
    alone = entry(indicator="document_interconnection", group="Bộ Y tế", as_of=str(quarter.last_day), value="1")
    return f"period: {quarter}\nsources:\n  press: {{kind: press, title: Bài}}\nobservations:\n{alone}".encode()


def through(old: Quarter, new: Quarter, *between: Snapshot) -> list[str]:
    sides = LEDGER.snapshot(old), LEDGER.snapshot(new)
    return told(compare_snapshots(*sides, LEDGER.definitions, (), Route(between)))


# The side one starts from.


@pytest.mark.parametrize("every", [False, True])
def test_each_comparison_backwards_mirrors_the_one_forwards(every: bool) -> None:  # noqa: FBT001
    for old, new in combinations(map(LEDGER.snapshot, LEDGER.quarters), 2):
        there, back = (
            list(compare_snapshots(*pair, LEDGER.definitions, (), Route(every=every)))
            for pair in ((old, new), (new, old))
        )
        assert told(map(mirrored, there)) == told(back), f"{old.period} {new.period}"


# What is said.


def loaded(raw: Mapping[Quarter, bytes]) -> list[Loaded]:
    return [LEDGER.interpret(content, f"data/reports/{quarter}.yaml") for quarter, content in raw.items()]


def snapshots(raw: Mapping[Quarter, bytes]) -> list[Snapshot]:
    return [snapshot_of(one) for one in loaded(raw)]


def findings(raw: Mapping[Quarter, bytes]) -> Counter[tuple[str, ...]]:
    """The findings by rule, level, file and words: without lines."""
    files = loaded(raw)
    context = context_of(files, LEDGER.definitions, LEDGER.obligations, whole=True)
    found = judge(context, tuple(one for file in files for one in file.findings))
    words = ((one, re.sub(r"\bline \d+", "line …", one.message)) for one in found)
    return Counter((one.rule, one.level, one.location.path, message, one.remark or "") for one, message in words)


def verdicts(raw: Mapping[Quarter, bytes]) -> dict[Quarter, list[str]]:
    history = History(tuple(snapshots(raw)), LEDGER.definitions.registry)
    return {at: [spell_verdict(one) for one in judge_obligations(LEDGER.obligations, history, at)] for at in raw}


def neighbours(raw: Mapping[Quarter, bytes]) -> list[list[str]]:
    return [told(compare_snapshots(old, new, LEDGER.definitions)) for old, new in pairwise(snapshots(raw))]
