"""`egov trace`: from a figure to the words of its source."""

from typing import Annotated

import typer

from egov_tracker.cli.options import Data, Lang, Output, QuarterArgument, TemplateFolder, format_option
from egov_tracker.render.outputs.documents import TRACE


def trace(
    ctx: typer.Context,
    quarter: QuarterArgument,
    number: Annotated[
        int | None,
        typer.Argument(metavar="[N]", help="The number of a figure in the list of all, which is shown without one."),
    ] = None,
    format: Annotated[str | None, format_option(TRACE)] = None,  # noqa: A002
    output: Output = None,
    lang: Lang = None,
    templates: TemplateFolder = None,
    data: Data = None,
) -> None:
    """Trace a figure to its source: the words that print it, the lines around them, the document, the line of YAML."""
    from egov_tracker.cli.output import choose_target
    from egov_tracker.cli.runtime import choose_language, open_ledger
    from egov_tracker.render.contents import TraceContent
    from egov_tracker.store.archive import understand_file
    from egov_tracker.views.trace import view_trace

    target = choose_target(TRACE, format, output, {"--templates": templates, "--lang": lang})
    language = choose_language(lang)
    ledger = open_ledger(ctx, data)
    snapshot = ledger.snapshot(ledger.resolve(quarter))
    traced = view_trace(
        snapshot,
        ledger.folder.sources,
        number,
        lambda raw, path: ledger.understand_once(raw, path, understand_file),
    )
    target.write(TraceContent(traced, ledger.folder, language))
