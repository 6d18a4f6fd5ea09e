"""What several kinds of output have in common: pages with templates, records as JSON, Word."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from egov_tracker.render.formats import DOCX, HTML, MD, TABLE, Content, Format, Means

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import date

    from egov_tracker.model.observation import Observation
    from egov_tracker.store.exports import Files
    from egov_tracker.views.page import Lang, Page
    from egov_tracker.views.template_filters import TemplateFilters


def paged(
    kind: str,
    page_of: Callable[[Content], Page],
    records_of: Callable[[Content], Mapping[str, Any]],
    filters_of: Callable[[Content], TemplateFilters] = lambda _: {},
) -> dict[Format, Callable[[Content, Means], str | bytes | Files]]:
    """The renderers of what has a page: as a table of text, as Markdown and as HTML; templates see the records too."""

    def table(content: Content, means: Means) -> str:
        from egov_tracker.render.text import render_text

        return render_text(page_of(content), means.width, styled=means.styled)

    return {TABLE: table, **filled(kind, page_of, records_of, filters_of)}


def filled(
    kind: str,
    page_of: Callable[[Content], Page],
    records_of: Callable[[Content], Mapping[str, Any]],
    filters_of: Callable[[Content], TemplateFilters],
) -> dict[Format, Callable[[Content, Means], str | bytes | Files]]:
    """The renderers of a page that templates make: those of its kind of output, else those of all pages."""

    def filling(chosen: Format) -> Callable[[Content, Means], str]:
        def fill(content: Content, means: Means) -> str:
            from egov_tracker.render.filling import Own, fill_first

            def own() -> Own:
                return Own(records_of(content), filters_of(content))

            return fill_first(template_names(kind, chosen), means.templates, {"page": page_of(content)}, own)

        return fill

    return {chosen: filling(chosen) for chosen in (MD, HTML)}


def template_names(kind: str, chosen: Format) -> tuple[str, ...]:
    """The names of the templates that make a kind of output in a format, the one of its own first; none if none do."""
    first = kind.partition(" ")[0]
    if chosen is DOCX:
        return (f"{first}.docx",)
    if chosen not in {MD, HTML}:
        return ()
    own = f"{first}.{chosen.name}.j2"
    return (own,) if first in {"letter", "appendix"} else (own, f"page.{chosen.name}.j2")


def filters(lang: Lang, observations: Iterable[Observation]) -> TemplateFilters:
    """The filters of templates in a language, with the indicators and groups of these observations."""
    from egov_tracker.views.template_filters import template_filters

    return template_filters(lang, observations)


def dumped(records_of: Callable[[Content], Mapping[str, Any]]) -> Callable[[Content, Means], str]:
    """The JSON of the records."""

    def dump_records(content: Content, _: Means) -> str:
        from egov_tracker.render.json import dump

        return dump(records_of(content))

    return dump_records


def word(
    kind: str,
    page_of: Callable[[Content], Page],
    records_of: Callable[[Content], Mapping[str, Any]],
    day_of: Callable[[Content], date],
    filters_of: Callable[[Content], TemplateFilters] = lambda _: {},
) -> Callable[[Content, Means], bytes]:
    """The page as a Word document; the office's own with the records in it, where there is one.

    It says that it is made on the day of the office that issues it, else on that of its content.
    """

    def render(content: Content, means: Means) -> bytes:
        from egov_tracker.render.filling import Own, fill_word, find_word

        page = page_of(content)
        day = page.frame.form.day if page.frame else day_of(content)
        if path := find_word(kind, means.templates):
            return fill_word(path, {"page": page}, Own(records_of(content), filters_of(content)), day)
        from egov_tracker.render.word.document import render_docx

        return render_docx(page, day, means.reference)

    return render
