"""The errors this project raises; all say what was expected and what to do.

ScaleExplorerError
 ├─ DataError          data that cannot be read at all (exit status 3)
 │   └─ DamagedError   what was compiled of it cannot be, and was removed (status 3)
 ├─ UnknownNameError   an id, theme or data set that does not exist, and the nearest (status 1)
 └─ UsageError         a wrong argument, filter or key (status 2)
"""

from __future__ import annotations


class ScaleExplorerError(Exception):
    """Anything that a person can put right; the message is for them."""


class DataError(ScaleExplorerError):
    """Data that cannot be read: missing, unreadable, too large or not what it says it is."""


class DamagedError(DataError):
    """What was compiled of the data was damaged; it is removed, and the next call compiles anew."""


class UsageError(ScaleExplorerError):
    """A call with the wrong words."""


class HiddenRecordError(ScaleExplorerError):
    """A record is there, but not as one looks: `how` says as of when, and without what.

    `since` is a sentence that tells from when on it is, if that is why.
    """

    def __init__(self, record: str, how: str, since: str = "") -> None:
        super().__init__(" ".join(filter(None, (f"{record} is not there {how}.", since))))


class UnknownNameError(ScaleExplorerError):
    """Nothing has this name; `nearest` holds those that look like it, best first.

    In the message they stand as they are `told`, if that is not the same.
    """

    def __init__(
        self, what: str, name: str, nearest: tuple[str, ...] = (), told: tuple[str, ...] = ()
    ) -> None:
        meant = f" Did you mean {' or '.join(told or nearest)}?" if nearest else ""
        super().__init__(f"There is no {what} {name!r}.{meant}")
        self.name = name
        self.nearest = nearest
