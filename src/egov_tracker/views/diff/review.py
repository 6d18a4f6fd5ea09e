"""The review of the ledger: what was corrected between two states of one quarter's file, and of the definitions."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from egov_tracker.changes.compare import compare_snapshots
from egov_tracker.changes.corrections import compare_documents
from egov_tracker.changes.model import BodiesMoved
from egov_tracker.values import NamedTuple
from egov_tracker.views.diff import phrases
from egov_tracker.views.diff.changes import DiffView
from egov_tracker.views.page import RIGID, Align, Items, Page, Paragraph, Section, Table
from egov_tracker.views.phrases import Phrases, plural

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from egov_tracker.changes.corrections import Correction
    from egov_tracker.model.findings import Location
    from egov_tracker.model.observation import Observation, Snapshot
    from egov_tracker.store.document import Document
    from egov_tracker.store.ledger import Definitions
    from egov_tracker.views.page import Block, Lang
    from egov_tracker.views.status import Filters

COLUMNS = (
    (("Mục", "Entry"), Align.LEFT),
    (("Trường", "Field"), Align.LEFT, RIGID),
    (("Trước", "Before"), Align.LEFT),
    (("Sau", "After"), Align.LEFT),
    (("Dòng", "Line"), Align.RIGHT, RIGID),
)
SECTIONS = {
    "observations": (("Số liệu", "Figures"), ("số liệu", "figure", "figures")),
    "sources": (("Nguồn", "Sources"), ("nguồn", "source", "sources")),
}
OTHERS = (("Các mục khác", "Other entries"), ("mục khác", "other entry", "other entries"))


class Reviewed(NamedTuple):
    """One field that differs, in which file, and of which figure; None where it is none's."""

    file: str
    correction: Correction
    old: Observation | None = None
    new: Observation | None = None

    @property
    def seen(self) -> Observation | None:
        """The figure as it is now, or as it was where it is gone."""
        return self.new or self.old


class States(NamedTuple):
    """Two states of the ledger: a quarter's file as snapshot and as text, and the definitions that differ, by file."""

    old: Snapshot
    new: Snapshot
    documents: tuple[Document, Document]
    definitions: Mapping[str, tuple[Document, Document]]


def view_review(states: States, definitions: Definitions, lang: Lang, filters: Filters | None = None) -> DiffView:
    """Every field that differs between two states of one quarter, and the bodies whose state differs for that.

    With filters, only the figures that pass them.
    """
    kept = [one for one in _reviewed(states) if _wanted(one, filters)]
    changes = tuple(_moves(states, definitions, filters))
    path = (states.old, states.new)
    names = str(states.old.period), str(states.new.period)
    return DiffView(*names, path, changes, definitions, lang, filters, reviewed=tuple(kept))


def _moves(states: States, definitions: Definitions, filters: Filters | None) -> Iterator[BodiesMoved]:
    """The lists by which the state of single bodies differs, with those bodies alone."""
    for change in compare_snapshots(states.old, states.new, definitions):
        if isinstance(change, BodiesMoved):
            asked = filters is None or any(map(filters.wants, change.pair[:2]))
            if change.transitions.moved and asked:
                yield change._replace(transitions=change.transitions.along(lambda way: way.differs))


def _reviewed(states: States) -> Iterator[Reviewed]:
    olds, news = _by_location(states.old), _by_location(states.new)
    old, new = states.documents
    for one in compare_documents(old, new):
        before = None if one.is_added else olds.get(old.location(*one.old_entry))
        after = None if one.is_taken_out else news.get(new.location(*one.new_entry))
        yield Reviewed(states.new.path, one, *((before, after) if one.section == "observations" else ()))
    for file, documents in states.definitions.items():
        yield from (Reviewed(file, one) for one in compare_documents(*documents))


def _by_location(snapshot: Snapshot) -> dict[Location, Observation]:
    found: dict[Location, Observation] = {}
    for seen in snapshot.observations:
        found.setdefault(seen.location, seen)
    return found


def _wanted(one: Reviewed, filters: Filters | None) -> bool:
    if filters is None or filters.admits_all:
        return True
    return any(seen is not None and filters.wants(seen) for seen in (one.old, one.new))


def review_page(view: DiffView, data: str) -> Page:
    """What was corrected, as a page: counted, then field by field, then the bodies whose state differs."""
    say = Phrases(view.lang)
    period = say.quarter(view.path[-1].period)
    return Page(
        lang=view.lang,
        title=say(
            f"Đính chính sổ số liệu {period}: {view.old} → {view.new}",
            f"Corrections of the ledger, {period}: {view.old} → {view.new}",
        ),
        lead=(say.data(data),),
        sections=tuple(_sections(view, say)),
        headings=say.headings,
    )


def _sections(view: DiffView, say: Phrases) -> Iterator[Section]:
    reviewed = view.reviewed or ()
    if not reviewed:
        yield Section("", (Paragraph(say(*phrases.NOTHING)),))
        return
    yield Section(say("Tóm tắt", "Summary"), (Items(tuple(_summary(view, reviewed, say))),))
    for heading, file, section in _parts(reviewed, view.path[-1].path, say):
        them = [one for one in reviewed if one.file == file and _section(one) == section]
        yield Section(heading, (Table(say.columns(COLUMNS), tuple(_row(one, say) for one in them)),))
    if blocks := tuple(_consequences(view, say)):
        yield Section(say("Trạng thái của từng cơ quan thay đổi theo", "Bodies whose state differs for that"), blocks)


def _section(one: Reviewed) -> str:
    return one.correction.section if one.correction.section in SECTIONS else ""


def _parts(reviewed: Sequence[Reviewed], own: str, say: Phrases) -> Iterator[tuple[str, str, str]]:
    """The tables of a page: heading, file and section, those of the quarter's own file first."""
    for file in dict.fromkeys((own, *(one.file for one in reviewed))):
        sections = {_section(one) for one in reviewed if one.file == file}
        for section in (*SECTIONS, ""):
            if section in sections:
                title = say(*SECTIONS.get(section, OTHERS)[0])
                yield title if file == own else file, file, section


def _summary(view: DiffView, reviewed: Sequence[Reviewed], say: Phrases) -> Iterator[str]:
    """How many fields were corrected, and how many entries were added and taken out, of each kind."""
    file = view.path[-1].path
    for section in (*SECTIONS, ""):
        if counts := _counted([one for one in reviewed if (one.file, _section(one)) == (file, section)], section, say):
            yield counts
    for name, count in Counter(one.file for one in reviewed if one.file != file).items():
        yield say(f"Định nghĩa, {name}: {count} trường.", f"Definitions, {name}: {plural(count, 'field')}.")
    if bodies := len({one.body.id for change in _lists(view) for one in change.transitions}):
        yield say(
            f"Trạng thái của {bodies} cơ quan thay đổi theo.",
            f"The state of {plural(bodies, 'body', 'bodies')} differs for that.",
        )


def _counted(them: Sequence[Reviewed], section: str, say: Phrases) -> str:
    vi, one_en, many_en = SECTIONS.get(section, OTHERS)[1]

    def noun(count: int) -> str:
        return say(f"{count} {vi}", plural(count, one_en, many_en))

    whole = [one for one in them if not one.correction.field]
    added = sum(one.correction.old is None for one in whole)
    fields = len(them) - len(whole)
    entries = len({one.correction.new_entry for one in them if one.correction.field})
    texts = []
    if fields:
        texts.append(
            say(
                f"đính chính {fields} trường của {noun(entries)}",
                f"{plural(fields, 'field')} corrected in {noun(entries)}",
            )
        )
    if added:
        texts.append(say(f"thêm {noun(added)}", f"{noun(added)} added"))
    if gone := len(whole) - added:
        texts.append(say(f"bỏ {noun(gone)}", f"{noun(gone)} taken out"))
    text = "; ".join(texts)
    return f"{text[:1].upper()}{text[1:]}." if text else ""


def _row(one: Reviewed, say: Phrases) -> tuple[str, ...]:
    correction = one.correction
    if correction.field:
        old, new, field = correction.old, correction.new, correction.field
    else:
        old, new = (_whole(text, seen, say) for text, seen in ((correction.old, one.old), (correction.new, one.new)))
        field = say("(bỏ)", "(taken out)") if correction.new is None else say("(thêm)", "(added)")
    return (_entry(one, say), field, _shown(old, say), _shown(new, say), _lines(correction))


def _whole(text: str | None, seen: Observation | None, say: Phrases) -> str | None:
    return text if text is None or seen is None else f"{say.value(seen)} ({seen.source.id}, {seen.at})"


def _shown(text: str | None, say: Phrases) -> str:
    """What a side has; a dash where it has no such field."""
    return "–" if text is None else text or say("(trống)", "(empty)")


def _entry(one: Reviewed, say: Phrases) -> str:
    """A figure by what it measures, of whom and when; another entry by its key."""
    if one.seen:
        return f"{say.subject(one.seen)}, {say.days(one.seen)}"
    return str(one.correction.where[1] if len(one.correction.where) > 1 else one.correction.section)


def _lines(correction: Correction) -> str:
    places = (correction.old_place, correction.new_place)
    return " → ".join(str(place.line) if place else "–" for place in places)


def _lists(view: DiffView) -> list[BodiesMoved]:
    return [change for change in view.changes if isinstance(change, BodiesMoved)]


def _consequences(view: DiffView, say: Phrases) -> Iterator[Block]:
    """Each body whose state differs, in words that judge nothing."""
    texts = [
        f"{say.subject(change.pair.new)}, {say.days(change.pair.new)} – {say.body(one.body)}: "
        f"{say.state(one.old).lower()} → {say.state(one.new).lower()}"
        for change in _lists(view)
        for one in change.transitions
    ]
    if texts:
        yield Items(tuple(texts))
