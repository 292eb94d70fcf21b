"""A page taken apart, for tests that ask what a reader or a browser finds in it."""

from collections import Counter
from html.parser import HTMLParser

from django.http import HttpResponse

from pressroom.core.html import plain_text

Attributes = dict[str, str | None]


class Page(HTMLParser):
    """Elements of a page with their attributes, and everything it says to readers."""

    def __init__(self, response: HttpResponse) -> None:
        super().__init__()
        self.elements: list[tuple[str, Attributes]] = []
        self.words: list[str] = []
        self.styles: list[str] = []
        self.drawings = 0
        self.within = ""
        self.feed(response.content.decode())
        assert "<bound method" not in self.text, "a template prints a function that it should call"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        # The name of a shape in a drawing is not the title of the page.
        self.drawings += tag == "svg"
        self.within = tag
        named = "svg title" if self.drawings and tag == "title" else tag
        self.elements.append((named, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        self.drawings -= tag == "svg"
        self.within = ""

    def handle_data(self, data: str) -> None:
        if self.within == "style":
            self.styles.append(data)
        elif self.within != "script":
            self.words += data.split()

    @property
    def text(self) -> str:
        return " ".join(self.words)

    @property
    def tags(self) -> Counter[str]:
        return Counter(tag for tag, _ in self.elements)

    def all(self, tag: str) -> list[Attributes]:
        return [attributes for name, attributes in self.elements if name == tag]

    @property
    def links(self) -> list[str | None]:
        return [a.get("href") for a in self.all("a")]

    def alternates(self) -> dict[str | None, str | None]:
        links = [a for a in self.all("link") if a.get("rel") == "alternate" and "hreflang" in a]
        return {link["hreflang"]: link.get("href") for link in links}


def words_of(markup: str) -> str:
    return plain_text(markup)
