"""A process that reads portions for an import, until nobody asks any more."""

from __future__ import annotations

import gc
import os
import sys

from .frames import receive, send
from .portion import read_portion


def main() -> None:
    """Answer portions from standard input on standard output."""
    gc.disable()  # records hold no circles, and there are millions of them
    asked, answers = sys.stdin.buffer, sys.stdout.buffer
    try:
        while True:
            send(answers, read_portion(receive(asked)))
    except EOFError:
        return
    except BrokenPipeError:  # whoever asked is gone; nothing is left to be written at the end
        os._exit(0)


if __name__ == "__main__":
    main()
