"""Widgets that know nothing of deals: lists, running text, a filter line and a menu."""
