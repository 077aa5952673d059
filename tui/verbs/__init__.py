"""The headless verbs, one a file. Each returns an `Answer`; `output` alone writes.

A verb's module holds `run(…) -> Answer`, with the command line's options as keywords and a `store`
where it asks one. None may import Textual or the app: they start fast and need no terminal.
"""
