"""Every page that the first release has, in both languages."""

RELEASE = "/siaran-pers/kepala-bnpt-dan-kedubes-rusia-rencanakan-expert-meeting/"
RELEASE_EN = "/en/press-releases/bnpt-head-and-russian-embassy-plan-expert-meeting/"
AGREEMENT = "/perjanjian/mou-indonesia-rusia-pemberantasan-terorisme/"
AGREEMENT_EN = "/en/agreements/mou-indonesia-rusia-pemberantasan-terorisme/"
VISIT = "/agenda/kunjungan-kehormatan-dubes-rusia-2024-10-09/"
MEETING = "/agenda/pertemuan-ahli-indonesia-rusia-2025/"

# Indonesian address to the English one.
PAGES = {
    "/": "/en/",
    "/siaran-pers/": "/en/press-releases/",
    RELEASE: RELEASE_EN,
    "/tokoh/": "/en/people/",
    "/tokoh/eddy-hartono/": "/en/people/eddy-hartono/",
    "/lembaga/": "/en/organizations/",
    "/lembaga/bnpt/": "/en/organizations/bnpt/",
    "/perjanjian/": "/en/agreements/",
    AGREEMENT: AGREEMENT_EN,
    "/agenda/": "/en/calendar/",
    VISIT: VISIT.replace("/agenda/", "/en/calendar/"),
    MEETING: MEETING.replace("/agenda/", "/en/calendar/"),
    "/topik/": "/en/topics/",
    "/topik/penanggulangan-terorisme/": "/en/topics/penanggulangan-terorisme/",
    "/cari/": "/en/search/",
    "/verifikasi/": "/en/verification/",
    "/ralat/": "/en/corrections/",
    "/negara/": "/en/countries/",
    "/negara/ru/": "/en/countries/ru/",
    "/tentang/": "/en/about/",
    "/narahubung/": "/en/contact/",
    "/kit-pers/": "/en/press-kit/",
    "/hak-pakai/": "/en/terms-of-use/",
    "/aksesibilitas/": "/en/accessibility/",
    "/langganan/": "/en/alerts/",
}
EVERY_PAGE = [*PAGES, *PAGES.values()]
LISTS = [
    "/",
    "/siaran-pers/",
    "/tokoh/",
    "/lembaga/",
    "/perjanjian/",
    "/agenda/",
    "/topik/",
    "/negara/",
    "/ralat/",
    "/cari/?q=kunjungan",
]
