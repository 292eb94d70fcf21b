"""Agreements: what was, is or will be signed, by whom, when, and what ratified it."""
