"""Every text of the interface exists in both languages, and the compiled catalogues are up to date."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import polib
import pytest
from django.conf import settings

ROOT = Path(settings.BASE_DIR)
CATALOGUES = [
    path for folder in settings.LOCALE_PATHS for path in sorted(Path(folder).glob("*/LC_MESSAGES/*.po"))
]


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("path", CATALOGUES, ids=name_of)
def test_no_message_is_untranslated_fuzzy_or_obsolete(path: Path) -> None:
    catalogue = polib.pofile(str(path))
    unfinished = [
        *catalogue.untranslated_entries(),
        *catalogue.fuzzy_entries(),
        *catalogue.obsolete_entries(),
    ]
    assert not [entry.msgid for entry in unfinished]


@pytest.mark.parametrize("path", CATALOGUES, ids=name_of)
def test_the_compiled_catalogue_is_up_to_date(path: Path) -> None:
    compiled = {
        (e.msgctxt, e.msgid): (e.msgstr, e.msgstr_plural) for e in polib.mofile(str(path.with_suffix(".mo")))
    }
    written = {(e.msgctxt, e.msgid): (e.msgstr, e.msgstr_plural) for e in polib.pofile(str(path))}
    assert compiled == written


@pytest.mark.parametrize("path", CATALOGUES, ids=name_of)
def test_a_translation_keeps_the_placeholders(path: Path) -> None:
    for entry in polib.pofile(str(path)):
        for text in entry.msgstr_plural.values() or [entry.msgstr]:
            assert placeholders(text) == placeholders(entry.msgid), entry.msgid


def placeholders(text: str) -> set[str]:
    return set(re.findall(r"%\(\w+\)[sd]|%[sd]|\{\w*\}", text))


def test_every_text_in_the_code_is_in_the_english_catalogue(tmp_path: Path) -> None:
    if shutil.which("xgettext") is None:
        assert "CI" not in os.environ, "xgettext is missing"
        pytest.skip("xgettext is missing: new texts without a translation go unnoticed")
    tree = tmp_path / "tree"
    shutil.copytree(ROOT, tree, ignore=shutil.ignore_patterns(".*", "tests", "fixtures", "node_modules"))
    command = [sys.executable, "manage.py", "makemessages", "-l", "en", "--no-obsolete"]
    subprocess.run(command, cwd=tree, check=True, capture_output=True)
    file = Path("locale/en/LC_MESSAGES/django.po")
    extracted = {(entry.msgctxt, entry.msgid) for entry in polib.pofile(str(tree / file))}
    assert extracted == {(entry.msgctxt, entry.msgid) for entry in polib.pofile(str(ROOT / file))}
