"""Photographs for readers: smaller ones for pages, and files to download that say what they show."""
