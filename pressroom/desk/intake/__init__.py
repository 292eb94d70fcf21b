"""The desk's way in for a pasted release: read it, decide each proposal, get a draft."""

from .pages import may_paste, urls

__all__ = ["may_paste", "urls"]
