"""Public pages from the cache, before Django sees the request."""
