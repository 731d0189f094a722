"""Files that others made, for signing: supplementary clauses from elsewhere, and files with something hidden in them."""

import io
import re

import pikepdf
from pikepdf import Array, Dictionary, Name
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import SigFieldSpec, append_signature_field


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


def noted() -> bytes:
    """A page with a note, and a form with a font that nothing else leads to."""
    pdf = blank()
    note = pdf.make_indirect(Dictionary(Type=Name.Annot, Subtype=Name.Square, Rect=Array([9, 9, 99, 99]), F=4))
    pdf.pages[0].Annots = Array([note])
    font = pdf.make_indirect(Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica))
    pdf.Root.AcroForm = pdf.make_indirect(
        Dictionary(Fields=pdf.make_indirect(Array()), DR=Dictionary(Font=Dictionary(Song=font))))
    return saved(pdf, False)


def layered() -> bytes:
    """A page with two layers, of which one is shown."""
    pdf = blank()
    one, other = (pdf.make_indirect(Dictionary(Type=Name.OCG, Name=name)) for name in ("A", "B"))
    pdf.pages[0].Resources = Dictionary(Properties=Dictionary(A=one, B=other))
    pdf.pages[0].Contents = pdf.make_stream(b"/OC /A BDC 9 9 99 9 re f EMC /OC /B BDC 9 9 9 99 re f EMC")
    settings = pdf.make_indirect(Dictionary(ON=Array([one]), OFF=Array([other])))
    pdf.Root.OCProperties = Dictionary(OCGs=Array([one, other]), D=settings)
    return saved(pdf, False)


def twofold() -> bytes:
    """A page whose content stands in the catalog as well, where programs note what they have added."""
    writer = IncrementalPdfFileWriter(io.BytesIO(saved(blank(), False)))
    page = writer.find_page_for_modification(0)[0].get_object()
    writer.root["/Extensions"] = page.raw_get("/Contents")
    writer.update_root()
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def with_places(lock=None) -> bytes:
    """Pages with two places for signatures, `first` and `second`; who signs the first locks what `lock` says."""
    writer = IncrementalPdfFileWriter(io.BytesIO(supplement(False)))
    append_signature_field(writer, SigFieldSpec("first", field_mdp_spec=lock))
    append_signature_field(writer, SigFieldSpec("second"))
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def signed_ends(file: bytes) -> list[int]:
    """Where what each signature of a file covers ends."""
    ranges = re.findall(rb"/ByteRange\s*\[\s*0\s+\d+\s+(\d+)\s+(\d+)\s*\]", file)
    return [int(start) + int(length) for start, length in ranges]


def without_evidence(file: bytes) -> bytes:
    """A file that ends behind its first signature: what was added to prove it later is cut off."""
    return file[:min(signed_ends(file))]
