"""The headless verbs, one a file. Each returns an `Answer`; `output` alone writes.

A verb's module holds `run(…) -> Answer` with the command line's options as keywords. None may
import Textual or the app: they must start fast, and work without a terminal.
"""
