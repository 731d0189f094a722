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
from concurrent.futures import ProcessPoolExecutor
from itertools import combinations
from multiprocessing import get_context
from pathlib import Path

import numpy
import pymupdf
import pypdfium2
from PIL import Image

COARSE, FINE = 100, 4
REACH = 1
TOLERANCE, SHARE = 32, 0.995
BATCH = 8  # so many pages are drawn by one call of poppler, which reads fonts and file anew each time


def pdfium(path, pages):
    file = pypdfium2.PdfDocument(path)
    for index in pages:
        yield file[index].render(scale=COARSE * FINE / 72, grayscale=True).to_numpy()


def mupdf(path, pages):
    file = pymupdf.open(path)
    for index in pages:
        pixels = file[index].get_pixmap(dpi=COARSE * FINE, colorspace=pymupdf.csGRAY, alpha=False)
        yield numpy.frombuffer(pixels.samples, numpy.uint8).reshape(pixels.height, pixels.width)


def poppler(path, pages):
    with tempfile.TemporaryDirectory() as folder:
        command = ["pdftoppm", "-r", str(COARSE * FINE), "-gray", "-f", str(pages[0] + 1), "-l", str(pages[-1] + 1)]
        subprocess.run(command + [path, Path(folder, "page")], check=True)
        for picture in sorted(Path(folder).iterdir()):
            yield numpy.asarray(Image.open(picture))
            picture.unlink()


class View:
    """A picture at 100 dpi, each pixel the sum of its fine ones, and how dark and how light it is a little aside."""

    def __init__(self, picture):
        sums = summed(summed(picture.astype(numpy.uint16)).T).T
        height, width = (length // FINE - 1 for length in picture.shape)
        places = range(2 * REACH + 1)
        moved = [sums[down::FINE, right::FINE][:height, :width] for down in places for right in places]
        self.there = sums[REACH::FINE, REACH::FINE][:height, :width]
        self.least, self.most = numpy.minimum.reduce(moved), numpy.maximum.reduce(moved)


def summed(picture):
    """The sums of each pixel and the fine ones below it."""
    height = len(picture) - FINE + 1
    return sum((picture[offset : offset + height] for offset in range(1, FINE)), picture[:height])


def alike(one, other):
    """The share of pixels of one view that the other has in their place or close by."""
    height, width = numpy.minimum(one.there.shape, other.there.shape)
    there, least, most = (view[:height, :width].astype(int) for view in (one.there, other.least, other.most))
    tolerance = TOLERANCE * FINE * FINE
    return float(((least - tolerance <= there) & (there <= most + tolerance)).mean())


def judged(batch):
    """The share that each two renderers have alike, of each page of the batch."""
    path, pages = batch
    drawn = zip(*(renderer(path, pages) for renderer in (pdfium, poppler, mupdf)), strict=True)
    shares = []
    for pictures in drawn:
        views = map(View, pictures)
        shares.append([min(alike(a, b), alike(b, a)) for a, b in combinations(views, 2)])
    return path, pages, shares


def batches(paths, limit):
    for path in paths:
        total = len(pypdfium2.PdfDocument(path))
        pages = range(min(total, limit or total))
        for start in pages[::BATCH]:
            yield path, pages[start : start + BATCH]


def main(paths, limit=None):
    pairs = [" and ".join(names) for names in combinations(("pdfium", "poppler", "MuPDF"), 2)]
    worst, count = dict.fromkeys(pairs, (2, "")), 0
    with ProcessPoolExecutor(mp_context=get_context("forkserver")) as pool:
        for path, pages, shares in pool.map(judged, batches(paths, limit)):
            for index, page in zip(pages, shares):
                count += 1
                for pair, share in zip(pairs, page):
                    place = f"{path} page {index + 1}"
                    worst[pair] = min(worst[pair], (share, place))
                    if share < SHARE:
                        print(f"{pair} differ on {place}: {share:.2%} alike", flush=True)
    for pair, (share, place) in worst.items():
        print(f"{pair}: {count} pages, at least {share:.2%} alike ({place})")
    return any(share < SHARE for share, _ in worst.values())


if __name__ == "__main__":
    arguments = sys.argv[1:]
    limit = int(arguments[1]) if arguments[:1] == ["--pages"] else None
    sys.exit(main(arguments[2:] if limit else arguments, limit))
