"""What the tests of changes share: snapshots out of a few lines, and changes in words."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, assert_never

from egov_tracker.changes.compare import DIRECT, compare_snapshots
from egov_tracker.changes.model import (
    Appeared,
    BodiesMoved,
    Disappeared,
    FigureChanged,
    Met,
    Missed,
    Moved,
    NotComparable,
    Pair,
    Reorganised,
    StillOpen,
    Transition,
    Unchanged,
)
from egov_tracker.store.discovery import DataFolder, Origin
from egov_tracker.store.ledger import Definitions, Ledger
from egov_tracker.store.snapshots import read_snapshot

if TYPE_CHECKING:
    from collections.abc import Sequence

    from egov_tracker.changes.compare import Route
    from egov_tracker.changes.model import Change
    from egov_tracker.model.obligations import PlacedObligation
    from egov_tracker.model.observation import Observation, Snapshot

ROOT = Path(__file__).parents[1]
HEAD = """\
period: {period}
sources:
  vpcp: {{kind: report, title: Báo cáo, reports: Văn phòng Chính phủ}}
  mic: {{kind: report, title: Sách Trắng, reports: Bộ Thông tin và Truyền thông}}
  press: {{kind: press, title: Bài viết, reports: Văn phòng Chính phủ}}
  repost: {{kind: press, title: Đăng lại, reports: Văn phòng Chính phủ, repeats: vpcp}}
observations:
"""


@cache
def real_ledger() -> Ledger:
    """The ledger of this repository."""
    return Ledger(DataFolder(Origin.OPTION, ROOT / "data"))


@cache
def definitions() -> Definitions:
    """The registry and the catalogue of this repository."""
    return real_ledger().definitions


def snapshot_text(entries: Sequence[str], period: str) -> str:
    """A snapshot file out of entries in one line each; what every entry needs is added where it is missing."""
    lines = [
        f"  - {{{entry}{'' if 'source:' in entry else ', source: vpcp'}{'' if 'at:' in entry else ', at: trang 1'}}}\n"
        for entry in entries
    ]
    return HEAD.format(period=period) + "".join(lines) if lines else HEAD.format(period=period).rstrip() + " []\n"


def snapshot(entries: Sequence[str], period: str) -> Snapshot:
    """The snapshot of the entries, which are sound."""
    known = definitions()
    loaded = read_snapshot(snapshot_text(entries, period).encode(), "f", None, known.registry, known.catalogue)
    assert [str(found) for found in loaded.findings if found.level == "error"] == []
    assert loaded.snapshot is not None
    return loaded.snapshot


def compare(
    old: Snapshot, new: Snapshot, obligations: Sequence[PlacedObligation] = (), route: Route = DIRECT
) -> list[Change]:
    """All changes from the old side to the new one."""
    return list(compare_snapshots(old, new, definitions(), obligations, route))


def in_words(changes: Sequence[Change]) -> list[str]:
    """Changes as sorted lines."""
    return sorted(spell(change) for change in changes)


def spell(change: Change) -> str:  # noqa: C901, PLR0911 - one line a kind
    """A change as a line."""
    match change:
        case FigureChanged(pair, delta, points):
            units = "" if delta is None else f" {delta:+} units"
            return f"{_figures(pair)}:{units}{'' if points is None else f' {points:+} points'}"
        case Unchanged(pair):
            return f"{_figures(pair)}: unchanged"
        case NotComparable(pair, reasons):
            return f"{_figures(pair)}: not comparable: {', '.join(reasons)}"
        case BodiesMoved():
            return _bodies(change)
        case Reorganised(pair, mergers, created, dissolved):
            merged = [f"{'+'.join(part.id for part in m.parts)}→{m.body.id} on {m.when}" for m in mergers]
            single = [f"created {body.id}" for body in created] + [f"dissolved {body.id}" for body in dissolved]
            return f"{_name(pair.new)}: reorganised: {', '.join(merged + single)}"
        case Appeared(new):
            return f"{_name(new)}: appeared: {_printed(new)}"
        case Disappeared(old):
            return f"{_name(old)}: disappeared: {_printed(old)}"
        case Met(due=due, late=late):
            return f"{due.obligation.id}: met{' late' if late else ''}"
        case Missed(due=due):
            return f"{due.obligation.id}: missed"
        case Moved(due=due, by=by):
            return f"{due.obligation.id}: moved to {by.obligation.due}"
        case StillOpen(due=due, overdue=overdue):
            return f"{due.obligation.id}: open{' overdue' if overdue else ''}"
        case _:
            assert_never(change)


def _name(seen: Observation) -> str:
    parts = "".join(f" {value}" for _, value in seen.breakdown)
    return f"{seen.indicator.id} {seen.group.id}{parts}"


def _printed(seen: Observation) -> str:
    return seen.figure.printed if seen.figure else "/".join(f"{n} {v.total}" for n, v in seen.listings.items())


def _figures(pair: Pair) -> str:
    return f"{_name(pair.new)} {_printed(pair.old)} → {_printed(pair.new)}"


def _bodies(change: BodiesMoved) -> str:
    """The bodies by id, sorted; of whom nothing is known, the number."""
    texts = [
        f"{kind} {' '.join(sorted(m.body.id for m in transitions))}"
        for kind in NAMED
        if (transitions := change.of(kind))
    ]
    unknown = len(change.of(Transition.UNKNOWN))
    texts += [f"unknown {unknown}"] if unknown else []
    texts += [f"{change.delta:+} outstanding"] if change.delta is not None else []
    return f"{_name(change.pair.new)}: {'; '.join(texts)}"


NAMED = tuple(kind for kind in Transition if kind not in {Transition.UNKNOWN, Transition.SAME})
