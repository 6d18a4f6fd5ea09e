"""Verdicts in words: the one table of obligations that report and diff print."""

from __future__ import annotations

from typing import TYPE_CHECKING

from egov_tracker.inference.obligations import MET_OUTCOMES, Outcome, Verdict, judge_obligations
from egov_tracker.model.terms import Force
from egov_tracker.views import phrases
from egov_tracker.views.page import Align, Lang, Table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from egov_tracker.inference.obligations import History
    from egov_tracker.model.obligations import Obligation, PlacedObligation
    from egov_tracker.model.observation import Observation
    from egov_tracker.text.quarters import Quarter

COLUMNS = (
    (("Nhiệm vụ", "Task"), Align.LEFT, True),
    (("Cơ quan thực hiện", "By whom"), Align.LEFT, True),
    (("Thời hạn", "Due"), Align.LEFT, True),
    (("Mục tiêu", "Target"), Align.LEFT, True),
    (("Kết quả", "Result"), Align.LEFT, True),
    (("Căn cứ", "Evidence"), Align.LEFT, True),
)
OUTCOMES = {
    Outcome.MISSED: ("không hoàn thành đúng hạn", "missed when due"),
    Outcome.OVERDUE: ("quá hạn, chưa rõ kết quả", "overdue, result not known"),
    Outcome.MET_LATE: ("hoàn thành quá hạn", "met late"),
    Outcome.SHOWN_LATER: (
        "đã hoàn thành; nguồn chỉ nêu sau thời hạn, chưa rõ có đúng hạn hay không",
        "met; shown only after the due date, whether in time is not known",
    ),
    Outcome.MET: ("hoàn thành đúng hạn", "met in time"),
    Outcome.MOVED: ("đã điều chỉnh thời hạn", "moved"),
    Outcome.OPEN: ("chưa đến hạn", "not yet due"),
    Outcome.NO_DUE_DATE: ("nguồn không nêu thời hạn", "no due date is printed"),
}
ALREADY_MET = ("đã đạt trước khi giao", "already met when it was set")
FORCES = {
    Force.ORDER: ("", ""),
    Force.DECISION: ("", ""),
    Force.PROPOSAL: ("kiến nghị", "proposal"),
    Force.PLAN: ("dự kiến", "plan"),
}
EVERYONE = ("tất cả các cơ quan", "every body")
