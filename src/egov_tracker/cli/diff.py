"""`egov diff`: what changed between two quarters, and what cannot be compared."""

from typing import Annotated

import typer

from egov_tracker.cli.options import (
    Data,
    Excel,
    Groups,
    Indicators,
    Lang,
    Output,
    TemplateFolder,
    Trace,
    complete_quarter,
    format_option,
)
from egov_tracker.render.outputs.comparison import DIFF


def _side(name: str) -> typer.models.ArgumentInfo:
    text = f"The {name} side: a quarter, a file, a revision of one such as HEAD~1:data/reports/2016Q2.yaml, or HEAD."
    info: typer.models.ArgumentInfo = typer.Argument(
        metavar=name.upper(), help=text, show_default=False, autocompletion=complete_quarter
    )
    return info


def _as_of(name: str) -> typer.models.OptionInfo:
    text = f"On the {name} side, only what speaks of this day, month, quarter or year; or unknown."
    info: typer.models.OptionInfo = typer.Option(f"--as-of-{name}", metavar="DATE", help=text)
    return info


Since = Annotated[
    str | None,
    typer.Option(
        "--since",
        metavar="2016Q1",
        help="From this quarter through every later one, instead of OLD and NEW.",
        autocompletion=complete_quarter,
    ),
]
AllSteps = Annotated[
    bool,
    typer.Option(
        "--all", help="Every dated figure step by step, every pair with whether it can be compared, and all else."
    ),
]
ExitCode = Annotated[bool, typer.Option("--exit-code", help="Exit with 1 where something differs.")]


def diff(
    ctx: typer.Context,
    old: Annotated[str | None, _side("old")] = None,
    new: Annotated[str | None, _side("new")] = None,
    since: Since = None,
    indicator: Indicators = None,
    group: Groups = None,
    as_of_old: Annotated[str | None, _as_of("old")] = None,
    as_of_new: Annotated[str | None, _as_of("new")] = None,
    all_steps: AllSteps = False,
    trace: Trace = False,
    exit_code: ExitCode = False,
    format: Annotated[str | None, format_option(DIFF)] = None,  # noqa: A002
    output: Output = None,
    excel: Excel = False,
    lang: Lang = None,
    templates: TemplateFolder = None,
    data: Data = None,
) -> None:
    """Compare two quarters: what moved, what stands still, and what cannot be compared and why."""
    from egov_tracker.cli.filters import read_filters
    from egov_tracker.cli.operands import DiffRequest, compare_sides
    from egov_tracker.cli.output import choose_target
    from egov_tracker.cli.runtime import choose_language, open_ledger
    from egov_tracker.render.contents import DiffContent

    given = {"--templates": templates, "--lang": lang, "--excel": excel or None, "--trace": trace or None}
    target = choose_target(DIFF, format, output, given)
    language = choose_language(lang)
    ledger = open_ledger(ctx, data)
    wanted = DiffRequest(old, new, since, as_of_old, as_of_new, every=all_steps)
    view = compare_sides(ledger, wanted, read_filters(ledger, indicator, group, None), language)
    target.write(DiffContent(view._replace(trace=trace), ledger.folder))
    if exit_code and view.differs:
        raise typer.Exit(1)
