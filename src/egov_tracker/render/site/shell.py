"""What stands around every page of a site: its head with the policy that forbids the network, menu and search field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from egov_tracker.model.terms import Lang
from egov_tracker.render.html import without_forbidden
from egov_tracker.render.site.blocks import BlockWriter, escape
from egov_tracker.values import NamedTuple
from egov_tracker.views.site import links as to
from egov_tracker.views.site.links import source_path

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from egov_tracker.views.phrases import Phrases
    from egov_tracker.views.site.pages import SitePage

STYLE_SHEET, SCRIPT, INDEX = "site.css", "search.js", "search-index.js"
# A page that is opened from a disk has no origin, so that 'self' means nothing there; `file:` means nothing elsewhere.
OWN = "'self' file:"
POLICY = f"default-src 'none'; style-src {OWN}; script-src {OWN}; form-action {OWN}; base-uri 'none'"
MENU = (
    (to.HOME, ("Tổng quan", "Overview")),
    (to.SUBJECTS, ("Chỉ tiêu", "Indicators")),
    (to.BODIES, ("Cơ quan", "Bodies")),
    (to.SOURCES, ("Nguồn", "Sources")),
    (to.OBLIGATIONS, ("Nhiệm vụ", "Obligations")),
    (to.REMINDERS, ("Đôn đốc", "Reminders")),
    (to.FINDINGS, ("Kiểm tra", "Findings")),
    (to.DOWNLOADS, ("Tải về", "Downloads")),
    (to.ABOUT, ("Giới thiệu", "About")),
)


class Memory:
    """What texts became on the page before, for as long as they lead to the same places on the next one."""

    def __init__(self) -> None:
        self._key: tuple[object, ...] = ()
        self._texts: dict[str, str] = {}

    def texts_of(self, made: SitePage) -> dict[str, str]:
        """The texts to take from and to add to."""
        key = (id(made.links), made.path.count("/"), made.page.source_keys)
        if key != self._key:
            self._key, self._texts = key, {}
        return self._texts


class Shell(NamedTuple):
    """What all pages of one language share; `other` is the way from its root to that of the other language, if any."""

    say: Phrases
    indicators: Mapping[str, str]
    sources: frozenset[str]
    memory: Memory
    other: str | None = None

    @property
    def title(self) -> str:
        """The name of the site."""
        return self.say("Theo dõi Nghị quyết 36a", "Tracking Resolution 36a")

    def page(self, made: SitePage) -> str:
        """A whole page."""
        paths = ((str(number), source_path(key)) for number, key in enumerate(made.page.source_keys, 1))
        sources = {number: path for number, path in paths if path in self.sources}
        writer = BlockWriter(made, sources, self.indicators, self.memory.texts_of(made))
        beside = " ".join(writer.inline(link) for link in made.beside)
        body = [f"<h1>{escape(made.page.title)}</h1>\n", f'<p class="beside">{beside}</p>\n' if beside else ""]
        return self.around(made.path, made.page.title, "".join([*body, *writer.main(made.page)]))

    def search(self) -> str:
        """The page that shows what the search finds."""
        say = self.say
        none = say(
            "Tìm kiếm cần JavaScript; không có thì xem danh sách cơ quan, chỉ tiêu và nguồn ở trên.",
            "The search needs JavaScript; without it, see the lists of bodies, indicators and sources above.",
        )
        found = say("{n} kết quả", "{n} found")
        body = (
            f"<h1>{say('Tìm kiếm', 'Search')}</h1>\n<noscript><p>{none}</p></noscript>\n"
            f'<p id="said" role="status" data-found="{found}"></p>\n<ol id="found"></ol>\n'
        )
        scripts = f'<script src="{INDEX}" defer></script>\n<script src="{SCRIPT}" defer></script>\n'
        return self.around(to.SEARCH, say("Tìm kiếm", "Search"), body, scripts)

    def around(self, path: str, title: str, body: str, scripts: str = "") -> str:
        """A page with its head and menu."""
        up = "../" * path.count("/")
        whole = "".join(
            (
                f'<!DOCTYPE html>\n<html lang="{self.say.lang}">\n<head>\n<meta charset="utf-8">\n',
                f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n',
                '<meta name="viewport" content="width=device-width, initial-scale=1">\n',
                f"<title>{escape(title)}{'' if title == self.title else f' – {self.title}'}</title>\n",
                f'<link rel="stylesheet" href="{up}{STYLE_SHEET}">\n{scripts}</head>\n<body>\n',
                *self._header(path, up),
                f"<main>\n{body}</main>\n</body>\n</html>\n",
            )
        )
        return without_forbidden(whole)

    def _header(self, path: str, up: str) -> Iterator[str]:
        say = self.say
        yield f'<header>\n<p class="site"><a href="{up}{to.HOME}">{self.title}</a></p>\n'
        yield f'<nav aria-label="{say("Mục", "Sections")}">\n<ul>\n'
        for target, words in MENU:
            current = ' aria-current="page"' if target == path else ""
            yield f'<li><a href="{up}{target}"{current}>{say(*words)}</a></li>\n'
        if self.other:
            lang, name = (Lang.VI, "Tiếng Việt") if say.lang is Lang.EN else (Lang.EN, "English")
            yield f'<li><a href="{up}{self.other}{path}" lang="{lang}" hreflang="{lang}">{name}</a></li>\n'
        yield "</ul>\n</nav>\n"
        field, button = say("Tìm, có dấu hay không", "Search, with marks or without"), say("Tìm", "Search")
        yield f'<form action="{up}{to.SEARCH}" role="search">\n'
        yield f'<input type="search" name="q" aria-label="{field}" placeholder="{field}">\n'
        yield f'<button type="submit">{button}</button>\n</form>\n</header>\n'
