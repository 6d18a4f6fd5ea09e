"""Written by tools/packaged_templates.py from templates/style.css.j2, and not to be changed by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


def write(values: Mapping[str, Any]) -> Iterator[str]:
    yield (
        ':root { color: #000; background: #fff; color-scheme: light; }\n'
        'a { color: #0b4a84; }\n'
        'a:focus-visible, .scroll:focus-visible { outline: 3px solid #f46a25; outline-offset: 2px; }\n'
        'td a, p a, li a { text-underline-offset: .15em; }\n'
        ':target { background: #fdf1d6; }\n'
        'body { font: 13pt/1.35 "Times New Roman", "Liberation Serif", Tinos, serif; max-width: 60rem; margin: 0 auto; padding: 1rem; }\n'
        'h1, h2 { text-align: center; line-height: 1.25; break-after: avoid; }\n'
        'h1 { font-size: 1.25em; }\n'
        'h2 { font-size: 1.1em; text-align: left; margin: 1.4em 0 .4em; }\n'
        'p, li, td, th, caption { white-space: pre-line; overflow-wrap: break-word; }\n'
        'p { margin: .4em 0; }\n'
        '/* The shadow at an edge is covered by white at the end of the table, so that it says that there is more. */\n'
        '.scroll { overflow-x: auto; background: linear-gradient(90deg, #fff 50%, #fff0), linear-gradient(270deg, #fff 50%, #fff0) 100% 0, linear-gradient(90deg, #0007, #0000), linear-gradient(270deg, #0007, #0000) 100% 0; background-size: 2rem 100%, 2rem 100%, .7rem 100%, .7rem 100%; background-repeat: no-repeat; background-attachment: local, local, scroll, scroll; }\n'
        'table { border-collapse: collapse; width: 100%; margin: .4em 0 .8em; font-size: .9em; }\n'
        'caption { text-align: left; font-style: italic; padding: .2em 0; break-after: avoid; }\n'
        'th, td { border: .5pt solid #000; padding: .15em .4em; vertical-align: top; text-align: left; }\n'
        'thead th { text-align: center; vertical-align: middle; }\n'
        'tbody th { font-weight: normal; }\n'
        'caption.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); padding: 0; }\n'
        '.center { text-align: center; }\n'
        '.right { text-align: right; }\n'
        '.sign { color: #000; }\n'
    )
    from egov_tracker.render.packaged import marks_css
    yield from marks_css.write(values)
    yield (
        '.lead { text-align: center; }\n'
        '.hidden { position: absolute; }\n'
        '.chart th, .chart td { border-width: 0 0 .5pt; border-color: #999; }\n'
        '.chart thead th { border-bottom: 1pt solid #000; text-align: left; }\n'
        '.chart .gap td { color: #333; text-align: center; background: repeating-linear-gradient(135deg, #fff 0 5px, #eee 5px 7px); }\n'
        '.chart .break td { border-top: 1.5pt dashed #000; padding-left: 1.2em; }\n'
        '.chart .target td { border-left: 3pt solid #12436D; }\n'
        '.chart .heading td { font-weight: bold; }\n'
        '.bar svg { width: min(204px, 25vw); height: auto; margin-top: .15em; display: block; }\n'
        '.legend { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .2em 1.2em; }\n'
        '.legend svg { vertical-align: -2px; }\n'
        '.contents { margin: 1em 0; }\n'
        '.contents ul { columns: 20rem; padding-left: 1.2em; margin: .2em 0; }\n'
        '.notes li, .sources li { margin: .2em 0; overflow-wrap: anywhere; }\n'
        '.notes, .sources { padding-left: 1.2em; list-style: none; text-indent: -1.2em; }\n'
        '@media (max-width: 40rem) { body { font-size: 12pt; padding: .6rem; } table { font-size: .8em; } th, td { padding: .15em .25em; } .chart { font-size: .75em; } .chart th, .chart td { padding: .15em .2em; } .chart .bar svg { width: 20vw; } .map { min-width: 0; } }\n'
        '@media print {\n'
        '  body { max-width: none; padding: 0; margin: 0; }\n'
        '  .scroll { overflow: visible; background: none; }\n'
        '  .contents { display: none; }\n'
        '  a { color: inherit; text-decoration: none; }\n'
        '  .chart, .bar, .legend, .map, .sign { print-color-adjust: exact; }\n'
        '  thead { display: table-header-group; }\n'
        '  tr, li { break-inside: avoid; }\n'
        '  p:has(+ ul) { break-after: avoid; }\n'
        '  p { orphans: 2; widows: 2; }\n'
        '}\n'
    )
