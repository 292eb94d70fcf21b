"""Ranks, degrees and honorifics around names."""

from __future__ import annotations

import pytest

from articles.intake.reader.people.titles import degrees_after, titles_before
from articles.intake.reader.words import phrase

BEFORE = [
    ("Komjen. Pol. Dr. Yusran", ("Komjen. Pol.", "Dr.")),
    ("Brigjen Pol Dr. Nurhadi", ("Brigjen Pol", "Dr.")),
    ("Jenderal (Purn) Moeldoko", ("Jenderal (Purn)",)),
    ("Mayjen TNI (Mar) Surya", ("Mayjen TNI (Mar)",)),
    ("Kolonel Laut (P) Budi", ("Kolonel Laut (P)",)),
    ("Kolonel Laut (Purn) H. Zainal", ("Kolonel Laut (Purn)", "H.")),
    ("Kapten (Maritim) Ahmad", ("Kapten (Maritim)",)),
    ("Laksma Bakamla Drs. Ihsan", ("Laksma Bakamla", "Drs.")),
    ("Letkol Inf Indra", ("Letkol Inf",)),
    ("Gen. (Ret.) Walter", ("Gen. (Ret.)",)),
    ("Prof. Dr. Ir. Hj. Lestari", ("Prof.", "Dr.", "Ir.", "Hj.")),
    ("Drs.H.Didik", ("Drs.", "H.")),
    ("Prof. Dr.phil. H. Zainul", ("Prof.", "Dr.phil.", "H.")),
    ("Dr. iur. Teuku", ("Dr. iur.",)),
    ("dr. Tirta", ("dr.",)),
    ("TGH. Muhammad", ("TGH.",)),
    ("The Hon. Fiona", ("The Hon.",)),
]


@pytest.mark.parametrize(("printed", "names"), BEFORE)
def test_titles_before_a_name_are_read_one_by_one(printed: str, names: tuple[str, ...]) -> None:
    titles = titles_before(phrase(printed), 0)
    assert titles is not None
    assert titles.names == names


@pytest.mark.parametrize("printed", ["Drs", "dr tirta", "Pol Budi", "Ar Rahman", "Dr. di Jakarta", "H"])
def test_words_that_only_look_like_titles_are_none(printed: str) -> None:
    assert titles_before(phrase(printed), 0) is None


def test_a_form_of_address_is_no_part_of_the_full_name() -> None:
    address, title = titles_before(phrase("Bapak Budi"), 0), titles_before(phrase("Bapak Dr. Budi"), 0)
    assert address is not None
    assert title is not None
    assert (address.full, title.full) == (False, True)


AFTER = [
    ("Budi, S.I.K., M.H., bersama", ("S.I.K.", "M.H.")),
    ("Budi,SH.,M.H", ("SH.", "M.H")),
    ("Budi SIK, Msi CHRMP dalam", ("SIK", "Msi", "CHRMP")),
    ("Budi MSi bertemu", ("MSi",)),
    ("Budi Lc MAg hadir", ("Lc", "MAg")),
    ("Budi, S.E., M.M., CHRMP., dan", ("S.E.", "M.M.", "CHRMP.")),
    ("Budi, S.E., M.Si. (Han), berharap", ("S.E.", "M.Si. (Han)")),
    ("Budi, M.T., IPU. Kata", ("M.T.", "IPU")),
    ("Budi, M.Tr.Opsla., dan", ("M.Tr.Opsla.",)),
    ("Budi,S.STP mengungkapkan", ("S.STP",)),
    ("Budi, S. Sos., M. Si", ("S. Sos.", "M. Si")),
    ("Budi, Sp.PD-KGEH, FINASIM", ("Sp.PD-KGEH", "FINASIM")),
    ("Budi, Lc., M.Pd.I., Ketua", ("Lc.", "M.Pd.I.")),
    ("Budi, Ph.D, di", ("Ph.D",)),
]


@pytest.mark.parametrize(("printed", "names"), AFTER)
def test_degrees_after_a_name_keep_the_stop_that_belongs_to_them(
    printed: str, names: tuple[str, ...]
) -> None:
    degrees = degrees_after(phrase(printed), 1)
    assert degrees is not None
    assert degrees.names == names


@pytest.mark.parametrize(
    "printed", ["Budi, di Jakarta", "Budi Lc hadir", "Budi Mulia", "Budi, Kepala BPA", "Budi"]
)
def test_other_words_after_a_name_are_no_degrees(printed: str) -> None:
    assert degrees_after(phrase(printed), 1) is None
