"""Dates as far as they are known: their values, and how they are read, written and exchanged."""

from .days import write_day
from .edtf import span_edtf, when_edtf
from .reading import read_span, read_when
from .values import Span, UncertainDate
from .writing import write_span, write_when

__all__ = [
    "Span",
    "UncertainDate",
    "read_span",
    "read_when",
    "span_edtf",
    "when_edtf",
    "write_day",
    "write_span",
    "write_when",
]
