"""The package's own templates as modules, and what fills them: the same text as Jinja makes, without its import."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


def fill_packaged(template: str, values: Mapping[str, Any]) -> str:
    """Fill the template of the package that has this name."""
    module = import_module(f"{__name__}.{module_name(template)}")
    return "".join(module.write({**values, **page_filters(template, values)}))


def module_name(template: str) -> str:
    """The module of a template: `page_html` of `page.html.j2`."""
    return template.removesuffix(".j2").replace(".", "_")


def page_filters(template: str, values: Mapping[str, Any]) -> Mapping[str, Callable[..., str]]:
    """What a page in HTML alone has: references, addresses and quotations within a text."""
    if "page" not in values or not template.removesuffix(".j2").endswith(".html"):
        return {}
    from egov_tracker.render.inline import Inline

    return Inline(values["page"]).filters
