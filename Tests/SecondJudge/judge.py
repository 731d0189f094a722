"""The second judge: pyHanko's verdict on a file."""

import io
import logging

from pyhanko.keys import load_cert_from_pemder
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature, validate_pdf_timestamp
from pyhanko.sign.validation.dss import DocumentSecurityStore
from pyhanko_certvalidator import ValidationContext

logging.disable(logging.CRITICAL)


class Judge:
    """Judges by a root, and certificates that may be missing in a file.

    `online` asks the issuers; `alone` takes the evidence that the file brings along, and none else.
    """

    def __init__(self, root, others, online=False, alone=False):
        self.root = load_cert_from_pemder(str(root))
        self.others = [load_cert_from_pemder(str(path)) for path in others]
        self.online, self.alone = online, alone

    def context(self, reader):
        if self.alone:
            terms = {"trust_roots": [self.root], "allow_fetching": False, "revocation_mode": "hard-fail"}
            return DocumentSecurityStore.read_dss(reader).as_validation_context(terms)
        return ValidationContext(
            trust_roots=[self.root], other_certs=self.others, allow_fetching=self.online,
            revocation_mode="hard-fail" if self.online else "soft-fail")

    def verdict(self, file: bytes) -> tuple[bool, str]:
        """Returns whether all signatures hold, and why not."""
        try:
            reader = PdfFileReader(io.BytesIO(file))
            signatures = reader.embedded_signatures
            if not any(s.sig_object_type == "/Sig" for s in signatures):
                return False, "no signature"
            for signature in signatures:
                if signature.sig_object_type == "/Sig":
                    status = validate_pdf_signature(signature, self.context(reader), self.context(reader))
                else:
                    status = validate_pdf_timestamp(signature, self.context(reader))
                holds = getattr(status, "bottom_line", status.valid and status.intact and status.trusted)
                if not holds:
                    return False, f"{signature.field_name}: {status.summary()}"
            return True, "ok"
        except Exception as error:  # whatever it stumbles over, it does not accept the file
            return False, f"{type(error).__name__}: {str(error)[:80]}"
