"""An article clipped from a news site."""

from converters.readers.news_clip.reader import READER

__all__ = ["READER"]
