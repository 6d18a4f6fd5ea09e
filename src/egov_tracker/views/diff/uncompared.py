"""What cannot be compared, in short: pairs by their reasons, and figures that stand on one side alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from egov_tracker.changes.model import Appeared, Disappeared
from egov_tracker.views.diff import phrases
from egov_tracker.views.diff.changes import sides_of
from egov_tracker.views.page import Items
from egov_tracker.views.phrases import plural

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from egov_tracker.model.observation import Observation
    from egov_tracker.views.diff.changes import DiffView
    from egov_tracker.views.diff.subjects import Compared
    from egov_tracker.views.page import Block
    from egov_tracker.views.phrases import Phrases
    from egov_tracker.views.references import References

ALONE: tuple[tuple[type[Appeared | Disappeared], tuple[str, str]], ...] = (
    (Disappeared, phrases.ONLY_OLD),
    (Appeared, phrases.ONLY_NEW),
)


def uncompared(view: DiffView, pairs: Sequence[Compared], refs: References, say: Phrases) -> Iterator[Block]:
    """A point for each indicator and reason: whose figures they are, and why they cannot be compared."""
    points: dict[tuple[str, str], list[str]] = {}
    for one in pairs:
        if one.barred and not one.comparable and not view.has_steps:
            old, new = one.pair.old, one.pair.new
            why = phrases.reasons_text(one.barred.reasons, one.pair, say)
            text = f"{say.who(new)} {say.with_date(old)}{refs.marks(old)} → {say.with_date(new)}{refs.marks(new)}"
            points.setdefault((say.indicator(new.indicator), why), []).append(text)
    if points:
        yield Items(tuple(f"{name}: {'; '.join(texts)}: {why}." for (name, why), texts in points.items()))


def alone(view: DiffView, refs: References, say: Phrases) -> Iterator[Block]:
    """The figures of one side alone: how many of each indicator; with `every`, each of them."""
    texts = []
    for kind, heading in ALONE:
        seen = [one for change in view.changes if isinstance(change, kind) for one in sides_of(change) if one]
        if view.every:
            texts += [f"{say(*heading)}: {say.subject(one)}: {say.with_date(one)}{refs.marks(one)}" for one in seen]
        elif seen:
            texts.append(f"{say(*heading)}: {_counted(seen, say)}.")
    if texts:
        yield Items(tuple(texts))


def _counted(seen: Sequence[Observation], say: Phrases) -> str:
    """Each indicator with its groups: `Kết nối, liên thông…: Bộ, ngành; Tỉnh, thành phố`."""
    by_indicator: dict[str, list[Observation]] = {}
    for one in seen:
        by_indicator.setdefault(one.indicator.id, []).append(one)
    texts = (
        f"{say.indicator(them[0].indicator)} ({say(f'{len(them)} số liệu', plural(len(them), 'figure'))})"
        for them in by_indicator.values()
    )
    return "; ".join(texts)
