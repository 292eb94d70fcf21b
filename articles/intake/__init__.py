"""Intake: a pasted release becomes a draft; each fact is proposed, matched, checked, decided by an editor.

`reader` finds, `resolving` compares with the registers, `checks` and `style` object, `proposing` asks, and
`drafting` writes what was accepted. `archive` does all of it for a folder.
"""

DRAFTED = "drafted"  # the act in the audit trail
