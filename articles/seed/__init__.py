"""The fixtures, built from a press release as text and an editor's decisions about it."""
