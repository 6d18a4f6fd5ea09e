"""What the checker sees in a quarter and no remark explains: a footnote on the observation that it concerns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from egov_tracker.checks.evidence import Evidence
from egov_tracker.checks.judging import judge
from egov_tracker.model.findings import Level
from egov_tracker.views import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from egov_tracker.model.findings import Finding
    from egov_tracker.model.places import Place
    from egov_tracker.model.snapshot import Snapshot
    from egov_tracker.store.ledger import Definitions
    from egov_tracker.views.page import Lang

SEEN = {
    "REG004": "một cơ quan được nêu tên hai lần",
    "REG006": "tổng số của nguồn khác số cơ quan trong danh bạ",
    "FIG002": "số lượng nguồn ghi khác số tên được nêu",
    "FIG003": "đã hoàn thành, chưa hoàn thành và đặc thù cộng lại không bằng tổng số",
    "FIG004": "tỷ lệ nguồn in không khớp khi tính lại",
    "FIG005": "các phần cộng lại không bằng tổng mà nguồn in",
    "FIG006": "số ước lượng khác xa số chính xác",
    "FIG007": "một cơ quan được nêu ở hai trạng thái",
    "SRC003": "số liệu tính đến ngày sau ngày của văn bản",
    "SRC004": "số liệu tính đến ngày ngoài kỳ",
    "SER001": "chỉ tiêu đã đạt thì không giảm, nay lại giảm so với kỳ trước",
    "SER002": "tổng số thay đổi so với kỳ trước",
    "SER004": "hai số liệu khác nhau về cùng một nội dung, tính đến cùng một ngày",
    "SER005": "số lũy kế giảm",
    "SER006": "cơ quan đã hoàn thành ở kỳ trước nay lại chưa hoàn thành",
}


def view_contradictions(
    snapshots: Sequence[Snapshot], definitions: Definitions, lang: Lang
) -> dict[Place, tuple[str, ...]]:
    """The footnotes of the last snapshot by the places of its observations; the earlier ones are compared with it."""
    snapshot = snapshots[-1]
    places = sorted(observation.place for observation in snapshot.observations)
    notes: dict[Place, tuple[str, ...]] = {}
    for found in judge(Evidence(tuple(snapshots), definitions.registry, whole=False)):
        before = [place for place in places if place <= found.place]
        if found.place.path == snapshot.path and found.level is not Level.NOTE and found.rule in SEEN and before:
            notes[before[-1]] = (*notes.get(before[-1], ()), _note(found, lang))
    return notes


def _note(found: Finding, lang: Lang) -> str:
    seen = SEEN[found.rule]
    pair = (f"Chưa có giải thích: {seen} ({found.rule}).", f"Not explained: {found.message} ({found.rule}).")
    return words.pick(pair, lang)
