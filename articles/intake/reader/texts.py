"""Reasons are written where a conclusion is drawn; this marks them for translation without Django."""


def gettext_noop(message: str) -> str:
    return message
