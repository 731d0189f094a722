"""Renders the pages of PDF files with pdfium, poppler and MuPDF, and fails where two of them differ.

usage: compare.py [--pages N] FILE.pdf ...   (N: only the first N pages of each file)

A page is alike when of its pixels at 100 dpi at least 99.5 % are within 32 of 255. Renderers round the place of a glyph
and the edges of the sheet to the pixels they draw, which at 100 dpi alone makes one pixel in twenty differ. Pages are
therefore drawn at 400 dpi and averaged to 100 dpi, and what stands one of the fine pixels (0.06 mm) aside counts
as standing in its place. Seen in trials: another page of the same form is 95.5 % alike, a page without one of its lines
still 99.7 %. So this finds wrong faces, scales, grounds and blocks; that no glyph is lost is for the tests of texts.
"""

import subprocess
import sys
import tempfile
from itertools import combinations
from pathlib import Path

import numpy
import pymupdf
import pypdfium2
from PIL import Image

COARSE, FINE = 100, 4
REACH = 1
TOLERANCE, SHARE = 32, 0.995


def pdfium(path, index):
    page = pypdfium2.PdfDocument(path)[index]
    return numpy.asarray(page.render(scale=COARSE * FINE / 72, grayscale=True).to_pil().convert("L"))


def mupdf(path, index):
    page = pymupdf.open(path)[index]
    pixels = page.get_pixmap(dpi=COARSE * FINE, colorspace=pymupdf.csGRAY, alpha=False)
    return numpy.frombuffer(pixels.samples, numpy.uint8).reshape(pixels.height, pixels.width)


def poppler(path, index):
    number = str(index + 1)
    with tempfile.TemporaryDirectory() as folder:
        stem = Path(folder, "page")
        command = ["pdftoppm", "-r", str(COARSE * FINE), "-gray", "-singlefile"]
        subprocess.run(command + ["-f", number, "-l", number, path, stem], check=True)
        return numpy.asarray(Image.open(stem.with_suffix(".pgm")))


def averaged(picture, height, width, down=0, right=0):
    """The picture at 100 dpi, after moving it by some of the fine pixels."""
    fine = picture[down : down + height * FINE, right : right + width * FINE]
    return fine.reshape(height, FINE, width, FINE).mean((1, 3), dtype=numpy.float32)


def alike(one, other):
    """The share of pixels of one picture that the other has in their place or close by."""
    height, width = ((min(a, b) - 2 * REACH) // FINE for a, b in zip(one.shape, other.shape))
    there = averaged(one, height, width, REACH, REACH)
    places = range(2 * REACH + 1)
    moved = [averaged(other, height, width, down, right) for down in places for right in places]
    least, most = numpy.minimum.reduce(moved) - TOLERANCE, numpy.maximum.reduce(moved) + TOLERANCE
    return float(((least <= there) & (there <= most)).mean())


def main(paths, pages=None):
    renderers, worst, count = (pdfium, poppler, mupdf), {}, 0
    for path in paths:
        total = len(pypdfium2.PdfDocument(path))
        for index in range(min(total, pages or total)):
            pictures = {renderer.__name__: renderer(path, index) for renderer in renderers}
            count += 1
            for one, other in combinations(pictures, 2):
                share = min(alike(pictures[one], pictures[other]), alike(pictures[other], pictures[one]))
                place = f"{path} page {index + 1}"
                if share < SHARE:
                    print(f"{one} and {other} differ on {place}: {share:.2%} alike")
                worst[one, other] = min(worst.get((one, other), (2, "")), (share, place))
    for (one, other), (share, place) in worst.items():
        print(f"{one} and {other}: {count} pages, at least {share:.2%} alike ({place})")
    return any(share < SHARE for share, _ in worst.values())


if __name__ == "__main__":
    arguments = sys.argv[1:]
    limit = int(arguments[1]) if arguments[:1] == ["--pages"] else None
    sys.exit(main(arguments[2:] if limit else arguments, limit))
