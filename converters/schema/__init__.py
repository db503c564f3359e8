"""What a page of the edition promises: the words that converters and Sphinx extensions share.

The one package of `converters` that `docs/_ext` imports. It imports nothing but the standard
library, so that neither half brings the other along.
"""
