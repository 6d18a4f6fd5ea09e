"""Written by tools/packaged_templates.py from templates/patterns.svg.j2, and not to be changed by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


def write(values: Mapping[str, Any]) -> Iterator[str]:
    yield (
        '<svg class="hidden" width="0" height="0" aria-hidden="true" focusable="false"><defs>\n'
        '<pattern id="perhaps" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0 0V6" stroke="#12436D" stroke-width="5"/></pattern>\n'
        '<pattern id="unnamed" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0 0V6" stroke="#F46A25" stroke-width="6"/></pattern>\n'
        '<pattern id="in_progress" width="4" height="4" patternUnits="userSpaceOnUse"><path d="M0 0V4" stroke="#F46A25" stroke-width="3"/></pattern>\n'
        '<pattern id="exempt" width="4" height="4" patternUnits="userSpaceOnUse"><circle cx="1.5" cy="1.5" r=".9" fill="#333"/></pattern>\n'
        '<pattern id="open" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0 0V7" stroke="#e4e4e4" stroke-width="2"/></pattern>\n'
        '<pattern id="few" width="6" height="6" patternUnits="userSpaceOnUse"><circle cx="2" cy="2" r=".8" fill="#999"/></pattern>\n'
        '</defs></svg>\n'
    )
