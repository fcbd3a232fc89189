"""Office packages in the one form that libraries read.

Word and Excel can save a document in the strict form of ISO/IEC 29500, whose namespaces have other
names, with macros, or as a template; what it says is the same.
"""

import re
from io import BytesIO
from zipfile import ZIP_STORED, ZipFile

__all__ = ["usual_package"]

_TYPES = "[Content_Types].xml"
_ROOT = "_rels/.rels"
_STRICT = b"http://purl.oclc.org/ooxml/"
_NAMESPACE = re.compile(rb"http://purl\.oclc\.org/ooxml/(\w+)/")
_TRANSITIONAL = rb"http://schemas.openxmlformats.org/\1/2006/"
_OTHER_MAIN = re.compile(
    rb"application/(?:vnd\.ms-word\.(?:document|template)\.macroEnabled\.main"
    rb"|vnd\.openxmlformats-officedocument\.wordprocessingml\.template\.main)\+xml"
)
_MAIN = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


def usual_package(data: bytes) -> bytes:
    """Give an office package its usual names; most have them already.

    Args:
        data: a sound package (see :func:`evolve.reading.formats.archive.check_package`).
    """
    with ZipFile(BytesIO(data)) as package:
        names = set(package.namelist())
        head = b"".join(package.read(name) for name in (_TYPES, _ROOT) if name in names)
        strict = _STRICT in head
        if not strict and not _OTHER_MAIN.search(head):
            return data
        stream = BytesIO()
        with ZipFile(stream, "w", ZIP_STORED) as usual:
            for name in sorted(names):
                usual.writestr(name, _renamed(package.read(name), name, strict=strict))
    return stream.getvalue()


def _renamed(part: bytes, name: str, *, strict: bool) -> bytes:
    if name == _TYPES:
        part = _OTHER_MAIN.sub(_MAIN, part)
    if strict and name.endswith((".xml", ".rels")):
        part = _NAMESPACE.sub(_TRANSITIONAL, part)
    return part
