"""What goes wrong: a text that cannot be read, an error that stops a command, and how both are put into words."""

from __future__ import annotations

import re
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_LONGEST_QUOTE = 60
_MOST_LISTED = 100
_HINT = re.compile(r"; did you mean '(?P<meant>[^']+)'\?$")


class TextError(ValueError):
    """A text that is not what it should be; `meant` is what was probably meant, if that can be guessed."""

    def __init__(self, sentence: str, meant: str | None = None) -> None:
        super().__init__(sentence)
        self.meant = meant

    @property
    def sentence(self) -> str:
        """What is wrong, and what was probably meant where that can be guessed."""
        return f"{self}{hint_at((self.meant,) if self.meant else ())}"


class EgovError(Exception):
    """Stops the command with a sentence that is fit for the user."""

    exit_code = 2


@contextmanager
def about(what: str) -> Iterator[None]:
    """Raise whatever goes wrong as an `EgovError` that says what it is about, such as an option: `-i: expected …`."""
    try:
        yield
    except TextError as wrong:
        raise EgovError(f"{what}: {wrong.sentence}") from wrong
    except EgovError as wrong:
        raise EgovError(f"{what}: {wrong}") from wrong


def quoted(text: str) -> str:
    """Quote a text for a one-line message: shortened, with unprintable characters escaped."""
    short = text if len(text) <= _LONGEST_QUOTE else text[: _LONGEST_QUOTE - 1] + "…"
    return '"' + "".join(char if char.isprintable() else ascii(char)[1:-1] for char in short) + '"'


def expected(what: str, got: str) -> str:
    """`expected a list, got nothing`: the one form in which a message says that something is not what it should be."""
    return f"expected {what}, got {got}"


def one_of(names: Iterable[str]) -> str:
    """The names as a choice: `a, b or c`."""
    *others, last = names
    return f"{', '.join(others)} or {last}" if others else last


def did_you_mean(name: str, candidates: Iterable[str], *, or_list: bool = False) -> str:
    """`; did you mean 'x'?` with the candidate nearest to a name; with none near, nothing, or the list of all."""
    from egov_tracker.text.names import suggest

    known = tuple(candidates)
    return hint_at(suggest(name, known, limit=1)) or (there_are(known) if or_list else "")


def there_are(names: Iterable[str]) -> str:
    """`; there are a, b`; nothing where there are none."""
    known = listed(names)
    return f"; there are {known}" if known else ""


def listed(names: Iterable[str], separator: str = ", ") -> str:
    """The names one after the other; of very many the first, and how many there are."""
    known = tuple(names)
    rest = f" … ({len(known):,} in all)" if len(known) > _MOST_LISTED else ""
    return separator.join(known[:_MOST_LISTED]) + rest


def hint_at(meant: Sequence[str]) -> str:
    """`; did you mean 'x' or 'y'?`; nothing where nothing is known to be meant."""
    return f"; did you mean {one_of(map(_marked, meant))}?" if meant else ""


def meant_in(message: str) -> str | None:
    """The one thing that a message says was meant, as `hint_at` has put it; None where it names none or several."""
    found = _HINT.search(message)
    return found["meant"] if found else None


def _marked(name: str) -> str:
    return f"'{name}'"
