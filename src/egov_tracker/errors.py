"""What goes wrong: a text that cannot be read, and an error that stops a command."""

_LONGEST_QUOTE = 60


class TextError(ValueError):
    """A text that is not what it should be; `meant` is what was probably meant, if that can be guessed."""

    def __init__(self, sentence: str, meant: str | None = None) -> None:
        super().__init__(sentence)
        self.meant = meant


class EgovError(Exception):
    """Stops the command with a sentence that is fit for the user."""

    exit_code = 2


def quoted(text: str) -> str:
    """Quote a text for a one-line message: shortened, with unprintable characters escaped."""
    short = text if len(text) <= _LONGEST_QUOTE else text[: _LONGEST_QUOTE - 1] + "…"
    return '"' + "".join(char if char.isprintable() else ascii(char)[1:-1] for char in short) + '"'
