"""Drawings made on the server: numbers and places for SVG, never markup, and no database."""
