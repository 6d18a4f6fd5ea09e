"""A template of a stranger reads the page it is given, and does nothing else."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

import pytest

from egov_tracker.errors import EgovError
from egov_tracker.render import sandbox
from egov_tracker.render.templates import Templates

if TYPE_CHECKING:
    from pathlib import Path

NAME = "page.md.j2"


class Page:
    """What a page could hold by mistake: a method."""

    title = "Trang"

    def leave(self) -> str:
        return "left"


def render(folder: Path, text: str) -> str:
    (folder / NAME).write_text(text, encoding="utf-8")
    return Templates(folder).render(NAME, page=Page(), texts=("a", "b"))


@pytest.mark.parametrize(
    ("text", "output"),
    [
        ("{{ page.title }}", "Trang"),
        ("{% for _ in range(2) %}{{ loop.index }}{% endfor %}", "12"),
        ("{% macro m(x) %}<{{ x }}>{% endmacro %}{{ m(texts | join(' ')) }}", "<a b>"),
        ("{{ page.title.upper() }}{{ 'ab'.startswith('a') }}", "TRANGTrue"),
        ("{% set n = namespace(x=1) %}{% set n.x = 2 %}{{ n.x }}{{ loop_of }}", None),
        ("{% import 'packaged/appendix.md.j2' as parts %}{{ 2 ** 8 }}", "256"),
    ],
)
def test_a_template_may_do_what_the_packaged_ones_do(tmp_path: Path, text: str, output: str | None) -> None:
    if output is None:
        with pytest.raises(EgovError, match="'loop_of' is undefined"):
            render(tmp_path, text)
    else:
        assert render(tmp_path, text) == output


@pytest.mark.parametrize(
    "text",
    [
        "{{ ''.__class__.__mro__[1].__subclasses__() }}",
        "{{ page.leave() }}",
        "{{ page.leave.__globals__ }}",
        "{{ page.__init__.__globals__['os'].system('touch PWNED') }}",
        "{{ cycler.__init__.__globals__.os.popen('touch PWNED').read() }}",
        "{{ self._TemplateReference__context }}",
        "{{ '{0.__class__.__mro__}'.format(page) }}",
        "{{ (texts | map(attribute='__class__') | list)[0].mro() }}",
        "{{ lipsum.__globals__ }}",
        "{{ [].append(1) }}",
    ],
)
def test_a_template_reaches_nothing_but_its_page(tmp_path: Path, text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(EgovError, match=r"^template .*page\.md\.j2(:1)?: "):
        render(tmp_path, text)
    assert sorted(path.name for path in tmp_path.iterdir()) == [NAME]


MEMORY, DEEP = "it takes too much memory", "it is nested too deep"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{{ 'x' * 10 ** 10 }}", MEMORY),
        ("{{ '%1000000000d' % 1 }}", MEMORY),
        ("{{ 'x' | center(10 ** 10) }}", MEMORY),
        ("{% set n = namespace(s='xxxxxxxx') %}{% for _ in range(60) %}{% set n.s = n.s ~ n.s %}{% endfor %}", MEMORY),
        ("{{ 9 ** 9 ** 9 }}", "a power of more than 64"),
        (
            "{% for _ in range(10 ** 9) %}{% endfor %}",
            "Range too big. The sandbox blocks ranges larger than MAX_RANGE (100000).",
        ),
        (
            "{% for _ in range(99999) %}{% for _ in range(99999) %}{% endfor %}{% endfor %}",
            "it takes more than 0.2 seconds",
        ),
        ("{% for _ in range(99999) %}{{ 'x' * 999999 }}{% endfor %}", "it writes more than 16,777,216 characters"),
        ("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", DEEP),
        (f"{{% include '{NAME}' %}}", DEEP),
        ("{{ " + "(" * 5_000 + "1" + ")" * 5_000 + " }}", DEEP),
        ("{{ 1" + "+ 1" * 20_000 + " }}", DEEP),
        ("{% if 1 %}" * 3_000 + "{% endif %}" * 3_000, DEEP),
        ("{% for _ in texts %}" * 300 + "{% endfor %}" * 300, DEEP),
        ("x" * 2_000_000, f"cannot read {{path}}/{NAME}: it has more than 1,048,576 bytes"),
    ],
    ids=lambda text: text[:30],
)
def test_a_template_takes_bounded_time_memory_and_room(
    tmp_path: Path, text: str, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sandbox, "MOST_SECONDS", 0.2 if "seconds" in said else 9)
    with pytest.raises(EgovError) as raised:
        render(tmp_path, text)
    assert str(raised.value).replace(f"{NAME}:1", NAME) == f"template {tmp_path / NAME}: {said.format(path=tmp_path)}"


def test_a_template_of_ones_own_that_cannot_be_read_is_never_replaced_by_the_packaged_one(tmp_path: Path) -> None:
    path = tmp_path / NAME

    def refusal() -> str:
        with pytest.raises(EgovError) as wrong:
            Templates(tmp_path).render(NAME, page=Page())
        return re.sub(re.escape(str(tmp_path)), "…", str(wrong.value))

    path.write_bytes("Bộ".encode("utf-16"))
    assert refusal() == f"template …/{NAME}: not UTF-8: byte 0xff"
    path.unlink()
    os.mkfifo(path)
    assert refusal() == f"template …/{NAME}: cannot read …/{NAME}: expected a regular file, got a pipe"
    path.unlink()
    path.symlink_to(path)
    assert refusal() == f"template …/{NAME}: cannot read …/{NAME}: Too many levels of symbolic links"
    path.unlink()
    path.symlink_to("/etc/passwd")
    assert refusal() == f"template …/{NAME}: the link leads out of the folder of templates"
    path.unlink()
    path.mkdir()
    assert refusal() == f"template …/{NAME}: cannot read …/{NAME}: Is a directory"


@pytest.mark.parametrize("name", ["../secret", "/etc/passwd", "a/../../secret", "./page.md.j2", ""])
def test_a_template_includes_only_what_lies_in_its_folder(tmp_path: Path, name: str) -> None:
    (tmp_path / "secret").write_text("secret", encoding="utf-8")
    own = tmp_path / "own"
    own.mkdir()
    with pytest.raises(EgovError, match="expected a template that is there"):
        render(own, f"{{% include '{name}' %}}")
