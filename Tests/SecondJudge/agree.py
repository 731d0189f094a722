"""Has two judges look at the same files: mingce verify and pyHanko. Both must say of each what is expected.

Usage: agree.py MINGCE FOLDER, run by the Python of the folder that `setup` made.
"""

import io
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys

from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import signers, timestamps, validation
from pyhanko.sign.fields import FieldMDPAction, FieldMDPSpec, MDPPerm, SigSeedSubFilter
from pyhanko_certvalidator import ValidationContext

import attacks
import foreign
import shadows
from authority import PASSWORD, Authority
from judge import Judge

HERE = pathlib.Path(__file__).resolve().parent
PROJECT = HERE.parent.parent


class Bench:
    """The files to be judged, each with what is expected and how it is judged."""

    def __init__(self, mingce: str, folder: pathlib.Path, authority: Authority):
        self.mingce, self.folder, self.authority = mingce, folder, authority
        self.cases: list[tuple[str, bytes, bool, str]] = []
        self.first_only: set[str] = set()

    def add(self, name: str, file: bytes, holds: bool, how: str = "offline"):
        self.cases.append((name, file, holds, how))

    def add_changed(self, name: str, file: bytes, index: int):
        """A file with a change at `index`.

        Digits of a signature are signed by nobody, nor is the evidence behind the last one; pyHanko looks neither at the
        zeros behind a signature nor at what it does not need, so there its word is not asked.
        """
        digits = [place.span() for place in re.finditer(rb"/Contents <[0-9a-fA-F]*>", file)]
        if any(start < index < end for start, end in digits) or index >= max(foreign.signed_ends(file)):
            self.first_only.add(name)
        self.add(name, file, False)

    def run(self, *words: str) -> subprocess.CompletedProcess:
        environment = dict(os.environ, MINGCE_KEY_PASSWORD=PASSWORD)
        return subprocess.run([self.mingce, *words], env=environment, capture_output=True, text=True)

    def level(self, level: str) -> list[str]:
        words = ["--level", level, "--roots", str(self.authority.root)]
        return words if level == "B-B" else words + ["--tsa", self.authority.stamps]

    def contract(self, key: str = "employer", level: str = "B-B", sealed: bool = False) -> bytes:
        """A contract of the samples, made and signed by the employer, with a seal on its place and across its pages."""
        records = json.loads((PROJECT / "content/samples/zhanyi.json").read_text())
        records["filings"] = records["filings"][:1]
        source, target = self.folder / "one.json", self.folder / f"contract-{key}-{level}-{sealed}"
        source.write_text(json.dumps(records, ensure_ascii=False))
        seal = self.seal(source) if sealed else []
        done = self.run("sign", "--no-ledger", "--form", "contract", str(source), "--as", "employer",
                        "--key", str(self.authority.key(key)), "-o", str(target), *seal, *self.level(level))
        assert done.returncode == 0, done.stderr
        return next(target.glob("*.pdf")).read_bytes()

    def seal(self, source: pathlib.Path) -> list[str]:
        """The words that put a new seal of the employer of `source` on what is signed."""
        ledger = ["--ledger", str(self.folder / "seals.sqlite")]
        for words in (["new", "合同专用章", "--records", str(source)], ["authorise", "YZ-0001", "--person", "李示例"]):
            done = self.run("seal", *words, *ledger)
            assert done.returncode == 0, done.stderr
        return ["--seal", "YZ-0001", "--person", "李示例", "--cross-page", *ledger]

    def signed(self, file: bytes, role: str, level: str = "B-B", key: str | None = None) -> bytes:
        """A file with a signature of `role` added."""
        source, target = self.folder / "source.pdf", self.folder / "target.pdf"
        source.write_bytes(file)
        target.unlink(missing_ok=True)
        hand = ["--handwriting", "auto"] if role == "employee" else []
        done = self.run("sign", "--no-ledger", str(source), "--as", role, "--key", str(self.authority.key(key or role)),
                        "-o", str(target), *hand, *self.level(level))
        assert done.returncode == 0, done.stderr
        return target.read_bytes()

    def stranger_signs(
        self, file: bytes, name: str, digest: str = "sha256", lasting: bool = False, permits: MDPPerm | None = None,
        key: str = "employee",
    ) -> bytes:
        """A file with a signature that another program added; it certifies the file when it says what it `permits`."""
        signer = signers.SimpleSigner.load_pkcs12(str(self.authority.key(key)), passphrase=PASSWORD.encode())
        root = Judge(self.authority.root, []).root
        facts = signers.PdfSignatureMetadata(
            field_name=name, md_algorithm=digest, subfilter=SigSeedSubFilter.PADES,
            embed_validation_info=lasting, use_pades_lta=lasting, certify=permits is not None,
            **({"docmdp_permissions": permits} if permits else {}),
            validation_context=ValidationContext(trust_roots=[root], allow_fetching=True) if lasting else None)
        out = io.BytesIO()
        signers.PdfSigner(
            facts, signer=signer, timestamper=timestamps.HTTPTimeStamper(self.authority.stamps) if lasting else None,
        ).sign_pdf(IncrementalPdfFileWriter(io.BytesIO(file)), output=out)
        return out.getvalue()

    def stranger_signs_twice(self, permits: MDPPerm | None = None, lock: FieldMDPSpec | None = None) -> bytes:
        """A file that another program signs, then once more, whatever the first signature forbids."""
        first = self.stranger_signs(foreign.with_places(lock), "first", permits=permits)
        look = validation.read_certification_data
        validation.read_certification_data = lambda _: None
        try:
            return self.stranger_signs(first, "second")
        finally:
            validation.read_certification_data = look

    def first_verdicts(self) -> list[tuple[bool, str]]:
        verdicts = []
        for index, (_, file, _, how) in enumerate(self.cases):
            path = self.folder / f"case-{index}.pdf"
            path.write_bytes(file)
            root = self.authority.stranger if how == "stranger" else self.authority.root
            words = ["verify", str(path), "--format", "json", "--roots", str(root)]
            words += {"online": ["--online", "--require-revocation"], "alone": ["--require-revocation"]}.get(how, [])
            done = self.run(*words)
            told = json.loads(done.stdout)["files"][0]
            assert (done.returncode == 0) == told["isPassed"], done
            verdicts.append((told["isPassed"], done.stdout))
        return verdicts

    def second_verdicts(self) -> list[tuple[bool, str]]:
        others = [self.authority.certificate("interm", "root"), self.authority.certificate("tsa", "root")]
        judges = {
            "offline": Judge(self.authority.root, others),
            "online": Judge(self.authority.root, others, online=True),
            "alone": Judge(self.authority.root, [], alone=True),
            "stranger": Judge(self.authority.stranger, others),
        }
        return [judges[how].verdict(file) for _, file, _, how in self.cases]


def fill(bench: Bench):
    one = bench.contract()
    two = bench.signed(one, "employee")
    stamped = bench.contract(level="B-T")
    proven = bench.signed(bench.contract(level="B-LT"), "employee", "B-LT")
    lasting = bench.signed(bench.contract(level="B-LTA"), "employee", "B-LTA")
    bench.add("signed by the employer", one, True)
    bench.add("signed by both", two, True)
    bench.add("signed by both, judged online", two, True, "online")
    bench.add("with a time stamp", stamped, True)
    bench.add("with a time stamp, by itself", stamped, False, "alone")
    for how in ("offline", "online", "alone"):
        bench.add(f"with evidence, signed by both, judged {how}", proven, True, how)
    without = foreign.without_evidence(proven)
    bench.add("with evidence, cut off before it", without, True)
    bench.add("with evidence, cut off before it, by itself", without, False, "alone")
    bench.add("long-term, signed by both", lasting, True)
    bench.add("long-term, judged online", lasting, True, "online")
    for streams in (False, True):
        file = bench.signed(foreign.supplement(streams), "employer")
        bench.add(f"made elsewhere, streams: {streams}", file, True)
        bench.add(f"made elsewhere, both, streams: {streams}", bench.signed(file, "employee"), True)
    bench.add("signed elsewhere", bench.stranger_signs(foreign.supplement(True), "theirs"), True)
    bench.add("signed elsewhere, long-term", bench.stranger_signs(foreign.supplement(True), "theirs", lasting=True), True)
    bench.add("second signature elsewhere", bench.stranger_signs(one, "employee"), True)

    for name, base in [("one", one), ("two", two), ("proven", proven), ("lasting", lasting)]:
        for index in range(40):
            place = int(len(base) * (index + 0.5) / 40)
            bench.add_changed(f"{name}: byte at {index}/40", attacks.flipped(base, place), place)
        for offset in (0, 9, 40, 333, 700, 1200, 1800, 3000):
            place = base.index(b"/Contents <") + len(b"/Contents <") + offset
            bench.add_changed(f"{name}: digit {offset}", attacks.flipped_digit(base, place), place)
        for part in (0.1, 0.5, 0.9, 0.999):
            bench.add(f"{name}: cut at {part}", attacks.truncated(part)(base), False)
        for attack in (
            attacks.added_page, attacks.overlaid_content, attacks.overlaid_annotation,
            attacks.swapped_attachment, attacks.stripped_signature, attacks.stripped_form,
            attacks.replaced_appearance, attacks.replaced_font, attacks.moved_field, attacks.added_script,
            attacks.changed_title, attacks.rewritten_without_signatures,
        ):
            bench.add(f"{name}: {attack.__name__}", attack(base), False)
    sealed = bench.contract(sealed=True)
    both = bench.signed(sealed, "employee", "B-T")
    bench.add("sealed by the employer", sealed, True)
    bench.add("sealed, signed by both", both, True)
    bench.add("sealed, cut back to the employer's revision", both[:len(sealed)], True)
    for attack in (attacks.replaced_appearance, attacks.moved_field, attacks.overlaid_content, attacks.stripped_signature):
        bench.add(f"sealed: {attack.__name__}", attack(both), False)
    bench.add("moved field, then signed", bench.signed(attacks.moved_field(one), "employee"), False)
    bench.add("overlay, then signed", bench.signed(attacks.overlaid_annotation(one), "employee"), False)
    bench.add("hide", attacks.hidden_cover(bench.signed(foreign.covered(), "employer")), False)
    bench.add("hide and replace", attacks.hidden_pages(bench.signed(foreign.doubled(), "employer")), False)
    bench.add("cut back to the first signature", two[:len(one)], True)
    fill_shadows(bench, {"two": two, "proven": proven, "lasting": lasting})

    bench.add("expired", bench.stranger_signs(foreign.supplement(True), "theirs", key="expired"), False)
    bench.add("revoked, judged online", bench.contract("revoked"), False, "online")
    bench.add("wrong chain", one, False, "stranger")
    bench.add("SHA-1", bench.stranger_signs(foreign.supplement(True), "theirs", digest="sha1"), False)
    bench.add("unsigned", foreign.supplement(False), False)


def fill_shadows(bench: Bench, bases: dict[str, bytes]):
    """Revisions that try to look like what is allowed, beside those that are."""
    for name, base in bases.items():
        for number, attack in enumerate(shadows.EVERYWHERE):
            bench.add(f"{name}: {attack.__name__} {number}", attack(base), False)
            # pyHanko does not mind bytes behind the end when the last cross-reference is that of the signed file.
            if attack is shadows.behind_former_reference:
                bench.first_only.add(f"{name}: {attack.__name__} {number}")
        bench.add(f"{name}: same page", shadows.same_page(base), True)
        bench.add(f"{name}: other metadata", shadows.other_metadata(base), True)
    noted = bench.signed(foreign.noted(), "employer")
    bench.add("noted", noted, True)
    for attack in (shadows.stamp_instead_of_note, shadows.other_form_font, shadows.locked_field):
        bench.add(f"noted: {attack.__name__}", attack(noted), False)
    layered = bench.signed(foreign.layered(), "employer")
    bench.add("layered", layered, True)
    bench.add("layered: switched", shadows.switched_layers(layered), False)
    twofold = bench.signed(foreign.twofold(), "employer")
    bench.add("extensions that are content", twofold, True)
    bench.add("extensions that are content, changed", shadows.extensions_that_are_content(twofold), False)
    for permits in (MDPPerm.FILL_FORMS, MDPPerm.NO_CHANGES):
        holds = permits != MDPPerm.NO_CHANGES
        bench.add(f"signed twice under {permits.name}", bench.stranger_signs_twice(permits), holds)
    for action, names, holds in [
        (FieldMDPAction.INCLUDE, ["first"], True), (FieldMDPAction.INCLUDE, ["second"], False),
        (FieldMDPAction.EXCLUDE, ["second"], True), (FieldMDPAction.EXCLUDE, ["first"], False),
        (FieldMDPAction.ALL, None, False),
    ]:
        lock = FieldMDPSpec(action, names)
        bench.add(f"signed twice under {action.name} {names}", bench.stranger_signs_twice(lock=lock), holds)


def main() -> int:
    mingce, folder = sys.argv[1], pathlib.Path(sys.argv[2]).resolve()
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    authority = Authority(folder / "authority", pathlib.Path(sys.executable).parent)
    try:
        bench = Bench(os.path.abspath(mingce), folder, authority)
        fill(bench)
        first, second = bench.first_verdicts(), bench.second_verdicts()
    finally:
        authority.close()
    wrong = 0
    for (name, _, holds, _), (one, words), (other, reason) in zip(bench.cases, first, second):
        if one == holds and (other == holds or name in bench.first_only):
            continue
        wrong += 1
        print(f"{name}: expected {holds}, mingce says {one}, pyHanko says {other} ({reason})\n  {words[:600]}")
    print(f"{len(bench.cases) - wrong} of {len(bench.cases)} files: judged as expected, "
          f"{len(bench.first_only)} of them by mingce alone")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
