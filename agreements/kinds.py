"""The steps in the life of an agreement, in the vocabulary of the UN Treaty Handbook and UU 24/2000."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class ActionKind(models.TextChoices):
    SIGNATURE = "signature", _("penandatanganan")
    DOMESTIC_APPROVAL = "domestic_approval", _("pengesahan")
    NOTIFICATION = "notification", _("pertukaran nota")
    RATIFICATION_DEPOSIT = "ratification_deposit", _("penyerahan piagam ratifikasi")
    ACCESSION = "accession", _("aksesi")
    ACCEPTANCE = "acceptance", _("penerimaan")
    APPROVAL_DEPOSIT = "approval_deposit", _("penyerahan piagam penyetujuan")
    PROVISIONAL_APPLICATION = "provisional_application", _("penerapan sementara")
    ENTRY_INTO_FORCE = "entry_into_force", _("mulai berlaku")
    EXTENSION = "extension", _("perpanjangan")
    AMENDMENT = "amendment", pgettext_lazy("treaty", "perubahan")
    RESERVATION = "reservation", _("persyaratan")
    DECLARATION = "declaration", pgettext_lazy("treaty", "pernyataan")
    SUSPENSION = "suspension", _("penangguhan")
    WITHDRAWAL = "withdrawal", _("penarikan diri")
    RATIFICATION_WITHDRAWAL = "ratification_withdrawal", _("penarikan ratifikasi")
    TERMINATION = "termination", _("pengakhiran")
    EXPIRY = "expiry", _("habis masa berlaku")
