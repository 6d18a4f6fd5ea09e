"""The words of a comparison: Vietnamese as official reports write it, and English."""

from __future__ import annotations

from typing import TYPE_CHECKING

from egov_tracker.changes.model import Reason, Transition
from egov_tracker.views import phrases
from egov_tracker.views.page import Lang

if TYPE_CHECKING:
    from collections.abc import Iterable
    from decimal import Decimal

    from egov_tracker.changes.model import Pair
    from egov_tracker.model.obligations import Obligation
    from egov_tracker.model.observation import Listing, Observation
    from egov_tracker.model.registry import Body

BANNER = ("So sánh được đến đâu", "What can be compared")
BETTER = ("Chuyển biến tốt", "Better")
WORSE = ("Giảm sút hoặc mới bị nêu tên", "Worse, or newly named")
STILL = ("Chưa thay đổi", "Standing still")
UNCOMPARED = ("Không so sánh được hoặc chưa rõ", "Not comparable, or not known")
ONLY_OLD = ("Chỉ kỳ trước có số liệu", "Only in the earlier quarter")
ONLY_NEW = ("Chỉ kỳ sau có số liệu", "Only in the later quarter")
MAP = ("Sắp xếp lại tổ chức", "Reorganisation")
DUTIES = ("Nghĩa vụ đến hạn và còn mở", "Obligations due and open")
NOTHING = ("Không có thay đổi.", "Nothing changed.")

TRANSITIONS = {
    Transition.NEWLY_DONE: ("mới hoàn thành", "newly done"),
    Transition.SEEN_DONE: ("nay đã hoàn thành, kỳ trước chưa rõ", "done now, not known before"),
    Transition.GONE_BACK: ("đã hoàn thành ở kỳ trước, nay lại chưa", "done before, outstanding now"),
    Transition.NEWLY_LISTED: (
        "mới bị nêu tên chưa hoàn thành, kỳ trước chưa rõ hoặc là đặc thù",
        "newly named as outstanding, not known or exempt before",
    ),
    Transition.STILL_OUTSTANDING: ("vẫn chưa hoàn thành", "still outstanding"),
    Transition.NEWLY_EXEMPT: ("nay được tính là đặc thù", "exempt now"),
    Transition.NO_LONGER_LISTED: (
        "không còn bị nêu tên, nhưng chưa đủ căn cứ để coi là đã hoàn thành",
        "no longer listed, which does not prove them done",
    ),
    Transition.UNKNOWN: ("chưa rõ ở một hoặc cả hai kỳ", "not known in one or both quarters"),
}


def reason(why: Reason, pair: Pair, lang: Lang) -> str:
    """Why two observations cannot be subtracted, with what differs."""
    old, new = pair.old, pair.new
    texts = {
        Reason.BREAK_IN_SERIES: (
            f"khác định nghĩa (đứt chuỗi): “{old.indicator.name_vi}” → “{new.indicator.name_vi}”",
            f"break in series: “{old.indicator.name_en}” → “{new.indicator.name_en}”",
        ),
        Reason.DIFFERENT_UNIVERSE: (
            f"khác phạm vi: {who(old, lang, short=False)} → {who(new, lang, short=False)}",
            f"different universe: {who(old, lang, short=False)} → {who(new, lang, short=False)}",
        ),
        Reason.DIFFERENT_N: (
            f"khác tổng số: {_n(old, lang)} → {_n(new, lang)}",
            f"different N: {_n(old, lang)} → {_n(new, lang)}",
        ),
        Reason.DIFFERENT_INTERVAL: ("khác khoảng thời gian", "different intervals"),
        Reason.OTHER_FORM: ("hai dạng số liệu khác nhau", "figures of different forms"),
        Reason.APPROXIMATE: ("số gần đúng hoặc làm tròn", "approximate or rounded"),
        Reason.UNDATED: ("không rõ ngày", "date unknown"),
        Reason.DATES_OVERLAP: ("không rõ ngày nào trước", "not known which date comes first"),
        Reason.OTHER_PUBLISHER: (
            f"khác nơi đưa ra số liệu: {old.source.entry.reports} → {new.source.entry.reports}",
            f"other publisher: {old.source.entry.reports} → {new.source.entry.reports}",
        ),
    }
    return phrases.pick(texts[why], lang)


def _n(seen: Observation, lang: Lang) -> str:
    return phrases.number(seen.base.value, lang) if seen.base else "?"


def who(seen: Observation, lang: Lang, *, short: bool = True) -> str:
    """Whom, and what part, an observation measures."""
    parts = [phrases.group(seen.group, lang, short=short), phrases.breakdown(seen.indicator, seen.breakdown, lang)]
    if len(seen.indicator.kind) > 1:
        parts.append(phrases.pick(phrases.KINDS[seen.kind], lang))
    return ", ".join(part for part in parts if part)


def value_text(seen: Observation, lang: Lang) -> str:
    """What an observation prints: its figure, and how many it lists."""
    texts = [seen.figure.printed] if seen.figure else []
    if seen.share:
        texts[-1:] = [f"{''.join(texts[-1:])} ({seen.share.printed.printed})".strip()]
    if not texts and seen.done:
        texts.append(phrases.pick((f"{seen.done.total} đã hoàn thành", f"{seen.done.total} done"), lang))
    if seen.outstanding:
        texts.append(_counted(seen.outstanding, ("chưa hoàn thành", "outstanding"), lang))
    if seen.in_progress:
        texts.append(_counted(seen.in_progress, ("đang thực hiện", "in progress"), lang))
    if seen.exempt:
        texts.append(_counted(seen.exempt, ("đặc thù", "exempt"), lang))
    return "; ".join(texts)


def _counted(listing: Listing, noun: tuple[str, str], lang: Lang) -> str:
    text = f"{listing.total} {phrases.pick(noun, lang)}"
    if not listing.unnamed:
        return text
    if not listing.bodies:
        return phrases.pick((f"{text} (không nêu tên)", f"{text} (not named)"), lang)
    return phrases.pick((f"{text} ({listing.unnamed} không nêu tên)", f"{text} ({listing.unnamed} not named)"), lang)


def when(seen: Observation, lang: Lang) -> str:
    """The days an observation speaks of."""
    text = phrases.day(seen.as_of, lang)
    return f"{phrases.day(seen.start, lang)} – {text}" if seen.start else text


def noun(seen: Observation, count: int, lang: Lang) -> str:
    """What the members of a group are called when they are counted."""
    if lang is Lang.EN:
        return "body" if count == 1 else "bodies"
    return {"provinces": "địa phương", "all": "cơ quan, địa phương"}.get(seen.group.id, "cơ quan")


def signed(value: Decimal | int | None, lang: Lang, decimals: int | None = None) -> str:
    """A difference with its sign; empty where there is none to give."""
    if value is None:
        return ""
    text = phrases.number(value, lang, decimals)
    return f"+{text}" if value > 0 else text


def due_date(duty: Obligation, lang: Lang) -> str:
    """When something is due."""
    if not duty.due.first:
        return phrases.pick(("nguồn không in", "not printed"), lang)
    text = phrases.day(duty.due, lang)
    return phrases.pick((f"trước {text}", f"before {text}"), lang) if duty.before else text


def what(duty: Obligation, lang: Lang) -> str:
    """What is due."""
    return phrases.pick((duty.what_vi, duty.what_en), lang)


def with_source(seen: Observation, lang: Lang) -> str:
    """What an observation prints, with its date and source."""
    return f"{value_text(seen, lang)} ({when(seen, lang)}, {seen.source.id})"


def with_date(seen: Observation, lang: Lang) -> str:
    """What an observation prints, with its date."""
    return f"{value_text(seen, lang)} ({when(seen, lang)})"


def names(bodies: Iterable[Body], lang: Lang) -> str:
    """The names of bodies, in their order."""
    return ", ".join(phrases.body(body, lang) for body in bodies)
