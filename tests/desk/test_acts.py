"""The pages of the acts: what each asks, what it shows before anything happens, and what it then does."""

from datetime import UTC, datetime
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles import standing
from articles.models import Article, Edition, EditionProof, PublicNote, WorkflowStep
from articles.record import faults
from articles.transitions import TABLE, TRANSITIONS
from pressroom.core.models import AuditEntry, Change, PendingChange
from pressroom.desk.act_words import LABELS, WORDS
from pressroom.desk.acts import IN_ONE_STEP, IN_TWO_STEPS
from tests import factories as make
from tests.desk.act_pages import act_address, confirm, send, text_of
from tests.desk.conftest import LogIn
from tests.desk.pages import change_address
from tests.desk.stages import Makers, Stage, at_stage

NOON = datetime(2031, 11, 24, 5, 0, tzinfo=UTC)
APPROVED = Stage("approved")
AGAIN = Stage("approved", "public")


def test_every_act_has_its_words_and_its_number_of_steps() -> None:
    assert set(WORDS) == set(TRANSITIONS) == IN_ONE_STEP | IN_TWO_STEPS
    assert not IN_ONE_STEP & IN_TWO_STEPS
    assert set().union(*(one.asks for one in TABLE)) == set(LABELS)


ASKED = [
    (Stage("draft"), "submit", {"note"}),
    (Stage("in_review"), "return", {"note"}),
    (Stage("in_review"), "approve", {"note"}),
    (APPROVED, "publish", set()),
    (APPROVED, "schedule", {"at", "early_access"}),
    (Stage("draft"), "publish_urgently", {"reason"}),
    (AGAIN, "publish", {"kind", "note", "was"}),
    (AGAIN, "schedule", {"at", "early_access", "kind", "note", "was"}),
    (Stage("draft", "public", owed=True), "approve_afterwards", {"note"}),
    (Stage("published", pending=True), "reschedule", {"at", "early_access", "reason"}),
    (Stage("published", pending=True), "cancel", {"reason"}),
    (Stage("published", "public"), "withdraw", {"note", "successor"}),
    (Stage("published", "public"), "kill", {"note", "successor"}),
]


def sorted_text(value: object) -> str:
    """The name of a parameter; of a set the same in every process."""
    return "-".join(sorted(value)) if isinstance(value, set) else str(value)


@pytest.mark.parametrize(("stage", "act", "fields"), ASKED, ids=sorted_text)
def test_an_act_asks_what_the_table_says_and_nothing_that_has_no_reader(
    desk: Client, stage: Stage, act: str, fields: set[str]
) -> None:
    form = desk.get(act_address(at_stage(stage), act)).context["form"]
    assert {field.name for field in form.visible_fields()} == fields


@pytest.mark.parametrize(
    ("act", "stage"), [("publish", AGAIN), ("withdraw", Stage("published", "public"))], ids=str
)
def test_readers_of_english_are_told_in_english(desk: Client, act: str, stage: Stage) -> None:
    page = desk.get(act_address(at_stage(stage, english=True), act))
    assert "note_en" in page.context["form"].fields


def test_every_act_is_among_those_whose_questions_are_tested() -> None:
    assert {act for _stage, act, _fields in ASKED} == set(TRANSITIONS)


def kinds_offered(browser: Client, article: Article) -> list[str]:
    return [
        kind
        for kind, _label in browser.get(act_address(article, "publish")).context["form"]["kind"].field.choices
    ]


@pytest.mark.parametrize(
    ("stage", "kinds"),
    [(AGAIN, ["update", "correction", "minor"]), (Stage("approved", "withdrawn"), ["update", "correction"])],
    ids=str,
)
def test_only_kinds_that_are_possible_are_offered(desk: Client, stage: Stage, kinds: list[str]) -> None:
    assert kinds_offered(desk, at_stage(stage)) == kinds


def test_a_translation_is_offered_when_the_english_text_arrives(desk: Client) -> None:
    article, makers = at_stage(Stage("published", "public")), Makers()
    ready = {"title_en": "Visit", "slug_en": "visit", "body_en": "<p>Visit.</p>", "english_ready": True}
    Article.objects.filter(pk=article.pk).update(**ready)
    makers.edit(article)
    makers.approve(article)
    assert kinds_offered(desk, article) == ["update", "correction", "minor", "translation"]


@pytest.mark.parametrize("kind", ["", "first", "translation", "withdrawal", "kill"])
def test_kinds_that_are_not_on_offer_are_refused(desk: Client, kind: str) -> None:
    article = at_stage(AGAIN)
    response = confirm(desk, article, "publish", kind=kind)
    assert response.context["form"].errors["kind"]
    assert article.editions.count() == 1


STORED = (Edition, WorkflowStep, Change, PendingChange, PublicNote, EditionProof, AuditEntry)


def counts() -> list[int]:
    return [model._default_manager.count() for model in STORED]


TRIED: list[tuple[Stage, str, dict[str, Any]]] = [
    (APPROVED, "publish", {}),
    (APPROVED, "schedule", {"at_0": "2031-11-24", "at_1": "12:00"}),
    (Stage("draft"), "publish_urgently", {"reason": "Gempa."}),
    (Stage("published", pending=True), "reschedule", {"reason": "Bergeser."}),
    (Stage("published", "public"), "withdraw", {"note": "Keliru seluruhnya."}),
    (Stage("published", "public"), "kill", {"note": "Jangan dipakai."}),
]


@pytest.mark.parametrize(("stage", "act", "typed"), TRIED, ids=str)
def test_an_act_that_somebody_outside_notices_is_shown_first_and_done_when_confirmed(
    desk: Client, stage: Stage, act: str, typed: dict[str, Any]
) -> None:
    article = at_stage(stage)
    before = counts()
    shown = send(desk, article, act, **typed)
    assert shown.status_code == 200
    assert shown.context["pages"]
    assert counts() == before
    carried = dict(shown.context["carried"])
    assert carried.items() >= typed.items()
    assert confirm(desk, article, act, **carried).status_code == 302
    assert WorkflowStep.objects.order_by("-id").first().act == act
    assert list(faults()) == []


def test_every_act_of_two_steps_is_among_them() -> None:
    assert {act for _stage, act, _typed in TRIED} == IN_TWO_STEPS


@pytest.mark.parametrize("act", sorted(IN_ONE_STEP))
def test_the_others_are_done_at_once_and_leave_one_step_and_one_entry(desk: Client, act: str) -> None:
    [stage] = [stage for stage, name, _fields in ASKED if name == act]
    article = at_stage(stage)
    before = AuditEntry.objects.count()
    response = send(desk, article, act, note="Sudah diperiksa.", reason="Batal.")
    assert response.status_code == 302
    assert AuditEntry.objects.count() == before + 1
    entry = AuditEntry.objects.latest("pk")
    assert (entry.act, entry.subject_id, entry.address) == (act, str(article.pk), "127.0.0.1")


def test_one_can_go_back_and_find_everything_that_was_typed(desk: Client) -> None:
    article = at_stage(AGAIN)
    back = send(desk, article, "publish", kind="correction", was="71 orang.", note="17 orang.", step="fill")
    page = text_of(back)
    assert "71 orang." in page
    assert "17 orang." in page
    assert article.editions.count() == 1


def test_a_correction_reaches_readers_with_what_was_wrong(desk: Client) -> None:
    article = at_stage(AGAIN)
    typed = {"kind": "correction", "was": "71 orang.", "note": "17 orang."}
    assert "71 orang." in send(desk, article, "publish", **typed).context["pages"][0].html
    confirm(desk, article, "publish", **typed)
    assert PublicNote.objects.values_list("kind", "was", "text").get() == (
        "correction",
        "71 orang.",
        "17 orang.",
    )


@pytest.mark.parametrize("step", ["check", "confirm"])
def test_what_speaks_against_an_act_is_listed_and_what_was_typed_is_kept(desk: Client, step: str) -> None:
    article = at_stage(Stage("draft"))
    make.quote(article, text="Tidak pernah dikatakan.")
    response = send(desk, article, "publish_urgently", reason="Gempa di Cianjur.", step=step)
    page = text_of(response)
    assert "Kutipan ini tidak ada dalam teks: “Tidak pernah dikatakan.”" in page
    assert "Gempa di Cianjur." in page
    assert not Edition.objects.exists()


def test_an_update_without_a_word_to_the_readers_is_refused(desk: Client) -> None:
    article = at_stage(AGAIN)
    response = send(desk, article, "publish", kind="update")
    assert "memerlukan catatan" in " ".join(response.context["form"].non_field_errors())


@pytest.mark.parametrize("act", ["publish_urgently", "return", "cancel", "withdraw"])
@pytest.mark.parametrize("typed", ["", "   "])
def test_without_the_reason_that_it_needs_nothing_happens(desk: Client, act: str, typed: str) -> None:
    [stage] = [stage for stage, name, _fields in ASKED if name == act]
    article = at_stage(stage)
    before = counts()
    [needed] = TRANSITIONS[act].needs
    response = confirm(desk, article, act, **{needed: typed})
    assert response.context["form"].errors[needed]
    assert counts() == before


@pytest.mark.parametrize("step", ["check", "confirm"])
@pytest.mark.parametrize("seen", [0, ""])
def test_an_overtaken_act_is_refused_with_everything_that_was_typed(
    desk: Client, step: str, seen: object
) -> None:
    article = at_stage(Stage("published", "public"))
    response = send(desk, article, "withdraw", note="Salah orang.", seen_version=seen, step=step)
    page = text_of(response)
    assert response.status_code == 409
    assert "Salah orang." in page
    assert "Belum ada yang dilakukan" in page
    assert change_address(article) in page
    assert standing.standing_of(standing.current(article)) == "public"
    assert f'name="seen_version" value="{article.version}"' in page


def test_an_act_that_is_not_possible_says_why_and_has_no_button(desk: Client) -> None:
    response = desk.get(act_address(at_stage(Stage("draft")), "approve"))
    assert response.status_code == 409
    assert "tidak dapat dilakukan: siaran ini draf, belum terbit." in text_of(response)
    assert 'type="submit" class="button default' not in text_of(response)


def test_a_schedule_in_the_past_is_refused(desk: Client) -> None:
    response = send(desk, at_stage(APPROVED), "schedule", at_0="2020-01-01", at_1="12:00")
    assert "masa depan" in text_of(response)


def test_a_moment_is_typed_in_the_time_of_the_agency(desk: Client) -> None:
    article = at_stage(APPROVED)
    confirm(desk, article, "schedule", at_0="2031-11-24", at_1="12:00")
    assert Edition.objects.get().public_from == NOON


def test_a_new_moment_starts_from_the_old_one_and_may_be_left_out_for_now(desk: Client) -> None:
    article = at_stage(Stage("published", pending=True))
    page = desk.get(act_address(article, "reschedule"))
    due = timezone.localtime(standing.pending(article).public_from)
    assert f'value="{due.date().isoformat()}"' in text_of(page)
    confirm(desk, article, "reschedule", reason="Sudah beredar.")
    assert standing.current(article) is not None


SUCCESSOR = {
    "address": lambda other: f"https://pers.example.go.id/siaran-pers/{other.slug}/",
    "slug": lambda other: other.slug,
    "title": lambda other: other.title.upper(),
}


@pytest.mark.parametrize("named", SUCCESSOR)
def test_a_successor_is_named_by_its_address_or_its_title(desk: Client, named: str) -> None:
    article, other = (at_stage(Stage("published", "public")) for _ in range(2))
    confirm(desk, article, "withdraw", note="Keliru.", successor=SUCCESSOR[named](other))
    assert article.editions.latest("number").successor == other


def test_public_releases_are_suggested_and_the_release_itself_is_not(desk: Client) -> None:
    article, other = (at_stage(Stage("published", "public")) for _ in range(2))
    at_stage(Stage("draft"))
    page = desk.get(act_address(article, "withdraw"))
    assert page.context["form"].suggested == [(other.slug, other.title)]


@pytest.mark.parametrize("typed", ["tidak-ada", "Kembar"])
def test_a_successor_that_is_not_one_public_release_is_refused(desk: Client, typed: str) -> None:
    article = at_stage(Stage("published", "public"))
    for _ in range(2):
        at_stage(Stage("published", "public"), title="Kembar")
    at_stage(Stage("draft"), slug="tidak-ada")
    response = confirm(desk, article, "withdraw", note="Keliru.", successor=typed)
    assert response.context["form"].errors["successor"]


def test_a_forged_form_does_nothing(log_in: LogIn) -> None:
    article = at_stage(APPROVED)
    browser = Client(enforce_csrf_checks=True)
    browser.cookies = log_in("Kepala").cookies
    assert confirm(browser, article, "publish").status_code == 403
    assert not Edition.objects.exists()


def test_who_did_it_is_kept_and_said(log_in: LogIn) -> None:
    article, browser = at_stage(APPROVED), log_in("Penyunting")
    response = browser.post(
        act_address(article, "publish"), {"seen_version": article.version, "step": "confirm"}, follow=True
    )
    edition = Edition.objects.get()
    assert edition.published_by_id == int(browser.session["_auth_user_id"])
    assert f"“{article}” sudah terbit." in text_of(response)


def test_the_page_asks_as_few_queries_of_many_releases_as_of_few(desk: Client) -> None:
    article = at_stage(Stage("published", "public"))
    numbers = []
    for _ in range(2):
        with CaptureQueriesContext(connection) as captured:
            desk.get(act_address(article, "withdraw"))
        numbers.append(len(captured))
        for _n in range(3):
            at_stage(Stage("published", "public"))
    assert numbers[0] == numbers[1]


def test_every_way_through_the_pages_from_a_draft_to_the_end(log_in: LogIn) -> None:
    """One writes, another reads: no act is left that only a test can do."""
    article = at_stage(Stage("draft"))
    writer, chief = log_in("Penulis"), log_in("Kepala")
    send(writer, article, "submit")
    send(chief, article, "approve")
    confirm(chief, article, "schedule", at_0="2031-11-24", at_1="12:00")
    confirm(chief, article, "reschedule", reason="Maju.")
    confirm(chief, article, "withdraw", note="Keliru.")
    send(writer, article, "submit")
    send(chief, article, "approve")
    confirm(chief, article, "publish", kind="update", note="Benar.")
    confirm(chief, article, "kill", note="Jangan dipakai.")
    kinds = list(article.editions.order_by("number").values_list("kind", flat=True))
    assert kinds == ["first", "first", "withdrawal", "update", "kill"]
    assert list(faults()) == []
