"""The archive of the real ledger: which documents it has, and that every figure of theirs leads into them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from egov_tracker.model.anchored import anchored_fields
from egov_tracker.store.archive import Archived, open_archived
from tests.building import ROOT

if TYPE_CHECKING:
    from egov_tracker.store.ledger import Ledger

WHOLE = {"letter-1375": True, "q1-report-press": False, "q2-report-press": False}


def test_official_documents_are_archived_whole_and_press_by_its_quotes(ledger: Ledger) -> None:
    sources = [source for quarter in ledger.quarters for source in ledger.snapshot(quarter).sources.values()]
    archived = {source.id: open_archived(ROOT / "data" / "sources", source) for source in sources}
    kept = {name: one.text is not None for name, one in archived.items() if isinstance(one, Archived)}
    assert kept == WHOLE
    assert sorted(path.name for path in (ROOT / "data" / "sources").iterdir()) == sorted(WHOLE)
    kinds = {source.id: source.entry.kind for source in sources}
    assert {name: kinds[name] for name in WHOLE if not WHOLE[name]} == dict.fromkeys(
        ["q1-report-press", "q2-report-press"], "press"
    )


def test_every_figure_of_an_archived_document_is_anchored(ledger: Ledger) -> None:
    seen = [one for quarter in ledger.quarters for one in ledger.snapshot(quarter).observations]
    held = [one for one in seen if one.source.id in WHOLE]
    assert [str(one) for one in held if not one.anchors] == []
    assert sum(each.span is not None for one in held for each in anchored_fields(one)) == 141
