"""A file that is too large is let go while it arrives, and the rest of the form is kept."""

from __future__ import annotations

from typing import Any

from django.core.files.uploadhandler import FileUploadHandler, SkipFile

from articles.intake.opening import FILE_LIMIT


class Sieve(FileUploadHandler):
    """Lets files through up to `FILE_LIMIT`. `refused` is the size of a form with a larger one, else 0."""

    refused = size = total = 0

    def handle_raw_input(self, input_data: Any, META: Any, content_length: int, *rest: Any) -> None:  # noqa: N803
        self.total = content_length

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        self.size = 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        self.size += len(raw_data)
        if self.size > FILE_LIMIT:
            self.refused = self.total
            raise SkipFile
        return raw_data

    def file_complete(self, file_size: int) -> None:
        return None
