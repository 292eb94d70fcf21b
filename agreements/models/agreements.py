from __future__ import annotations

from datetime import date, datetime
from typing import cast

from django.conf import settings
from django.core.validators import FileExtensionValidator
from django.db import models
from django.db.models import Exists, F, OuterRef, Prefetch, Q, QuerySet, Subquery
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from agreements import standing
from agreements.kinds import ActionKind
from entities.models import Country, Organization, Topic
from pressroom.core.visibility import Public, PublicQuerySet, public_or_absent


class AgreementQuerySet(PublicQuerySet):
    def with_standing(self) -> AgreementQuerySet:
        """Fetch parties and public steps, so that pengesahan and keberlakuan need no query of their own."""
        from agreements.models.actions import AgreementAction

        actions = AgreementAction.objects.public().select_related(
            "instrument__kind", "party__country", "party__organization"
        )
        parties = AgreementParty.objects.public().select_related("country", "organization")
        return self.prefetch_related(
            Prefetch("actions", queryset=actions), Prefetch("parties", queryset=parties)
        )

    def with_force_on(self, day: date) -> AgreementQuerySet:
        """Annotate `force_kind`, the public step that decides whether the home side is bound on that day.

        The database's form of `standing.force`; a test holds the two together.
        """
        from agreements.models.actions import AgreementAction

        taken = (
            AgreementAction.objects.public()
            .filter(agreement=OuterRef("pk"))
            .filter(standing.home_side())
            .filter(Q(latest__isnull=True) | Q(latest__lte=day))
        )
        deciding = taken.filter(kind__in=standing.DECIDING_KINDS).order_by(*standing.newest_first())
        signed = Exists(taken.filter(kind=ActionKind.SIGNATURE))
        return self.annotate(force_kind=Subquery(deciding.values("kind")[:1]), signed=signed)

    def in_force_status(self, status: str, day: date) -> AgreementQuerySet:
        """Agreements that stand so for the home country on that day."""
        annotated = self.with_force_on(day)
        kinds = [kind for kind, result in standing.FORCE_AFTER.items() if result == status]
        if kinds:
            return annotated.filter(force_kind__in=kinds)
        return annotated.filter(force_kind__isnull=True, signed=status == standing.Force.SIGNED)

    def in_approval_status(self, status: str, day: date) -> AgreementQuerySet:
        """Agreements whose pengesahan by the home country stands so on that day.

        The database's form of `standing.approval`; a test holds the two together.
        """
        from agreements.models.actions import AgreementAction

        steps = AgreementAction.objects.public().filter(agreement=OuterRef("pk"))
        at_home = steps.filter(kind__in=standing.APPROVAL_AFTER, party__country=settings.HOME_COUNTRY)
        taken = at_home.filter(Q(latest__isnull=True) | Q(latest__lte=day)).order_by(*standing.newest_first())
        annotated = self.annotate(approval_kind=Subquery(taken.values("kind")[:1]))
        return annotated.filter(standing.approved_as(status))


class Agreement(Public):
    """A text that parties agreed on. What became of it is derived from its actions, never stored."""

    change_kind = "agreement"

    class Kind(models.TextChoices):
        MOU = "mou", _("nota kesepahaman (MoU)")
        PKS = "pks", _("perjanjian kerja sama")
        AGREEMENT = "agreement", _("persetujuan")
        TREATY = "treaty", pgettext_lazy("treaty", "perjanjian")
        CONVENTION = "convention", _("konvensi")
        PROTOCOL = "protocol", _("protokol")
        LOI = "loi", _("surat pernyataan kehendak (LoI)")
        ARRANGEMENT = "arrangement", _("pengaturan")
        JOINT_STATEMENT = "joint_statement", _("pernyataan bersama")

    slug = models.SlugField(_("alamat halaman"), max_length=120, unique=True)
    kind = models.CharField(_("jenis"), max_length=20, choices=Kind)
    title = models.CharField(_("judul"), max_length=300)
    title_en = models.CharField(_("judul (Inggris)"), max_length=300, blank=True)
    title_translated = models.BooleanField(
        _("judul terjemahan kami"),
        default=False,
        help_text=_("Naskahnya tidak berjudul resmi dalam bahasa Indonesia."),
    )
    title_original = models.CharField(_("judul asli"), max_length=300, blank=True)
    original_language = models.CharField(
        _("bahasa judul asli"), max_length=10, blank=True, help_text=_("Kode bahasa, misalnya en")
    )
    approval_needed = models.BooleanField(_("memerlukan pengesahan"), null=True, blank=True)
    force_clause = models.TextField(_("ketentuan mulai berlaku"), blank=True)
    force_clause_en = models.TextField(_("ketentuan mulai berlaku (Inggris)"), blank=True)
    term_clause = models.TextField(_("ketentuan masa berlaku"), blank=True)
    term_clause_en = models.TextField(_("ketentuan masa berlaku (Inggris)"), blank=True)
    registration_no = models.CharField(_("nomor registrasi"), max_length=60, blank=True)
    depositary = models.ForeignKey(
        Organization,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="deposited_agreements",
        verbose_name=_("penyimpan naskah"),
    )
    document = models.FileField(
        _("naskah"), upload_to="agreements/", blank=True, validators=[FileExtensionValidator(["pdf"])]
    )
    topics = models.ManyToManyField(Topic, blank=True, related_name="agreements", verbose_name=_("topik"))

    objects = AgreementQuerySet.as_manager()

    class Meta:
        verbose_name = _("perjanjian")
        verbose_name_plural = _("perjanjian")
        ordering = ["title", "id"]
        indexes = [models.Index(fields=["title", "id"], name="agreements_agreement_by_title")]  # the register
        constraints = [
            models.CheckConstraint(
                condition=Q(title_original="") | ~Q(original_language=""),
                name="agreements_agreement_original_language",
                violation_error_message=_("Judul asli memerlukan bahasanya."),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def approval_on(self, day: date) -> standing.Approval:
        """Pengesahan: whether Indonesian law has consented to be bound by that day (UU 24/2000 art. 9–11)."""
        return standing.approval(self.approval_needed, self.actions.all(), day)

    @property
    def approval(self) -> standing.Approval:
        """Pengesahan as of today."""
        return self.approval_on(timezone.localdate())

    def force_on(self, day: date, party: AgreementParty | None = None) -> standing.Force:
        """Keberlakuan for a party (default: the home side) on a day."""
        return standing.force(self.actions.all(), day, party)


class AgreementPartyQuerySet(PublicQuerySet):
    def public(self, at: datetime | None = None) -> AgreementPartyQuerySet:
        """Visible parties: countries, and organizations that the public may know."""
        return self.visible(at).filter(public_or_absent("organization", at))


class AgreementParty(Public):
    """A country or an organization that is party to an agreement."""

    class Capacity(models.TextChoices):
        STATE = "state", pgettext_lazy("treaty", "negara")
        GOVERNMENT = "government", _("pemerintah")
        ORGANIZATION = "organization", _("lembaga")

    agreement = models.ForeignKey(
        Agreement, models.CASCADE, related_name="parties", verbose_name=_("perjanjian")
    )
    country = models.ForeignKey(
        Country,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="agreement_parties",
        verbose_name=_("negara"),
    )
    organization = models.ForeignKey(
        Organization,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="agreement_parties",
        verbose_name=_("lembaga"),
    )
    capacity = models.CharField(_("bertindak sebagai"), max_length=12, choices=Capacity)

    objects = AgreementPartyQuerySet.as_manager()

    class Meta:
        verbose_name = _("pihak")
        verbose_name_plural = _("pihak")
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(capacity="organization", organization__isnull=False, country__isnull=True)
                | Q(capacity__in=("state", "government"), country__isnull=False, organization__isnull=True),
                name="agreements_agreementparty_one_actor",
                violation_error_message=_(
                    "Pihak adalah satu negara (atau pemerintahnya), atau satu lembaga."
                ),
            ),
            models.UniqueConstraint(
                fields=["agreement", "country"],
                condition=Q(country__isnull=False),
                name="agreements_agreementparty_country_once",
            ),
            models.UniqueConstraint(
                fields=["agreement", "organization"],
                condition=Q(organization__isnull=False),
                name="agreements_agreementparty_organization_once",
            ),
        ]

    def __str__(self) -> str:
        return self.name()

    @property
    def change_subject(self) -> Public:
        return self.agreement

    @property
    def nationality(self) -> str | None:
        """ISO code of the country, or of the organization's country."""
        return self.organization.country_id if self.organization else self.country_id

    def name(self, language: str = "id") -> str:
        """The party as the register names it, e.g. "Pemerintah Rusia"; "" where there is no English name."""
        actor = cast(Country | Organization, self.country or self.organization)
        name = actor.name_en if language == "en" else actor.name
        if not name or self.capacity != self.Capacity.GOVERNMENT:
            return name
        return f"Government of {name}" if language == "en" else f"Pemerintah {name}"


class AgreementRelationQuerySet(PublicQuerySet):
    def public(self) -> AgreementRelationQuerySet:
        """Visible relations to agreements that the public may know."""
        return self.visible().filter(target__in=Agreement.objects.visible())


class AgreementRelation(Public):
    """One agreement amends, supersedes, implements or extends another."""

    class Kind(models.TextChoices):
        AMENDS = "amends", pgettext_lazy("treaty", "mengubah")
        SUPERSEDES = "supersedes", _("menggantikan")
        IMPLEMENTS = "implements", _("melaksanakan")
        EXTENDS = "extends", _("memperpanjang")

    source = models.ForeignKey(
        Agreement, models.CASCADE, related_name="relations", verbose_name=_("perjanjian")
    )
    target = models.ForeignKey(
        Agreement, models.PROTECT, related_name="reverse_relations", verbose_name=_("perjanjian sasaran")
    )
    kind = models.CharField(_("hubungan"), max_length=10, choices=Kind)

    objects = AgreementRelationQuerySet.as_manager()

    class Meta:
        verbose_name = _("hubungan perjanjian")
        verbose_name_plural = _("hubungan perjanjian")
        constraints = [
            models.CheckConstraint(
                condition=~Q(source=F("target")),
                name="agreements_agreementrelation_not_self",
                violation_error_message=_("Perjanjian tidak dapat berhubungan dengan dirinya sendiri."),
            ),
            models.UniqueConstraint(
                fields=["source", "target", "kind"], name="agreements_agreementrelation_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.source} {self.get_kind_display()} {self.target}"

    @property
    def change_subject(self) -> Public:
        return self.source


def agreements_of_country(queryset: QuerySet[Agreement], iso2: str) -> QuerySet[Agreement]:
    """Agreements to which that country is a party, as far as the public knows."""
    parties = AgreementParty.objects.public().filter(agreement=OuterRef("pk"), country=iso2)
    return queryset.filter(Exists(parties))
