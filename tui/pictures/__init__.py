"""Views that are drawn: what there is to see becomes lines of text, whatever room there is.

Each module of the name of a `View` has `sheet`, which `look` asks for. No Textual; a module and
what it computes with are loaded when its view first opens.
"""
