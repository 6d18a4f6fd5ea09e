"""The one registry of formats: what each is called, which files have it, and what writes it for each kind of output.

A further format is a `Format` here and a line in each kind of output that has it. Renderers, and what they need, are
imported when they run, so that reading this registry costs a command nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar

from egov_tracker.errors import EgovError, did_you_mean, expected, one_of, quoted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import date
    from pathlib import Path

    from egov_tracker.model.findings import Finding
    from egov_tracker.model.observation import Observation
    from egov_tracker.reading.report_form import ReportForm
    from egov_tracker.render.contents import (
        AgencyContent,
        AppendixContent,
        CoverageContent,
        DiffContent,
        FindingsContent,
        IndicatorsContent,
        ReadContent,
        RemindersContent,
        ReportContent,
        RulesContent,
        StatusContent,
        TilesContent,
        TraceContent,
        TrendContent,
    )
    from egov_tracker.render.csv import Dialect
    from egov_tracker.render.word.reference import Reference
    from egov_tracker.store.exports import Files
    from egov_tracker.views.letter import LetterView
    from egov_tracker.views.page import Lang, Page
    from egov_tracker.views.tables.schema import Table
    from egov_tracker.views.template_filters import TemplateFilters
    from egov_tracker.views.trend.record_types import TilesRecord, TrendRecord


class Format(NamedTuple):
    """A format under the name that `-f` takes; `suffixes` are the ends of the names of its files.

    One without suffixes is a folder of files.
    """

    name: str
    suffixes: tuple[str, ...] = ()
    binary: bool = False


TABLE = Format("table", (".txt",))
TEXT = Format("text", (".txt",))
MD = Format("md", (".md", ".markdown"))
HTML = Format("html", (".html", ".htm"))
DOCX = Format("docx", (".docx",), binary=True)
JSON = Format("json", (".json",))
CSV = Format("csv", (".csv",))
GITHUB = Format("github", (".txt",))
SARIF = Format("sarif", (".sarif", ".sarif.json"))
GITLAB = Format("gitlab", (".json",))
YAML = Format("yaml", (".yaml", ".yml"))
SVG = Format("svg", (".svg",))
XLSX = Format("xlsx", (".xlsx",), binary=True)
SQLITE = Format("sqlite", (".sqlite", ".sqlite3", ".db"), binary=True)
DATAPACKAGE = Format("datapackage")
PARQUET = Format("parquet")
CSV_FOLDER = Format("csv")
FORMATS = (
    TABLE, TEXT, MD, HTML, DOCX, JSON, CSV, GITHUB, SARIF, GITLAB, YAML, SVG, XLSX, SQLITE, DATAPACKAGE, PARQUET,
    CSV_FOLDER,
)  # fmt: skip

PAGES = (TABLE, MD, HTML)
DOCUMENTS = (MD, HTML, DOCX)

# The options that only some formats can honour, whatever the command.
OPTIONS = {"--templates": (MD, HTML, DOCX), "--reference-doc": (DOCX,), "--excel": (CSV, CSV_FOLDER)}


class Means(NamedTuple):
    """What a renderer may use beside the content; `width` and `styled` are those of a terminal.

    `excel` asks for CSV as Excel opens it.
    """

    templates: Path | None = None
    reference: Reference | None = None
    width: int | None = None
    styled: bool = False
    excel: bool = False

    @property
    def dialect(self) -> Dialect:
        """How CSV is written."""
        from egov_tracker.render.csv import EXCEL, PLAIN

        return EXCEL if self.excel else PLAIN


Content = TypeVar("Content")


class Kind(NamedTuple, Generic[Content]):
    """A kind of output: what writes it in each of its formats, the default first.

    `options` are the options of its command that only some formats can honour; `asked_by` are the option that names the
    format and the one that names the file, as messages have them.
    """

    name: str
    renderers: Mapping[Format, Callable[[Content, Means], str | bytes | Files]]
    options: Mapping[str, tuple[Format, ...]] = {}
    asked_by: tuple[str, str] = ("-f", "-o ")

    @property
    def formats(self) -> tuple[Format, ...]:
        """Its formats, the default first."""
        return tuple(self.renderers)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of its formats, the default first."""
        return tuple(one.name for one in self.renderers)


def choose_format(kind: Kind[Any], name: str | None, output: Path | None, default: Format | None = None) -> Format:
    """The format that `-f` names, else that of the file's suffix, else the default.

    Raises `EgovError` with the formats there are, where the kind of output has none of that name or suffix, or where
    name and suffix contradict each other. A file without a suffix may hold any format.
    """
    named = _named(kind, name) if name else None
    held = _held_by(kind, output) if output else ()
    if named and held and named not in held:
        option, target = kind.asked_by
        raise EgovError(f"{option} {named.name} and {target}{output} contradict each other: expected {_ends(named)}")
    return named or next(iter(held), default or kind.formats[0])


def refuse_options(kind: Kind[Any], chosen: Format, given: Mapping[str, object]) -> None:
    """Raise `EgovError` for an option that is given and that the format cannot honour."""
    for option, honoured in {**OPTIONS, **kind.options}.items():
        if given.get(option) is not None and chosen not in honoured:
            able = tuple(one.name for one in kind.formats if one in honoured)
            if not able:
                raise EgovError(f"egov {kind.name} takes no {option}")
            raise EgovError(f"{option}: {expected(f'the format {one_of(able)}', chosen.name)}")


def _named(kind: Kind[Any], name: str) -> Format:
    for one in kind.formats:
        if one.name == name:
            return one
    raise EgovError(f"{kind.asked_by[0]}: {expected(one_of(kind.names), quoted(name))}{did_you_mean(name, kind.names)}")


def _held_by(kind: Kind[Any], output: Path) -> tuple[Format, ...]:
    """The formats that a file of this name may hold; those of the longest suffix, none where it has no suffix."""
    ends = {suffix for one in kind.formats for suffix in one.suffixes if output.name.lower().endswith(suffix)}
    if ends:
        return tuple(one for one in kind.formats if max(ends, key=len) in one.suffixes)
    if not output.suffix:
        return ()
    known = [suffix for one in kind.formats for suffix in one.suffixes]
    hint = did_you_mean(output.suffix, known)
    ends_wanted = expected(f"a name that ends in {_all_ends(kind)}", quoted(output.suffix))
    raise EgovError(f"{kind.asked_by[1]}{output}: {ends_wanted}{hint}")


def _all_ends(kind: Kind[Any]) -> str:
    return one_of(dict.fromkeys(f"{suffix} ({one.name})" for one in kind.formats for suffix in one.suffixes[:1]))


def _ends(one: Format) -> str:
    return f"a name that ends in {one_of(one.suffixes)}" if one.suffixes else "a folder, a name without such an end"


def _paged(
    kind: str,
    page_of: Callable[[Content], Page],
    records_of: Callable[[Content], Mapping[str, Any]],
    filters_of: Callable[[Content], TemplateFilters] = lambda _: {},
) -> dict[Format, Callable[[Content, Means], str | bytes | Files]]:
    """The renderers of what has a page: as a table of text, as Markdown and as HTML; templates see the records too."""

    def table(content: Content, means: Means) -> str:
        from egov_tracker.render.text import render_text

        return render_text(page_of(content), means.width, styled=means.styled)

    def filled(ending: str) -> Callable[[Content, Means], str]:
        def fill(content: Content, means: Means) -> str:
            from egov_tracker.render.filling import fill_page

            page = page_of(content)
            return fill_page((kind, ending), means.templates, page, records_of(content), filters_of(content))

        return fill

    return {TABLE: table, MD: filled("md"), HTML: filled("html")}


def template_names(kind: str, chosen: Format) -> tuple[str, ...]:
    """The names of the templates that make a kind of output in a format, the one of its own first; none if none do."""
    first = kind.partition(" ")[0]
    if chosen is DOCX:
        return (f"{first}.docx",)
    if chosen not in {MD, HTML}:
        return ()
    own = f"{first}.{chosen.name}.j2"
    return (own,) if first in {"letter", "appendix"} else (own, f"page.{chosen.name}.j2")


def _filters(lang: Lang, observations: Iterable[Observation]) -> TemplateFilters:
    from egov_tracker.views.template_filters import template_filters

    return template_filters(lang, observations)


def _status_filters(content: StatusContent) -> TemplateFilters:
    return _filters(content.lang, content.view.snapshot.observations)


def _diff_filters(content: DiffContent) -> TemplateFilters:
    return _filters(content.view.lang, (seen for snapshot in content.view.path for seen in snapshot.observations))


def _report_filters(content: ReportContent) -> TemplateFilters:
    return _filters(content.view.say.lang, (view.observation for view in content.view.views))


def _appendix_filters(content: AppendixContent) -> TemplateFilters:
    document = content.document
    return _filters(document.lang, (made.view.observation for made in document.appendix.lists))


def _letter_filters(content: LetterView) -> TemplateFilters:
    from egov_tracker.views.page import Lang

    return _filters(Lang.VI, (made.view.observation for one in content.appendices for made in one.lists))


def _letter_records(content: LetterView) -> Mapping[str, Any]:
    from egov_tracker.views.records import list_record

    return {"lists": [[list_record(made) for made in one.lists] for one in content.appendices]}


def _status_records(content: StatusContent) -> Mapping[str, Any]:
    from egov_tracker.views.records import status_record

    return status_record(content.view, content.data, agencies=content.agencies)


def _coverage_records(content: CoverageContent) -> Mapping[str, Any]:
    from egov_tracker.views.records import quarters_record

    return quarters_record(content.coverage, content.data)


def _diff_records(content: DiffContent) -> Mapping[str, Any]:
    from egov_tracker.views.diff.records import diff_record

    return diff_record(content.view, content.data)


def _appendix_records(content: AppendixContent) -> Mapping[str, Any]:
    from egov_tracker.views.records import appendix_record

    return appendix_record(content.document.appendix.lists, content.quarter, content.data)


def _report(ending: str) -> Callable[[ReportContent, Means], str]:
    def fill(content: ReportContent, means: Means) -> str:
        from egov_tracker.render.filling import fill_page

        records, filters = _report_records(content), _report_filters(content)
        return fill_page(("report", ending), means.templates, _report_page(content), records, filters)

    return fill


def _report_page(content: ReportContent) -> Page:
    from egov_tracker.views.report.office import framed
    from egov_tracker.views.report.page import report_page
    from egov_tracker.views.titles import report_title, status_title

    view, period = content.view, content.view.snapshot.period
    title = report_title(period, content.obligations, view.say)
    page = report_page(view, title, content.data.title, annex=content.annex)
    if content.office is None:
        return page
    return framed(page, content.office, status_title(period, content.obligations, view.say))


def _report_records(content: ReportContent) -> Mapping[str, Any]:
    from egov_tracker.views.records import report_record

    return report_record(content.view, content.data)


def _report_json(content: ReportContent, _: Means) -> str:
    from egov_tracker.render.json import dump

    return dump(_report_records(content))


def _appendix(ending: str) -> Callable[[AppendixContent, Means], str]:
    def fill(content: AppendixContent, means: Means) -> str:
        from egov_tracker.render.filling import fill_first

        values = _appendix_values(content)
        return fill_first((f"appendix.{ending}.j2",), means.templates, _appendix_filters(content), values)

    return fill


def _appendix_values(content: AppendixContent) -> dict[str, object]:
    return {"document": content.document, "records": _appendix_records(content)}


def _letter(ending: str) -> Callable[[LetterView, Means], str]:
    def fill(content: LetterView, means: Means) -> str:
        from egov_tracker.render.filling import fill_first

        return fill_first((f"letter.{ending}.j2",), means.templates, _letter_filters(content), _letter_values(content))

    return fill


def _letter_values(content: LetterView) -> dict[str, object]:
    return {"letter": content, "records": _letter_records(content)}


def _status_page(content: StatusContent) -> Page:
    from egov_tracker.views.first_screen import first_screen_page
    from egov_tracker.views.status import status_page

    if content.screen:
        return first_screen_page(content.screen, content.definitions.registry, content.lang)
    return status_page(content.view, content.title, content.data.named, content.lang, agencies=content.agencies)


def _status_json(content: StatusContent, _: Means) -> str:
    from egov_tracker.render.json import status_json

    return status_json(content.view, content.data, agencies=content.agencies)


def _status_csv(content: StatusContent, means: Means) -> str:
    from egov_tracker.render.csv import status_csv

    return status_csv(content.view, means.dialect, agencies=content.agencies)


def _agency_page(content: AgencyContent) -> Page:
    from egov_tracker.views.agency import agency_page

    return agency_page(content.view, content.data.title)


def _agency_records(content: AgencyContent) -> Mapping[str, Any]:
    from egov_tracker.views.agency_records import agency_record

    return agency_record(content.view, content.data)


def _agency_csv(content: AgencyContent, means: Means) -> str:
    from egov_tracker.render.csv import write_csv
    from egov_tracker.views.agency_records import agency_record
    from egov_tracker.views.columns import account_rows

    return write_csv(account_rows(agency_record(content.view, content.data)), means.dialect)


def _reminders_page(content: RemindersContent) -> Page:
    from egov_tracker.views.reminders import reminders_page

    return reminders_page(content.view, content.data.title)


def _reminders_records(content: RemindersContent) -> Mapping[str, Any]:
    from egov_tracker.views.agency_records import reminders_record

    return reminders_record(content.view, content.data)


def _reminders_csv(content: RemindersContent, means: Means) -> str:
    from egov_tracker.render.csv import write_csv
    from egov_tracker.views.agency_records import reminders_record
    from egov_tracker.views.columns import reminder_rows

    return write_csv(reminder_rows(reminders_record(content.view, content.data)["reminders"]), means.dialect)


def _dumped(records_of: Callable[[Content], Mapping[str, Any]]) -> Callable[[Content, Means], str]:
    """The JSON of the records."""

    def dumped(content: Content, _: Means) -> str:
        from egov_tracker.render.json import dump

        return dump(records_of(content))

    return dumped


def _coverage_page(content: CoverageContent) -> Page:
    from egov_tracker.views.coverage import coverage_page

    return coverage_page(content.coverage, content.data.named, content.lang)


def _coverage_json(content: CoverageContent, _: Means) -> str:
    from egov_tracker.render.json import coverage_json

    return coverage_json(content.coverage, content.data)


def _coverage_csv(content: CoverageContent, means: Means) -> str:
    from egov_tracker.render.csv import coverage_csv

    return coverage_csv(content.coverage, means.dialect)


def _indicators_records(content: IndicatorsContent) -> Mapping[str, Any]:
    from egov_tracker.views.indicators import indicators_record

    return indicators_record(content.uses, content.data)


def _indicators_page(content: IndicatorsContent) -> Page:
    from egov_tracker.views.indicators import indicators_page

    return indicators_page(content.uses, content.data.named, content.lang)


def _indicators_json(content: IndicatorsContent, _: Means) -> str:
    from egov_tracker.render.json import dump

    return dump(_indicators_records(content))


def _indicators_csv(content: IndicatorsContent, means: Means) -> str:
    from egov_tracker.render.csv import write_csv
    from egov_tracker.views.columns import indicator_rows

    return write_csv(indicator_rows(_indicators_records(content)["indicators"]), means.dialect)


def _diff_page(content: DiffContent) -> Page:
    from egov_tracker.views.diff.page import diff_page

    return diff_page(content.view, content.data.title)


def _diff_json(content: DiffContent, _: Means) -> str:
    from egov_tracker.render.json import diff_json

    return diff_json(content.view, content.data)


def _diff_csv(content: DiffContent, means: Means) -> str:
    from egov_tracker.render.csv import diff_csv

    return diff_csv(content.view, means.dialect)


def _word(
    kind: str,
    page_of: Callable[[Content], Page],
    records_of: Callable[[Content], Mapping[str, Any]],
    day_of: Callable[[Content], date],
) -> Callable[[Content, Means], bytes]:
    """The page as a Word document; the office's own with the records in it, where there is one."""

    def word(content: Content, means: Means) -> bytes:
        from egov_tracker.render.filling import fill_word, find_word
        from egov_tracker.render.word.document import render_docx

        if path := find_word(kind, means.templates):
            values = {"page": page_of(content), "records": records_of(content)}
            return fill_word(path, values, {}, day_of(content))

        return render_docx(page_of(content), day_of(content), means.reference)

    return word


def _trend_page(content: TrendContent) -> Page:
    from egov_tracker.views.trend.overview import overview_page
    from egov_tracker.views.trend.page import trend_page

    if content.trends.subject is None:
        return overview_page(content.trends.views, content.data.named, content.lang)
    return trend_page(content.trends.views[0], content.definitions, content.data.named, content.lang)


def _trend_records(content: TrendContent) -> TrendRecord:
    from egov_tracker.views.trend.records import trend_record

    return trend_record(content.trends, content.definitions, content.data, content.lang)


def _trend_csv(content: TrendContent, means: Means) -> str:
    from egov_tracker.render.csv import write_csv
    from egov_tracker.views.trend.columns import trend_rows

    return write_csv(trend_rows(_trend_records(content)["lines"]), means.dialect)


def _trend_svg(content: TrendContent, _: Means) -> str:
    from egov_tracker.render.svg import render_svg
    from egov_tracker.views.trend.picture import pictures_of

    if content.trends.subject is None:
        raise EgovError(f"-f svg: {expected('an indicator or a series', 'none')}")
    return render_svg(pictures_of(content.trends.views[0], content.data.named, content.lang))


def _tiles_page(content: TilesContent) -> Page:
    from egov_tracker.views.trend.tiles import tiles_page

    return tiles_page(content.trend, content.maps, content.definitions, content.data.named, content.lang)


def _tiles_records(content: TilesContent) -> TilesRecord:
    from egov_tracker.views.trend.tiles import tiles_record

    return tiles_record(content.maps, content.trend.subject.name, content.data)


def _tiles_svg(content: TilesContent, _: Means) -> str:
    from egov_tracker.render.svg import render_map
    from egov_tracker.views.trend.tiles import tiles_page

    return render_map(tiles_page(content.trend, content.maps, content.definitions, content.data.named, content.lang))


def _tiles_csv(content: TilesContent, means: Means) -> str:
    from egov_tracker.render.csv import write_csv
    from egov_tracker.views.trend.columns import tile_rows

    return write_csv(tile_rows(_tiles_records(content)["maps"]), means.dialect)


def _report_docx(content: ReportContent, means: Means) -> bytes:
    from egov_tracker.render.filling import fill_word, find_word
    from egov_tracker.render.word.document import render_docx

    page, day = _report_page(content), content.view.snapshot.period.last_day
    if page.frame:
        day = page.frame.form.day
    if path := find_word("report", means.templates):
        values = {"page": page, "records": _report_records(content)}
        return fill_word(path, values, _report_filters(content), day)

    return render_docx(page, day, means.reference)


def _letter_docx(content: LetterView, means: Means) -> bytes:
    from egov_tracker.render.filling import fill_word, find_word
    from egov_tracker.render.word.letter import render_letter_docx

    if path := find_word("letter", means.templates):
        return fill_word(path, _letter_values(content), _letter_filters(content), content.day)

    return render_letter_docx(content, means.reference)


def _appendix_table(content: AppendixContent, means: Means) -> str:
    from egov_tracker.render.text import render_text
    from egov_tracker.views.appendix_document import appendix_page

    return render_text(appendix_page(content.document), means.width, styled=means.styled)


def _appendix_docx(content: AppendixContent, means: Means) -> bytes:
    from egov_tracker.render.filling import fill_word, find_word
    from egov_tracker.render.word.letter import render_appendix_docx

    if path := find_word("appendix", means.templates):
        return fill_word(path, _appendix_values(content), _appendix_filters(content), content.document.day)

    return render_appendix_docx(content.document, means.reference)


def _appendix_json(content: AppendixContent, _: Means) -> str:
    from egov_tracker.render.json import appendix_json

    return appendix_json(content.document.appendix.lists, content.quarter, content.data)


def _appendix_csv(content: AppendixContent, means: Means) -> str:
    from egov_tracker.render.csv import appendix_csv

    return appendix_csv(content.document.appendix.lists, means.dialect)


def _findings_text(content: FindingsContent, means: Means) -> str:
    from egov_tracker.render.findings import findings_text
    from egov_tracker.views.findings import by_weight, view_findings

    shown = [found for found in content.findings if content.explained or found.remark is None]
    return findings_text(view_findings(by_weight(shown, content.data), content.read), styled=means.styled)


def _findings_json(content: FindingsContent, _: Means) -> str:
    from egov_tracker.render.findings import findings_json

    return findings_json(content.findings, content.data)


def _findings_github(content: FindingsContent, _: Means) -> str:
    from egov_tracker.render.findings import findings_github

    return findings_github(content.findings)


def _findings_sarif(content: FindingsContent, _: Means) -> str:
    from egov_tracker import __version__
    from egov_tracker.model.rules import CHECK_RULES
    from egov_tracker.render.findings import findings_sarif

    return findings_sarif(content.findings, CHECK_RULES, __version__)


def _findings_gitlab(content: FindingsContent, _: Means) -> str:
    from egov_tracker.render.findings import findings_gitlab

    return findings_gitlab(content.findings)


def _rules_text(content: RulesContent, means: Means) -> str:
    from egov_tracker.render.rules import rule_text, rules_text

    return rule_text(content.one, means.width, styled=means.styled) if content.one else rules_text(content.rules)


def _rules_markdown(content: RulesContent, _: Means) -> str:
    from egov_tracker.render.rules import rule_markdown, rules_markdown

    return rule_markdown(content.one) if content.one else rules_markdown(content.rules)


def _trace_page(content: TraceContent) -> Page:
    from egov_tracker.views.trace import trace_page

    return trace_page(content.trace, content.data.named, content.lang)


def _trace_records(content: TraceContent) -> Mapping[str, Any]:
    from egov_tracker.views.trace import trace_record

    return trace_record(content.trace, content.data)


def _trace_json(content: TraceContent, _: Means) -> str:
    from egov_tracker.render.json import dump

    return dump(_trace_records(content))


def _draft_yaml(content: ReadContent, _: Means) -> str:
    from egov_tracker.reading.draft import period_of, write_draft

    period = content.quarter or period_of(content.entries)
    if period is None:
        raise EgovError("no figure of the text has a date: say the quarter with --into")
    return write_draft(content.entries, period)


def _read_json(content: ReadContent, _: Means) -> str:
    from egov_tracker.reading.records import reading_record
    from egov_tracker.render.json import dump

    records = [reading_record(entry.reading, entry.id) for entry in content.entries]
    return dump(records[0] if len(records) == 1 else records)


def _read_html(content: ReadContent, _: Means) -> str:
    from egov_tracker.reading.page import write_page

    return write_page(content.entries)


def _form_xlsx(content: ReportForm, _: Means) -> bytes:
    from egov_tracker.render.form import render_form

    return render_form(content)


def _tables_xlsx(tables: tuple[Table, ...], _: Means) -> bytes:
    from egov_tracker.render.xlsx import render_xlsx

    return render_xlsx(tables)


def _tables_sqlite(tables: tuple[Table, ...], _: Means) -> bytes:
    from egov_tracker.render.sqlite import render_sqlite

    return render_sqlite(tables)


def _tables_datapackage(tables: tuple[Table, ...], _: Means) -> Files:
    from egov_tracker import __version__
    from egov_tracker.render.datapackage import render_datapackage

    return render_datapackage(tables, __version__)


def _tables_parquet(tables: tuple[Table, ...], _: Means) -> Files:
    from egov_tracker.render.parquet import render_parquet

    return render_parquet(tables)


def _tables_csv(tables: tuple[Table, ...], means: Means) -> Files:
    from egov_tracker.render.datapackage import render_csv_folder

    return render_csv_folder(tables, means.dialect)


STATUS: Kind[StatusContent] = Kind(
    "status",
    {**_paged("status", _status_page, _status_records, _status_filters), JSON: _status_json, CSV: _status_csv},
    options={"--all": PAGES},
)
AGENCY: Kind[AgencyContent] = Kind(
    "agency",
    {
        **_paged("agency", _agency_page, _agency_records),
        DOCX: _word("agency", _agency_page, _agency_records, lambda content: content.day),
        JSON: _dumped(_agency_records),
        CSV: _agency_csv,
    },
    options={"--lang": (*PAGES, DOCX)},
)
REMINDERS: Kind[RemindersContent] = Kind(
    "reminders",
    {
        **_paged("reminders", _reminders_page, _reminders_records),
        DOCX: _word("reminders", _reminders_page, _reminders_records, lambda content: content.day),
        JSON: _dumped(_reminders_records),
        CSV: _reminders_csv,
    },
    options={"--lang": (*PAGES, DOCX)},
)
QUARTERS: Kind[CoverageContent] = Kind(
    "quarters",
    {**_paged("quarters", _coverage_page, _coverage_records), JSON: _coverage_json, CSV: _coverage_csv},
    options={"--lang": PAGES},
)
INDICATORS: Kind[IndicatorsContent] = Kind(
    "indicators",
    {**_paged("indicators", _indicators_page, _indicators_records), JSON: _indicators_json, CSV: _indicators_csv},
    options={"--lang": PAGES},
)
DIFF: Kind[DiffContent] = Kind(
    "diff",
    {**_paged("diff", _diff_page, _diff_records, _diff_filters), JSON: _diff_json, CSV: _diff_csv},
    options={"--lang": (*PAGES, JSON)},
)
TREND: Kind[TrendContent] = Kind(
    "trend",
    {
        **_paged("trend", _trend_page, _trend_records),
        DOCX: _word("trend", _trend_page, _trend_records, lambda content: content.trends.quarters[-1].last_day),
        JSON: _dumped(_trend_records),
        CSV: _trend_csv,
        SVG: _trend_svg,
    },
    options={"--lang": (*PAGES, DOCX, JSON, SVG)},
)
TREND_TILES: Kind[TilesContent] = Kind(
    "trend --tiles",
    {
        **_paged("trend", _tiles_page, _tiles_records),
        DOCX: _word("trend", _tiles_page, _tiles_records, lambda content: content.day),
        JSON: _dumped(_tiles_records),
        CSV: _tiles_csv,
        SVG: _tiles_svg,
    },
    options={"--lang": (*PAGES, DOCX, SVG)},
)
REPORT: Kind[ReportContent] = Kind(
    "report",
    {
        MD: _report("md"),
        HTML: _report("html"),
        DOCX: _report_docx,
        JSON: _report_json,
    },
    options={"--annex": DOCUMENTS, "--office": DOCUMENTS},
)
LETTER: Kind[LetterView] = Kind(
    "letter",
    {
        MD: _letter("md"),
        HTML: _letter("html"),
        DOCX: _letter_docx,
    },
)
APPENDIX: Kind[AppendixContent] = Kind(
    "appendix",
    {
        TABLE: _appendix_table,
        MD: _appendix("md"),
        HTML: _appendix("html"),
        DOCX: _appendix_docx,
        JSON: _appendix_json,
        CSV: _appendix_csv,
    },
    options={
        **dict.fromkeys(("--title", "--number", "--date", "--issuer", "--regime", "--lang"), (TABLE, *DOCUMENTS)),
        "--columns": (TABLE, *DOCUMENTS, JSON),
    },
)
CHECK: Kind[FindingsContent] = Kind(
    "check",
    {
        TEXT: _findings_text,
        JSON: _findings_json,
        GITHUB: _findings_github,
        SARIF: _findings_sarif,
        GITLAB: _findings_gitlab,
    },
    options={"--all": (TEXT,)},
)
LETTER_CHECK: Kind[tuple[Finding, ...]] = Kind(
    "letter --check", {TEXT: lambda content, _: "".join(f"{found}\n" for found in content)}
)
EXPLAIN: Kind[RulesContent] = Kind("explain", {TEXT: _rules_text, MD: _rules_markdown})
READ: Kind[ReadContent] = Kind(
    "read", {YAML: _draft_yaml, JSON: _read_json, HTML: _read_html}, options={"--into": (YAML,), "--kind": (YAML,)}
)
TRACE: Kind[TraceContent] = Kind(
    "trace", {**_paged("trace", _trace_page, _trace_records), JSON: _trace_json}, options={"--lang": PAGES}
)
FORM: Kind[ReportForm] = Kind("form", {XLSX: _form_xlsx})
COLLECT: Kind[str] = Kind("collect", {YAML: lambda content, _: content})
EXPORT: Kind[tuple[Table, ...]] = Kind(
    "export",
    {
        DATAPACKAGE: _tables_datapackage,
        XLSX: _tables_xlsx,
        SQLITE: _tables_sqlite,
        CSV_FOLDER: _tables_csv,
        PARQUET: _tables_parquet,
    },
    asked_by=("--to", ""),
)
SCHEMA: Kind[str] = Kind("schema", {JSON: lambda content, _: content})
KINDS: tuple[Kind[Any], ...] = (
    STATUS,
    AGENCY,
    REMINDERS,
    QUARTERS,
    INDICATORS,
    DIFF,
    TREND,
    TREND_TILES,
    REPORT,
    LETTER,
    APPENDIX,
    CHECK,
    LETTER_CHECK,
    EXPLAIN,
    READ,
    TRACE,
    EXPORT,
    FORM,
    COLLECT,
    SCHEMA,
)
