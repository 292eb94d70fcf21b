"""The addresses of a release in its form: they may change at any time, and are never those of another."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.models import Article, ArticleSlug
from pressroom.desk.versions import ArticleForm

# The language whose page a field addresses.
ADDRESSES = {"slug": "id", "slug_en": "en"}
MOVES = gettext_lazy("Boleh diganti sesudah terbit: alamat lama lalu mengantar pembaca ke yang baru.")


class AddressedForm(ArticleForm):
    """Refuses an address under which another release is, was or will be public."""

    class Meta:
        help_texts = dict.fromkeys(ADDRESSES, MOVES)

    def clean_slug(self) -> str:
        return self.free("slug")

    def clean_slug_en(self) -> str:
        return self.free("slug_en")

    def free(self, name: str) -> str:
        slug: str = self.cleaned_data[name]
        others = ArticleSlug.objects.exclude(article=self.instance.pk)
        if slug and others.filter(language=ADDRESSES[name], slug=slug).exists():
            raise ValidationError(_("Alamat ini pernah dipakai siaran lain; pilihlah yang baru."))
        return slug


def has_readers(article: Article) -> bool:
    """Whether somebody may have noted down where this release is, or will be."""
    return article.slugs.exists()
