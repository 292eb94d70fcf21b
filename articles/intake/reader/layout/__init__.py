"""From raw text to a title, a dateline, paragraphs and sentences; no character moves."""
