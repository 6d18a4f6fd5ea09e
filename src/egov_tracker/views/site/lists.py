"""The lists of a site: all bodies, all sources, all findings, what can be downloaded, and what the site is."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from egov_tracker.errors import TextError
from egov_tracker.model.rules import RULES_BY_ID
from egov_tracker.model.terms import BodyKind
from egov_tracker.text.quarters import parse_quarter
from egov_tracker.views.body_signs import IN_BRACKETS, MEANINGS
from egov_tracker.views.lineage import life_span
from egov_tracker.views.page import Align, Items, Page, Paragraph, Section, Table
from egov_tracker.views.site.links import Linked, body_path, quarter_path, source_path
from egov_tracker.views.site.sources import title_of
from egov_tracker.views.tables.definitions import BODIES as STATES
from egov_tracker.views.tables.definitions import SCHEMAS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from egov_tracker.model.findings import Finding, Location
    from egov_tracker.model.registry import Body
    from egov_tracker.views.agency import AgencyViews
    from egov_tracker.views.phrases import Phrases
    from egov_tracker.views.site.sources import SourceUse
    from egov_tracker.views.tables.rows import LedgerContent

DATA = "data"  # the folder of what can be downloaded
OFFERED = tuple(schema for schema in SCHEMAS if schema is not STATES)  # the state of every body is on the pages
KINDS = {
    BodyKind.MINISTRY: ("Bộ", "Ministries"),
    BodyKind.MINISTRY_LEVEL: ("Cơ quan ngang bộ", "Ministry-level agencies"),
    BodyKind.GOVERNMENT_AGENCY: ("Cơ quan thuộc Chính phủ", "Government agencies"),
    BodyKind.PROVINCE: ("Tỉnh", "Provinces"),
    BodyKind.CITY: ("Thành phố trực thuộc Trung ương", "Cities"),
}
BODIES = (
    (("Cơ quan", "Body"), Align.LEFT),
    (("Thời gian", "Years"), Align.LEFT),
    (("Số lần được nêu tên", "Times named"), Align.RIGHT),
    (("Số việc được đôn đốc", "Reminded of"), Align.RIGHT),
)
SOURCES = (
    (("Văn bản", "Document"), Align.LEFT),
    (("Quý", "Quarter"), Align.LEFT),
    (("Nơi phát hành", "Publisher"), Align.LEFT),
    (("Ngày", "Date"), Align.LEFT),
    (("Số liệu", "Figures"), Align.RIGHT),
)
FINDINGS = (
    (("Quy tắc", "Rule"), Align.LEFT),
    (("Nơi", "Place"), Align.LEFT),
    (("Nội dung", "What"), Align.LEFT),
    (("Giải thích", "Explained by"), Align.LEFT),
)


def bodies_page(bodies: Sequence[Body], views: AgencyViews, say: Phrases) -> Page:
    """Every body that has a page, by kind: how often it is named, and of how many things it was reminded."""
    reminded: dict[str, int] = {}
    for one in views.reminders((), None, 1).reminded:
        reminded[one.body.id] = reminded.get(one.body.id, 0) + 1
    sections = []
    for kind, words in KINDS.items():
        rows = tuple(_body(body, views, reminded, say) for body in bodies if body.kind is kind)
        if rows:
            sections.append(Section(say(*words), (Table(say.columns(BODIES), rows, say(*words)),)))
    return Page(say.lang, say("Cơ quan", "Bodies"), (), tuple(sections))


def _body(body: Body, views: AgencyViews, reminded: dict[str, int], say: Phrases) -> tuple[str, ...]:
    named = len(views.histories.of(body).named)
    return (
        Linked(say.body(body), body_path(body.id)),
        life_span(body.valid_from, body.valid_to, say),
        str(named or ""),
        str(reminded.get(body.id, "")),
    )


def sources_page(sources: Sequence[SourceUse], say: Phrases) -> Page:
    """Every document, in the order of the quarters."""
    title = say("Nguồn", "Sources")
    rows = tuple(
        (
            Linked(title_of(use.source), source_path(use.key)),
            say.quarter(use.quarter),
            use.source.entry.publisher or "",
            say.day(use.source.entry.date) if use.source.entry.date else "",
            str(len(use.views) or ""),
        )
        for use in sources
    )
    return Page(say.lang, title, (), (Section("", (Table(say.columns(SOURCES), rows, title),)),))


def findings_page(content: LedgerContent, say: Phrases) -> Page:
    """What the checker finds: contradictions of sources, and the remarks that explain them."""
    title = say("Kết quả kiểm tra", "Findings")
    known = {str(snapshot.period) for snapshot in content.snapshots}
    rows = tuple(_finding(found, known, say) for found in sorted(content.findings, key=lambda one: one.sort_key))
    lead = say(
        "Mâu thuẫn trong nguồn và giữa các nguồn; không số liệu nào bị sửa. Nội dung bằng tiếng Anh.",
        "Contradictions in sources and between them; no figure is changed.",
    )
    nothing = Paragraph(say("Không có.", "None."))
    table = Table(say.columns(FINDINGS), rows, title)
    return Page(say.lang, title, (lead,), (Section("", (table if rows else nothing,)),))


def _finding(found: Finding, known: set[str], say: Phrases) -> tuple[str, ...]:
    rule = RULES_BY_ID.get(found.rule)
    title = say(rule.title_vi, rule.title_en) if rule else ""
    return (
        f"{found.rule}, {title}" if title else found.rule,
        _place(found.location, known),
        found.message,
        found.remark or "",
    )


def _place(location: Location, known: set[str]) -> str:
    """The file and its line; a snapshot leads to its quarter."""
    path = PurePath(location.path)
    text = f"{path.name}:{location.line}"
    try:
        quarter = parse_quarter(path.stem)
    except TextError:
        return text
    return Linked(text, quarter_path(quarter)) if str(quarter) in known else text


def downloads_page(say: Phrases) -> Page:
    """The tables of the ledger, each with what it holds."""
    files = [Linked(f"datapackage.json ({say('mô tả các bảng', 'describes the tables')})", f"{DATA}/datapackage.json")]
    files += [Linked(f"{one.name}.csv: {say(one.vi, one.en)}", f"{DATA}/{one.name}.csv") for one in OFFERED]
    lead = say(
        "Các bảng CSV (UTF-8) và tệp mô tả theo chuẩn Data Package; ô trống là nguồn không nêu.",
        "CSV tables (UTF-8), described as a Data Package; an empty cell is not printed.",
    )
    return Page(say.lang, say("Tải về", "Downloads"), (lead,), (Section("", (Items(tuple(files)),)),))


def about_page(content: LedgerContent, title: str, say: Phrases) -> Page:
    """What the site is made from, what it promises, and what its signs mean."""
    return Page(say.lang, say("Giới thiệu", "About"), (), tuple(_about(content, title, say)))


def _about(content: LedgerContent, title: str, say: Phrases) -> Iterator[Section]:
    last = say.quarter(content.snapshots[-1].period)
    yield Section(
        say("Trang này là gì", "What this is"),
        (
            Paragraph(
                say(
                    f"Sổ số liệu “{title}”, đến {last}: những gì báo cáo quý, công văn và bài báo đã in về việc thực "
                    "hiện Nghị quyết 36a/NQ-CP về Chính phủ điện tử.",
                    f"The ledger “{title}”, up to {last}: what quarterly reports, letters and articles printed about "
                    "Resolution 36a/NQ-CP on e-government.",
                )
            ),
            Items(
                (
                    say(
                        "Không suy diễn: nguồn không nêu thì để trống; điều suy ra có ghi (suy ra).",
                        "Nothing is invented: what is not printed is empty, what is inferred is marked.",
                    ),
                    say(
                        "Không làm mượt: số liệu giữ như nguồn in, mâu thuẫn có chú thích.",
                        "Nothing is smoothed: figures are kept as printed, contradictions have notes.",
                    ),
                    say(
                        "Truy được nguồn: mỗi số liệu dẫn đến văn bản và chỗ in trong văn bản.",
                        "Everything is traceable: a figure leads to its document and to the place in it.",
                    ),
                )
            ),
        ),
    )
    meanings = tuple(f"{sign} {say(*meaning)}" for sign, meaning in MEANINGS.items())
    yield Section(say("Ký hiệu", "Signs"), (Items((*meanings, say(*IN_BRACKETS))),))
