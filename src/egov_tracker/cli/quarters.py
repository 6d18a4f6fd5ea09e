"""`egov quarters`: the coverage map."""

from typing import Annotated

import typer

from egov_tracker.cli.options import Data, Excel, Lang, Output, TemplateFolder, format_option
from egov_tracker.render.outputs.quarter import QUARTERS


def quarters(
    ctx: typer.Context,
    format: Annotated[str | None, format_option(QUARTERS)] = None,  # noqa: A002
    output: Output = None,
    excel: Excel = False,
    lang: Lang = None,
    templates: TemplateFolder = None,
    data: Data = None,
) -> None:
    """Show which quarter prints which indicator, so that a gap is seen as a gap."""
    from egov_tracker.cli.output import choose_target
    from egov_tracker.cli.runtime import choose_language, open_ledger
    from egov_tracker.render.contents import CoverageContent
    from egov_tracker.views.coverage import view_coverage

    target = choose_target(
        QUARTERS, format, output, {"--templates": templates, "--lang": lang, "--excel": excel or None}
    )
    language = choose_language(lang)
    ledger = open_ledger(ctx, data)
    ledger.resolve(None)
    snapshots = ledger.snapshots()
    coverage = view_coverage(snapshots, ledger.definitions.catalogue)
    target.write(CoverageContent(coverage, ledger.folder, language))
