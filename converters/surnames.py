"""Chinese surnames, as the lexicon has them: which there are, and how they are read."""

from converters.lexicon import words

#: Surnames of one character, of two, and common ones in pinyin.
SINGLE = words("surnames", group="single")
COMPOUND = words("surnames", group="compound")
PINYIN = words("surnames", group="pinyin")

#: Surname → its reading in pinyin without tones, where it differs from the usual one.
READINGS = {
    entry.partition(" ")[0]: entry.partition(" ")[2] for entry in words("surnames", group="reading")
}
