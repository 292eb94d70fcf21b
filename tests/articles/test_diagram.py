"""The picture of the workflow in the docs is the table, and nothing but the table."""

import io

from django.conf import settings
from django.core.management import call_command

from articles import diagram
from articles.models import Article
from articles.transitions import AFTER_EDIT, TABLE


def test_the_document_is_up_to_date() -> None:
    written = (settings.BASE_DIR / "docs" / "workflow.md").read_text(encoding="utf-8")
    assert written == diagram.document(), "run manage.py draw_workflow"


def test_every_act_and_every_edit_is_drawn() -> None:
    arrows = [line.strip() for line in diagram.diagram()]
    for one in TABLE:
        drawn = [arrow for arrow in arrows if one.act in arrow.partition(": ")[2].split(", ")]
        assert len(drawn) == (len(one.sources) if one.target else 0)
    edits = [arrow for arrow in arrows if arrow.endswith("edit")]
    assert len(edits) == len(AFTER_EDIT) == len(Article.State)


def test_every_act_has_its_row() -> None:
    rows = list(diagram.rows())
    assert [row.split("|")[1].strip() for row in rows[2:]] == [f"`{one.act}`" for one in TABLE]


def test_the_command_writes_the_document(settings: object, tmp_path: object) -> None:
    (tmp_path / "docs").mkdir()
    settings.BASE_DIR = tmp_path
    call_command("draw_workflow", stdout=io.StringIO())
    assert (tmp_path / "docs" / "workflow.md").read_text(encoding="utf-8") == diagram.document()
