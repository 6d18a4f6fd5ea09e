"""The words of a comparison: Vietnamese as official reports write it, and English."""

from __future__ import annotations

from typing import TYPE_CHECKING

from egov_tracker.changes.model import Transition
from egov_tracker.inference.body_status import INFERRED
from egov_tracker.inference.comparability import Reason
from egov_tracker.inference.obligations import Outcome
from egov_tracker.views.page import Align
from egov_tracker.views.phrases import plural

if TYPE_CHECKING:
    from collections.abc import Iterable

    from egov_tracker.changes.model import Pair, Transitions
    from egov_tracker.model.observation import Observation
    from egov_tracker.views.phrases import Phrases

SIDES = ((("Kỳ trước", "Before"), Align.LEFT), (("Kỳ sau", "After"), Align.LEFT))
BANNER = ("Khả năng so sánh", "What can be compared")
MOVED = ("Những thay đổi chính", "What moved")
NO_MOVE = ("Không có số liệu so sánh được nào thay đổi.", "No figure that can be compared has moved.")
UNCOMPARED = ("Không so sánh được", "Not comparable")
RIVALS = ("Nguồn khác cùng ngày", "Other sources of the same date")
ALONE = ("Chỉ một kỳ có số liệu", "On one side alone")
ONLY_OLD = ("Chỉ kỳ trước", "Only before")
ONLY_NEW = ("Chỉ kỳ sau", "Only after")
MAP = ("Sắp xếp tổ chức bộ máy", "Reorganisation")
OBLIGATIONS = ("Nhiệm vụ có thời hạn", "Obligations")
NOTHING = ("Không có thay đổi.", "Nothing changed.")

TRANSITIONS = {
    Transition.NEWLY_DONE: ("mới hoàn thành", "newly done"),
    Transition.SEEN_DONE: ("nay đã hoàn thành, kỳ trước chưa rõ", "done now, not known before"),
    Transition.GONE_BACK: ("kỳ trước đã hoàn thành, nay lại chưa hoàn thành", "done before, outstanding now"),
    Transition.NEWLY_LISTED: (
        "mới bị nêu tên là chưa hoàn thành, kỳ trước chưa rõ hoặc là cơ quan đặc thù",
        "newly named as outstanding, not known or exempt before",
    ),
    Transition.STILL_OUTSTANDING: ("vẫn chưa hoàn thành", "still outstanding"),
    Transition.NEWLY_EXEMPT: ("nay là cơ quan đặc thù", "exempt now"),
    Transition.NO_LONGER_LISTED: (
        "không còn bị nêu tên, nhưng chưa đủ căn cứ để coi là đã hoàn thành",
        "no longer listed, which does not prove them done",
    ),
    Transition.UNKNOWN: ("chưa rõ ở một hoặc cả hai kỳ", "not known in one or both quarters"),
}

IN_SHORT = {
    Transition.NEWLY_DONE: ("mới hoàn thành", "newly done"),
    Transition.SEEN_DONE: ("nay đã hoàn thành, kỳ trước chưa rõ", "done now, not known before"),
    Transition.GONE_BACK: ("nay lại chưa hoàn thành", "done before, outstanding now"),
    Transition.NEWLY_LISTED: ("mới bị nêu tên", "newly named"),
    Transition.STILL_OUTSTANDING: ("vẫn chưa hoàn thành", "still outstanding"),
    Transition.NEWLY_EXEMPT: ("nay là cơ quan đặc thù", "exempt now"),
    Transition.NO_LONGER_LISTED: ("không còn bị nêu tên", "no longer listed"),
    Transition.UNKNOWN: ("chưa rõ", "not known"),
}
CHANGES = (
    Transition.NEWLY_DONE,
    Transition.GONE_BACK,
    Transition.NEWLY_LISTED,
    Transition.NEWLY_EXEMPT,
    Transition.NO_LONGER_LISTED,
)
DONE = (Transition.NEWLY_DONE, Transition.SEEN_DONE)
OUTCOMES = {
    Outcome.MISSED: ("không hoàn thành đúng hạn", "missed"),
    Outcome.OVERDUE: ("quá hạn, chưa rõ kết quả", "overdue with no result known"),
    Outcome.MET_LATE: ("hoàn thành quá hạn", "met late"),
    Outcome.SHOWN_LATER: ("đã hoàn thành, chưa rõ có đúng hạn hay không", "met, whether in time is not known"),
    Outcome.MET: ("hoàn thành đúng hạn", "met in time"),
    Outcome.MOVED: ("được điều chỉnh thời hạn", "moved"),
    Outcome.OPEN: ("chưa đến hạn", "not yet due"),
    Outcome.NO_DUE_DATE: ("không nêu thời hạn", "without a due date"),
}


def reasons_text(reasons: Iterable[Reason], pair: Pair, say: Phrases) -> str:
    """Why two observations cannot be subtracted, with what differs."""
    return "; ".join(_reason(reason, pair, say) for reason in reasons)


def _reason(reason: Reason, pair: Pair, say: Phrases) -> str:
    old, new = pair.old, pair.new
    texts = {
        Reason.BREAK_IN_SERIES: (
            f"khác định nghĩa (gián đoạn chuỗi số liệu): “{old.indicator.name_vi}” → “{new.indicator.name_vi}”",
            f"break in series: “{old.indicator.name_en}” → “{new.indicator.name_en}”",
        ),
        Reason.DIFFERENT_UNIVERSE: (
            f"khác phạm vi: {say.who(old, short=False)} → {say.who(new, short=False)}",
            f"different universe: {say.who(old, short=False)} → {say.who(new, short=False)}",
        ),
        Reason.DIFFERENT_N: (
            f"khác tổng số: {_n(old, say)} → {_n(new, say)}",
            f"different N: {_n(old, say)} → {_n(new, say)}",
        ),
        Reason.DIFFERENT_INTERVAL: ("khác khoảng thời gian", "different intervals"),
        Reason.OTHER_FORM: ("số liệu khác dạng", "figures of different forms"),
        Reason.APPROXIMATE: ("số liệu ước tính hoặc làm tròn", "approximate or rounded"),
        Reason.UNDATED: ("không rõ ngày", "date unknown"),
        Reason.DATES_OVERLAP: ("không xác định được ngày nào trước", "not known which date comes first"),
        Reason.OTHER_PUBLISHER: (
            f"khác nơi công bố số liệu: {old.source.entry.reports} → {new.source.entry.reports}",
            f"other publisher: {_publisher(old, say)} → {_publisher(new, say)}",
        ),
    }
    return say(*texts[reason])


def _publisher(seen: Observation, say: Phrases) -> str:
    return say.quoted(seen.source.entry.reports or "")


def _n(seen: Observation, say: Phrases) -> str:
    return say.number(seen.base.value) if seen.base else "?"


def counted(count: int, seen: Observation, say: Phrases) -> str:
    """A number of bodies, with the noun for members of the observation's group."""
    noun = {"provinces": "địa phương", "all": "cơ quan, địa phương"}.get(seen.group.id, "cơ quan")
    return say(f"{count} {noun}", plural(count, "body", "bodies"))


def moved(transitions: Transitions, kind: Transition, say: Phrases) -> str:
    """In short what became of bodies that all moved in one way, and of how many of them that is inferred."""
    mark = inferred_mark(transitions, say)
    return f"{say(*IN_SHORT[kind])}{f' ({mark})' if mark else ''}"


def inferred_mark(transitions: Transitions, say: Phrases) -> str:
    """That they are inferred to be done: `suy ra` of all, `5 suy ra` of some, empty of none."""
    done = len(transitions.along(lambda way: way.kind in DONE and way.new.rationale in INFERRED))
    word = say("suy ra", "inferred")
    return "" if not done else word if done == len(transitions) else f"{done} {word}"
