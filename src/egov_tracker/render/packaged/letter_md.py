"""Written by tools/packaged_templates.py from templates/letter.md.j2, and not to be changed by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from egov_tracker.render.markdown import shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


def write(values: Mapping[str, Any]) -> Iterator[str]:
    from egov_tracker.render.packaged import appendix_md as parts
    from egov_tracker.render.packaged import official_form_md as form
    yield from form.head(values['letter'])
    yield '# '
    yield shown(values['letter'].subject)
    yield '\n\n'
    yield from form.recipients(values['letter'])
    if values['letter'].notice:
        yield '\n***'
        yield shown(values['letter'].notice)
        yield '***\n'
    for text in values['letter'].paragraphs:
        yield '\n'
        yield shown(text)
        yield '\n'
    yield from form.foot(values['letter'])
    for appendix in values['letter'].appendices:
        yield '\n'
        yield from parts.body(appendix, '##')
