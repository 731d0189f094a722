"""Revisions that try to look like what a signature allows, and files that two readers would read differently.

They are those of VerificationTests/ShadowTests.swift, for the second judge. Every attack takes the bytes of a signed file
and returns those of another.
"""

import io
import re

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.generic import pdf_name, pdf_string
from pyhanko.pdf_utils.reader import PdfFileReader

from attacks import box, page, revised, stream


def widget(rect, **value) -> generic.DictionaryObject:
    """A field that calls itself a time stamp of the whole file."""
    return generic.DictionaryObject({
        pdf_name("/Type"): pdf_name("/Annot"), pdf_name("/Subtype"): pdf_name("/Widget"),
        pdf_name("/FT"): pdf_name("/Sig"), pdf_name("/T"): pdf_string("s"), pdf_name("/Rect"): rect,
        pdf_name("/V"): generic.DictionaryObject({
            pdf_name("/Type"): pdf_name("/DocTimeStamp"), pdf_name("/SubFilter"): pdf_name("/ETSI.RFC3161"),
            **{pdf_name("/" + key): entry for key, entry in value.items()},
        }),
    })


def shown(writer, field: generic.IndirectObject, isThere=False):
    """Puts a field into the form, and on the first page unless it is there."""
    fields = writer.root["/AcroForm"]["/Fields"]
    fields.append(field)
    writer.update_container(fields)
    if not isThere:
        target = page(writer)
        target["/Annots"] = generic.ArrayObject(list(target.get("/Annots", [])) + [field])
        writer.update_container(target)


CONTENTS = generic.ByteStringObject(b"\0")


@revised
def visible_stamp(writer):
    shown(writer, writer.add_object(widget(box(0, 0, 595, 842), Contents=CONTENTS)))


@revised
def stamp_with_corners_elsewhere(writer):
    edge = writer.add_object(generic.NumberObject(842))
    corners = generic.ArrayObject([generic.NumberObject(n) for n in (0, 0, 595)] + [edge])
    shown(writer, writer.add_object(widget(corners, Contents=CONTENTS)))


@revised
def stamp_without_value(writer):
    shown(writer, writer.add_object(widget(box(0, 0, 0, 0))))


@revised
def stamp_with_action(writer):
    field = widget(box(0, 0, 0, 0), Contents=CONTENTS)
    field["/AA"] = generic.DictionaryObject({pdf_name("/PO"): generic.DictionaryObject({
        pdf_name("/S"): pdf_name("/JavaScript"), pdf_name("/JS"): pdf_string("1")})})
    shown(writer, writer.add_object(field))


@revised
def stamp_instead_of_note(writer):
    """What was on the page takes the place of a stamp, and is gone; for `foreign.noted`."""
    target = page(writer)
    note = next(a for a in target["/Annots"] if a.get_object()["/Subtype"] == "/Square")
    there = note.get_object()
    there.clear()
    there.update(widget(box(0, 0, 0, 0), Contents=CONTENTS))
    writer.update_container(there)
    shown(writer, note, isThere=True)


@revised
def other_form_font(writer):
    """A font that only the form leads to; for `foreign.noted`."""
    font = writer.root["/AcroForm"]["/DR"]["/Font"]["/Song"]
    font["/BaseFont"] = pdf_name("/Symbol")
    writer.update_container(font)


@revised
def locked_field(writer):
    """A lock on the field that is still open, or a change of the one that was signed last."""
    field = writer.root["/AcroForm"]["/Fields"][1]
    field["/Lock"] = generic.DictionaryObject({pdf_name("/Action"): pdf_name("/All")})
    writer.update_container(field)


@revised
def extensions_that_are_content(writer):
    """For `foreign.twofold`: the catalog may note further extensions, but here they are what the page shows."""
    content = writer.root["/Extensions"]
    content._data = content.data.replace(b"100 700 200 20 re", b"  0   0 500 90 re")
    content._encoded_data = None
    writer.update_container(content)


@revised
def other_metadata(writer):
    """The XMP packet written anew: it is told, and allowed."""
    metadata = writer.root["/Metadata"]
    metadata._data = metadata.data.replace(b"?>", b"?><!-- -->", 1)
    metadata._encoded_data = None
    writer.update_container(metadata)


def appended(file: bytes, number: int, text: bytes) -> bytes:
    """A revision with the object `number` spelled byte by byte, and a cross-reference table."""
    trailer = PdfFileReader(io.BytesIO(file), strict=False).trailer
    start = int(re.findall(rb"startxref\s+(\d+)", file)[-1])
    head = file if file.endswith(b"\n") else file + b"\n"
    entries = [f"/Size {int(trailer['/Size'])}", f"/Prev {start}"]
    for key in ("/Root", "/Info"):
        if key in trailer:
            entries.append(f"{key} {trailer.raw_get(key).idnum} 0 R")
    if "/ID" in trailer:
        entries.append("/ID [" + " ".join(f"<{part.hex()}>" for part in map(bytes_of, trailer["/ID"])) + "]")
    body = b"%d 0 obj\n%s\nendobj\n" % (number, text)
    table = b"xref\n0 0\n%d 1\n%010d 00000 n \n" % (number, len(head))
    end = f"trailer\n<< {' '.join(entries)} >>\nstartxref\n{len(head) + len(body)}\n%%EOF\n".encode()
    return head + body + table + end


def bytes_of(text) -> bytes:
    return text.original_bytes if isinstance(text, generic.TextStringObject) else bytes(text)


def first_page(file: bytes) -> tuple[int, bytes]:
    """The number of the first page, and how it is spelled."""
    reader = PdfFileReader(io.BytesIO(file), strict=False)
    found = reader.find_page_for_modification(0)[0]
    spelled = io.BytesIO()
    found.get_object().write_to_stream(spelled, None)
    return found.idnum, spelled.getvalue()


def same_page(file: bytes) -> bytes:
    """The first page written anew as it is: nothing changes."""
    return appended(file, *first_page(file))


def double_key(file: bytes) -> bytes:
    """Contents that stand twice: readers differ in which they take."""
    number, text = first_page(file)
    catalog = PdfFileReader(io.BytesIO(file), strict=False).root.container_ref.idnum
    return appended(file, number, b"<< /Contents %d 0 R " % catalog + text[2:])


def tailed(tail: bytes):
    return lambda file: file + tail


def behind_former_reference(file: bytes) -> bytes:
    """The tail of a revision whose cross-reference is that of the one before."""
    start = re.findall(rb"startxref\s+(\d+)", file)[-1]
    return file + b"3 0 obj\n<< /Type /Page >>\nendobj\nstartxref\n%s\n%%%%EOF\n" % start


TAILS = [
    b"garbage\n%%EOF\n", b"9 0 obj\n<< /Type /Page >>\nendobj\n%%EOF\n", b"%%EOF\n",
    b"startxref\n9\n%%EOF\n", b"xref\n0 0\ntrailer\n<<>>\nstartxref\n0\n%%EOF\n",
]
EVERYWHERE = [
    visible_stamp, stamp_with_corners_elsewhere, stamp_without_value, stamp_with_action, locked_field, double_key,
    behind_former_reference, *(tailed(tail) for tail in TAILS),
]
