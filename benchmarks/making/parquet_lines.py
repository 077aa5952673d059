"""Prints columns of a Parquet file as JSON lines; run by `gleif.py` where pyarrow can be imported.

python parquet_lines.py FILE COLUMN…
"""

from __future__ import annotations

import json
import sys
from importlib import import_module


def main() -> None:
    """Print a list of the columns' values for every row."""
    _, path, *columns = sys.argv
    file = import_module("pyarrow.parquet").ParquetFile(path)
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    for batch in file.iter_batches(columns=columns):
        for row in zip(*(batch.column(name).to_pylist() for name in columns), strict=True):
            sys.stdout.write(f"{json.dumps(row, ensure_ascii=False)}\n")


if __name__ == "__main__":
    main()
