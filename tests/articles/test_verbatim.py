import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.verbatim import fold, paragraph_of, stands_in

TEXT = "Judul siaran\nParagraf  pertama, kata Eddy.\nParagraf kedua.\n"


@pytest.mark.parametrize(
    ("words", "stands", "paragraph"),
    [
        ("Judul", True, 0),
        ("Paragraf pertama", True, 1),
        ("Paragraf\npertama", True, 1),
        ("paragraf pertama", False, None),
        ("kata Eddy. Paragraf kedua", True, 1),
        ("kedua.", True, 2),
        ("ketiga", False, None),
        ("", False, None),
        ("  ", False, None),
    ],
)
def test_words_stand_in_a_text_letter_for_letter(words: str, stands: bool, paragraph: int | None) -> None:
    assert stands_in(words, TEXT) is stands
    assert paragraph_of(words, TEXT) == paragraph


LINE = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), min_size=1).filter(str.strip)


@given(st.lists(LINE, min_size=1))
def test_every_line_is_found_at_its_number_or_before(lines: list[str]) -> None:
    text = "\n".join(lines)
    numbered = [line for line in map(fold, text.splitlines()) if line]
    for number, line in enumerate(numbered):
        found = paragraph_of(line, text)
        assert found is not None
        assert found <= number
