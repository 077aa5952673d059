"""What a store answers with: frozen, slotted rows that are ready to show.

Texts are clean, amounts are formatted, phrases are told from the side they are asked from; nothing
here needs Pydantic, and no row carries a store's internal numbers.
"""
