"""Written by tools/packaged_templates.py from templates/official_form.md.j2, and not to be changed by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from egov_tracker.render.markdown import shown

if TYPE_CHECKING:
    from collections.abc import Iterator


def head(form: Any) -> Iterator[str]:
    yield '**'
    yield shown(', '.join(map(str, form.issuer)))
    yield '**\n\n'
    yield shown(form.number)
    yield '\n\n**'
    yield shown(form.nation)
    yield '**\n\n**'
    yield shown(form.motto)
    yield '**\n\n*'
    yield shown(form.place_and_date)
    yield '*\n\n'


def recipients(form: Any) -> Iterator[str]:
    if (len(form.recipients) == 1):
        yield 'Kính gửi: '
        yield shown(form.recipients[0])
        yield '\n'
    else:
        yield 'Kính gửi:\n\n'
        for line in form.recipients:
            yield '- '
            yield shown(str(line).replace('- ', '', 1))
            yield '\n'


def foot(form: Any) -> Iterator[str]:
    yield '\n***Nơi nhận:***\n\n'
    for line in form.copies:
        yield '- '
        yield shown(str(line).replace('- ', '', 1))
        yield '\n'
    for line in form.signer:
        yield '\n**'
        yield shown(line)
        yield '**\n'
    if form.signer_name:
        yield '\n**'
        yield shown(form.signer_name)
        yield '**\n'
