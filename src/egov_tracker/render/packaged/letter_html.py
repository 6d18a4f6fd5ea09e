"""Written by tools/packaged_templates.py from templates/letter.html.j2, and not to be changed by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from egov_tracker.render.html import shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


def write(values: Mapping[str, Any]) -> Iterator[str]:
    from egov_tracker.render.packaged import appendix_html as parts
    from egov_tracker.render.packaged import official_form_html as form
    yield (
        '<!DOCTYPE html>\n'
        '<html lang="vi">\n'
        '<head>\n'
        '<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<title>'
    )
    yield shown(values['letter'].subject)
    yield '</title>\n<style>\n'
    from egov_tracker.render.packaged import style_css
    yield from style_css.write(values)
    yield from parts.style(values['letter'].regime)
    yield '\nbody { max-width: 160mm; }\n'
    yield from form.style()
    yield (
        '.text { text-align: justify; text-indent: 12.7mm; margin: 6pt 0; }\n'
        '.notice { font-weight: bold; font-style: italic; break-after: avoid; }\n'
        '.appendix { break-before: page; }\n'
        '@media screen { .appendix { border-top: 1px solid #999; margin-top: 2em; padding-top: 1em; } }\n'
        '@media print { body { max-width: none; } }\n'
    )
    yield '@counter-style after-the-first { system: fixed; symbols: " "; fallback: decimal; }\n'
    for number_1, _ in enumerate(values['letter'].appendices):
        yield '#appendix-'
        yield shown((number_1 + 1))
        yield ' { page: appendix-'
        yield shown((number_1 + 1))
        yield '; }\n@page appendix-'
        yield shown((number_1 + 1))
        yield ' { counter-increment: page of-appendix-'
        yield shown((number_1 + 1))
        yield '; '
        yield shown(('@bottom-right' if (values['letter'].regime == 'tt01') else '@top-center'))
        yield ' { content: counter(of-appendix-'
        yield shown((number_1 + 1))
        yield ', after-the-first); } }\n'
    yield '</style>\n</head>\n<body>\n'
    yield from form.head(values['letter'], values['letter'].subject)
    yield '<main>\n'
    yield from form.recipients(values['letter'])
    if values['letter'].notice:
        yield '<p class="text notice">'
        yield shown(values['letter'].notice)
        yield '</p>\n'
    for text in values['letter'].paragraphs:
        yield '<p class="text">'
        yield shown(text)
        yield '</p>\n'
    yield from form.foot(values['letter'])
    for number_1, appendix in enumerate(values['letter'].appendices):
        yield '<section class="appendix" id="appendix-'
        yield shown((number_1 + 1))
        yield '">\n'
        yield from parts.heading(appendix)
        yield from parts.lists(appendix)
        yield '\n</section>\n'
    yield '</main>\n</body>\n</html>\n'
