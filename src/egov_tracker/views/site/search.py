"""What the search of a site finds: bodies, indicators, quarters and documents, by titles and by other names."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from egov_tracker.values import NamedTuple
from egov_tracker.views.lineage import with_life
from egov_tracker.views.site.links import body_path, quarter_path, source_path, subject_path
from egov_tracker.views.site.sources import title_of
from egov_tracker.views.trend.page import subject_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from egov_tracker.views.site.pages import SiteView

MOST_LETTERS = 90  # of the title of a document


class Entry(NamedTuple):
    """A page with its title, and other words by which it is found."""

    path: str
    title: str
    words: str = ""


def search_entries(site: SiteView) -> Iterator[Entry]:
    """The entries in the order in which equal ones are shown: bodies, indicators, quarters, documents."""
    say = site.say
    shared = Counter(map(say.body, site.bodies))
    for body in site.bodies:
        title = with_life(body, say) if shared[say.body(body)] > 1 else say.body(body)
        others = dict.fromkeys(name for name in (body.name_vi, body.name_en, *body.names) if name != title)
        yield Entry(body_path(body.id), title, " ; ".join(others))
    for view in site.lines:
        subject = view.subject
        names = (subject.name, *(text for one in subject.indicators for text in (one.id, one.name_vi, one.name_en)))
        title = subject_name(subject, say)
        yield Entry(subject_path(subject.name), title, " ; ".join(dict.fromkeys(x for x in names if x != title)))
    for quarter in site.quarters:
        yield Entry(quarter_path(quarter), say.quarter(quarter), str(quarter))
    for use in site.sources:
        yield Entry(source_path(use.key), shortened(title_of(use.source)), str(use.quarter))


def shortened(title: str) -> str:
    """A title of at most so many letters, cut between words."""
    if len(title) <= MOST_LETTERS:
        return title
    return f"{title[:MOST_LETTERS].rpartition(' ')[0] or title[:MOST_LETTERS]}…"
