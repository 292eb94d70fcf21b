"""A reading made by hand: what drafting and proposing are tried on, whatever the reader finds today."""

from datetime import date
from pathlib import Path

from django.conf import settings

from articles.intake.reader import Evidence, Reading, Span, lay_out
from articles.intake.reader import findings as f

SEED = Path(settings.BASE_DIR) / "fixtures" / "source" / "2024-10-09-bnpt-kedubes-rusia.txt"
HELD = date(2024, 10, 9)
LAW = "peraturan presiden no. 3 tahun 2010"
MOU = "Memorandum of Understanding (MoU) on Cooperation in Combating Terrorism"
YEAR_REASON = "Teks menulis “%(printed)s” tanpa tahun."


def span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def seed_reading() -> Reading:
    """The first real release as an attentive editor reads it, without its indirect speech."""
    text = SEED.read_text()

    def at(words: str) -> Span:
        return span(text, words)

    held = f.Moment(
        "Rabu (9/10)",
        HELD,
        HELD,
        Evidence(at("Rabu (9/10)"), "inferred", YEAR_REASON, {"printed": "Rabu (9/10)"}),
    )
    early = f.Moment("awal tahun 2025", date(2025, 1, 1), date(2025, 4, 30), Evidence(at("awal tahun 2025")))
    law = f.Regulation("Perpres", "3", 2010, (at(LAW),))
    return Reading(
        document=lay_out(text),
        event_date=held,
        people=(eddy(text), sergei(text)),
        organizations=(
            f.Organization(
                "Badan Nasional Penanggulangan Terorisme",
                "BNPT",
                (at("Badan Nasional Penanggulangan Terorisme"),),
                Evidence(at("Badan Nasional Penanggulangan Terorisme")),
            ),
            f.Organization("Kedubes Rusia", "", (at("Kedubes Rusia"),), Evidence(at("Kedubes Rusia"))),
        ),
        countries=(f.Country("RU", (at("Rusia"),)), f.Country("ID", (at("Indonesia"),))),
        agreements=(
            f.Agreement(
                MOU,
                "mou",
                (at(MOU),),
                Evidence(at(MOU)),
                subject="Cooperation in Combating Terrorism",
                parties=("Pemerintah Indonesia", "Rusia"),
                year=2007,
                action="signed",
                ratified_by=LAW,
                regulation=law,
            ),
        ),
        regulations=(law,),
        quotes=tuple(quotes(text)),
        events=(
            f.Event(
                "Kegiatan Courtesy Call",
                "courtesy_call",
                Evidence(at("Kegiatan Courtesy Call")),
                planned=False,
                when=held,
                place="Kantor BNPT Jakarta",
                participants=("Eddy Hartono", "Sergei Tolchenov", "Orang Lain"),
            ),
            f.Event(
                "expert meeting",
                "expert_meeting",
                Evidence(at("expert meeting")),
                planned=True,
                when=early,
                participants=("ID", "RU"),
                agenda=("keamanan internasional", "pendanaan terorisme"),
            ),
        ),
        topics=(f.Topic("pendanaan-terorisme", (at("pendanaan terorisme"),)),),
    )


def eddy(text: str) -> f.Person:
    full = "Komjen. Pol. Eddy Hartono, S.I.K., M.H."
    role = "Kepala Badan Nasional Penanggulangan Terorisme (BNPT)"
    return f.Person(
        "Eddy Hartono",
        full,
        (span(text, full), span(text, "Eddy turut")),
        Evidence(span(text, full)),
        prefixes=("Komjen.", "Pol."),
        suffixes=("S.I.K.", "M.H."),
        role=role,
        role_span=span(text, role),
        organization="Badan Nasional Penanggulangan Terorisme",
    )


def sergei(text: str) -> f.Person:
    role = "Duta Besar Rusia untuk Indonesia"
    return f.Person(
        "Sergei Tolchenov",
        "Sergei Tolchenov",
        (span(text, "Sergei Tolchenov"),),
        Evidence(span(text, "Sergei Tolchenov")),
        role=role,
        role_span=span(text, role),
        organization="Kedubes Rusia",
    )


def quotes(text: str) -> list[f.Quote]:
    said = (
        ("Ada agenda expert meeting", "keamanan internasional,", "Eddy Hartono", "Kepala BNPT", "jelas"),
        ("Dalam bidang penanggulangan", "tahun 2010,", "Eddy Hartono", "", "tambahnya"),
        ("Kami sangat ingin tau", "meeting nanti,", "Sergei Tolchenov", "", "ucapnya"),
    )
    found = []
    for begin, end, speaker, attribution, verb in said:
        start = text.index(begin)
        place = Span(start, text.index(end, start) + len(end) - 1)
        words, evidence = place.of(text), Evidence(place)
        found.append(f.Quote(words, place, True, speaker, evidence, attribution, verb))
    return found
