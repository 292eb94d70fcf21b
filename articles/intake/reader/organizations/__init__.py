"""Bodies that act, with their acronyms."""
