"""Exit codes, and which error leads to which."""

from coder.errors import CoderError, InputError

DONE = 0
FAILED_SOME = 1
WRONG_USAGE = 2
INVALID_INPUT = 3
INTERRUPTED = 130


def exit_code(error: CoderError) -> int:
    """2 where the user named something that is not there, 3 where something is there and wrong."""
    if isinstance(error, InputError):
        from coder.formats.inspecting import WrongFormatError  # noqa: PLC0415 - only after an error

        return INVALID_INPUT if isinstance(error, WrongFormatError) else WRONG_USAGE
    return INVALID_INPUT
