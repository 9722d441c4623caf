"""Cut the site's fonts out of two npm packages: `python subset.py <folder of unpacked packages>`.

Needs `fonttools` and `brotli` (not dependencies of the project). In: the full fonts.
Out: the three .woff2 files beside this script, holding only what the site can print.
"""

import re
import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

HERE = Path(__file__).parent
SERIF = "@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-{}.woff2"
MATH = "@fontsource/stix-two-math/files/stix-two-math-latin-400-normal.woff2"

# A cut font is a changed one, and the licence keeps the name "Source" for the unchanged.
RESERVED = re.compile("Source(?= ?Serif)")

LATIN = """20-7E A0 A7 A9 AB B0 B1 B2 B3 B7 BB BC-BE C9 D6 D7 DC E0-EF F1-F6 F8-FC
2010-2014 2018-201A 201C-201E 2022 2026 2032 2033 2190-2193 2212 2248 2260 2264 2265"""

LETTERS = """20-7E A0 393 394 398 39B 39E 3A0 3A3 3A6 3A8 3A9 3B1-3C9 3D1 3D5 3F5 210E
1D41A-1D467 1D6E4 1D6E5 1D6E9 1D6F4 1D6F7 1D6FA 1D6FC-1D716 1D719 1D736-1D74E
2102 2112 2115 211D 2124 2113 1D53C 1D4A9 1D49F 1D4AA"""

SIGNS = """AC AF B1 B7 D7 F7 2C6 2DC 302-305 307 20D7 2016 2020 2026 2032 2033 203E 2061-2064 2113
2190-2194 21A6 21D0-21D4 2200 2202 2203 2205-2209 220F 2211-2213 2217-221A 221D 221E
2225 2227-222B 2235 223C 2243 2245 2248 2260 2261 2264 2265 226A 226B 2282 2286
2295 2297 2299 22A4 22A5 22C5 22EE 22EF 22F1 2308-230B 2713 27E8 27E9"""


def code_points(ranges):
    """The set of integers that `20-7E A0` names."""
    found = set()
    for item in ranges.split():
        first, _, last = item.partition("-")
        found.update(range(int(first, 16), int(last or first, 16) + 1))
    return found


def cut(font, ranges, features, target):
    """Write the part of `font` that `ranges` and `features` name to `target`."""
    options = subset.Options(layout_features=features, hinting=False, desubroutinize=True, flavor="woff2")
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=code_points(ranges))
    cutter.subset(font)
    for entry in font["name"].names:
        if entry.nameID != 0:  # the copyright line keeps the reserved name
            entry.string = RESERVED.sub("Book", entry.toUnicode())
    font.flavor = "woff2"
    font.recalcTimestamp = False
    font.save(HERE / target)


def refresh(packages):
    """Rewrite the three font files from the unpacked npm packages."""
    for style, weight in (("normal", (400, 600)), ("italic", 400)):
        font = TTFont(packages / SERIF.format(style), recalcTimestamp=False)
        font = instancer.instantiateVariableFont(font, {"wght": weight})
        cut(font, LATIN, ["kern"], f"book-serif-{style}.woff2")
    font = TTFont(packages / MATH, recalcTimestamp=False)
    cut(font, LETTERS + " " + SIGNS, ["ssty", "dtls"], "stix-two-math.woff2")


if __name__ == "__main__":
    refresh(Path(sys.argv[1]))
