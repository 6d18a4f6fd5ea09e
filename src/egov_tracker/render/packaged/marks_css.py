"""Written by tools/packaged_templates.py from templates/marks.css.j2, and not to be changed by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


def write(values: Mapping[str, Any]) -> Iterator[str]:
    yield (
        '.sign.late, .sign.conflict { color: #fff; background: #a33a0c; font-weight: bold; }\n'
        '.sign.done { color: #0b2f52; background: #dce6f1; }\n'
        '.sign.not-due, .sign.on-trial { background: #f6e3d8; }\n'
        '.sign.silent { color: #555; background: repeating-linear-gradient(45deg, #fff 0 4px, #eee 4px 5px); }\n'
        '.sign.nothing { color: #555; }\n'
        '.sign.inferred { outline: 1.5px dashed currentcolor; outline-offset: -4px; }\n'
        'svg rect { stroke: #000; stroke-width: 0; }\n'
        'svg .done { fill: #12436D; }\n'
        'svg .outstanding { fill: #F46A25; stroke: #000; stroke-width: .5; }\n'
        'svg .perhaps { fill: url(#perhaps); stroke: #12436D; stroke-width: .5; }\n'
        'svg .unnamed { fill: url(#unnamed); stroke: #F46A25; stroke-width: .5; }\n'
        'svg .in_progress { fill: url(#in_progress); stroke: #F46A25; stroke-width: .5; }\n'
        'svg .exempt { fill: url(#exempt); stroke: #333; stroke-width: .5; }\n'
        'svg .frame { fill: none; stroke: #000; stroke-width: 1; }\n'
        'svg .axis { stroke: #000; stroke-width: 1.5; }\n'
        'svg .dashed { stroke-dasharray: 5 3; stroke: #000; stroke-width: 1; }\n'
        '.map { height: auto; min-width: 560px; max-width: 100%; display: block; margin: 0 auto; font: 12px "DejaVu Sans", Arial, sans-serif; }\n'
        '.map rect { stroke: #333; stroke-width: 1; fill: none; }\n'
        '.map .long { font-size: 9.5px; }\n'
        '.outstanding-tile rect { fill: #F46A25; }\n'
        '.outstanding-tile text { font-weight: bold; }\n'
        '.done-tile rect { fill: #12436D; }\n'
        '.done-tile text { fill: #fff; }\n'
        '.unknown-tile rect { fill: url(#open); }\n'
        '.exempt-tile rect { fill: url(#few); }\n'
        '.legend rect { stroke-width: 1; }\n'
    )
