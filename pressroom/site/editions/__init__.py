"""The public editions of one release, and what changed from each to the next."""
