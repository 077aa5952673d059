"""Claims that a reader picked out, each with all that carries it: what exports are made from.

`dossier.py` says which claims and in which order, `gathering.py` asks a store what each of them
comes to, `footnotes.py` numbers where their words stand, `laying_out.py` puts them in order. The
writers in `data/formats/` only choose the signs.
"""
