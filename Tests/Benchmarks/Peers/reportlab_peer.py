"""Draws the roster of `mingce-bench texts` on a ReportLab canvas: no shaping, no wrapping, no tags, one font.

usage: reportlab_peer.py TEXTS OUTPUT FONT   (FONT is a TrueType file: ReportLab reads no CFF outlines)
"""

import json
import sys

from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

WIDTH, HEIGHT = landscape(A4)
LEFT, RIGHT, TOP = 15 * mm, WIDTH - 15 * mm, HEIGHT - 43 * mm
ROW, ROWS_PER_PAGE = 8 * mm, 15


def edges(columns):
    """The places of the vertical rules."""
    total = sum(column["share"] for column in columns)
    places = [LEFT]
    for column in columns:
        places.append(places[-1] + (RIGHT - LEFT) * column["share"] / total)
    return places


def text(cell):
    return "".join(piece["text"] for piece in cell)


def draw_blocks(canvas, blocks, y):
    """Draws blocks downwards from `y`, the cells of a line in equal columns."""
    for block in blocks:
        is_title = block["kind"] == "heading1"
        canvas.setFont("zh", 18 if is_title else 10.5)
        for line in block["lines"]:
            y -= 26 if is_title else 17
            if is_title:
                canvas.drawCentredString(WIDTH / 2, y, text(line[0]))
                continue
            for index, cell in enumerate(line):
                canvas.drawString(LEFT + (RIGHT - LEFT) * index / len(line), y, text(cell))


def draw_page(canvas, data, places, rows, footer):
    draw_blocks(canvas, data["blocks"], HEIGHT - 20 * mm)
    canvas.setFont("zh", 9)
    canvas.setLineWidth(0.5)
    canvas.grid(places, [TOP - ROW * index for index in range(len(rows) + 1)])
    for index, row in enumerate(rows, 1):
        y = TOP - ROW * index + 2.8 * mm
        for x, cell in zip(places, row):
            canvas.drawString(x + mm, y, cell)
    canvas.drawCentredString(WIDTH / 2, 10 * mm, footer)


def main(texts, output, font):
    with open(texts, encoding="utf-8") as file:
        data = json.load(file)
    pdfmetrics.registerFont(TTFont("zh", font))
    canvas = Canvas(output, pagesize=(WIDTH, HEIGHT), pageCompression=1)
    canvas.setTitle(data["title"])
    rows = data["rows"] + [[data["closing"]]]
    places = edges(data["columns"])
    head = [column["title"] for column in data["columns"]]
    pages = -(-len(rows) // ROWS_PER_PAGE)
    for page in range(pages):
        part = rows[page * ROWS_PER_PAGE : (page + 1) * ROWS_PER_PAGE]
        draw_page(canvas, data, places, [head] + part, f"第 {page + 1} 页 共 {pages} 页")
        if page == pages - 1:
            draw_blocks(canvas, data["after"], TOP - ROW * (len(part) + 1) - 2 * mm)
        canvas.showPage()
    canvas.save()


main(*sys.argv[1:])
