from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from egov_tracker.render.packaged import fill_packaged
from egov_tracker.render.templates import Templates
from egov_tracker.store.discovery import bundled
from egov_tracker.views.page import Column, Footnote, Items, Lang, Page, Paragraph, Section, Table
from tests.building import LETTERS
from tests.running import run_egov
from tools.packaged_templates import MODULES, NotTranslatedError, modules, translate

if TYPE_CHECKING:
    from pathlib import Path

WRITTEN = modules()


@pytest.mark.parametrize("module", sorted(WRITTEN), ids=lambda module: module.stem)
def test_each_module_says_what_its_template_says(module: Path) -> None:
    """Where it does not: python tools/packaged_templates.py."""
    assert module.read_text(encoding="utf-8") == WRITTEN[module]


def test_there_is_no_module_without_a_template() -> None:
    assert {path for path in MODULES.glob("*.py") if path.name != "__init__.py"} == set(WRITTEN)


def page_of(text: str) -> Page:
    """A page with a text in every place that takes one."""
    blocks = (Paragraph(text), Items((text, text)), Table((Column(text), Column("b")), ((text, text),), text))
    sections = (Section(text, blocks), Section("", blocks))
    headings = {"footnotes": text, "sources": text, "contents": text}
    return Page(Lang.VI, text, (text,), sections, (Footnote(1, text),), (text,), headings)


@pytest.mark.parametrize("name", ["page.html.j2", "page.md.j2"])
@settings(max_examples=20)
@given(text=st.lists(st.sampled_from([*"<>&'\"[]()1|*_#`\n\x00:ế ", "(1)", "[1]", "https://", "##["])).map("".join))
def test_whatever_the_texts_are_a_module_writes_what_jinja_writes(name: str, text: str) -> None:
    page = page_of(text)
    assert fill_packaged(name, {"page": page}) == Templates().render(name, page=page)


@pytest.mark.parametrize("form", ["md", "html"])
@pytest.mark.parametrize("options", [(), ("--annex", "--trace")], ids=["short", "annex"])
def test_a_report_of_an_office_is_what_jinja_makes_of_it(form: str, options: tuple[str, ...]) -> None:
    run = ("report", "2016Q2", "--office", "office.yaml", *options, "-f", form)
    made = run_egov(*run, cwd=LETTERS)
    assert made.code == 0
    assert run_egov(*run, "--templates", bundled("templates"), cwd=LETTERS) == made


# What would mean another thing in Python than in Jinja, or what none of the templates needs.
@pytest.mark.parametrize(
    ("template", "said"),
    [
        ("{% filter upper %}{% endfilter %}", "line 1: FilterBlock is not translated"),
        ("\n{{ a % 2 }}", "line 2: Mod is not translated"),
        ("{{ a is odd }}", "line 1: the test odd is not translated"),
        ("{% macro m(a) %}{{ b }}{% endmacro %}", "line 1: b, which is no argument of the macro, is not translated"),
        ("{% macro m(a) %}{{ a | linked }}{% endmacro %}", "line 1: linked, which is no argument of the macro, is"),
        ("{% for a in b %}{% set a = 1 %}{% endfor %}", "line 1: another a is not translated"),
        ("{% for a in b %}{% for a in a %}{% endfor %}{% endfor %}", "line 1: another a is not translated"),
        ("{% set len = 1 %}", "line 1: another len is not translated"),
        ("{% macro map(a) %}{% endmacro %}", "line 1: another map is not translated"),
        ("{% macro a(str) %}{% endmacro %}", "line 1: another str is not translated"),
        ("{% for a in b if a %}{% endfor %}", "line 1: For is not translated"),
        ("{% for a in b %}{% else %}c{% endfor %}", "line 1: For is not translated"),
        ("{% include a %}", "line 1: a template that is not named is not translated"),
    ],
)
def test_what_is_not_translated_is_refused_with_its_line(template: str, said: str) -> None:
    with pytest.raises(NotTranslatedError) as raised:
        translate("any.html.j2", template)
    assert str(raised.value).startswith(said)
