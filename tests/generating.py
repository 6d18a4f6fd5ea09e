"""Clean ledgers by chance: everything printed, everything adding up; and the YAML of one."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import timedelta
from functools import cache, partial
from random import Random
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from egov_tracker.text.dates import parse_as_of
from egov_tracker.text.numbers import format_number, percentage
from egov_tracker.text.quarters import Quarter
from tests.building import definitions

if TYPE_CHECKING:
    from collections.abc import Callable

    from egov_tracker.model.registry import Body

ONE_WAY = ("action_plan", "dossier_publication", "signed_exchange", "architecture")
FIRST, LAST = Quarter(2015, 4), Quarter(2025, 4)
SPECIAL = frozenset({"bo-quoc-phong", "bo-cong-an"})


@dataclass(frozen=True)
class Entry:
    """One observation; names stand one a line, so that a line can be dropped or repeated."""

    fields: tuple[tuple[str, str], ...]
    outstanding: tuple[str, ...] = ()
    exempt: tuple[str, ...] = ()
    count: int | None = None
    source: str = "report"

    def text(self) -> str:
        lines = [f"{name}: {value}" for name, value in self.fields]
        for name, names in (("outstanding", self.outstanding), ("exempt", self.exempt)):
            if names:
                lines += [f"{name}:", f"  count: {len(names) if name == 'exempt' else self.count}", "  names:"]
                lines += [f"    - {one}" for one in names]
        lines += [f"source: {self.source}", "at: mục 1"]
        return "  - " + "\n    ".join(lines) + "\n"

    def having(self, **changed: str) -> Entry:
        return replace(self, fields=tuple((name, changed.get(name, value)) for name, value in self.fields))

    def get(self, name: str) -> str:
        return dict(self.fields)[name]


@dataclass(frozen=True)
class File:
    """One snapshot."""

    period: Quarter
    entries: tuple[Entry, ...]
    sources: tuple[str, ...] = field(default=("report",))

    def text(self) -> str:
        date = self.period.last_day + timedelta(days=5)
        head = f"period: {self.period}\nsources:\n"
        for name in self.sources:
            head += f"  {name}:\n    kind: report\n    title: Báo cáo\n    date: {date}\n"
            head += "    reports: Văn phòng Chính phủ\n" + ("    repeats: report\n" if name == "repost" else "")
        return head + "observations:\n" + "\n".join(entry.text() for entry in self.entries)


Ledger = tuple[File, ...]


def write(ledger: Ledger) -> dict[str, bytes]:
    """The files of a ledger."""
    return {f"{file.period}.yaml": file.text().encode() for file in ledger}


@st.composite
def ledgers(draw: st.DrawFn, first: Quarter = FIRST, last: Quarter = LAST) -> Ledger:
    """A clean ledger of one to four quarters in a row."""
    numbers = st.integers(first.year * 4 + first.number - 1, last.year * 4 + last.number - 1)
    begin = draw(numbers)
    length = draw(st.integers(1, 4))
    periods = [Quarter(number // 4, number % 4 + 1) for number in range(begin, begin + length)]
    random = Random(draw(st.integers(0, 2**32)))  # noqa: S311 - drawn one by one, shrinking takes minutes
    pace = {name: random.uniform(0.1, 1.0) for name in ONE_WAY}
    done: dict[str, set[str]] = {name: set() for name in ONE_WAY}
    services, received, in_scope, files = 1000, 100, 50, []
    for period in periods:
        entries: list[Entry] = []
        for name in ONE_WAY:
            entries += _adoption(period, name, done[name], partial(_happens, random, pace[name]))
        services += random.randrange(500)
        more = random.randrange(500)
        received, in_scope = received + more, in_scope + random.randrange(more + 1)
        entries += _services(period, services, random.randrange(1, 400), random.randrange(1, 500))
        entries += _feedback(period, received, in_scope)
        files.append(File(period, tuple(entries), ("report", "repost")))
    return tuple(files)


def _happens(random: Random, chance: float) -> bool:
    return random.random() < chance


@cache
def members(group: str, period: Quarter) -> tuple[Body, ...]:
    registry = definitions().registry
    return registry.members(registry.groups[group], parse_as_of(str(period.last_day)))


def _adoption(period: Quarter, name: str, done: set[str], does: Callable[[], bool]) -> list[Entry]:
    entries: list[Entry] = []
    sums = [0, 0, 0, 0]
    for group in ("central", "provinces"):
        bodies = members(group, period)
        exempt = [body for body in bodies if body.id in SPECIAL]
        done |= {body.id for body in bodies if body not in exempt and does()}
        late = [body for body in bodies if body.id not in done and body not in exempt]
        count = len(bodies) - len(exempt) - len(late)
        share = f"{format_number(percentage(count, len(bodies), 1))}%"
        fields = _fields(name, group, period, f"{count}/{len(bodies)} ({share})")
        entries.append(Entry(fields, _names(late), _names(exempt), len(late)))
        sums = [old + new for old, new in zip(sums, (count, len(bodies), len(late), len(exempt)), strict=True)]
    total = _fields(name, "all", period, f"{sums[0]}/{sums[1]}")
    lists = (("outstanding", f"{{count: {sums[2]}}}"), ("exempt", f"{{count: {sums[3]}}}"))
    return [*entries, Entry((*total, *lists)), Entry(entries[0].fields, source="repost")]


def _names(bodies: list[Body]) -> tuple[str, ...]:
    return tuple(body.name_vi for body in bodies)


def _fields(name: str, group: str, period: Quarter, value: str, *more: tuple[str, str]) -> tuple[tuple[str, str], ...]:
    when = ("as_of", str(period.last_day))
    return (("indicator", name), ("group", group), when, *more, ("value", value))


def _services(period: Quarter, every: int, level3: int, level4: int) -> list[Entry]:
    def entry(group: str, level: str, value: str, source: str = "report") -> Entry:
        more = ("breakdown", f"{{level: {level}}}")
        return Entry(_fields("online_services", group, period, value, more), source=source)

    both = level3 + level4
    share = f"{format_number(percentage(both, every + both, 2))}%"
    printed = entry("national", "3-4", format_number(both))
    shared = replace(
        printed, fields=(*printed.fields, ("share", f"{{of: {format_number(every + both)}, printed: '{share}'}}"))
    )
    return [
        entry("national", "3", format_number(level3)),
        entry("national", "4", format_number(level4)),
        shared,
        entry("central", "3-4", format_number(level3)),
        entry("provinces", "3-4", format_number(level4)),
        entry("national", "all", format_number(every + both)),
        entry("national", "3-4", f"trên {format_number(max(both - 1, 0))}", "repost"),
    ]


def _feedback(period: Quarter, received: int, in_scope: int) -> list[Entry]:
    def entry(stage: str, value: int) -> Entry:
        more = (("breakdown", f"{{stage: {stage}}}"), ("kind", "cumulative"))
        return Entry(_fields("feedback", "national", period, format_number(value), *more))

    return [entry("received", received), entry("in_scope", in_scope)]
