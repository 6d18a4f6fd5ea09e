"""Written by tools/packaged_templates.py from templates/official_form.html.j2, and not to be changed by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from egov_tracker.render.html import shown

if TYPE_CHECKING:
    from collections.abc import Iterator


def style() -> Iterator[str]:
    yield (
        '.head, .foot { display: grid; grid-template-columns: 62fr 98fr; column-gap: 0; }\n'
        '.foot { grid-template-columns: 85fr 75fr; margin-top: 1.2em; break-before: avoid; break-inside: avoid; }\n'
        '.head p, .foot p { margin: 0; text-align: center; }\n'
        '.issuer, .nation, .motto, .signer { font-weight: bold; }\n'
        '.nation { font-size: 12pt; }\n'
        '.issuer::after { content: ""; display: block; width: 33%; margin: .15em auto .4em; border-top: .75pt solid #000; }\n'
        '.head .motto { margin-bottom: .35em; }\n'
        '.motto span { display: inline-block; border-bottom: .75pt solid #000; padding-bottom: .1em; }\n'
        '.head .subject { font-size: 12pt; font-weight: normal; line-height: inherit; margin: 6pt 0 0; }\n'
        '.date { font-style: italic; }\n'
        '.to { margin: 1em 0 .6em 25mm; }\n'
        '.to ul { list-style: none; margin: .2em 0 0; padding-left: 15mm; }\n'
        '.foot .copies { font-size: 11pt; text-align: left; }\n'
        '.copies strong { font-size: 12pt; font-style: italic; }\n'
        '.copies ul { list-style: none; margin: 0; padding: 0; }\n'
        '.foot .signature { margin-top: 80pt; font-weight: bold; font-size: 14pt; }\n'
        '@media screen and (max-width: 40rem) { .head, .foot { grid-template-columns: 1fr; row-gap: .4em; } .to { margin-left: 0; } .to ul { padding-left: 1em; } .foot .signature { margin-top: 3em; } }\n'
    )


def head(form: Any, subject: Any = None) -> Iterator[str]:
    yield '<header class="head">\n<p class="issuer">'
    yield shown('\n'.join(map(str, form.issuer)))
    yield '</p>\n<div>\n<p class="nation">'
    yield shown(form.nation)
    yield '</p>\n<p class="motto"><span>'
    yield shown(form.motto)
    yield '</span></p>\n</div>\n<div>\n<p>'
    yield shown(form.number)
    yield '</p>\n'
    if subject:
        yield '<h1 class="subject">'
        yield shown(subject)
        yield '</h1>\n'
    yield '</div>\n<p class="date">'
    yield shown(form.place_and_date)
    yield '</p>\n</header>\n'


def recipients(form: Any) -> Iterator[str]:
    if (len(form.recipients) == 1):
        yield '<p class="to">Kính gửi: '
        yield shown(form.recipients[0])
        yield '</p>\n'
    else:
        yield '<div class="to">Kính gửi:\n<ul>\n'
        for line in form.recipients:
            yield '<li>'
            yield shown(line)
            yield '</li>\n'
        yield '</ul>\n</div>\n'


def foot(form: Any) -> Iterator[str]:
    yield '<div class="foot">\n<div class="copies"><strong>Nơi nhận:</strong>\n<ul>\n'
    for line in form.copies:
        yield '<li>'
        yield shown(line)
        yield '</li>\n'
    yield '</ul>\n</div>\n'
    if form.signer:
        yield '<div>\n'
        for line in form.signer:
            yield '<p class="signer">'
            yield shown(line)
            yield '</p>\n'
        yield '<p class="signature">'
        yield shown((form.signer_name or ''))
        yield '</p>\n</div>\n'
    yield '</div>\n'
