"""Sets the texts of `mingce-bench texts` with typst, in one process.

usage: typst_peer.py FORM TEXTS OUTPUT FONTS   (FORM.typ stands beside this script; OUTPUT ending in .pdf is one file,
any other a folder with a file for each line of TEXTS)
"""

import os
import sys

import typst


def main(form, texts, output, fonts):
    here = os.path.dirname(os.path.abspath(__file__))
    # The fonts of the forms and no others: searching all of the system's would cost typst time on every start.
    known = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[fonts])
    compiler = typst.Compiler(os.path.join(here, form + ".typ"), root="/", font_paths=known)
    if form == "roster":
        compiler.compile(output=output, sys_inputs={"texts": os.path.abspath(texts)})
        return
    with open(texts, encoding="utf-8") as lines:
        if output.endswith(".pdf"):
            compiler.compile(output=output, sys_inputs={"text": next(lines)})
            return
        os.makedirs(output, exist_ok=True)
        for number, line in enumerate(lines, 1):
            path = os.path.join(output, f"{number:06}.pdf")
            compiler.compile(output=path, sys_inputs={"text": line})


main(*sys.argv[1:])
