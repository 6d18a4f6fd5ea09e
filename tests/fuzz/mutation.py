"""Inputs for fuzzing: every field with every nasty value, and random changes of the trees or bytes of real files."""

from __future__ import annotations

import copy
from functools import partial
from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Iterator

Path = tuple[str | int, ...]
DUMPER: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # every scalar is a text, as the program reads it

NASTY: tuple[Any, ...] = (
    "",
    None,
    "~",
    " ",
    "0",
    "-1",
    "00",
    "1e9",
    "1" * 30,
    "9" * 9,
    "٣",
    "½",
    "NaN",
    "inf",
    "true",
    "yes",
    "no",
    "19/30",
    "31/30",
    "0/0",
    "19/0",
    "1/99999999999",
    "100%",
    "100,01%",
    "-5%",
    "36.95",
    "1,578",
    "109.644",
    "hơn 1 triệu",
    "2016Q2",
    "2016Q9",
    "0000Q1",
    "9999Q4",
    "2016-02-30",
    "0001-01-01",
    "9999-12-31",
    "2016-13",
    "unknown",
    "12:30",
    "1600",
    "all",
    "central",
    "national",
    "provinces",
    "Hà Nội",
    "ha noi",
    "Bộ Tài chính",
    "Bộ Không Đâu",
    "adoption",
    "rank",
    "cumulative",
    "flow",
    "stock",
    "share",
    "table",
    "tt01",
    "nd30",
    "ROMAN",
    "alphabet",
    "auto",
    "action_plan",
    "document_interconnection",
    "un_egdi_rank",
    "press",
    "2016Q1/press",
    "2016Q2/",
    "FIG002",
    "ZZZ999",
    "../../etc/passwd",
    "/dev/zero",
    "a/b",
    "::error::x",
    "##[error]x",
    "=1+1",
    "\t=1",
    "@x",
    "<script>",
    "]]>",
    "&amp;",
    "{{ 7 * 7 }}",
    "{% include 'x' %}",
    "__x__",
    "a|b",
    "x\ny",
    "x\r\n::error::y",
    "\x1b[31m",
    "\x00",
    "\x9b",
    "\u202e",
    "\u2028",
    "\ufeff",
    "\ud7ff",
    "e\u0301",
    "e" + "\u0301" * 17,
    "\U0001f600",
    "x" * 1_001,
    "x" * 10_001,
    "chữ " * 240,
    "a-" * 100,
    "%s%n{0}",
    "$(id)",
    "'\"",
    [],
    [""],
    [None],
    ["x"],
    ["Hà Nội", "Hà Nội"],
    [[]],
    [{}],
    ["x"] * 300,
    {},
    {"": ""},
    {"x": "y"},
    {"x": {"y": ["z"]}},
    ["stock", "flow"],
    ["adoption"],
    ["flow", "cumulative"],
    {"count": "9", "names": ["Hà Nội"]},
    {"names": []},
    {"count": "0"},
    {"columns": ["x"], "rows": {"Hà Nội": ["1"]}},
    {"of": "10", "printed": "5%"},
    {"date": "2016", "bodies": ["x"], "basis": "y"},
)


def parse(raw: bytes) -> Any:
    """The plain tree of a YAML file."""
    return _with_nulls(yaml.load(raw, LOADER))  # noqa: S506 - of our own files


def _with_nulls(tree: Any) -> Any:
    if isinstance(tree, dict):
        return {key: _with_nulls(value) for key, value in tree.items()}
    return [_with_nulls(one) for one in tree] if isinstance(tree, list) else None if tree == "null" else tree


def dump(tree: Any) -> bytes:
    """A tree as YAML; aliases where a part occurs twice."""
    text: bytes = yaml.dump(tree, Dumper=DUMPER, allow_unicode=True, sort_keys=False, encoding="utf-8", width=200)
    return text


def paths_of(tree: Any, before: Path = ()) -> Iterator[Path]:
    """Every place in a tree, the whole first."""
    yield before
    items = tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ()
    for key, inner in items:
        yield from paths_of(inner, (*before, key))


def every_field(tree: Any) -> Iterator[Callable[[], bytes]]:
    """Every place of a tree with every nasty value, every key renamed, every part left out; each made when called."""
    for path in paths_of(tree):
        for nasty in NASTY:
            yield partial(_made, replaced, tree, path, nasty)
        if path:
            yield partial(_made, without, tree, path)
            for key in NASTY:
                if isinstance(path[-1], str) and isinstance(key, str):
                    yield partial(_made, renamed, tree, path, key)


def _made(change: Callable[..., Any], *arguments: Any) -> bytes:
    return dump(change(*arguments))


def replaced(tree: Any, path: Path, value: Any) -> Any:
    """The tree with another value at a place; only what lies on the way is copied."""
    if not path:
        return value
    made = copy.copy(tree)
    made[path[0]] = replaced(tree[path[0]], path[1:], value)
    return made


def without(tree: Any, path: Path) -> Any:
    """The tree without a part."""
    made = copy.copy(tree)
    if len(path) == 1:
        del made[path[0]]
    else:
        made[path[0]] = without(tree[path[0]], path[1:])
    return made


def renamed(tree: Any, path: Path, key: str) -> Any:
    """The tree with another name for a key."""
    if len(path) == 1:
        return {key if name == path[0] else name: value for name, value in tree.items()}
    made = copy.copy(tree)
    made[path[0]] = renamed(tree[path[0]], path[1:], key)
    return made


def at(tree: Any, path: Path) -> Any:
    """The part at a place."""
    for step in path:
        tree = tree[step]
    return tree


def mutate_tree(tree: Any, other: Any, rng: random.Random) -> bytes:
    """One to four changes: a nasty value, a part of another file, a part doubled, lost, wrapped or renamed."""
    for _ in range(rng.choice((1, 1, 1, 2, 3, 4))):
        tree = _change(tree, other, rng)
    raw = dump(tree)
    return mutate_bytes(raw, raw, rng) if rng.random() < 0.05 else raw


def _change(tree: Any, other: Any, rng: random.Random) -> Any:  # noqa: PLR0911 - one for each kind of change
    path = rng.choice(list(paths_of(tree)))
    here, kind = at(tree, path), rng.randrange(7)
    if kind == 0 and path:
        return without(tree, path)
    if kind == 1 and path and isinstance(path[-1], str):
        names = [step for one in paths_of(other) for step in one if isinstance(step, str)] or ["x"]
        return renamed(tree, path, rng.choice((rng.choice(names), str(rng.choice(NASTY)))))
    if kind == 2:
        return replaced(tree, path, at(other, rng.choice(list(paths_of(other)))))
    if kind == 3 and isinstance(here, list) and here:
        return replaced(tree, path, here + [rng.choice(here)] * rng.choice((1, 1, 2, 30)))
    if kind == 4:
        return replaced(tree, path, rng.choice(([here], {"x": here}, [here, here])))
    if kind == 5 and isinstance(here, str) and here:
        cut = rng.randrange(len(here) + 1)
        return replaced(tree, path, here[:cut] + str(rng.choice(NASTY)) + here[cut:])
    return replaced(tree, path, rng.choice(NASTY))


TOKENS = (
    b"",
    b"\x00",
    b"\xff",
    b"\xc3",
    b"\xe1\xbb",
    b"&a ",
    b"*a",
    b"<<: ",
    b"!!python/object:os.system ",
    b"!x ",
    b"- ",
    b": ",
    b"[",
    b"]",
    b"{",
    b"}",
    b"|\n",
    b">\n",
    b"'",
    b'"',
    b"#",
    b"\t",
    b"\r",
    b"---\n",
    b"...\n",
    b"%YAML 9.9\n",
    b"? ",
    b"\\u0301",
    b"\xcc\x81",
    b"\xef\xbb\xbf",
    b"\xe2\x80\xa8",
    b"{{",
    b"}}",
    b"{%",
    b"%}",
    b"{#",
    b"</w:p>",
    b"<w:p>",
    b"&x;",
    b"<!DOCTYPE x>",
    b"<![CDATA[",
    b"]]>",
)


def mutate_bytes(raw: bytes, other: bytes, rng: random.Random) -> bytes:
    """One to four stretches lost, doubled, or replaced by a token, by other bytes, or by a stretch of another file."""
    for _ in range(rng.choice((1, 1, 2, 4))):
        begin = rng.randrange(len(raw) + 1)
        end = min(len(raw), begin + rng.choice((0, 0, 1, 4, 40)))
        start = rng.randrange(len(other) + 1)
        middle = rng.choice(
            (
                rng.choice(TOKENS),
                rng.randbytes(rng.randrange(1, 5)),
                other[start : start + rng.choice((10, 60, 400))],
                raw[begin:end] * rng.choice((0, 2, 50)),
                rng.choice(TOKENS) * rng.choice((2, 20, 3000)),
            )
        )
        raw = raw[:begin] + middle + raw[end:]
    return raw[:200_000]
