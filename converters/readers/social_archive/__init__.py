"""An article republished on a social platform (WeChat, Zhihu …) and archived as Markdown."""

from converters.readers.social_archive.reader import READER

__all__ = ["READER"]
