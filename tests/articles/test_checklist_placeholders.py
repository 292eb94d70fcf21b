"""Words that somebody meant to replace are found, and look-alikes are not."""

import pytest

from articles.checklist.placeholders import placeholders_in


@pytest.mark.parametrize(
    "text",
    [
        "TK",
        "oleh TK.",
        "TKTK",
        "(TK)",
        "XX",
        "XXXX orang",
        "tanggal XX Oktober",
        "xx orang",
        "Rp XX miliar",
        "lorem ipsum dolor",
        "Lorem  Ipsum",
        "[…]",
        "[...]",
        "kata [ … ] kata",
        "abad xx",
        "abad XXXX",
        "Nomor XX Tahun 2024",
    ],
)
def test_a_placeholder_is_found(text: str) -> None:
    assert len(list(placeholders_in(text))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "",
        "TKP",
        "ATK",
        "Tk. II",
        "Bioskop XXI",
        "X",
        "TAXX2",
        "PON XX Papua",
        "abad XX",
        "abad ke-XX",
        "Kongres XXX",
        "lorem dan ipsum",
        "[sic]",
        "ia diam… lalu pergi...",
    ],
)
def test_words_that_only_look_alike_are_left_alone(text: str) -> None:
    assert list(placeholders_in(text)) == []


def test_the_words_around_it_are_shown_whole() -> None:
    text = f"{'kata ' * 20}pada tanggal XX Oktober {'lagi ' * 20}"
    [found] = placeholders_in(text)
    assert found == "…kata kata kata pada tanggal XX Oktober lagi lagi lagi lagi…"


def test_those_that_stand_together_are_one_and_those_apart_are_two() -> None:
    assert list(placeholders_in("pukul XX.XX WIB")) == ["pukul XX.XX WIB"]
    assert len(list(placeholders_in(f"XX orang {'kata ' * 20} XX negara"))) == 2
