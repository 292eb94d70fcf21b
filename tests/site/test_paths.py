"""Addresses that are put together are those that Django reverses."""

import pytest
from django.urls import NoReverseMatch, reverse
from django.utils.translation import override

from pressroom.site.paths import path_to


@pytest.mark.parametrize(
    ("name", "args"),
    [
        ("home", ()),
        ("releases", ()),
        ("release", ("kunjungan-2024_a",)),
        ("release_pdf", ("kunjungan",)),
        ("edition", ("kunjungan", 2)),
        ("proof", ("4F7KQ-2MXCD",)),
        ("proof", ("a b/%ü",)),
    ],
)
@pytest.mark.parametrize("language", ["id", "en"])
def test_a_path_is_what_django_would_say(language: str, name: str, args: tuple[str, ...]) -> None:
    def reversed_by_django() -> str:
        with override(language):
            return reverse(f"site:{name}", args=args)

    try:
        expected = reversed_by_django()
    except NoReverseMatch:
        with pytest.raises(NoReverseMatch):
            path_to(language, name, *args)
    else:
        assert [path_to(language, name, *args) for _ in range(2)] == [expected] * 2


def test_a_page_that_is_none_has_no_path() -> None:
    with pytest.raises(NoReverseMatch):
        path_to("id", "tidak-ada")
