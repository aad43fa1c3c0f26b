"""Files of nobody, to be handed in."""

import subprocess


def make_photo(path):
    """4 cm by 3 cm at 300 dpi, of nobody."""
    subprocess.run(["convert", "-size", "354x472", "gradient:white-grey", "-quality", "80", path], check=True)
    return path


def make_document(path, filling=1_600_000):
    """A PDF file of a page, large enough to be sent in pieces."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
               b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>",
               b"<< /Length %d >>\nstream\n%s\nendstream" % (filling, b" " * filling)]
    content, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(content))
        content += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    content += (b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n"
                % (len(objects) + 1, table, len(objects) + 1, len(content)))
    path.write_bytes(content)
    return path
