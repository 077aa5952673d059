"""What a record is: companies, people, products, deals, figures, statements, reasons and sources.

No module here reads a file or knows a terminal. `quantity`, `kinds` and `text` do without Pydantic,
so that a warm start never loads it.
"""
