"""Two engines share the templates: readers' pages are Jinja2's, the desk's are Django's."""

from pathlib import Path

import pytest
from django.conf import settings
from django.template import TemplateDoesNotExist, engines
from django.template.loader import get_template
from django.utils.translation import override

from pressroom.site.display import chrome
from pressroom.site.management.commands.makemessages import calls

ROOT = Path(settings.BASE_DIR) / "templates"
OURS = {"site", "delivery", "preview"}
EVERY_TEMPLATE = [path.relative_to(ROOT) for path in sorted(ROOT.rglob("*.*"))]


@pytest.mark.parametrize("name", EVERY_TEMPLATE, ids=str)
def test_the_place_of_a_template_says_which_engine_reads_it(name: Path) -> None:
    """It is compiled on the way: one with a fault in it does not get here."""
    for_readers = len(name.parts) == 1 or name.parts[0] in OURS
    assert get_template(str(name)).backend.name == ("jinja2" if for_readers else "django")


@pytest.mark.parametrize("name", ["admin/index.html", "site/none.html", "../manage.py"])
def test_the_engine_of_readers_offers_nothing_else(name: str) -> None:
    with pytest.raises(TemplateDoesNotExist):
        engines["jinja2"].get_template(name)


def test_html_is_escaped_and_plain_text_is_not() -> None:
    said = {"agency": settings.AGENCY, "kind": "known", "subject": "Tanya & jawab", "question": "A & B"}
    assert "<h1>Tanya &amp; jawab</h1>" in get_template("delivery/mail/known.html").render(dict(said))
    assert "A & B\n" in get_template("delivery/mail/known.txt").render(dict(said))


def test_translations_may_hold_markup_and_what_is_put_into_them_may_not() -> None:
    template = engines["jinja2"].from_string(
        '{% trans name=name %}Unduh potret <span class="full">{{ name }}</span>{% endtrans %}'
    )
    with override("en"):
        written = template.render({"name": "<b>"})
    assert written == 'Download portrait <span class="full">of &lt;b&gt;</span>'


def test_a_passage_can_be_in_another_language() -> None:
    template = engines["jinja2"].from_string(
        '{{ _("Tokoh") }}, {% call in_language("en") %}{{ _("Tokoh") }}{% endcall %}, {{ _("Tokoh") }}'
    )
    assert template.render() == "Tokoh, People, Tokoh"


def test_the_frame_is_written_once_in_each_language_for_what_it_is_about() -> None:
    chrome.written.clear()
    template = engines["jinja2"].from_string(
        '{% call once("frame", page) %}{{ noted(page) }} {{ _("Tokoh") }}{% endcall %}'
    )
    seen: list[str] = []

    def noted(page: str) -> str:
        seen.append(page)
        return page

    def shown(page: str, language: str) -> str:
        with override(language):
            return template.render({"page": page, "noted": noted})

    asked = [("a", "id"), ("a", "id"), ("b", "id"), ("a", "en"), ("b", "id")]
    assert [shown(*one) for one in asked] == ["a Tokoh", "a Tokoh", "b Tokoh", "a People", "b Tokoh"]
    assert seen == ["a", "b", "a"]


def test_hosts_that_somebody_invents_fill_no_memory() -> None:
    chrome.written.clear()
    for number in range(chrome.MOST + 5):
        chrome.once("host", number, caller=lambda: "")
    assert len(chrome.written) <= chrome.MOST


@pytest.mark.parametrize(
    ("source", "extracted"),
    [
        ('{{ _("Tokoh") }}', "_('Tokoh'); "),
        ("<p>\n{{ _('Tokoh') }}", "\n_('Tokoh'); "),
        ('{{ pgettext("party", "dengan") }}', "pgettext('party', 'dengan'); "),
        ("{% trans name=x %}Hai {{ name }}{% endtrans %}", "gettext('Hai %(name)s'); "),
        (
            "{% trans n=x %}{{ n }} kata{% pluralize %}{{ n }} kata-kata{% endtrans %}",
            "ngettext('%(n)s kata', '%(n)s kata-kata'); ",
        ),
        ("{{ siaran }}", ""),
    ],
)
def test_texts_of_templates_are_collected_as_calls_on_their_lines(source: str, extracted: str) -> None:
    assert calls(source) == extracted
