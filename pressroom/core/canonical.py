"""One byte sequence for one document, so that a digest proves it unchanged."""

import hashlib
import json
from typing import Any


def canonical_json(document: Any) -> bytes:
    """UTF-8 JSON with sorted keys and no spaces, after RFC 8785 (JCS).

    Documents hold strings, integers, booleans, null, lists and objects with ASCII keys; for these the
    sorting and number rules of JCS are those of Python. Floats and other types raise TypeError.
    """
    _refuse_floats(document)
    return json.dumps(document, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def digest(document: Any) -> str:
    """SHA-256 of the canonical form, 64 hexadecimal digits."""
    return hashlib.sha256(canonical_json(document)).hexdigest()


def _refuse_floats(value: Any) -> None:
    if isinstance(value, float):
        raise TypeError(f"A canonical document holds no floating-point numbers, but here is {value!r}.")
    children = value.values() if isinstance(value, dict) else value if isinstance(value, list | tuple) else ()
    for child in children:
        _refuse_floats(child)
