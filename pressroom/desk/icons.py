"""Yes, no and unknown, said in the editor's language.

Django's icon for them has "True", "False" or "None" as its alternative text, which no catalogue reaches.
"""

from django.contrib.admin.templatetags import admin_list
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _


def boolean_icon(value: bool | None) -> SafeString:
    name = {True: "yes", False: "no", None: "unknown"}[value]
    text = {True: _("ya"), False: _("tidak"), None: _("belum diketahui")}[value]
    return format_html('<img src="{}" alt="{}">', static(f"admin/img/icon-{name}.svg"), text)


def install() -> None:
    admin_list._boolean_icon = boolean_icon  # type: ignore[attr-defined]
