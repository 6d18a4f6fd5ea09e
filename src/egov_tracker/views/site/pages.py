"""The pages of a site, one after the other: the views of the other commands, with the addresses that they lead to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from egov_tracker.inference.obligations import History, judge_obligations
from egov_tracker.values import NamedTuple
from egov_tracker.views.agency import AgencyViews, agency_page
from egov_tracker.views.first_screen import first_screen_page, view_first_screen
from egov_tracker.views.headlines import view_quarter
from egov_tracker.views.obligations import in_order_of_weight, obligation_table
from egov_tracker.views.observation import view_observations
from egov_tracker.views.page import Page, Section
from egov_tracker.views.phrases import Phrases
from egov_tracker.views.reminders import reminders_page
from egov_tracker.views.site import links as to
from egov_tracker.views.site.home import home_page
from egov_tracker.views.site.links import Linked, Links
from egov_tracker.views.site.lists import about_page, bodies_page, downloads_page, findings_page, sources_page
from egov_tracker.views.site.quarters import quarter_page
from egov_tracker.views.site.sources import SourceUse, source_page, used_sources
from egov_tracker.views.status import Filters, StatusView
from egov_tracker.views.trend.lines import view_lines, view_trend
from egov_tracker.views.trend.overview import overview_page
from egov_tracker.views.trend.page import trend_page

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from egov_tracker.model.registry import Body
    from egov_tracker.text.quarters import Quarter
    from egov_tracker.views.page import Lang
    from egov_tracker.views.tables.rows import LedgerContent

MOST_BODIES = 2000  # of more, only those that a source names have a page


class SitePage(NamedTuple):
    """A page at its path: `links` are the paths of texts in it, `beside` the pages before and after it."""

    path: str
    page: Page
    links: Mapping[str, str]
    beside: tuple[Linked, ...] = ()


class SiteView:
    """The pages of a site in one language, and what its search finds; `title` names the ledger."""

    def __init__(self, content: LedgerContent, title: str, lang: Lang) -> None:
        self.content, self.title, self.lang = content, title, lang
        self.say = Phrases(lang)
        definitions = content.definitions
        self._views = {one.period: view_observations(one.observations, definitions, lang) for one in content.snapshots}
        self.agencies = AgencyViews(content.snapshots, definitions, content.obligations, lang)
        self.lines = view_lines(content.snapshots, definitions)
        self.bodies = self._bodies()
        self.links = Links(content.snapshots, self.bodies, self.lines, definitions.registry, self.say)
        self.sources = tuple(use for one in content.snapshots for use in used_sources(one, self._views[one.period]))

    def _bodies(self) -> tuple[Body, ...]:
        every = self.content.definitions.registry.bodies
        return every if len(every) <= MOST_BODIES else self.agencies.histories.named

    @property
    def quarters(self) -> tuple[Quarter, ...]:
        """The quarters that have a page."""
        return tuple(snapshot.period for snapshot in self.content.snapshots)

    def pages(self) -> Iterator[SitePage]:
        """Every page, made when it is asked for."""
        yield from self._front()
        yield from self._quarters()
        yield from self._subjects()
        yield from (self._source(use) for use in self.sources)
        for body in self.bodies:
            yield self._page(to.body_path(body.id), agency_page(self.agencies.of(body), self.title))

    def _page(self, path: str, page: Page, quarter: Quarter | None = None) -> SitePage:
        """A page without the line that names the ledger, which `about` does once; no text of it leads to itself."""
        links = self.links.of_quarter(quarter) if quarter else self.links.everywhere
        lead = tuple(line for line in page.lead if line != self.say.data(self.title))
        return SitePage(path, page._replace(lead=lead), links)

    def _front(self) -> Iterator[SitePage]:
        content, say = self.content, self.say
        yield self._page(to.HOME, home_page(content, self._first_screen(len(self.quarters) - 1), self.links, say))
        yield self._page(to.SUBJECTS, overview_page(self.lines, self.title, self.lang))
        yield self._page(to.BODIES, bodies_page(self.bodies, self.agencies, say))
        yield self._page(to.SOURCES, sources_page(self.sources, say))
        yield self._page(to.OBLIGATIONS, self._obligations())
        yield self._page(to.REMINDERS, reminders_page(self.agencies.reminders((), None, 1), self.title))
        yield self._page(to.FINDINGS, findings_page(content, say))
        yield self._page(to.DOWNLOADS, downloads_page(say))
        yield self._page(to.ABOUT, about_page(content, self.title, say))

    def _obligations(self) -> Page:
        content, say = self.content, self.say
        at = self.quarters[-1]
        history = History(content.snapshots, content.definitions.registry)
        verdicts = in_order_of_weight(judge_obligations(content.obligations, history, at))
        title = say("Nhiệm vụ có thời hạn", "Obligations")
        lead = say(f"Đánh giá đến hết {say.quarter(at)}.", f"Judged at the end of {say.quarter(at)}.")
        return Page(self.lang, title, (lead,), (Section("", (obligation_table(verdicts, say, title),)),))

    def _quarters(self) -> Iterator[SitePage]:
        for number, snapshot in enumerate(self.content.snapshots):
            page = quarter_page(snapshot.period, self._first_screen(number), self._views[snapshot.period], self.say)
            made = self._page(to.quarter_path(snapshot.period), page, snapshot.period)
            yield made._replace(beside=tuple(self._beside(number)))

    def _first_screen(self, number: int) -> tuple[Section, ...]:
        """The first screen of a quarter by its number, as `egov status` has it, under a heading."""
        content, say = self.content, self.say
        snapshot = content.snapshots[number]
        status = StatusView(snapshot, self._views[snapshot.period])
        quarter = view_quarter(content.snapshots[: number + 1], content.definitions, content.obligations)
        heading = say(f"Tóm tắt {say.quarter(snapshot.period)}", f"{say.quarter(snapshot.period)} in short")
        screen = view_first_screen(quarter, status, Filters(), content.definitions, heading)._replace(others=0)
        first, *others = first_screen_page(screen, content.definitions.registry, self.lang).sections
        return (first._replace(heading=heading), *others)

    def _beside(self, number: int) -> Iterator[Linked]:
        for sign, other in (("← {}", number - 1), ("{} →", number + 1)):
            if 0 <= other < len(self.quarters):
                quarter = self.quarters[other]
                yield Linked(sign.format(self.say.quarter(quarter)), to.quarter_path(quarter))

    def _subjects(self) -> Iterator[SitePage]:
        content = self.content
        for line in self.lines:
            trend = view_trend(line.subject, content.snapshots, content.definitions, content.obligations)
            page = trend_page(trend, content.definitions, self.title, self.lang)
            yield self._page(to.subject_path(line.subject.name), page)

    def _source(self, use: SourceUse) -> SitePage:
        return self._page(to.source_path(use.key), source_page(use, self.say), use.quarter)
