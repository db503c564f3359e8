"""A journal's web page with a machine-made summary of an article."""

from converters.readers.web_summary.reader import READER

__all__ = ["READER"]
