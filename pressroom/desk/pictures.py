from typing import Any

from django import forms

from pressroom.core.pictures import check_picture


class PictureField(forms.ImageField):
    """Refuses a file by its header, before Django lets every format that Pillow knows have a try at it."""

    def to_python(self, data: Any) -> Any:
        if data not in self.empty_values:
            check_picture(data)
        return super().to_python(data)
