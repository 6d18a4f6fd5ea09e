"""Written by tools/packaged_templates.py from templates/appendix.md.j2, and not to be changed by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from egov_tracker.render.markdown import shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


def body(appendix: Any, level: Any) -> Iterator[str]:
    yield shown(Markup(level))
    yield ' '
    yield shown((''.join(map(str, (appendix.label, '. '))) if appendix.label else ''))
    yield shown(appendix.title)
    yield '\n'
    if appendix.reference:
        yield '\n*'
        yield shown(str(appendix.reference).replace('\n', ' '))
        yield '*\n'
    for list in appendix.lists:
        if (len(appendix.lists) > 1):
            yield '\n**'
            yield shown(list.heading)
            yield '**\n'
        yield '\n|'
        for _ in range(list.columns):
            yield ' '
            yield shown(list.number_title)
            yield ' | '
            yield shown(list.name_title)
            yield ' |'
        yield '\n|'
        for _ in range(list.columns):
            yield ':---:|---|'
        yield '\n'
        for row in list.rows:
            yield '|'
            for entry in row:
                yield ' '
                yield shown((entry[0] if entry else ''))
                yield ' | '
                yield shown((entry[1] if entry else ''))
                yield ' |'
            yield '\n'


def write(values: Mapping[str, Any]) -> Iterator[str]:
    if ('document' in values):
        yield from body(values['document'].appendix, '#')
        for note in values['document'].notes:
            yield '\n'
            yield shown(note)
            yield '\n'
