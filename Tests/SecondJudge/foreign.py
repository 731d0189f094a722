"""Files that others made, for signing: supplementary clauses from elsewhere, and files with something hidden in them."""

import io

import pikepdf
from pikepdf import Array, Dictionary, Name


def blank(pages=1, **options) -> pikepdf.Pdf:
    pdf = pikepdf.new()
    for number in range(pages):
        pdf.add_blank_page(page_size=(595, 842))
        pdf.pages[number].Contents = pdf.make_stream(b"0 g 100 %d 200 20 re f" % (700 - 30 * number))
    return pdf


def saved(pdf: pikepdf.Pdf, streams: bool) -> bytes:
    out = io.BytesIO()
    mode = pikepdf.ObjectStreamMode.generate if streams else pikepdf.ObjectStreamMode.disable
    pdf.save(out, object_stream_mode=mode)
    return out.getvalue()


def supplement(streams: bool) -> bytes:
    return saved(blank(2), streams)


def covered() -> bytes:
    """A page with a stamp over its text, which somebody means to take away later."""
    pdf = blank()
    form = pdf.make_stream(b"1 g 0 0 300 300 re f", Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 300, 300])
    note = pdf.make_indirect(Dictionary(
        Type=Name.Annot, Subtype=Name.Stamp, Rect=Array([50, 600, 350, 800]), F=4, AP=Dictionary(N=form)))
    pdf.pages[0].Annots = Array([note])
    return saved(pdf, False)


def doubled() -> bytes:
    """Pages with another tree of pages beside them, which nothing shows yet."""
    pdf = blank()
    page = pdf.make_indirect(Dictionary(
        Type=Name.Page, MediaBox=[0, 0, 595, 842], Resources=Dictionary(),
        Contents=pdf.make_stream(b"0 g 300 300 200 20 re f")))
    tree = pdf.make_indirect(Dictionary(Type=Name.Pages, Kids=Array([page]), Count=1))
    page.Parent = tree
    pdf.Root.PieceInfo = Dictionary(Hidden=Dictionary(Private=tree))
    return saved(pdf, False)
