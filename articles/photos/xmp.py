"""The words of a photograph as XMP (ISO 16684-1), with the properties of the IPTC Photo Metadata Standard."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from xml.sax.saxutils import escape, quoteattr

from articles.photos.jpeg import APP1, segment
from articles.photos.words import Words

SIGNATURE = b"http://ns.adobe.com/xap/1.0/\0"
NAMESPACES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "photoshop": "http://ns.adobe.com/photoshop/1.0/",
    "xmpRights": "http://ns.adobe.com/xap/1.0/rights/",
    "Iptc4xmpCore": "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/",
    "Iptc4xmpExt": "http://iptc.org/std/Iptc4xmpExt/2008-02-29/",
}
# IPTC's codes for how a picture came to be: taken with a camera, or made with a program.
SOURCES = {
    False: "http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture",
    True: "http://cv.iptc.org/newscodes/digitalsourcetype/digitalCreation",
}
# What XML 1.0 cannot hold, not even escaped.
UNWRITABLE = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def app1(words: Words) -> bytes:
    """The JPEG segment; what is not known has no property."""
    return segment(APP1, SIGNATURE + packet(words).encode())


def packet(words: Words) -> str:
    """The XMP packet; each text in Indonesian, which is also the default, and in English."""
    properties = [
        listed("dc:creator", "Seq", [words.credit]),
        both("dc:description", words.caption),
        both("dc:rights", {"id": words.rights}),
        plain("photoshop:Credit", words.credit),
        plain("photoshop:DateCreated", words.taken_on.isoformat() if words.taken_on else ""),
        both("xmpRights:UsageTerms", {"id": words.terms}),
        plain("xmpRights:WebStatement", words.statement),
        both("Iptc4xmpCore:AltTextAccessibility", words.alt),
        listed("Iptc4xmpExt:PersonInImage", "Bag", words.people),
        plain("Iptc4xmpExt:DigitalSourceType", SOURCES[words.illustration]),
    ]
    spaces = "".join(f" xmlns:{name}={quoteattr(address)}" for name, address in NAMESPACES.items())
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
        f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF{spaces}>\n<rdf:Description rdf:about="">\n'
        + "\n".join(filter(None, properties))
        + '\n</rdf:Description>\n</rdf:RDF></x:xmpmeta>\n<?xpacket end="r"?>'
    )


def plain(name: str, text: str) -> str:
    return f"<{name}>{written(text)}</{name}>" if text else ""


def listed(name: str, kind: str, texts: Iterable[str]) -> str:
    items = "".join(f"<rdf:li>{written(text)}</rdf:li>" for text in texts if text)
    return f"<{name}><rdf:{kind}>{items}</rdf:{kind}></{name}>" if items else ""


def both(name: str, texts: Mapping[str, str]) -> str:
    """A text by language; readers that know neither take the first, which is the default."""
    said = [(language, text) for language, text in texts.items() if text]
    if not said:
        return ""
    items = "".join(
        f'<rdf:li xml:lang="{language}">{written(text)}</rdf:li>'
        for language, text in [("x-default", said[0][1]), *said]
    )
    return f"<{name}><rdf:Alt>{items}</rdf:Alt></{name}>"


def written(text: str) -> str:
    return escape(UNWRITABLE.sub("", text))
