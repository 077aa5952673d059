"""How answers look: blocks, and the ways to draw them as text, Markdown and CSV."""
