#!/usr/bin/env python3
"""Makes assets/fonts from Debian's Noto Sans (package fonts-noto-core), with fontTools (package python3-fonttools, python3-brotli).

Run by hand when the font or the character set changes; the results are committed, so nobody needs Python to build Voldaan.
Letters: subset to Latin, Extended-A and -B, without hinting and ligatures, because pdfkit embeds per document and half of
the time of a letter is the size of this file. Names in Greek, Cyrillic or Vietnamese use the fuller file. The screen gets
the Latin file as WOFF2.

    python3 build/fonts.py [folder of NotoSans-*.ttf] [target folder]
"""
import sys
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

SOURCE = Path(sys.argv[1] if len(sys.argv) > 1 else "/usr/share/fonts/truetype/noto")
TARGET = Path(sys.argv[2] if len(sys.argv) > 2 else Path(__file__).parent.parent / "assets" / "fonts")

LATIN = [
    (0x0020, 0x007E),
    (0x00A0, 0x024F),  # Latin-1, Extended-A, Extended-B
    (0x02C6, 0x02DD),
    (0x0300, 0x0304), (0x0306, 0x030C), (0x0326, 0x0328),  # combining marks names are typed with
    (0x1E80, 0x1E85), (0x1E9E, 0x1E9E), (0x1EF2, 0x1EF3),  # Welsh, capital sharp s
    (0x2002, 0x200B), (0x2010, 0x2015), (0x2018, 0x201E), (0x2020, 0x2022), (0x2026, 0x2026), (0x202F, 0x202F),
    (0x2030, 0x2030), (0x2039, 0x203A), (0x2044, 0x2044), (0x20AC, 0x20AC), (0x20B9, 0x20BA),
    (0x2116, 0x2116), (0x2122, 0x2122), (0x2190, 0x2193), (0x2212, 0x2212), (0x2713, 0x2713), (0x25A1, 0x25A1),
]
FULL = [(0x0020, 0xFFFF)]


def subset(name, ranges, target, flavor=None):
    font = TTFont(SOURCE / name, recalcTimestamp=False)
    options = Options()
    options.hinting = False
    options.layout_features = ["kern", "ccmp", "locl", "mark", "mkmk"]
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    options.name_languages = [0x409]
    options.notdef_outline = True
    options.glyph_names = False
    options.flavor = flavor
    options.drop_tables += ["DSIG", "FFTM", "MATH", "meta"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=[code for first, last in ranges for code in range(first, last + 1)])
    subsetter.subset(font)
    font.flavor = flavor
    font.save(TARGET / target, reorderTables=True)
    print(f"{target}: {(TARGET / target).stat().st_size // 1024} kB, {len(font.getGlyphOrder())} glyphs")


def main():
    for weight in ("Regular", "Bold"):
        subset(f"NotoSans-{weight}.ttf", LATIN, f"NotoSans-{weight}.ttf")
        subset(f"NotoSans-{weight}.ttf", LATIN, f"NotoSans-{weight}.woff2", "woff2")
        subset(f"NotoSans-{weight}.ttf", FULL, f"NotoSansFull-{weight}.ttf")


main()
