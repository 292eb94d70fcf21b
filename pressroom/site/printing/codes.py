"""The address of a verification code as a QR code (ISO/IEC 18004), for printed copies."""

from __future__ import annotations

import base64
import io

import segno

# A fold or a stain may cost a quarter of the modules.
ERRORS = "q"
# The quiet zone that the standard asks for.
BORDER = 4


def qr_svg(address: str) -> bytes:
    """An SVG without styles and without a size of its own, black on white whatever the theme."""
    drawn = io.BytesIO()
    code = segno.make(address, error=ERRORS, micro=False)
    code.save(drawn, kind="svg", border=BORDER, light="#fff", omitsize=True, svgclass=None, lineclass=None)
    return drawn.getvalue()


def qr_data(address: str) -> str:
    """The same as an address that holds the picture itself."""
    return f"data:image/svg+xml;base64,{base64.b64encode(qr_svg(address)).decode()}"
