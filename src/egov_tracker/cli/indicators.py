"""`egov indicators`: what the catalogue measures, what an entry of it needs, and how often it is used."""

from typing import Annotated

import typer

from egov_tracker.cli.options import Data, Excel, Lang, Output, TemplateFolder, complete_indicator, format_option
from egov_tracker.render.outputs.definitions import INDICATORS

Wanted = Annotated[
    str | None,
    typer.Argument(
        metavar="[ID]", help="One indicator; all by default.", show_default=False, autocompletion=complete_indicator
    ),
]


def indicators(
    ctx: typer.Context,
    wanted: Wanted = None,
    format: Annotated[str | None, format_option(INDICATORS)] = None,  # noqa: A002
    output: Output = None,
    excel: Excel = False,
    lang: Lang = None,
    templates: TemplateFolder = None,
    data: Data = None,
) -> None:
    """Show the catalogue: what each indicator counts, what an entry of it needs, and how often it is used."""
    from egov_tracker.cli.output import choose_target
    from egov_tracker.cli.runtime import choose_language, open_ledger
    from egov_tracker.render.contents import IndicatorsContent
    from egov_tracker.store.lookup import find_indicator
    from egov_tracker.views.coverage import view_coverage
    from egov_tracker.views.indicators import view_indicators

    target = choose_target(
        INDICATORS, format, output, {"--templates": templates, "--lang": lang, "--excel": excel or None}
    )
    language = choose_language(lang)
    ledger = open_ledger(ctx, data)
    chosen = find_indicator(wanted, ledger.definitions) if wanted else None
    coverage = view_coverage(ledger.snapshots(), ledger.definitions.catalogue)
    uses = (use for use in view_indicators(coverage) if use.indicator.id == (chosen or use.indicator.id))
    target.write(IndicatorsContent(tuple(uses), ledger.folder, language))
