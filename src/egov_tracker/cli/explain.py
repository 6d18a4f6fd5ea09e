"""`egov explain`: what a rule sees, why it matters, what to do."""

from typing import Annotated

import typer

from egov_tracker.cli.options import Output, format_option
from egov_tracker.cli.rules import complete_any_rule
from egov_tracker.render.outputs.findings import EXPLAIN


def explain(
    rule: Annotated[
        str | None,
        typer.Argument(
            metavar="[RULE]", help="A rule, FIG002; all are listed by default.", autocompletion=complete_any_rule
        ),
    ] = None,
    format: Annotated[str | None, format_option(EXPLAIN)] = None,  # noqa: A002
    output: Output = None,
) -> None:
    """Explain a rule of `egov check` or `egov letter --check`, or list all of them."""
    from egov_tracker.cli.output import choose_target
    from egov_tracker.cli.rules import find_rule
    from egov_tracker.model.rules import RULES
    from egov_tracker.render.contents import RulesContent

    target = choose_target(EXPLAIN, format, output)
    target.write(RulesContent(RULES, find_rule(rule) if rule else None))
