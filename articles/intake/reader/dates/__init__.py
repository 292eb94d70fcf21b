"""Dates in the text, and the one the release is about."""
