"""Written by tools/packaged_templates.py from templates/appendix.html.j2, and not to be changed by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from egov_tracker.render.html import shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


def lists(appendix: Any) -> Iterator[str]:
    for list in appendix.lists:
        yield '<div class="scroll" role="group" tabindex="0" aria-label="'
        yield shown((list.heading or appendix.title))
        yield '">\n<table class="list columns-'
        yield shown(list.columns)
        yield '">\n<caption'
        if (len(appendix.lists) == 1):
            yield ' class="hidden"'
        yield '>'
        yield shown(list.heading)
        yield '</caption>\n<colgroup>'
        for _ in range(list.columns):
            yield '<col class="stt"><col>'
        yield '</colgroup>\n<thead>\n<tr>'
        for _ in range(list.columns):
            yield '<th scope="col">'
            yield shown(list.number_title)
            yield '</th><th scope="col">'
            yield shown(list.name_title)
            yield '</th>'
        yield '</tr>\n</thead>\n<tbody>\n'
        for row in list.rows:
            yield '<tr>'
            for entry in row:
                if entry:
                    yield '<td class="center">'
                    yield shown(entry[0])
                    yield '</td><td>'
                    yield shown(entry[1])
                    yield '</td>'
                else:
                    yield '<td></td><td></td>'
            yield '</tr>\n'
        yield '</tbody>\n</table>\n</div>\n'


def heading(appendix: Any, level: Any = 'h2') -> Iterator[str]:
    if appendix.label:
        yield '<p class="label">'
        yield shown(appendix.label)
        yield '</p>\n'
    yield '<'
    yield shown(level)
    yield ' class="title">'
    yield shown(appendix.title)
    yield '</'
    yield shown(level)
    yield '>\n'
    if appendix.reference:
        yield '<p class="reference">'
        yield shown(appendix.reference)
        yield '</p>\n'


def style(regime: Any) -> Iterator[str]:
    yield (
        '.title { text-align: center; font-size: 1em; margin: .2em 0 .4em; }\n'
        '.label { text-align: center; font-weight: bold; font-size: 14pt; break-after: avoid; margin: 0; }\n'
        '.reference { text-align: center; font-style: italic; break-after: avoid; }\n'
        'table.list { font-size: 12pt; margin: 0 auto 1em; table-layout: fixed; max-width: 160mm; }\n'
        'table.list.columns-1 { max-width: 125mm; }\n'
        'table.list caption { text-align: center; font-weight: bold; font-style: normal; font-size: 13pt; padding: .4em 0; }\n'
        'table.list th, table.list td { padding: .15em .3em; }\n'
        'col.stt { width: 2.6em; }\n'
    )
    number = Markup('content: counter(page); font: 13pt "Times New Roman", "Liberation Serif", serif;')
    yield '@page { size: A4; margin: 20mm 20mm 20mm 30mm; '
    yield shown(('@bottom-right' if (regime == 'tt01') else '@top-center'))
    yield ' { '
    yield shown(number)
    yield ' } }\n@page :first { '
    yield shown(('@bottom-right' if (regime == 'tt01') else '@top-center'))
    yield ' { content: none; } }\n'


def write(values: Mapping[str, Any]) -> Iterator[str]:
    if ('document' in values):
        yield '<!DOCTYPE html>\n<html lang="'
        yield shown(values['document'].lang)
        yield (
            '">\n'
            '<head>\n'
            '<meta charset="utf-8">\n'
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
            '<title>'
        )
        yield shown(values['document'].appendix.title)
        yield '</title>\n<style>\n'
        from egov_tracker.render.packaged import style_css
        yield from style_css.write(values)
        yield from style(values['document'].regime)
        yield '\n</style>\n</head>\n<body>\n<main>\n'
        yield from heading(values['document'].appendix, 'h1')
        yield from lists(values['document'].appendix)
        yield '\n'
        for note in values['document'].notes:
            yield '<p class="note">'
            yield shown(note)
            yield '</p>\n'
        yield '</main>\n</body>\n</html>\n'
