from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from pressroom.core.models import Period, PeriodQuerySet
from pressroom.core.visibility import Public


class Honorific(models.Model):
    """A rank, degree or title that is written with a name."""

    class Kind(models.TextChoices):
        RANK = "rank", _("pangkat")
        ACADEMIC = "academic", _("gelar akademik")
        RELIGIOUS = "religious", _("gelar keagamaan")
        NOBLE = "noble", _("gelar kebangsawanan")
        COURTESY = "courtesy", _("sapaan kehormatan")

    class Position(models.TextChoices):
        PREFIX = "prefix", _("di depan nama")
        SUFFIX = "suffix", _("di belakang nama")

    class Service(models.TextChoices):
        POLRI = "polri", _("Polri")
        TNI_AD = "tni-ad", _("TNI Angkatan Darat")
        TNI_AL = "tni-al", _("TNI Angkatan Laut")
        TNI_AU = "tni-au", _("TNI Angkatan Udara")
        FOREIGN = "foreign", _("dinas negara lain")

    code = models.SlugField(_("kode"), unique=True)
    kind = models.CharField(_("jenis"), max_length=10, choices=Kind)
    position = models.CharField(_("letak"), max_length=6, choices=Position)
    service = models.CharField(_("kedinasan"), max_length=10, choices=Service, blank=True)
    abbr = models.CharField(_("singkatan"), max_length=30)
    abbr_en = models.CharField(_("singkatan (Inggris)"), max_length=30, blank=True)
    name = models.CharField(_("nama"), max_length=100)
    name_en = models.CharField(_("nama (Inggris)"), max_length=100, blank=True)
    precedence = models.PositiveSmallIntegerField(_("urutan penulisan"))

    class Meta:
        verbose_name = _("gelar dan pangkat")
        verbose_name_plural = _("gelar dan pangkat")
        ordering = ["precedence", "code"]
        constraints = [
            models.CheckConstraint(
                condition=(Q(kind="rank") & ~Q(service="")) | (~Q(kind="rank") & Q(service="")),
                name="entities_honorific_rank_has_service",
                violation_error_message=_("Pangkat, dan hanya pangkat, memerlukan kedinasan."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.abbr} ({self.name})"


class PersonHonorific(Period, Public):
    """An honorific that a person holds or held."""

    person = models.ForeignKey(
        "entities.Person", models.CASCADE, related_name="honorifics", verbose_name=_("tokoh")
    )
    honorific = models.ForeignKey(
        Honorific, models.PROTECT, related_name="holders", verbose_name=_("gelar atau pangkat")
    )
    ordinal = models.PositiveSmallIntegerField(_("urutan"), default=0)
    retired = models.BooleanField(_("purnawirawan"), default=False)

    objects = PeriodQuerySet.as_manager()

    class Meta:
        verbose_name = _("gelar tokoh")
        verbose_name_plural = _("gelar tokoh")
        ordering = ["honorific__precedence", "ordinal", "id"]
        constraints = [*Period.Meta.constraints]

    def __str__(self) -> str:
        return self.text()

    @property
    def change_subject(self) -> Public:
        return self.person

    def text(self, language: str = "id") -> str:
        """The abbreviation as written with a name, e.g. "Jenderal TNI (Purn.)"."""
        honorific = self.honorific
        if language == "en":
            return f"{honorific.abbr_en or honorific.abbr}{' (Ret.)' if self.retired else ''}"
        return f"{honorific.abbr}{' (Purn.)' if self.retired else ''}"

    def clean(self) -> None:
        if not self.honorific_id:
            return
        is_rank = self.honorific.kind == Honorific.Kind.RANK
        if self.retired and not is_rank:
            raise ValidationError({"retired": _("Hanya pemegang pangkat yang dapat purnawirawan.")})
        of_known = self.person_id is not None
        if is_rank and self.end_latest is None and of_known and self._other_open_ranks().exists():
            raise ValidationError(
                {"honorific": _("Tokoh ini masih memegang pangkat lain; akhiri dulu pangkat itu.")}
            )

    def _other_open_ranks(self) -> models.QuerySet[PersonHonorific]:
        ranks = PersonHonorific.objects.current().filter(honorific__kind=Honorific.Kind.RANK)
        return ranks.filter(person_id=self.person_id).exclude(pk=self.pk)
