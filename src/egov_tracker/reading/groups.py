"""Who is counted: a small grammar of the noun phrases that name groups of bodies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from egov_tracker.reading.tokens import words_of
from egov_tracker.values import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from egov_tracker.reading.tokens import Token

_TERMS = {
    words_of(phrase): flags.split()
    for phrase, flags in (
        ("cơ quan ngang bộ", "level"),
        ("cơ quan thuộc Chính phủ", "government"),
        ("cơ quan thuộc CP", "government"),
        ("cơ quan Trung ương", "centre"),
        ("cơ quan ở Trung ương", "centre"),
        ("bộ ngành Trung ương", "ministry branch"),
        ("bộ ngành", "ministry branch"),
        ("bộ", "ministry"),
        ("ngành", "branch"),
        ("tỉnh thành phố", "province"),
        ("tỉnh thành", "province"),
        ("tỉnh", "province"),
        ("thành phố", "province"),
        ("thành", "province"),
        ("địa phương", "province"),
        ("Ủy ban nhân dân", "province"),
        ("UBND", "province"),
        ("BNĐP", "ministry branch province"),
        ("cơ quan", "body"),
        ("đơn vị", "unit"),
        ("trực thuộc Trung ương", ""),
        ("trực thuộc TW", ""),
        ("Trung ương", "centre"),
    )
}
_BEGINNINGS = frozenset(words[0] for words in _TERMS)
_LONGEST = max(map(len, _TERMS))
_OPENERS = frozenset({"cơ", "bộ", "tỉnh", "thành", "địa", "uỷ", "ubnd", "bnđp", "đơn"})
_LINKS = frozenset({"và", "các"})
_NOT_BODIES = {
    "bộ": frozenset({"phận", "hồ", "thủ", "luật", "máy", "tiêu", "chỉ", "công", "mã", "trưởng", "chính", "môn"}),
    "cơ": frozenset({"sở", "chế", "cấu", "bản", "hội"}),
    "thành": frozenset({"viên", "lập", "công", "tích", "phần", "tựu", "đoàn", "uỷ"}),
    "đơn": frozenset({"vị", "thư", "giản"}) - {"vị"},
    "tỉnh": frozenset({"uỷ", "lộ", "lỵ"}),
}
_SUBNATIONAL = frozenset({"huyện", "quận", "xã", "phường", "thị", "sở", "thôn", "ban", "phòng", "trường", "doanh"})
_OTHER_BODIES = frozenset(
    {"báo", "hành", "chuyên", "đảng", "đoàn", "nghiên", "đại", "ngoại", "cảnh", "công", "hải", "thuế", "sự", "trực"}
)


class GroupNoun(NamedTuple):
    """A noun phrase, tokens `first` to `last`: which words it holds decides whom it means.

    `foreign` says that it goes on with words such as huyện, so that no group of the ledger is meant.
    """

    first: int
    last: int
    flags: frozenset[str]
    foreign: bool = False

    @property
    def id(self) -> str | None:
        """The group meant; None for phrases that leave it open ("9 cơ quan")."""
        central = self.flags & {"ministry", "branch", "level", "government", "centre"}
        if "province" in self.flags:
            return "all" if central or self.flags & {"body", "unit"} else "provinces"
        if not central:
            return None
        if central == {"government"}:
            return "government_agencies"
        if "level" in central and not central & {"government", "branch"} and "body" not in self.flags:
            return "ministries"
        return "central"

    @property
    def usual(self) -> str:
        """The group that an open phrase usually means."""
        return "all" if "unit" in self.flags else "central"

    @property
    def is_full(self) -> bool:
        """Whether the phrase names the group in full, as official documents do."""
        match self.id:
            case "central":
                return {"ministry", "government"} <= self.flags
            case "ministries":
                return {"ministry", "level"} <= self.flags
            case "all":
                return bool(self.flags & {"branch", "government"}) and "ministry" in self.flags
            case "provinces" | "government_agencies":
                return True
            case _:
                return False


def read_group(text: str, tokens: Sequence[Token], at: int, names: Collection[int] = ()) -> GroupNoun | None:
    """Read the noun phrase that begins at a token; `names` are the tokens at which a body's name begins."""
    if at >= len(tokens) or tokens[at].word not in _OPENERS or at in names or _is_verb(tokens, at):
        return None
    first, flags = at, set[str]()
    while (term := _term(text, tokens, at)) and at not in names:
        flags |= set(_TERMS[term])
        at += len(term)
        step = _after_links(text, tokens, at)
        if step is None or not _term(text, tokens, step) or step in names:
            break
        at = step
    if not flags:
        return None
    foreign = _goes_on_elsewhere(text, tokens, at, flags)
    return GroupNoun(first, at - 1, frozenset(flags), foreign)


def _is_verb(tokens: Sequence[Token], at: int) -> bool:
    """Whether "thành" is the end of "hoàn thành" or stands alone."""
    return tokens[at].word == "thành" and (at + 1 >= len(tokens) or tokens[at + 1].word != "phố")


def find_groups(text: str, tokens: Sequence[Token], names: Collection[int] = ()) -> list[GroupNoun]:
    """Find every noun phrase of a sentence."""
    found, at = [], 0
    while at < len(tokens):
        group = read_group(text, tokens, at, names) if tokens[at].word in _OPENERS else None
        if group:
            found.append(group)
        at = group.last + 1 if group else at + 1
    return found


def _term(text: str, tokens: Sequence[Token], at: int) -> tuple[str, ...] | None:
    if at >= len(tokens) or tokens[at].word not in _BEGINNINGS:
        return None
    upcoming = tuple(token.word for token in tokens[at : at + _LONGEST])
    for length in range(len(upcoming), 0, -1):
        words = upcoming[:length]
        if words in _TERMS:
            following = tokens[at + length].word if at + length < len(tokens) else ""
            blocked = (
                length == 1
                and following in _NOT_BODIES.get(words[0], ())
                and text[tokens[at].end : tokens[at + 1].start] == " "
            )
            return None if blocked else words
    return None


def _after_links(text: str, tokens: Sequence[Token], at: int) -> int | None:
    """Give the next token of the phrase, over commas, slashes, "và" and "các"; None where the phrase is cut."""
    while at < len(tokens):
        between = text[tokens[at - 1].end : tokens[at].start]
        if any(sign in between for sign in ";:().\n\t"):
            return None
        if tokens[at].word not in _LINKS:
            return at
        at += 1
    return None


def _goes_on_elsewhere(text: str, tokens: Sequence[Token], at: int, flags: set[str]) -> bool:
    if at >= len(tokens) or any(sign in text[tokens[at - 1].end : tokens[at].start] for sign in ";:()."):
        return False
    following = tokens[at].word
    if following in {"và", "thuộc"} and at + 1 < len(tokens):
        following = tokens[at + 1].word
        return following in _SUBNATIONAL or (tokens[at].word == "thuộc" and following not in {"danh", "diện"})
    if following in _SUBNATIONAL and following != "ban":
        return True
    return bool(flags <= {"body", "unit"}) and following in _OTHER_BODIES
