"""The reading as one web page: the text with its marked passages on the left, the claims on the right."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from egov_tracker.reading.mentions import Class
from egov_tracker.reading.records import claim_keys
from egov_tracker.values import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from egov_tracker.reading.claims import Claim
    from egov_tracker.reading.draft import Entry

_STYLE = """
:root { color-scheme: light dark; --edge: #8884; --clean: #2a7d3f; --doubt: #b26a00; --plan: #5a55c8; --other: #777; }
* { box-sizing: border-box; }
body { margin: 0; font: 16px/1.6 system-ui, sans-serif; }
header { padding: .75rem 1.25rem; border-bottom: 1px solid var(--edge); }
h1 { font-size: 1.1rem; margin: 0; } h2 { font-size: 1rem; margin: 1.5rem 0 .5rem; }
main { display: grid; grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); }
.text, .claims { padding: 1rem 1.25rem; overflow: auto; height: calc(100vh - 5.5rem); }
.text { white-space: pre-wrap; overflow-wrap: anywhere; border-right: 1px solid var(--edge); }
mark { background: none; color: inherit; border-bottom: 2px solid var(--other); scroll-margin: 5rem; }
mark a { color: inherit; text-decoration: none; }
mark.clean { border-color: var(--clean); background: #2a7d3f22; }
mark.doubted { border-color: var(--doubt); background: #b26a0022; }
mark.plan { border-color: var(--plan); background: #5a55c822; } mark.unread { border-bottom-style: dashed; }
mark:target, article:target { outline: 3px solid Highlight; }
article { border-left: 4px solid var(--doubt); padding: .25rem .75rem; margin: 0 0 1rem; scroll-margin: 1rem; }
article.clean { border-color: var(--clean); } article.plan { border-color: var(--plan); }
article p { margin: .15rem 0; } .figure { font-weight: 650; } .code { font: .8em ui-monospace, monospace; }
ul { margin: .25rem 0; padding-left: 1.2rem; } small { color: var(--other); }
@media (max-width: 50rem) { main { grid-template-columns: 1fr; } .text, .claims { height: auto; border: 0; } }
@media print { .text, .claims { height: auto; } }
"""
_SLOTS = {
    "value": "đã hoàn thành hoặc giá trị",
    "done": "đã hoàn thành",
    "outstanding": "chưa hoàn thành",
    "exempt": "đặc thù",
    "in_progress": "đang thực hiện",
}
_CLASSES = {
    Class.DATE: "ngày, tháng",
    Class.TIME: "giờ",
    Class.LEGAL: "số hiệu văn bản",
    Class.LIST_NUMBER: "số thứ tự",
    Class.MONEY: "tiền",
    Class.PHONE: "điện thoại",
    Class.LEVEL: "mức độ",
    Class.DURATION: "khoảng thời gian",
    Class.ORDINAL: "số chỉ thứ tự",
    Class.CODE: "mã, địa chỉ",
    Class.PLAN: "kế hoạch, mục tiêu",
    Class.CHANGE: "mức tăng, giảm",
    Class.AVERAGE: "bình quân",
    Class.EXAMPLE: "ví dụ",
    Class.SHARE: "tỷ lệ kèm theo",
    Class.REPEAT: "nhắc lại",
    Class.NAMES: "danh sách tên",
    Class.UNREAD: "chưa đọc được",
    Class.FIGURE: "số liệu",
}


class Marked(NamedTuple):
    """A stretch of text to be marked: its place, its look, where it leads, and its own name if it has one."""

    start: int
    end: int
    look: str
    target: str
    id: str


def write_page(entries: Sequence[Entry]) -> str:
    """Write one page for one or more documents; it needs no script and nothing from elsewhere."""
    title = ", ".join(entry.id for entry in entries)
    body = "".join(_document(entry, number) for number, entry in enumerate(entries, 1))
    return (
        f'<!DOCTYPE html>\n<html lang="vi">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>{escape(title)}</title>\n'
        f"<style>{_STYLE}</style>\n</head>\n<body>\n{body}</body>\n</html>\n"
    )


def _document(entry: Entry, number: int) -> str:
    reading = entry.reading
    clean = sum(claim.is_clean for claim in reading.claims)
    counts = (
        f"{len(reading.claims)} số liệu, {clean} không nghi vấn · {len(reading.proposals)} kế hoạch · "
        f"{reading.digits.classified}/{reading.digits.runs} nhóm chữ số đã phân loại"
    )
    head = f"<header><h1>{escape(entry.title)}</h1><small>{escape(entry.id)} · {counts}</small></header>\n"
    text = "".join(_marked_text(reading.source.text, _marks(entry, number)))
    claims = "".join(_claims(entry, number))
    return (
        f'{head}<main>\n<section class="text" aria-label="Văn bản">{text}</section>\n'
        f'<section class="claims" aria-label="Số liệu">{claims}</section>\n</main>\n'
    )


def _marks(entry: Entry, number: int) -> list[Marked]:
    """Give the stretches to mark, in order; where two overlap, the one found first stays."""
    marks: list[Marked] = []
    for index, claim in enumerate(entry.reading.claims):
        look, target = "clean" if claim.is_clean else "doubted", f"c{number}-{index}"
        spans = ([claim.value] if claim.value else []) + [name.anchor for name in claim.names]
        marks += [Marked(*span, look, target, f"t{number}-{index}" if at == 0 else "") for at, span in enumerate(spans)]
    marks += [
        Marked(*each.value, "plan", f"p{number}-{index}", f"q{number}-{index}")
        for index, each in enumerate(entry.reading.proposals)
    ]
    planned = {each.value[0] for each in entry.reading.proposals}
    marks += [
        Marked(each.start, each.end, f"unread|{_CLASSES[each.kind]}", "", "")
        for each in entry.reading.unread
        if each.start not in planned
    ]
    ordered: list[Marked] = []
    for mark in sorted(marks, key=lambda mark: (mark.start, mark.look.startswith("unread"), mark.end)):
        if not ordered or mark.start >= ordered[-1].end:
            ordered.append(mark)
    return ordered


def _marked_text(text: str, marks: Iterable[Marked]) -> Iterator[str]:
    at = 0
    for mark in marks:
        yield escape(text[at : mark.start])
        yield _mark(mark, escape(text[mark.start : mark.end]))
        at = mark.end
    yield escape(text[at:])


def _mark(mark: Marked, inner: str) -> str:
    look, _, label = mark.look.partition("|")
    if label:
        return f'<mark class="{look}" title="{label}">{inner}</mark>'
    name = f' id="{mark.id}"' if mark.id else ""
    return f'<mark class="{look}"{name}><a href="#{mark.target}">{inner}</a></mark>'


def _claims(entry: Entry, number: int) -> Iterator[str]:
    reading = entry.reading
    yield "<h2>Số liệu</h2>"
    for index, (claim, key) in enumerate(zip(reading.claims, claim_keys(reading.claims), strict=True)):
        yield _claim(claim, key, number, index)
    if reading.proposals:
        yield "<h2>Kế hoạch, mục tiêu, chỉ đạo</h2>"
    for index, proposal in enumerate(reading.proposals):
        due = f" · thời hạn {proposal.due}" if proposal.due else ""
        link = f'<a href="#q{number}-{index}">{escape(proposal.printed)}</a>'
        yield f'<article class="plan" id="p{number}-{index}"><p class="figure">{link}{due}</p></article>\n'


def _claim(claim: Claim, key: str, number: int, index: int) -> str:
    parts = "".join(f" · {escape(name)} {escape(value)}" for name, value in claim.breakdown)
    figure = escape(claim.printed) if claim.printed else f"{len(claim.names)} tên"
    names = f"<p>{escape('; '.join(name.printed for name in claim.names))}</p>" if claim.names else ""
    doubts = "".join(
        f'<li><span class="code">{each.code.value}</span> {escape(each.message)}</li>' for each in claim.doubts
    )
    listed = f"<ul>{doubts}</ul>" if doubts else ""
    return (
        f'<article class="{"clean" if claim.is_clean else "doubted"}" id="c{number}-{index}">'
        f'<p class="figure"><a href="#t{number}-{index}">{figure}</a> · {_SLOTS[claim.slot]}</p>'
        f"<p>{escape(claim.indicator)} · {escape(claim.group)}{parts} · {escape(claim.as_of)}</p>"
        f'{names}{listed}<small class="code">{escape(key)}</small></article>\n'
    )
