"""Articles as people have them (text, saved web pages) read into plain text and what they tell.

Web pages are read by selectolax (the Lexbor engine): small, without dependencies, and it builds the
tree that a browser builds. What finds an article in it is ours, because a quote must be found in
the text: of the libraries that extract articles, trafilatura joins words and leaves captions out,
brings 16 packages and sets tables in signs that no source has; readability-lxml leaves out lists in
lists; inscriptis and html-text keep menus and hidden words. All of them, and every tree builder
tried, take minutes over a few megabytes made for that, so a page is read in a process of its own,
with limits.
"""
