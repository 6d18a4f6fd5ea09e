"""The comparison as a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from egov_tracker.views.diff import phrases
from egov_tracker.views.diff.comparability import banner, rivals
from egov_tracker.views.diff.moves import summary
from egov_tracker.views.diff.obligations import obligations, reorganisations
from egov_tracker.views.diff.review import review_page
from egov_tracker.views.diff.subjects import compared_pairs
from egov_tracker.views.diff.tables import indicator_sections
from egov_tracker.views.diff.uncompared import alone, uncompared
from egov_tracker.views.page import Items, Page, Paragraph, Section
from egov_tracker.views.phrases import Phrases
from egov_tracker.views.references import References

if TYPE_CHECKING:
    from collections.abc import Iterator

    from egov_tracker.model.observation import Snapshot
    from egov_tracker.views.diff.changes import DiffView


def diff_page(view: DiffView, data: str) -> Page:
    """The whole comparison: what moved, the tables, what cannot be compared, obligations, notes, sources.

    Of two states of one quarter's file, the review of what was corrected.
    """
    if view.reviewed is not None:
        return review_page(view, data)
    say = Phrases(view.lang)
    refs = References(say, ids=view.trace)
    old, new = _side(view.old, view.path[0], say), _side(view.new, view.path[-1], say)
    sections = tuple(_sections(view, refs, say))
    return Page(
        lang=view.lang,
        title=say(f"So sánh số liệu {old} với {new}", f"{old} compared with {new}"),
        lead=(say.data(data),),
        sections=sections,
        footnotes=refs.footnotes,
        sources=refs.sources,
        headings=say.headings,
    )


def _side(name: str, snapshot: Snapshot, say: Phrases) -> str:
    """A side as the user named it, such as a file or a revision; a quarter in words."""
    return say.quarter(snapshot.period) if name == str(snapshot.period) else name


def _sections(view: DiffView, refs: References, say: Phrases) -> Iterator[Section]:
    if not view.changes:
        yield Section("", (Paragraph(say(*phrases.NOTHING)),))
        return
    pairs = compared_pairs(view)
    yield Section(say(*phrases.MOVED), (Items(summary(view, say)),))
    yield from indicator_sections(view, pairs, refs, say)
    parts = (
        (phrases.UNCOMPARED, uncompared(view, pairs, refs, say)),
        (phrases.RIVALS, rivals(view, refs, say)),
        (phrases.ALONE, alone(view, refs, say)),
        (phrases.MAP, reorganisations(view, say)),
        (phrases.OBLIGATIONS, obligations(view, refs, say)),
        (phrases.BANNER, banner(view, say) if view.every else ()),
    )
    filled = ((heading, tuple(blocks)) for heading, blocks in parts)
    yield from (Section(say(*heading), blocks) for heading, blocks in filled if blocks)
