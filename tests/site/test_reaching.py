"""Numbers and addresses in a contact are links that a telephone understands; nothing else is touched."""

import pytest

from pressroom.site.display.reaching import reachable, telephone, whatsapp


@pytest.mark.parametrize(
    ("contact", "shown"),
    [
        ("humas@contoh.go.id.", '<a href="mailto:humas@contoh.go.id">humas@contoh.go.id</a>.'),
        ("Telp. (021) 555-1234", 'Telp. <a href="tel:+62215551234">(021) 555-1234</a>'),
        ("+44 20 7946 0000", '<a href="tel:+442079460000">+44 20 7946 0000</a>'),
        ("Sari\nWA 0812-3456-7890", 'Sari<br><a href="https://wa.me/6281234567890">WA 0812-3456-7890</a>'),
        ("Sari, 0800", "Sari, 0800"),
        ("Senin–Jumat, 08.00–16.00 WIB", "Senin–Jumat, 08.00–16.00 WIB"),
        ("<b>A & B</b>", "&lt;b&gt;A &amp; B&lt;/b&gt;"),
        (
            "Senin-Jumat, 08.00-16.00 WIB; berlaku 01-02-2026",
            "Senin-Jumat, 08.00-16.00 WIB; berlaku 01-02-2026",
        ),
    ],
)
def test_contacts_become_links(contact: str, shown: str) -> None:
    assert reachable(contact) == shown


def test_numbers_without_a_country_are_indonesian() -> None:
    assert telephone("(021) 555-1234") == "tel:+62215551234"
    assert whatsapp("+62 812 3456") == "https://wa.me/628123456"
