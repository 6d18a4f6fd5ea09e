"""Says findings and changes as lines, so that a test can hold what it expects beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from egov_tracker.changes.model import (
    Appeared,
    BodiesMoved,
    Disappeared,
    FigureChanged,
    NotComparable,
    ObligationChange,
    Pair,
    Reorganised,
    Transition,
    Unchanged,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from egov_tracker.changes.model import Change
    from egov_tracker.inference.obligations import Verdict
    from egov_tracker.model.findings import Finding
    from egov_tracker.model.observation import Observation


def spoken(findings: Sequence[Finding]) -> list[str]:
    """Findings as `line:column RULE message`, a level that is no error before the message."""
    return [
        f"{found.location.line}:{found.location.column} {found.rule} "
        f"{'' if found.level == 'error' else f'{found.level}: '}{found.message}"
        for found in findings
    ]


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
        case ObligationChange(before, after):
            was = before.outcome if before else "not announced"
            return f"{after.obligation.id}: {was} → {after.outcome}"
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


def spell_verdict(verdict: Verdict) -> str:
    """A verdict as a line: the outcome, the event and the figures that it rests on, the moves."""
    already = ", already when set" if verdict.already_met else ""
    settled = verdict.settled
    parts = [
        f"{verdict.outcome}{already}",
        f"settled {settled.date} ({settled.source}, {settled.at})" if settled else "",
    ]
    roles = ("short", verdict.short), ("by", verdict.evidence), ("latest", verdict.latest), ("wider", verdict.wider)
    parts += [f"{role} {spell_evidence(seen)}" for role, seen in roles if seen]
    moves = (("moved to", verdict.moved_to and [verdict.moved_to]), ("moved in part to", verdict.moved_for))
    parts += [f"{word} {' '.join(one.obligation.id for one in them)}" for word, them in moves if them]
    return "; ".join(filter(None, parts))


def spell_evidence(seen: Observation) -> str:
    """What an observation prints, of whom, when and where."""
    lists = [f"{name} {listing.total}" for name, listing in seen.listings.items()]
    printed = [f"{seen.figure.printed}{f' of {seen.of.printed}' if seen.of else ''}"] if seen.figure else []
    return f"{', '.join((*printed, *lists))} of {seen.group.id} at {seen.as_of} ({_place(seen)})"


def _place(seen: Observation) -> str:
    return f"{seen.period}/{seen.source.id}, {seen.at}"
