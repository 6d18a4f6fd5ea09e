"""Written by tools/packaged_templates.py from templates/page.md.j2, and not to be changed by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from egov_tracker.render.markdown import shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


def table(block: Any) -> Iterator[str]:
    rules = {'left': '---', 'center': ':---:', 'right': '---:'}
    yield '\n|'
    for column in block.columns:
        yield ' '
        yield shown(column.title)
        yield ' |'
    yield '\n|'
    for column in block.columns:
        yield shown(Markup(rules[column.align]))
        yield '|'
    yield '\n'
    for row in block.rows:
        yield '|'
        for cell in row:
            yield ' '
            yield shown(cell)
            yield ' |'
        yield '\n'


def write(values: Mapping[str, Any]) -> Iterator[str]:
    if values['page'].frame:
        from egov_tracker.render.packaged import official_form_md as office
        yield from office.head(values['page'].frame.form)
        yield '# '
        yield shown(values['page'].frame.kind)
        yield '\n\n**'
        yield shown(values['page'].frame.title)
        yield '**\n'
        if values['page'].frame.form.recipients:
            yield '\n'
            yield from office.recipients(values['page'].frame.form)
    else:
        yield '# '
        yield shown(values['page'].title)
        yield '\n'
    for line in values['page'].lead:
        yield '\n'
        yield shown(line)
        yield '\n'
    for number_1, section in enumerate(values['page'].sections):
        if section.heading:
            yield '\n## '
            yield shown(section.heading)
            yield '\n'
        for block in section.blocks:
            if hasattr(block, 'columns'):
                yield from table(block)
            elif hasattr(block, 'texts'):
                yield '\n'
                for text in block.texts:
                    yield '- '
                    yield shown(text)
                    yield '\n'
            else:
                yield '\n'
                yield shown(block.text)
                yield '\n'
        if (values['page'].frame and ((number_1 + 1) == values['page'].frame.signed)):
            yield from office.foot(values['page'].frame.form)
    if values['page'].footnotes:
        yield '\n## '
        yield shown(values['page'].headings['footnotes'])
        yield '\n\n'
        for note in values['page'].footnotes:
            yield '- ('
            yield shown(note.number)
            yield ') '
            yield shown(note.text)
            yield '\n'
    if values['page'].sources:
        yield '\n## '
        yield shown(values['page'].headings['sources'])
        yield '\n\n'
        for source in values['page'].sources:
            yield '- '
            yield shown(source)
            yield '\n'
