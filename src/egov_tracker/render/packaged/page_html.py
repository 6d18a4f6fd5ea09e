"""Written by tools/packaged_templates.py from templates/page.html.j2, and not to be changed by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from egov_tracker.render.html import shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


def drawn(bar: Any) -> Iterator[str]:
    yield '<svg viewBox="0 0 204 16" width="204" height="16" aria-hidden="true" focusable="false"><path class="axis'
    yield shown((' dashed' if bar.dashed else ''))
    yield '" d="M1 0V16"/>'
    for span in bar.spans:
        yield '<rect class="'
        yield shown(span.fill)
        yield shown((' dashed' if bar.dashed else ''))
        yield '" x="'
        yield shown(((span.start / 5) + 2))
        yield '" y="2" width="'
        yield shown((span.length / 5))
        yield '" height="12"/>'
    if (not (bar.frame_length is None)):
        yield '<rect class="frame'
        yield shown((' dashed' if bar.dashed else ''))
        yield '" x="2" y="1" width="'
        yield shown((bar.frame_length / 5))
        yield '" height="14"/>'
    yield '</svg>'


def legend(block: Any) -> Iterator[str]:
    yield '<ul class="legend">\n'
    for sign in block.signs:
        yield '<li><svg width="28" height="14" aria-hidden="true" focusable="false"><rect class="'
        yield shown(sign.fill)
        yield '" x="1" y="1" width="26" height="12"/></svg> '
        yield shown(sign.meaning)
        yield '</li>\n'
    yield '</ul>\n'


def tile_map(block: Any) -> Iterator[str]:
    yield '<svg class="map" viewBox="0 0 '
    yield shown((block.width * 96))
    yield ' '
    yield shown((block.height * 38))
    yield '" width="'
    yield shown((block.width * 96))
    yield '" role="img" aria-label="'
    yield shown(block.caption)
    yield '">\n'
    for tile in block.tiles:
        yield '<g class="'
        yield shown(tile.state)
        yield '-tile" transform="translate('
        yield shown((tile.column * 96))
        yield ' '
        yield shown((tile.row * 38))
        yield ')"><rect'
        if tile.dashed:
            yield ' class="dashed"'
        yield ' x="1" y="1" width="92" height="34"/><text x="6" y="27"'
        if (len(tile.name) > 13):
            yield ' class="long"'
        yield '>'
        yield shown(tile.name)
        yield '</text><text x="88" y="12" text-anchor="end">'
        yield shown(tile.sign)
        yield '</text></g>\n'
    yield '</svg>\n'


def write(values: Mapping[str, Any]) -> Iterator[str]:
    yield '<!DOCTYPE html>\n<html lang="'
    yield shown(values['page'].lang)
    yield (
        '">\n'
        '<head>\n'
        '<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<title>'
    )
    yield shown(values['page'].title)
    yield '</title>\n<style>\n'
    from egov_tracker.render.packaged import style_css
    yield from style_css.write(values)
    if values['page'].frame:
        from egov_tracker.render.packaged import official_form_html as office
        yield from office.style()
        yield (
            'h1 { margin: 1em 0 0; }\n'
            '.about { text-align: center; font-weight: bold; font-size: 1.1em; line-height: 1.25; margin: 0; break-after: avoid; }\n'
            '.about::after { content: ""; display: block; width: 33%; margin: .3em auto .6em; border-top: .75pt solid #000; }\n'
            '.foot + section { break-before: page; }\n'
        )
    number = ('@bottom-right' if (values['page'].frame and (values['page'].frame.form.regime == 'tt01')) else '@top-center')
    yield '@page { size: A4; margin: 20mm 20mm 20mm 30mm; '
    yield shown(number)
    yield (
        ' { content: counter(page); font: 13pt "Times New Roman", "Liberation Serif", serif; } }\n'
        '@page :first { '
    )
    yield shown(number)
    yield ' { content: none; } }\n</style>\n</head>\n<body>\n'
    if values['page'].is_drawn:
        from egov_tracker.render.packaged import patterns_svg
        yield from patterns_svg.write(values)
    if values['page'].frame:
        yield from office.head(values['page'].frame.form)
        yield '<main>\n<h1>'
        yield shown(values['page'].frame.kind)
        yield '</h1>\n<p class="about">'
        yield shown(values['page'].frame.title)
        yield '</p>\n'
        if values['page'].frame.form.recipients:
            yield from office.recipients(values['page'].frame.form)
    else:
        yield '<main>\n<h1>'
        yield shown(values['page'].title)
        yield '</h1>\n'
    for line in values['page'].lead:
        yield '<p class="lead">'
        yield shown(values['linked'](line))
        yield '</p>\n'
    if (values['page'].is_long and ('contents' in values['page'].headings)):
        yield '<nav class="contents" aria-labelledby="contents">\n<h2 id="contents">'
        yield shown(values['page'].headings['contents'])
        yield '</h2>\n<ul>\n'
        for number_2, section in enumerate(values['page'].sections):
            if section.heading:
                yield '<li><a href="#section-'
                yield shown((number_2 + 1))
                yield '">'
                yield shown(section.heading)
                yield '</a></li>\n'
        if values['page'].footnotes:
            yield '<li><a href="#footnotes">'
            yield shown(values['page'].headings['footnotes'])
            yield '</a></li>\n'
        if values['page'].sources:
            yield '<li><a href="#sources">'
            yield shown(values['page'].headings['sources'])
            yield '</a></li>\n'
        yield '</ul>\n</nav>\n'
    for number_1, section in enumerate(values['page'].sections):
        yield '<section id="section-'
        yield shown((number_1 + 1))
        yield '">\n'
        if section.heading:
            yield '<h2>'
            yield shown(values['linked'](section.heading))
            yield '</h2>\n'
        for block in section.blocks:
            if hasattr(block, 'entries'):
                yield '<div class="scroll" role="group" tabindex="0" aria-label="'
                yield shown(((block.caption or section.heading) or values['page'].title))
                yield '">\n<table class="chart">\n<caption'
                if (block.caption in section.repeated):
                    yield ' class="hidden"'
                yield '>'
                yield shown(block.caption)
                yield '</caption>\n<thead>\n<tr>'
                for column in block.columns:
                    yield '<th scope="col">'
                    yield shown(column.title)
                    yield '</th>'
                yield '</tr>\n</thead>\n<tbody>\n'
                for entry in block.entries:
                    if hasattr(entry, 'strip'):
                        yield '<tr class="'
                        yield shown(entry.strip)
                        yield '"><td colspan="'
                        yield shown(len(block.columns))
                        yield '">'
                        yield shown(values['linked'](entry.text))
                        yield '</td></tr>\n'
                    else:
                        yield '<tr>'
                        for number_6, cell in enumerate(entry.cells):
                            align = block.columns[number_6].align
                            if (number_6 == 0):
                                yield '<th scope="row" class="'
                                yield shown(align)
                                yield '">'
                                yield shown(values['linked'](cell))
                                yield '</th>'
                            elif (number_6 == block.place):
                                yield '<td class="bar">'
                                if entry.bar:
                                    yield from drawn(entry.bar)
                                yield '</td>'
                            else:
                                yield '<td class="'
                                yield shown(align)
                                yield '">'
                                yield shown(values['linked'](cell))
                                yield '</td>'
                        yield '</tr>\n'
                yield '</tbody>\n</table>\n</div>\n'
            elif hasattr(block, 'tiles'):
                yield '<div class="scroll" role="group" tabindex="0" aria-label="'
                yield shown(((block.caption or section.heading) or values['page'].title))
                yield '">\n'
                yield from tile_map(block)
                yield '</div>\n'
            elif hasattr(block, 'signs'):
                yield from legend(block)
            elif hasattr(block, 'columns'):
                yield '<div class="scroll" role="group" tabindex="0" aria-label="'
                yield shown(((block.caption or section.heading) or values['page'].title))
                yield '">\n<table>\n'
                if block.caption:
                    yield '<caption'
                    if (block.caption in section.repeated):
                        yield ' class="hidden"'
                    yield '>'
                    yield shown(block.caption)
                    yield '</caption>\n'
                yield '<thead>\n<tr>'
                for column in block.columns:
                    yield '<th scope="col">'
                    yield shown(column.title)
                    yield '</th>'
                yield '</tr>\n</thead>\n<tbody>\n'
                for row in block.rows:
                    yield '<tr>'
                    for number_5, cell in enumerate(row):
                        align = block.columns[number_5].align
                        if (number_5 == 0):
                            yield '<th scope="row" class="'
                            yield shown(align)
                            yield '">'
                            yield shown(values['linked'](cell))
                            yield '</th>'
                        else:
                            yield '<td class="'
                            yield shown(align)
                            if (cell in block.styles):
                                yield ' '
                                yield shown(block.styles[cell])
                            yield '">'
                            yield shown(values['linked'](cell))
                            yield '</td>'
                    yield '</tr>\n'
                yield '</tbody>\n</table>\n</div>\n'
            elif hasattr(block, 'texts'):
                yield '<ul>\n'
                for text in block.texts:
                    yield '<li>'
                    yield shown(values['linked'](text))
                    yield '</li>\n'
                yield '</ul>\n'
            else:
                yield '<p>'
                yield shown(values['linked'](block.text))
                yield '</p>\n'
        yield '</section>\n'
        if (values['page'].frame and ((number_1 + 1) == values['page'].frame.signed)):
            yield from office.foot(values['page'].frame.form)
    if values['page'].footnotes:
        yield '<section>\n<h2 id="footnotes">'
        yield shown(values['page'].headings['footnotes'])
        yield '</h2>\n<ul class="notes">\n'
        for note in values['page'].footnotes:
            yield shown(values['entry'](note.text, 'note', note.number))
            yield '\n'
        yield '</ul>\n</section>\n'
    if values['page'].sources:
        yield '<section>\n<h2 id="sources">'
        yield shown(values['page'].headings['sources'])
        yield '</h2>\n<ul class="sources">\n'
        for number_2, source in enumerate(values['page'].sources):
            yield shown(values['entry'](source, 'source', (number_2 + 1)))
            yield '\n'
        yield '</ul>\n</section>\n'
    yield '</main>\n</body>\n</html>\n'
