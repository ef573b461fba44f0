"""Makes a PDF ready for digital signatures."""

from io import BytesIO

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter


def ready_to_sign(content: bytes) -> bytes:
    """The PDF with an empty form behind it, of which signatures are the fields.

    So that what a signer adds can be told from all else; its flags ask signing programs to append (PDF 1.7, 12.7.2).
    """
    more, out = IncrementalPdfFileWriter(BytesIO(content)), BytesIO()
    form = {"/Fields": generic.ArrayObject(), "/SigFlags": generic.NumberObject(3)}
    more.root["/AcroForm"] = more.add_object(
        generic.DictionaryObject({generic.pdf_name(name): value for name, value in form.items()})
    )
    more.update_root()
    more.write(out)
    return out.getvalue()
