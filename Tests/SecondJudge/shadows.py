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


def packed(file: bytes, number: int, text: bytes, hybrid: bool = False) -> bytes:
    """A revision with the object `number` in a stream of objects; a `hybrid` one hides that from older readers."""
    reader = PdfFileReader(io.BytesIO(file), strict=False)
    size, root = int(reader.trailer["/Size"]), reader.trailer.raw_get("/Root").idnum
    start = int(re.findall(rb"startxref\s+(\d+)", file)[-1])
    place = b"%d 0 " % number
    container = b"%d 0 obj\n<< /Type /ObjStm /N 1 /First %d /Length %d >>\nstream\n%s\nendstream\nendobj\n" % (
        size, len(place), len(place + text), place + text)
    rows = sorted([(number, 2, size, 0), (size, 1, len(file), 0), (size + 1, 1, len(file) + len(container), 0)])
    data = b"".join(b"%02x%08x%04x" % row[1:] for row in rows) + b">"
    index = b" ".join(b"%d 1" % row[0] for row in rows)
    trailer = b"/Size %d /Root %d 0 R /Prev %d" % (size + 2, root, start)
    if "/ID" in reader.trailer:
        trailer += b" /ID [%s]" % b" ".join(b"<%s>" % bytes_of(part).hex().encode() for part in reader.trailer["/ID"])
    references = b"%d 0 obj\n<< /Type /XRef /W [1 4 2] /Index [%s] /Filter /ASCIIHexDecode /Length %d %s >>\n" % (
        size + 1, index, len(data), b"/Size %d" % (size + 2) if hybrid else trailer)
    whole = file + container + references + b"stream\n%s\nendstream\nendobj\n" % data
    last = len(file) + len(container)
    if hybrid:
        whole, last = whole + b"xref\n0 0\ntrailer\n<< %s /XRefStm %d >>\n" % (trailer, last), len(whole)
    return whole + b"startxref\n%d\n%%%%EOF\n" % last


def packed_page(file: bytes) -> bytes:
    """The first page upside down, by an object in a stream of objects."""
    number, text = first_page(file)
    return packed(file, number, b"<< /Rotate 180 " + text[2:])


def hybrid_page(file: bytes) -> bytes:
    """The same, where only newer readers look."""
    number, text = first_page(file)
    return packed(file, number, b"<< /Rotate 180 " + text[2:], hybrid=True)


@revised
def cropped_page(writer):
    target = page(writer)
    target["/CropBox"] = box(0, 400, 595, 842)
    writer.update_container(target)


def rewritten(writer, there: generic.StreamObject, data: bytes):
    """Writes the stream that is `there` anew: whatever leads to it stays as it is."""
    there._data, there._encoded_data = data, None
    for key in ("/Filter", "/DecodeParms", "/Length"):
        there.pop(pdf_name(key), None)
    writer.update_container(there)


@revised
def record_in_its_place(writer):
    """For files with a record."""
    record = writer.root["/AF"][0]["/EF"]["/F"]
    rewritten(writer, record, record.data.replace(b"1", b"2"))


@revised
def mark_in_its_place(writer):
    """What is seen of the first signature is drawn anew in the same object."""
    rewritten(writer, writer.root["/AcroForm"]["/Fields"][0]["/AP"]["/N"], b"1 0 0 rg 0 0 90 90 re f")


@revised
def switched_layers(writer):
    """For `foreign.layered`: one layer goes, the other appears, and no page changes."""
    settings = writer.root["/OCProperties"]["/D"]
    settings["/ON"], settings["/OFF"] = settings["/OFF"], settings["/ON"]
    writer.update_container(settings)


def wrapped(file: bytes) -> bytes:
    """A second range in the zeros behind the first signature, around an end that is not signed any more."""
    gap = file.index(b"/Contents <") + len(b"/Contents ")
    close = file.index(b">", gap)
    tail = file[close + 1:]
    inset = b">/ByteRange [0 %d %d %d]/X <" % (gap, len(file), len(tail))
    whole = file[:close - len(inset)] + inset + file[close:] + tail
    return whole[:close] + whole[close:].replace(b"/Type", b"/Typo", 1)


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
    behind_former_reference, packed_page, hybrid_page, cropped_page, record_in_its_place, mark_in_its_place, wrapped,
    *(tailed(tail) for tail in TAILS),
]
