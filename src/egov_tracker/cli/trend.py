"""`egov trend`: an indicator or a series over all quarters."""

from typing import TYPE_CHECKING, Annotated

import typer

from egov_tracker.cli.options import (
    Data,
    Excel,
    Groups,
    Lang,
    Output,
    ReferenceDocument,
    TemplateFolder,
    complete_subject,
    format_option,
)
from egov_tracker.render.outputs.history import TREND, TREND_TILES

if TYPE_CHECKING:
    from egov_tracker.model.terms import Lang as Language
    from egov_tracker.render.contents import TilesContent, TrendContent
    from egov_tracker.store.ledger import Ledger

Name = Annotated[
    str | None,
    typer.Argument(
        metavar="[INDICATOR|SERIES]",
        help="What to follow; without it, an overview of every line.",
        autocompletion=complete_subject,
        show_default=False,
    ),
]


TILES = "Draw a map of tiles: who was done and outstanding on the date, province by province."
AS_OF = "With --tiles: what speaks of this day, month, quarter or year; the latest by default."


def trend(
    ctx: typer.Context,
    name: Name = None,
    group: Groups = None,
    tiles: Annotated[bool, typer.Option("--tiles", help=TILES)] = False,
    as_of: Annotated[str | None, typer.Option("--as-of", metavar="DATE", help=AS_OF)] = None,
    format: Annotated[str | None, format_option(TREND)] = None,  # noqa: A002
    output: Output = None,
    excel: Excel = False,
    reference_doc: ReferenceDocument = None,
    lang: Lang = None,
    templates: TemplateFolder = None,
    data: Data = None,
) -> None:
    """Follow an indicator or a series over all quarters: every figure, gap, break in comparability, and target."""
    from egov_tracker.cli.output import choose_target
    from egov_tracker.cli.runtime import choose_language, open_ledger
    from egov_tracker.errors import EgovError, expected

    given = {"--templates": templates, "--reference-doc": reference_doc, "--lang": lang, "--excel": excel or None}
    language = choose_language(lang)
    for option, value in (("-g", group), ("--tiles", tiles)):
        if name is None and value:
            raise EgovError(f"{option}: {expected('an indicator or a series before it', 'none')}")
    if as_of and not tiles:
        raise EgovError(f"--as-of: {expected('--tiles beside it', 'none')}")
    if tiles and name is not None:
        drawing = choose_target(TREND_TILES, format, output, given)
        drawing.write(_tiles(open_ledger(ctx, data), name, group, as_of, language))
    else:
        target = choose_target(TREND, format, output, given)
        target.write(_trend(open_ledger(ctx, data), name, group, language))


def _tiles(ledger: "Ledger", name: str, group: list[str] | None, as_of: str | None, lang: "Language") -> "TilesContent":
    from egov_tracker.cli.filters import read_filters
    from egov_tracker.render.contents import TilesContent
    from egov_tracker.views.trend.tiles import view_tiles

    when = read_filters(ledger, None, None, as_of).as_of
    trend = _trend(ledger, name, group, lang)
    (view,), definitions = trend.trends.views, ledger.definitions
    maps = view_tiles(view, definitions, when, lang)
    return TilesContent(view, maps, ledger.quarters[-1].last_day, definitions, ledger.folder, lang)


def _trend(ledger: "Ledger", name: str | None, group: list[str] | None, lang: "Language") -> "TrendContent":
    from egov_tracker.cli.filters import read_filters
    from egov_tracker.render.contents import TrendContent
    from egov_tracker.store.ledger import no_snapshots
    from egov_tracker.views.trend.lines import Trends, find_subject, view_lines, view_trend

    if not ledger.quarters:
        raise no_snapshots(ledger.folder)
    definitions = ledger.definitions
    groups = read_filters(ledger, None, group, None).groups
    subject = None if name is None else find_subject(name, definitions.catalogue)
    snapshots = [*ledger.snapshots()]
    views = (
        (view_trend(subject, snapshots, definitions, ledger.obligations, groups),)
        if subject
        else view_lines(snapshots, definitions)
    )
    return TrendContent(Trends(views, ledger.quarters, name), definitions, ledger.folder, lang)
