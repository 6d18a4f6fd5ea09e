"""The life of a body in words: its names, from when to when it existed, what it came from and what became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from egov_tracker.model.registry import Absorption, Body, Registry
    from egov_tracker.text.dates import AsOf
    from egov_tracker.views.phrases import Phrases


def life_of(body: Body, registry: Registry, say: Phrases) -> tuple[str, ...]:
    """The points of the life of a body, each a sentence without its full stop."""
    return tuple(_points(body, registry, say))


def _points(body: Body, registry: Registry, say: Phrases) -> Iterator[str]:
    if body.name_official and body.name_official != body.name_vi:
        yield f"{say('Tên đầy đủ', 'Full name')}: {say.quoted(body.name_official)}"
    yield f"{say('Tên tiếng Anh', 'Vietnamese name')}: {say(body.name_en, say.quoted(body.name_vi))}"
    others = dict.fromkeys(name for name in (body.short, *body.aliases) if name and name != body.name_vi)
    if others:
        yield f"{say('Tên khác', 'Other names')}: {'; '.join(map(say.quoted, others))}"
    if body.identifier:
        yield f"{say('Mã định danh', 'Identifier')}: {body.identifier}"
    if body.valid_from:
        yield f"{say('Từ', 'From')} {say.day(body.valid_from)}{_under(body, body.basis, 'basis', registry, say)}"
    yield from _came_from(body, registry, say)
    for absorption in body.absorbed:
        yield _absorbed(absorption, registry, say)
    if body.valid_to:
        yield f"{say('Đến', 'Until')} {say.day(body.valid_to)}{_under(body, body.ended_by, 'ended_by', registry, say)}"
    yield from _became(body, registry, say)
    if body.note:
        yield say.quoted(body.note)


def _under(body: Body, basis: str | None, field: str, registry: Registry, say: Phrases) -> str:
    """The legal document of a change, and whether no source confirms it."""
    if not basis:
        return ""
    document = registry.legal_basis[basis]
    doubt = "" if document.verified and field not in body.unverified else say(", chưa kiểm chứng", ", not verified")
    return say(f", theo {document.text}{doubt}", f", under {say.document(document.text)}{doubt}")


def _came_from(body: Body, registry: Registry, say: Phrases) -> Iterator[str]:
    """The chain of bodies before it, each step a line."""
    for one in _chain(body, "predecessors", registry):
        before = "; ".join(with_life(registry.by_id[id_], say) for id_ in one.predecessors)
        of = "" if one is body else say(f" của {one.name_vi}", f" of {one.name_en}")
        yield f"{say('Tiền thân', 'Predecessors')}{of}: {before}"


def _became(body: Body, registry: Registry, say: Phrases) -> Iterator[str]:
    for one in _chain(body, "successors", registry):
        after = "; ".join(with_life(registry.by_id[id_], say) for id_ in one.successors)
        of = "" if one is body else say(f" của {one.name_vi}", f" of {one.name_en}")
        yield f"{say('Kế tục', 'Successors')}{of}: {after}"


def _chain(body: Body, field: str, registry: Registry) -> Iterator[Body]:
    """A body and those before or after it, as far as they have predecessors or successors themselves, each once."""
    waiting, seen = [body], {body.id}
    while waiting:
        one = waiting.pop(0)
        if links := getattr(one, field):
            yield one
        waiting += [registry.by_id[id_] for id_ in links if id_ not in seen]
        seen |= set(links)


def _absorbed(absorption: Absorption, registry: Registry, say: Phrases) -> str:
    names = "; ".join(say.body(registry.by_id[id_]) for id_ in absorption.bodies)
    document = registry.legal_basis.get(absorption.basis)
    under = document.text if document else absorption.basis
    doubt = "" if document and document.verified else say(", chưa kiểm chứng", ", not verified")
    day = say.day(absorption.date)
    return say(
        f"Tiếp nhận ngày {day}, theo {under}{doubt}: {names}",
        f"Took over on {day}, under {say.document(under)}{doubt}: {names}",
    )


def with_life(body: Body, say: Phrases) -> str:
    """A name with the years of its life in brackets, where the registry knows them."""
    life = life_span(body.valid_from, body.valid_to, say)
    return f"{say.body(body)} ({life})" if life else say.body(body)


def life_span(first: AsOf | None, last: AsOf | None, say: Phrases) -> str:
    """From when to when a body existed, as far as the registry knows it; empty where it has no dates."""
    if first and last:
        return f"{say.day(first)} – {say.day(last)}"
    if first:
        return f"{say('từ', 'from')} {say.day(first)}"
    return f"{say('đến', 'until')} {say.day(last)}" if last else ""
