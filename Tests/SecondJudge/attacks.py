"""What may be done to a signed file; every function takes the bytes of one and returns those of another."""

import io

import pikepdf
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.generic import pdf_name
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.writer import PageObject


def revised(change):
    """Makes an attack of a change to an incremental writer."""
    def attack(file: bytes) -> bytes:
        writer = IncrementalPdfFileWriter(io.BytesIO(file), strict=False)
        change(writer)
        out = io.BytesIO()
        writer.write(out)
        return out.getvalue()
    return attack


def flipped(file: bytes, index: int) -> bytes:
    return file[:index] + bytes([file[index] ^ 0x01]) + file[index + 1:]


def flipped_digit(file: bytes, index: int) -> bytes:
    """Makes a hexadecimal digit another one."""
    digit = b"0123456789abcdef"[(int(file[index:index + 1], 16) + 1) % 16]
    return file[:index] + bytes([digit]) + file[index + 1:]


def truncated(part: float):
    return lambda file: file[:int(len(file) * part)]


def page(writer, number=0):
    return writer.find_page_for_modification(number)[0].get_object()


def stream(data: bytes, **entries):
    dictionary = {pdf_name("/" + key): value for key, value in entries.items()}
    return generic.StreamObject(dict_data=dictionary, stream_data=data)


def box(*corners):
    return generic.ArrayObject([generic.NumberObject(n) for n in corners])


@revised
def added_page(writer):
    contents = writer.add_object(stream(b"0 0 100 100 re f"))
    writer.insert_page(PageObject(contents=contents, media_box=(0, 0, 595, 842)))


@revised
def overlaid_content(writer):
    target = page(writer)
    contents = target.raw_get("/Contents")
    there = contents.get_object() if not isinstance(contents, generic.ArrayObject) else contents
    more = writer.add_object(stream(b"1 g 100 100 400 400 re f"))
    parts = list(there) if isinstance(there, generic.ArrayObject) else [contents]
    target["/Contents"] = generic.ArrayObject(parts + [more])
    writer.update_container(target)


@revised
def overlaid_annotation(writer):
    form = writer.add_object(stream(b"1 g 0 0 400 400 re f", Type=pdf_name("/XObject"),
                                    Subtype=pdf_name("/Form"), BBox=box(0, 0, 400, 400)))
    note = generic.DictionaryObject({
        pdf_name("/Type"): pdf_name("/Annot"), pdf_name("/Subtype"): pdf_name("/Stamp"),
        pdf_name("/Rect"): box(100, 100, 500, 500), pdf_name("/F"): generic.NumberObject(4),
        pdf_name("/AP"): generic.DictionaryObject({pdf_name("/N"): form}),
    })
    target = page(writer)
    there = target.get("/Annots", generic.ArrayObject())
    target["/Annots"] = generic.ArrayObject(list(there) + [writer.add_object(note)])
    writer.update_container(target)


@revised
def swapped_attachment(writer):
    names = writer.root["/Names"]["/EmbeddedFiles"]["/Names"]
    spec = names[1]
    files = spec["/EF"]
    files["/F"] = files["/UF"] = writer.add_object(
        stream(b'{"documents":[]}', Type=pdf_name("/EmbeddedFile"), Subtype=pdf_name("/application#2Fjson")))
    writer.update_container(files)


@revised
def stripped_signature(writer):
    field = writer.root["/AcroForm"]["/Fields"][0]
    del field["/V"]
    writer.update_container(field)


@revised
def stripped_form(writer):
    del writer.root["/AcroForm"]
    writer.update_root()


def rewritten_without_signatures(file: bytes) -> bytes:
    with pikepdf.open(io.BytesIO(file)) as pdf:
        del pdf.Root.AcroForm
        del pdf.Root.Perms
        out = io.BytesIO()
        pdf.save(out)
        return out.getvalue()


@revised
def replaced_appearance(writer):
    """Shadow attack, replace: what is seen of the first signature says something else."""
    field = writer.root["/AcroForm"]["/Fields"][0]
    form = writer.add_object(stream(b"1 0 0 rg 0 0 100 50 re f", Type=pdf_name("/XObject"),
                                    Subtype=pdf_name("/Form"), BBox=box(0, 0, 100, 50)))
    field["/AP"] = generic.DictionaryObject({pdf_name("/N"): form})
    writer.update_container(field)


@revised
def replaced_font(writer):
    """Shadow attack, replace: the glyphs of a font mean something else."""
    fonts = page(writer)["/Resources"]["/Font"]
    font = fonts[sorted(fonts)[0]]
    font["/ToUnicode"] = writer.add_object(stream(b"begincmap endcmap"))
    writer.update_container(font)


@revised
def hidden_cover(writer):
    """Shadow attack, hide: what covered the page when it was signed goes away."""
    target = page(writer)
    target["/Annots"] = generic.ArrayObject(
        [a for a in target["/Annots"] if a.get_object()["/Subtype"] == "/Widget"])
    writer.update_container(target)


@revised
def hidden_pages(writer):
    """Shadow attack, hide and replace: other pages, which lay hidden in the signed file, are shown."""
    writer.root["/Pages"] = writer.root["/PieceInfo"]["/Hidden"].raw_get("/Private")
    writer.update_root()


@revised
def moved_field(writer):
    """The open place is stretched over the page before it is signed."""
    field = writer.root["/AcroForm"]["/Fields"][1]
    field["/Rect"] = box(0, 0, 595, 842)
    writer.update_container(field)


@revised
def added_script(writer):
    writer.root["/OpenAction"] = generic.DictionaryObject({
        pdf_name("/S"): pdf_name("/JavaScript"), pdf_name("/JS"): generic.pdf_string("app.alert(1)")})
    writer.update_root()


@revised
def changed_title(writer):
    writer.root["/ViewerPreferences"] = generic.DictionaryObject()
    writer.update_root()


@revised
def added_nothing(writer):
    """A revision that changes nothing that is shown."""
    writer.add_object(generic.pdf_string("nothing"))
    writer._force_write_when_empty = True
